// The evaluation table of a procurement whose sheets are opened: what each evaluator gave, what it came to, and the order. Made on the
// server, so that it is logged.

import type { Points, Rfp } from '../../machines/migration/rfp/memory.ts';
import { leavesOf, outOf } from '../../machines/migration/rfp/scores/criteria.ts';
import type { Scoring } from '../../machines/migration/rfp/terms.ts';
import { formText, formulaText, tieRuleText } from '../../texts/rfp/words.ts';
import { rankingOf } from '../views/procuring/rfp-view.ts';

export interface TableSection {
  title: string;
  head: string[];
  rows: string[][];
}

export interface EvaluationTable {
  title: string;
  lines: string[];
  sections: TableSection[];
}

/** @param sheets by account, of those whose sheets were counted */
export function evaluationTable(
  open: Rfp,
  scoring: Scoring,
  sheets: ReadonlyMap<string, Points>,
): EvaluationTable {
  const { terms, number, scorers, closedOn, single, outcome, prices } = open;
  const { price, rounding, ties } = scoring;
  return {
    title: `評価表 ${terms.title}（第${number}回 ${formText[terms.form].ja}）`,
    lines: [
      `根拠: ${terms.basis}`,
      `採点の締切: ${closedOn ?? '-'}`,
      `評価者: ${scorers.map((account) => `${open.evaluators[account]?.name ?? account}（${account}）`).join('、')}`,
      ...Object.entries(open.evaluators).flatMap(([account, { name, recused }]) =>
        recused ? [`除斥: ${name}（${account}） ${recused.reason}`] : [],
      ),
      ...(price ? [`価格点: ${formulaText[price.formula].ja}`] : []),
      ...(prices ? [`価格点の入力の理由: ${prices.reason}`] : []),
      `端数: 小数${rounding.decimals}桁（${rounding.mode}）`,
      `同点のとき: ${ties.map((rule) => tieRuleText[rule].ja).join('、')}`,
      ...open.ties.map(
        ({ order, how, reason }) => `同点の決定: ${order.join('、')}（${tieRuleText[how].ja}。${reason}）`,
      ),
      ...(single ? [`一者で審査した理由: ${single}`] : []),
      ...(outcome?.reason ? [`第一順位でない者を候補者とした理由: ${outcome.reason}`] : []),
      ...(outcome?.failed ?? []).map(
        ({ bidder, reason, on }) => `協議不調: ${open.bidders[bidder]?.name ?? bidder}（${on}。${reason}）`,
      ),
    ],
    sections: [
      rankingSection(open, scoring),
      ...Object.keys(open.results).map((id) => bidderSection(open, scoring, id, sheets)),
    ],
  };
}

function rankingSection(open: Rfp, scoring: Scoring): TableSection {
  const technical = outOf(leavesOf(scoring), open.scorers.length).toFixed();
  return {
    title: '順位',
    head: [
      '順位',
      '応募者',
      `技術点（${technical}）`,
      `価格点（${scoring.price?.points ?? '0'}）`,
      '総得点',
      '総得点（印刷）',
    ],
    rows: rankingOf(open, true).map(({ rank, name, technical: points, price, total, printed }) => [
      rank === null ? '対象外' : String(rank),
      name ?? '',
      points,
      price,
      total,
      printed,
    ]),
  };
}

function bidderSection(
  open: Rfp,
  scoring: Scoring,
  bidder: string,
  sheets: ReadonlyMap<string, Points>,
): TableSection {
  const { scorers, evaluators, results } = open;
  return {
    title: open.bidders[bidder]?.name ?? bidder,
    head: ['項目', '配点', ...scorers.map((account) => evaluators[account]?.name ?? account), '集計'],
    rows: leavesOf(scoring).map(({ id, label, points }) => [
      label,
      points,
      ...scorers.map((account) => sheets.get(account)?.[bidder]?.[id] ?? ''),
      results[bidder]?.criteria[id] ?? '',
    ]),
  };
}

/** All of it one under another, an empty line between. */
export const tableRows = ({ title, lines, sections }: EvaluationTable): string[][] => [
  [title],
  ...lines.map((line) => [line]),
  ...sections.flatMap((section) => [[''], [section.title], section.head, ...section.rows]),
];

const cell = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll('|', '\\|')
    .replace(/\s*[\r\n]+\s*/gu, ' ');
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

export const tableMarkdown = ({ title, lines, sections }: EvaluationTable): string =>
  [
    `# ${cell(title)}`,
    '',
    ...lines.map((line) => `- ${cell(line)}`),
    ...sections.flatMap((section) => [
      '',
      `## ${cell(section.title)}`,
      '',
      row(section.head),
      row(section.head.map(() => '---')),
      ...section.rows.map(row),
    ]),
    '',
  ].join('\n');
