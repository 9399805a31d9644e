// An amendment that was returned, withdrawn or overtaken, taken up again: what it wanted of the edition that it was made on, wanted of the
// one in force now. Where both have changed the same place otherwise, nobody can say here which is meant.

import { memberKey } from '../../definition/difference.ts';
import { canonical } from '../../record/canonical.ts';
import type { Wanted } from './proposal.ts';

type Fields = Record<string, unknown>;

export interface TakenUp {
  wanted: Wanted;
  /** Places that have been changed otherwise since. */
  conflicts: string[];
}

/** Versions, who is told and how many of a body decide outside gates follow from the rest when it is made an edition. What a gate asks does not. */
const FOLLOWS = new Set(['version', 'dependents']);
const follows = (at: readonly string[]): boolean =>
  FOLLOWS.has(at.at(-1) ?? '') || (at.at(-1) === 'quorum' && at.at(-3) === 'bodies');

export function takenUp(base: Wanted, wanted: Wanted, now: Wanted): TakenUp {
  const conflicts: string[] = [];
  const found = merged(keyedOf(base), keyedOf(wanted), keyedOf(now), [], conflicts) as Keyed;
  const { programme } = found;
  const migrations = programme.systems.flatMap((system) => found.migrations[system] ?? []);
  return { wanted: { programme, migrations }, conflicts };
}

interface Keyed {
  programme: Wanted['programme'];
  migrations: Record<string, Wanted['migrations'][number]>;
}
const keyedOf = ({ programme, migrations }: Wanted): Keyed => ({
  programme,
  migrations: Object.fromEntries(migrations.map((one) => [one.system.id, one])),
});

const same = (a: unknown, b: unknown): boolean => canonical(a ?? null) === canonical(b ?? null);
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function merged(base: unknown, wanted: unknown, now: unknown, at: string[], conflicts: string[]): unknown {
  if (same(base, wanted) || same(wanted, now)) return now;
  if (same(base, now)) return wanted;
  if (isFields(base) && isFields(wanted) && isFields(now))
    return mergedFields(base, wanted, now, at, conflicts);
  if (Array.isArray(base) && Array.isArray(wanted) && Array.isArray(now))
    return mergedLists(base, wanted, now, at, conflicts);
  if (!follows(at)) conflicts.push(at.join(' › '));
  return now;
}

function mergedFields(base: Fields, wanted: Fields, now: Fields, at: string[], conflicts: string[]): Fields {
  const names = [...new Set([...Object.keys(now), ...Object.keys(wanted)])];
  const pairs = names.map((name): [string, unknown] => [
    name,
    merged(base[name], wanted[name], now[name], [...at, name], conflicts),
  ]);
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
}

/** By what its members are told apart; of plain values what came and what went. */
function mergedLists(
  base: readonly unknown[],
  wanted: readonly unknown[],
  now: readonly unknown[],
  at: string[],
  conflicts: string[],
): unknown[] {
  const keys = (list: readonly unknown[]) =>
    new Map(list.map((one) => [memberKey(one) ?? canonical(one), one]));
  const [before, after, present] = [keys(base), keys(wanted), keys(now)];
  const order = [...present.keys()];
  [...after.keys()].forEach((key, index) => {
    if (present.has(key) || before.has(key)) return;
    const previous = [...after.keys()][index - 1];
    order.splice(previous === undefined ? 0 : order.indexOf(previous) + 1 || order.length, 0, key);
  });
  const all = order.flatMap((key): unknown[] => {
    if (before.has(key) && !after.has(key)) {
      if (!same(before.get(key), present.get(key))) conflicts.push([...at, key].join(' › '));
      return [];
    }
    if (!present.has(key)) return [after.get(key)];
    if (!after.has(key)) return [present.get(key)];
    return [merged(before.get(key), after.get(key), present.get(key), [...at, key], conflicts)];
  });
  const changedAway = [...before.keys()].filter(
    (key) => !present.has(key) && after.has(key) && !same(before.get(key), after.get(key)),
  );
  conflicts.push(...changedAway.map((key) => [...at, key].join(' › ')));
  return all.every((one) => typeof one === 'string') && isSorted(base) ? all.toSorted() : all;
}

const isSorted = (list: readonly unknown[]): boolean => same(list, list.toSorted());
