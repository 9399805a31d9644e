// The evaluation table of a procurement whose sheets are opened: what each evaluator gave, what it came to, and the order. Made on the
// server, so that it is logged.

import type { Points, Rfp } from '../../machines/migration/rfp/memory.ts';
import { roundNow } from '../../machines/migration/rfp/rounds/rounds.ts';
import { leavesOf, outOf } from '../../machines/migration/rfp/scores/criteria.ts';
import type { Round, Scoring } from '../../machines/migration/rfp/terms.ts';
import { formText, formulaText, roundingText, tieRuleText, whosePricesText } from '../../texts/rfp/words.ts';
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
  const { price, rounding, ties, minimumTechnical } = scoring;
  const round = roundNow(open);
  const called = (bidder: string) => open.bidders[bidder]?.name ?? bidder;
  return {
    title: `評価表 ${terms.title}（第${number}回 ${formText[terms.form].ja}${round ? ` ${round.label}` : ''}）`,
    lines: [
      `根拠: ${terms.basis}`,
      ...(round ? roundLines(round) : []),
      `採点の締切: ${closedOn ?? '-'}`,
      `評価者: ${scorers.map((account) => `${open.evaluators[account]?.name ?? account}（${account}）`).join('、')}`,
      ...Object.entries(open.evaluators).flatMap(([account, { name, recused }]) =>
        recused ? [`除斥: ${name}（${account}） ${recused.reason}`] : [],
      ),
      ...(minimumTechnical === undefined ? [] : [`最低基準点: 技術点${minimumTechnical}点`]),
      ...(price ? [`価格点: ${formulaText[price.formula].ja}`] : []),
      ...(price?.whosePrices ? [`価格の比較: ${whosePricesText[price.whosePrices].ja}`] : []),
      ...(prices ? [`価格点の入力の理由: ${prices.reason}`] : []),
      `端数: 小数${rounding.decimals}桁（${roundingText[rounding.mode].ja}）`,
      `同点のとき: ${ties.map((rule) => tieRuleText[rule].ja).join('、')}`,
      ...open.ties.map(
        ({ order, how, reason }) =>
          `同点の決定: ${order.map(called).join('、')}（${tieRuleText[how].ja}。${reason}）`,
      ),
      ...(single ? [`一者で審査した理由: ${single}`] : []),
      ...(outcome?.reason ? [`第一順位でない者を候補者とした理由: ${outcome.reason}`] : []),
      ...(outcome?.failed ?? []).map(
        ({ bidder, reason, on }) => `協議不調: ${called(bidder)}（${on}。${reason}）`,
      ),
    ],
    sections: [
      rankingSection(open, scoring),
      ...Object.keys(open.results).map((id) => bidderSection(open, scoring, id, sheets)),
    ],
  };
}

/** Who goes on from it, and how much of it counts in the next. */
function roundLines({ id, label, goOn, carryPercent }: Round): string[] {
  const rules = [
    ...(goOn?.most === undefined ? [] : [`上位${goOn.most}者`]),
    ...(goOn?.from === undefined ? [] : [`総得点${goOn.from}点以上`]),
  ];
  return [
    `審査: ${label}（${id}）`,
    ...(rules.length > 0 ? [`次の審査に進む者: ${rules.join('、')}`] : []),
    ...(carryPercent === undefined ? [] : [`次の審査への持越し: 得点の${carryPercent}%`]),
  ];
}

function rankingSection(open: Rfp, scoring: Scoring): TableSection {
  const technical = outOf(leavesOf(scoring), open.scorers.length).toFixed();
  const isCarried = Object.values(open.results).some(({ carried }) => carried !== undefined);
  return {
    title: titled('順位', open),
    head: [
      '順位',
      '応募者',
      `技術点（${technical}）`,
      `価格点（${scoring.price?.points ?? '0'}）`,
      ...(isCarried ? ['持越し（技術）', '持越し（価格）'] : []),
      '総得点',
      '総得点（印刷）',
    ],
    rows: rankingOf(open, true).map(({ rank, name, technical: points, price, carried, total, printed }) => [
      rank === null ? '対象外' : String(rank),
      name ?? '',
      points,
      price,
      ...(isCarried ? [carried?.technical ?? '0', carried?.price ?? '0'] : []),
      total,
      printed,
    ]),
  };
}

/** With the name of its round, where there are several. */
const titled = (title: string, open: Rfp): string => {
  const round = roundNow(open);
  return round ? `${title}（${round.label}）` : title;
};

function bidderSection(
  open: Rfp,
  scoring: Scoring,
  bidder: string,
  sheets: ReadonlyMap<string, Points>,
): TableSection {
  const { scorers, evaluators, results } = open;
  return {
    title: titled(open.bidders[bidder]?.name ?? bidder, open),
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
