// At which steps something that ages is told again.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ladder, lastRung } from '../../../machines/programme/ahead/ladder.ts';
import { ladders } from '../../../machines/programme/ahead/matter.ts';
import { addDays, daysBetween } from '../../../machines/values/date.ts';
import { definition } from '../../builders/migration.ts';

const { calendar } = definition();
const rungOn = (ladder: Ladder, anchor: string, today: string) =>
  lastRung(ladder, { anchor, today, calendar });

describe('a ladder', () => {
  // 2023-12-28 is a Thursday, 1 January is closed.
  it.each([
    ['2023-12-31', null],
    ['2024-01-02', null],
    ['2024-01-03', ['2024-01-03', 1]],
    ['2024-01-05', ['2024-01-05', 2]],
    ['2024-01-11', ['2024-01-05', 2]],
    ['2024-01-12', ['2024-01-12', 3]],
    ['2024-01-18', ['2024-01-12', 3]],
    ['2024-01-19', ['2024-01-19', 4]],
    ['2024-02-29', ['2024-02-23', 9]],
  ] as const)('of a review counts 3, 5 and 10 open days, then weeks: on %s', (today, wanted) => {
    const rung = rungOn(ladders.review, '2023-12-28', today);
    expect(rung && [rung.on, rung.number]).toEqual(wanted);
  });

  it.each([
    ['2024-01-29', null],
    ['2024-01-30', '2024-01-30'],
    ['2024-02-28', '2024-01-30'],
    ['2024-02-29', '2024-02-29'],
    ['2024-03-30', '2024-03-30'],
  ])(
    'of a date that is 未定 counts thirty days, then months, and a month’s end stays one: on %s',
    (today, on) => expect(rungOn(ladders.undated, '2023-12-31', today)?.on ?? null).toBe(on),
  );

  it.each([
    ['2024-02-29', null],
    ['2024-03-01', 1],
    ['2024-03-30', 5],
    ['2024-05-01', 5],
  ])('of a grant counts back from its end, and never goes on after it: on %s', (today, number) =>
    expect(rungOn(ladders.ends, '2024-03-31', today)?.number ?? null).toBe(number),
  );

  it('of what lies at hand begins on the day itself', () =>
    expect(rungOn(ladders.short, '2024-03-04', '2024-03-04')).toEqual({ on: '2024-03-04', number: 1 }));
});

const kinds = Object.keys(ladders) as (keyof typeof ladders)[];
const day = fc.integer({ min: 0, max: 2_000 }).map((count) => addDays('2023-04-01', count));

describe('every ladder', () => {
  it('is told of its last step that has come: never one to come, and the next is another day with another number', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), day, day, fc.nat({ max: 60 }), (kind, anchor, today, later) => {
        const now = rungOn(ladders[kind], anchor, today);
        const then = rungOn(ladders[kind], anchor, addDays(today, later));
        if (now === null) return;
        expect(now.on <= today).toBe(true);
        expect(then).not.toBeNull();
        expect((then?.on ?? '') >= now.on).toBe(true);
        expect((then?.number ?? 0) - now.number > 0).toBe(then?.on !== now.on);
      }),
    );
  });

  it('but that of an end goes on: of what lasts nobody hears nothing for longer than a month', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        day,
        fc.integer({ min: 400, max: 900 }),
        (kind, anchor, later) => {
          const today = addDays(anchor, later);
          const rung = rungOn(ladders[kind], anchor, today);
          if (ladders[kind].again === 'never') return;
          expect(daysBetween(rung?.on ?? '', today)).toBeLessThanOrEqual(31);
        },
      ),
    );
  });
});
