// The sentences of notices about deadlines: what comes, what was missed, what is asked for and what was decided.
import type { Text } from '../../machines/definition/definition.ts';
import type { Notice, Reminded } from '../../machines/record/effect.ts';
import { dayText, listed, type Names } from '../names.ts';

type Code = Extract<Notice['code'], `deadline.${string}` | `extension.${string}`>;
type Sentences = { [C in Code]: (notice: Extract<Notice, { code: C }>, names: Names) => Text };

const shutText = (forGood: boolean): Text =>
  forGood
    ? { ja: '関門は閉じ、延長できる職はありません。', en: ' Its gate is shut, and no post may extend it.' }
    : { ja: '延長されるまで関門は閉じます。', en: ' Its gate is shut until it is extended.' };

export const onHold: Text = {
  ja: '中断中も期限は進みます。',
  en: ' The migration is on hold; its deadlines run on.',
};

/** What holds besides: an outage delayed it, or the migration is held. */
function besidesText({ late, held }: Reminded): Text {
  const [day, on] = [late ? dayText(late) : null, held === true];
  return {
    ja: `${on ? onHold.ja : ''}${day ? `（${day.ja}に届くはずの通知が遅れました。）` : ''}`,
    en: `${on ? onHold.en : ''}${day ? ` (Late: it was for ${day.en}.)` : ''}`,
  };
}

const openText = ({ openDays }: Reminded): Text =>
  openDays === undefined
    ? { ja: '', en: '' }
    : { ja: `（開庁日で${openDays}日）`, en: ` (${openDays} open ${openDays === 1 ? 'day' : 'days'})` };

const dueText = (dueOn: string | null): Text =>
  dueOn
    ? { ja: `期日は${dayText(dueOn).ja}です。`, en: `It is due on ${dayText(dueOn).en}.` }
    : { ja: '期日は未定です。', en: 'It has no due day.' };

const papersText = (papers: readonly string[]): Text => {
  const { ja, en } = listed(papers.map((title) => ({ ja: `「${title}」`, en: `"${title}"` })));
  return papers.length === 0 ? { ja: '', en: '' } : { ja: `資料: ${ja}。`, en: ` Papers: ${en}.` };
};

export const deadlineNoticeTexts: Sentences = {
  'deadline.near': ({ deadline, dueOn, daysLeft, ...more }) => ({
    ja: `期限「${deadline.ja}」（${dayText(dueOn).ja}）まで、あと${daysLeft}日${openText(more).ja}です。${besidesText(more).ja}`,
    en: `${daysLeft} ${daysLeft === 1 ? 'day' : 'days'} left${openText(more).en} until "${deadline.en}" (${dayText(dueOn).en}).${besidesText(more).en}`,
  }),
  'deadline.today': ({ deadline, dueOn, ...more }) => ({
    ja: `期限「${deadline.ja}」は本日（${dayText(dueOn).ja}）です。${besidesText(more).ja}`,
    en: `"${deadline.en}" is due today (${dayText(dueOn).en}).${besidesText(more).en}`,
  }),
  'deadline.overdue': ({ deadline, dueOn, daysOver, ...more }) => ({
    ja: `期限「${deadline.ja}」（${dayText(dueOn).ja}）を${daysOver}日過ぎています。${besidesText(more).ja}`,
    en: `"${deadline.en}" (${dayText(dueOn).en}) is ${daysOver} ${daysOver === 1 ? 'day' : 'days'} overdue.${besidesText(more).en}`,
  }),
  'deadline.missed': ({ deadline, dueOn, hard, forGood, ...more }) => {
    const { ja, en } = hard ? shutText(forGood === true) : { ja: '', en: '' };
    return {
      ja: `期限「${deadline.ja}」（${dayText(dueOn).ja}）を過ぎました。${ja}${besidesText(more).ja}`,
      en: `"${deadline.en}" (${dayText(dueOn).en}) was missed.${en}${besidesText(more).en}`,
    };
  },
  'deadline.escalated': ({ deadline, dueOn, daysOver, to, ...more }, names) => {
    const told = listed(to.map(names.post));
    return {
      ja: `期限「${deadline.ja}」（${dayText(dueOn).ja}）を${daysOver}日過ぎても達成されていません（${told.ja}には通知済み）。${besidesText(more).ja}`,
      en: `"${deadline.en}" (${dayText(dueOn).en}) is ${daysOver} days overdue and still open; ${told.en} ${to.length === 1 ? 'was' : 'were'} told.${besidesText(more).en}`,
    };
  },
  'deadline.undecided': ({ deadline, since, days }) => ({
    ja: `期限「${deadline.ja}」の日が${dayText(since).ja}から${days}日間、未定です。「未定の期限の日の決定」か計画の改定で、日を決めてください。`,
    en: `"${deadline.en}" has had no due day since ${dayText(since).en} (${days} days). Set it, or amend the programme.`,
  }),
  'deadline.reopened': ({ deadline, dueOn }) => ({
    ja: `期限「${deadline.ja}」は、達成のもとになった記録がなくなったため、未達成に戻りました。${dueText(dueOn).ja}`,
    en: `"${deadline.en}" is open again: what met it stands no longer. ${dueText(dueOn).en}`,
  }),
  'deadline.set': ({ deadline, dueOn, by, reason }) => ({
    ja: `未定だった期限「${deadline.ja}」を${by}さんが${dayText(dueOn).ja}と決めました。理由: ${reason}`,
    en: `${by} set the day of "${deadline.en}" to ${dayText(dueOn).en}. Reason: ${reason}`,
  }),
  'deadline.extended': ({ deadline, dueOn, was, reason }) => ({
    ja: `期限「${deadline.ja}」が${dayText(was).ja}から${dayText(dueOn).ja}に延長されました（計画の予定は変わりません）。理由: ${reason}`,
    en: `"${deadline.en}" was extended from ${dayText(was).en} to ${dayText(dueOn).en}; the plan stays as it is. Reason: ${reason}`,
  }),
  'deadline.extensionFell': ({ deadline, was, dueOn }) => ({
    ja: `期限「${deadline.ja}」は、もとの日が変わったため${dayText(was).ja}までの延長が効かなくなりました（${dueOn ? `新しい期日 ${dayText(dueOn).ja}` : '期日は未定'}）。`,
    en: `"${deadline.en}": the day it is counted from changed, so its extension to ${dayText(was).en} no longer stands (${dueOn ? `now due ${dayText(dueOn).en}` : 'no due day'}).`,
  }),
  'extension.asked': ({ deadline, was, dueOn, by, reason, papers }) => ({
    ja: `期限「${deadline.ja}」（${dayText(was).ja}）の${dayText(dueOn).ja}への延長を${by}さんが申請しました。延長するか、認めないかを決めてください。理由: ${reason}。${papersText(papers).ja}`,
    en: `${by} asks to extend "${deadline.en}" from ${dayText(was).en} to ${dayText(dueOn).en}: extend it, or refuse. Reason: ${reason}.${papersText(papers).en}`,
  }),
  'extension.refused': ({ deadline, dueOn, by, reason }) => ({
    ja: `期限「${deadline.ja}」の${dayText(dueOn).ja}への延長を、${by}さんは認めませんでした。期日は変わりません。理由: ${reason}`,
    en: `${by} refused to extend "${deadline.en}" to ${dayText(dueOn).en}: its day stays. Reason: ${reason}`,
  }),
  'extension.withdrawn': ({ deadline, dueOn, by, reason }) => ({
    ja: `期限「${deadline.ja}」の${dayText(dueOn).ja}への延長の申請を${by}さんが取り下げました。理由: ${reason}`,
    en: `${by} no longer asks to extend "${deadline.en}" to ${dayText(dueOn).en}. Reason: ${reason}`,
  }),
  'extension.fell': ({ deadline, wished, dueOn }) => ({
    ja: `期限「${deadline.ja}」の日が変わったため、${dayText(wished).ja}への延長の申請はなくなりました。${dueText(dueOn).ja}必要なら、あらためて申請してください。`,
    en: `The day of "${deadline.en}" changed: what was asked for (${dayText(wished).en}) falls. ${dueText(dueOn).en} Ask anew where it is needed.`,
  }),
};
