// The sentence of every line of somebody's day (a national step by its number), and who holds it where it waits. One closed table; the systems stand beside it.
import type { Text } from '../../machines/definition/definition.ts';
import type { Holder, Subject } from '../../machines/programme/today/line.ts';
import { actText } from '../acts/act-texts.ts';
import { dayText, listed, type Names } from '../names.ts';

const text = (ja: string, en: string): Text => ({ ja, en });
type Of<Code extends Subject['code']> = Extract<Subject, { code: Code }>;
type Sentences = { [Code in Subject['code']]: (subject: Of<Code>, names: Names) => Text };

const soft = (hard: boolean) => (hard ? text('', '') : text('（任意）', ' (not required)'));

const sentences: Sentences = {
  review: ({ phase }) => text(`「${phase.ja}」の審査を決める`, `Decide the review of "${phase.en}"`),
  goingBack: ({ phase }) =>
    text(`「${phase.ja}」からの手戻りを決める`, `Decide whether to go back from "${phase.en}"`),
  cancellation: () => text('中止の提案を決める', 'Decide the proposal to cancel'),
  extension: ({ deadline, dueOn }) =>
    text(
      `「${deadline.ja}」を${dayText(dueOn).ja}まで延ばすかを決める`,
      `Decide whether "${deadline.en}" is put off to ${dayText(dueOn).en}`,
    ),
  waiver: () => text('届かない節目なしで進めるかを決める', 'Decide whether to go on without a milestone'),
  correction: ({ entry, act, voids }) =>
    text(
      `第${entry}件（${actText(act).ja}）の${voids ? '取消し' : '訂正'}を決める`,
      `Decide whether entry ${entry} (${actText(act).en}) is ${voids ? 'voided' : 'corrected'}`,
    ),
  waits: ({ phase }) =>
    text(`「${phase.ja}」は、ほかの方の対応を待っています`, `"${phase.en}" waits for others`),
  paper: ({ label, hard }) =>
    text(`「${label.ja}」を添付${soft(hard).ja}`, `Attach "${label.en}"${soft(hard).en}`),
  steps: ({ steps, label, hard }) =>
    text(
      `${steps.join('・')} を登録：${label.ja}${soft(hard).ja}`,
      `Record ${steps.join(', ')}: ${label.en}${soft(hard).en}`,
    ),
  fact: ({ label, hard }) =>
    text(`「${label.ja}」を記録${soft(hard).ja}`, `Record "${label.en}"${soft(hard).en}`),
  submit: ({ phase }) => text(`「${phase.ja}」を審査に出す`, `Submit "${phase.en}" for review`),
  proviso: ({ words, dueOn }) =>
    text(
      `承認の条件「${words}」を満たす（${dayText(dueOn).ja}まで）`,
      `Meet the condition "${words}" by ${dayText(dueOn).en}`,
    ),
  undecided: ({ deadline }) => text(`「${deadline.ja}」の日を決める`, `Set the day of "${deadline.en}"`),
  due: ({ deadline, hard }) =>
    text(`${deadline.ja}${hard ? '（厳守）' : ''}`, `${deadline.en}${hard ? ' (hard)' : ''}`),
};

/** The table holds for each kind the sentence of that kind. */
const sentenceOf = (subject: Subject) => sentences[subject.code] as (subject: Subject, names: Names) => Text;

export const todayText = (subject: Subject, names: Names): Text => sentenceOf(subject)(subject, names);

const doing: Record<Exclude<Holder['by']['code'], 'condition' | 'deadline'>, Text> = {
  review: text('審査', 'review'),
  goingBack: text('手戻りの決定', 'going back'),
  work: text('作業・提出', 'work and submission'),
  paused: text('保留', 'on hold'),
  proviso: text('承認の条件', 'a condition of an approval'),
};

/** What is awaited there: without the system, which stands beside it as a link. */
export function holderText({ phase, posts, by }: Holder, names: Names): Text {
  const who = listed(posts.map(names.post));
  const what =
    by.code === 'condition' || by.code === 'deadline'
      ? text(`「${by.label.ja}」`, `"${by.label.en}"`)
      : doing[by.code];
  return text(`「${phase.ja}」の${what.ja}：${who.ja}`, `${what.en} of "${phase.en}": ${who.en}`);
}

/** Of a system whose reader sees nothing of it but that it is waited for. */
export const holderUnseen: Text = text('（内容は閲覧の範囲外）', '(outside what you see)');
