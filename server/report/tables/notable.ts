// A report's tables on what goes otherwise than planned: special transition, and by how much days have moved.
import { slipCauseText } from '../../../texts/deadline/words.ts';
import type { Report } from '../../contract/reports/tables.ts';
import type { Language, Section } from '../section.ts';
import { marked, marksOf } from './footnotes.ts';
import { countCell, dayCell, dayIn, pick } from './words.ts';

const REGIMES: Record<string, { ja: string; en: string }> = {
  candidate: { ja: '該当の可能性あり', en: 'candidate' },
  applied: { ja: '申請・報告済み', en: 'applied' },
  designated: { ja: '指定済み', en: 'designated' },
};
const REASONS = ['', '①', '②', '③', '④'];

export function special(report: Report, language: Language): Section {
  const { special: rows } = report;
  const marks = marksOf(report, 'special');
  const say = (ja: string, en: string) => pick(language, ja, en);
  const standingOf = ({ regime, pendingOn }: Report['special'][number]) => {
    const word = REGIMES[regime]?.[language] ?? regime;
    return pendingOn === null
      ? word
      : say(
          `${word}（判断保留 ${dayIn(pendingOn, 'ja')}）`,
          `${word} (left pending since ${dayIn(pendingOn, 'en')})`,
        );
  };
  /** Until it is designated nobody has left its day open: there is none. */
  const completionOf = ({ regime, completionOn }: Report['special'][number]) => {
    if (completionOn !== null) return dayCell(completionOn, language);
    return regime === 'designated' ? say('未定', 'not set') : '－';
  };
  return {
    id: 'special',
    title: say('特定移行支援システム（旧 移行困難システム）の状況', 'Special transition'),
    head: [
      say('システム', 'System'),
      say('区分', 'Standing'),
      say('範囲', 'Scope'),
      say('該当事由', 'Reasons'),
      say('移行完了時期', 'Completion'),
    ],
    right: [],
    rows: rows.map((row) => ({
      key: row.system,
      systems: [row.system],
      cells: [
        row.name[language],
        standingOf(row),
        row.scope ?? say('全部', 'whole'),
        row.reasonTypes.map((type) => REASONS[type] ?? String(type)).join('') || say('未記載', 'not stated'),
        completionOf(row),
      ],
      ...marked(1, [{ text: standingOf(row), notes: marks(row.system) }]),
    })),
    below: [
      say(
        '事由：①メインフレーム ②個別開発 ③ベンダ撤退 ④事業者のリソースひっ迫等',
        'Reasons: ① mainframe ② individual development ③ vendor withdrawal ④ vendor resources',
      ),
    ],
  };
}

/** Plan and deadlines apart: an extension often follows a plan that moved, and one is not the other. */
export function slips({ slips: rows }: Report, language: Language): Section {
  const say = (ja: string, en: string) => pick(language, ja, en);
  const of = { plan: say('計画', 'plan'), deadline: say('期限', 'deadline') };
  return {
    id: 'slips',
    title: say('遅れの累計と原因', 'Slips and their causes'),
    head: [
      say('システム', 'System'),
      say('工程', 'Phase'),
      say('計画・期限', 'Plan or deadline'),
      say('原因', 'Cause'),
      say('回数', 'Times'),
      say('暦日', 'Days'),
      say('開庁日', 'Open days'),
    ],
    right: [4, 5, 6],
    rows: rows.map((row) => ({
      key: `${row.system}/${row.phase}/${row.of}/${row.cause}`,
      systems: [row.system],
      cells: [
        row.name[language],
        row.phaseLabel[language],
        of[row.of],
        slipCauseText[row.cause][language],
        countCell(row.times),
        countCell(row.days),
        countCell(row.openDays),
      ],
    })),
    below: [
      say(
        '前倒しは負の数です。計画の変更と期限の延長は別に数えています。',
        'Brought forward is negative. Changes of the plan and extensions are counted apart.',
      ),
    ],
  };
}
