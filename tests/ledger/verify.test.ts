// Tampering by someone who may do everything to the database: each kind is found, and the first wrong entry is named.
import postgres from 'postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import { wordsOf } from '../../machines/migration/announced.ts';
import type { Effect } from '../../machines/record/effect.ts';
import { effectsIn } from '../../machines/record/reader.ts';
import { definition, stamped } from '../builders/migration.ts';
import { plainProgramme } from '../builders/signing.ts';
import { people } from '../builders/walk.ts';
import { begun, events, openRecord, type Record } from './record.ts';
import type { Walk } from './walk.ts';

let record: Record;
let juki: Walk;
let zei: Walk;

const day = (n: number) => `2023-12-${String(n).padStart(2, '0')}T10:00:00+09:00`;

const openWith = async (systems: string[]) => {
  record = await openRecord();
  const programme = { ...plainProgramme('131121', true), systems };
  await record.ledger.load({ programme, migrations: [] });
  [juki, zei] = [await begun(record.ledger, 'juki'), await begun(record.ledger, 'zei')];
  for (const walk of [juki, zei]) {
    const later = walk === juki ? 0 : 10;
    await record.ledger.append([
      walk.take(events.submitted(day(1 + later))),
      walk.take(events.approved(day(2 + later))),
      walk.take(events.held(day(3 + later))),
      walk.take(events.resumed(day(4 + later))),
      walk.take(events.budget(day(5 + later), 2023, '2023-10-01')),
    ]);
  }
};
beforeEach(() => openWith(['juki', 'zei']));
afterEach(() => record.close());

function announcingTo(system: string): Partial<MigrationDefinition> {
  const { path } = definition();
  const phases = path.phases.map((phase, at) =>
    at === 0 ? { ...phase, announces: 'integration-test-1' } : phase,
  );
  return { dependents: [system], path: { ...path, phases } };
}

/** As a superuser, with every guard switched off. */
async function tamper(act: (tx: postgres.TransactionSql) => Promise<unknown>): Promise<void> {
  const admin = postgres(record.database.adminUrl, { max: 1 });
  await admin.begin(async (tx) => {
    await tx`alter table entry disable trigger all`;
    await tx`alter table definition disable trigger all`;
    await act(tx);
    await tx`alter table entry enable trigger all`;
    await tx`alter table definition enable trigger all`;
    await tx`alter table entry enable always trigger append_only`;
    await tx`alter table definition enable always trigger append_only`;
  });
  await admin.end();
}

const forged = (tx: postgres.TransactionSql) => tx`replace(body, 'ベンダ都合', '庁内都合')`;

test('a correction of what never stood is named, whoever has put it there', async () => {
  const voted = juki.entries[4];
  if (!voted) throw new Error('the fifth entry is the budget');
  const claim = { recordedAt: '2023-12-05T11:00:00+09:00' };
  const forgery = juki.take(events.wrong(day(20), voted, null, claim));
  await tamper(
    (
      tx,
    ) => tx`insert into entry (body, hash, snapshot, effects, latest_occurred_on, latest_recorded_on, backdated)
      values (${forgery.body}, ${forgery.hash}, ${forgery.snapshot}, ${forgery.effects}, '2023-12-20', '2023-12-20', false)`,
  );
  const found = await record.ledger.verify({ only: ['automatic'] });
  expect(found.wrong).toMatchObject([{ chain: juki.chain, seq: 6, what: 'correction' }]);
});

test('a record that nobody touched is right, also when every event is decided again', async () => {
  const found = await record.ledger.verify({ decide: true });
  expect(found).toMatchObject({
    ok: true,
    chains: 3,
    entries: 11,
    redecided: 11,
    firstWrong: null,
    wrong: [],
  });
  expect(found.heads).toEqual([
    { chain: '131121', seq: 1, hash: expect.any(String) },
    { chain: juki.chain, seq: 5, hash: juki.prev },
    { chain: zei.chain, seq: 5, hash: zei.prev },
  ]);
});

test('the word that a milestone cannot come is proven by the entry that cancelled its system', async () => {
  await record.close();
  await openWith(['juki', 'zei', 'renkei']);
  const renkei = await begun(record.ledger, 'renkei', announcingTo('juki'));
  const cancelled = [
    stamped({ type: 'cancellation.proposed', reason: '業務の廃止' }, people.office, { at: day(6) }),
    ...[people.chair, people.member].map((by) =>
      stamped({ type: 'cancellation.approved' }, by, { at: day(7) }),
    ),
  ];
  await record.ledger.append(cancelled.map((event) => renkei.take(event)));
  const last = renkei.entries.at(-1);
  const effects = last ? effectsIn<Effect>(last) : [];
  const [word] = wordsOf(renkei.kept.definition, effects, renkei.entries.length);
  expect(word).toMatchObject({ to: 'juki', submission: { fact: { type: 'milestone.forsaken' } } });
  if (word) await record.ledger.append([juki.take({ ...word.submission, at: day(8) })]);
  expect((await record.ledger.verify({ decide: true })).wrong).toEqual([]);
});

test('of several wrong chains the first of each kind is named, the eldest first', async () => {
  await tamper((tx) => tx`update entry set body = ${forged(tx)} where seq = 3`);
  await tamper((tx) => tx`update entry set snapshot = '{}' where seq >= 2 and chain = ${zei.chain}`);
  const { wrong, checks } = await record.ledger.verify();
  expect(wrong.map(({ chain, seq, what }) => [chain, seq, what])).toEqual([
    [juki.chain, 3, 'hash'],
    [zei.chain, 2, 'stateHash'],
    [zei.chain, 3, 'hash'],
  ]);
  expect(checks.find(({ check }) => check === 'chains')).toMatchObject({ looked: 11 });
  expect((await record.ledger.verify({ programme: '999999' })).ok).toBe(true);
});

test('the parts can be asked for one by one, and say what they looked at', async () => {
  const guards = await record.ledger.verify({ only: ['guards', 'access', 'definitions'] });
  expect(guards.checks.map(({ check, looked }) => [check, looked > 0])).toEqual([
    ['guards', true],
    ['access', false],
    ['definitions', true],
  ]);
  const chains = await record.ledger.verify({ only: ['chains'] });
  expect(chains.checks.map(({ check }) => check)).toEqual(['definitions', 'chains', 'states', 'columns']);
});

test('what a server keeps in memory does not hide that a definition is gone', async () => {
  await record.ledger.definitions.migration(zei.chain, 1);
  await tamper((tx) => tx`delete from definition where chain = ${zei.chain}`);
  const found = await record.ledger.verify({ decide: true });
  expect(found.wrong).toMatchObject([
    { chain: zei.chain, seq: 1, what: 'definition' },
    { chain: zei.chain, seq: 0, what: 'missing' },
  ]);
});
