// Deadlines as another program's calendar reads them: the file is taken apart by a parser that is not the one that wrote it.
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { DeadlineListing } from '../../ledger/models/rows.ts';
import { type CalendarMade, deadlineCalendar } from '../../server/report/deadline-calendar.ts';

const setting = {
  programme: '131121',
  municipality: '131121',
  programmeName: { ja: '世田谷区', en: 'Setagaya City' },
  rehearsal: false,
  now: '2023-11-16T09:00:00+09:00',
  today: '2023-11-16',
  asOf: null,
  by: null,
} as const;
const made = { stamp: '2026-11-27T00:00:00Z', language: 'ja', derived: () => [] } as const;

const due: DeadlineListing = {
  programme: '131121',
  system: 'juki',
  name: { ja: '住民基本台帳/印鑑登録', en: 'Resident records' },
  deadline: 'wave-1-go-live',
  label: { ja: '第1期の稼働', en: 'Go-live of wave 1' },
  basis: '区の計画（報告 p. 6、令和6年度移行分）',
  hard: true,
  status: 'pending',
  nominalOn: '2025-03-30',
  dueOn: '2025-03-31',
  dueAt: '2025-03-31T17:15:00+09:00',
  caution: null,
  assumed: null,
  extended: false,
  recordedLate: false,
};

type Given = Partial<Parameters<typeof deadlineCalendar>[1]> & Partial<CalendarMade>;

function eventsOf(rows: DeadlineListing[], { derived = made.derived, ...given }: Given = {}) {
  const file = deadlineCalendar(rows, { ...setting, ...given }, { ...made, derived });
  const component = new ICAL.Component(ICAL.parse(file));
  const events = component.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  return { file, component, events };
}
const only = (row: Partial<DeadlineListing>) => {
  const [event] = eventsOf([{ ...due, ...row }]).events;
  if (!event) throw new Error('an event for each');
  return event;
};

describe('a deadline in a calendar', () => {
  it('falls at its instant, whatever zone the reader is in, under the same id wherever it moves', () => {
    const event = only({});
    expect(event.startDate.toJSDate().toISOString()).toBe('2025-03-31T08:15:00.000Z');
    expect(only({ dueOn: '2026-03-31', dueAt: '2026-03-31T17:15:00+09:00' }).uid).toBe(event.uid);
    expect(only({ system: 'zei' }).uid).not.toBe(event.uid);
    expect(event.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-11-27T00:00:00Z');
  });

  it('says what it is, how it stands and where the date comes from', () => {
    const { summary, description } = only({ caution: 'provisionalCalendar', assumed: '日は仮' });
    expect(summary).toBe('住民基本台帳/印鑑登録：第1期の稼働（厳守）');
    expect(description.split('\n')).toEqual([
      '状態：期限前',
      '根拠：区の計画（報告 p. 6、令和6年度移行分）',
      '規則による日：R7.3.30',
      'この年の祝日は確定していません。',
      '仮定：日は仮',
    ]);
  });

  it('says what is assumed in the language of its reader alone', () => {
    const assumed = '日は報告にない / the day is not in the report';
    expect(only({ assumed }).description.split('\n').at(-1)).toBe('仮定：日は報告にない');
  });

  it.each([
    ['CONFIRMED', {}],
    ['TENTATIVE', { assumed: '仮' }],
    ['CANCELLED', { status: 'dropped' }],
  ] as const)('is %s', (status, row) =>
    expect(only(row).component.getFirstPropertyValue('status')).toBe(status),
  );

  it('comes back as it was written: commas, semicolons, line breaks, letters beyond one unit, long lines', () => {
    const basis = `、,;\\ 「引用」\r\n二行目 𠮷野家の${'長い'.repeat(80)}`;
    const { file, events } = eventsOf([{ ...due, basis, label: { ja: '𠮷,;\\', en: 'x' } }]);
    expect(events[0]?.summary).toBe('住民基本台帳/印鑑登録：𠮷,;\\（厳守）');
    expect(events[0]?.description).toContain(basis.replace('\r\n', '\n'));
    const lines = file.split('\r\n');
    expect(lines.every((line) => !/[\r\n]/.test(line))).toBe(true);
    for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  });

  it('of a rehearsal is marked so, and is no event of the real programme', () => {
    const { component, events } = eventsOf([due], { rehearsal: true });
    expect(component.getFirstPropertyValue('x-wr-calname')).toContain('【演習】');
    expect(events[0]?.summary).toContain('【演習】');
    expect(events[0]?.uid).not.toBe(only({}).uid);
  });

  it('without a date is in none', () =>
    expect(eventsOf([{ ...due, dueOn: null, dueAt: null }]).events).toEqual([]));

  it('says how its day is counted, part by part', () => {
    const part = { ja: '時刻は17:15（日本時間）', en: 'At 17:15, Japan time' };
    const { events } = eventsOf([due], { derived: () => [part] });
    expect(events[0]?.description).toContain('期日の数え方：\n・時刻は17:15（日本時間）');
  });
});
