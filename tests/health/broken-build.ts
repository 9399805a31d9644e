// The product's workflows as a build that is broken for one system: its run cannot carry out any task.
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import type { MigrationStart } from '../../workflows/messages.ts';
import { migrationWorkflow as sound } from '../../workflows/migration/migration-workflow.ts';

export { programmeWorkflow } from '../../workflows/programme/programme-workflow.ts';

export const BROKEN_FOR = 'zei';

export async function migrationWorkflow(
  start: MigrationStart,
  definition: MigrationDefinition,
): Promise<never> {
  if (definition.system.id === BROKEN_FOR) throw new Error('a broken build');
  return sound(start, definition);
}
