// What was recorded in phases that a path has no more: notes go on in the phase that stands for theirs, papers with them where that phase
// takes them up, else they stay in the record alone. Named beforehand, so that nothing goes out of sight untold. Pure.
import { counterparts } from '../../definition/counterparts.ts';
import type { MigrationDefinition, Text } from '../../definition/definition.ts';
import { phaseOf } from '../phases.ts';
import type { MigrationContext } from '../state.ts';

export interface Rehoused {
  phase: Text;
  to: Text;
  /** By the subject of their acts: `estimate`, `pia`. */
  notes: { subject: string; count: number }[];
  papers: number;
  /** Of the papers, those that no phase shows any more. */
  unseen: number;
}

type Memory = Pick<MigrationContext, 'noted' | 'evidence'>;

export const rehousedIn = (
  { leaving, definition }: { leaving: MigrationDefinition; definition: MigrationDefinition },
  was: Memory,
  is: Memory,
): Rehoused[] =>
  [...counterparts(leaving.path, definition.path)].flatMap(([gone, to]) => {
    if (to === null || to === gone) return [];
    const [notes, before, after] = [notesOf(was, gone), was.evidence[gone] ?? [], is.evidence[to] ?? []];
    const shown = new Set(after.map(({ sha256 }) => sha256));
    const unseen = before.filter(({ sha256 }) => !shown.has(sha256)).length;
    if (notes.length === 0 && before.length === 0) return [];
    const labels = { phase: phaseOf(leaving, gone).label, to: phaseOf(definition, to).label };
    return [{ ...labels, notes, papers: before.length, unseen }];
  });

function notesOf({ noted = {} }: Memory, phase: string): Rehoused['notes'] {
  const counts = new Map<string, number>();
  for (const [type, notes] of Object.entries(noted)) {
    const [subject = type] = type.split('.');
    const there = Object.values(notes).filter((note) => note.phase === phase).length;
    if (there > 0) counts.set(subject, (counts.get(subject) ?? 0) + there);
  }
  return [...counts].map(([subject, count]) => ({ subject, count }));
}
