// Which documents a phase's gate asks for. Of the definition alone: whoever only calls them by name needs no reader of shapes.
import type { Phase, Text } from '../../definition/definition.ts';

/** The kind of a document that no gate asks for and that is kept all the same: minutes, a letter. */
export const OTHER_EVIDENCE = 'other';

/** The documents that a phase's gate asks for. */
export function evidenceAsked(phase: Phase): { kind: string; label: Text }[] {
  const conditions = phase.gate?.conditions ?? [];
  return conditions.flatMap((condition) =>
    condition.kind === 'evidence' ? [{ kind: condition.evidence, label: condition.label }] : [],
  );
}
