// What a deadline says in somebody's calendar. Closed tables.

import type { Text } from '../../machines/definition/definition.ts';
import type { DeadlineRow } from '../../machines/migration/summary.ts';
import { formatEraShort } from '../../machines/values/era.ts';
import { textOfBoth } from '../../machines/values/text.ts';

const text = (ja: string, en: string): Text => ({ ja, en });

const states: Record<DeadlineRow['status'], Text> = {
  waiting: text('起算前', 'not counting yet'),
  pending: text('期限前', 'pending'),
  missed: text('期限超過', 'missed'),
  met: text('達成済み', 'met'),
  metLate: text('期限後に達成', 'met late'),
  dropped: text('対象外（移行の中止）', 'dropped (cancelled)'),
};

const cautions: Record<NonNullable<DeadlineRow['caution']>, Text> = {
  closedDay: text(
    'この日は閉庁日です。期限は動きません。',
    'The office is closed that day; the deadline does not move.',
  ),
  monthOnly: text(
    '月までしか決まっていない予定の月初から逆算しています。',
    'Counted back from the first day of a month, as no day is known.',
  ),
  provisionalCalendar: text(
    'この年の祝日は確定していません。',
    'The holidays of that year are not settled yet.',
  ),
};

export const calendarName = (programme: Text, rehearsal: boolean): Text =>
  text(
    `${rehearsal ? '【演習】' : ''}${programme.ja} 標準化の期限`,
    `${rehearsal ? '[rehearsal] ' : ''}${programme.en}: deadlines of the migration`,
  );

/** Of one person's own calendar, over all programmes. */
export const feedName = (person: string): Text =>
  text(`関守：${person}の期限`, `Sekimori: deadlines of ${person}`);

/** What is in it, and what is not. */
export const feedLines = (events: number, more: boolean): Text[] => [
  text(
    '今の職と担当システムに関わる期限です。職が終わると消えます。日付は関守の記録のとおりで、予定の通知は付けていません。',
    'Deadlines that concern the posts and systems held now; they go when the post ends. Dates are as Sekimori records them; no alarms are set.',
  ),
  ...(more
    ? [
        text(
          `多いため、近いものから${events}件だけを載せています。`,
          `There are too many: the nearest ${events} are shown.`,
        ),
      ]
    : []),
];

export const eventTitle = (system: Text, { label, hard }: DeadlineRow, rehearsal: boolean): Text =>
  text(
    `${rehearsal ? '【演習】' : ''}${system.ja}：${label.ja}${hard ? '（厳守）' : ''}`,
    `${rehearsal ? '[rehearsal] ' : ''}${system.en}: ${label.en}${hard ? ' (hard)' : ''}`,
  );

const counted = (derivation: readonly Text[]): Text[] =>
  derivation.length === 0
    ? []
    : [
        text('期日の数え方：', 'How the day is counted:'),
        ...derivation.map(({ ja, en }) => text(`・${ja}`, `- ${en}`)),
      ];

/** Line by line: how it stands, where the date comes from and how it was counted (`derivation`), what to know of it. */
export function eventLines(
  { status, basis, nominalOn, dueOn, caution, assumed, extended }: DeadlineRow,
  derivation: readonly Text[],
): Text[] {
  const state = states[status];
  const moved = nominalOn !== null && nominalOn !== dueOn;
  return [
    text(`状態：${state.ja}`, `State: ${state.en}`),
    text(`根拠：${basis}`, `Basis: ${basis}`),
    ...(moved ? [text(`規則による日：${formatEraShort(nominalOn)}`, `Day by its rule: ${nominalOn}`)] : []),
    ...(extended ? [text('延長されています。', 'It was extended.')] : []),
    ...counted(derivation),
    ...(caution === null ? [] : [cautions[caution]]),
    ...(assumed === null ? [] : [assumedLine(textOfBoth(assumed))]),
  ];
}

const assumedLine = ({ ja, en }: Text): Text => text(`仮定：${ja}`, `Assumed: ${en}`);
