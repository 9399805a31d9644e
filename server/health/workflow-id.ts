// The workflow that drives a chain.
import { migrationWorkflowId, programmeWorkflowId } from '../../workflows/messages.ts';

export function workflowIdOf(chain: string): string {
  const [code = '', system] = chain.split('/');
  return system === undefined ? programmeWorkflowId(code) : migrationWorkflowId(code, system);
}
