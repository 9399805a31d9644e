// What a digest says besides its lines' own sentences: its subject and headings, what is to be done, and what waits. Plain words; how
// they are laid out is the channels' matter.
import type { Text } from '../../machines/definition/definition.ts';
import { daysBetween } from '../../machines/values/date.ts';
import { onHold } from '../deadline/notice-texts.ts';
import { dayText, listed, type Names } from '../names.ts';
import { choose, decide } from './notices/notice-sentences.ts';

/** What a reminder says on the day it is sent, whenever it came up. */
export function reminderText(deadline: Text, dueOn: string, { today, held }: ReminderSent): Text {
  const { ja, en } = leftText(deadline, dueOn, today);
  return held ? { ja: `${ja}${onHold.ja}`, en: `${en}${onHold.en}` } : { ja, en };
}

interface ReminderSent {
  today: string;
  /** The migration is on hold. */
  held: boolean;
}

function leftText(deadline: Text, dueOn: string, today: string): Text {
  const left = daysBetween(today, dueOn);
  const day = dayText(dueOn);
  if (left > 0)
    return {
      ja: `期限「${deadline.ja}」（${day.ja}）まで、あと${left}日です。`,
      en: `${left} ${left === 1 ? 'day' : 'days'} left until "${deadline.en}" (${day.en}).`,
    };
  if (left === 0)
    return {
      ja: `期限「${deadline.ja}」は本日（${day.ja}）です。`,
      en: `"${deadline.en}" is due today (${day.en}).`,
    };
  return {
    ja: `期限「${deadline.ja}」（${day.ja}）を${-left}日過ぎています。`,
    en: `"${deadline.en}" (${day.en}) is ${-left} ${left === -1 ? 'day' : 'days'} overdue.`,
  };
}

/** A sentence that is told in place of posts that nobody holds; as it is where there are none. */
export function inPlaceOf(vacant: readonly string[], names: Names, { ja, en }: Text): Text {
  if (vacant.length === 0) return { ja, en };
  const posts = listed(vacant.map(names.post));
  return {
    ja: `${ja}（${posts.ja}の職が空席のため、代わりにお知らせします。）`,
    en: `${en} (Told to you because nobody holds the post of ${posts.en}.)`,
  };
}

/** What to do about a deadline that is open. */
export const reminderAct = ({ isOver, held }: { isOver: boolean; held: boolean }): Text =>
  held
    ? heldAct
    : isOver
      ? {
          ja: '足りない条件を確かめて終えるか、延長を決裁に付してください（sekimori explain、sekimori extend）。',
          en: 'See what is missing and finish it, or have it extended (sekimori explain, sekimori extend).',
        }
      : {
          ja: '足りない条件を確かめ、期日までに終えてください（sekimori explain）。',
          en: 'See what is missing and finish it by that day (sekimori explain).',
        };

const heldAct: Text = {
  ja: '中断のままでよいかを確かめ、再開するか、延長を決裁に付してください（sekimori resume、sekimori extend）。',
  en: 'See whether it is to stay on hold; resume it, or have the deadline extended (sekimori resume, sekimori extend).',
};

export const stillWaits = {
  underReview: (phase: Text): Text => ({
    ja: `「${phase.ja}」の審査を待っています。`,
    en: `"${phase.en}" waits for its review.`,
  }),
  goingBack: (phase: Text): Text => ({
    ja: `「${phase.ja}」からの手戻りの可否を待っています。`,
    en: `Whether to go back from "${phase.en}" waits to be decided.`,
  }),
};
export const waitingAct = { underReview: decide, goingBack: choose };

export const digestWords = {
  rehearsal: { ja: '【演習】', en: '[Rehearsal] ' },
  late: { ja: '遅れて', en: 'Late' },
  lateWhole: {
    ja: 'お知らせが遅れました。いまも当てはまることだけを載せています。',
    en: 'This comes late. It tells only what still holds.',
  },
  isRehearsal: {
    ja: 'これは演習の通知です。実際の業務ではありません。',
    en: 'This is of a rehearsal, not of real work.',
  },
  toDo: { ja: 'すること', en: 'To do' },
  why: { ja: '期日の根拠', en: 'Why that day' },
  kinds: {
    deadline: { ja: '期限', en: 'Deadlines' },
    task: { ja: '決裁・審査', en: 'Decisions and reviews' },
    told: { ja: 'お知らせ', en: 'What happened' },
  },
  standing: { ja: 'ひきつづきお待ちしているもの', en: 'Still waiting for you' },
  foot: {
    ja: '宛先と受け取り方は変えられます（sekimori contact）。この通知に返信しても届きません。',
    en: 'Where this is sent is yours to set (sekimori contact). Nobody reads replies to it.',
  },
  colon: { ja: '：', en: ': ' },
  contact: { ja: '受け取り方の画面', en: 'The page where it is set' },
  page: { ja: '画面', en: 'Page' },
  programme: { ja: '計画の一覧', en: 'the programme' },
  trial: {
    ja: '試しの通知です。これが届けば、設定は正しく働いています。',
    en: 'A trial. If it arrived, the setting works.',
  },
} as const satisfies Record<string, Text | Record<string, Text>>;

/** `令和8年3月2日の予定と期限（3件）`. */
export const digestSubject = (programme: Text, day: string, count: number): Text => ({
  ja: `${programme.ja} ${dayText(day).ja}のお知らせ（${count}件）`,
  en: `${programme.en}: ${dayText(day).en}, ${count} ${count === 1 ? 'item' : 'items'}`,
});

/** The systems that one line tells of: `住民記録・税・介護保険の3件`; parted by 、 where a name has a ・ of its own (`子ども・子育て支援`). */
export function systemsText(names: readonly Text[]): Text {
  const mark = names.some((name) => name.ja.includes('・')) ? '、' : '・';
  const ja = names.map((name) => name.ja).join(mark);
  const en = names.map((name) => name.en).join(', ');
  return names.length > 1
    ? { ja: `${ja}の${names.length}件`, en: `${en} (${names.length} systems)` }
    : { ja, en };
}
