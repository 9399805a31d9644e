// A procurement at the door: an evaluator's sheet is read by nobody else until all are opened, by whichever route, and by those with a duty
// afterwards; who has none sees what is published.
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { correctionDraft } from '../../server/contract/corrections.ts';
import { entryPage, submitted } from '../../server/contract/entries.ts';
import { systemView } from '../../server/contract/migrations/system.ts';
import { rfpView } from '../../server/contract/procuring/rfp.ts';
import { clockMoved } from '../../server/contract/settings/clock.ts';
import { rounds, terms } from '../builders/rfp.ts';
import { openTown, type Town } from './town.ts';

let town: Town;
const system = 'koseki';
const at = (rest: string) => `/programmes/${town.code}${rest}`;
const there = (rest = '') => at(`/systems/${system}${rest}`);
/** Points that stand nowhere else. */
const POINTS = ['311.27', '299.83'] as const;
/** A bidder's price, by number and as it is printed; the bidders' names. */
const PRICE = { a: 98_765_431, b: 98_765_432 } as const;
/** What the second bidder should have been called. */
const RIGHT = '株式会社ビーの正しい名';
const SECRETS = [
  ...Object.values(PRICE).flatMap((yen) => [String(yen), yen.toLocaleString('en')]),
  'a社',
  'b社',
  RIGHT,
];
const clerk = 'houki-shimizu';
const auditor = 'kansa-mori';
const [one, two] = ['sentei-yamaguchi', 'sentei-matsumoto'];

/** Who scores, by account and by name: nothing of the system says so. The programme's own chain says who holds which post. */
const EVALUATORS = [one, two, '山口（事業者選定委員会', '松本（事業者選定委員会'];

let requests = 0;
async function send(as: string, post: string, fact: { type: string; [more: string]: unknown }) {
  const { row } = await town.answered(systemView, 'GET', there(), { as: 'dx-ito' });
  requests += 1;
  const { setting } = await town.answered(rfpView, 'GET', there('/rfp'), { as: 'dx-ito' });
  const body = {
    fact: { rfp: 1, ...fact },
    post,
    occurredOn: setting.today,
    requestId: `rfp/${requests}`,
    seenVersion: row.version,
  };
  return town.answered(submitted, 'POST', there('/events'), { as, body });
}
const clock = (to: string) =>
  town.answered(clockMoved, 'POST', at('/clock'), {
    as: 'dx-tanaka',
    body: { to, requestId: 'rfp/clock', post: 'dx-office' },
  });
const run = (fact: { type: string; [more: string]: unknown }) => send('dx-ito', 'dx-office', fact);
const sheetOf = (a: string) => ({ a: { plan: a, team: '1' }, b: { plan: '2', team: '2' } });
const sign = (as: string, points: unknown, requestId: string) =>
  town.answered(submitted, 'POST', there('/rfp/sheet'), {
    as,
    body: { post: 'selection-committee', requestId, points },
  });

/** An account that nobody has, and another's name. */
const MISNAMED = [
  ['sentei-yamaguti', '山口（事業者選定委員会・演習）'],
  [one, '松本（事業者選定委員会・演習）'],
] as const;
async function appointing(account: string, name: string) {
  const { row } = await town.answered(systemView, 'GET', there(), { as: 'dx-ito' });
  const body = {
    fact: { type: 'rfp.evaluatorsAppointed', rfp: 1, evaluators: [{ account, name }] },
    post: 'dx-office',
    occurredOn: '2023-11-16',
    requestId: `rfp/misnamed/${account}`,
    seenVersion: row.version,
  };
  return town.refused('POST', there('/events'), { as: 'dx-ito', body });
}

/** To put the newest entry of a kind right. */
async function proposal(kind: string, otherwise: object) {
  const { items } = await town.answered(entryPage, 'GET', there('/entries'), { as: 'dx-ito' });
  const entry = items.find(({ type }) => type === kind)?.seq ?? 0;
  const draft = await town.answered(correctionDraft, 'GET', there(`/entries/${entry}/correction`), {
    as: 'dx-ito',
  });
  const { was } = draft;
  const { fact: applied, occurredOn, actor } = was;
  const should = { fact: { ...applied, ...otherwise }, occurredOn, actor };
  const fact = { type: 'correction.proposed', entry, was, should, reason: `${RIGHT}の誤記` };
  requests += 1;
  return {
    fact,
    post: 'dx-office',
    occurredOn: '2023-11-16',
    requestId: `rfp/correcting/${requests}`,
    seenVersion: draft.version,
  };
}
async function correcting() {
  const body = await proposal('rfp.bidderQualified', { accepted: false, reason: '誤記' });
  return town.refused('POST', there('/events'), { as: 'dx-ito', body });
}

let misnamed: Awaited<ReturnType<typeof appointing>>[] = [];
let signed = 0;
beforeAll(async () => {
  town = await openTown();
  await run({ type: 'rfp.opened', terms: terms() });
  for (const bidder of ['a', 'b'] as const) {
    await run({ type: 'rfp.bidderApplied', bidder, name: `${bidder}社` });
    await run({ type: 'rfp.bidderQualified', bidder, accepted: true });
    const receivedAt = '2023-11-16T09:00:00+09:00';
    await run({ type: 'rfp.proposalReceived', bidder, receivedAt, priceYen: PRICE[bidder] });
  }
  misnamed = await Promise.all(MISNAMED.map(([account, name]) => appointing(account, name)));
  await run({
    type: 'rfp.evaluatorsAppointed',
    evaluators: [
      { account: one, name: '山口（事業者選定委員会・演習）' },
      { account: two, name: '松本（事業者選定委員会・演習）' },
    ],
  });
  await clock('2023-12-01T09:00:00+09:00');
  signed = (await sign(one, sheetOf(POINTS[0]), 'sheet/1')).seq;
  await sign(two, sheetOf(POINTS[1]), 'sheet/2');
}, 120_000);
afterAll(() => town.close());

/** Every route that reads, whoever it is for, with this town's names in it, in each form that it says it has. */
const everyRead = () =>
  town.app.api.openAPIRegistry.definitions.flatMap((definition) => {
    if (definition.type !== 'route' || definition.route.method !== 'get') return [];
    const { path, request } = definition.route;
    // A stream does not end; what it tells is looked at in changes.test.ts.
    if (/^\/session|\/changes$/u.test(path)) return [];
    const named = path
      .replaceAll(/\{(\w+)\}/g, ':$1')
      .replace(':code', town.code)
      .replace(':system', system);
    return formsOf(named, formatsIn(request?.query));
  });

/** As its query names them: tables as .xlsx among them. */
function formatsIn(query: unknown): string[] {
  if (!(query instanceof z.ZodType)) return [];
  const format = z.toJSONSchema(query, { io: 'input', unrepresentable: 'any' }).properties?.format;
  return typeof format === 'object' ? (format.enum ?? []).map(String) : [];
}

function formsOf(path: string, formats: readonly string[]): string[] {
  const filled = path
    .replace(':seq', String(signed))
    .replace(':deadline', 'go-live')
    .replace(/:(?:number|id)/u, '1')
    .replace(':account', one);
  const ofDay = ['asOf=2023-12-01&by=recorded', ...formats.slice(-1).map((format) => `format=${format}`)];
  return [filled, `${filled}?${ofDay.join('&')}`, ...formats.map((format) => `${filled}?format=${format}`)];
}

/** What one answers to whoever asks. */
const everything = async (as: string) =>
  Promise.all(everyRead().map(async (path) => [path, await read(path, as)] as const));

const READS = ['', '/explanation', '/entries', '/rfp', '/rfp/sheet?format=csv', '/rfp/table?format=csv'];
const WIDE = ['/procurements', '/entries', '/export', '/report', '/inbox', '/access-log'];
const read = async (path: string, as: string) =>
  wordsIn(new Uint8Array(await (await town.ask('GET', path, { as })).arrayBuffer()));

/** Of a workbook, and whatever else is packed, what is inside. */
function wordsIn(bytes: Uint8Array): string {
  const isPacked = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return isPacked ? Object.values(unzipSync(bytes)).map(wordsIn).join('\n') : new TextDecoder().decode(bytes);
}
const reads = (as: string) =>
  Promise.all([
    ...READS.map((rest) => read(there(rest), as)),
    ...WIDE.map((rest) => read(at(rest), as)),
    read(there(`/entries/${signed}`), as),
    read(there(`/entries/${signed}/correction`), as),
    read(there('/rfp?asOf=2023-12-01'), as),
  ]);

it('appoints nobody whom the programme does not know, or knows by another name', () => {
  const [unknown, other] = misnamed.map((one) => JSON.stringify(one));
  expect(unknown).toContain('rfp.evaluatorUnknown');
  expect(unknown).toContain('近いのは sentei-yamaguchi');
  expect(other).toContain('rfp.evaluatorOtherName');
  expect(other).toContain('山口（事業者選定委員会・演習）');
});

it('says what to do instead of correcting who was accepted, and what can be corrected', async () => {
  const { code, refusals } = await correcting();
  expect([code, refusals?.map((one) => one.code)]).toEqual(['refused', ['correction.notCorrectable']]);
  const said = refusals?.[0]?.message.ja ?? '';
  expect(said).toContain('sekimori rfp qualify');
  expect(said).toContain('選定結果の登録');
  expect(said).toContain('参加表明');
});

describe('before the sheets are opened', () => {
  it.each([two, 'dx-ito', 'dx-tanaka', clerk, auditor])(
    '%s reads nothing of another one’s sheet',
    async (as) => {
      const shown = (await reads(as)).join('\n');
      expect(shown).not.toContain(POINTS[0]);
      if (as !== two) expect(shown).not.toContain(POINTS[1]);
    },
  );

  it('says to an auditor that a sheet is sealed, with what proves it', async () => {
    const { items } = await town.answered(entryPage, 'GET', there('/entries'), { as: auditor });
    const entry = items.find(({ seq }) => seq === signed);
    expect(entry).toMatchObject({ type: 'undisclosed', stateHash: '', requestId: '' });
    expect(entry?.undisclosed?.ja).toContain('採点が締め切られるまで');
  });

  it('shows its author their own', async () => {
    const { open } = await town.answered(rfpView, 'GET', there('/rfp'), { as: one });
    expect(open?.inside?.own?.a).toEqual({ plan: POINTS[0], team: '1' });
    expect(await read(there('/rfp/sheet?format=csv'), one)).toContain(POINTS[0]);
  });

  it('records a sheet that is sent again under its id once', async () => {
    const again = await sign(one, sheetOf(POINTS[0]), 'sheet/1');
    expect(again).toMatchObject({ repeated: true, seq: signed });
  });

  it('takes no sheet by the general door, whose senders would seal it themselves', async () => {
    const fact = { type: 'rfp.sheetSigned', rfp: 1, points: {}, seal: '0'.repeat(32) };
    const body = {
      fact,
      post: 'selection-committee',
      occurredOn: '2023-12-01',
      requestId: 'open-door',
      seenVersion: 0,
    };
    expect((await town.ask('POST', there('/events'), { as: one, body })).status).toBe(403);
  });

  it('shows who has no duty that one is open, and nothing of it', async () => {
    const view = await town.answered(rfpView, 'GET', there('/rfp'), { as: clerk });
    expect(view).toMatchObject({ open: null, undisclosed: { ja: '選定が決まるまで非開示' } });
    expect((await town.refused('GET', there('/rfp/table'), { as: clerk })).code).toBe('forbidden');
    const refused = await town.refused('GET', there('/rfp/table'), { as: auditor });
    expect(JSON.stringify(refused)).toContain('rfp.scoringNotClosed');
  });

  it('names the cells of a sheet that says no points', async () => {
    const csv = '応募者,項目,点\na,plan,たくさん\n';
    const file = { name: 'sheet.csv', base64: Buffer.from(csv).toString('base64') };
    const body = { post: 'selection-committee', requestId: 'sheet/csv', file };
    const refused = await town.refused('POST', there('/rfp/sheet'), { as: one, body });
    expect(JSON.stringify(refused)).toContain('C2');
  });
});

describe('a name that is put right', () => {
  /** The numbers of the proposal and of its approval. */
  const made: number[] = [];

  beforeAll(async () => {
    const body = await proposal('rfp.bidderApplied', { name: RIGHT });
    const proposed = await town.answered(submitted, 'POST', there('/events'), { as: 'dx-ito', body });
    const note = `${RIGHT}に確かめた`;
    const approved = await send('dx-tanaka', 'dx-office', {
      ...{ rfp: undefined, type: 'correction.approved', entry: body.fact.entry, note },
    });
    made.push(proposed.seq, approved.seq);
  }, 60_000);

  it('is that of later lines, and of earlier ones', async () => {
    const { items } = await town.answered(entryPage, 'GET', there('/entries'), { as: 'dx-ito' });
    const lines = items
      .filter(({ type }) => type === 'rfp.proposalReceived')
      .map(({ summary }) => summary.ja);
    expect(lines.filter((line) => line.startsWith(RIGHT))).toHaveLength(1);
    expect(lines.some((line) => line.startsWith('b社'))).toBe(false);
  });

  it('is told by no line of the record to whoever is not shown the application', async () => {
    for (const seq of made) expect(await read(there(`/entries/${seq}`), auditor)).toContain(RIGHT);
    expect(await read(there('/entries'), 'dx-ito')).toContain(RIGHT);
    for (const as of [clerk, 'zei-takahashi', 'operator'])
      for (const seq of made) expect(await read(there(`/entries/${seq}`), as), as).not.toContain(RIGHT);
  });
});

describe('by every route that reads', () => {
  it.each(['dx-ito', 'zei-takahashi', 'koseki-nakamura', one, two, clerk, auditor, 'operator'])(
    '%s is told no price to be negotiated, and no sheet but their own',
    async (as) => {
      const answers = await everything(as);
      expect(answers.length).toBeGreaterThan(100);
      const packed = answers.filter(([path]) => path.includes('format=xlsx')).map(([path]) => path);
      expect(packed.length).toBeGreaterThan(5);
      // Whoever keeps the machine may take all of it away: docs/decisions/045 says so.
      const kept = as === 'operator' ? at('/archive') : null;
      const leaking = (words: readonly string[]) =>
        answers
          .filter(([path, text]) => path !== kept && words.some((word) => text.includes(word)))
          .map(([path]) => path);
      const others = POINTS.filter((_, index) => as !== [one, two][index]);
      expect(leaking(others)).toEqual([]);
      const isOutside = ['zei-takahashi', clerk, 'operator'].includes(as);
      if (isOutside) expect(leaking(SECRETS)).toEqual([]);
      const ofTheSystem = leaking(EVALUATORS).filter((path) => path.includes(`/systems/${system}`));
      if (as === clerk) expect(ofTheSystem).toEqual([]);
    },
    60_000,
  );
});

describe('once they are opened', () => {
  beforeAll(async () => {
    await run({ type: 'rfp.scoringClosed' });
  }, 60_000);

  it('who scored what is read by those with a duty and by auditors, and by nobody else', async () => {
    for (const as of [two, 'dx-ito', auditor]) {
      const table = await read(there('/rfp/table?format=csv'), as);
      for (const points of POINTS) expect(table).toContain(points);
    }
    expect((await reads(clerk)).join('\n')).not.toMatch(/311\.27|299\.83|a社/u);
  });

  it('shows all the candidate with the points, and no other name, once that is named', async () => {
    await send('sentei-inoue', 'selection-committee', { type: 'rfp.candidateNamed', bidder: 'a' });
    const { open } = await town.answered(rfpView, 'GET', there('/rfp'), { as: clerk });
    expect(open).toMatchObject({ inside: null, outcome: { candidate: 'a社', runnerUp: null } });
    expect(open?.ranking.map(({ name }) => name)).toEqual(['a社', null]);
    const shown = (await reads(clerk)).join('\n');
    expect(shown).not.toMatch(/311\.27|299\.83|b社/u);
  });

  it.each([clerk, 'zei-takahashi', 'operator'])(
    'tells %s by no door how another than the candidate is called',
    async (as) => {
      const kept = as === 'operator' ? at('/archive') : null;
      const answers = await everything(as);
      const leaking = answers.filter(([path, text]) => path !== kept && /b社|正しい名/u.test(text));
      expect(leaking.map(([path]) => path)).toEqual([]);
    },
    60_000,
  );
});

describe('in two rounds', () => {
  /** Points that stand nowhere else. */
  const [FIRST, SECOND] = ['233.19', '377.61'];
  const form = async () => read(there('/rfp/sheet?format=csv'), one);
  /** The form as it is given out, filled in and handed in. */
  const handed = (csv: string, criterion: string, given: Record<string, string>) => {
    const filled = Object.entries(given).reduce(
      (text, [bidder, points]) =>
        text.replace(new RegExp(`^(${bidder},.*,${criterion},[^,]*,[^,]*),`, 'mu'), `$1,${points}`),
      csv,
    );
    const file = { name: 'sheet.csv', base64: Buffer.from(filled).toString('base64') };
    return { post: 'selection-committee', requestId: `round/${Object.values(given).join('/')}`, file };
  };
  const sent = (body: object) => town.answered(submitted, 'POST', there('/rfp/sheet'), { as: one, body });
  const second = (fact: { type: string; [more: string]: unknown }) => run({ rfp: 2, ...fact });
  let early = '';

  beforeAll(async () => {
    await send('sentei-inoue', 'selection-committee', { type: 'rfp.ended', reason: '仕様の見直し' });
    await second({ type: 'rfp.opened', terms: terms({ scoring: undefined, rounds: rounds() }) });
    for (const bidder of ['a', 'b', 'c']) {
      const receivedAt = '2023-11-16T09:00:00+09:00';
      await second({ type: 'rfp.bidderApplied', bidder, name: `${bidder}社`, receivedAt });
      await second({ type: 'rfp.bidderQualified', bidder, accepted: true });
      await second({ type: 'rfp.proposalReceived', bidder, receivedAt, priceYen: 90_000_000 });
    }
    const evaluators = [{ account: one, name: '山口（事業者選定委員会・演習）' }];
    await second({ type: 'rfp.evaluatorsAppointed', evaluators });
    early = await form();
    await sent(handed(early, 'plan', { a: FIRST, b: '200', c: '120' }));
  }, 60_000);

  it('names its round on the form, is sealed until it is closed, and takes no sheet of the one before', async () => {
    expect(early).toContain('審査,documents,一次審査');
    expect((await reads(auditor)).join('\n')).not.toContain(FIRST);
    await second({ type: 'rfp.scoringClosed', round: 'documents' });
    expect((await reads(auditor)).join('\n')).toContain(FIRST);
    const { open } = await town.answered(rfpView, 'GET', there('/rfp'), { as: 'dx-ito' });
    expect(open?.inside?.goesOn).toEqual(['a', 'b']);
    await second({ type: 'rfp.roundNotified', round: 'documents', goesOn: ['a', 'b'] });
    // What a file names is its round, whatever is said beside it.
    const body = { ...handed(early, 'plan', { a: '1', b: '2', c: '3' }), round: 'presentation' };
    const refused = await town.refused('POST', there('/rfp/sheet'), { as: one, body });
    expect(JSON.stringify(refused)).toContain('いま行っているのは「二次審査」');
  }, 60_000);

  it('prints each round with its own points, tells each bidder their own, and nobody without a duty anything', async () => {
    await sent(handed(await form(), 'talk', { a: SECOND, b: '250' }));
    expect((await reads(auditor)).join('\n')).not.toContain(SECOND);
    await second({ type: 'rfp.scoringClosed', round: 'presentation' });
    const table = await read(there('/rfp/table?format=csv'), auditor);
    const [papers = '', talk = ''] = table.split(/^評価表/mu).slice(1);
    expect([papers.includes(FIRST), papers.includes(SECOND)]).toEqual([true, false]);
    // What the evaluator gave, and what it came to.
    expect(papers).toContain(`実施計画,300,${FIRST},${FIRST}`);
    expect(talk).toContain(`説明,400,${SECOND},${SECOND}`);
    expect(talk.split('\n')[0]).toContain('二次審査');
    // The auditor's answer and command: who gave whom how much on what, of the earlier round too.
    const { open } = await town.answered(rfpView, 'GET', there('/rfp'), { as: auditor });
    expect(
      open?.inside?.scored.map(({ round, criteria, sheets }) => [
        round?.label,
        criteria.map(({ label }) => label),
        sheets.map(({ account, points }) => [account, points.a]),
      ]),
    ).toEqual([
      ['一次審査', ['実施計画'], [[one, { plan: FIRST }]]],
      ['二次審査', ['説明'], [[one, { talk: SECOND }]]],
    ]);
    const only = await read(there('/rfp/table?format=md&round=documents'), auditor);
    expect([only.includes(FIRST), only.includes(SECOND)]).toEqual([true, false]);
    const notice = await read(there('/rfp/notice?bidder=c'), 'dx-ito');
    expect(notice).toContain('次の審査には進みません');
    expect(notice).not.toMatch(/a社|b社|233\.19/u);
    expect((await town.refused('GET', there('/rfp/notice?bidder=c'), { as: clerk })).code).toBe('forbidden');
    expect((await reads(clerk)).join('\n')).not.toMatch(/233\.19|377\.61|a社|b社|c社/u);
  }, 60_000);
});
