// One sentence for every kind of entry in the record. One closed table; a fact without its sentence does not compile.
import type { Text } from '../machines/definition/definition.ts';
import type { Fact } from '../machines/migration/acts.ts';
import { fact as migrationFact } from '../machines/migration/event.ts';
import { type ProgrammeFact, programmeFact } from '../machines/programme/programme.ts';
import { actText } from './act-texts.ts';
import { dayText, fiscalYearText, type Names, yenText } from './names.ts';

type AnyFact = Fact | ProgrammeFact;
type Sentences = { [T in AnyFact['type']]: (fact: Extract<AnyFact, { type: T }>, names: Names) => Text };

const because = (reason: string | undefined): Text =>
  reason ? { ja: `（理由: ${reason}）`, en: ` (reason: ${reason})` } : { ja: '', en: '' };

const about = (label: Text, did: Text, reason?: string): Text => ({
  ja: `「${label.ja}」${did.ja}${because(reason).ja}`,
  en: `"${label.en}" ${did.en}${because(reason).en}`,
});

const sentences: Sentences = {
  'evidence.attached': ({ evidence: { title, documentNo } }) => ({
    ja: `証拠文書「${title}」（${documentNo}）を添付`,
    en: `evidence "${title}" (${documentNo}) attached`,
  }),
  'phase.submitted': ({ phase }, names) =>
    about(names.phase(phase), { ja: 'の審査を依頼', en: 'submitted for review' }),
  'submission.withdrawn': ({ phase, reason }, names) =>
    about(names.phase(phase), { ja: 'の審査依頼を引上げ', en: 'withdrawn from review' }, reason),
  'gate.approved': ({ phase }, names) => about(names.phase(phase), { ja: 'を承認', en: 'approved' }),
  'gate.returned': ({ phase, reason }, names) =>
    about(names.phase(phase), { ja: 'を差戻し', en: 'returned' }, reason),
  'goingBack.proposed': ({ to, reason }, names) =>
    about(names.phase(to), { ja: 'への手戻りを申出', en: 'proposed to go back to' }, reason),
  'goingBack.approved': ({ to }, names) =>
    about(names.phase(to), { ja: 'への手戻りを承認', en: 'gone back to' }),
  'goingBack.dismissed': ({ to, reason }, names) =>
    about(names.phase(to), { ja: 'への手戻りを却下', en: 'not gone back to' }, reason),
  'steps.recorded': ({ statuses, reason }) => {
    const steps = Object.keys(statuses);
    return {
      ja: `40ステップの進捗を登録（${steps.length}件: ${steps.join('、')}）${because(reason).ja}`,
      en: `national steps recorded (${steps.length}: ${steps.join(', ')})${because(reason).en}`,
    };
  },
  'migration.held': ({ reason }) => ({
    ja: `移行を中断${because(reason).ja}`,
    en: `put on hold${because(reason).en}`,
  }),
  'migration.resumed': ({ reason }) => ({
    ja: `移行を再開${because(reason).ja}`,
    en: `resumed${because(reason).en}`,
  }),
  'migration.cancelled': ({ reason }) => ({
    ja: `移行を中止${because(reason).ja}`,
    en: `cancelled${because(reason).en}`,
  }),
  'plan.changed': ({ phase, startOn, endOn, reason }, names) => ({
    ja: `「${names.phase(phase).ja}」の計画を${dayText(startOn).ja}〜${dayText(endOn).ja}に変更${because(reason).ja}`,
    en: `plan of "${names.phase(phase).en}" changed to ${dayText(startOn).en} – ${dayText(endOn).en}${because(reason).en}`,
  }),
  'deadline.extended': ({ deadline, dueOn, reason }, names) => ({
    ja: `期限「${names.deadline(deadline).ja}」を${dayText(dueOn).ja}に延長${because(reason).ja}`,
    en: `deadline "${names.deadline(deadline).en}" extended to ${dayText(dueOn).en}${because(reason).en}`,
  }),
  'budget.voted': ({ fiscalYear }) => ({
    ja: `${fiscalYearText(fiscalYear).ja}予算の議決を登録`,
    en: `budget of ${fiscalYearText(fiscalYear).en} voted`,
  }),
  'selection.recorded': ({ candidate, technical, price }) => ({
    ja: `選定結果を登録（${candidate}、技術点 ${technical}、価格点 ${price}）`,
    en: `selection recorded (${candidate}, technical ${technical}, price ${price})`,
  }),
  'contract.recorded': ({ vendor, totalYen }) => ({
    ja: `契約を登録（${vendor}、総額 ${yenText(totalYen).ja}）`,
    en: `contract recorded (${vendor}, total ${yenText(totalYen).en})`,
  }),
  'regime.flagged': ({ scope }) => ({
    ja: `特定移行支援の候補とする${scope ? `（${scope}）` : ''}`,
    en: `flagged for special transition${scope ? ` (${scope})` : ''}`,
  }),
  'regime.applied': ({ reasonTypes }) => ({
    ja: `特定移行支援を申出（事由${reasonTypes.join('・')}）`,
    en: `special transition applied for (reason types ${reasonTypes.join(', ')})`,
  }),
  'regime.designated': ({ completionOn }) => ({
    ja: `特定移行支援システムに指定（完了予定: ${completionOn ? dayText(completionOn).ja : '未定'}）`,
    en: `special transition designated (completion: ${completionOn ? dayText(completionOn).en : 'not set'})`,
  }),
  'regime.withdrawn': ({ reason }) => ({
    ja: `特定移行支援を取下げ${because(reason).ja}`,
    en: `special transition withdrawn${because(reason).en}`,
  }),
  'gate.imported': ({ phase, source }, names) => ({
    ja: `「${names.phase(phase).ja}」の完了を取込み（出典: ${source}）`,
    en: `"${names.phase(phase).en}" imported as passed (source: ${source})`,
  }),
  'deadline.reached': ({ deadline, point }, names) => {
    const name = names.deadline(deadline);
    if (point === 'due') return { ja: `期限「${name.ja}」が到来`, en: `deadline "${name.en}" has come` };
    if (point === 0) return { ja: `期限「${name.ja}」当日の通知`, en: `reminder of "${name.en}" on its day` };
    const days = Math.abs(point);
    return point < 0
      ? { ja: `期限「${name.ja}」の${days}日前の通知`, en: `reminder of "${name.en}", ${days} days before` }
      : { ja: `期限「${name.ja}」の${days}日後の督促`, en: `reminder of "${name.en}", ${days} days after` };
  },
  'milestone.reached': ({ system }, names) =>
    about(names.system(system), { ja: 'の節目に到達', en: 'reached its milestone' }),
  'milestone.withdrawn': ({ system }, names) =>
    about(names.system(system), { ja: 'の節目を取消し', en: 'withdrew its milestone' }),
  'occurrence.recorded': ({ title }) => title,
  'meetings.recorded': ({ body, fiscalYear, count }, names) => ({
    ja: `${names.post(body).ja}: ${fiscalYearText(fiscalYear).ja}に${count}回開催`,
    en: `${names.post(body).en}: ${count} meetings in ${fiscalYearText(fiscalYear).en}`,
  }),
  'clock.moved': ({ to }) => ({
    ja: `演習時計を${dayText(to.slice(0, 10)).ja}に進める`,
    en: `rehearsal clock moved to ${dayText(to.slice(0, 10)).en}`,
  }),
};

/** What happened, in one sentence. A fact of a kind this release does not know is named by its type. */
export function entryText(given: { type: string }, names: Names): Text {
  const read = migrationFact.or(programmeFact).safeParse(given);
  if (!read.success) return actText(given.type);
  // TypeScript cannot see that a fact and its sentence belong together once both are unions.
  const sentence = sentences[read.data.type] as (fact: AnyFact, names: Names) => Text;
  return sentence(read.data, names);
}
