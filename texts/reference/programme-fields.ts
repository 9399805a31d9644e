// What the fields of programme.yaml, calendar.yaml and accounts.yaml mean.
import type { Explained } from './said.ts';

export const programmeFields: Readonly<Record<string, Explained>> = {
  'programme.yaml': {
    title: ['計画そのもの', 'the programme itself'],
    fields: {
      version: ['計画の版。内容を変えたら上げる', 'version of the programme; raise it when anything changes'],
      code: ['団体コード（検査数字を含む6桁）', 'municipality code, check digit included'],
      name: ['計画の名前', 'its name'],
      rehearsal: [
        '演習なら `true`、実運用なら `false`。同じ団体コードの実運用の計画と並べる演習なら `{ as: 印 }`',
        '`true` for a rehearsal, `false` for the real thing; `{ as: mark }` for a rehearsal that stands beside the real programme of the same code',
      ],
      'rehearsal.as': [
        '演習の印。計画の名は `131121-r`、アカウントは `tanaka-r` のように、印を付けたものになる',
        'its mark: the programme is then called `131121-r`, and its accounts are `tanaka-r` and so on',
      ],
      startAt: [
        '時計の始まりの日時（時差がなければ日本時間）。実運用では計画の始まりの日',
        'where the clock starts (Japan time without an offset); in a real programme the day it begins',
      ],
      waves: ['期の一覧', 'the waves'],
      'waves[].id': ['期を指す名前', 'what the wave is called in these files'],
      'waves[].label': ['画面と報告での名前', 'its name on pages and reports'],
      'waves[].note': ['報告に付く注', 'a note that its report bears'],
      businesses: ['20業務と共通機能のすべて', 'all 20 businesses and the common functions'],
      'businesses[].name': ['業務の名前（通称でもよい）', 'the business, by its official name or an alias'],
      'businesses[].applies': ['この団体の対象か', 'whether this municipality has it'],
      'businesses[].reason': ['対象外の理由。対象外なら必須', 'why not; needed where it does not apply'],
      bodies: ['会議体・部署など、決め、行う者', 'committees and divisions: who decides and acts'],
      'bodies[].id': ['会議体・部署を指す名前', 'what the body is called in these files'],
      'bodies[].label': ['画面と報告での名前', 'its name on pages and reports'],
      'bodies[].members': [
        '人数。定足数の上限。関門のほかの決定（中止・工程を戻すなど）の定足数は、どれかの関門が求める最大、どの関門も求めなければ過半数',
        'how many people; no quorum is larger. Outside gates (cancelling, going back) as many must agree as any gate asks of it, and the majority where none does',
      ],
      'bodies[].term': [
        '任期。その外の日には、この会議体・職としては誰も何も行えない（行った日でも、記録する日でも）。書かなければ、いつでも',
        'its term: outside it nobody acts for it, neither on the day claimed nor on the day it is recorded; always where left out',
      ],
      'bodies[].term.from': ['任期の初日', 'the first day of the term'],
      'bodies[].term.until': [
        '任期の末日。この後まで残りそうな関門は、読み込みと改定の下見が示す',
        'its last day; loading, and the preview of an amendment, name the gates that would be left after it',
      ],
      'bodies[].meets': [
        '会議の決まり。書けば、この会議体は会議か書面開催で決め、委員ひとりの承認では決まらない。書かなければ、一人ずつの承認で決める',
        'its rules for meetings: with them it decides in meetings or by circulation, and no member decides alone; one voice after the other where left out',
      ],
      'bodies[].meets.chair': [
        '議長。`post`（その職にもある委員）か `account` の一方',
        'who presides: `post`, the member who also holds it, or `account`',
      ],
      'bodies[].meets.chair.post': [
        'その職にもある委員が議長',
        'the member who also holds this post presides',
      ],
      'bodies[].meets.chair.account': ['この委員が議長', 'this member presides'],
      'bodies[].meets.deputyChair': [
        '議長が欠席・除斥のときの議長。どちらもいなければ出席者が選ぶ',
        'presides where the chair is away or recused; after that whoever the members choose',
      ],
      'bodies[].meets.deputyChair.post': ['その職にもある委員', 'the member who also holds this post'],
      'bodies[].meets.deputyChair.account': ['この委員', 'this member'],
      'bodies[].meets.quorum': [
        '会議の定足数（出席する人数）。`majority` 過半数、`half` 半数、または人数。除斥された委員は数えない',
        'how many are present at least: more than half, half, or a number. Who is recused does not count',
      ],
      'bodies[].meets.carriedBy': [
        '可決の決まり。`voting` 賛否を投じた人の過半数、`present` 出席して採決に加わる人の過半数（棄権は反対と同じに働く）',
        'by what something is carried: more than half of those voting for or against, or of all who are present and may vote',
      ],
      'bodies[].meets.tie': [
        '可否同数のとき。`chair` 議長は採決に加わらず決する、`second` 議長は委員としても投じ、さらに決する、`lost` 否決',
        'what a tie comes to: `chair`, who does not vote, decides; `second`: votes and decides besides; `lost`: it is not carried',
      ],
      'bodies[].meets.circulation': [
        '書面開催を認める。書かなければ認めない',
        'it may decide by circulation; it may not where left out',
      ],
      'bodies[].meets.circulation.quorum': ['書面開催の定足数（回答する人数）', 'how many answer at least'],
      'bodies[].meets.deputies': ['代理出席・代理の回答を認めるか', 'whether a deputy may take a seat'],
      'bodies[].meets.minutes': ['閉会に議事録を求めるか', 'whether it is closed with its minutes only'],
      'bodies[].meets.secretariat': [
        '招集し、出席・採決・議決を登録する職（事務局）。書かなければ `control`',
        'posts that convene it and record what it decides; those of `control` where left out',
      ],
      occurrences: [
        '期限を数える出来事（条例の公布、議会の解散、事業者の破産など）。あった日は後で登録する（`sekimori occurrence record`）',
        'what may happen around the programme and deadlines are counted from; recorded when it happens (`sekimori occurrence record`)',
      ],
      'occurrences[].id': ['出来事を指す名前', 'what it is called in these files'],
      'occurrences[].label': ['期限の説明と通知での名前', 'its name in derivations and notices'],
      control: [
        '計画全体の出来事・会議を登録し、演習の時計を動かせる職',
        "posts that record events and meetings of the programme and move a rehearsal's clock",
      ],
      amend: [
        '計画の改定を誰が提案し承認するか。書かなければ `control` の2名',
        'who proposes and approves amendments; two of `control` where left out',
      ],
      'amend.propose': ['提案できる職', 'posts that may propose'],
      'amend.approve': ['承認できる職・会議体', 'posts and bodies that may approve'],
      'amend.quorum': [
        '承認する人数。提案した本人は数えない',
        'how many approve; whoever proposed does not count',
      ],
      decisions: [
        '決裁の決まり。書かなければ、専決の表・職務の分離の追加・後閲の期限はなく、決裁の対象も記録しない',
        'how the office decides; without it there is no table of 専決, no more duties are apart, no rule for 後閲, and no bundle is kept',
      ],
      'decisions.matters': [
        '専決規程：決裁の種類ごとに、金額までを誰が決めるか',
        'who decides which kind of matter alone, by amount (専決)',
      ],
      'decisions.matters[].id': [
        '決裁の種類を指す名前（関門の `matter`）',
        "what the matter is called (a gate's `matter`)",
      ],
      'decisions.matters[].label': ['画面と報告での名前', 'its name on pages and reports'],
      'decisions.matters[].powers': [
        '金額の小さい順に。最後の行には `upToYen` を書かない',
        'the lowest amount first; the last row has no `upToYen`',
      ],
      'decisions.matters[].powers[].post': [
        '決める職（`bodies` の `id`）',
        'who decides (the `id` of a body)',
      ],
      'decisions.matters[].powers[].upToYen': [
        'その職が決める額の上限（円、その額を含む）。額は契約の総額、なければ見積、なければ予算。書かなければ上限なし',
        "up to which amount in yen, itself included: of the contract's total, else the estimate, else the budget; any where left out",
      ],
      'decisions.matters[].basis': ['根拠とする規程', 'the rule it stands in'],
      'decisions.matters[].assumed': [
        '出典にないことの理由',
        'why it stands here although no source says it',
      ],
      'decisions.separate': [
        '同じ人が移行全体を通じて兼ねられない二つの職務の組（`drafter` 起案、`estimator` 積算、`scorer` 採点、`approver` 承認、`contract` 契約、`acceptance` 検収）。書かなくても、起案した人は承認できない',
        'pairs of duties that one person may not both have in a migration; whoever drafted approves nothing whatever stands here',
      ],
      'decisions.seenWithin': [
        '代決の後、何開庁日以内に後閲するか（代理の指定に期限がないとき）。過ぎると知らせ、遅れと示す',
        'open days within which a 代決 is looked at, where its deputy’s appointment says no day; reminded, and shown as late',
      ],
      closed: [
        '計画を終えた理由。改定（`sekimori amend close`）で書き足す。すべてのシステムが稼働・対象外・廃止・中止のときだけ',
        'why the programme is closed; added by an amendment (`sekimori amend close`), once every system is live, retired or cancelled',
      ],
      sight: [
        '一部のシステムだけを受け持つ職に何を見せるか',
        'what who holds posts in some systems sees of the others',
      ],
      'sight.otherSystems': [
        '`hidden` 見せない（`sight` を省いたとき）。`outline` 一覧で名前・工程・状態・稼働だけ',
        '`hidden`: nothing, also where `sight` is left out; `outline`: on the board their name, phase, state and whether they are live',
      ],
    },
  },
  'calendar.yaml': {
    title: ['開庁日の暦', 'the calendar of open days'],
    before: [
      '土曜と日曜は書かなくても閉庁日です。',
      'Saturdays and Sundays are closed without being written.',
    ],
    fields: {
      id: ['暦の名前', "the calendar's name"],
      version: ['暦の版。内容を変えたら変える', 'its version; another one when anything changes'],
      source: ['出典（条例、暦要項）', 'where it comes from'],
      firstYear: ['書かれている最初の年', 'the first year that it covers'],
      lastYear: ['書かれている最後の年', 'the last year that it covers'],
      provisionalFrom: [
        'この日から先の祝日は未確定（暦要項は毎年2月に出る）',
        'from this day on the national holidays are not fixed yet',
      ],
      holidays: ['国民の祝日・休日と、一度だけの閉庁日', 'national holidays, and days that are closed once'],
      'holidays[].on': ['その日', 'the day'],
      'holidays[].name': ['その名前', 'its name'],
      yearly: ['条例で毎年閉める日', 'days that an ordinance closes every year'],
      'yearly[].days': ['月日（`12-29`）の一覧', 'month and day each (`12-29`)'],
      'yearly[].name': [
        '期限の数え方を示すときの名前（`年末年始`）。`custom` を書いた暦で使う',
        'what they are called where a date is explained; used where `custom` is written',
      ],
      'yearly[].basis': ['根拠', 'what they rest on'],
      custom: [
        '民法142条の「取引をしない慣習」のある月日（`12-31`）。なければ `[]`。書くと、閉庁日ごとに祝日・慣習・条例のどれかを暦に残し、期限の説明に使う。`roll: civil-142` には要る',
        "days on which by custom nothing is dealt (民法142条), as `12-31`; `[]` for none. Once written, the calendar keeps of each day whether it is a holiday, one of custom or the ordinance's own. `roll: civil-142` needs it",
      ],
      halfDays: ['早く閉庁する日', 'days on which the office closes early'],
      'halfDays[].days': ['月日（`12-28`）の一覧', 'month and day each (`12-28`)'],
      'halfDays[].closesAt': [
        '閉庁の時刻。その日の期限は、期限の時刻より早ければここまで',
        'when it closes: a deadline of that day ends then, where its own time of day is later',
      ],
      'halfDays[].from': ['この日から', 'from this day on'],
      'halfDays[].until': ['この日まで', 'up to this day'],
      'halfDays[].name': ['期限の説明での名前', 'what it is called where a date is explained'],
      'halfDays[].basis': ['根拠', 'what it rests on'],
      recurring: ['月の決まった曜日の休み', 'weekdays of a month that are closed again and again'],
      'recurring[].on': [
        '月の何番目の何曜日か。第5がない月は休みにならない',
        'which weekday of a month; a month without a fifth one has none',
      ],
      'recurring[].months': [
        'その月だけなら月の番号（3 は3月）。書かなければ毎月',
        'months by number; every month where left out',
      ],
      'recurring[].from': ['この日から', 'from this day on'],
      'recurring[].until': ['この日まで', 'up to this day'],
      'recurring[].name': ['期限の説明での名前', 'what they are called where a date is explained'],
      'recurring[].basis': ['根拠', 'what they rest on'],
      single: ['一日だけの閉庁・開庁（ほかの決まりの後に効く）', 'single days, after every rule'],
      'single.closed': ['この日だけ閉庁する', 'closed on these days'],
      'single.open': ['この日だけ開庁する', 'open on these days after all'],
    },
  },
  'accounts.yaml': {
    title: ['演習で使う人', "a rehearsal's people"],
    before: [
      '演習（`rehearsal: true`）だけのものです。実際の計画にあれば読み込みを断ります。人は `sekimori people add` と `sekimori people grant` で加えます。',
      'For a rehearsal alone; a real programme that has it is refused. People are added with `sekimori people add` and `sekimori people grant`.',
    ],
    fields: {
      accounts: ['演習で使う人の一覧', 'who may sign in'],
      'accounts[].id': [
        'アカウント（`admin`・`operator`・`sekimori` など関守が使う名前は断る）',
        'the account (names that Sekimori itself uses, like `admin`, are refused)',
      ],
      'accounts[].name': ['氏名', "the person's name"],
      'accounts[].posts': ['持つ職', 'the posts they hold'],
      'accounts[].posts[].post': ['会議体・部署の `id`', 'the `id` of a body'],
      'accounts[].posts[].systems': [
        'そのシステムだけの職なら、システムの `id`。書かなければ計画全体',
        'systems that the post is for; the whole programme where left out',
      ],
      'accounts[].until': [
        '職の終わりの日。書かなければ年度末',
        'last day of the posts; the end of the fiscal year where left out',
      ],
      'accounts[].administrator': ['管理者か', 'whether an administrator'],
    },
  },
};
