// The workflow that drives a chain.
import {
  migrationWorkflowId,
  migrationWorkflowType,
  programmeWorkflowId,
  programmeWorkflowType,
} from '../../workflows/messages.ts';

export function workflowIdOf(chain: string): string {
  const [code = '', system] = chain.split('/');
  return system === undefined ? programmeWorkflowId(code) : migrationWorkflowId(code, system);
}

export const workflowTypeOf = (chain: string): string =>
  chain.includes('/') ? migrationWorkflowType : programmeWorkflowType;
