// The proof on request: every check with what it shows, against heads that are sent, and against what Temporal remembers.
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkpointDigest } from '../../machines/record/checkpoint.ts';
import { doctorReport } from '../../server/contract/health.ts';
import { rebuilt } from '../../server/contract/keeping.ts';
import { checkpoint, type Verification, verification } from '../../server/contract/verification.ts';
import { migrationWorkflowId } from '../../workflows/messages.ts';
import { signerOfTests } from '../builders/signing.ts';
import { openTown, type Town } from '../server/town.ts';

let town: Town;
let untouched: Verification;
const path = () => `/programmes/${town.code}/verify`;
const takenAt = () => `/programmes/${town.code}/checkpoint`;
const verify = (body: object) => town.answered(verification, 'POST', path(), { as: 'operator', body });
const faultsOf = ({ checks }: Verification) =>
  checks.flatMap(({ check, wrong }) =>
    wrong.map(({ chain, seq, what, detail }) => ({ check, chain, seq, what, detail })),
  );

beforeAll(async () => {
  town = await openTown();
  untouched = await town.answered(verification, 'GET', path(), { as: 'operator' });
}, 600_000);
afterAll(() => town.close());

test('every check says how much it looked at, in both languages what it shows', () => {
  expect(faultsOf(untouched)).toEqual([]);
  expect(untouched.ok).toBe(true);
  const looked = Object.fromEntries(untouched.checks.map(({ check, looked: count }) => [check, count]));
  expect(looked).toMatchObject({ chains: untouched.entries, states: untouched.entries });
  expect(looked.workflows).toBeGreaterThan(1);
  expect(looked.models).toBeGreaterThan(1);
  // Without being asked to: nothing else sees a signed act with a state made up.
  expect(looked.decisions).toBe(untouched.entries);
  for (const { name, shows } of untouched.checks)
    expect([name.ja, name.en, shows.ja, shows.en]).not.toContain('');
});

test('deciding again is left out where that is asked', async () => {
  const quick = await verify({ decide: false });
  expect([quick.ok, quick.redecided]).toEqual([true, null]);
});

test('one is made at a time: a few wait for it, the rest are told when to ask again', async () => {
  const asked = Array.from({ length: 12 }, () =>
    town.ask('POST', path(), { as: 'operator', body: { decide: false } }),
  );
  const answers = await Promise.all(asked);
  const count = (status: number) => answers.filter((answer) => answer.status === status).length;
  expect([count(200), count(429)]).toEqual([4, 8]);
  expect(answers.find(({ status }) => status === 429)?.headers.get('Retry-After')).toBe('30');
  expect((await verify({ decide: false })).ok).toBe(true);
});

test('heads that are sent are compared, and a remembered one says since when', async () => {
  const [head] = untouched.heads;
  if (!head) throw new Error('a town has chains');
  const right = await verify({ anchors: untouched.heads, remembered: untouched.heads });
  expect(right.ok).toBe(true);
  const at = '2026-11-01T00:00:00.000Z';
  const wrong = await verify({
    anchors: [{ ...head, hash: 'b'.repeat(64) }],
    remembered: [{ ...head, seq: head.seq + 1, at }],
  });
  expect(faultsOf(wrong)).toMatchObject([
    { check: 'anchors', chain: head.chain, seq: head.seq, what: 'anchor' },
    { check: 'remembered', chain: head.chain, seq: head.seq + 1, what: 'rememberedGone', detail: at },
  ]);
});

test('to the doctor, heads that nobody signed make no record ill: they are noted', async () => {
  const [head] = untouched.heads;
  if (!head) throw new Error('a town has chains');
  const recordPart = async () => {
    const report = await town.answered(doctorReport, 'GET', '/doctor', { as: 'operator' });
    return report.parts.find(({ part }) => part === 'record');
  };
  await verify({ remembered: [{ ...head, hash: 'b'.repeat(64) }] });
  const noted = await recordPart();
  expect([noted?.ok, noted?.notes?.[0]?.ja]).toEqual([true, expect.stringContaining('署名のないもの')]);
  await verify({ anchors: [{ ...head, hash: 'b'.repeat(64) }] });
  expect((await recordPart())?.ok).toBe(true);
  await verify({});
  expect(await recordPart()).toMatchObject({ ok: true });
  expect((await recordPart())?.notes).toBeUndefined();
});

test('heads of another shape, or too many, are refused', async () => {
  const [head] = untouched.heads;
  for (const anchors of [[{ ...head, hash: 'x' }], Array.from({ length: 5001 }, () => head)]) {
    expect(
      (await town.refused('POST', path(), { as: 'operator', body: { anchors } })).status,
    ).toBeGreaterThanOrEqual(413);
  }
});

test('heads of other programmes alone are refused, beside ours they are passed over', async () => {
  const [head] = untouched.heads;
  if (!head) throw new Error('a town has chains');
  const another = { ...head, chain: '999999' };
  const alone = await town.refused('POST', path(), { as: 'operator', body: { anchors: [another] } });
  expect([alone.status, alone.issues?.[0]?.field]).toEqual([422, 'anchors']);
  expect((await verify({ anchors: [another, head] })).ok).toBe(true);
});

test('a signed checkpoint holds every chain; what was altered is refused, and a key that nobody named is told', async () => {
  const taken = await town.answered(checkpoint, 'GET', takenAt(), { as: 'kansa-mori' });
  expect(taken.checkpoint.heads).toEqual(
    untouched.heads.map(({ chain, seq, hash }) => ({ chain, seq, hash })),
  );
  const right = await verify({ checkpoint: taken });
  expect([right.ok, right.checks.find(({ check }) => check === 'anchors')?.looked]).toEqual([
    true,
    untouched.chains,
  ]);
  const [own, ...rest] = taken.checkpoint.heads;
  const forged = { ...taken.checkpoint, heads: own ? [{ ...own, hash: 'b'.repeat(64) }, ...rest] : [] };
  const sent = await town.refused('POST', path(), {
    as: 'operator',
    body: { checkpoint: { ...taken, checkpoint: forged, digest: checkpointDigest(forged) } },
  });
  expect([sent.status, sent.issues?.[0]?.code, sent.issues?.[0]?.message.ja]).toEqual([
    422,
    'altered',
    'チェックポイントの内容が、その署名と合いません。書き換えられています。',
  ]);
  const other = {
    ...forged,
    programme: '999999',
    heads: [{ chain: '999999', seq: 1, hash: 'a'.repeat(64) }],
  };
  const elsewhere = { checkpoint: signerOfTests(7).signCheckpoint(other) };
  expect((await town.refused('POST', path(), { as: 'operator', body: elsewhere })).issues?.[0]?.code).toBe(
    'unknown',
  );
  const strange = await verify({ checkpoint: signerOfTests(7).signCheckpoint(taken.checkpoint) });
  expect(faultsOf(strange)).toMatchObject([
    { check: 'anchors', chain: town.code, what: 'checkpointKey', detail: signerOfTests(7).id },
  ]);
  expect((await town.ask('GET', takenAt())).status).toBe(401);
});

test('what is wrong in the read models is made anew from the record, by the machine’s administrators alone', async () => {
  const admin = postgres(town.rig.database.adminUrl, { max: 1 });
  await admin`update board set search = 'altered' where chain = ${`${town.code}/juki`}`;
  await admin`delete from deadline where chain = ${`${town.code}/juki`}`;
  await admin.end();
  const models = async () => faultsOf(await verify({})).filter(({ check }) => check === 'models');
  expect((await models()).map(({ what }) => what)).toEqual(expect.arrayContaining(['board', 'deadline']));
  const rebuild = `/programmes/${town.code}/rebuild`;
  expect((await town.refused('POST', rebuild, { as: 'dx-tanaka' })).code).toBe('forbidden');
  const { systems } = await town.answered(rebuilt, 'POST', rebuild, { as: 'operator' });
  expect(systems).toBe(untouched.chains - 1);
  expect(await models()).toEqual([]);
  const { heads } = await verify({});
  expect(heads.map(({ hash }) => hash)).toEqual(untouched.heads.map(({ hash }) => hash));
});

test('a tail cut off is seen by its workflow; a workflow that was ended is absent', async () => {
  const [longer, other] = untouched.heads.filter(({ chain, seq }) => chain.includes('/') && seq > 1);
  if (!longer || !other) throw new Error('a town has chains');
  const admin = postgres(town.rig.database.adminUrl, { max: 1 });
  await admin.begin(async (tx) => {
    await tx`alter table entry disable trigger append_only`;
    await tx`delete from entry where chain = ${longer.chain} and seq = ${longer.seq}`;
    await tx`alter table entry enable always trigger append_only`;
  });
  await admin.end();
  const system = other.chain.split('/')[1] ?? '';
  await town.rig.client.workflow.getHandle(migrationWorkflowId(town.code, system)).terminate();
  const found = faultsOf(await verify({}));
  expect(found).toContainEqual(expect.objectContaining({ chain: longer.chain, what: 'workflowAhead' }));
  expect(found).toContainEqual(expect.objectContaining({ chain: other.chain, what: 'workflowAbsent' }));
});
