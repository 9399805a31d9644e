// The sentences of refusals about a programme: its clock, what happened around it, its meetings, its signing key.
import { dayText, fiscalYearText, listed } from '../names.ts';
import type { RefusalSentences, SentencesOf } from './refusal-sentences.ts';

/** Of its end the sentences stand with those of a migration's. */
type OfProgramme = Omit<
  SentencesOf<'clock' | 'meetings' | 'occurrence' | 'programme' | 'report' | 'signingKey'>,
  'programme.closed' | 'programme.underWay'
>;

export const programmeSentences: OfProgramme & Pick<RefusalSentences, 'limit.occurrences'> = {
  'clock.real': () => ({
    ja: 'この団体は実際の時刻で動いています。時計を進められるのは演習だけです。',
    en: 'This programme runs on the real clock. Only a rehearsal can move it.',
  }),
  'clock.notForward': ({ to, now }) => ({
    ja: `時計は先にしか進められません（現在 ${now}、指定 ${to}）。`,
    en: `The clock only moves forward (now ${now}, asked for ${to}).`,
  }),
  'meetings.unknownBody': ({ body, known }, names) => ({
    ja: `「${body}」という会議体・職は、この計画にはありません（${listed(known.map(names.post)).ja}）。`,
    en: `This programme has no body "${body}" (${listed(known.map(names.post)).en}).`,
  }),
  'meetings.yearAhead': ({ fiscalYear, occurredOn }) => ({
    ja: `${fiscalYearText(fiscalYear).ja}は、${dayText(occurredOn).ja}にはまだ始まっていません。`,
    en: `${fiscalYearText(fiscalYear).en} had not begun on ${dayText(occurredOn).en}.`,
  }),
  'signingKey.none': () => ({
    ja: '署名鍵がまだ登録されていないため、更新できません。',
    en: 'No signing key is pinned yet, so none can be replaced.',
  }),
  'signingKey.pinnedAlready': () => ({
    ja: '署名鍵は既に登録されています。変更は鍵の更新で行います。',
    en: 'A signing key is pinned already. It is changed by rotating it.',
  }),
  'signingKey.same': () => ({
    ja: 'その署名鍵は既に使われています。',
    en: 'That signing key is in force already.',
  }),
  'programme.handedOver': () => ({
    ja: 'この計画は別の設置に引き渡されました。続きはそこで行ってください。ここでは、これまでの記録を見られるだけです。',
    en: 'This programme has been handed over to another installation and goes on there. Here its record can only be read.',
  }),
  'programme.notHandedOver': () => ({
    ja: 'この計画は引き渡されていないため、引き継げません。',
    en: 'This programme has not been handed over, so it cannot be taken up.',
  }),
  'meetings.fewer': ({ count, known }) => ({
    ja: `開催回数（${count}回）が、既に記録された回数（${known}回）を超えていません。`,
    en: `The count (${count}) is not more than the ${known} already recorded.`,
  }),
  'limit.occurrences': ({ most }) => ({
    ja: `出来事は一つの団体に${most}件までです。`,
    en: `A programme holds at most ${most} occurrences.`,
  }),
  'clock.outOfRange': ({ to, until }) => ({
    ja: `時計は ${dayText(until).ja}までしか進められません（指定 ${to}）。年の誤りではありませんか。`,
    en: `The clock moves no further than ${dayText(until).en} (asked for ${to}). Is the year right?`,
  }),
  'clock.tooFar': ({ to, now, years }) => ({
    ja: `時計を一度に進められるのは${years}年までです（現在 ${now}、指定 ${to}）。戻せないため、年を確かめて、幾度かに分けてください。`,
    en: `The clock moves at most ${years} years at a time (now ${now}, asked for ${to}). It never moves back: look at the year, and move it several times.`,
  }),
  'occurrence.unknown': ({ id, known }) => ({
    ja: `出来事「${id}」は、この計画の occurrences: にありません（${listed(known.map((one) => ({ ja: one, en: one }))).ja || 'ひとつもありません'}）。`,
    en: `This programme names no occurrence "${id}" (${known.length > 0 ? known.join(', ') : 'it names none'}).`,
  }),
  'occurrence.known': ({ id, on }) => ({
    ja: `出来事「${id}」は、${dayText(on).ja}のこととして登録済みです。日が違うなら訂正してください（sekimori occurrence correct）。`,
    en: `"${id}" is recorded for ${dayText(on).en} already. If the day is wrong, correct it (sekimori occurrence correct).`,
  }),
  'occurrence.notRecorded': ({ id }) => ({
    ja: `出来事「${id}」は登録されていないので、訂正するものがありません。`,
    en: `"${id}" is not recorded: there is nothing to correct.`,
  }),
  'occurrence.same': ({ id, on }) => ({
    ja: `出来事「${id}」は、既に${dayText(on).ja}のこととして登録されています。`,
    en: `"${id}" is recorded for ${dayText(on).en} as it is.`,
  }),
  'occurrence.ownCorrection': ({ id }) => ({
    ja: `出来事「${id}」は、登録した本人のほかの人が訂正します。`,
    en: `"${id}" is corrected by another than whoever recorded it.`,
  }),
  'occurrence.notAwaited': ({ occurrence }) => ({
    ja: `この移行には、出来事「${occurrence}」から数える期限がありません。`,
    en: `No deadline of this migration is counted from "${occurrence}".`,
  }),
  'occurrence.alreadyTold': ({ occurrence, entry }) => ({
    ja: `出来事「${occurrence}」は、計画の第${entry}件まで既に届いています。`,
    en: `This migration has heard of "${occurrence}" up to entry ${entry} of its programme.`,
  }),
  'occurrence.reversed': ({ occurredOn, endedOn }) => ({
    ja: `終わり（${dayText(endedOn).ja}）が、始まり（${dayText(occurredOn).ja}）より前です。`,
    en: `The end (${dayText(endedOn).en}) lies before the beginning (${dayText(occurredOn).en}).`,
  }),
  'report.number': ({ number, next }) => ({
    ja: `次に発行する報告書は第${next}号です（送られたのは第${number}号）。ほかの人が先に発行しました。表示し直してください。`,
    en: `The next report to be issued is no. ${next}, not ${number}: another was issued meanwhile. Look at it again.`,
  }),
  'report.moved': () => ({
    ja: '表示した後に、もとになる記録か条件が変わりました。表示し直して内容を確かめてから、発行してください。',
    en: 'What it is made of has changed since you looked. Look at it again, then issue it.',
  }),
  'report.ahead': ({ upTo, entries }) => ({
    ja: `報告書のもとになる記録（第${upTo}件まで）が、まだありません（第${entries}件まで）。`,
    en: `The report names entries up to ${upTo}; there are ${entries}.`,
  }),
  'report.dataAhead': ({ dataOn, issuedOn }) => ({
    ja: `データ基準日（${dayText(dataOn).ja}）が、発行日（${dayText(issuedOn).ja}）より後です。`,
    en: `The day of the data (${dayText(dataOn).en}) lies after the day of issue (${dayText(issuedOn).en}).`,
  }),
  'report.period': ({ from, to, dataOn }) => ({
    ja: `対象期間（${dayText(from).ja}～${dayText(to).ja}）は、始まりから終わりへ、データ基準日（${dayText(dataOn).ja}）までで指定してください。`,
    en: `The period (${dayText(from).en} to ${dayText(to).en}) runs from its first day to its last, and no further than the day of the data (${dayText(dataOn).en}).`,
  }),
  'meetings.earlier': ({ occurredOn, known, on }) => ({
    ja: `${dayText(on).ja}までに${known}回と記録されています。それより前（${dayText(occurredOn).ja}）に、より多い回数にはなりません。`,
    en: `${known} meetings are recorded up to ${dayText(on).en}; there cannot have been more up to ${dayText(occurredOn).en}.`,
  }),
};
