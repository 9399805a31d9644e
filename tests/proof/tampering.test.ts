// Every tampering on a fresh copy of one record: found by its name, or listed as what only a head kept elsewhere shows.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Findings } from '../../ledger/proof/findings.ts';
import asMade from '../../ledger/proof/guards/as-made.json' with { type: 'json' };
import { guardsOf } from '../../ledger/proof/guards/catalogue.ts';
import { checkGuards } from '../../ledger/proof/guards/guards.ts';
import { checkpointOf } from '../../machines/record/checkpoint.ts';
import { signer } from '../builders/signing.ts';
import { inOrderOfNames } from './guards-in-order.ts';
import { type Copy, chains, code, type Prepared, prepareRecord } from './prepared.ts';
import { carefully, type Tampering } from './tampering.ts';
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

/** As a server signed it when `zei` had two entries; more was recorded since. */
async function kept({ ledger }: Copy) {
  const [second] = await ledger.entries(chains.zei, 1, 1);
  const heads = prepared.heads.map((head) =>
    head.chain === chains.zei ? { ...head, seq: 2, hash: second?.hash ?? '' } : head,
  );
  const at = '2024-01-05T00:00:00.000Z';
  return signer.signCheckpoint(checkpointOf({ programme: code, rehearsal: true, at, previous: null, heads }));
}

test.each([
  [
    'a tail cut off',
    carefully('', 'anchor', 'cutOff', (tx) => tx`delete from entry where chain = ${chains.zei} and seq > 1`),
    [[chains.zei, 2, 'cutOff']],
  ],
  [
    'all chains made anew under another key',
    tamperings.find(({ name }) => name === 'all chains made anew under another key'),
    [
      [code, 0, 'checkpointKey'],
      [code, 4, 'anchor'],
      [chains.juki, 7, 'anchor'],
      [chains.renkei, 2, 'anchor'],
      [chains.zei, 2, 'anchor'],
    ],
  ],
])('%s: `verify` alone is silent, and a signed checkpoint names it', async (_, tampering, faults) => {
  const copy = await prepared.copy();
  try {
    const checkpoint = await kept(copy);
    expect((await copy.ledger.verify({ checkpoint })).wrong).toEqual([]);
    await tampering?.act(copy);
    expect((await copy.ledger.verify({ decide: true })).wrong).toEqual([]);
    const found = await copy.ledger.verify({ checkpoint });
    const named = found.wrong.map(({ chain, seq, what }) => [chain, seq, what]);
    expect(named.sort()).toEqual(faults);
  } finally {
    await copy.close();
  }
});

test('a read model’s table that is not what it was fails its own check alone, which is named', async () => {
  const copy = await prepared.copy();
  try {
    await copy.admin.unsafe('alter table deadline rename column status to stands');
    const { wrong, entries } = await copy.ledger.verify({ only: ['chains', 'models'] });
    expect(wrong.map(({ chain, what }) => [chain, what])).toEqual([['models', 'unexamined']]);
    expect(entries).toBe(prepared.heads.reduce((sum, { seq }) => sum + seq, 0));
  } finally {
    await copy.close();
  }
});

test('what a fresh database holds of guards is what stands written down', async () => {
  const copy = await prepared.copy();
  const found = await copy.app.begin(async (tx) => {
    await tx`set local search_path = pg_catalog`;
    return guardsOf(tx);
  });
  await copy.close();
  // Else: node --import tsx tests/proof/make-guards.ts
  expect(inOrderOfNames(found)).toEqual(asMade);
});

test('a view in a schema of the application’s own, or another search path, shows no reader another record', async () => {
  const copy = await prepared.copy();
  const [at] = await copy.admin<{ name: string }[]>`select current_database() as name`;
  await copy.admin.unsafe(`create schema sekimori_app; grant usage on schema sekimori_app to sekimori_app;
    create view sekimori_app.board as select * from public.board where false;
    grant select on sekimori_app.board to sekimori_app`);
  await copy.admin`alter role sekimori_app in database ${copy.admin(at?.name ?? '')}
    set search_path = sekimori_app, public`;
  expect((await copy.ledger.boardTotals(code)).systems).toBe(4);
  await copy.close();
});

test.each([
  ['the application made a superuser’s member', 'grant postgres to sekimori_app', 'sekimori_app'],
  ['the application may write every table', 'grant pg_write_all_data to sekimori_app', 'sekimori_app'],
  [
    'another role may write every table',
    'create role stranger; grant pg_write_all_data to stranger',
    'stranger',
  ],
  ['another role is the owner’s member', 'create role friend; grant sekimori_owner to friend', 'friend'],
])('%s: named as a right too many', async (_, line, role) => {
  const copy = await prepared.copy();
  const findings = new Findings();
  // Roles are the whole cluster's: nobody but this transaction ever sees them.
  const rolledBack = copy.admin.begin(async (tx) => {
    await tx.unsafe(`${line}; set local role sekimori_app; set local search_path = pg_catalog`);
    await checkGuards(tx, findings);
    throw new Error('rolled back');
  });
  await expect(rolledBack).rejects.toThrow('rolled back');
  await copy.close();
  const wrong = findings.all().flatMap((check) => check.wrong);
  expect(wrong.length).toBeGreaterThan(0);
  expect(wrong.every(({ what, chain }) => what === 'right' && chain === role)).toBe(true);
});

test('what only a head kept elsewhere shows is what the auditors’ page says', () => {
  const page = readFileSync(new URL('../../docs/auditors.md', import.meta.url), 'utf8');
  const listed = [...page.matchAll(/^- .*?\((.*?)\)。?$/gm)].map(([, english]) => english);
  const only = tamperings.filter(({ by }) => by === 'anchor').map(({ name }) => name);
  expect(listed.filter((line) => only.includes(line ?? ''))).toEqual(only);
});
