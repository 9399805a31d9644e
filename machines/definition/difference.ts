// What two versions of a definition have otherwise: each place by its keys, with what stood there and what stands there. Pure; knows
// no field.

import { canonical } from '../record/entry.ts';
import { same } from '../record/same.ts';

export interface Difference {
  /** Field names and ids on the way to it. */
  at: string[];
  /** As people write it; null where there was, or is, nothing. */
  was: string | null;
  now: string | null;
  /** The same as it stands in the definition; left out where there is nothing. */
  from?: unknown;
  to?: unknown;
}

type Fields = Record<string, unknown>;

/** By one of these the members of a list are told apart. */
const KEYS = ['id', 'phase', 'body', 'name', 'on'] as const;

export function differences(before: unknown, after: unknown, at: string[] = []): Difference[] {
  if (same(before, after)) return [];
  if (isText(before ?? after) && isText(after ?? before)) return [said(at, before, after)];
  if (Array.isArray(before ?? after) && Array.isArray(after ?? before))
    return lists((before ?? []) as unknown[], (after ?? []) as unknown[], at);
  if (isFields(before) && isFields(after)) return fields(before, after, at);
  return [said(at, before, after)];
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is { ja: string; en: string } =>
  isFields(value) && Object.keys(value).sort().join() === 'en,ja';

const said = (at: string[], was: unknown, now: unknown): Difference => ({
  at,
  was: word(was),
  now: word(now),
  ...(was === undefined || was === null ? {} : { from: was }),
  ...(now === undefined || now === null ? {} : { to: now }),
});

function word(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (isText(value)) return value.ja === value.en ? value.ja : `${value.ja} / ${value.en}`;
  if (Array.isArray(value)) return value.map((item) => word(item) ?? '').join('、');
  if (!isFields(value)) return String(value);
  return Object.entries(value)
    .map(([name, part]) => `${name}: ${word(part) ?? ''}`)
    .join(', ');
}

const fields = (before: Fields, after: Fields, at: string[]): Difference[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) =>
    differences(before[name], after[name], [...at, name]),
  );

function lists(before: readonly unknown[], after: readonly unknown[], at: string[]): Difference[] {
  const [were, are] = [keyed(before), keyed(after)];
  if (were === null || are === null) return members(before, after, at);
  const both = [...new Set([...were.keys(), ...are.keys()])];
  const changed = both.flatMap((key) => {
    const [was, now] = [were.get(key), are.get(key)];
    return was === undefined || now === undefined
      ? [said([...at, key], was, now)].filter(() => !same(was, now))
      : differences(was, now, [...at, key]);
  });
  const kept = (keys: Iterable<string>, others: ReadonlyMap<string, unknown>) =>
    [...keys].filter((key) => others.has(key));
  const [order, now] = [kept(were.keys(), are), kept(are.keys(), were)];
  return same(order, now) ? changed : [...changed, said([...at, 'order'], order, now)];
}

/** What left a list of plain values, and what came. */
function members(before: readonly unknown[], after: readonly unknown[], at: string[]): Difference[] {
  const [were, are] = [new Set(before.map(canonicalOf)), new Set(after.map(canonicalOf))];
  const gone = before.filter((item) => !are.has(canonicalOf(item)));
  const come = after.filter((item) => !were.has(canonicalOf(item)));
  if (gone.length === 0 && come.length === 0) return [said([...at, 'order'], before, after)];
  return [said(at, gone.length > 0 ? gone : null, come.length > 0 ? come : null)];
}

const canonicalOf = (item: unknown): string => canonical(item ?? null);

function keyed(items: readonly unknown[]): Map<string, unknown> | null {
  const pairs = items.map((item): [string, unknown] | null => {
    const key = memberKey(item);
    return key === null ? null : [key, item];
  });
  const known = pairs.filter((pair) => pair !== null);
  return known.length === items.length && new Map(known).size === items.length ? new Map(known) : null;
}

/** By what a member of a list is told apart; null where by nothing. */
export function memberKey(item: unknown): string | null {
  if (!isFields(item)) return null;
  const name = KEYS.find((key) => typeof item[key] === 'string');
  if (name !== undefined) return String(item[name]);
  // A gate's condition is what it asks for.
  const { kind, label: _label, who: _who, hard: _hard, ...asked } = item;
  return typeof kind === 'string' ? `${kind} ${word(asked) ?? ''}` : null;
}
