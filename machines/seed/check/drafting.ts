// Who must have drafted before a gate can be passed. Separation of duties holds over the whole migration: none of them approves.
import type { Phase } from '../../definition/definition.ts';

/** For each thing that somebody must do to leave a phase: the posts of whom one does it. */
export const draftingPosts = ({ owners, gate }: Pick<Phase, 'owners' | 'gate'>): string[][] =>
  gate
    ? [
        owners,
        ...gate.conditions.flatMap((condition) =>
          condition.hard && condition.kind !== 'milestone' ? [condition.who] : [],
        ),
      ]
    : [];
