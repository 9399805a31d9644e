// A correction in lines: what stands, what is proposed instead, field by field, by whom and why; and what was decided before.
import type { CorrectionPairView } from '../../server/contract/auditing/pairs.ts';
import type { CorrectionDraft } from '../../server/contract/corrections.ts';
import { differsLines } from './correction-word.ts';
import { type Language, speak } from './speech.ts';
import { dayWord } from './words.ts';

type Said = CorrectionPairView['wrong'];

interface Sides {
  wrong: Said;
  right: Said | null;
  differs: CorrectionPairView['differs'];
}

function sideLines({ wrong, right, differs }: Sides, language: Language): string[] {
  const say = speak(language);
  const side = ({ summary, occurredOn, name, postLabel }: Said) =>
    `${summary[language]}（${dayWord(occurredOn, language)}、${name}、${postLabel[language]}）`;
  return [
    `  ${say('誤り', 'wrong')}: ${side(wrong)}`,
    `  ${say('正', 'right')}: ${right ? side(right) : say('取消し（あるべきでなかった記録）', 'void: it should not have been')}`,
    ...differsLines(differs, language),
  ];
}

/** What is proposed and not decided; of an entry for which nothing is, what stands in it. */
export function proposalLines({ entry, stands, open }: CorrectionDraft, language: Language): string[] {
  const say = speak(language);
  if (!open)
    return [
      say(`第${entry}件：${stands.summary.ja}`, `entry ${entry}: ${stands.summary.en}`),
      say('  申出中の訂正はありません。', '  no correction is proposed.'),
    ];
  const posts = open.waitsFor.map(({ label }) => label[language]).join(say('、', ', '));
  return [
    say(`第${entry}件の訂正の申出`, `correction proposed for entry ${entry}`),
    ...sideLines({ wrong: stands, right: open.should, differs: open.differs }, language),
    `  ${say('理由', 'reason')}: ${open.reason}`,
    say(
      `  申出: ${open.by.name}（${dayWord(open.on, language)}）　決めるのは: ${posts}`,
      `  proposed by ${open.by.name} (${dayWord(open.on, language)}); decided by: ${posts}`,
    ),
  ];
}

const statuses = {
  approved: { ja: '訂正済み', en: 'corrected' },
  dismissed: { ja: '却下', en: 'dismissed' },
  withdrawn: { ja: '取下げ', en: 'withdrawn' },
  waits: { ja: '申出中', en: 'proposed' },
} as const;

/** Each that was decided, in order: what stood before it, and by whom. */
export const decidedLines = ({ decided }: CorrectionDraft, language: Language): string[] =>
  decided.flatMap((pair) => {
    const { status, proposed, decided: by } = pair;
    const names = [proposed, ...(by ? [by] : [])].map(({ name, seq }) => `${name} #${seq}`).join(' → ');
    return [`${statuses[status][language]}（${names}）`, ...sideLines(pair, language)];
  });
