// Reports that are issued: what is frozen is made again from the record byte for byte, also after corrections; it holds nothing that is not
// public; a row leads to its entries and to the report before.
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { correctionDraft } from '../../server/contract/corrections.ts';
import { submitted } from '../../server/contract/entries.ts';
import { systemView } from '../../server/contract/migrations/system.ts';
import {
  issuedList,
  reportCheck,
  reportFigure,
  reportIssued,
  reportPages,
} from '../../server/contract/reports/reports.ts';
import { report } from '../../server/contract/reports/tables.ts';
import { openTown, type Town } from './town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const [office, post] = ['dx-tanaka', 'dx-office'];
const at = (rest = '') => `/programmes/${town.code}${rest}`;
let requests = 0;
const send = async (system: string, as: string, in_: string, fact: object) => {
  const { row } = await town.answered(systemView, 'GET', at(`/systems/${system}`), { as });
  requests += 1;
  return town.answered(submitted, 'POST', at(`/systems/${system}/events`), {
    as,
    body: {
      fact,
      post: in_,
      occurredOn: '2023-11-16',
      requestId: `reports/${requests}`,
      seenVersion: row.version,
    },
  });
};
const issue = (requestId: string, more: object = {}) =>
  town.answered(reportIssued, 'POST', at('/reports'), {
    as: office,
    body: { post, requestId, asOf: '2023-11-16', ...more },
  });
const pages = (query: string, as = office) =>
  town.answered(reportPages, 'GET', at(`/report?format=pages&${query}`), { as });
const check = (number: number) =>
  town.answered(reportCheck, 'GET', at(`/reports/${number}/check`), { as: office });

/** An amount that nobody without a duty may see: of a system whose procurement is not decided. */
const SEALED = 123_456_789;

describe('a report', () => {
  it('is refused for a day before the record, one that has not come, and a period that is none', async () => {
    const wrong = async (query: string) =>
      (await town.refused('GET', at(`/report?${query}`), { as: office })).issues?.map(
        ({ field, code, expected }) => [field, code, expected?.en],
      );
    expect(await wrong('asOf=2019-01-01')).toEqual([
      ['asOf', 'beforeRecord', expect.stringMatching(/^from 20\d\d-/)],
    ]);
    expect(await wrong('asOf=2023-10-31&by=recorded')).toEqual([['asOf', 'beforeRecord', 'from 2023-11-16']]);
    expect(await wrong('asOf=2023-11-17')).toEqual([['asOf', 'future', 'up to 2023-11-16']]);
    expect(await wrong('from=2023-04-01')).toEqual([['to', 'missing', undefined]]);
    expect(await wrong('from=2023-04-02&to=2023-04-01')).toEqual([['to', 'reversed', undefined]]);
    expect(await wrong('asOf=2023-10-31&from=2023-11-01&to=2023-11-02')).toEqual([
      ['from', 'afterData', undefined],
    ]);
  });

  it('tells of its period alone, and in thousands of yen rounds sums from yen', async () => {
    const made = await pages('asOf=2023-10-31&from=2023-04-01&to=2024-03-31&unit=thousandYen');
    const of = (id: string) => made.sections.find((section) => section.id === id);
    expect(made.dates).toContain('対象期間：令和5年4月1日～令和5年10月31日');
    expect(of('movements')?.rows).toHaveLength(5);
    expect(of('meetings')?.head).toEqual(['会議体', '令和5年度']);
    expect(of('passed')?.rows.length).toBeGreaterThan(0);
    expect(of('contracts')?.rows.at(-1)?.cells.slice(2, 5)).toEqual(['1,352,438', '1,087,398', '2,439,835']);
    expect(of('progress/wave-2')?.rows.length).toBeGreaterThan(0);
  });

  it('is a workbook with amounts as numbers, sums as formulas that give them, and days as days', async () => {
    const answer = await town.ask('GET', at('/report?format=xlsx&asOf=2023-10-31'), { as: office });
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    const sheet = new TextDecoder().decode(files['xl/worksheets/sheet1.xml']);
    expect(sheet).toMatch(/<f>SUM\(C\d+:C\d+\)<\/f><v>1352437680<\/v>/);
    expect(sheet).toMatch(/<f>SUM\(E\d+:E\d+\)<\/f><v>2439835354<\/v>/);
    expect(sheet).toContain('<v>164115710</v>');
    expect(sheet).toContain('<v>574.9</v>');
  });
});

describe('an issued report', () => {
  it('is frozen under a number and made again byte for byte; the same request is one entry', async () => {
    await send('koseki', 'keiyaku-kimura', 'contracts-division', {
      type: 'contract.recorded',
      vendor: '甲社',
      amounts: [{ fiscalYear: 2023, amountYen: SEALED }],
      totalYen: SEALED,
      continuesInto: [],
    });
    const { digest } = await pages('asOf=2023-11-16&sight=public');
    const first = await issue('issue/1', { digest, unit: 'thousandYen' });
    expect([first.number, first.issuedOn, first.unit, first.digest]).toEqual([
      1,
      '2023-11-16',
      'thousandYen',
      digest,
    ]);
    const again = await issue('issue/1', { digest, unit: 'thousandYen' });
    expect([again.number, again.entry, again.repeated]).toEqual([1, first.entry, true]);
    expect(await check(1)).toMatchObject({ equal: true, kept: true, again: digest, differences: [] });
    expect((await town.answered(issuedList, 'GET', at('/reports'), { as: office })).items).toHaveLength(1);
  });

  it('holds nothing that is not public, though its issuer is shown it', async () => {
    const inside = await town.answered(report, 'GET', at('/report'), { as: 'keiyaku-kimura' });
    expect(JSON.stringify(inside)).toContain(String(SEALED));
    for (const as of [office, 'keiyaku-kimura', 'kansa-mori']) {
      for (const format of ['json', 'pages', 'md', 'csv', 'html']) {
        const answer = await town.ask('GET', at(`/reports/1?format=${format}&unit=yen`), { as });
        expect(await answer.text(), `${as} ${format}`).not.toMatch(/123,?456,?789|123,457|甲社/);
      }
    }
    const shown = await town.answered(report, 'GET', at('/reports/1'), { as: 'keiyaku-kimura' });
    expect(shown.notes.some(({ ja }) => ja.includes('非開示') && ja.includes('戸籍'))).toBe(true);
  });

  it('stays what it was after a correction; the next says what has changed since', async () => {
    const { items } = await town.answered(issuedList, 'GET', at('/reports'), { as: office });
    const page = at('/systems/juki/entries?type=contract.recorded');
    const { items: entries } = (await (await town.ask('GET', page, { as: office })).json()) as {
      items: { seq: number }[];
    };
    const entry = entries[0]?.seq ?? 0;
    const draft = await town.answered(
      correctionDraft,
      'GET',
      at(`/systems/juki/entries/${entry}/correction`),
      {
        as: 'keiyaku-kimura',
      },
    );
    const was = draft.was.fact as unknown as {
      amounts: { fiscalYear: number; amountYen: number }[];
      totalYen: number;
    };
    const amounts = was.amounts.map((one, index) =>
      index === 0 ? { ...one, amountYen: one.amountYen + 1_000_000 } : one,
    );
    const should = {
      fact: { ...draft.was.fact, amounts, totalYen: was.totalYen + 1_000_000 },
      occurredOn: draft.was.occurredOn,
      actor: draft.was.actor,
    };
    const reason = '桁の誤り';
    await send('juki', 'keiyaku-kimura', 'contracts-division', {
      type: 'correction.proposed',
      entry,
      was: draft.was,
      should,
      reason,
    });
    await send('juki', 'zaisei-hayashi', 'finance-division', { type: 'correction.approved', entry });

    expect(await check(1)).toMatchObject({ equal: true, digest: items[0]?.digest });
    const now = await pages('asOf=2023-11-16&sight=public');
    expect(now.before).toEqual({ number: 1, issuedOn: '2023-11-16', dataOn: '2023-11-16' });
    const marks = now.sections
      .find(({ id }) => id === 'contracts')
      ?.rows.map(({ key, since }) => [key, since]);
    expect(marks?.filter(([, since]) => since !== 'same')).toEqual([
      ['juki', 'changed'],
      ['=', 'changed'],
    ]);
    const stale = await town.refused('POST', at('/reports'), {
      as: office,
      body: { post, requestId: 'issue/stale', asOf: '2023-11-16', digest: items[0]?.digest },
    });
    expect(stale.refusals?.map(({ code }) => code)).toEqual(['report.moved']);
    const second = await issue('issue/2', { digest: now.digest });
    expect(second.number).toBe(2);
    expect([(await check(1)).equal, (await check(2)).equal]).toEqual([true, true]);
  });

  it('leads from a row to its entries and to the row before', async () => {
    const figure = await town.answered(
      reportFigure,
      'GET',
      at('/report/figure?number=2&section=contracts&row=juki'),
      { as: office },
    );
    expect(figure.entries.map(({ type, correctedBy }) => [type, correctedBy.length])).toEqual([
      ['contract.recorded', 1],
    ]);
    expect(figure.before?.number).toBe(1);
    expect(figure.cells[4]).toBe('296,447,229');
    expect(figure.was?.cells[4]).toBe('295,447,229');
    const first = await town.answered(
      reportFigure,
      'GET',
      at('/report/figure?number=1&section=contracts&row=juki'),
      { as: office },
    );
    expect([first.before, first.was, first.cells[4]]).toEqual([null, null, '295,447,229']);
  });

  it('is issued by the programme’s office alone, through no other door, and not twice under one number', async () => {
    const body = { post: 'contracts-division', requestId: 'issue/other', asOf: '2023-11-16' };
    const other = await town.refused('POST', at('/reports'), { as: 'keiyaku-kimura', body });
    expect(other.refusals?.map(({ code }) => code)).toEqual(['actor.wrongPost']);
    expect((await town.ask('POST', at('/reports'), { as: 'kansa-mori', body })).status).toBe(403);
    const fact = {
      type: 'report.issued',
      number: 3,
      dataOn: '2023-11-16',
      by: 'occurred',
      unit: 'yen',
      upTo: { own: 1, systems: [] },
      digest: 'a'.repeat(64),
    };
    const event = { fact, post, occurredOn: '2023-11-16', requestId: 'issue/forged', seenVersion: 0 };
    const forged = await town.ask('POST', at('/events'), { as: office, body: event });
    expect([403, 409, 422]).toContain(forged.status);
    expect((await town.answered(issuedList, 'GET', at('/reports'), { as: office })).items).toHaveLength(2);
    expect((await town.ask('GET', at('/reports/3'), { as: office })).status).toBe(404);
  });
});
