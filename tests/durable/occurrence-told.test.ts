// What happened around a programme is told to each migration that counts from it once, whenever the worker dies; and nobody else tells it.
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { LedgerRefusal } from '../../ledger/chain/failure.ts';
import { programmeActor } from '../../machines/programme/amendment/edition.ts';
import type { ProgrammeSubmission } from '../../machines/programme/event.ts';
import { type EntryBody, seal } from '../../machines/record/entry.ts';
import { realClock } from '../../workflows/clock.ts';
import { type ProgrammeSubmit, programmeSubmitUpdate } from '../../workflows/messages.ts';
import { deadline, definition, person } from '../builders/migration.ts';
import { pin, plainProgramme, signed, signerOfTests } from '../builders/signing.ts';
import { startProcess } from './fault-process.ts';
import { stepsDone } from './people.ts';
import {
  bodiesOf,
  createRig,
  freshCode,
  type Rig,
  refusalOf,
  standingOf,
  startMigration,
  startProgramme,
  startWorker,
  submitTo,
} from './rig.ts';

const occurrences = [
  { id: 'promulgation', label: { ja: '条例の公布', en: 'the ordinance promulgated' } },
  { id: 'bankruptcy', label: { ja: '事業者の破産', en: "the vendor's bankruptcy" } },
];
const countedFrom = (occurrence: string) =>
  deadline(`after-${occurrence}`, {
    rule: { kind: 'forward', anchor: { occurrence }, length: 30, unit: 'days' },
    metBy: { phase: 'development', edge: 'left' },
  });
const on = '2023-11-16';

let rig: Rig;
beforeAll(async () => {
  rig = await createRig();
});
afterEach(async () => {
  for (const stop of rig.working) await stop();
});
afterAll(() => rig.close());

async function startTown(systems: string[]) {
  const code = freshCode();
  const whole = { ...plainProgramme(code, false), systems, occurrences };
  await rig.ledger.load({ programme: whole, migrations: [] });
  await pin(rig.ledger, code, false);
  const programme = await startProgramme(rig, whole, realClock);
  const base = definition({ deadlines: occurrences.map(({ id }) => countedFrom(id)), occurrences });
  const migrations = await Promise.all(
    systems.map((id) =>
      startMigration(
        rig,
        {
          ...base,
          programme: { ...base.programme, code, rehearsal: false },
          system: { ...base.system, id },
        },
        { taskTimeout: '10 seconds' },
      ),
    ),
  );
  return { code, programme, migrations };
}
type Town = Awaited<ReturnType<typeof startTown>>;

const promulgated: ProgrammeSubmission = {
  fact: {
    type: 'occurrence.recorded',
    id: 'promulgation',
    title: { ja: '条例の公布', en: 'the ordinance promulgated' },
    kind: 'notice',
  },
  actor: person('office', 'dx-office'),
  occurredOn: on,
  requestId: 'promulgated',
};

const record = ({ code, programme }: Town) =>
  programme.executeUpdate(programmeSubmitUpdate, {
    args: [{ submissions: [signed(code, promulgated)] } as ProgrammeSubmit],
  });

const toldIn = async ({ code }: Town, system: string) =>
  (await bodiesOf(rig, `${code}/${system}`)).flatMap(({ fact }) =>
    fact.type === 'occurrence.told' ? [[fact.occurrence, fact.entry, fact.on]] : [],
  );

it.each(['beforeCommit', 'afterCommit'] as const)(
  'a worker killed while it is told (%s of the first to hear) leaves nobody out and tells nobody twice',
  async (at) => {
    // More than are told at once: the last ones hear from whoever tells on.
    const systems = Array.from({ length: 10 }, (_, index) => `system-${index}`);
    const town = await startTown(systems);
    // The first append is the programme's own.
    const dying = await startProcess(rig, { at, nth: 2 });
    const gone = record(town).catch(() => undefined);
    await once(dying, 'exit');
    expect(dying.signalCode).toBe('SIGKILL');
    expect(await bodiesOf(rig, town.code)).toHaveLength(2);
    await startWorker(rig);
    expect(await record(town)).toMatchObject({ version: 2, repeated: true });
    for (const system of systems) expect(await toldIn(town, system)).toEqual([['promulgation', 2, on]]);
    for (const migration of town.migrations)
      expect((await standingOf(migration)).snapshot.context.deadlines['after-promulgation']?.dueOn).toBe(
        '2023-12-16',
      );
    await gone;
    expect(await rig.ledger.verify({ programme: town.code, decide: true })).toMatchObject({ ok: true });
  },
  240_000,
);

it('told by anybody but the programme’s chain, it is refused by the workflow and by the record', async () => {
  await startWorker(rig);
  const town = await startTown(['juki']);
  const [migration] = town.migrations;
  if (!migration) throw new Error('a migration was started');
  const chain = `${town.code}/juki`;
  await submitTo(migration, stepsDone());
  await record(town);
  const said = { type: 'occurrence.told', occurrence: 'bankruptcy', entry: 2, on };
  const word = { fact: said, actor: programmeActor(town.code), occurredOn: on, requestId: 'occurrence/2' };
  // With Temporal's command line: through each of its messages.
  for (const forged of [word, { ...word, signature: signerOfTests().sign(chain, word).signature }])
    expect(await refusalOf(migration.executeUpdate('submit', { args: [{ submissions: [forged] }] }))).toEqual(
      ['Malformed'],
    );
  expect(
    await refusalOf(migration.executeUpdate('adopt', { args: [{ adopted: 2, submission: word }] })),
  ).toEqual(['Malformed']);
  await migration.signal('milestone', { submission: word });
  await migration.signal('nudge');
  for (const adopted of [1, 2, 999]) await migration.executeUpdate('adopt', { args: [{ adopted }] });
  expect(await toldIn(town, 'juki')).toEqual([['promulgation', 2, on]]);
  // By an append of one's own: of what is not on the programme's chain, of another day, of what was told already.
  for (const fact of [
    said,
    { ...said, occurrence: 'promulgation', on: '2023-11-15' },
    { ...said, occurrence: 'promulgation' },
  ]) {
    const head = await rig.ledger.head(chain);
    if (!head) throw new Error('the chain has a head');
    const { stateHash: _s, effectsHash: _e, signature: _g, ...before } = JSON.parse(head.body) as EntryBody;
    const now = new Date().toISOString();
    const claim = { ...word, fact, requestId: `forged/${fact.occurrence}/${fact.on}` };
    const body = { ...before, ...claim, seq: before.seq + 1, prev: head.hash, recordedAt: now, wallAt: now };
    const refusal = await rig.ledger.append([seal(body, JSON.parse(head.snapshot), [])]).catch((no) => no);
    expect(refusal).toBeInstanceOf(LedgerRefusal);
    expect([refusal.code, refusal.facts.why]).toEqual(['entry.unproven', 'told']);
  }
  expect(await toldIn(town, 'juki')).toEqual([['promulgation', 2, on]]);
});
