// The words that a question of kind `choice` takes, in both languages: closed tables, by the question's name.
import type { Text } from '../machines/definition/definition.ts';
import type { ContractType } from '../machines/definition/legal-ends.ts';
import type { directions } from '../machines/migration/budget/shapes.ts';
import type { councilVotes } from '../machines/migration/contract/shapes.ts';
import type { estimateKinds } from '../machines/migration/estimates/shapes.ts';
import type { passages } from '../machines/migration/ordinance/shapes.ts';
import type { evaluations, piaMarks } from '../machines/migration/pia/shapes.ts';
import type {
  criterionKinds,
  findings,
  judgements,
  rehearsalResults,
} from '../machines/migration/readiness/shapes.ts';
import type { severities } from '../machines/migration/stabilisation/shapes.ts';
import { requirementText } from './word-texts.ts';

type Words<List extends readonly string[]> = Record<List[number], Text>;

const estimateKind: Words<typeof estimateKinds> = {
  rough: { ja: '概算', en: 'rough estimate' },
  rfi: { ja: 'RFI回答', en: 'RFI answer' },
  quote: { ja: '見積', en: 'quotation' },
  contract: { ja: '契約', en: 'contract' },
  change: { ja: '変更', en: 'change' },
};
const contractType: Record<ContractType, Text> = {
  services: { ja: '委託', en: 'services' },
  works: { ja: '請負', en: 'works' },
  purchase: { ja: '財産の取得', en: 'purchase' },
  lease: { ja: '賃貸借', en: 'lease' },
  other: { ja: 'その他', en: 'other' },
};
const evaluation: Words<typeof evaluations> = {
  none: { ja: '評価不要', en: 'none needed' },
  basic: { ja: '基礎項目評価', en: 'basic items' },
  priority: { ja: '重点項目評価', en: 'priority items' },
  full: { ja: '全項目評価', en: 'all items' },
};
const reached: Words<typeof piaMarks> = {
  reviewed: { ja: '第三者点検', en: 'third-party review' },
  submitted: { ja: '委員会への提出', en: 'submitted to the Commission' },
  published: { ja: '公表', en: 'published' },
};
const passage: Words<typeof passages> = {
  submitted: { ja: '議案提出', en: 'bill submitted' },
  voted: { ja: '議決', en: 'voted' },
  promulgated: { ja: '公布', en: 'promulgated' },
};
const criterionKind: Words<typeof criterionKinds> = {
  go: { ja: '移行判定基準', en: 'to go' },
  rollback: { ja: '切戻し基準', en: 'to roll back' },
};
const finding: Words<typeof findings> = {
  met: { ja: '満たす', en: 'met' },
  notMet: { ja: '満たさない', en: 'not met' },
};
const judgement: Words<typeof judgements> = {
  go: { ja: '移行可', en: 'go' },
  noGo: { ja: '移行不可', en: 'no-go' },
};
const result: Words<typeof rehearsalResults> = {
  passed: { ja: '合格', en: 'passed' },
  failed: { ja: '不合格', en: 'failed' },
};
const severity: Words<typeof severities> = {
  high: { ja: '重大', en: 'high' },
  medium: { ja: '中程度', en: 'medium' },
  low: { ja: '軽微', en: 'low' },
};

const vote: Words<typeof councilVotes> = {
  passed: { ja: '可決', en: 'passed' },
  rejected: { ja: '否決', en: 'rejected' },
};
const direction: Words<typeof directions> = {
  increase: { ja: '増額', en: 'increase' },
  decrease: { ja: '減額', en: 'decrease' },
};

const choices = {
  estimateKind,
  contractType,
  evaluation,
  reached,
  passage,
  criterionKind,
  finding,
  judgement,
  result,
  severity,
  vote,
  direction,
  requirement: requirementText,
};
type Choice = keyof typeof choices;

const isChoice = (question: string): question is Choice => Object.hasOwn(choices, question);

/** The words of a question's choices by their code; none of a question that has none. */
export const choicesOf = (question: string): Readonly<Record<string, Text>> | null =>
  isChoice(question) ? choices[question] : null;

export const choiceText = (question: Choice, code: string): Text =>
  (choices[question] as Readonly<Record<string, Text>>)[code] ?? { ja: code, en: code };
