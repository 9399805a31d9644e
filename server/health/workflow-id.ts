// The workflow that drives a chain.
import { isMigration, programmeOf, systemOf } from '../../machines/record/chain.ts';
import {
  migrationWorkflowId,
  migrationWorkflowType,
  programmeWorkflowId,
  programmeWorkflowType,
} from '../../workflows/messages.ts';

export function workflowIdOf(chain: string): string {
  const [code, system] = [programmeOf(chain), systemOf(chain)];
  return system === null ? programmeWorkflowId(code) : migrationWorkflowId(code, system);
}

export const workflowTypeOf = (chain: string): string =>
  isMigration(chain) ? migrationWorkflowType : programmeWorkflowType;
