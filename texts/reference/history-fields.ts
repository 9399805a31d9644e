// What the fields of history.yaml mean, with those of the facts that it may tell.
import type { Explained } from './said.ts';

export const historyFields: Readonly<Record<string, Explained>> = {
  'history.yaml': {
    title: ['読み込む前に起きたこと', 'what happened before'],
    before: [
      'どの出来事にも `source` か `assumed` の一方が要ります。',
      'Every event needs a `source` or an `assumed`.',
    ],
    fields: {
      programme: ['計画全体の出来事', 'events of the programme'],
      'programme[].on': ['その日または月', 'the day or month'],
      'programme[].fact': ['その事実', 'what happened'],
      begins: [
        '工程の始まり。書かなければ `startAt` の日',
        'when paths begin; on the day of `startAt` where left out',
      ],
      'begins[].systems': ['そのシステム', 'which systems'],
      'begins[].on': ['その日または月', 'the day or month'],
      events: [
        '移行の出来事。システムごとに書いた順',
        'events of migrations, in their order for each system',
      ],
      'events[].systems': ['そのシステム', 'which systems'],
      'events[].on': ['その日または月', 'the day or month'],
      'events[].fact': ['その事実', 'what happened'],
    },
  },
  fact: {
    title: ['移行の事実', 'a fact of a migration'],
    fields: {
      'type: gate.imported': [
        '関門を通ったこと。誰が承認したかは作らない',
        'a gate was passed; no decision of anybody is made up',
      ],
      'type: gate.imported phase': ['出た工程', 'the phase that was left'],
      'type: gate.imported source': [
        '出典。書かなければ出来事の `source` か `assumed`',
        "its source; the event's own where left out",
      ],
      'type: system.wentLive': ['稼働したこと', 'the system went live'],
      'type: system.wentLive evidence': ['稼働を示す文書', 'the document that shows it'],
      'type: steps.recorded': ['40ステップの状況', 'how national steps stand'],
      'type: steps.recorded businesses': [
        'その業務だけの申告なら、業務',
        'the businesses it is said of; all of the system where left out',
      ],
      'type: steps.recorded statuses': [
        '番号と状態の組。`done` 完了済み、`inProgress` 作業中、`notStarted` 未着手、`notApplicable` 対象外',
        'by number: `done`, `inProgress`, `notStarted` or `notApplicable`',
      ],
      'type: steps.recorded reason': [
        '対象外の理由。対象外があれば必須',
        'why steps do not apply; needed where any does not',
      ],
      'type: plan.changed': ['予定の変更', 'the plan changed'],
      'type: plan.changed phase': ['工程', 'the phase'],
      'type: plan.changed startOn': ['始まる日または月', 'the day or month in which it begins'],
      'type: plan.changed endOn': ['終わる日または月', 'the day or month in which it ends'],
      'type: plan.changed reason': ['変更の理由', 'why'],
      'type: plan.changed cause': [
        '後ろへ動いた原因: `vendor` 事業者、`spec` 仕様、`budget` 予算、`staff` 人員、`other` その他',
        'why it slips: `vendor`, `spec`, `budget`, `staff` or `other`',
      ],
      'type: regime.flagged': ['特定移行支援の候補となったこと', 'a candidate for the special transition'],
      'type: regime.flagged scope': ['その範囲', 'which part of the system'],
      'type: regime.applied': ['特定移行支援を申し出たこと', 'the special transition was applied for'],
      reasonTypes: [
        '事由: 1 メインフレーム、2 個別開発、3 事業者の撤退、4 事業者の人手。分からなければ `[]`（申出では一つ以上）',
        'reasons: 1 mainframe, 2 individual development, 3 vendor withdrawal, 4 vendor resources; `[]` where not said (one at least in an application)',
      ],
      'type: regime.designated': [
        '特定移行支援システムに指定されたこと',
        'designated for the special transition',
      ],
      'type: regime.designated completionOn': [
        '指定された期日。未定は `null`',
        'the date set for it; `null` while 未定',
      ],
      'type: regime.designated basis': ['根拠', 'what it rests on'],
      'type: budget.voted': ['予算の議決', 'the budget was voted'],
      'type: budget.voted fiscalYear': ['年度', 'the fiscal year'],
      'type: selection.recorded': ['選定結果', 'a selection'],
      candidate: ['優先交渉権者', 'who comes first'],
      technical: ['技術点', 'technical score'],
      price: ['価格点', 'price score'],
      printedTotal: [
        '印字された総得点（丸めてあればそのまま）',
        'the total as its source prints it, rounded or not',
      ],
      outOf: ['満点', 'the most there is'],
      'outOf.technical': ['技術点の満点', 'of the technical score'],
      'outOf.price': ['価格点の満点', 'of the price score'],
      method: ['選定の方法', 'how it was made'],
      applicants: ['応募者の数。不明は `null`', 'how many applied; `null` where not known'],
      'type: contract.recorded': ['契約', 'a contract'],
      vendor: ['事業者', 'with whom'],
      amounts: ['年度ごとの金額。年度は一度ずつ', 'amounts, each fiscal year once'],
      'amounts[].fiscalYear': ['年度', 'the fiscal year'],
      'amounts[].amountYen': ['円', 'in yen'],
      totalYen: ['総額（年度ごとの合計と一致すること）', 'the total: the sum of the amounts'],
      otherVendorReason: ['選定された候補者以外と契約した理由', 'why it is with another than the candidate'],
      continuesInto: ['金額が未定のまま続く年度', 'fiscal years it goes on into without an amount yet'],
    },
  },
  'programme fact': {
    title: ['計画全体の事実', 'a fact of the programme'],
    fields: {
      'type: occurrence.recorded': ['計画をめぐる出来事', 'something that happened around the programme'],
      title: ['その題', 'its title'],
      kind: [
        '`cabinetDecision` 閣議決定、`standard` 標準仕様、`rfi` 情報提供依頼、`notice` 公告・通知、`application` 申請、`adoption` 採択、`report` 報告、`other` その他',
        'what it is: `cabinetDecision`, `standard`, `rfi`, `notice`, `application`, `adoption`, `report` or `other`',
      ],
      endedOn: ['続いた出来事の終わりの日または月', 'the day or month in which it ended, where it lasted'],
      source: ['出典', 'its source'],
      'type: meetings.recorded': ['会議の開催回数', 'how often a body has met'],
      body: ['会議体の `id`', 'the `id` of a body'],
      fiscalYear: ['年度', 'the fiscal year'],
      count: ['その年度の、その日までの累計', 'in that fiscal year, up to that day'],
    },
  },
  evidence: {
    title: ['証拠文書', 'a document as evidence'],
    fields: {
      kind: [
        '文書の種類（条件の `evidence`、ほかは `other`）',
        "its kind (a condition's `evidence`; `other` for any other)",
      ],
      title: ['題', 'its title'],
      sha256: ['ファイルの SHA-256', "the file's SHA-256"],
      documentNo: ['公文書の文書番号', 'its number in the official record'],
      decidedOn: ['決裁日', 'the day on which it was decided'],
    },
  },
};
