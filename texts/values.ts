// What is said of a written value: why it is none, and what it was taken to mean. One closed table; a reason without
// its sentence does not compile.

import type { Text } from '../machines/definition/definition.ts';
import { two } from '../machines/values/date.ts';
import { formatEra, formatEraShort, formatFiscalYear } from '../machines/values/era.ts';
import type {
  Remark,
  RemarkCode,
  RemarkFacts,
  Unread,
  UnreadCode,
  UnreadFacts,
} from '../machines/values/reading.ts';
import type { DecodedText } from '../machines/values/utf8.ts';
import { saidUnder } from './under-code.ts';

type Reasons = { [C in UnreadCode]: (facts: UnreadFacts[C]) => Text };

const text = (ja: string, en: string): Text => ({ ja, en });
const WEEKDAYS = {
  日: 'Sunday',
  月: 'Monday',
  火: 'Tuesday',
  水: 'Wednesday',
  木: 'Thursday',
  金: 'Friday',
  土: 'Saturday',
};
const isWeekday = (sign: string): sign is keyof typeof WEEKDAYS => Object.hasOwn(WEEKDAYS, sign);
const weekdayName = (sign: string): string => (isWeekday(sign) ? WEEKDAYS[sign] : sign);

const dayExamples = text(
  '2023-11-16、R5.11.16、令和5年11月16日、令和5年10月末',
  '2023-11-16, R5.11.16 or 令和5年11月16日',
);

const reasons: Reasons = {
  empty: () => text('入力されていません。', 'nothing is written.'),
  'day.form': () =>
    text(`日付や年月として読み取れません。例：${dayExamples.ja}`, `it is no date. Write ${dayExamples.en}.`),
  'day.separatorMissing': () =>
    text(
      '年・月・日の区切りが足りません。例：R5.1.16、令和5年1月16日',
      'a separator between year, month and day is missing. Write R5.1.16 or 2023-01-16.',
    ),
  'day.notExisting': ({ year, month, day }) =>
    text(
      `${year}年${month}月${day === null ? '' : `${day}日`}という日付はありません。`,
      `there is no such date (${[year, month, day].filter((part) => part !== null).join('-')}).`,
    ),
  'day.weekdayDiffers': ({ on, stated, is }) =>
    text(
      `曜日が合いません。${formatEra(on)}は${is}曜日です（${stated}曜日と書かれています）。`,
      `the weekday does not fit: ${on} is a ${weekdayName(is)}, not a ${weekdayName(stated)}.`,
    ),
  'day.beforeEra': ({ era, from }) =>
    text(`${era}は${formatEra(from)}からです。`, `${era} begins on ${from}.`),
  'day.lunar': () =>
    text(
      '明治6年より前の日付（旧暦）は扱えません。',
      'dates before 1873 (the lunar calendar) are not taken.',
    ),
  'day.outOfRange': ({ from, until }) =>
    text(
      `日付は ${from} から ${until} までで指定してください。年の誤りではありませんか。`,
      `a date lies between ${from} and ${until}. Is the year right?`,
    ),
  'day.yearOnly': ({ year }) =>
    text(
      `年だけでは日付になりません。月まで書いてください。例：${year}-04`,
      `a year alone is no date. Add the month, as in ${year}-04.`,
    ),
  'day.yearMissing': ({ month }) =>
    text(
      `年がありません。例：令和5年${month}月`,
      `the year is missing. Write R5.${month} or 2023-${two(month)}.`,
    ),
  'day.eraMissing': ({ year }) =>
    text(
      `年号がありません。令和なら R${year}、西暦なら4桁で書いてください。`,
      `the era is missing. Write R${year} for 令和, or the year with four digits.`,
    ),
  'day.fiscalYear': ({ fiscalYear }) =>
    text(
      `年度は日付ではありません。${formatFiscalYear(fiscalYear)}末なら ${fiscalYear + 1}-03-31 です。`,
      `a fiscal year is no date. Its end is ${fiscalYear + 1}-03-31.`,
    ),
  'day.monthOnly': ({ month }) =>
    text(
      `日まで書いてください（「${formatEra(month)}」だけでは決まりません）。月末なら「${formatEra(month)}末」`,
      `write the day too; ${month} alone is a month. Its end is 「${formatEra(month)}末」.`,
    ),
  'instant.form': () =>
    text(
      '日時として読み取れません。例：2025-02-03T17:30、令和7年2月3日 17:30',
      'it is no day and time. Write 2025-02-03T17:30.',
    ),
  'instant.time': ({ time }) => text(`時刻「${time}」はありません。`, `there is no time "${time}".`),
  'timeOfDay.form': () =>
    text('時刻として読み取れません。例：17:15、午後5時15分', 'it is no time of day. Write 17:15.'),
  'monthDay.form': () =>
    text('月日として読み取れません。例：12-29、12月29日', 'it is no day of every year. Write 12-29.'),
  'monthDay.notExisting': ({ month, day }) =>
    text(`${month}月${day}日という日付はありません。`, `there is no such day (${month}-${day}).`),
  'year.form': () =>
    text('年として読み取れません。例：2022、令和4年', 'it is no year. Write 2022 or 令和4年.'),
  'year.eraMissing': ({ year }) =>
    text(
      `年号がありません。令和なら R${year}、西暦なら4桁で書いてください。`,
      `the era is missing. Write R${year} for 令和, or the year with four digits.`,
    ),
  'fiscalYear.form': () =>
    text(
      '年度として読み取れません。例：令和5年度、R5、2023',
      'it is no fiscal year. Write 令和5年度, R5 or 2023.',
    ),
  'fiscalYear.eraMissing': ({ year }) =>
    text(
      `年号がありません。${formatFiscalYear(2018 + year)}なら R${year} か ${2018 + year} と書いてください。`,
      `the era is missing. For ${formatFiscalYear(2018 + year)} write R${year} or ${2018 + year}.`,
    ),
  'fiscalYear.beforeEra': ({ era }) => text(`${era}より前の年度です。`, `it lies before the era ${era}.`),
  'fiscalYear.outOfRange': ({ from, until }) =>
    text(
      `年度は ${from} から ${until} までで指定してください。`,
      `a fiscal year lies between ${from} and ${until}.`,
    ),
  'fiscalYear.aDate': ({ fiscalYear }) =>
    text(
      `年度ではなく日付です。${formatFiscalYear(fiscalYear)}なら ${fiscalYear} と書いてください。`,
      `this is a date. It lies in fiscal year ${fiscalYear}.`,
    ),
  'yen.form': () =>
    text(
      '金額として読み取れません。例：164,115,710円、1億6411万5710円、164,115千円',
      'it is no amount. Write 164,115,710円, 1億6411万5710円 or 164,115千円.',
    ),
  'yen.grouping': () =>
    text(
      '桁の区切りは3桁ごとに書いてください。例：2,954,472',
      'separators stand before every three digits, as in 2,954,472.',
    ),
  'yen.fraction': () => text('1円未満の端数は扱えません。', 'a fraction of one yen is not taken.'),
  'yen.negative': () => text('負の金額は扱えません。', 'a negative amount is not taken.'),
  'yen.tooLarge': ({ most }) =>
    text(`金額が大きすぎます（${grouped(most)}円まで）。`, `too large: at most ¥${grouped(most)}.`),
  'cost.form': () =>
    text(
      '年度と移行経費／運用経費を = でつないでください。例：R7=12,000,000/3,400,000',
      'write the year, the cost of migration and that of operation, as in R7=12,000,000/3,400,000.',
    ),
  'amount.form': () =>
    text(
      '年度と金額を = でつないでください。例：R5=164,115,710',
      'write the year and the amount, as in R5=164,115,710.',
    ),
  'amounts.yearTwice': ({ fiscalYear }) =>
    text(
      `${formatFiscalYear(fiscalYear)}の金額が二度書かれています。一つにまとめてください。`,
      `fiscal year ${fiscalYear} has two amounts. Give one.`,
    ),
  'count.form': () => text('0 以上の整数を書いてください。例：12', 'write a whole number of 0 or more.'),
  'count.tooLarge': ({ most }) =>
    text(`大きすぎます（${grouped(most)} まで）。`, `too large: at most ${grouped(most)}.`),
  'distance.form': () =>
    text(
      '日数として読み取れません。例：-30（30日前）、0（当日）、7（7日後）',
      'it is no number of days. Write -30 (before), 0 or 7 (after).',
    ),
  'nthWeekday.form': () =>
    text(
      '月の何番目の何曜日かとして読み取れません。例：第3月曜日、最終金曜日',
      'it is no weekday of a month. Write third Monday or last Friday.',
    ),
  'score.form': () => text('点数として読み取れません。例：574.9', 'it is no score. Write it as 574.9.'),
  'score.tooFine': ({ decimals }) =>
    text(`点数は小数第${decimals}位までです。`, `a score has at most ${decimals} decimals.`),
  'step.form': () =>
    text('40ステップの番号として読み取れません。例：①-1、⑱-1', 'it is no national step. Write it as ①-1.'),
  'step.unknown': ({ item, known }) =>
    text(
      `${item}にあるステップは ${known.join('、')} です。`,
      `the steps of ${item} are ${known.join(', ')}.`,
    ),
  'business.unknown': ({ nearest }) =>
    text(
      `標準化対象業務の名前（別名も可）ではありません。${nearest ? `「${nearest}」ではありませんか。` : ''}`,
      `no standardised business has this name or alias.${nearest ? ` Did you mean "${nearest}"?` : ''}`,
    ),
  'status.unknown': () =>
    text(
      '完了済み・作業中・未着手・対象外のいずれでもありません。',
      'it is none of 完了済み, 作業中, 未着手, 対象外.',
    ),
};

const remarks: { [C in RemarkCode]: (facts: RemarkFacts[C]) => Text } = {
  'day.eraPast': ({ era, on }) =>
    text(
      `${era}は既に改まっているため、${formatEra(on)}（${on}）と読みました。`,
      `${era} had ended: read as ${on}.`,
    ),
  'day.yearAssumed': ({ on }) =>
    text(`今年度の${formatEra(on)}と読みました。`, `read as ${on}, in this fiscal year.`),
  'day.partOfMonth': ({ month }) =>
    text(
      `旬は記録できないため、${formatEra(month)}（${formatEraShort(month)}）と読みました。`,
      `read as the month ${month}.`,
    ),
  'instant.japanAssumed': ({ at }) =>
    text(`日本時間（${at}）と読みました。`, `read as Japanese time: ${at}.`),
  'fiscalYear.eraPast': ({ era, fiscalYear }) =>
    text(
      `${era}は既に改まっているため、${formatFiscalYear(fiscalYear)}（${fiscalYear}）と読みました。`,
      `${era} had ended: read as fiscal year ${fiscalYear}.`,
    ),
  'year.eraPast': ({ era, year }) =>
    text(`${era}は既に改まっているため、${year}年と読みました。`, `${era} had ended: read as ${year}.`),
};

/** `「R5.1 16」：…` — what was written, then why it is none. */
export function unreadText(written: string, { code, facts }: Unread): Text {
  const { ja, en } = saidUnder(reasons, code, facts);
  return code === 'empty' ? text(ja, en) : text(`「${written}」：${ja}`, `"${written}": ${en}`);
}

export function remarkText(written: string, { code, facts }: Remark): Text {
  const { ja, en } = saidUnder(remarks, code, facts);
  return text(`「${written}」：${ja}`, `"${written}": ${en}`);
}

const grouped = (n: number): string => n.toLocaleString('en-US');

/** A file or body whose bytes are no text that can be kept. */
export function undecodedText(what: string, found: Exclude<DecodedText, { status: 'read' }>): Text {
  if (found.code === 'bytes.nul')
    return text(
      `${what} の${found.line}行目に NUL（0バイト）があります。`,
      `${what} holds a NUL at line ${found.line}.`,
    );
  const { likely, line } = found;
  return text(
    `${what} は UTF-8 ではありません（${line}行目${likely ? `。${likely} のようです` : ''}）。UTF-8 で保存し直してください。`,
    `${what} is not UTF-8 (line ${line}${likely ? `; it looks like ${likely}` : ''}). Save it as UTF-8.`,
  );
}
