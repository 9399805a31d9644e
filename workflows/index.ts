// The workflows a worker runs, by the names that are wire format.
export { migrationWorkflow } from './migration-workflow.ts';
export { programmeWorkflow } from './programme-workflow.ts';
