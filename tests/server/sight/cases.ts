// Cases of authorisation.test.ts: who is shown what. A running procurement's files by every side door, until it is decided; one system's own; an auditor of some. Every
// route of the server's own list has its rule here: one that is added without fails.
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { chainOf } from '../../../machines/record/chain.ts';
import { accessPage } from '../../../server/contract/accounts.ts';
import { type Difference, difference } from '../../../server/contract/auditing/asked.ts';
import { auditView } from '../../../server/contract/auditing/audit.ts';
import { correctionDraft } from '../../../server/contract/corrections.ts';
import { entryPage, submitted } from '../../../server/contract/entries.ts';
import { explanationView } from '../../../server/contract/migrations/explanation.ts';
import { systemView } from '../../../server/contract/migrations/system.ts';
import { report } from '../../../server/contract/reports/tables.ts';
import { verification } from '../../../server/contract/verification.ts';
import { statedRoutes } from '../../../server/http/guarded-route.ts';
import { givePost, makePerson, type Town } from '../town.ts';
import { rules } from './rules.ts';

let town: Town;
const at = (rest: string) => `/programmes/${town.code}${rest}`;
/** koseki stands in its rough estimates: a phase whose files are hidden until its vendor is selected. */
const koseki = '/systems/koseki';
const SECRET = '極秘見積会社';
const AMOUNT = 987_654_321;
const DIGEST = createHash('sha256').update(SECRET).digest('hex');
/** Titles, vendor, amount with and without separators, the paper's digest. */
const leaks = new RegExp([SECRET, AMOUNT, AMOUNT.toLocaleString('en'), DIGEST].join('|'));
/** The day before it is recorded. */
const HAPPENED = '2023-11-15';
const TODAY = '2023-11-16';
const UNTIL = '選定が決まるまで非開示';

/** Holds a post of the programme that the path gives no duty in a procurement. */
const clerk = 'houki-shimizu';
const owner = 'koseki-nakamura';
const auditor = 'kansa-mori';
const someAuditor = 'kansa-ichibu';

let requests = 0;
async function act(as: string, post: string, fact: { type: string }, system = koseki) {
  const { row } = await town.answered(systemView, 'GET', at(system), { as: 'dx-ito' });
  requests += 1;
  return {
    fact,
    post,
    occurredOn: HAPPENED,
    requestId: `sight/${requests}`,
    seenVersion: row.version,
    as,
  };
}
async function send(as: string, post: string, fact: { type: string }, occurredOn = HAPPENED) {
  const { as: _as, ...body } = { ...(await act(as, post, fact)), occurredOn };
  return town.answered(submitted, 'POST', at(`${koseki}/events`), { as, body });
}

const contract = {
  type: 'contract.recorded',
  vendor: SECRET,
  amounts: [{ fiscalYear: 2024, amountYen: AMOUNT }],
  totalYen: AMOUNT,
  continuesInto: [],
};
const estimate = {
  type: 'estimate.recorded',
  no: 1,
  estimateKind: 'rough',
  vendor: SECRET,
  costs: [{ fiscalYear: 2024, migrationYen: AMOUNT, operationYen: 0 }],
  evidence: { kind: 'other', title: SECRET, sha256: DIGEST, documentNo: SECRET, decidedOn: HAPPENED },
};
const paper = (title: string) => ({
  kind: 'other',
  title,
  sha256: DIGEST,
  documentNo: `5世情第1号（${SECRET}）`,
  decidedOn: HAPPENED,
});

let attached = 0;
let estimated = 0;
const phaseNow = async () => (await town.answered(systemView, 'GET', at(koseki), { as: 'dx-ito' })).row.phase;
/** @param opened the town, once it is open */
export function sightCases(opened: () => Town): void {
  beforeAll(async () => {
    town = opened();
    await makePerson(town, someAuditor, '一部を監査する人');
    await givePost(town, someAuditor, {
      post: 'auditor',
      system: 'zei',
      from: '2023-04-01',
      until: '2024-03-31',
    });
    const fact = { type: 'evidence.attached', evidence: paper(`${SECRET}の見積書`) };
    attached = (await send(owner, 'business-division', fact)).seq;
    estimated = (await send('keiyaku-kimura', 'contracts-division', estimate)).seq;
    await send('keiyaku-kimura', 'contracts-division', contract);
    await send(owner, 'business-division', {
      type: 'phase.submitted',
      ...{ phase: 'rough-estimate', evidence: [], note: `${SECRET}が最も安い` },
    });
  });
  describeCases();
}

const textOf = async (rest: string, as: string, method = 'GET', body?: unknown): Promise<string> =>
  (await town.ask(method, rest, { as, ...(body === undefined ? {} : { body }) })).text();

const selection = (candidate: string) => ({
  candidate,
  technical: '1',
  price: '1',
  printedTotal: '2',
  outOf: { technical: '1', price: '1' },
  method: '随意',
  applicants: null,
});
const correction = () => ({
  type: 'correction.proposed',
  entry: attached,
  was: { fact: { type: 'evidence.attached', evidence: paper('当て推量') }, occurredOn: '2023-11-16' },
  should: null,
  reason: '当て推量',
});

/** A clerk of the programme without a duty in it, and of another system; an auditor, and one of another system. */
const kinds = [clerk, 'zei-takahashi', auditor, someAuditor];

/** All that was recorded later of what happened up to that day, page by page. */
async function lateAs(as: string): Promise<Difference[]> {
  const pages: Difference[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const path = at(`/difference?day=${HAPPENED}&limit=3&cursor=${encodeURIComponent(cursor)}`);
    const page: Difference = await town.answered(difference, 'GET', path.replace(/&cursor=$/, ''), { as });
    pages.push(page);
    cursor = page.nextCursor;
  }
  return pages;
}

/** What a route must be asked. */
const asking: Record<string, string> = { 'GET /programmes/:code/difference': `?day=${HAPPENED}` };

async function fateOf(route: string): Promise<string> {
  const path = (route.split(' ')[1] ?? '')
    .replace(':code', town.code)
    .replace(':system', 'koseki')
    .replace(':seq', String(attached));
  const fates = kinds.map(async (as) => {
    const answer = await town.ask('GET', `${path}${asking[route] ?? ''}`, { as });
    const text = await answer.text();
    if (!answer.ok) return 'refused';
    if (leaks.test(text)) return 'seen';
    return /非開示|"undisclosed":"/.test(text) ? 'hidden' : 'plain';
  });
  return (await Promise.all(fates)).join(' ');
}

function describeCases(): void {
  describe('a procurement that is not decided', () => {
    /** Every answer of a migration's or the programme's facts that a clerk may ask for. */
    const doors = () => [
      at(''),
      at('/systems'),
      at('/systems?asOf=2023-11-16'),
      at(koseki),
      at(`${koseki}?asOf=2023-11-16`),
      at(`${koseki}?asOf=2023-11-16&by=recorded`),
      at(`${koseki}/explanation`),
      ...['contracts-division', 'business-division', 'dx-office'].map((post) =>
        at(`${koseki}/explanation?post=${post}`),
      ),
      at(`${koseki}/entries`),
      at(`${koseki}/entries?type=evidence.attached`),
      at(`${koseki}/entries?type=contract.recorded&limit=1`),
      at(`${koseki}/entries?asOf=2023-11-16`),
      at('/entries'),
      at('/entries?type=phase.submitted'),
      at('/export'),
      at('/export?asOf=2023-11-16'),
      at('/inbox'),
      at('/deadlines?status=all'),
      at('/national-sheet'),
      at('/national-sheet?format=csv'),
      ...['json', 'md', 'csv'].flatMap((format) => [
        at(`/report?format=${format}`),
        at(`/report?format=${format}&asOf=2023-11-16`),
      ]),
      at('/amendments'),
      `${at(koseki)}/entries/${attached}/correction`,
      `${at(koseki)}/entries/${attached}`,
      '/openapi.json',
      '/programmes',
      '/me',
    ];

    it('is seen by whom its path names, by the owner of the system and by auditors', async () => {
      for (const as of [owner, 'keiyaku-hara', auditor]) {
        expect(await textOf(at(koseki), as), as).toMatch(leaks);
        expect(await textOf(at(`${koseki}/entries`), as), as).toMatch(leaks);
      }
      expect(await textOf(at('/export'), auditor)).toMatch(leaks);
      expect(await textOf(at('/report'), auditor)).toMatch(leaks);
    });

    it('shows nothing of it by any door to a clerk', async () => {
      for (const door of doors()) expect(await textOf(door, clerk), door).not.toMatch(leaks);
    });

    it('nor to whoever only looks after the machine', async () => {
      const doors = [koseki, `${koseki}/entries`, `${koseki}/entries/${attached}`, '/export', '/report'];
      for (const door of doors) {
        const text = await textOf(at(door), 'operator');
        expect(text, door).toMatch(/非開示|"undisclosed":"procurement"/);
        expect(text, door).not.toMatch(leaks);
      }
    });

    it('says that it is hidden, by whom it is seen, and what proves it', async () => {
      const { phases, contract: shown } = await town.answered(systemView, 'GET', at(koseki), { as: clerk });
      const rough = phases.find(({ id }) => id === 'rough-estimate');
      expect(rough?.undisclosed?.ja).toContain(UNTIL);
      expect(rough?.undisclosed?.ja).toContain('契約課');
      expect([rough?.evidence, shown]).toEqual([[], null]);
      expect(phases.find(({ id }) => id === 'fit-gap')?.undisclosed).toBeNull();
      const all = await town.answered(entryPage, 'GET', at(`${koseki}/entries`), { as: auditor });
      const seen = await town.answered(entryPage, 'GET', at(`${koseki}/entries`), { as: clerk });
      expect(seen.items.map(({ seq, hash, prev }) => [seq, hash, prev])).toEqual(
        all.items.map(({ seq, hash, prev }) => [seq, hash, prev]),
      );
      expect(seen.items.filter(({ undisclosed }) => undisclosed).map(({ type }) => type)).toEqual([
        'undisclosed',
        'undisclosed',
        'undisclosed',
        'undisclosed',
      ]);
      const { notes } = await town.answered(report, 'GET', at('/report'), { as: clerk });
      expect(notes.some(({ ja }) => ja.includes(UNTIL) && ja.includes('戸籍'))).toBe(true);
      expect(
        await town.refused('GET', at(`${koseki}/entries/${attached}/correction`), { as: clerk }),
      ).toMatchObject({
        status: 403,
        code: 'undisclosed',
      });
    });

    it('can be proven in the export once it is shown: the hash is that of the line', async () => {
      const lines = (as: string) => textOf(at('/export'), as).then((text) => text.trim().split('\n'));
      const [mine, theirs] = [await lines(clerk), await lines(auditor)];
      expect(mine).toHaveLength(theirs.length);
      const hidden = mine.flatMap((line, index) =>
        line === theirs[index] ? [] : [[line, theirs[index]] as const],
      );
      expect(hidden).toHaveLength(4);
      for (const [line, whole] of hidden) {
        expect(JSON.parse(line)).toMatchObject({
          undisclosed: 'procurement',
          hash: createHash('sha256')
            .update(whole ?? '')
            .digest('hex'),
        });
      }
      expect((await town.answered(verification, 'GET', at('/verify'), { as: clerk })).ok).toBe(true);
    });

    it('is quoted in no refusal, whatever the clerk tries', async () => {
      const tries = [
        ...['contracts-division', 'legal-division'].map((post) => [post, contract] as const),
        ['legal-division', { type: 'selection.recorded', ...selection('別の会社') }] as const,
        ['legal-division', { type: 'evidence.attached', evidence: paper('別') }] as const,
        ['legal-division', correction()] as const,
      ];
      for (const [post, fact] of tries) {
        const { as, ...body } = await act(clerk, post, fact);
        const refused = await town.ask('POST', at(`${koseki}/events`), { as, body });
        expect([403, 409, 422], post).toContain(refused.status);
        // What the clerk wrote is no leak; what stands beside it would be.
        const told = await refused.text();
        expect(told).not.toContain('最も安い');
        if (fact !== contract) expect(told).not.toMatch(leaks);
        else expect(told).not.toContain('既に記録されています');
        // Looked at without being recorded, it is answered no more.
        const looked = await (await town.ask('POST', at(`${koseki}/effect`), { as, body })).text();
        if (fact !== contract) expect(looked).not.toMatch(leaks);
        else expect(looked).not.toContain('既に記録されています');
      }
    });

    it('is told by no number and no act that is offered', async () => {
      const offered = async (as: string, post: string) => {
        const path = at(`${koseki}/explanation?post=${post}`);
        const { acts } = await town.answered(explanationView, 'GET', path, { as });
        const given = acts.find(({ type }) => type === 'estimate.recorded')?.given;
        return [given?.no, acts.some(({ type }) => type === 'contract.amended')];
      };
      expect(await offered('keiyaku-kimura', 'contracts-division')).toEqual([2, true]);
      expect(await offered(clerk, 'legal-division')).toEqual([1, false]);
    });

    it('is betrayed by no page of what was recorded later: full pages, the last not empty', async () => {
      const [mine, theirs] = [await lateAs(clerk), await lateAs(auditor)];
      const sizes = mine.map(({ items }) => items.length);
      expect(sizes.length).toBeGreaterThan(1);
      expect(sizes.slice(0, -1).every((size) => size === 3)).toBe(true);
      expect(sizes.at(-1)).toBeGreaterThan(0);
      const shown = new Set(mine.flatMap(({ items }) => items.map(({ hash }) => hash)));
      const hidden = theirs.flatMap(({ items }) => items).filter(({ hash }) => !shown.has(hash));
      expect(hidden).toHaveLength(4);
      expect(JSON.stringify(hidden)).toMatch(leaks);
    });

    it('is read by auditors with a line in the access record', async () => {
      const log = await town.answered(accessPage, 'GET', at('/access-log?account=kansa-mori&limit=100'), {
        as: auditor,
      });
      const read = log.items
        .filter(({ system }) => system === 'koseki')
        .map(({ what }) => what.split('/').at(-1));
      expect(new Set(read)).toEqual(new Set([':system', 'entries']));
      expect(log.items.some(({ what }) => what.endsWith('/export'))).toBe(true);
    });
  });

  describe('whoever audits some systems', () => {
    it('takes out those whole, and of the programme’s chain what concerns no other', async () => {
      const lines = (await textOf(at('/export'), someAuditor))
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(new Set(lines.map(({ chain }) => chain))).toEqual(
        new Set([chainOf(town.code), chainOf(town.code, 'zei')]),
      );
      const others = lines.filter(({ undisclosed }) => undisclosed !== undefined);
      expect(others.map(({ undisclosed }) => undisclosed)).toContain('otherSystem');
      expect(others.every(({ chain }) => chain === town.code)).toBe(true);
      const page = await town.answered(entryPage, 'GET', at('/entries'), { as: someAuditor });
      expect(page.items.every(({ system }) => system === null || system === 'zei')).toBe(true);
      expect((await town.ask('GET', at('/systems/zei?asOf=2023-10-31'), { as: someAuditor })).status).toBe(
        200,
      );
      expect((await town.ask('GET', at('/systems/zei/entries/1'), { as: someAuditor })).status).toBe(200);
    });

    it('is told of the past of those alone, and where that begins', async () => {
      const path = at(`/difference?day=${HAPPENED}&limit=200`);
      const { items, systems, begins } = await town.answered(difference, 'GET', path, { as: someAuditor });
      expect(begins).not.toBeNull();
      expect(items.length + systems.length).toBeGreaterThan(0);
      expect(items.every(({ system }) => system === null || system === 'zei')).toBe(true);
      expect(systems.every(({ system }) => system === 'zei')).toBe(true);
    });

    it('is refused the others alike, whether they are there or not', async () => {
      for (const rest of ['', '/entries', '/explanation', '/entries/1', '/entries/1/correction']) {
        const there = await town.refused('GET', at(`${koseki}${rest}`), { as: someAuditor });
        const none = await town.refused('GET', at(`/systems/absent${rest}`), { as: someAuditor });
        expect([there.status, there.code, there.detail]).toEqual([none.status, none.code, none.detail]);
      }
      for (const rest of [
        '/report',
        '/national-sheet',
        '/verify',
        '/amendments',
        '/access-log',
        '/entries/1',
      ]) {
        expect((await town.ask('GET', at(rest), { as: someAuditor })).status, rest).toBe(403);
      }
    });
  });

  describe('what may be taken away', () => {
    const takes = async (as: string) => {
      const { papers, may } = await town.answered(auditView, 'GET', at('/audit'), { as });
      for (const { path } of papers)
        expect((await town.ask('GET', path.ja, { as })).status, path.ja).toBe(200);
      return [papers.map(({ id }) => id).join(' '), may.search, may.verify, may.access];
    };

    it('is what the routes give to each, and nothing that they refuse', async () => {
      const all = 'export report steps schedule warned';
      expect(await takes(clerk)).toEqual([all, true, true, false]);
      expect(await takes(auditor)).toEqual([all, true, true, true]);
      expect(await takes(someAuditor)).toEqual(['export schedule warned', true, false, false]);
      expect(await takes('zei-takahashi')).toEqual(['schedule', false, false, false]);
      for (const path of [
        '/export',
        '/report',
        '/national-sheet',
        '/warnings.csv',
        '/search',
        '/corrections',
      ])
        expect((await town.ask('GET', at(path), { as: 'zei-takahashi' })).status, path).toBe(403);
    });
  });

  describe('the list of routes', () => {
    it('has a rule of sight for each, and keeps it', async () => {
      const stated = statedRoutes(town.app.api).map(({ method, path }) => `${method} ${path}`);
      expect([...stated].sort()).toEqual(Object.keys(rules).sort());
      const told = Object.entries(rules).filter(([, rule]) => rule.includes(' '));
      const fates = told.map(async ([route]) => [route, await fateOf(route)] as const);
      expect(Object.fromEntries(await Promise.all(fates))).toEqual(Object.fromEntries(told));
    });
  });

  describe('once it is decided', () => {
    it('is shown to the members of the programme, the past too; and what runs no more is not hidden', async () => {
      await send('keiyaku-kimura', 'contracts-division', {
        type: 'selection.recorded',
        ...selection(SECRET),
      });
      expect(await textOf(at(koseki), clerk)).toMatch(leaks);
      expect(await textOf(at(`${koseki}/entries`), clerk)).toContain('最も安い');
      expect(await textOf(at('/export'), clerk)).toBe(await textOf(at('/export'), auditor));
    });
  });

  describe('what is undecided again', () => {
    const [kimura, contracts] = ['keiyaku-kimura', 'contracts-division'] as const;
    const back = { to: 'estimate-preparation' };
    const stoodAs = async (seq: number) =>
      (await town.answered(correctionDraft, 'GET', at(`${koseki}/entries/${seq}/correction`), { as: kimura }))
        .was;

    it('is told by no correction of it either, in whichever phase that is recorded', async () => {
      const asked = { type: 'goingBack.proposed', ...back, reason: '見積の取り直し' };
      await send('dx-tanaka', 'dx-office', asked);
      for (const member of ['iin-yoshida', 'iin-yamada'])
        if ((await phaseNow()) !== back.to)
          await send(member, 'promotion-committee', { type: 'goingBack.approved', ...back });
      expect(await phaseNow()).toBe(back.to);
      const was = await stoodAs(estimated);
      const { occurredOn, actor } = was;
      const costs = [{ fiscalYear: 2024, migrationYen: AMOUNT + 1, operationYen: 0 }];
      const should = { fact: { ...was.fact, costs }, occurredOn, actor };
      const proposed = {
        type: 'correction.proposed',
        entry: estimated,
        was,
        should,
        reason: `${SECRET}の桁違い`,
      };
      const { seq } = await send(kimura, contracts, proposed, TODAY);
      const decided = { type: 'correction.approved', entry: estimated, note: `${SECRET}に確かめた` };
      await send('zaisei-hayashi', 'finance-division', decided, TODAY);
      const told = new RegExp(`${leaks.source}|${AMOUNT + 1}`);
      const doors = [
        `${koseki}/entries`,
        `${koseki}/entries/${seq}`,
        `${koseki}/entries/${seq + 1}`,
        '/entries',
        '/entries?type=correction.proposed',
        '/export',
        '/corrections',
        '/search?corrections=true',
        `/search?q=${encodeURIComponent(SECRET)}`,
        `/difference?day=${HAPPENED}&limit=200`,
        koseki,
        '/report',
      ].map(at);
      for (const door of doors) {
        for (const as of [clerk, 'operator', 'zei-takahashi', someAuditor])
          expect(await textOf(door, as), `${as} ${door}`).not.toMatch(told);
        if (!door.includes('type=')) expect(await textOf(door, auditor), door).toMatch(told);
      }
    });
  });
}
