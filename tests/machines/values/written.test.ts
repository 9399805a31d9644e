// What people write is read, or refused with its reason, as the table says; and every reason has its sentence.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFiscalYear } from '../../../machines/values/calendar/fiscal-year.ts';
import { addDays, existsInCalendar, two } from '../../../machines/values/date.ts';
import { eraYearOf, formatEra, formatEraShort, formatFiscalYear } from '../../../machines/values/era.ts';
import { readYen } from '../../../machines/values/money.ts';
import { readDay } from '../../../machines/values/read-day.ts';
import { remarkText, unreadText } from '../../../texts/values.ts';
import { kinds } from './written.ts';

describe.each(kinds)('$title', ({ read, taken, refused }) => {
  it.each(taken)('%s is read', (written, value, remark) => {
    const found = read(written);
    expect(found).toMatchObject({ status: 'read', value });
    const remarks = found.status === 'read' ? found.remarks : [];
    expect(remarks.map(({ code }) => code)).toEqual(remark ? [remark] : []);
    for (const one of remarks) expect(remarkText(written, one).ja).toContain(written);
  });
  it.each(refused)('%s is refused', (written, code) => {
    const found = read(written);
    expect(found).toMatchObject({ status: 'refused', reason: { code } });
    if (found.status !== 'refused') return;
    const { ja, en } = unreadText(written, found.reason);
    expect(`${ja}${en}`).not.toMatch(/undefined|NaN/);
  });
});

it('the days of the calendar are those that Date knows, whatever is written', () => {
  const parts = fc.tuple(
    fc.integer({ min: 0, max: 9999 }),
    fc.integer({ min: 0, max: 19 }),
    fc.integer({ min: 0, max: 39 }),
  );
  fc.assert(
    fc.property(parts, ([year, month, day]) => {
      const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
      const known = new Date(`${text}T00:00:00Z`);
      const exists = !Number.isNaN(known.getTime()) && known.toISOString().startsWith(text);
      expect([text, existsInCalendar(text)]).toEqual([text, exists]);
    }),
    { numRuns: 2_000, examples: [[[2000, 2, 29]], [[1900, 2, 29]], [[2100, 2, 29]], [[2024, 2, 30]]] },
  );
});

describe('what is printed is read again as the same', () => {
  const days = fc.integer({ min: 0, max: 119_000 }).map((n) => addDays('1873-01-01', n));
  it('for every day since 明治6年', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(readDay(formatEra(day))).toMatchObject({ value: day, remarks: [] });
        expect(readDay(formatEraShort(day))).toMatchObject({ value: day, remarks: [] });
        expect(eraYearOf(day)?.year).toBeGreaterThan(0);
      }),
    );
  });
  it('for every fiscal year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2150 }), (year) => {
        expect(readFiscalYear(formatFiscalYear(year))).toMatchObject({ value: year, remarks: [] });
      }),
    );
  });
  it('for every amount, with separators and in 億 and 万', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (yen) => {
        const [oku, man, rest] = [Math.floor(yen / 1e8), Math.floor(yen / 1e4) % 1e4, yen % 1e4];
        const words = `${oku ? `${oku}億` : ''}${man ? `${man}万` : ''}${rest || (!oku && !man) ? rest : ''}円`;
        expect(readYen(`${yen.toLocaleString('en-US')}円`)).toMatchObject({ value: yen });
        expect(readYen(words)).toMatchObject({ value: yen });
      }),
    );
  });
});

it('no reader throws, whatever is written', () => {
  const signs = fc.constantFrom(
    ...'0123456789年月日度末元令和平成RrH.-/ー−, ()（木・祝）億万千百円①⑱十二ー＝=T:Z\u0000\ud800',
  );
  const texts = fc.oneof(fc.string({ unit: signs, maxLength: 20 }), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(texts, (written) => {
      for (const { read } of kinds) expect(['read', 'refused']).toContain(read(written).status);
    }),
    { numRuns: 2000 },
  );
});
