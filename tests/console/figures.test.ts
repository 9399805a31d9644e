// The console's figures and drawings without a browser: eras, amounts, digests, lettering, what of a chart is drawn.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { faultsOf } from '../../console/acts/form/check.ts';
import { factOf } from '../../console/acts/form/fact.ts';
import { fiscalYearOf, vagueDayOf, yenOf } from '../../console/acts/form/figures.ts';
import type { ActView } from '../../console/acts/questions.ts';
import {
  type Draft,
  type EvidenceDraft,
  emptyEvidence,
  firstAmount,
} from '../../console/acts/sending/draft.ts';
import { broughtUpToDate, isWanted, wantedPaper } from '../../console/acts/sending/wanted.ts';
import { percent, yen } from '../../console/figures/amount.ts';
import { digestOf } from '../../console/figures/digest.ts';
import { lastBegun } from '../../console/figures/last-begun.ts';
import { linesOf } from '../../console/system/chart/lettering.ts';
import { picturesOf } from '../../console/system/chart/picture.ts';
import { halves } from '../../console/words/language.tsx';
import { type Word, words } from '../../console/words/words.ts';
import { acts, type FactType } from '../../machines/migration/acts.ts';
import { start } from '../../machines/migration/migration.ts';
import { standing } from '../../machines/migration/state.ts';
import { dayOf, timeOf } from '../../machines/values/date.ts';
import { formatEra, formatEraShort, formatFiscalYear } from '../../machines/values/era.ts';
import { chartView } from '../../server/views/chart-view.ts';
import { questionText } from '../../texts/questions.ts';
import { adopt } from '../builders/adopting.ts';
import { definition } from '../builders/migration.ts';

const draft = (over: Partial<Draft> = {}): Draft => ({
  requestId: 'console/1',
  sent: [],
  seenVersion: 1,
  occurredOn: '2023-11-16',
  values: {},
  chosen: {},
  evidence: [],
  amounts: [],
  ...over,
});

/** An act as the explanation gives it to somebody who may. */
function act(type: FactType, given: Record<string, unknown> = {}): ActView {
  const asks = acts[type].asks.map(({ name, kind, optional = false }) => ({
    name,
    kind,
    optional,
    label: questionText(name),
    most: kind === 'paragraph' ? 2_000 : null,
    choices: null,
  }));
  const label = { ja: '', en: '' };
  return { type, phase: 'rfp', label, allowed: true, refusals: [], who: [], moves: false, asks, given };
}

describe('days', () => {
  it.each([
    ['2023-11-16', '令和5年11月16日', 'R5.11.16'],
    ['2023-04', '令和5年4月', 'R5.4'],
    ['2019-05-01', '令和元年5月1日', 'R1.5.1'],
    ['2019-04-30', '平成31年4月30日', 'H31.4.30'],
    ['2019-05', '令和元年5月', 'R1.5'],
    ['1980-01-01', '昭和55年1月1日', 'S55.1.1'],
  ])('%s is written %s and %s', (day, long, short) => {
    expect([formatEra(day), formatEraShort(day)]).toEqual([long, short]);
  });

  it('belong to Japan wherever the reader sits', () => {
    const instant = '2023-11-15T15:30:00Z';
    expect([dayOf(instant), timeOf(instant)]).toEqual(['2023-11-16', '00:30']);
    expect([2023, 2018].map(formatFiscalYear)).toEqual(['令和5年度', '平成30年度']);
  });
});

describe('figures', () => {
  it('keep every yen and every tenth of a percent', () => {
    expect(yen(295_447_229, 'ja')).toBe('295,447,229 円');
    expect(yen(295_447_229, 'en')).toBe('¥295,447,229');
    expect(percent(975)).toBe('97.5 %');
  });

  it('a file’s digest is the SHA-256 of its bytes', async () => {
    const bytes = Buffer.alloc(200_001, 3);
    expect(await digestOf(new Blob([bytes]))).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(await digestOf(new Blob([]))).toBe(createHash('sha256').digest('hex'));
  });

  it('of two files chosen one after another only the last one’s digest counts, whichever is read first', async () => {
    const inTurn = lastBegun();
    const ends: ((digest: string) => void)[] = [];
    const read = () => inTurn(() => new Promise<string>((resolve) => ends.push(resolve)));
    const [wrong, right] = [read(), read()];
    ends[1]?.('right');
    ends[0]?.('wrong');
    expect(await Promise.all([wrong, right])).toEqual([null, { ended: 'right' }]);
    const unreadable = new Error('moved');
    expect(await inTurn(() => Promise.reject(unreadable))).toEqual({ failed: unreadable });
  });
});

describe('acts', () => {
  it('names each answer that is missing or malformed by its input', () => {
    const { asks } = act('selection.recorded');
    const values = { candidate: '富士通', technical: '５７４．９', 'outOf.technical': '700', price: '五三' };
    const faults = faultsOf(asks, draft({ values, occurredOn: '' }), '2023-11-16');
    expect(faults.map(({ id, kind }) => [id, kind])).toEqual([
      ['act-price', 'act.wrong'],
      ['act-outOf.price', 'act.fillIn'],
      ['act-printedTotal', 'act.fillIn'],
      ['act-method', 'act.fillIn'],
      ['act-occurredOn', 'act.fillIn'],
    ]);
  });

  it('takes a reason of 2,000 characters, and says of a longer one by how much', () => {
    const { asks } = act('gate.returned');
    const wrong = (reason: string) =>
      faultsOf(asks, draft({ values: { reason } }), '2023-11-16').map(({ kind, length }) => [kind, length]);
    expect(wrong('理'.repeat(2_000))).toEqual([]);
    expect(wrong(` ${'理'.repeat(2_001)}`)).toEqual([['act.tooLong', { most: 2_000, now: 2_001 }]]);
  });

  it('asks for the documents that are missing now, whatever was missing when its form was opened', () => {
    const lacking = (...kinds: string[]): ActView => ({
      ...act('phase.submitted'),
      refusals: kinds.map((evidence) => ({
        code: 'condition.evidenceMissing',
        facts: { evidence, label: { ja: evidence, en: evidence } },
        message: { ja: '', en: '' },
      })),
    });
    const kindsOf = (evidence: EvidenceDraft[] | null) => evidence?.map(({ kind }) => kind) ?? null;
    const evidence = ['plan', 'test', 'minutes'].map((kind) =>
      wantedPaper({ kind, label: { ja: kind, en: kind } }),
    );
    const begun = evidence.map((paper, index) => (index === 1 ? { ...paper, documentNo: '5第1号' } : paper));
    expect(broughtUpToDate(draft({ evidence }), lacking('plan', 'test', 'minutes'))).toBeNull();
    expect(kindsOf(broughtUpToDate(draft({ evidence }), lacking('minutes')))).toEqual(['minutes']);
    // What somebody has begun to fill in is theirs to remove.
    expect(kindsOf(broughtUpToDate(draft({ evidence: begun }), lacking('minutes')))).toEqual([
      'test',
      'minutes',
    ]);
    expect(isWanted(begun[1] ?? emptyEvidence(), lacking('minutes'))).toBe(false);
    expect(kindsOf(broughtUpToDate(draft(), lacking('plan')))).toEqual(['plan']);
    const { asks } = lacking();
    expect(
      faultsOf(
        asks,
        draft({ evidence: broughtUpToDate(draft({ evidence }), lacking()) ?? [] }),
        '2023-11-16',
      ),
    ).toEqual([]);
  });

  it('reads full-width digits and separators as the same figures', () => {
    const amounts = [{ key: 'a', fiscalYear: '２０２３', amountYen: '１６４，１１５，７１０' }];
    const values = { vendor: '富士通', totalYen: '164,115,710', continuesInto: '令和7年度、2026' };
    expect(factOf(act('contract.recorded'), draft({ amounts, values }))).toEqual({
      type: 'contract.recorded',
      vendor: '富士通',
      amounts: [{ fiscalYear: 2023, amountYen: 164_115_710 }],
      totalYen: 164_115_710,
      continuesInto: [2025, 2026],
    });
  });

  it.each(['gate.approved', 'gate.returned', 'submission.withdrawn'] as const)(
    'sends %s about the phase that the explanation gives',
    (type) => {
      const made = factOf(
        act(type, { type, phase: 'rfp' }),
        draft({ values: { reason: '理由', note: '備考' } }),
      );
      expect(made).toMatchObject({ type, phase: 'rfp' });
    },
  );

  it('reads yen and years as people write them, and nothing that is none', () => {
    expect([yenOf('1億6411万5710円'), yenOf('164,115,710'), yenOf(','), yenOf('2,95447229')]).toEqual([
      164_115_710,
      164_115_710,
      null,
      null,
    ]);
    expect([fiscalYearOf('R5'), fiscalYearOf('令和5年度'), fiscalYearOf('5')]).toEqual([2023, 2023, null]);
    expect([vagueDayOf('２０２５-０４'), vagueDayOf('R6.4.30'), vagueDayOf('R5.1 16')]).toEqual([
      '2025-04',
      '2024-04-30',
      null,
    ]);
  });

  it('leaves a completion date that is not decided out as null', () => {
    expect(factOf(act('regime.designated'), draft({ values: { basis: '通知' } }))).toEqual({
      type: 'regime.designated',
      completionOn: null,
      basis: '通知',
    });
  });
});

describe('the chart', () => {
  const given = definition();
  const chart = chartView(given, start(given, { on: '2023-04-01', at: '2023-04-01T09:00:00+09:00' }));

  it('draws each region, and the stages of the phase it stands in', () => {
    expect(picturesOf(chart, false).map(({ of }) => of.id)).toEqual([
      'path',
      'path.fit-gap',
      'activity',
      'regime',
    ]);
  });

  it('joins each phase to the next, and draws the ways back only when asked', () => {
    const phases = given.path.phases.map(({ id }) => `path.${id}`);
    const onward = phases.slice(1).map((phase, index) => `${phases[index]}>${phase}`);
    const [path] = picturesOf(chart, false);
    expect(path?.arrows.map(({ id }) => id)).toEqual(onward);
    const [withBack] = picturesOf(chart, true);
    expect(withBack?.arrows.length).toBeGreaterThan(onward.length);
    expect(withBack?.arrows.filter(({ onward: on }) => on).map(({ id }) => id)).toEqual(onward);
  });

  it('shows of one that has ended where it has been, and that it stands nowhere on its path', () => {
    const begun = start(given, { on: '2023-04-01', at: '2023-04-01T09:00:00+09:00' });
    const retired = { as: 'withdrawn' as const, reason: '共同利用に移行' };
    const ended = { ...given, version: 2, system: { ...given.system, retired } };
    const { nodes } = chartView(ended, adopt(begun, given, ended, 7).snapshot);
    const stands = nodes.filter(({ here, kind }) => here && kind !== 'region').map(({ id }) => id);
    expect(stands).toEqual(['activity.retired']);
    expect(nodes.find(({ id }) => id === 'path.fit-gap')?.visited).toBe(true);
  });

  it('breaks no line after an opening bracket', () => {
    expect(linesOf('①Fit＆Gap分析（Gap抽出・整理）', 8.5)).toEqual(['①Fit＆Gap分析', '（Gap抽出・整理）']);
  });
});

describe('the words', () => {
  it.each([
    [
      '通知の間隔は報告にない / the spacing is not in the report',
      '通知の間隔は報告にない',
      'the spacing is not in the report',
    ],
    ['住民票/印鑑 の扱い', '住民票/印鑑 の扱い', '住民票/印鑑 の扱い'],
    ['甲 / 乙', '甲 / 乙', '甲 / 乙'],
    ['甲 / 乙 / a / b', '甲 / 乙', 'a / b'],
  ])('of a note in both languages are read by the half: %s', (both, inJapanese, inEnglish) => {
    expect(halves(both)).toEqual({ ja: inJapanese, en: inEnglish });
  });

  it('have the same places to fill in both languages', () => {
    const places = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(String).sort();
    const differing = (Object.keys(words) as Word[]).filter(
      (word) => String(places(words[word].ja)) !== String(places(words[word].en)),
    );
    expect(differing).toEqual([]);
  });
});

it.each([
  ['2023-12-31', '2023'],
  ['2024-01-01', '2023'],
  ['2024-03-31', '2023'],
  ['2024-04-01', '2024'],
])(
  'a contract recorded on %s is proposed for the fiscal year %s, by the console and by the machine',
  (today, year) => {
    expect(firstAmount(today).fiscalYear).toBe(year);
    const snapshot = start(definition(), { on: '2022-04', at: '2022-04-01T09:00:00+09:00' });
    const here = definition().path.phases[0];
    if (!here) throw new Error('a path without phases');
    const { context } = snapshot;
    const post = 'contracts-division';
    const outlook = { definition: definition(), context, standing: standing(snapshot), here, today, post };
    expect(acts['contract.recorded'].sample?.(outlook)).toMatchObject({
      amounts: [{ fiscalYear: Number(year) }],
    });
    expect(acts['budget.voted'].sample?.(outlook)).toMatchObject({ fiscalYear: Number(year) });
  },
);
