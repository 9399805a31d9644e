// How a date comes about, in sentences: one for each part of its derivation, Japanese and English. Closed tables.
import type { Derivation } from '../../machines/deadline/derivation.ts';
import type { CountedFrom, DerivationPart } from '../../machines/deadline/derivation-parts.ts';
import type { Text } from '../../machines/definition/definition.ts';
import type { DeadlineKind } from '../../machines/definition/ladder.ts';
import type { ClosedDay } from '../../machines/values/calendar/closed-day.ts';
import type { Direction } from '../../machines/values/calendar/period.ts';
import { isMonth } from '../../machines/values/date.ts';
import { dayText, listed } from '../names.ts';
import { closedDaysText, closedDayText, datedText } from './closed-day-texts.ts';
import { deadlineKindText } from './words.ts';

/** What the systems of a programme are called; an id nobody names is shown as it is. */
type SystemName = (id: string) => Text;
type Part<K extends DerivationPart['kind']> = Extract<DerivationPart, { kind: K }>;
type Sentences = { [K in DerivationPart['kind']]: (part: Part<K>, system: SystemName) => Text };

const text = (ja: string, en: string): Text => ({ ja, en });
const plain: SystemName = (id) => text(id, id);

const pointEdges = {
  entered: text('に入った日', 'was entered'),
  submitted: text('を審査に出した日', 'was submitted for review'),
  left: text('を終えた日', 'was left'),
} as const;
const plannedEdges = {
  start: text('の予定の始まり', 'the planned start of'),
  end: text('の予定の終わり', 'the planned end of'),
} as const;

function eventText(of: CountedFrom, system: SystemName): Text {
  if (of.kind === 'phase') {
    const edge = pointEdges[of.edge];
    return text(`「${of.label.ja}」${edge.ja}`, `the day on which "${of.label.en}" ${edge.en}`);
  }
  if (of.kind === 'occurrence')
    return text(`出来事「${of.label.ja}」があった日`, `the day on which "${of.label.en}" happened`);
  const [who, what] = [system(of.system), of.label ?? text(of.milestone, of.milestone)];
  return text(
    `「${who.ja}」が節目「${what.ja}」に達した日`,
    `the day on which ${who.en} reached "${what.en}"`,
  );
}

/** A month says which of its days is used. */
function usedText(on: string, used: string): Text {
  if (!isMonth(on)) return text('', '');
  const day = datedText(used);
  return text(
    `。月までしか分からないので、${day.ja}として数える`,
    `; only the month is known, and ${day.en} is used`,
  );
}

const units = {
  days: ['日', 'day'],
  weeks: ['週間', 'week'],
  months: ['か月', 'month'],
  years: ['年', 'year'],
  openDays: ['開庁日', 'open day'],
} as const;
const byCalendar = ['weeks', 'months', 'years'];

function lengthText(length: number, unit: keyof typeof units): Text {
  const [ja, en] = units[unit];
  return text(`${length}${ja}`, `${length} ${en}${length === 1 ? '' : 's'}`);
}

function articlesText({ unit, sign, atMonthsEnd }: Part<'counted'>): Text {
  const articles = byCalendar.includes(unit)
    ? text('民法141条・143条', 'Civil Code, arts. 141 and 143')
    : text('民法141条', 'Civil Code, art. 141');
  const analogy = sign === -1 ? text('の類推', ' by analogy') : text('', '');
  const end = atMonthsEnd
    ? text(
        '。応当日がない月なので、その月の末日（143条2項ただし書）',
        '; the month has no corresponding day, so its last day (art. 143(2), proviso)',
      )
    : text('', '');
  return text(`（${articles.ja}${analogy.ja}）${end.ja}`, ` (${articles.en}${analogy.en})${end.en}`);
}

function skippedText(skipped: readonly ClosedDay[]): Text {
  if (skipped.length === 0) return text('', '');
  const weekends = skipped.filter(({ why }) =>
    why.every(({ kind }) => kind === 'saturday' || kind === 'sunday'),
  );
  const others = skipped.filter((day) => !weekends.includes(day));
  const each = [
    ...(weekends.length > 0
      ? [text(`土曜日・日曜日${weekends.length}日`, `${weekends.length} Saturdays and Sundays`)]
      : []),
    ...others.map(closedDayText),
  ];
  const { ja, en } = listed(each);
  return text(`。数えない閉庁日は ${ja}`, `; not counted: ${en}`);
}

const rolls = {
  none: text('期限は動かない', 'the deadline does not move'),
  next: text('次の開庁日に繰り下げる', 'moved to the next open day'),
  previous: text('前の開庁日に繰り上げる', 'moved to the open day before'),
  'civil-142': text(
    '日曜日・祝日・取引をしない慣習のある日に当たるので、その翌日に満了する（民法142条）',
    'a Sunday, holiday or day of custom: the period ends on the day after it (Civil Code, art. 142)',
  ),
  'autonomy-4-2-4': text(
    '団体の休日に当たるので、その翌日をもって期限とみなす（地方自治法4条の2第4項）',
    "one of the municipality's days off: the day after it is taken for the deadline (Local Autonomy Act, art. 4-2(4))",
  ),
} as const;

const sides = (sign: Direction): Text => (sign === 1 ? text('後', 'after') : text('前', 'before'));

const sentences: Sentences = {
  law: ({ law }) => text(`期間を定める条文：${law}`, `The period is set by: ${law}`),
  fixed: ({ on }) => {
    const day = datedText(on);
    return text(`${day.ja}と定められている`, `Set to ${day.en}`);
  },
  set: ({ on, reason }) =>
    on === null
      ? text('期日は未定', 'Its day is not set yet')
      : text(
          `未定だった期日は${datedText(on).ja}と決められた（理由：${reason}）`,
          `Its day, undecided before, was set to ${datedText(on).en} (reason: ${reason})`,
        ),
  given: ({ on }) => {
    const day = datedText(on);
    return text(`数えるもとの日は${day.ja}`, `Counted back from ${day.en}`);
  },
  regime: ({ on, basis }) =>
    on === null
      ? text(
          `特定移行支援システムに指定され、期日は未定（${basis}）`,
          `Designated for special transition; its date is not set yet (${basis})`,
        )
      : text(
          `特定移行支援システムに定められた期日は${datedText(on).ja}（${basis}）`,
          `The date set for it under special transition is ${datedText(on).en} (${basis})`,
        ),
  planned: ({ label, edge, on, used }) => {
    const [day, month] = [isMonth(on) ? dayText(on) : datedText(on), usedText(on, used)];
    return text(
      `「${label.ja}」${plannedEdges[edge].ja}は${day.ja}${month.ja}`,
      `${capital(plannedEdges[edge].en)} "${label.en}" is ${day.en}${month.en}`,
    );
  },
  fiscalYearEnd: ({ on }) =>
    text(
      `その年度の末日は${datedText(on).ja}（地方自治法208条）`,
      `Its fiscal year ends on ${datedText(on).en} (Local Autonomy Act, art. 208)`,
    ),
  happened: ({ of, on, used }, system) => {
    const [what, day, month] = [
      eventText(of, system),
      isMonth(on) ? dayText(on) : datedText(on),
      usedText(on, used),
    ];
    return text(`${what.ja}は${day.ja}${month.ja}`, `${capital(what.en)} is ${day.en}${month.en}`);
  },
  awaited: ({ of }, system) => {
    if (of.kind === 'plan')
      return text(
        `「${of.label.ja}」${plannedEdges[of.edge].ja}が決まると数える`,
        `Counted once ${plannedEdges[of.edge].en} "${of.label.en}" is set`,
      );
    const what = eventText(of, system);
    return text(`${what.ja}から数える（まだ来ていない）`, `Counted from ${what.en}, which has not come yet`);
  },
  begins: ({ on, isCounted, sign }) => {
    const day = datedText(on);
    const analogy = sign === -1 ? text('の類推', ' by analogy') : text('', '');
    return isCounted
      ? text(`初日を算入し、起算日は${day.ja}`, `The first day counts: the period begins on ${day.en}`)
      : text(
          `初日は算入せず（民法140条${analogy.ja}）、起算日は${day.ja}`,
          `The first day does not count (Civil Code, art. 140${analogy.en}): the period begins on ${day.en}`,
        );
  },
  counted: (part) => {
    const [length, day] = [lengthText(part.length, part.unit), datedText(part.on)];
    const [articles, skipped] = [articlesText(part), skippedText(part.skipped)];
    return part.sign === 1
      ? text(
          `${length.ja}の満了日は${day.ja}${articles.ja}${skipped.ja}`,
          `${capital(length.en)} end on ${day.en}${articles.en}${skipped.en}`,
        )
      : text(
          `前に${length.ja}数えた日は${day.ja}${articles.ja}${skipped.ja}`,
          `${capital(length.en)} counted back lead to ${day.en}${articles.en}${skipped.en}`,
        );
  },
  beyond: ({ on, sign }) => {
    const [day, side] = [datedText(on), sides(sign)];
    return text(
      `期間の全部を間に置くので（中を空ける）、その${side.ja}の日の${day.ja}`,
      `The whole period lies between: the day ${side.en} it, ${day.en}`,
    );
  },
  rolled: ({ roll, on, over }) => {
    const [days, day] = [closedDaysText(over), datedText(on)];
    return text(
      `${days.ja}に当たる。${rolls[roll].ja}：${day.ja}`,
      `It falls on ${days.en}; ${rolls[roll].en}: ${day.en}`,
    );
  },
  stays: ({ day, roll }) => {
    const why = closedDayText(day);
    return text(
      `${why.ja}は閉庁日だが、${roll === 'civil-142' ? '民法142条の休日ではなく、' : ''}期限は動かない`,
      `${why.en}: the office is closed, and the deadline does not move${roll === 'civil-142' ? ' (no day off under Civil Code, art. 142)' : ''}`,
    );
  },
  extended: ({ was, on, reason, by }) =>
    text(
      `${datedText(was).ja}から${datedText(on).ja}に延長された（${by}。理由：${reason}）`,
      `Extended from ${datedText(was).en} to ${datedText(on).en} (by ${by}; reason: ${reason})`,
    ),
  provisional: ({ from }) =>
    text(
      `${dayText(from).ja}以後の祝日は確定していない（暦要項の前）`,
      `Holidays from ${dayText(from).en} on are not settled yet`,
    ),
  halfDay: ({ at, closesAt, name }) =>
    text(
      `その日は${closesAt}に閉庁する${name === null ? '' : `（${name}）`}ので、${at}ではなく${closesAt}まで`,
      `The office closes at ${closesAt} that day${name === null ? '' : ` (${name})`}: until then, not until ${at}`,
    ),
  time: ({ at }) => text(`時刻は${at}（日本時間）`, `At ${at}, Japan time`),
  kept: ({ on }) =>
    text(
      `${datedText(on).ja}は、達成したときに効いていた期日。その後に予定や規則が変わっても動かない`,
      `${datedText(on).en} is the date that held when it was met; it does not move with a later plan or rule`,
    ),
};

const capital = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;

function partText(part: DerivationPart, system: SystemName): Text {
  // TypeScript cannot see that a part and its sentence belong together once both are unions.
  return (sentences[part.kind] as (given: DerivationPart, system: SystemName) => Text)(part, system);
}

/** A sentence for each part, in order. */
export const derivationLines = ({ parts }: Pick<Derivation, 'parts'>, system: SystemName = plain): Text[] =>
  parts.map((part) => partText(part, system));

/** The whole way to a date, as one paragraph, after what kind of deadline it is where that is known. */
export function dateReason(
  derivation: Pick<Derivation, 'parts'>,
  kind: DeadlineKind | undefined,
  system: SystemName,
): Text {
  const { ja, en } = derivationText(derivation, system);
  const called = kind && deadlineKindText[kind];
  return called ? text(`${called.ja}の期限。${ja}`, `${capital(called.en)} deadline. ${en}`) : text(ja, en);
}

/** The whole way to a date, as one paragraph. */
export function derivationText(derivation: Pick<Derivation, 'parts'>, system: SystemName = plain): Text {
  const lines = derivationLines(derivation, system);
  return text(lines.map(({ ja }) => `${ja}。`).join(''), lines.map(({ en }) => `${en}.`).join(' '));
}
