// The product's workflows as a build that decides something else for one system: its run's history cannot be carried on.
import { sleep } from '@temporalio/workflow';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import type { MigrationStart } from '../../workflows/messages.ts';
import { migrationWorkflow as sound } from '../../workflows/migration/migration-workflow.ts';

export { programmeWorkflow } from '../../workflows/programme/programme-workflow.ts';

export const STRAYED_FOR = 'kokuho';

export async function migrationWorkflow(
  start: MigrationStart,
  definition: MigrationDefinition,
): Promise<void> {
  if (definition.system.id === STRAYED_FOR) await sleep(1);
  return sound(start, definition);
}
