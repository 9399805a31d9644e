// The plan as rows for a spreadsheet: a phase a row with its days, then a deadline a row. A day is a day, a month stays text.
import type { Text } from '../../../machines/definition/definition.ts';
import { isDay } from '../../../machines/values/date.ts';
import { textOfBoth } from '../../../machines/values/text.ts';
import type { Schedule, ScheduleRow } from '../../contract/planning/schedule.ts';
import type { SheetCell } from '../national-sheet-rows.ts';

const heads: readonly Text[] = [
  { ja: '期', en: 'Wave' },
  { ja: 'システム', en: 'System' },
  { ja: '工程・期限', en: 'Phase or deadline' },
  { ja: '種別', en: 'Kind' },
  { ja: '計画開始', en: 'Planned from' },
  { ja: '計画終了・期日', en: 'Planned until, or due' },
  { ja: '実績開始', en: 'Begun' },
  { ja: '実績終了', en: 'Ended' },
  { ja: '仮定の理由', en: 'Assumed because' },
];
const kinds = { phase: { ja: '工程', en: 'phase' }, deadline: { ja: '期限', en: 'deadline' } };

const dayCell = (vague: string | null): SheetCell => {
  if (vague === null) return '';
  return isDay(vague) ? { on: vague } : vague;
};

/** A text, and why something is assumed, in the reader’s language. */
const reader = (language: keyof Text) => ({
  say: (text: Text): string => text[language],
  said: (assumed: string | null): string => (assumed === null ? '' : textOfBoth(assumed)[language]),
});
type Reader = ReturnType<typeof reader>;

export function scheduleSheetRows({ rows }: Schedule, language: keyof Text): SheetCell[][] {
  const read = reader(language);
  return [
    heads.map(read.say),
    ...rows.flatMap((row) => [...phaseRows(row, read), ...deadlineRows(row, read)]),
  ];
}

const phaseRows = ({ waveLabel, name, phases }: ScheduleRow, { say, said }: Reader): SheetCell[][] =>
  phases.map(({ label, plan, days }) => [
    say(waveLabel),
    say(name),
    say(label),
    say(kinds.phase),
    dayCell(plan?.startOn ?? null),
    dayCell(plan?.endOn ?? null),
    dayCell(days.entered),
    dayCell(days.left),
    said(plan?.assumed ?? null),
  ]);

const deadlineRows = ({ waveLabel, name, deadlines }: ScheduleRow, { say, said }: Reader): SheetCell[][] =>
  deadlines.map(({ label, dueOn, assumed }) => [
    say(waveLabel),
    say(name),
    say(label),
    say(kinds.deadline),
    '',
    dayCell(dueOn),
    '',
    '',
    said(assumed),
  ]);
