// What the sender of an act is asked, in both languages. One closed table: a question without its words does not compile.
import type { Text } from '../machines/definition/definition.ts';
import type { QuestionName } from '../machines/record/act.ts';

const questions: Record<QuestionName, Text> = {
  amendment: { ja: '改定の番号', en: 'Amendment' },
  reason: { ja: '理由', en: 'Reason' },
  note: { ja: '備考', en: 'Note' },
  evidence: { ja: '証拠文書', en: 'Evidence' },
  to: { ja: '手戻り先の工程', en: 'Phase to go back to' },
  statuses: { ja: 'ステップと状態', en: 'Steps and their status' },
  businesses: { ja: '業務', en: 'Businesses' },
  phase: { ja: '工程', en: 'Phase' },
  startOn: { ja: '開始予定', en: 'Planned start' },
  endOn: { ja: '終了予定', en: 'Planned end' },
  deadline: { ja: '期限', en: 'Deadline' },
  dueOn: { ja: '新しい期日', en: 'New due day' },
  doneBy: { ja: 'いつまでに行うか', en: 'Done by' },
  cause: { ja: '遅れの原因', en: 'Cause of the slip' },
  fiscalYear: { ja: '年度', en: 'Fiscal year' },
  candidate: { ja: '委託候補事業者', en: 'Candidate' },
  technical: { ja: '技術点', en: 'Technical score' },
  'outOf.technical': { ja: '技術点の満点', en: 'Highest technical score' },
  price: { ja: '価格点', en: 'Price score' },
  'outOf.price': { ja: '価格点の満点', en: 'Highest price score' },
  printedTotal: { ja: '総得点（資料に印刷された値）', en: 'Total as the source prints it' },
  method: { ja: '選定方式', en: 'Method' },
  applicants: { ja: '応募者数', en: 'Number of applicants' },
  vendor: { ja: '受託者', en: 'Vendor' },
  amounts: { ja: '年度ごとの契約金額', en: 'Amounts by fiscal year' },
  totalYen: { ja: '総額（円）', en: 'Total (yen)' },
  continuesInto: { ja: '金額が未定の後続年度', en: 'Later fiscal years without an amount yet' },
  reasonTypes: { ja: '事由', en: 'Reason types' },
  scope: { ja: '対象の範囲', en: 'Scope' },
  completionOn: { ja: '移行完了時期（未定なら空欄）', en: 'Completion date (empty while not decided)' },
  basis: { ja: '根拠', en: 'Basis' },
  instant: { ja: '日時', en: 'Day and time' },
  body: { ja: '会議体', en: 'Body' },
  count: { ja: '回数', en: 'Count' },
};

export const questionText = (name: QuestionName): Text => questions[name];
