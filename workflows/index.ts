// The workflows a worker runs, by the names that are wire format.
export { migrationWorkflow } from './migration/migration-workflow.ts';
export { programmeWorkflow } from './programme/programme-workflow.ts';
