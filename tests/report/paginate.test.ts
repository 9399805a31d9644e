// A report's blocks on pages, its usual periods, amounts in thousands, and what differs between two reports.
import { describe, expect, it } from 'vitest';
import { leadsOn, type Piece } from '../../console/report/blocks.ts';
import { type Block, paginate } from '../../console/report/paginate.ts';
import { periodNamed, usualPeriods } from '../../console/report/periods.ts';
import { differences, sinceOf } from '../../server/report/pages/difference.ts';
import type { Section } from '../../server/report/section.ts';
import { isWithin } from '../../server/report/tables/period.ts';
import { inUnit } from '../../server/report/tables/unit.ts';

const line = (id: string, height: number): Block => ({ id, height });
const title = (id: string): Block => ({ id, height: 10, leads: true });
const row = (id: string, table = 't'): Block => ({ id, height: 10, table: { id: table, head: 5, again: 8 } });
const ids = (pages: Block[][]) => pages.map((page) => page.map(({ id }) => id));

describe('pages', () => {
  it('hold every block once, in its order', () => {
    const blocks = [line('a', 30), title('b'), row('c'), row('d'), line('e', 20)];
    for (const room of [10, 25, 40, 60, 1000])
      expect(ids(paginate(blocks, room)).flat()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('are not begun by a block that has room on the one before, and never more than full', () => {
    expect(ids(paginate([row('a'), row('b'), row('c'), row('d')], 26))).toEqual([['a', 'b'], ['c'], ['d']]);
    expect(ids(paginate([row('a'), row('b'), row('c'), row('d')], 28))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('keep room for what is noted at their foot, once a page however often it is marked', () => {
    const noted = (id: string, ...feet: number[]): Block => ({
      ...line(id, 10),
      feet: feet.map((one) => ({ id: one, height: 5 })),
    });
    expect(ids(paginate([noted('a', 1), noted('b', 1), noted('c', 2)], 25))).toEqual([['a', 'b'], ['c']]);
    expect(ids(paginate([noted('a', 1), noted('b', 2), noted('c')], 25))).toEqual([['a'], ['b', 'c']]);
    expect(ids(paginate([line('a', 10), noted('b', 1)], 24))).toEqual([['a'], ['b']]);
  });

  it('keep a heading with the first row of its table and its head', () => {
    expect(ids(paginate([line('a', 30), title('b'), row('c')], 54))).toEqual([['a'], ['b', 'c']]);
    expect(ids(paginate([line('a', 30), title('b'), row('c')], 55))).toEqual([['a', 'b', 'c']]);
  });

  it('leave no row of a table alone, neither below its head nor on the next page', () => {
    const rows: Piece[] = ['a', 'b', 'c', 'd'].map(() => ({ kind: 'row', section: 0, row: null }));
    const pieces: Piece[] = [{ kind: 'title', section: 0 }, ...rows, { kind: 'title', section: 1 }];
    expect(pieces.map((_piece, index) => leadsOn(pieces, index))).toEqual([
      true,
      true,
      false,
      true,
      false,
      true,
    ]);
    const one: Piece[] = [...rows.slice(0, 1), { kind: 'line', text: 'below' }];
    expect(one.map((_piece, index) => leadsOn(one, index))).toEqual([true, false]);
  });

  it('give what is higher than a page one of its own', () => {
    expect(ids(paginate([line('a', 10), line('b', 99), line('c', 10)], 50))).toEqual([['a'], ['b'], ['c']]);
  });
});

describe('usual periods', () => {
  it('are the fiscal years and the quarters that have begun by the day of the data', () => {
    const periods = usualPeriods('2023-10-31').map(({ id, from, to }) => [id, from, to]);
    expect(periods.slice(0, 4)).toEqual([
      ['2023', '2023-04-01', '2024-03-31'],
      ['2023/1', '2023-04-01', '2023-06-30'],
      ['2023/2', '2023-07-01', '2023-09-30'],
      ['2023/3', '2023-10-01', '2023-12-31'],
    ]);
    expect(periods.at(-1)).toEqual(['2022/4', '2023-01-01', '2023-03-31']);
    expect(usualPeriods('2024-02-29').some(({ id }) => id === '2023/4')).toBe(true);
  });

  it('are known again by their days', () => {
    const usual = usualPeriods('2023-10-31');
    expect(periodNamed(usual, {})).toBe('all');
    expect(periodNamed(usual, { from: '2023-07-01', to: '2023-09-30' })).toBe('2023/2');
    expect(periodNamed(usual, { from: '2023-07-02', to: '2023-09-30' })).toBe('own');
  });
});

describe('a period', () => {
  it('holds a month of which any day lies in it, and what lasted into it', () => {
    const period = { from: '2023-04-15', to: '2023-06-30' };
    expect(isWithin(period, '2023-04')).toBe(true);
    expect(isWithin(period, '2023-03')).toBe(false);
    expect(isWithin(period, '2023-01', '2023-04-15')).toBe(true);
    expect(isWithin(period, '2023-07-01')).toBe(false);
    expect(isWithin(null, '1999-01-01')).toBe(true);
  });
});

describe('thousands of yen', () => {
  it('are rounded half up, of what is negative by its amount', () => {
    expect([499, 500, 1_499, 1_500, -499, -500, -1_500].map((yen) => inUnit(yen, 'thousandYen'))).toEqual([
      0, 1, 1, 2, 0, -1, -2,
    ]);
    expect(inUnit(1_234_567, 'yen')).toBe(1_234_567);
  });
});

describe('what has changed since another report', () => {
  const written = { language: 'ja', unit: 'yen' } as const;
  const table = (head: string[], rows: [string, ...(string | number)[]][]): Section => ({
    id: 'contracts',
    title: '契約',
    head,
    right: [],
    rows: rows.map(([key, ...cells]) => ({ key, systems: [key], cells: [key, ...cells] })),
    below: [],
  });
  const then = table(
    ['名', '令和5年度'],
    [
      ['juki', 1],
      ['zei', 2],
      ['gone', 3],
    ],
  );

  it('is told row by row; a column that is new counts where it says something', () => {
    const now = table(
      ['名', '令和5年度', '令和6年度'],
      [
        ['juki', 1, '－'],
        ['zei', 2, 7],
        ['new', 4, 5],
      ],
    );
    expect(now.rows.map((one) => sinceOf(now, then, one, written))).toEqual(['same', 'changed', 'new']);
    expect(differences([now], [then], written).map(({ row: name }) => name)).toEqual(['zei', 'new', 'gone']);
  });

  it('is nothing where nothing has', () => {
    expect(differences([then], [then], written)).toEqual([]);
  });
});
