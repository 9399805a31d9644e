// Where a plan lies on its axis, what moved since another day, and how deadlines press: without any server.
import { describe, expect, it } from 'vitest';
import { byPress, monthBeside, weeksOf } from '../../console/deadlines/weeks.ts';
import { axisOver, barOf, placeOf } from '../../console/gantt/axis.ts';
import { movedSince } from '../../console/gantt/baseline.ts';
import { cut, whole } from '../../console/gantt/scale.ts';

const text = (ja: string) => ({ ja, en: ja });
const planned = (endOn: string) => [
  {
    system: 'juki',
    name: text('住民記録'),
    phases: [
      { id: 'rfi', label: text('RFI'), plan: { startOn: '2024-04', endOn, source: null, assumed: null } },
    ],
  },
];

describe('the axis', () => {
  it('covers whole fiscal years: a day in March belongs to the year before', () => {
    expect(axisOver(['2023-03-31', '2025-04-01'], '2024-01-01')).toEqual({
      from: '2022-04-01',
      until: '2026-04-01',
      years: [2022, 2023, 2024, 2025],
    });
  });

  it('covers the year of today where nothing is planned', () => {
    expect(axisOver([], '2024-12-31').years).toEqual([2024]);
  });

  it('has room for a quarter behind a last day of a fiscal year', () => {
    const axis = axisOver(['2025-04-01', '2026-03-31'], '2025-04-01');
    expect(axis).toMatchObject({ until: '2026-07-01', years: [2025, 2026] });
    expect(placeOf(axis, '2026-03-31')).toBeLessThan(0.85);
  });

  it('cuts a label to its room with a sign for the rest, and leaves out what would be less than two signs', () => {
    expect(cut('要件定義', 40, 10)).toBe('要件定義');
    expect([whole('要件定義', 40, 10), whole('要件定義', 39, 10)]).toEqual(['要件定義', '']);
    expect(cut('IT要件定義', 39, 10)).toBe('IT要…');
    expect(cut('要件定義', 25, 10)).toBe('');
  });

  it('lets a bar of months cover each from its first day to its last, with soft ends', () => {
    const axis = axisOver(['2024-04-01'], '2024-04-01');
    const bar = barOf(axis, { startOn: '2024-04', endOn: '2025-03' });
    expect(bar).toEqual({ from: 0, to: 1, softFrom: true, softTo: true });
    expect(barOf(axis, { startOn: '2024-04-01', endOn: '2024-06-30' })).toMatchObject({
      softFrom: false,
      softTo: false,
    });
  });

  it('keeps a day outside at the nearer end', () => {
    const axis = axisOver(['2024-04-01'], '2024-04-01');
    expect([placeOf(axis, '2020-01-01'), placeOf(axis, '2030-01-01')]).toEqual([0, 1]);
  });
});

describe('a baseline', () => {
  it('names a phase whose end moved, by days from the last day of a month', () => {
    const [moved, ...others] = movedSince(planned('2024-07'), planned('2024-06-30'));
    expect(moved).toMatchObject({ system: 'juki', phase: 'rfi', days: 31 });
    expect(others).toEqual([]);
  });

  it('names nothing where the plan is the same, or the system was not there', () => {
    expect(movedSince(planned('2024-06'), planned('2024-06'))).toEqual([]);
    expect(movedSince(planned('2024-06'), [])).toEqual([]);
  });
});

describe('deadlines', () => {
  it('press with the overdue first, then by day, then undecided, then those that are over', () => {
    const of = (id: string, status: string, dueOn: string | null, open: boolean) => ({
      id,
      status,
      dueOn,
      open,
    });
    const sorted = [
      of('met', 'met', '2024-01-01', false),
      of('waiting', 'waiting', null, false),
      of('later', 'pending', '2024-05-01', true),
      of('soon', 'pending', '2024-04-01', true),
      of('missed', 'missed', '2024-06-01', true),
    ].sort(byPress);
    expect(sorted.map(({ id }) => id)).toEqual(['missed', 'soon', 'later', 'waiting', 'met']);
  });

  it('stand in weeks from Sunday, the last one filled up', () => {
    const weeks = weeksOf('2024-02');
    expect(weeks).toHaveLength(5);
    expect(weeks[0]).toEqual([null, null, null, null, '2024-02-01', '2024-02-02', '2024-02-03']);
    expect(weeks.at(-1)).toEqual([
      '2024-02-25',
      '2024-02-26',
      '2024-02-27',
      '2024-02-28',
      '2024-02-29',
      null,
      null,
    ]);
    expect(monthBeside('2024-01', -1)).toBe('2023-12');
  });
});
