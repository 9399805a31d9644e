// What a small change chooses among, from the version in force: by the path that it stands on, in the path's order, with what holds now.
import type { PathList, PathView } from '../../../server/contract/settings/paths.ts';
import type { Sentence } from '../../words/sentence.ts';
import { type FieldName, phaseOn, type TypedChange } from './change-form.ts';

export interface Choosable {
  value: string;
  label: Sentence;
  /** Of which path, where that is said. */
  group?: Sentence;
  /** What holds now. */
  now?: Now;
}
export type Now =
  | { kind: 'votes'; votes: number; members: number; majority: boolean }
  | { kind: 'members'; members: number }
  | { kind: 'day'; on: string | null };

/** What stands on several paths stands once, under all of them. */
function byPaths(items: readonly PathView[], of: (path: PathView) => readonly Choosable[]): Choosable[] {
  const found = new Map<string, { one: Choosable; paths: Sentence[] }>();
  for (const path of items)
    for (const one of of(path)) {
      const known = found.get(one.value);
      if (known) known.paths.push(path.label);
      else found.set(one.value, { one, paths: [path.label] });
    }
  const grouped = new Map<string, Choosable[]>();
  for (const { one, paths } of found.values()) {
    const names = [...new Map(paths.map((label) => [label.ja, label])).values()];
    const group = { ja: names.map(({ ja }) => ja).join('・'), en: names.map(({ en }) => en).join(' · ') };
    grouped.set(group.ja, [...(grouped.get(group.ja) ?? []), { ...one, group }]);
  }
  return [...grouped.values()].flat();
}

const phasesOf = ({ phases }: PathView): Choosable[] =>
  phases.map(({ phase, label }) => ({ value: phase, label }));

const deadlinesOf =
  (isMeant: (deadline: PathView['deadlines'][number]) => boolean) =>
  ({ deadlines }: PathView): Choosable[] =>
    [...new Map(deadlines.filter(isMeant).map((one) => [one.deadline, one])).values()].map(
      ({ deadline, label, fixedOn }) => ({ value: deadline, label, now: { kind: 'day', on: fixedOn } }),
    );

const gatesOf = ({ id, label: group, phases }: PathView): Choosable[] =>
  phases
    .filter(({ gate }) => (gate?.approvals.length ?? 0) > 0)
    .map(({ phase, label }) => ({ value: phaseOn(id, phase), label, group }));

function askedAt({ items }: PathList, chosen: string): Choosable[] {
  const gates = items.flatMap(({ id, phases }) =>
    phases.flatMap(({ phase, gate }) => (phaseOn(id, phase) === chosen && gate ? [gate] : [])),
  );
  return gates.flatMap(({ approvals }) =>
    approvals.map(({ post, label, votes, members, majority }) => ({
      value: post,
      label,
      now: { kind: 'votes' as const, votes, members, majority },
    })),
  );
}

/** Phases that what is planned walks. */
const walked = ({ items }: PathList, { of, id }: TypedChange): readonly PathView[] =>
  items.filter(({ systems }) =>
    systems.some(({ system, wave }) => id === '' || (of === 'wave' ? wave : system) === id),
  );

/** Empty where the field is no choice, or nothing before it is chosen. */
export function choicesFor(paths: PathList, typed: TypedChange, name: FieldName): Choosable[] {
  const { kind, of } = typed;
  switch (name) {
    case 'id':
      if (kind === 'body') return [];
      if (kind === 'deadline')
        return byPaths(
          paths.items,
          deadlinesOf(({ settable }) => settable),
        );
      return named(paths, of);
    case 'phase':
      return kind === 'quorum' || kind === 'body'
        ? paths.items.flatMap(gatesOf)
        : byPaths(walked(paths, typed), phasesOf);
    case 'body':
      return kind === 'quorum' ? askedAt(paths, typed.phase) : bodies(paths);
    default:
      return [];
  }
}

const bodies = (paths: PathList): Choosable[] =>
  paths.bodies.map(({ body, label, members }) => ({
    value: body,
    label,
    now: { kind: 'members', members },
  }));

function named(paths: PathList, of: string): Choosable[] {
  switch (of) {
    case 'phase':
      return byPaths(paths.items, phasesOf);
    case 'deadline':
      return byPaths(
        paths.items,
        deadlinesOf(() => true),
      ).map(({ now: _now, ...one }) => one);
    case 'body':
      return bodies(paths).map(({ now: _now, ...one }) => one);
    case 'system':
      return paths.systems.map(({ system, name }) => ({ value: system, label: name }));
    case 'wave':
      return paths.waves.map(({ wave, label }) => ({ value: wave, label }));
    default:
      return [];
  }
}
