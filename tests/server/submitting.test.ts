// The door over HTTP: one entry per request id, stale and wrong input change nothing, who acts is known from the
// session, and no answer is never taken for "not recorded".
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf } from '../../machines/record/reader.ts';
import { correctionDraft } from '../../server/contract/corrections.ts';
import { entryPage, submitted } from '../../server/contract/entries.ts';
import { explanationView } from '../../server/contract/migrations/explanation.ts';
import { systemView } from '../../server/contract/migrations/system.ts';
import { programmeView } from '../../server/contract/programmes.ts';
import { clockMoved } from '../../server/contract/settings/clock.ts';
import { inboxView } from '../../server/contract/telling/inbox.ts';
import { createApp } from '../../server/http/app.ts';
import { wayToPutRight } from '../../texts/refusals/ways-to-put-right.ts';
import { startWorker } from '../durable/rig.ts';
import { sheetCases } from './handing-in.ts';
import { givePost, makePerson, openTown, partsOn, type Town } from './town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const systemAt = (system: string) => `/programmes/${town.code}/systems/${system}`;
const versionOf = async (system: string) =>
  (await town.answered(systemView, 'GET', systemAt(system), { as: 'dx-ito' })).row.version;

let requests = 0;
interface Sent {
  fact: unknown;
  post: string;
  occurredOn: string;
  requestId: string;
  seenVersion: number;
}
async function planOf(system: string, over: Partial<Sent> = {}): Promise<Sent> {
  requests += 1;
  return {
    fact: {
      type: 'plan.changed',
      phase: 'development',
      startOn: '2024-01',
      endOn: '2025-01',
      reason: '見直し',
    },
    post: 'dx-office',
    occurredOn: '2023-11-16',
    requestId: `test/${requests}`,
    seenVersion: await versionOf(system),
    ...over,
  };
}
const send = (system: string, body: unknown, as = 'dx-ito') =>
  town.answered(submitted, 'POST', `${systemAt(system)}/events`, { as, body });
const refuse = (system: string, body: unknown, as = 'dx-ito') =>
  town.refused('POST', `${systemAt(system)}/events`, { as, body });

describe('an event', () => {
  it('is one entry, by the person of the session in the post they gave', async () => {
    const body = await planOf('juki');
    const done = await send('juki', { ...body, actor: { kind: 'timer', account: 'someone-else' } });
    expect(done).toMatchObject({ version: body.seenVersion + 1, seq: body.seenVersion + 1, repeated: false });
    const { items } = await town.answered(entryPage, 'GET', `${systemAt('juki')}/entries`, { as: 'dx-ito' });
    expect(items[0]).toMatchObject({
      seq: done.seq,
      hash: done.hash,
      rehearsal: true,
      requestId: body.requestId,
      actor: { kind: 'person', account: 'dx-ito', post: 'dx-office' },
    });
    expect(items[0]?.summary.ja).toContain('計画を令和6年1月〜令和7年1月に変更');
  });

  it('is recorded once however often the same request comes, at once or later', async () => {
    const body = await planOf('juki');
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => send('juki', body)));
    // Who got no answer may ask again with what it sees by now.
    const later = await send('juki', { ...body, seenVersion: body.seenVersion + 1 });
    expect(new Set(answers.map(({ seq }) => seq))).toEqual(new Set([body.seenVersion + 1]));
    expect(later).toMatchObject({ seq: body.seenVersion + 1, repeated: true });
    expect(await versionOf('juki')).toBe(body.seenVersion + 1);
  });

  it('is refused under a request id that stands for something else, or for someone else', async () => {
    const body = await planOf('juki');
    const { seq } = await send('juki', body);
    const other = { ...body, fact: { type: 'migration.held', reason: '別の内容' } };
    expect((await refuse('juki', other)).code).toBe('requestReused');
    expect((await refuse('juki', body, 'dx-tanaka')).code).toBe('requestReused');
    expect(await versionOf('juki')).toBe(seq);
  });

  it('is refused as stale where something was recorded since', async () => {
    const [first, second] = [await planOf('juki'), await planOf('juki')];
    await send('juki', first);
    const problem = await refuse('juki', second);
    expect(problem).toMatchObject({ status: 409, code: 'refused' });
    expect(problem.refusals?.map(({ code }) => code)).toContain('version.stale');
    expect(problem.refusals?.[0]?.message.ja).toContain('最新の内容を確認');
    expect(await versionOf('juki')).toBe(first.seenVersion + 1);
  });

  it('is explained in the post of the reader that is waited for, where none is named', async () => {
    const as = 'bukai-kato';
    const explained = () => town.answered(explanationView, 'GET', `${systemAt('juki')}/explanation`, { as });
    const days = { from: '2022-04-01', until: '2031-03-31' };
    await givePost(town, as, { post: 'promotion-committee', system: 'juki', ...days });
    expect((await explained()).post).toBe('promotion-committee');
    const { row } = await town.answered(systemView, 'GET', systemAt('juki'), { as });
    expect(row.waitingFor.map(({ post }) => post)).toEqual(['business-division', 'dx-office']);
    await givePost(town, as, { post: 'dx-office', ...days });
    expect((await explained()).post).toBe('dx-office');
  });

  it('is refused by the machine with the reasons that explain gives beforehand', async () => {
    const post = 'working-group';
    const path = `${systemAt('juki')}/explanation?post=${post}`;
    const { acts, version } = await town.answered(explanationView, 'GET', path, { as: 'bukai-kobayashi' });
    const foretold = acts.find(({ type }) => type === 'gate.approved');
    expect(foretold?.allowed).toBe(false);
    const fact = { type: 'gate.approved', phase: 'development' };
    const body = await planOf('juki', { fact, post, seenVersion: version });
    const problem = await refuse('juki', body, 'bukai-kobayashi');
    expect(problem.refusals).toEqual(foretold?.refusals);
    expect(await versionOf('juki')).toBe(version);
  });
});

describe('a national sheet', () => sheetCases(() => town));
describe('a wrong entry', () => {
  const accountOf = (account: string) => {
    const found = town.accounts.find((one) => one.account === account);
    if (!found) throw new Error(`the seed has no ${account}`);
    return found;
  };
  const approve = { post: 'promotion-committee', as: 'iin-yamada' };

  it('is put right by what the record says of it and another person, and the history shows the pair', async () => {
    const { seq } = await send('juki', await planOf('juki'));
    const path = `${systemAt('juki')}/entries/${seq}/correction`;
    const { was, correctable } = await town.answered(correctionDraft, 'GET', path, { as: 'dx-ito' });
    expect(correctable).toBe(true);
    const { occurredOn, actor } = was;
    const should = { fact: { ...was.fact, endOn: '2025-02' }, occurredOn, actor };
    const fact = { type: 'correction.proposed', entry: seq, was, should, reason: '月の誤り' };
    const never = { ...was, recordedAt: '2023-11-16T00:00:00+09:00' };
    const strange = await refuse('juki', await planOf('juki', { fact: { ...fact, was: never } }));
    expect(strange.refusals?.map(({ code }) => code)).toEqual(['correction.neverStood']);
    const proposed = await send('juki', await planOf('juki', { fact }));
    const decision = { fact: { type: 'correction.approved', entry: seq }, post: approve.post };
    const done = await send('juki', await planOf('juki', decision), approve.as);
    const { items } = await town.answered(entryPage, 'GET', `${systemAt('juki')}/entries`, { as: 'dx-ito' });
    const pairs = items
      .slice(0, 3)
      .map((item) => [item.seq, item.corrects, item.correctedBy.map((by) => by.seq)]);
    expect(pairs).toEqual([
      [done.seq, seq, []],
      [proposed.seq, seq, []],
      [seq, null, [done.seq]],
    ]);
    expect(items[1]?.summary.ja).toContain('正しくは「');
    // What stood is there beside what stands, with who proposed and who approved it.
    const [made] = items[2]?.correctedBy ?? [];
    expect([made?.voids, made?.made?.differs.map(({ right }) => right.ja)]).toEqual([false, ['令和7年2月']]);
    expect(made?.made?.proposed).toMatchObject({ seq: proposed.seq, reason: '月の誤り' });
    expect(made?.made?.decided?.seq).toBe(done.seq);
    const { decided, stands } = await town.answered(
      correctionDraft,
      'GET',
      `${systemAt('juki')}/entries/${seq}/correction`,
      {
        as: 'dx-ito',
      },
    );
    expect(decided.map(({ status, wrong }) => [status, wrong.summary.ja === stands.summary.ja])).toEqual([
      ['approved', false],
    ]);
    const unknown = `${systemAt('juki')}/entries/999/correction`;
    expect((await town.refused('GET', unknown, { as: 'dx-ito' })).code).toBe('noSuchEntry');
  });

  it('of the programme’s own chain is put right by an act of its kind: who asks or proposes is told which', async () => {
    const own = (await town.rig.ledger.entries(town.code, 0, 30)).map(bodyOf);
    expect(own.length).toBeGreaterThan(3);
    const at = `/programmes/${town.code}`;
    const wayOf = (seq: number) => town.refused('GET', `${at}/entries/${seq}/correction`, { as: 'dx-ito' });
    const toldOf = ({ seq, fact: { type } }: (typeof own)[number]) => [
      { code: 'correction.otherWay', facts: { entry: seq, type }, message: wayToPutRight(type) },
    ];
    for (const body of own) {
      const { status, code, refusals } = await wayOf(body.seq);
      expect([status, code, refusals]).toEqual([422, 'notCorrectedSo', toldOf(body)]);
    }
    expect((await wayOf(9_999)).code).toBe('noSuchEntry');
    const last = own.at(-1) as (typeof own)[number];
    const { fact, occurredOn, actor, recordedAt } = last;
    const was = { fact, occurredOn, actor, recordedAt };
    const propose = async (entry: unknown, type = 'correction.proposed') => {
      const proposal = { type, entry, was, should: null, reason: '誤り' };
      return town.refused('POST', `${at}/events`, {
        as: 'dx-ito',
        body: await planOf('juki', { fact: proposal }),
      });
    };
    for (const type of ['correction.proposed', 'correction.approved']) {
      const { status, code, refusals } = await propose(last.seq, type);
      expect([status, code, refusals]).toEqual([422, 'notCorrectedSo', toldOf(last)]);
    }
    expect((await propose(9_999)).code).toBe('noSuchEntry');
    expect((await propose('no number')).issues?.map(({ field }) => field)).toEqual(['fact.entry']);
    expect(await town.rig.ledger.headSeq(town.code)).toBe(last.seq);
  });

  it('is said to be another person’s only where the programme knew them in that post on that day', async () => {
    const { seq } = await send('juki', await planOf('juki'));
    const path = `${systemAt('juki')}/entries/${seq}/correction`;
    const { was } = await town.answered(correctionDraft, 'GET', path, { as: 'dx-ito' });
    const { account, name } = accountOf('dx-tanaka');
    const wrongPerson = (over: object, occurredOn = was.occurredOn) => {
      const actor = { kind: 'person', account, name, post: 'dx-office', ...over };
      const should = { fact: was.fact, occurredOn, actor };
      return planOf('juki', {
        fact: { type: 'correction.proposed', entry: seq, was, should, reason: '人の誤り' },
      });
    };
    const unknown = await refuse('juki', await wrongPerson({ account: 'dx-tanak' }));
    expect(unknown.refusals?.map(({ code }) => code)).toEqual(['correction.unknownPerson']);
    expect(unknown.refusals?.[0]?.message.ja).toContain(`dx-tanaka（${name}）`);
    const codesOf = async (body: Promise<Sent>) =>
      (await refuse('juki', await body)).refusals?.map(({ code }) => code);
    expect(await codesOf(wrongPerson({ name: '別人' }))).toEqual(['correction.otherName']);
    expect(await codesOf(wrongPerson({ post: 'promotion-committee' }))).toEqual([
      'correction.postNotHeldThen',
    ]);
    const body = await wrongPerson({});
    const proposed = await send('juki', body);
    expect(await send('juki', body)).toMatchObject({ seq: proposed.seq, repeated: true });
  });
});

describe('wrong input', () => {
  const wrong: [string, (body: Sent) => unknown, string][] = [
    [
      'a date that does not exist',
      (body) => ({ ...body, fact: planWith({ startOn: '2024-02-30' }) }),
      'fact.startOn',
    ],
    ['a missing reason', (body) => ({ ...body, fact: planWith({ reason: undefined }) }), 'fact.reason'],
    ['an unknown field', (body) => ({ ...body, fact: planWith({ colour: 'red' }) }), 'fact'],
    ['an unknown kind of event', (body) => ({ ...body, fact: { type: 'gate.opened' } }), 'fact.type'],
    ['no request id', (body) => ({ ...body, requestId: '' }), 'requestId'],
    ['a version that is no number', (body) => ({ ...body, seenVersion: 'two' }), 'seenVersion'],
    ['a day with a time', (body) => ({ ...body, occurredOn: '2023-11-16T09:00' }), 'occurredOn'],
    ['a day that does not exist', (body) => ({ ...body, occurredOn: '2023-11-31' }), 'occurredOn'],
    ['no object at all', () => [], ''],
  ];
  const planWith = (over: object) => {
    return {
      type: 'plan.changed',
      phase: 'development',
      startOn: '2024-01',
      endOn: '2025-01',
      reason: '見直し',
      ...over,
    };
  };

  it.each(wrong)('names %s in both languages and changes nothing', async (_, alter, field) => {
    const body = await planOf('zei');
    const problem = await refuse('zei', alter(body));
    expect(problem).toMatchObject({ status: 422, code: 'invalid' });
    expect(problem.issues?.map((issue) => issue.field)).toContain(field);
    for (const { message } of problem.issues ?? []) {
      expect(message.ja).toMatch(/[ぁ-ん]/u);
      expect(message.en).toMatch(/^[A-Z]/);
    }
    expect(await versionOf('zei')).toBe(body.seenVersion);
  });

  it('is refused unread where it is no JSON, of another type, or too large', async () => {
    const path = `${systemAt('zei')}/events`;
    const before = await versionOf('zei');
    expect((await town.refused('POST', path, { as: 'dx-ito', body: '{"fact":' })).status).toBe(400);
    const form = {
      as: 'dx-ito',
      body: 'a=1',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    };
    expect((await town.refused('POST', path, form)).status).toBe(415);
    const large = JSON.stringify({ note: 'x'.repeat(1_100_000) });
    const headers = { 'Content-Length': String(large.length) };
    expect((await town.refused('POST', path, { as: 'dx-ito', body: large, headers })).status).toBe(413);
    expect(await versionOf('zei')).toBe(before);
  });

  it('is named in a query too', async () => {
    const ask = (query: string) => town.refused('GET', `${systemAt('zei')}?${query}`, { as: 'dx-ito' });
    expect((await ask('asOf=yesterday')).issues?.[0]?.field).toBe('asOf');
    expect((await ask('asOf=2024-12-01')).issues?.[0]?.message.ja).toContain('まだ来ていない');
    const cursor = `/programmes/${town.code}/entries?cursor=nonsense`;
    expect((await town.refused('GET', cursor, { as: 'dx-ito' })).issues?.[0]?.field).toBe('cursor');
    // A filter that a route does not know would answer another question than was asked.
    const unknown = await ask('asof=2023-11-01');
    expect(unknown).toMatchObject({ status: 422, issues: [{ code: 'unrecognized_keys' }] });
    expect(unknown.issues?.[0]?.message.ja).toContain('asof');
    const bare = await town.refused('GET', '/programmes?who=me', { as: 'dx-ito' });
    expect(bare.issues?.[0]?.code).toBe('unrecognized_keys');
  });
});

describe('a post', () => {
  it('must be held', async () => {
    const problem = await refuse('zei', await planOf('zei', { post: 'promotion-committee' }));
    expect(problem).toMatchObject({ status: 403, code: 'postNotHeld' });
    const elsewhere = await refuse('zei', await planOf('zei', { post: 'business-division' }), 'juki-sato');
    expect(elsewhere.status).toBe(403);
  });

  it('is held until its period ends, on the programme’s clock', async () => {
    const give = (from: string, until: string) =>
      givePost(town, 'dx-new', { post: 'dx-office', from, until });
    await makePerson(town, 'dx-new', '異動した職員');
    await give('2022-04-01', '2023-11-15');
    expect((await refuse('zei', await planOf('zei'), 'dx-new')).status).toBe(403);
    await give('2023-11-17', '2024-03-31');
    expect((await refuse('zei', await planOf('zei'), 'dx-new')).status).toBe(403);
    await give('2023-11-16', '2023-11-16');
    await send('zei', await planOf('zei'), 'dx-new');
  });
});

describe('the programme', () => {
  const path = () => `/programmes/${town.code}`;

  it('records its own events through the same door', async () => {
    const title = { ja: '標準化推進委員会を開催', en: 'Promotion committee met' };
    const fact = { type: 'occurrence.recorded', title, kind: 'other' };
    const body = { fact, post: 'dx-office', occurredOn: '2023-11-16', requestId: 'event/1', seenVersion: 0 };
    const done = await town.answered(submitted, 'POST', `${path()}/events`, { as: 'dx-ito', body });
    const again = await town.answered(submitted, 'POST', `${path()}/events`, { as: 'dx-ito', body });
    expect(again).toMatchObject({ seq: done.seq, repeated: true });
    const { occurrences } = await town.answered(programmeView, 'GET', path(), { as: 'dx-ito' });
    expect(occurrences.filter((occurrence) => occurrence.title.ja === title.ja)).toHaveLength(1);
    const past = await town.answered(programmeView, 'GET', `${path()}?asOf=2023-11-15`, { as: 'dx-ito' });
    expect(past.occurrences.some((occurrence) => occurrence.title.ja === title.ja)).toBe(false);
  });

  it('moves its clock forward only, and reminders on the way are in the inbox', async () => {
    const move = (to: string, requestId: string) => ({
      as: 'dx-ito',
      body: { to, requestId, post: 'dx-office' },
    });
    const back = await town.refused('POST', `${path()}/clock`, move('2023-11-01T09:00:00+09:00', 'clock/1'));
    expect(back.refusals?.[0]?.code).toBe('clock.notForward');
    const beyond = await town.refused('POST', `${path()}/clock`, move('9999-12-31T23:59:59Z', 'clock/far'));
    expect(beyond.refusals?.[0]?.code).toBe('clock.outOfRange');
    expect(beyond.refusals?.[0]?.message.ja).toContain('令和132年12月31日');
    const to = '2024-06-01T09:00:00+09:00';
    const moved = await town.answered(clockMoved, 'POST', `${path()}/clock`, move(to, 'clock/2'));
    expect(moved.setting.today).toBe('2024-06-01');
    expect(moved.fired).toBeGreaterThan(0);
    const { notices, unread } = await town.answered(inboxView, 'GET', `${path()}/inbox`, { as: 'dx-ito' });
    expect(unread).toBeGreaterThan(0);
    expect(notices.every(({ message }) => /[ぁ-ん]/u.test(message.ja))).toBe(true);
    const ids = notices.map(({ id }) => id);
    await town.ask('POST', `${path()}/inbox/read`, { as: 'dx-ito', body: { ids } });
    const after = await town.answered(inboxView, 'GET', `${path()}/inbox`, { as: 'dx-ito' });
    expect(after.notices.filter(({ read }) => read).length).toBe(ids.length);
    const others = await town.answered(inboxView, 'GET', `${path()}/inbox`, { as: 'dx-tanaka' });
    expect(others.notices.some(({ read }) => read)).toBe(false);
    const body = { id: after.notices[0]?.id ?? '' };
    await town.ask('POST', `${path()}/inbox/read-until`, { as: 'dx-ito', body });
    expect((await town.answered(inboxView, 'GET', `${path()}/inbox`, { as: 'dx-ito' })).unread).toBe(0);
  }, 270_000);
});

describe('no worker', () => {
  it('is no answer, never "not recorded"; the same request completes once one is back', async () => {
    const body = await planOf('kaigo');
    await town.stopWorker();
    const { parts, operatorToken } = partsOn(town.rig, { answerMs: 1_500 });
    const { hono } = createApp(parts);
    const headers = {
      Authorization: `Bearer ${operatorToken}`,
      'X-Sekimori-As': 'dx-ito',
      'Content-Type': 'application/json',
    };
    parts.clocks.of = town.parts.clocks.of;
    const request = { method: 'POST', headers, body: JSON.stringify(body) };
    const response = await hono.request(`http://town.test/api/v1${systemAt('kaigo')}/events`, request);
    expect(response.status).toBe(503);
    const problem = (await response.json()) as { code: string; detail: { ja: string; en: string } };
    expect(problem.code).toBe('unanswered');
    expect(problem.detail.ja).toContain('同じ依頼番号でもう一度');
    expect(problem.detail.ja).not.toMatch(/記録されていません|記録されませんでした/u);
    const stop = await startWorker(town.rig);
    try {
      const done = await send('kaigo', body);
      expect(done.seq).toBe(body.seenVersion + 1);
      expect((await send('kaigo', body)).seq).toBe(done.seq);
      expect(await versionOf('kaigo')).toBe(done.seq);
    } finally {
      await stop();
    }
  });
});
