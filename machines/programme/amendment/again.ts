// An amendment that was returned, withdrawn or overtaken, taken up again: what it wanted of the edition that it was made on, wanted of the
// one in force now. Where both have changed the same place otherwise, nobody can say here which is meant.

import { memberKey } from '../../definition/difference.ts';
import { canonical } from '../../record/canonical.ts';
import { same } from '../../record/same.ts';
import type { Wanted } from './proposal.ts';

type Fields = Record<string, unknown>;

export interface TakenUp {
  wanted: Wanted;
  /** Places that have been changed otherwise since. */
  conflicts: string[];
}

/** Versions, who is told and a body's own quorum follow from the rest when it is made an edition; what a gate asks of a body does not. */
const follows = (at: readonly string[]): boolean =>
  at.at(-1) === 'version' || at.at(-1) === 'dependents' || (at.at(-1) === 'quorum' && at.at(-3) === 'bodies');

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
  const [before, after, present] = [keyed(base), keyed(wanted), keyed(now)];
  const all = orderOf(before, after, present).flatMap((key): unknown[] => {
    const here = [...at, key];
    const [was, meant, is] = [before.get(key), after.get(key), present.get(key)];
    // Who took it out meant it as it was; who changed it meant it to stay.
    if (before.has(key) && after.has(key) !== present.has(key)) {
      if (!same(was, meant ?? is)) conflicts.push(here.join(' › '));
      return [];
    }
    if (!present.has(key)) return [meant];
    return after.has(key) ? [merged(was, meant, is, here, conflicts)] : [is];
  });
  return all.every((one) => typeof one === 'string') && same(base, base.toSorted()) ? all.toSorted() : all;
}

type Members = ReadonlyMap<string, unknown>;

const keyed = (list: readonly unknown[]): Members =>
  new Map(list.map((one) => [memberKey(one) ?? canonical(one), one]));

/** As they stand now; what comes besides, after what it was put after, and first where it was put first. */
function orderOf(before: Members, after: Members, present: Members): string[] {
  const order = [...present.keys()];
  let previous: string | null = null;
  for (const key of after.keys()) {
    if (!present.has(key) && !before.has(key)) {
      const place = previous === null ? 0 : order.indexOf(previous) + 1 || order.length;
      order.splice(place, 0, key);
    }
    previous = key;
  }
  // What was changed, and has gone since, is spoken of too.
  return [...order, ...[...before.keys()].filter((key) => after.has(key) && !present.has(key))];
}
