// What the fields of paths, gates and their conditions mean.

import { endsOfPath } from './ends-fields.ts';
import { roundFields } from './round-fields.ts';
import type { Explained } from './said.ts';

export const pathFields: Readonly<Record<string, Explained>> = {
  'paths/*.yaml': {
    title: ['工程表', 'a path'],
    before: [
      '一つの工程表を一つのファイルに書きます。`paths.yaml` に `paths:` の一覧として書くこともできます。',
      'One path a file; or all of them in `paths.yaml`, as a list under `paths:`.',
    ],
    fields: {
      id: ['工程表を指す名前', 'what the path is called in these files'],
      version: ['工程表の版。内容を変えたら上げる', 'its version; raise it when anything changes'],
      label: ['画面と報告での名前', 'its name on pages and reports'],
      phases: ['工程。書いた順に進む', 'the phases, in their order'],
      'phases[].id': [
        '工程を指す名前（`migration` は使えない）',
        'what the phase is called in these files (never `migration`)',
      ],
      'phases[].label': ['画面と報告での名前', 'its name on pages and reports'],
      'phases[].owners': [
        '審査に出し、証拠文書を付けられる職',
        'posts that submit it for review and attach evidence',
      ],
      'phases[].steps': [
        'この工程で行う40ステップ。どのステップもちょうど一つの工程か `stepsBefore` にある',
        'national steps that are its work; each of the 40 is in one phase or in `stepsBefore`',
      ],
      'phases[].gate': [
        'この工程を出る関門。最後の工程だけ持たない',
        'the gate that ends it; only the last phase has none',
      ],
      'phases[].announces': [
        '関門を通ると、待っている移行へ知らせる節目の名前',
        'the milestone that passing its gate tells to migrations that wait for it',
      ],
      'phases[].replaces': [
        '改定のとき: 前の版のどの工程に代わるか（改名・統合・廃止）。そこにある移行はこの工程に移る',
        'in an amendment: phases of the version before for which it stands (renamed, merged, gone); migrations there move here',
      ],
      goLive: [
        '稼働の記録（`system.wentLive`）を残せる最初の工程。書かなければ稼働のない工程表',
        'the first phase in which going live may be recorded; without it the path has none',
      ],
      procurement: [
        '選定が決まるまで文書・所見・契約を非開示にする。書かなければ何も隠さない',
        'what is hidden until a selection is decided; left out, nothing is',
      ],
      'procurement.phases': [
        'その工程。見られるのは、その工程の `owners`・決裁者・`who`、`control` の `facts` `plan` `goBack` `cancel`、監査する職',
        "the phases whose files it is. They are seen by the phase's `owners`, deciders and `who`, by `facts`, `plan`, `goBack` and `cancel` of `control`, and by auditors",
      ],
      'procurement.sees': ['ほかに見せる職', 'posts that see them besides'],
      ...endsOfPath,
      'procurement.rfp': [
        '一つのシステムの調達手続（公募型プロポーザルなど）を誰が行うか。書かなければ始められない',
        'who does what in a procurement of one system (RFP); without it none is opened',
      ],
      'procurement.rfp.runs': [
        '事務局: 公告・質問回答・受付・開封・協議不調の申出を行う職。採点はできない',
        'posts that open it, answer, receive and open the sheets, and say that a negotiation failed; they score nothing',
      ],
      'procurement.rfp.evaluates': [
        '評価者が就いている職・会議体。評価者は手続ごとに名指しする',
        'posts of the evaluators, who are appointed by name for each',
      ],
      'procurement.rfp.decides': [
        '候補者の特定・同点の決定・協議不調の承認・取りやめを行う職・会議体',
        'posts that name the candidate, decide ties, approve that a negotiation failed, and end it',
      ],
      'procurement.rfp.minimums': [
        '段階の間に置く最短の日数',
        'how many days lie at least between two stages',
      ],
      'procurement.rfp.minimums[].from': [
        '起算する段階（その日は数えない）',
        'the stage from which is counted, its day not',
      ],
      'procurement.rfp.minimums[].to': ['そこまでの段階', 'the stage until which is counted'],
      'procurement.rfp.minimums[].days': ['最短の日数', 'how many days at least'],
      'procurement.rfp.minimums[].count': [
        '`days` 暦の日（書かないとき）、`openDays` 開庁日',
        'days of the calendar (default), or `openDays`',
      ],
      'procurement.rfp.minimums[].basis': ['根拠の規則', 'the rule that says so'],
      'procurement.rfp.minimums[].urgentDays': [
        '急を要する理由があるときの最短の日数。書かなければ短縮できない',
        'as few as this with a reason of urgency; without it no shorter period is taken',
      ],
      'procurement.rfp.hours': [
        '質問・参加表明・提案書の締切を置ける時刻の範囲。書かなければ何時でもよい（閉庁日と半日閉庁は別に断られる）',
        'the hours of the day within which questions, applications and proposals may end; any where left out (closed days and half days are refused anyway)',
      ],
      'procurement.rfp.hours.from': ['この時刻から', 'from this time of day on'],
      'procurement.rfp.hours.until': ['この時刻まで', 'until this time of day'],
      'procurement.rfp.hours.basis': ['根拠の規則', 'the rule that says so'],
      'procurement.rfp.whosePrices': [
        '価格点の式で誰の価格を比べるか。all は採点の対象となった者すべて、reachingMinimum は最低基準点（minimumTechnical）に達した者だけ。手続の条件や審査にあれば、そちらによる。書かなければ all',
        'whose prices a formula compares: of all who are scored, or of those alone who reach `minimumTechnical`; terms and rounds may say otherwise; all where left out',
      ],
      ...roundFields,
      control: ['関門の承認のほかに、誰が何をできるか', "who may do what is no gate's approval"],
      'control.hold': ['中断・再開できる職', 'who may hold and resume'],
      'control.cancel': ['中止を決める職・会議体', 'who decides a cancellation'],
      'control.plan': ['予定を変えられる職', 'who may change the plan'],
      'control.goBack': ['工程を戻す', 'going back to a phase'],
      'control.goBack.propose': ['申し出られる職', 'who may propose it'],
      'control.goBack.approve': ['承認できる職・会議体', 'who may approve it'],
      'control.steps': ['40ステップの状況を申告できる職', 'who may record the national steps'],
      'control.facts': [
        '予算の議決・選定結果・契約を記録できる職',
        'who may record budget, selection and contract',
      ],
      'control.regime': ['特定移行支援を扱う職', 'who deals with the special transition'],
      nationalSteps: [
        '40ステップを報告しない工程表（連携基盤）は `false`。工程に `steps` は書けない',
        '`false` for what reports no 40 steps (連携基盤); then its phases name none',
      ],
      stepsBefore: [
        '工程が始まる前に済んでいるステップ',
        'national steps that are over before the path begins',
      ],
      'stepsBefore.steps': ['そのステップ', 'those steps'],
    },
  },
  gate: {
    title: ['関門', 'a gate'],
    before: [
      '工程の `gate` と、システムの `changes` の `gate` は同じ形です。',
      "A phase's `gate` and the one in a system's `changes` have the same shape.",
    ],
    fields: {
      id: ['関門を指す名前', 'what the gate is called'],
      label: ['画面と報告での名前', 'its name on pages and reports'],
      order: [
        '`any` なら、書いた順によらず決める（八つの区の承認が並んで進むなど）。先に決めるべき者だけ `after` に書く',
        '`any`: bodies decide side by side, in any order but for what their `after` says (eight wards)',
      ],
      'approvals[].after': [
        '`order: any` の関門で、先に決める会議体・部署。揃うまで決められない',
        'at a gate in any order: bodies that decide before this one',
      ],
      approvals: [
        '承認する会議体・部署。書いた順に決める。`matter` だけで決めるなら `[]`',
        'bodies that approve, each once those before it have; `[]` where the `matter` alone decides',
      ],
      'approvals[].body': ['会議体・部署の `id`', 'the `id` of a body'],
      'approvals[].quorum': [
        '承認する人数（別々の人。審査に出した人は数えない）。`過半数`（`majority`）なら `members` の過半数で、人数が変わればそれに従う',
        'how many different people approve, none of whom submitted; `majority` is more than half of `members`, and follows them',
      ],
      matter: [
        '決裁の種類（計画の `decisions.matters` の `id`）。`approvals` の後に、金額に応じた専決の職が決める',
        'what it decides (the `id` of one of `decisions.matters`): after `approvals`, the post that decides the amount alone',
      ],
      conditions: ['通る前に揃うべきこと。なければ `[]`', 'what must hold before it opens; `[]` for nothing'],
    },
  },
  condition: {
    title: ['関門の条件', "a gate's condition"],
    fields: {
      label: ['画面と報告での名前', 'its name on pages and reports'],
      hard: [
        '`true` は無いと断る。`false` は警告し、承認の記録に残す',
        '`true` refuses; `false` warns, and is kept with the approval',
      ],
      who: ['用意できる職。知らせが届く', 'who can supply it; they are told'],
      'kind: evidence': ['証拠文書があること', 'a document is there'],
      evidence: ['文書の種類（証拠文書の `kind`）', "the kind of document (a piece of evidence's `kind`)"],
      'kind: milestone': ['ほかの移行が節目に達していること', 'another migration has reached a milestone'],
      system: ['待つシステム', 'the system that is waited for'],
      milestone: ['その工程表が `announces` で知らせる節目', 'the milestone that its path `announces`'],
      'kind: steps': ['40ステップが完了済みか対象外であること', 'national steps are done or do not apply'],
      steps: ['そのステップ', 'those steps'],
      'kind: fact': ['ある事実が記録されていること', 'a fact is recorded'],
      fact: [
        '`budgetVoted` 予算の議決、`obligationVoted` 債務負担行為の議決、`estimateRecorded` 見積、`selectionRecorded` 選定結果、`contractRequested` 契約執行伺書、`contractRecorded` 契約、`piaDone` 特定個人情報保護評価の公表（または評価不要の判断）、`ordinancesPromulgated` 条例・規則の公布、`ordinancesInForce` その施行、`rehearsalPassed` データ移行リハーサルの合格、`readinessJudged` 移行可の判定、`wentLive` 稼働、`stabilised` 安定化期間の終了、`dataConforms` データ要件への適合、`linkageConforms` 連携要件への適合',
        '`budgetVoted`, `obligationVoted`, `estimateRecorded`, `selectionRecorded`, `contractRequested`, `contractRecorded`, `piaDone` (published, or judged not to be needed), `ordinancesPromulgated`, `ordinancesInForce`, `rehearsalPassed`, `readinessJudged` (go), `wentLive`, `stabilised`, `dataConforms` or `linkageConforms`',
      ],
    },
  },
};
