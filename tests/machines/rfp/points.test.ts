// Points by any weights: exact, rounded once by the rule; ties parted by the written rules in whichever order bidders stand.
import Decimal from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundings, tieRules } from '../../../machines/definition/scoring.ts';
import { isPrintedOf } from '../../../machines/migration/procurement/rules.ts';
import type { Points, Result } from '../../../machines/migration/rfp/memory.ts';
import { leavesOf, outOf } from '../../../machines/migration/rfp/scores/criteria.ts';
import { pricePoints, printed, resultsOf } from '../../../machines/migration/rfp/scores/points.ts';
import { ranked } from '../../../machines/migration/rfp/scores/ranking.ts';
import type { Scoring } from '../../../machines/migration/rfp/terms.ts';
import { at, opened, rfpDefinition, rfpPeople, terms } from '../../builders/rfp.ts';
import { Walk } from '../../builders/walk.ts';

/** Wider than what is tested. */
const Wide = Decimal.clone({ precision: 60 });

const score = (most: number) =>
  fc.integer({ min: 0, max: most * 100 }).map((hundredths) => new Decimal(hundredths).div(100).toFixed());

const scoringOf = fc.record({
  weights: fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 8 }),
  gather: fc.constantFrom('sum' as const, 'average' as const),
  price: fc.integer({ min: 0, max: 300 }),
  decimals: fc.integer({ min: 0, max: 4 }),
  mode: fc.constantFrom(...roundings),
  printed: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
});

type Drawn = typeof scoringOf extends fc.Arbitrary<infer T> ? T : never;

const made = ({ weights, gather, price, decimals, mode, printed: to }: Drawn): Scoring => ({
  criteria: weights.map((points, index) => ({ id: `c${index}`, label: 'c', points: String(points) })),
  gather,
  price: { points: String(price), formula: 'lowestOverPrice' },
  rounding: { decimals, mode, ...(to === undefined ? {} : { printed: to }) },
  ties: ['technical', 'price', 'committee'],
});

interface Scored {
  scoring: Scoring;
  sheets: Points[];
  yen: number[];
}

const scored: fc.Arbitrary<Scored> = fc
  .tuple(scoringOf, fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 5 }))
  .chain(([drawn, evaluators, bidders]) =>
    fc.record({
      scoring: fc.constant(made(drawn)),
      sheets: fc.array(
        fc
          .array(fc.tuple(...drawn.weights.map((most) => score(most))), {
            minLength: bidders,
            maxLength: bidders,
          })
          .map((rows) =>
            Object.fromEntries(
              rows.map((row, bidder) => [
                `b${bidder}`,
                Object.fromEntries(row.map((points, index) => [`c${index}`, points])),
              ]),
            ),
          ),
        { minLength: evaluators, maxLength: evaluators },
      ),
      yen: fc.array(fc.integer({ min: 1, max: 900_000_000 }), { minLength: bidders, maxLength: bidders }),
    }),
  );

const results = ({ scoring, sheets, yen }: Scored, ceilingYen = terms().ceilingYen) => {
  const receivedAt = '2023-11-30T16:00:00+09:00';
  const bidders = Object.fromEntries(
    yen.map((priceYen, index) => [
      `b${index}`,
      { name: 'b', appliedOn: '2023-11-20', accepted: true, proposal: { receivedAt, priceYen } },
    ]),
  );
  return resultsOf({ terms: { ...terms(), ceilingYen }, bidders }, scoring, Object.keys(bidders), sheets);
};

describe('points', () => {
  it('by any weights add up exactly, and never to more than they are out of', () => {
    fc.assert(
      fc.property(scored, (given) => {
        const most = outOf(leavesOf(given.scoring), given.sheets.length);
        for (const [bidder, { technical, price, total }] of Object.entries(results(given))) {
          expect(new Decimal(technical).plus(price).toFixed()).toBe(total);
          expect(new Decimal(technical).lte(most)).toBe(true);
          expect(new Decimal(price).lte(given.scoring.price?.points ?? 0)).toBe(true);
          expect(isPrintedOf(printed(total, given.scoring), new Decimal(total))).toBe(true);
          const cells = given.sheets.flatMap((sheet) => Object.values(sheet[bidder] ?? {}));
          const sum = cells.reduce((all, cell) => all.plus(cell), new Decimal(0));
          const exact = given.scoring.gather === 'sum' ? sum : new Wide(sum).div(given.sheets.length);
          const off = new Decimal(technical).minus(exact).abs();
          expect(off.lt(new Decimal(10).pow(-given.scoring.rounding.decimals))).toBe(true);
        }
      }),
    );
  });

  it('are the same in whichever order the sheets lie', () => {
    fc.assert(
      fc.property(scored, (given) => {
        expect(results({ ...given, sheets: [...given.sheets].reverse() })).toEqual(results(given));
      }),
    );
  });

  it('are rounded once: three thirds are one point', () => {
    const third = { c0: '0', c1: '0', c2: '0' };
    const scoring = {
      ...made({
        weights: [1, 1, 1],
        gather: 'average',
        price: 0,
        decimals: 2,
        mode: 'halfUp',
        printed: undefined,
      }),
    };
    const sheets = [{ b0: { c0: '1', c1: '1', c2: '1' } }, { b0: third }, { b0: third }];
    expect(results({ scoring, sheets, yen: [1] }).b0?.technical).toBe('1');
  });

  it('print 627.9 as 628 where the rule prints whole points', () => {
    expect(printed('627.9', { rounding: { decimals: 2, mode: 'halfUp', printed: 0 } })).toBe('628');
    expect(printed('627.9', { rounding: { decimals: 2, mode: 'halfUp' } })).toBe('627.9');
  });
});

describe('a price', () => {
  const priced = { priceYen: 90_000_000, lowestYen: 60_000_000, ceilingYen: 100_000_000 };
  const rounding = { decimals: 2, mode: 'halfUp' } as const;
  it.each([
    ['lowestOverPrice', '200'],
    ['belowCeiling', '30'],
    ['betweenLowestAndCeiling', '75'],
    ['manual', '12.5'],
  ] as const)('by %s makes %s of 300', (formula, points) => {
    const made = pricePoints({ price: { points: '300', formula }, rounding }, priced, '12.5');
    expect(made.toFixed()).toBe(points);
  });
});

describe('the lowest price', () => {
  /** Technical 420, 400 and 300 of 700; C is far cheaper, and below the least technical points. */
  const of = (price: Partial<NonNullable<Scoring['price']>>): Scoring => ({
    ...made({
      weights: [700],
      gather: 'average',
      price: 300,
      decimals: 2,
      mode: 'halfUp',
      printed: undefined,
    }),
    minimumTechnical: '350',
    price: { points: '300', formula: 'lowestOverPrice', ...price },
  });
  const priced = (scoring: Scoring, ceilingYen = 150_000_000) => {
    const sheets = [{ b0: { c0: '420' }, b1: { c0: '400' }, b2: { c0: '300' } }];
    const all = results({ scoring, sheets, yen: [100_000_000, 120_000_000, 50_000_000] }, ceilingYen);
    return ['b0', 'b1', 'b2'].map((bidder) => [all[bidder]?.price, all[bidder]?.total, all[bidder]?.ranked]);
  };
  const reaching = { whosePrices: 'reachingMinimum' } as const;

  it('is that of all who are scored where the rule says nothing else', () => {
    const everyone = [
      ['150', '570', true],
      ['125', '525', true],
      ['300', '600', false],
    ];
    expect(priced(of({}))).toEqual(everyone);
    expect(priced(of({ whosePrices: 'all' }))).toEqual(everyone);
  });

  it('is that of those who reach the least technical points, and nobody else has price points, where it says so', () => {
    expect(priced(of(reaching))).toEqual([
      ['300', '720', true],
      ['250', '650', true],
      ['0', '300', false],
    ]);
    expect(priced(of({ ...reaching, formula: 'betweenLowestAndCeiling' }))).toEqual([
      ['300', '720', true],
      ['180', '580', true],
      ['0', '300', false],
    ]);
    expect(priced(of({ ...reaching, formula: 'belowCeiling' }))).toEqual([
      ['100', '520', true],
      ['60', '460', true],
      ['0', '300', false],
    ]);
  });

  it('is of whom the path says as it was at the opening, where the terms say nothing', () => {
    const { path, ...rest } = rfpDefinition();
    const { rfp: control, phases = [] } = path.procurement ?? {};
    if (!control) throw new Error('no procurement');
    const saying = rfpDefinition({
      ...rest,
      path: { ...path, procurement: { phases, rfp: { ...control, whosePrices: 'reachingMinimum' } } },
    });
    const compared = (price: NonNullable<Scoring['price']>, of = saying) => {
      const scoring = { ...(terms().scoring as Scoring), price };
      const { snapshot } = new Walk(of).take(opened({ scoring }), rfpPeople.office, at('2023-11-16'));
      return snapshot.context.rfp?.open?.terms.scoring?.price?.whosePrices;
    };
    const price = { points: '300', formula: 'lowestOverPrice' } as const;
    expect(compared(price)).toBe('reachingMinimum');
    expect(compared({ ...price, whosePrices: 'all' })).toBe('all');
    expect(compared({ ...price, formula: 'manual' })).toBeUndefined();
    expect(compared(price, rfpDefinition())).toBeUndefined();
  });

  it('is nobody’s where nobody reaches them', () => {
    expect(priced({ ...of(reaching), minimumTechnical: '500' }).map(([price]) => price)).toEqual([
      '0',
      '0',
      '0',
    ]);
  });
});

describe('the order', () => {
  const few = fc.constantFrom('10', '20', '30');
  const drawn = fc.record({
    rows: fc.array(fc.record({ technical: few, price: few, yen: fc.constantFrom(1, 2, undefined) }), {
      minLength: 1,
      maxLength: 6,
    }),
    ties: fc.shuffledSubarray([...tieRules]),
  });
  const given = ({ rows, ties }: typeof drawn extends fc.Arbitrary<infer T> ? T : never) => {
    const made: [string, Result][] = rows.map(({ technical, price }, index) => {
      const total = new Decimal(technical).plus(price).toFixed();
      return [`b${index}`, { technical, price, total, criteria: {}, ranked: true }];
    });
    return { made, scoring: { ties }, yen: (bidder: string) => rows[Number(bidder.slice(1))]?.yen };
  };

  it('is total and the same in whichever order bidders stand; what is left is decided once', () => {
    fc.assert(
      fc.property(drawn, (one) => {
        const { made, scoring, yen } = given(one);
        const first = ranked({ results: Object.fromEntries(made), scoring, yen, ties: [] });
        const again = ranked({ results: Object.fromEntries([...made].reverse()), scoring, yen, ties: [] });
        expect(again).toEqual(first);
        expect([...first.order].sort()).toEqual(made.map(([bidder]) => bidder).sort());
        const totals = first.order.map((bidder) => Number(Object.fromEntries(made)[bidder]?.total));
        expect(totals).toEqual([...totals].sort((a, b) => b - a));
        const ties = first.open.map((group) => ({
          order: [...group].reverse(),
          how: 'committee' as const,
          reason: '-',
        }));
        expect(ranked({ results: Object.fromEntries(made), scoring, yen, ties }).open).toEqual([]);
      }),
    );
  });
});
