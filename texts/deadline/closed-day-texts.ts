// What a day is called where it matters which weekday it is, and why it is closed. Closed tables.
import type { Text } from '../../machines/definition/definition.ts';
import type { ClosedDay, WhyClosed } from '../../machines/values/calendar/closed-day.ts';
import { weekday } from '../../machines/values/date.ts';
import { dayText, listed } from '../names.ts';

const text = (ja: string, en: string): Text => ({ ja, en });

const WEEKDAYS = ['日', '月', '火', '水', '木', '金', '土'];
const ENGLISH = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** `令和9年1月4日（月）`, `Monday, 4 January 2027`. */
export function datedText(day: string): Text {
  const [{ ja, en }, week] = [dayText(day), weekday(day)];
  return text(`${ja}（${WEEKDAYS[week]}）`, `${ENGLISH[week]}, ${en}`);
}

/** Names that say that a day is off, and are no holiday's own. */
const BETWEEN = ['振替休日', '国民の休日', '休日'];

/** Holidays whose English name is known; another is called as the calendar calls it. */
const HOLIDAYS: Readonly<Record<string, string>> = {
  元日: "New Year's Day",
  成人の日: 'Coming of Age Day',
  建国記念の日: 'National Foundation Day',
  天皇誕生日: "Emperor's Birthday",
  春分の日: 'Vernal Equinox Day',
  昭和の日: 'Showa Day',
  憲法記念日: 'Constitution Memorial Day',
  みどりの日: 'Greenery Day',
  こどもの日: "Children's Day",
  海の日: 'Marine Day',
  山の日: 'Mountain Day',
  敬老の日: 'Respect for the Aged Day',
  秋分の日: 'Autumnal Equinox Day',
  スポーツの日: 'Sports Day',
  体育の日: 'Health and Sports Day',
  文化の日: 'Culture Day',
  勤労感謝の日: 'Labour Thanksgiving Day',
  振替休日: 'substitute holiday',
  国民の休日: 'day between two holidays',
};

type Sentences = { [K in WhyClosed['kind']]: (why: Extract<WhyClosed, { kind: K }>) => Text };

const reasons: Sentences = {
  saturday: () => text('土曜日', 'Saturday'),
  sunday: () => text('日曜日', 'Sunday'),
  holiday: ({ name }) => {
    const en = Object.hasOwn(HOLIDAYS, name) ? (HOLIDAYS[name] ?? name) : name;
    return BETWEEN.includes(name)
      ? text(`休日「${name}」`, en)
      : text(`国民の祝日「${name}」`, `national holiday ${en}`);
  },
  newYear: () => text('年末年始', 'year-end and new year days'),
  custom: ({ name }) => text(name ?? '取引をしない慣習のある日', name ?? 'day of custom'),
  own: ({ name }) => text(name ?? '条例などで定める休日', name ?? "the municipality's own day off"),
};

function reasonText(why: WhyClosed): Text {
  // TypeScript cannot see that a reason and its words belong together once both are unions.
  return (reasons[why.kind] as (given: WhyClosed) => Text)(why);
}

/** Why it is closed, without its day. */
export const closedReasonText = (why: readonly WhyClosed[]): Text => listed(why.map(reasonText));

/** `令和8年12月31日（木、年末年始）`. */
export function closedDayText({ on, why }: ClosedDay): Text {
  const day = dayText(on);
  const words = why.map(reasonText);
  const isWeekend = why.some(({ kind }) => kind === 'saturday' || kind === 'sunday');
  const all = isWeekend ? words : [text(`${WEEKDAYS[weekday(on)]}`, `${ENGLISH[weekday(on)]}`), ...words];
  const { ja, en } = listed(all);
  return text(`${day.ja}（${ja}）`, `${day.en} (${en})`);
}

export const closedDaysText = (days: readonly ClosedDay[]): Text => listed(days.map(closedDayText));

/** Why alone, where the day itself stands beside it in a calendar. */
export const closedDayName = ({ why }: ClosedDay): Text => listed(why.map(reasonText));
