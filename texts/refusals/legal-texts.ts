// The sentences of refusals about PIA, ordinances, 移行判定, rehearsals and stabilisation.
import { choiceText } from '../choices.ts';
import { dayText, listed } from '../names.ts';
import type { RefusalSentences } from './refusal-sentences.ts';

type LegalCode = Extract<
  keyof RefusalSentences,
  | `pia.${string}`
  | `ordinance.${string}`
  | `criterion.${string}`
  | `readiness.${string}`
  | `rehearsal.${string}`
  | `stabilisation.${string}`
  | `incident.${string}`
  | 'live.ordinanceNotInForce'
>;

const numbers = (known: readonly number[]): string => (known.length === 0 ? '－' : known.join('、'));

const piaPart = (part: string) =>
  part === 'commented' ? { ja: '意見聴取', en: 'the public comment' } : choiceText('reached', part);

export const legalSentences: Pick<RefusalSentences, LegalCode> = {
  'pia.notJudged': ({ no }) => ({
    ja: `第${no}回の特定個人情報保護評価のしきい値判断が記録されていません。先に登録してください。`,
    en: `The threshold of PIA ${no} has not been judged. Record that first.`,
  }),
  'pia.notNeeded': ({ on }) => ({
    ja: `${dayText(on).ja}のしきい値判断で評価不要とされています。評価するなら、しきい値判断を改めて登録してください。`,
    en: `On ${dayText(on).en} it was judged that none is needed. To assess all the same, record a new judgement.`,
  }),
  'pia.before': ({ reached, before }) => ({
    ja: `全項目評価の「${piaPart(reached).ja}」は「${piaPart(before).ja}」の後です（意見聴取、第三者点検、委員会への提出、公表の順）。先に「${piaPart(before).ja}」を登録してください。`,
    en: `${piaPart(reached).en} comes after ${piaPart(before).en} (comment, review, submission, publication). Record ${piaPart(before).en} first.`,
  }),
  'pia.commentOpen': ({ closedOn, occurredOn }) => ({
    ja: `意見聴取は${dayText(closedOn).ja}まで続いています。終わってから、その日以後の日付で登録してください（いまの日付は${dayText(occurredOn).ja}）。`,
    en: `The comment goes on until ${dayText(closedOn).en}. Record it when it is over (this is dated ${dayText(occurredOn).en}).`,
  }),
  'pia.commentTooShort': ({ openedOn, closedOn, days, least, leastUntil, basis }) => ({
    ja: `全項目評価の意見聴取は${least}日以上です（${basis}）。${dayText(openedOn).ja}から${dayText(closedOn).ja}までは${days}日（初日不算入）で、${dayText(leastUntil).ja}まで要ります。`,
    en: `The public comments for ${least} days at least (${basis}). From ${dayText(openedOn).en} to ${dayText(closedOn).en} are ${days} days, the first not counted: it takes until ${dayText(leastUntil).en}.`,
  }),
  'ordinance.unknown': ({ ordinance, known }) => {
    const { ja, en } = listed(
      known.map(({ kind, label }) => ({ ja: `${kind}：${label.ja}`, en: `${kind}: ${label.en}` })),
    );
    return {
      ja: `「${ordinance}」は、このシステムに要る条例・規則にありません（${ja}）。`,
      en: `"${ordinance}" is none of the ordinances that this system needs (${en}).`,
    };
  },
  'ordinance.isRule': ({ ordinance }) => ({
    ja: `「${ordinance}」は規則なので、議案も議決もありません。公布を登録してください。`,
    en: `"${ordinance}" is a rule and has no bill or vote. Record its promulgation.`,
  }),
  'ordinance.before': ({ ordinance, passage, before }) => {
    const [now, first] = [choiceText('passage', passage), choiceText('passage', before)];
    return {
      ja: `「${ordinance}」の${now.ja}は${first.ja}の後です。先に${first.ja}を登録してください。`,
      en: `"${ordinance}" is ${now.en} after ${first.en}. Record that first.`,
    };
  },
  'ordinance.forceMissing': ({ ordinance }) => ({
    ja: `「${ordinance}」の公布には施行日（--in-force-on）が要ります。`,
    en: `The promulgation of "${ordinance}" needs the day from which it is in force (--in-force-on).`,
  }),
  'ordinance.forceTooEarly': ({ ordinance }) => ({
    ja: `「${ordinance}」の施行日は、公布とともに書いてください。`,
    en: `From when "${ordinance}" is in force is said with its promulgation.`,
  }),
  'ordinance.forceBefore': ({ ordinance, inForceOn, on }) => ({
    ja: `「${ordinance}」の施行日（${dayText(inForceOn).ja}）が公布（${dayText(on).ja}）より前です。`,
    en: `"${ordinance}" is in force (${dayText(inForceOn).en}) before it is promulgated (${dayText(on).en}).`,
  }),
  'live.ordinanceNotInForce': ({ label, inForceOn, who }, names) => {
    const by = listed(who.map(names.post), { ja: '（権限を持つ職はありません）', en: '(no post may)' });
    const [ja, en] =
      inForceOn === null
        ? ['公布が記録されていません', 'its promulgation is not on record']
        : [`施行は${dayText(inForceOn).ja}です`, `it is in force from ${dayText(inForceOn).en}`];
    return {
      ja: `稼働の日までに「${label.ja}」が施行されている必要があります。${ja}（登録：${by.ja}）。`,
      en: `"${label.en}" is in force by the day of going live: ${en} (recorded by ${by.en}).`,
    };
  },
  'criterion.unknown': ({ criterion, known }) => ({
    ja: `基準 第${criterion}号がありません（ある基準：${numbers(known)}）。`,
    en: `There is no criterion ${criterion} (there are: ${numbers(known)}).`,
  }),
  'readiness.noCriterion': ({ criterionKind }) => {
    const { ja, en } = choiceText('criterionKind', criterionKind);
    return {
      ja: `移行可とするには、${ja}が一つは要ります。先に登録してください。`,
      en: `To judge go, there is a criterion ${en} at least. Record it first.`,
    };
  },
  'readiness.unmet': ({ criteria }) => {
    const named = criteria.map(({ no, title }) => `第${no}号「${title}」`).join('、');
    const english = criteria.map(({ no, title }) => `${no} "${title}"`).join(', ');
    return {
      ja: `満たすと確認されていない移行判定基準があります：${named}。確認を登録するか、移行不可としてください。`,
      en: `Criteria are not found to be met: ${english}. Record what was found, or judge no-go.`,
    };
  },
  'rehearsal.errorsUnexplained': ({ errors }) => ({
    ja: `エラーが${errors}件あるのに合格とするときは、その扱いを備考（--note）に書いてください。`,
    en: `It passed with ${errors} errors: say in a note (--note) what becomes of them.`,
  }),
  'rehearsal.errorsBeyond': ({ records, errors }) => ({
    ja: `エラー（${errors}件）が移行した件数（${records}件）より多くなっています。件数の書き誤りでないか確かめてください。`,
    en: `There are more errors (${errors}) than records that were migrated (${records}). Are the numbers right?`,
  }),
  'stabilisation.notBegun': () => ({
    ja: '安定化期間が始まっていません。',
    en: 'Stabilisation has not begun.',
  }),
  'stabilisation.tooEarly': ({ occurredOn, until }) => ({
    ja: `安定化期間は${dayText(until).ja}までです（${dayText(occurredOn).ja}にはまだ終わりません）。`,
    en: `Stabilisation lasts until ${dayText(until).en}: it does not end on ${dayText(occurredOn).en}.`,
  }),
  'stabilisation.openIncidents': ({ incidents }) => ({
    ja: `解消していない障害があります：第${incidents.join('号、第')}号。`,
    en: `Incidents are still open: ${incidents.join(', ')}.`,
  }),
  'incident.unknown': ({ no, open }) => ({
    ja: `障害 第${no}号がありません（解消していない障害：${numbers(open)}）。`,
    en: `There is no incident ${no} (open: ${numbers(open)}).`,
  }),
};
