// Who holds the posts of a path in a system whose own path names others in their place.
import type { Path, Phase } from '../../definition/definition.ts';
import type { PathSeed } from '../schema.ts';

/** Post of the path → who stands in its place, as far as lists of the same length show it. */
export function rolesBetween(base: PathSeed, own: Path): Record<string, string> {
  const lists = [
    ...base.phases.flatMap((phase) => {
      const now = own.phases.find(({ id }) => id === phase.id);
      return now ? pairsOf(phase, now) : [];
    }),
    ...controlPairs(base, own),
  ];
  const roles: Record<string, string> = {};
  for (const [before, now] of lists)
    if (before.length === now.length)
      before.forEach((post, index) => {
        const holder = now[index];
        if (holder !== undefined && holder !== post) roles[post] = holder;
      });
  return roles;
}

type Pair = readonly [readonly string[], readonly string[]];

function pairsOf(before: Phase, now: Phase): Pair[] {
  const asked = (phase: Phase) => phase.gate?.approvals.map(({ body }) => body) ?? [];
  const conditions = before.gate?.conditions ?? [];
  return [
    [before.owners, now.owners],
    [asked(before), asked(now)],
    ...conditions.map((one, index): Pair => [one.who, now.gate?.conditions[index]?.who ?? []]),
  ];
}

function controlPairs({ control: before }: PathSeed, { control: now }: Path): Pair[] {
  const names = ['hold', 'cancel', 'plan', 'steps', 'facts', 'regime'] as const;
  return [
    ...names.map((name): Pair => [before[name], now[name]]),
    [before.goBack.propose, now.goBack.propose],
    [before.goBack.approve, now.goBack.approve],
  ];
}
