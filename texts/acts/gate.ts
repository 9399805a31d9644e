// What is done at a gate, and going back behind one.
import type { Text } from '../../machines/definition/definition.ts';
import { dayText, type Names } from '../names.ts';
import { type ActTexts, about, because } from './said.ts';

/** One of several voices says no more than that it was given. */
const goingBack = (to: Text, did: Text, reason?: string): Text => ({
  ja: `「${to.ja}」への手戻り${did.ja}${because(reason).ja}`,
  en: `going back to "${to.en}" ${did.en}${because(reason).en}`,
});

/** 条件付承認: each with whom it is asked of, and by when. */
function asked(
  { ja, en }: Text,
  conditions: readonly { text: string; owner: string; dueOn: string }[],
  names: Names,
): Text {
  const said = conditions.map(({ text, owner, dueOn }) => {
    const [who, day] = [names.post(owner), dayText(dueOn)];
    return {
      ja: `${text}（${who.ja}、${day.ja}まで）`,
      en: `${text} (${who.en}, by ${day.en})`,
    };
  });
  return {
    ja: `${ja}。条件：${said.map((one) => one.ja).join('、')}`,
    en: `${en} on condition: ${said.map((one) => one.en).join('; ')}`,
  };
}

export const gateActs: ActTexts<
  | 'evidence.attached'
  | 'phase.submitted'
  | 'submission.withdrawn'
  | 'gate.approved'
  | 'gate.returned'
  | 'gate.imported'
  | 'goingBack.proposed'
  | 'goingBack.approved'
  | 'goingBack.dismissed'
  | 'goingBack.withdrawn'
> = {
  'evidence.attached': {
    label: { ja: '証拠文書の添付', en: 'attach evidence' },
    said: ({ evidence: { title, documentNo } }) => ({
      ja: `証拠文書「${title}」（${documentNo}）を添付`,
      en: `evidence "${title}" (${documentNo}) attached`,
    }),
  },
  'phase.submitted': {
    label: { ja: '審査の依頼', en: 'submit for review' },
    said: ({ phase }, names) => about(names.phase(phase), { ja: 'の審査を依頼', en: 'submitted for review' }),
  },
  'submission.withdrawn': {
    label: { ja: '審査依頼の引上げ', en: 'withdraw the submission' },
    said: ({ phase, reason }, names) =>
      about(names.phase(phase), { ja: 'の審査依頼を引上げ', en: 'withdrawn from review' }, reason),
  },
  'gate.approved': {
    label: { ja: '承認', en: 'approve' },
    said({ phase, conditions = [] }, names) {
      const { ja, en } = about(names.phase(phase), { ja: 'を承認', en: 'approved' });
      return conditions.length === 0 ? { ja, en } : asked({ ja, en }, conditions, names);
    },
  },
  'gate.returned': {
    label: { ja: '差戻し', en: 'return' },
    said: ({ phase, reason }, names) => about(names.phase(phase), { ja: 'を差戻し', en: 'returned' }, reason),
  },
  'gate.imported': {
    label: { ja: '過去の工程完了の取込み', en: 'import a passed gate' },
    said: ({ phase, source }, names) => ({
      ja: `「${names.phase(phase).ja}」の完了を取込み（出典: ${source}）`,
      en: `"${names.phase(phase).en}" imported as passed (source: ${source})`,
    }),
  },
  'goingBack.proposed': {
    label: { ja: '前工程への手戻りの申出', en: 'propose going back' },
    said: ({ to, reason }, names) => goingBack(names.phase(to), { ja: 'を申出', en: 'proposed' }, reason),
  },
  'goingBack.approved': {
    label: { ja: '手戻りの承認', en: 'approve going back' },
    said: ({ to }, names) => goingBack(names.phase(to), { ja: 'を承認', en: 'approved' }),
  },
  'goingBack.dismissed': {
    label: { ja: '手戻りの却下', en: 'dismiss going back' },
    said: ({ to, reason }, names) => goingBack(names.phase(to), { ja: 'を却下', en: 'dismissed' }, reason),
  },
  'goingBack.withdrawn': {
    label: { ja: '手戻りの申出の取下げ', en: 'withdraw the proposal to go back' },
    said: ({ to, reason }, names) =>
      goingBack(names.phase(to), { ja: 'の申出を取下げ', en: 'no longer proposed' }, reason),
  },
};
