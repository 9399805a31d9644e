// What the fields of money and of the other legal ends mean: of a path's rules, and of the facts that a history may tell.
import type { Meanings } from './said.ts';

/** Of `paths/*.yaml`. */
export const endsOfPath: Meanings = {
  money: [
    '見積と契約に求めること。書かなければ何も求めない',
    'what is asked of estimates and contracts; left out, nothing is',
  ],
  'money.varianceOver': [
    'この%を超えて前の版から増減した見積には理由を求める（例：`20`、`12.5`）',
    'an estimate that differs from the one before by more than so many per cent says why',
  ],
  'money.budgetFirst': [
    '契約の各年度に、議決された予算か債務負担行為を必ず求める。書かなければ、金額のある予算が一つでも記録されてから求める',
    'each year of a contract needs a voted budget or a debt obligation, always; where left out, once any budget is recorded with its amount',
  ],
  'money.councilVote': [
    '契約と変更契約に議会の議決が先に要る種別と金額。委託は書かなければ要らない',
    'contracts and amendments that the council votes on first, by type and amount; none where left out',
  ],
  'money.councilVote[].contractType': [
    '`services` 委託、`works` 請負、`purchase` 財産の取得、`lease` 賃貸借、`other` その他',
    '`services`, `works`, `purchase`, `lease` or `other`',
  ],
  'money.councilVote[].atLeastYen': ['この額から要る（円）', 'from this amount on, in yen'],
  'money.councilVote[].basis': ['根拠となる法令・条例', 'the law or ordinance it rests on'],
  'money.councilVote[].voteAgain': [
    '議決を経た契約の変更のうち、改めて議決を要るもの。書かなければ、議決された額までの変更に議決を求めない。書けば、比べるのは最後に可決された額',
    'which changes of a voted contract are voted again, compared with what was voted last; where left out, none that is no more than was voted',
  ],
  'money.councilVote[].voteAgain.decreases': ['`true` 減額の変更にも議決を求める', '`true`: decreases too'],
  'money.councilVote[].voteAgain.belowFloor': [
    '`true` 変更後の総額が基準の額に満たなくなっても議決を求める',
    '`true`: also where the new total lies below the amount from which on it is voted',
  ],
  'money.councilVote[].voteAgain.delegated': [
    '議会が長の専決に委ねた変更（地方自治法180条）。この範囲の増減は議決なしで登録できる。議会への報告はこの計画の外で行う',
    'changes that the council has left to the head; recorded without a vote. That they are reported to the council is not this programme’s',
  ],
  'money.councilVote[].voteAgain.delegated.upToPercent': [
    '議決された額に対する増減の割合（%、例：`10`）',
    'how many per cent of what was voted',
  ],
  'money.councilVote[].voteAgain.delegated.upToYen': [
    '増減の額（円）。書けば、割合と額の両方を満たすものだけ',
    'and how many yen; where given, both hold',
  ],
  'money.councilVote[].voteAgain.delegated.basis': [
    '委ねた議決・条例',
    'the resolution or ordinance that leaves it to them',
  ],
  legal: ['条例・規則の改正と特定個人情報保護評価に求めること', 'what is asked of ordinances and of the PIA'],
  'legal.ordinances': [
    '稼働の日までに施行されているべき条例・規則',
    'ordinances and rules that are in force by the day of going live',
  ],
  'legal.ordinances[].id': ['記録で指す名前', 'what it is called in the record'],
  'legal.ordinances[].label': ['画面と報告での名前', 'its name on pages and reports'],
  'legal.ordinances[].kind': [
    '`ordinance` 条例（議案・議決・公布）、`rule` 規則（公布だけ）。書かなければ条例',
    '`ordinance` (bill, vote, promulgation) or `rule` (promulgation alone); an ordinance where left out',
  ],
  'legal.ordinances[].systems': [
    '要るシステム。書かなければこの工程表のすべて',
    'systems that need it; all of the path where left out',
  ],
  'legal.pia': ['全項目評価の意見聴取', 'the public comment on an assessment of all items'],
  'legal.pia.commentDays': [
    '最も短い日数（初日不算入）。書かなければ30日',
    'how many days at least, the first not counted; 30 where left out',
  ],
  'legal.pia.basis': ['その根拠', 'what it rests on'],
};

/** Of `fact`. */
export const endsOfHistory: Meanings = {
  no: ['番号（システムの中で1から）', 'its number, from 1 within the system'],
  fiscalYear: ['年度', 'the fiscal year'],
  supplement: [
    '補正予算の号数。当初予算なら書かない',
    'number of the supplementary budget; none of the initial one',
  ],
  migrationYen: ['移行経費（円）', 'cost of migration, in yen'],
  operationYen: ['運用経費（円）', 'cost of operation, in yen'],
  direction: [
    '補正の向き。`increase` 増額（書かなければこれ）、`decrease` 減額',
    '`increase` (where left out) or `decrease`, of a supplement',
  ],
  decidedOn: ['決裁日（支出負担行為の日）', 'the day it was decided, by which the expenditure act is dated'],
  reason: ['理由', 'why'],
  'type: budget.requested': ['予算要求', 'a budget was asked for'],
  'type: budget.assessed': ['査定', 'a budget was assessed'],
  'type: obligation.voted': ['債務負担行為の議決', 'a debt obligation was voted'],
  'type: obligation.voted matter': ['事項', 'its matter'],
  'type: obligation.voted startOn': ['期間の始まり', 'when its period begins'],
  'type: obligation.voted endOn': ['期間の終わり', 'when its period ends'],
  limits: ['各年度の限度額', 'limits, each fiscal year once'],
  'limits[].fiscalYear': ['年度', 'the fiscal year'],
  'limits[].amountYen': ['限度額（円）', 'the limit, in yen'],
  'type: estimate.recorded': ['見積の版', 'a version of an estimate'],
  'type: estimate.recorded estimateKind': [
    '`rough` 概算、`rfi` RFI回答、`quote` 見積、`contract` 契約、`change` 変更',
    '`rough`, `rfi`, `quote`, `contract` or `change`',
  ],
  costs: [
    '年度ごとの移行経費と運用経費。年度は一度ずつ',
    'costs of migration and operation, each fiscal year once',
  ],
  'costs[].fiscalYear': ['年度', 'the fiscal year'],
  'costs[].migrationYen': ['移行経費（円）', 'cost of migration, in yen'],
  'costs[].operationYen': ['運用経費（円）', 'cost of operation, in yen'],
  'type: estimate.recorded evidence': ['見積書', 'its paper'],
  'type: estimate.recorded against': [
    '比べる版。書かなければ同じ事業者の前の版',
    "what it is compared with; the vendor's last where left out",
  ],
  contractType: [
    '`services` 委託、`works` 請負、`purchase` 財産の取得、`lease` 賃貸借、`other` その他',
    '`services`, `works`, `purchase`, `lease` or `other`',
  ],
  until: ['期間の末日', 'the last day of its period'],
  'type: contract.requested': ['契約執行伺書', 'what is asked before a contract'],
  'type: contract.requested subject': ['件名', 'its subject'],
  'type: contract.requested purpose': ['目的又は理由', 'purpose or reason'],
  'type: contract.requested plannedYen': ['契約予定金額（円）', 'the planned amount, in yen'],
  'type: contract.requested procedure': ['契約の方法', 'how it is contracted'],
  'type: contract.requested costBasis': ['経費算出の根拠', 'how the cost was found'],
  'type: contract.requested budgetItem': ['予算科目', 'the budget item'],
  'type: contract.requested payments': ['部分払回数', 'number of partial payments'],
  'type: contract.councilVoted': ['契約についての議会の議決', 'the council voted on a contract'],
  'type: contract.councilVoted bill': ['議案番号', 'the bill'],
  'type: contract.councilVoted vote': [
    '議会の結果。`passed` 可決（書かなければこれ）、`rejected` 否決',
    '`passed` (where left out) or `rejected`',
  ],
  'type: contract.amended': [
    '変更契約。金額はすべて変更後のもの',
    'an amendment, with all amounts as they are from then on',
  ],
  'type: contract.terminated': ['契約の解除', 'the contract was terminated'],
  'type: contract.terminated paidYen': ['支払う額（円）', 'what is paid, in yen'],
  'type: pia.judged': ['特定個人情報保護評価のしきい値判断', 'the threshold of a PIA was judged'],
  'type: pia.judged evaluation': [
    '`none` 評価不要、`basic` 基礎項目、`priority` 重点項目、`full` 全項目',
    '`none`, `basic`, `priority` or `full`',
  ],
  'type: pia.judged subjects': ['対象人数', 'how many people'],
  'type: pia.commented': ['意見聴取', 'the public comment on it'],
  'type: pia.commented openedOn': ['始まり', 'when it opened'],
  'type: pia.commented closedOn': ['終わり', 'when it closed'],
  'type: pia.commented opinions': ['意見の件数', 'how many opinions'],
  'type: pia.advanced': ['第三者点検・委員会への提出・公表', 'it was reviewed, submitted or published'],
  'type: pia.advanced reached': [
    '`reviewed` 第三者点検、`submitted` 委員会への提出、`published` 公表',
    '`reviewed`, `submitted` or `published`',
  ],
  'type: pia.advanced evidence': ['その文書', 'its document'],
  'type: ordinance.advanced': ['条例・規則の改正が進んだこと', 'an ordinance or rule came further'],
  'type: ordinance.advanced ordinance': [
    '工程表の `legal.ordinances` の `id`、なければその題',
    "an `id` of the path's `legal.ordinances`, or its title",
  ],
  'type: ordinance.advanced passage': [
    '`submitted` 議案提出、`voted` 議決、`promulgated` 公布',
    '`submitted`, `voted` or `promulgated`',
  ],
  'type: ordinance.advanced number': ['議案・条例の番号', 'number of the bill or ordinance'],
  'type: ordinance.advanced inForceOn': [
    '施行日（公布のとき）',
    'from when it is in force; said with its promulgation',
  ],
  'type: criterion.set': ['移行判定基準・切戻し基準', 'a criterion of going live or of rolling back'],
  'type: criterion.set title': ['その内容', 'what it is'],
  'type: criterion.set criterionKind': ['`go` 移行判定、`rollback` 切戻し', '`go` or `rollback`'],
  'type: criterion.found': ['基準を満たすかどうかの確認', 'whether a criterion is met'],
  'type: criterion.found criterion': ['基準の番号', 'the number of the criterion'],
  'type: criterion.found finding': ['`met` 満たす、`notMet` 満たさない', '`met` or `notMet`'],
  'type: criterion.found evidence': ['その文書', 'the document that shows it'],
  'type: readiness.judged': ['移行判定', 'going live was judged'],
  'type: readiness.judged judgement': ['`go` 移行可、`noGo` 移行不可', '`go` or `noGo`'],
  'type: rehearsal.recorded': ['データ移行リハーサル', "a rehearsal of the data's migration"],
  'type: rehearsal.recorded records': ['移行した件数', 'how many records'],
  'type: rehearsal.recorded errors': ['エラーの件数', 'how many errors'],
  'type: rehearsal.recorded result': ['`passed` 合格、`failed` 不合格', '`passed` or `failed`'],
  'type: rehearsal.recorded evidence': ['結果の文書', 'the document with its result'],
  'type: stabilisation.begun': ['稼働後の安定化期間の始まり', 'stabilisation began'],
  'type: stabilisation.ended': ['安定化期間の終わり', 'stabilisation ended'],
  'type: incident.recorded': ['障害', 'an incident'],
  'type: incident.recorded title': ['その内容', 'what it is'],
  'type: incident.recorded severity': [
    '`high` 重大、`medium` 中程度、`low` 軽微',
    '`high`, `medium` or `low`',
  ],
  'type: incident.closed': ['障害の解消', 'an incident is over'],
  'type: incident.closed remedy': ['対応', 'what was done'],
};
