// One meeting decides several systems: each item is an entry of its own, what fails leaves the rest right and is gone on with, nothing twice;
// and what no meeting resolved is refused by the record, or named by its proof.
import { once } from 'node:events';
import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ActivityFailure, ApplicationFailure } from '@temporalio/common';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Resolution } from '../../machines/decision/resolution.ts';
import { chainOf } from '../../machines/record/chain.ts';
import { requestKey } from '../../machines/record/claim.ts';
import { type EntryBody, seal } from '../../machines/record/entry.ts';
import { accountView } from '../../server/contract/accounts.ts';
import { submitted } from '../../server/contract/entries.ts';
import { convening } from '../../server/contract/meetings/convening.ts';
import {
  type MeetingCarried,
  meetingCarried,
  meetingRecorded,
  meetingView,
} from '../../server/contract/meetings/meetings.ts';
import { systemView } from '../../server/contract/migrations/system.ts';
import { deputyList, deputyRecorded } from '../../server/contract/posts.ts';
import { clockMoved } from '../../server/contract/settings/clock.ts';
import { verification } from '../../server/contract/verification.ts';
import { migrationWorkflowId } from '../../workflows/messages.ts';
import { signed } from '../builders/signing.ts';
import { startProcess } from '../durable/fault-process.ts';
import type { Fault } from '../durable/fault-worker.ts';
import { altered } from '../seeds/folder.ts';
import { filesOf, openTown, startLivingWorker, type Town, withParts } from './town.ts';

const MEETS = `
    meets:
      chair: { account: bukai-kobayashi }
      deputyChair: { account: bukai-kato }
      quorum: 過半数
      circulation: { quorum: 過半数 }
      deputies: true
      tie: second`;
const LABEL = 'label: { ja: 作業部会, en: Working group }\n    members: 3';

let town: Town;
beforeAll(async () => {
  town = await openTown({ answerMs: 3_000 }, undefined, (code) =>
    altered('programme.yaml', LABEL, `${LABEL}${MEETS}`, filesOf(code)),
  );
}, 300_000);
let stopAnother: () => Promise<void> = async () => undefined;
afterAll(async () => {
  await stopAnother();
  await town?.close();
});

let requests = 0;
const requestId = () => {
  requests += 1;
  return `meetings/${requests}`;
};
const path = (rest: string) => `/programmes/${town.code}${rest}`;
const office = { as: 'dx-tanaka' };
const DAY = '2023-11-16';

async function act(
  system: string,
  as: string,
  fact: { type: string } & Record<string, unknown>,
  post = 'business-division',
) {
  const { row } = await town.answered(systemView, 'GET', path(`/systems/${system}`), { as });
  const body = {
    fact: { phase: row.phase, ...fact },
    post,
    occurredOn: DAY,
    requestId: requestId(),
    seenVersion: row.version,
  };
  return town.answered(submitted, 'POST', path(`/systems/${system}/events`), { as, body });
}
const submit = (system: string, as = 'fukushi-watanabe') =>
  act(system, as, { type: 'phase.submitted', evidence: [] });

const programmeAct = (
  fact: { type: string } & Record<string, unknown>,
  as = 'dx-tanaka',
  post = 'dx-office',
  occurredOn = DAY,
) => ({
  as,
  body: { fact, post, occurredOn, requestId: requestId(), seenVersion: 0 },
});
const record = (...given: Parameters<typeof programmeAct>) =>
  town.answered(submitted, 'POST', path('/events'), programmeAct(...given));

async function convene(systems: readonly string[], more: Record<string, unknown> = {}): Promise<number> {
  const body = {
    post: 'dx-office',
    body: 'working-group',
    form: 'inPerson',
    on: DAY,
    agenda: systems.map((system) => ({ system })),
    requestId: requestId(),
    ...more,
  };
  return (await town.answered(meetingRecorded, 'POST', path('/meetings'), { ...office, body })).meeting;
}

const viewOf = (meeting: number, as = 'dx-tanaka') =>
  town.answered(meetingView, 'GET', path(`/meetings/${meeting}`), { as });

/** All who have a vote are for every item. */
async function voted(meeting: number, present = ['bukai-kobayashi', 'bukai-kato', 'juki-suzuki']) {
  await record({ type: 'meeting.attended', meeting, present });
  for (const { number: item, voters, now: of } of (await viewOf(meeting)).agenda) {
    const votes = voters.map((account) => ({ account, voice: 'for' }));
    await record({ type: 'meeting.voted', meeting, item, motion: 'approve', votes, of });
  }
}

const carry = (meeting: number, how: 'close' | 'resume', as = 'dx-tanaka', of: Town = town) =>
  of.answered(meetingCarried, 'POST', path(`/meetings/${meeting}/${how}`), {
    as,
    body: { post: 'dx-office', ...(how === 'close' ? { requestId: requestId() } : {}) },
  });
const as = ({ items }: MeetingCarried) => items.map((item) => item.as);

const resolvedIn = async (system: string): Promise<EntryBody[]> => {
  const entries = await town.rig.ledger.entries(chainOf(town.code, system), 0, 500);
  return entries
    .map(({ body }) => JSON.parse(body) as EntryBody)
    .filter(({ fact }) => fact.type === 'gate.resolved');
};

it('each item is an entry that names the meeting; one that fails is said, and leaves the others right', async () => {
  await submit('kokuho');
  await submit('nenkin');
  await submit('koseki', 'koseki-nakamura');
  const meeting = await convene(['kokuho', 'koseki', 'nenkin']);
  await voted(meeting);
  await act('koseki', 'koseki-nakamura', { type: 'submission.withdrawn', reason: '差替え' });
  const closed = await carry(meeting, 'close');
  expect(as(closed)).toEqual(['taken', 'refused', 'taken']);
  expect(closed.items[1]?.refusals.map(({ code }) => code)).toContain('meeting.otherBundle');
  const [entry] = await resolvedIn('kokuho');
  expect(entry).toMatchObject({
    actor: { account: 'dx-tanaka', post: 'dx-office' },
    occurredOn: DAY,
    fact: { by: { seq: closed.closedBy }, resolution: { meeting, item: 1, outcome: 'approved' } },
  });
  const again = await carry(meeting, 'resume', 'dx-ito');
  expect(as(again)).toEqual(['already', 'refused', 'already']);
  expect([(await resolvedIn('kokuho')).length, (await resolvedIn('koseki')).length]).toEqual([1, 0]);
  const shown = await viewOf(meeting);
  expect(shown.agenda.map(({ outcome, taken }) => [outcome, taken])).toEqual([
    ['approved', true],
    ['approved', false],
    ['approved', true],
  ]);
});

it('who drafted is named before it is closed, and recused it goes on', async () => {
  const post = { post: 'working-group', programme: town.code };
  await town.answered(accountView, 'POST', '/accounts/fukushi-watanabe/posts', {
    as: 'operator',
    body: post,
  });
  await submit('shougai-techou');
  const meeting = await convene(['shougai-techou']);
  const present = ['bukai-kobayashi', 'bukai-kato', 'fukushi-watanabe'];
  await voted(meeting, present);
  expect((await viewOf(meeting)).agenda[0]?.mustRecuse).toEqual(['fukushi-watanabe']);
  const body = { post: 'dx-office', requestId: requestId() };
  const refused = await town.refused('POST', path(`/meetings/${meeting}/close`), { ...office, body });
  expect(refused.refusals?.map(({ code }) => code)).toEqual(['meeting.mustRecuse']);
  expect(refused.refusals?.[0]?.message.ja).toContain('渡辺');
  await record({
    type: 'meeting.recused',
    meeting,
    item: 1,
    account: 'fukushi-watanabe',
    reason: '起案者のため',
  });
  expect((await viewOf(meeting)).agenda[0]?.mustRecuse).toEqual([]);
  await voted(meeting, present);
  expect(as(await carry(meeting, 'close'))).toEqual(['taken']);
});

it('a meeting whose worker is gone between two items is gone on with once there is one again', async () => {
  await submit('kouki');
  await submit('shougai');
  const meeting = await convene(['kouki', 'shougai']);
  await voted(meeting);
  const { door } = town.parts;
  let sent = 0;
  const gone = withParts(town, {
    door: {
      ...door,
      submit: async (...given) => {
        sent += 1;
        if (sent === 2) await town.stopWorker();
        return door.submit(...given);
      },
    },
  });
  expect(as(await carry(meeting, 'close', 'dx-tanaka', gone))).toEqual(['taken', 'unanswered']);
  stopAnother = await startLivingWorker(town.rig);
  const done = await carry(meeting, 'resume');
  expect(done.items[0]?.as).toBe('already');
  expect(['taken', 'already']).toContain(done.items[1]?.as);
  expect([(await resolvedIn('kouki')).length, (await resolvedIn('shougai')).length]).toEqual([1, 1]);
});

it.each<[string, Fault, readonly [string, string][]]>([
  [
    'once the first item was answered',
    { at: 'afterAnswer', nth: 2 },
    [
      ['jidou', 'kosodate-yamamoto'],
      ['kosodate', 'kosodate-yamamoto'],
    ],
  ],
  [
    'when the second had been recorded and not answered',
    { at: 'afterCommit', nth: 3 },
    [
      ['koseki', 'koseki-nakamura'],
      ['senkyo', 'koseki-nakamura'],
    ],
  ],
])(
  'a meeting whose worker is killed (SIGKILL) %s is finished, each item recorded once',
  async (_when, fault, systems) => {
    for (const [system, by] of systems) await submit(system, by);
    const meeting = await convene(systems.map(([system]) => system));
    await voted(meeting);
    await stopAnother();
    // Its appends: the meeting closed, then item by item.
    const dying = await startProcess(town.rig, fault);
    const died = once(dying, 'exit');
    const closed = await carry(meeting, 'close');
    await died;
    expect(dying.signalCode).toBe('SIGKILL');
    expect(as(closed)[1]).toBe('unanswered');
    stopAnother = await startLivingWorker(town.rig);
    await vi.waitFor(
      async () => {
        const left = as(await carry(meeting, 'resume')).filter((one) => one !== 'already');
        expect(left, 'items that are not carried yet').toEqual([]);
      },
      { timeout: 90_000, interval: 500 },
    );
    const recorded = await Promise.all(systems.map(([system]) => resolvedIn(system)));
    expect(recorded.map((entries) => entries.length)).toEqual([1, 1]);
    expect(recorded.flat().map(({ fact }) => fact.by)).toEqual([
      { seq: closed.closedBy, hash: expect.any(String) },
      { seq: closed.closedBy, hash: expect.any(String) },
    ]);
  },
  150_000,
);

it('by circulation: one is away, one recused, and a deputy answers whose 後閲 is overdue', async () => {
  await submit('seiho');
  const before = await town.answered(convening, 'GET', path('/convening?on=2023-11-24'), office);
  const [body] = before.bodies;
  expect([body?.body, body?.chair, body?.circulationQuorum]).toEqual(['working-group', 'bukai-kobayashi', 2]);
  expect(body?.seats.map(({ account }) => account)).toContain('bukai-kato');
  const seiho = body?.items.find(({ system }) => system === 'seiho');
  expect(seiho).toMatchObject({ decides: { kind: 'gate' }, isNow: true, takesConditions: true });
  const meeting = await convene(['seiho'], { form: 'circulation', on: '2023-11-24' });
  await town.answered(deputyRecorded, 'POST', path('/deputies'), {
    as: 'operator',
    body: {
      account: 'dx-ito',
      post: 'working-group',
      kind: 'forAbsent',
      holder: 'bukai-kato',
      until: '2023-12-28',
      seenBy: '2023-11-17',
      reason: '入院のため',
      requestId: requestId(),
    },
  });
  await town.answered(clockMoved, 'POST', path('/clock'), {
    ...office,
    body: { to: '2023-11-20T09:00:00+09:00', requestId: requestId(), post: 'dx-office' },
  });
  const today = '2023-11-20';
  // Whose seat was given since it was convened.
  expect((await viewOf(meeting)).agenda[0]?.answerable).toContain('dx-ito');
  await record(
    { type: 'meeting.recused', meeting, item: 1, account: 'juki-suzuki', reason: '担当者のため' },
    'juki-suzuki',
    'working-group',
    today,
  );
  const answer = { type: 'meeting.answered', meeting, item: 1, voice: 'for' };
  const refused = await town.refused(
    'POST',
    path('/events'),
    programmeAct(answer, 'juki-suzuki', 'working-group', today),
  );
  expect(refused.refusals?.map(({ code }) => code)).toEqual(['meeting.isRecused']);
  await record(answer, 'bukai-kobayashi', 'working-group', today);
  const early = await town.refused('POST', path(`/meetings/${meeting}/close`), {
    ...office,
    body: { post: 'dx-office', requestId: requestId() },
  });
  expect(early.refusals?.map(({ code }) => code)).toEqual(['meeting.answersOut']);
  await record(answer, 'dx-ito', 'working-group', today);
  expect(as(await carry(meeting, 'close'))).toEqual(['taken']);
  const [entry] = await resolvedIn('seiho');
  const said = entry?.fact.resolution as Resolution;
  expect(
    said.present.map(({ account, voice, deputy }) => [account, voice, deputy?.holder, deputy?.seenBy]),
  ).toEqual([
    ['bukai-kobayashi', 'for', undefined, undefined],
    ['dx-ito', 'for', 'bukai-kato', '2023-11-17'],
  ]);
  expect(said.recused.map(({ account }) => account)).toEqual(['juki-suzuki']);
  expect(said.on).toBe(today);
  const awaiting = async () =>
    (await town.answered(deputyList, 'GET', path('/deputies'), { as: 'bukai-kato' })).awaiting;
  const waiting = (await awaiting()).find(({ of }) => of?.act === 'meeting.answered');
  expect(waiting).toMatchObject({ of: { holder: 'bukai-kato', account: 'dx-ito' }, meeting, isLate: true });
  const seen = { type: 'decision.seen', entry: waiting?.entry, of: waiting?.of };
  const other = await town.refused(
    'POST',
    path('/events'),
    programmeAct(seen, 'bukai-kobayashi', 'working-group', today),
  );
  expect(other.refusals?.map(({ code }) => code)).toEqual(['seen.notHolder']);
  await record(seen, 'bukai-kato', 'working-group', today);
  expect((await awaiting()).filter(({ of }) => of?.act === 'meeting.answered')).toEqual([]);
});

/** The code with which the record refused it. */
async function refusedBy(update: Promise<unknown>): Promise<string> {
  const error = await update.then(
    () => null,
    (failure: unknown) => failure,
  );
  const given = error instanceof WorkflowUpdateFailedError ? error.cause : null;
  const inner = given instanceof ActivityFailure ? given.cause : given;
  return inner instanceof ApplicationFailure ? (inner.type ?? '') : 'taken';
}

it('what no meeting resolved is refused by the record, also signed by the server’s key; put there by hand, its proof names it', async () => {
  await submit('kenkou');
  const { row } = await town.answered(systemView, 'GET', path('/systems/kenkou'), office);
  const chain = chainOf(town.code, 'kenkou');
  const meeting = await convene(['kenkou']);
  const of = (await viewOf(meeting)).agenda[0]?.now;
  const [model] = await resolvedIn('seiho');
  // The fact of an entry of that kind.
  const honest = model?.fact as unknown as { by: { seq: number; hash: string }; resolution: Resolution };
  const resolution = { ...honest.resolution, decides: { kind: 'gate', phase: row.phase }, of };
  const fact = { type: 'gate.resolved', phase: row.phase, by: honest.by, resolution };
  const { kind, account, name, post, grant } = model?.actor ?? {
    kind: '',
    account: '',
    name: '',
    post: '',
    grant: '',
  };
  const submission = {
    fact,
    actor: { kind, account, name, post, grant },
    occurredOn: '2023-11-20',
    requestId: 'forged/1',
  };
  const handle = town.rig.client.workflow.getHandle(migrationWorkflowId(town.code, 'kenkou'));
  // As somebody who reaches Temporal alone, and as one who has the server's key besides.
  expect(await refusedBy(handle.executeUpdate('submit', { args: [{ submissions: [submission] }] }))).toBe(
    'Malformed',
  );
  const vouched = signed(chain, submission as never);
  expect(await refusedBy(handle.executeUpdate('submit', { args: [{ submissions: [vouched] }] }))).toBe(
    'entry.neverStood',
  );
  expect(await resolvedIn('kenkou')).toEqual([]);

  const [last] = (await town.rig.ledger.entries(chain, 0, 500)).slice(-1);
  if (!last) throw new Error('the chain has entries');
  const {
    stateHash: _s,
    effectsHash: _e,
    signature: _g,
    seenVersion: _v,
    ...before
  } = JSON.parse(last.body) as EntryBody;
  const unsealed = {
    ...before,
    ...(vouched as object),
    seq: before.seq + 1,
    prev: last.hash,
  } as typeof before;
  const entry = seal(unsealed, JSON.parse(last.snapshot), []);
  const app = postgres(town.rig.database.appUrl, { max: 1, onnotice: () => undefined });
  await app`select from append_entries(${chain}, ${unsealed.seq}, ${[requestKey(unsealed)]}::text[],
    ${[entry.body]}::text[], ${[entry.hash]}::text[], ${[entry.snapshot]}::text[], ${[entry.effects]}::text[],
    '{"boards":[],"deadlines":[],"notices":[],"letters":[]}'::jsonb)`;
  await app.end();
  const proof = await town.answered(verification, 'GET', path('/verify'), { as: 'kansa-mori' });
  const named = proof.checks.flatMap(({ wrong }) => wrong).filter(({ what }) => what === 'resolution');
  expect(named).toMatchObject([{ chain, seq: unsealed.seq, what: 'resolution' }]);
});
