// Estimates in versions: what each is compared with, by how much it differs, and when it says why.
import Decimal from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparedWith, sumsOf } from '../../../machines/migration/estimates/rules.ts';
import { notesOf } from '../../../machines/migration/noted/noted.ts';
import { readCosts } from '../../../machines/values/money.ts';
import { isOver, varianceOf } from '../../../machines/values/variance.ts';
import { definition } from '../../builders/migration.ts';
import { estimate, paper, ruled } from '../../builders/money.ts';
import { pairOf, Recording } from '../../builders/recording.ts';
import { people, Walk } from '../../builders/walk.ts';

const { contracts, other, chair } = people;
const Exact = Decimal.clone({ precision: 80 });
const yen = fc.integer({ min: 0, max: 999_999_999_999_999 });

describe('a variance', () => {
  it('goes back to where it came from, and its per cent says whether it was rounded', () => {
    fc.assert(
      fc.property(yen, yen, (from, to) => {
        const one = varianceOf(from, to);
        expect(from + one.amountYen).toBe(to);
        expect(varianceOf(to, from).amountYen + one.amountYen).toBe(0);
        if (one.percent === null) {
          expect(from).toBe(0);
          return;
        }
        const back = new Exact(from).times(one.percent).div(100);
        expect(back.eq(one.amountYen)).toBe(one.exact);
        expect(back.minus(one.amountYen).abs().lte(new Exact(from).times('0.0000005'))).toBe(true);
      }),
    );
  });

  it('is over a threshold without any rounding', () => {
    expect(isOver(varianceOf(3, 4), '33.33')).toBe(true);
    expect(isOver(varianceOf(100, 120), '20')).toBe(false);
    expect(isOver(varianceOf(100, 79), '20')).toBe(true);
    expect(isOver(varianceOf(0, 1), '9999')).toBe(true);
    expect(isOver(varianceOf(0, 0), '0')).toBe(false);
    // 999,999,999,999 and a yen more than a fifth of it: doubles would not see it.
    expect(isOver(varianceOf(999_999_999_995, 1_199_999_999_995), '20')).toBe(true);
    expect(isOver(varianceOf(999_999_999_995, 1_199_999_999_994), '20')).toBe(false);
  });
});

describe('costs by fiscal year', () => {
  it('are read with migration and operation apart, each year once', () => {
    expect(readCosts(['R7=1億2000万円/340万円', '2026=5'])).toMatchObject({
      status: 'read',
      value: [
        { fiscalYear: 2025, migrationYen: 120_000_000, operationYen: 3_400_000 },
        { fiscalYear: 2026, migrationYen: 5, operationYen: 0 },
      ],
    });
    for (const wrong of [['R7'], ['R7=1/2/3'], ['R7=1=2'], ['R7=1', '2025=2'], ['R7=/5']])
      expect(readCosts(wrong).status).toBe('refused');
  });
});

describe('an estimate', () => {
  const strict = ruled({ money: { varianceOver: '20' } });

  it('that differs by more than the threshold from its vendor’s last one says why', () => {
    const walk = new Walk(strict).take(estimate(1, 100), contracts);
    expect(walk.codes(estimate(2, 120), contracts)).toEqual([]);
    expect(walk.codes(estimate(2, 121), contracts)).toEqual(['estimate.reasonMissing']);
    expect(walk.codes(estimate(2, 79), contracts)).toEqual(['estimate.reasonMissing']);
    expect(walk.codes(estimate(2, 121, { reason: '連携の追加' }), contracts)).toEqual([]);
    expect(walk.codes(estimate(2, 999, { vendor: '乙社' }), contracts)).toEqual([]);
    expect(walk.codes(estimate(2, 999, { vendor: '㈱甲社', against: 1 }), contracts)).toEqual([
      'estimate.reasonMissing',
    ]);
    expect(walk.codes(estimate(2, 999, { against: 7 }), contracts)).toEqual(['estimate.unknown']);
    expect(new Walk(definition()).take(estimate(1, 1), contracts).codes(estimate(2, 999), contracts)).toEqual(
      [],
    );
  });

  it('has a number once, and a person shows its paper', () => {
    const walk = new Walk(strict).take(estimate(1, 100), contracts);
    expect(walk.codes(estimate(1, 100), contracts)).toEqual(['noted.alreadyThere']);
    expect(walk.codes(estimate(2, 100, { evidence: undefined }), contracts)).toEqual(['noted.paperMissing']);
    const late = { ...paper, decidedOn: '2023-11-17' };
    expect(walk.codes(estimate(2, 100, { evidence: late }), contracts)).toEqual(['evidence.future']);
  });

  it('is put right alone, whatever came after it', () => {
    const arbitrary = fc.array(yen, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(arbitrary, yen, fc.nat(), (amounts, right, which) => {
        const at = which % amounts.length;
        const told = new Recording(definition());
        const meant = new Recording(definition());
        for (const [index, amount] of amounts.entries()) {
          told.take(estimate(index + 1, amount), contracts);
          meant.take(estimate(index + 1, index === at ? right : amount), contracts);
        }
        const entry = told.entries[at];
        if (!entry || amounts[at] === right) return;
        const should = { fact: estimate(at + 1, right) };
        told.correct(
          { type: 'correction.proposed', entry: entry.seq, reason: '誤記', ...pairOf(entry, should) },
          other,
          chair,
          '2023-12-01T10:00:00+09:00',
        );
        expect(told.context.noted).toEqual(meant.context.noted);
      }),
      { numRuns: 30 },
    );
  });

  it('is compared with the one that it names, else with its vendor’s last one before it', () => {
    const walk = new Walk(definition())
      .take(estimate(1, 100), contracts)
      .take(estimate(2, 200, { vendor: '乙社' }), contracts)
      .take(estimate(3, 300), contracts)
      .take(estimate(4, 400, { against: 2 }), contracts);
    const { context } = walk.snapshot;
    const found = notesOf(context, 'estimate.recorded').map((one) => comparedWith(context, one)?.no);
    expect(found).toEqual([undefined, undefined, 1, 2]);
    expect(sumsOf([{ fiscalYear: 2024, migrationYen: 1, operationYen: 2 }])).toEqual({
      migrationYen: 1,
      operationYen: 2,
      totalYen: 3,
    });
  });
});
