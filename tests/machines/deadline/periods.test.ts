// Periods by the articles that they come from, against days worked out by hand; the counting against one of another make; and none of
// it touched by the machine's zone or language.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { roll } from '../../../machines/values/calendar/calendar.ts';
import { countPeriod } from '../../../machines/values/calendar/period.ts';
import { addDays } from '../../../machines/values/date.ts';
import { officeCalendar } from '../../builders/calendar.ts';
import { vectors } from './vectors.ts';

const calendar = officeCalendar();
const anyDay = fc.integer({ min: 0, max: 21_000 }).map((n) => addDays('1973-01-01', n));

describe('a period by its article', () => {
  it.each(vectors)('$law: $what ($from)', ({ from, period, sign, nominal, roll: policy, due }) => {
    const { on } = countPeriod(calendar, from, period, sign);
    expect([on, roll(calendar, on, policy).on]).toEqual([nominal, due]);
  });

  it('is of more than forty statutes and cases', () => expect(vectors.length).toBeGreaterThan(45));
});

/** 民法143条 as the articles put it, by another library's arithmetic. */
function byTemporal(from: string, length: number, unit: 'weeks' | 'months' | 'years'): string {
  const start = Temporal.PlainDate.from(from).add({ days: 1 });
  try {
    const [year, month] = [start.year, start.month + (unit === 'months' ? length : 0)];
    const corresponding =
      unit === 'weeks'
        ? start.add({ weeks: length })
        : Temporal.PlainDate.from(
            {
              year: year + Math.floor((month - 1) / 12) + (unit === 'years' ? length : 0),
              month: ((month - 1) % 12) + 1,
              day: start.day,
            },
            { overflow: 'reject' },
          );
    return corresponding.subtract({ days: 1 }).toString();
  } catch {
    return start.add({ [unit]: length }, { overflow: 'constrain' }).toString();
  }
}

describe('counting', () => {
  it('of weeks, months and years ends where another library’s dates end', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 120 }),
        fc.constantFrom('weeks' as const, 'months' as const, 'years' as const),
        (from, length, unit) => {
          expect(countPeriod(calendar, from, { length, unit }, 1).on).toBe(byTemporal(from, length, unit));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('with its first day counted is that from the day before, and one that lies between ends a day beyond', () => {
    const units = fc.constantFrom('days' as const, 'weeks' as const, 'months' as const, 'years' as const);
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 60 }),
        units,
        fc.constantFrom(1 as const, -1 as const),
        (from, length, unit, sign) => {
          const plain = countPeriod(calendar, from, { length, unit }, sign).on;
          const counted = { length, unit, firstDay: 'counted' as const };
          expect(countPeriod(calendar, addDays(from, sign), counted, sign).on).toBe(plain);
          expect(countPeriod(calendar, from, { length, unit, clear: true }, sign).on).toBe(
            addDays(plain, sign),
          );
        },
      ),
    );
  });

  it('backward is undone forward, but over a month’s end that is too short', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, length) => {
        const { on, atMonthsEnd } = countPeriod(calendar, from, { length, unit: 'months' }, -1);
        const again = countPeriod(calendar, on, { length, unit: 'months', firstDay: 'counted' }, 1).on;
        if (atMonthsEnd) expect(again <= addDays(from, -1)).toBe(true);
        else expect(again).toBe(addDays(from, -1));
      }),
    );
  });
});

describe('no date depends on the machine', () => {
  const child = fileURLToPath(new URL('./counting-child.ts', import.meta.url));
  const run = async (env: Record<string, string>) => {
    const given = { ...process.env, ...env };
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', child], {
      env: given,
    });
    return stdout;
  };
  const expected = vectors.map(({ nominal, due }) => `${nominal} ${due}`);

  it.each([
    [{ TZ: 'America/New_York', LANG: 'en_US.UTF-8' }],
    [{ TZ: 'Pacific/Apia', LANG: 'C', LC_ALL: 'C' }],
    [{ TZ: 'Asia/Tokyo', LANG: 'ja_JP.UTF-8' }],
    [{ TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }],
  ])('%o', async (env) => {
    const [zone, hour, ...lines] = (await run(env)).trimEnd().split('\n');
    expect(zone).toBe(env.TZ);
    expect(hour).toBe('2026-12-28T12:00:00+09:00');
    expect(lines).toEqual(expected);
  });
});
