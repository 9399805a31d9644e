// Every tampering on a fresh copy of one record: found by its name, or listed as what only a head kept elsewhere shows.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Prepared, prepareRecord } from './prepared.ts';
import type { Tampering } from './tampering.ts';
import { tamperings } from './tamperings.ts';

let prepared: Prepared;
beforeAll(async () => {
  prepared = await prepareRecord();
});
afterAll(() => prepared?.close());

test('a copy that nobody touched is right in every way', async () => {
  const copy = await prepared.copy();
  const found = await copy.ledger.verify({ decide: true, anchors: prepared.heads });
  await copy.close();
  expect(found.wrong).toEqual([]);
  expect(found.redecided).toBe(found.entries);
  const remarks = found.checks.flatMap((check) => check.remarks.map(({ chain, what }) => [chain, what]));
  expect(remarks).toEqual([['131121/idle', 'empty']]);
  expect(found.checks.find(({ check }) => check === 'automatic')?.looked).toBe(2);
});

test('there are at least forty, each with a name of its own', () => {
  expect(tamperings.length).toBeGreaterThanOrEqual(40);
  expect(new Set(tamperings.map(({ name }) => name)).size).toBe(tamperings.length);
});

/** The faults that `verify` names without being told to decide again or of any head; with it; and with heads. */
async function foundBy(by: Tampering['by'], copy: Awaited<ReturnType<Prepared['copy']>>) {
  const asked = { decide: by === 'decide', ...(by === 'anchor' ? { anchors: prepared.heads } : {}) };
  const { checks } = await copy.ledger.verify(asked);
  return checks.flatMap(({ wrong, remarks }) => (by === 'remark' ? remarks : wrong).map(({ what }) => what));
}

test.each(tamperings)('$name is found: $by, $what', async ({ by, what, act }) => {
  const copy = await prepared.copy();
  try {
    await act(copy);
    expect(await foundBy(by, copy)).toContain(what);
    if (by === 'decide' || by === 'anchor') expect(await foundBy('plain', copy)).toEqual([]);
    if (by === 'anchor') expect(await foundBy('decide', copy)).toEqual([]);
  } finally {
    await copy.close();
  }
});

test('what only a head kept elsewhere shows is what the auditors’ page says', () => {
  const page = readFileSync(new URL('../../docs/auditors.md', import.meta.url), 'utf8');
  const listed = [...page.matchAll(/^- .*?\((.*?)\)。?$/gm)].map(([, english]) => english);
  const only = tamperings.filter(({ by }) => by === 'anchor').map(({ name }) => name);
  expect(listed.filter((line) => only.includes(line ?? ''))).toEqual(only);
});
