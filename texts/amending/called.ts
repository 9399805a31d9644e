// What the ids of definitions are called, by what they are ids of. Knows no sentence.

import type { MigrationDefinition, Text } from '../../machines/definition/definition.ts';
import { memberKey } from '../../machines/definition/difference.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';

export const calledKinds = [
  'phase',
  'gate',
  'body',
  'deadline',
  'system',
  'wave',
  'path',
  'condition',
  'occurrence',
] as const;
export type CalledKind = (typeof calledKinds)[number];
export type Called = (kind: CalledKind, id: string) => Text | undefined;

export const nothingCalled: Called = () => undefined;

interface Labelled {
  id: string;
  label: Text;
}
type Names = Map<string, Text>;

/** What stands first names it. */
export function calledIn(
  migrations: readonly MigrationDefinition[],
  programmes: readonly ProgrammeDefinition[],
): Called {
  const names: Names = new Map();
  const name = (kind: CalledKind, id: string, label: Text) => {
    const key = `${kind} ${id}`;
    if (!names.has(key)) names.set(key, label);
  };
  const each = (kind: CalledKind, items: readonly Labelled[] = []) => {
    for (const { id, label } of items) name(kind, id, label);
  };
  for (const { system, path, bodies, deadlines, occurrences } of migrations) {
    name('system', system.id, system.name);
    each('path', [path]);
    each('phase', path.phases);
    each('body', bodies);
    each('deadline', deadlines);
    each('occurrence', occurrences);
    const gates = path.phases.flatMap(({ gate }) => gate ?? []);
    each('gate', gates);
    for (const one of gates.flatMap(({ conditions }) => conditions))
      name('condition', memberKey(one) ?? '', one.label);
  }
  for (const { bodies, waves, occurrences } of programmes) {
    each('body', bodies);
    each('wave', waves);
    each('occurrence', occurrences);
  }
  return (kind, id) => names.get(`${kind} ${id}`);
}

/** The first of them that knows it. */
export const calledByFirst =
  (...all: readonly Called[]): Called =>
  (kind, id) => {
    for (const called of all) {
      const found = called(kind, id);
      if (found) return found;
    }
    return undefined;
  };
