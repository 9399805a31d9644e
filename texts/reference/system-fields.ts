// What the fields of systems.yaml and deadlines.yaml mean, with those of plans and of a deadline's rule.
import type { Explained } from './said.ts';

export const systemFields: Readonly<Record<string, Explained>> = {
  'systems.yaml': {
    title: ['業務システムと予定', 'systems and their plans'],
    fields: {
      plans: ['期ごとの予定。期の `id` を項目名とする', 'plans by the `id` of a wave'],
      systems: ['業務システムの一覧', 'the systems'],
      'systems[].id': ['システムを指す名前', 'what the system is called in these files'],
      'systems[].name': ['画面と報告での名前', 'its name on pages and reports'],
      'systems[].businesses': ['載せる業務', 'the businesses that it carries'],
      'systems[].part': [
        '業務の一部だけを載せるとき、その範囲（載せる業務のすべてについて）',
        'which part of its businesses it carries, where not the whole of them',
      ],
      'systems[].parts': [
        '業務ごとに、一部だけを載せる業務とその範囲（`個人住民税: 特別徴収`）。ここにない業務は全部を載せる。`part` とは併用しない',
        'of each business that it carries a part of, which (`個人住民税: …`); it carries the others whole. Not together with `part`',
      ],
      'systems[].wave': ['期', 'its wave'],
      'systems[].path': ['工程表', 'its path'],
      'systems[].roles': [
        '工程表と期限が言う職を、このシステムでは誰が務めるか（`business-division: tax-division` なら、所管課とあるところがすべて税務課になる）。工程を一つずつ変えなくてよい',
        'who holds in this system a post that its path and deadlines speak of (`business-division: tax-division`): everywhere at once, without changing each phase',
      ],
      'systems[].assumed': [
        '調達単位が資料にないのに一つのシステムとした理由',
        'why it is taken to be one system, where no source names the procurement unit',
      ],
      'systems[].retired': [
        '改定のとき、移行を終える。`id` と行は残し、これを待つ関門の条件は外す',
        'in an amendment: its migration ends. Its `id` and lines stay, and nobody waits for it any more',
      ],
      'systems[].retired.as': [
        '対象外（notApplicable）、廃止（withdrawn）、分割（split）、統合（merged）のどれか',
        'whether it does not apply, is withdrawn, split or merged',
      ],
      'systems[].retired.reason': ['その理由', 'why'],
      'systems[].retired.heirs': [
        '分割・統合のとき、引き継ぐシステムの `id`（8つまで）。引き継ぐ側には `continues` を書く',
        'where it is split or merged: the `id`s of the systems that go on with it (up to 8); each of them says `continues`',
      ],
      'systems[].retired.figures': [
        '選定と契約を引き継ぐシステム。省略すると元のシステムに残り、報告では一度だけ数える',
        'which of them has its selection and contract; left out, they stay with it. Reports count them once',
      ],
      'systems[].continues': [
        '分割・統合で、ほかのシステムを引き継ぐとき。担う業務のステップと文書を受け継ぐ',
        'it goes on with others that are split or merged: it takes their documents, and the steps of the businesses that it carries',
      ],
      'systems[].continues.from': ['引き継ぐ元のシステム', 'the systems that it goes on with'],
      'systems[].continues.phase': [
        '新しいシステムが始まる工程。元のシステムのある工程か、それより前（省略すると元のある工程）',
        'where a new system begins: where they stand, or earlier; where they stand if left out',
      ],
      'systems[].plan': [
        '期の予定のうち、このシステムだけ違う工程',
        "dates that replace the wave's, phase by phase",
      ],
      'systems[].ownPlan': [
        '期の予定に代わる、このシステムの予定の全部。書かない工程は未定',
        "its whole plan in place of the wave's; a phase left out has no dates",
      ],
      'systems[].skips': [
        '通らない工程。そのステップは対象外になる',
        'phases that it leaves out; their national steps do not apply',
      ],
      'systems[].skips[].phase': ['その工程', 'the phase'],
      'systems[].skips[].reason': ['通らない理由', 'why'],
      'systems[].changes': [
        'このシステムだけ違う工程。書かないところは工程表のまま',
        'what it does otherwise in a phase; what is left out stays as its path says',
      ],
      'systems[].changes[].phase': ['その工程', 'the phase'],
      'systems[].changes[].reason': ['違う理由', 'why'],
      'systems[].changes[].label': ['工程の名前', "the phase's name"],
      'systems[].changes[].owners': ['審査に出す職', 'posts that submit it for review'],
      'systems[].changes[].gate': ['関門の全部', 'the whole gate'],
      'systems[].awaits': [
        'ほかの移行の節目を待つ（工程表の条件に加えて）',
        'milestones of other systems that one of its gates waits for, besides those of its path',
      ],
      'systems[].awaits[].phase': ['どの工程の関門で待つか', 'whose gate waits'],
      'systems[].awaits[].system': ['待つシステム', 'the system that is waited for'],
      'systems[].awaits[].milestone': ['その節目', 'its milestone'],
      'systems[].awaits[].label': ['画面と報告での名前', 'its name on pages and reports'],
      'systems[].awaits[].hard': ['`true` は断る、`false` は警告する', '`true` refuses, `false` warns'],
      'systems[].awaits[].who': ['知らせる職', 'who is told'],
    },
  },
  plan: {
    title: ['予定', 'planned dates'],
    before: ['`plans`・`plan`・`ownPlan` の一件ずつの形です。', 'One item of `plans`, `plan` or `ownPlan`.'],
    fields: {
      phase: ['工程', 'the phase'],
      startOn: ['始まる日または月', 'the day or month in which it begins'],
      endOn: ['終わる日または月', 'the day or month in which it ends'],
    },
  },
  'deadlines.yaml': {
    title: ['期限の型', 'deadlines'],
    fields: {
      ladders: [
        '知らせる段取り。`reminders` のない期限に効く。期限の `ladder`、種別、`all` の順に、書いた項目が優先する',
        'when deadlines without `reminders` are told: what a deadline says itself comes first, then what its kind does, then `all`',
      ],
      'ladders.all': ['reminders のないすべての期限の段取り', 'all deadlines without reminders'],
      'ladders.statutory': ['法定の段取り', 'statutory ones'],
      'ladders.budget': ['予算の段取り', 'of the budget'],
      'ladders.council': ['議会の段取り', 'of the council'],
      'ladders.procurement': ['調達の段取り', 'of a procurement'],
      'ladders.contract': ['契約の段取り', 'of a contract'],
      'ladders.planned': ['計画の段取り', 'of the plan'],
      'ladders.internal': ['内部の段取り', 'internal ones'],
      deadlines: ['期限の型の一覧', 'the deadlines, each for the systems that it applies to'],
      'deadlines[].id': ['期限を指す名前', 'what the deadline is called'],
      'deadlines[].label': ['画面と知らせでの名前', 'its name on pages and in notices'],
      'deadlines[].basis': ['根拠（法令・計画・決定）', 'the law, plan or decision it rests on'],
      'deadlines[].kind': [
        '種別: `statutory` 法定、`budget` 予算、`council` 議会、`procurement` 調達、`contract` 契約、`planned` 計画、`internal` 内部。書くと、日を後ろへ動かすときに原因を尋ねる',
        'what kind it is; where it is said, whoever moves a day later is asked for the cause',
      ],
      'deadlines[].appliesTo': [
        '当てはまるシステム。いずれかに当たれば当てはまる',
        'the systems it applies to: any of these',
      ],
      'deadlines[].appliesTo.waves': ['その期のすべて', 'all of these waves'],
      'deadlines[].appliesTo.paths': ['その工程表のすべて', 'all on these paths'],
      'deadlines[].appliesTo.systems': ['そのシステム', 'these systems'],
      'deadlines[].appliesTo.except': ['除くシステム', 'but not these systems'],
      'deadlines[].rule': ['いつか。`metBy` と共に書く', 'when it falls; written together with `metBy`'],
      'deadlines[].metBy': [
        '何で達成か: 工程の節目 `{ phase: rfp, edge: left }` 、稼働の記録 `wentLive`、要件への適合の記録 `dataConforms` データ要件・`linkageConforms` 連携要件',
        'what meets it: a point of the path `{ phase: rfp, edge: left }`, going live, `wentLive`, or conforming with a requirement, `dataConforms` or `linkageConforms`',
      ],
      'deadlines[].metBy.phase': ['工程', 'the phase'],
      'deadlines[].metBy.edge': [
        '`entered` 入った、`submitted` 審査に出した、`left` 出た',
        '`entered`, `submitted` for review or `left`',
      ],
      'deadlines[].eachPhase': [
        '`rule` と `metBy` の代わり。関門のある各工程の予定の終わりを期限とする。`label` の `{phase}` は工程の名前になる',
        "in place of `rule` and `metBy`: one deadline for the planned end of every phase with a gate; `{phase}` in the label is the phase's name",
      ],
      'deadlines[].roll': [
        '閉庁日に当たったとき: `none` 動かさない（注意を示す）、`next` 次の開庁日、`previous` 前の開庁日。後へ数える期間には、`civil-142` 民法142条（日曜日・祝日・慣習のある日だけが翌日になり、土曜日は動かない）、`autonomy-4-2-4` 地方自治法4条の2第4項（条文 `law` のある申請・届出の期間が、団体の休日の翌日になる）',
        "on a closed day: `none` stays (with a caution), `next` or `previous` open day; of a period counted forward also `civil-142` (民法142条: moved from Sundays, holidays and days of custom, not from Saturdays) and `autonomy-4-2-4` (地方自治法4条の2第4項: a filing within a period that a `law` sets is moved from the municipality's days off)",
      ],
      'deadlines[].at': ['時刻', 'the time of day'],
      'deadlines[].hard': [
        '過ぎたら、延長されるまで関門を閉じるか',
        'whether missing it shuts the gate until it is extended',
      ],
      'deadlines[].extendableBy': [
        '延長できる職。誰もできなければ `nobody`（`hard` でなければ `[]` でもよい）',
        'who may extend it; `nobody` where nobody may (or `[]` of one that is not hard)',
      ],
      'deadlines[].reminders': [
        '知らせる日。期限の日からの日数（-30 は30日前、0 は当日、7 は7日後）。省略すると `ladder` になる',
        'when it is told of, in days from its day (-30 is thirty days before, 7 a week after); a ladder where left out',
      ],
      'deadlines[].ladder': ['この期限だけの段取り（開庁日で数える）', 'its own ladder, in open days'],
      'deadlines[].to': ['知らせる職', 'who is told'],
      'deadlines[].followsRegime': [
        '特定移行支援の期日に従うか（指定されたシステムでは、その期日が期限になる）',
        "whether a designated system's own date takes its place (特定移行支援)",
      ],
      'deadlines[].replaces': [
        '改定のとき: 前の版のどの期限を引き継ぐか（既に知らせたことは繰り返さない）',
        'in an amendment: the deadline of the version before that it goes on with; what was told is not told again',
      ],
    },
  },
  ladder: {
    title: ['知らせる段取り', 'ladder'],
    fields: {
      before: [
        '期限の日の何開庁日前に知らせるか（省略すると 30、14、7、3、1）',
        'how many open days before its day it is told; 30, 14, 7, 3 and 1 where left out',
      ],
      onTheDay: [
        '当日の朝に知らせるか（省略すると知らせる）。閉庁日なら前の開庁日',
        'whether its morning is told (it is, where left out); of a closed day on the open day before',
      ],
      weekly: [
        '過ぎたら、達成まで毎週督促するか（省略すると督促する）。閉庁日なら次の開庁日',
        'whether it is told weekly once it is missed, until it is met (it is, where left out); from a closed day on the next open one',
      ],
      escalate: [
        '過ぎたとき、ほかに知らせる職。`to` に空席があれば、初めからこの職に知らせる',
        'who else is told once it is missed; they are told from the start where a post under `to` is vacant',
      ],
      'escalate[].after': ['期限の何開庁日後か', 'how many open days after its day'],
      'escalate[].to': ['知らせる職', 'who is told'],
      undecided: [
        '日が未定の間、決める職に問い合わせる間隔',
        'when whoever must set a day is asked for it while there is none',
      ],
      'undecided.after': [
        '未定になってから何開庁日で初めに問い合わせるか（省略すると10）',
        'first after so many open days (10 where left out)',
      ],
      'undecided.everyWeeks': [
        'その後、何週おきか（省略すると4）',
        'then every so many weeks (4 where left out)',
      ],
    },
  },
  rule: {
    title: ['期限の規則', "a deadline's rule"],
    fields: {
      'kind: fixed': ['その日。閉庁日でも後ろへは動かない', 'that day; it never moves forward'],
      'kind: fixed on': ['その日', 'the day'],
      'kind: plan': ['工程の予定の日。予定が動けば数え直す', 'a planned day; it moves with the plan'],
      'kind: plan phase': ['工程', 'the phase'],
      'kind: plan edge': ['`start` 予定の始まり、`end` 予定の終わり', 'its planned `start` or `end`'],
      'kind: forward': [
        '出来事から後へ。初日は数えない（民法140条。`firstDay` で変えられる）',
        'counted from an event; its own day is not counted (民法140条) unless `firstDay` says so',
      ],
      anchor: [
        '数え始める出来事: 工程の節目 `{ phase, edge }`、ほかのシステムの節目 `{ system, milestone }`、または計画をめぐる出来事 `{ occurrence }`',
        "the event it is counted from: a point of the path, another system's milestone `{ system, milestone }`, or an occurrence around the programme `{ occurrence }`",
      ],
      'anchor.system': ['節目を知らせるシステム', 'the system that tells it'],
      'anchor.milestone': [
        'その工程表が `announces` で知らせる節目',
        'the milestone that its path `announces`',
      ],
      'anchor.occurrence': [
        'programme.yaml の `occurrences` の `id`。登録されるまで期限は待ち、訂正されると数え直す',
        'an `id` of `occurrences` in programme.yaml; the deadline waits until it is recorded, and is counted again where it is corrected',
      ],
      'anchor.phase': ['工程', 'the phase'],
      'anchor.edge': [
        '`entered` 入った、`submitted` 審査に出した、`left` 出た',
        '`entered`, `submitted` for review or `left`',
      ],
      'kind: backward': [
        'ある日から前へ。後ろへは動かない。月までしか分からない予定は、その月の初日から数える',
        'counted back from a day, and never moved forward; from a month, back from its first day',
      ],
      from: ['数え始める日、または工程の予定の日', 'the day it is counted from, or a planned day'],
      'from.phase': ['工程', 'the phase'],
      'from.edge': ['`start` 予定の始まり、`end` 予定の終わり', 'its planned `start` or `end`'],
      'from.fiscalYear': [
        '`end` なら、その日の年度の末日（3月31日）から数える（`length: 20`・`unit: openDays` で年度末の20開庁日前）',
        '`end`: counted back from 31 March of the fiscal year in which that day lies',
      ],
      'kind: undecided': [
        '未定。日が決まるまで、決める職に問い合わせる',
        'no day yet: whoever must set it is asked for it',
      ],
      'kind: undecided setBy': ['日を決める職', 'who sets its day'],
      length: [
        '数える長さ（`days` は3660、`weeks` は520、`months` は120、`years` は10、`openDays` は500まで）',
        'how many (up to 3660 `days`, 520 `weeks`, 120 `months`, 10 `years`, 500 `openDays`)',
      ],
      unit: [
        '`days` 日、`weeks` 週、`months` か月、`years` 年（週・月・年は暦に従う。民法143条）、`openDays` 開庁日',
        '`days`, `weeks`, `months` or `years` (by the calendar, 民法143条), or `openDays`',
      ],
      firstDay: [
        '`counted` なら初日を算入する（午前0時に始まる期間、「公布の日から起算して」）。前へ数えるときは、もとの日を1日目とする',
        '`counted`: the first day counts (a period that begins at midnight, 「…の日から起算して」); counted back, the day itself is the first',
      ],
      clear: [
        '`true` なら期間の全部を間に置き、その外側の日とする（中5日、「10日を経過した日」、少なくとも2週間前）',
        '`true`: the whole period lies between, and the day is the one beyond it (中5日, 「10日を経過した日」)',
      ],
      law: [
        '期間を定める条文。期日の説明に出る。`roll: autonomy-4-2-4` には要る',
        'the law or order that sets the period, named where the date is explained; `roll: autonomy-4-2-4` needs it',
      ],
    },
  },
};
