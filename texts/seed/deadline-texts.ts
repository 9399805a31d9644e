// Sentences for deadlines in a seed that do not fit their paths or could never be met, moved or told, in Japanese and English.
import type { LawRoll, ProblemFacts } from '../../machines/seed/problem.ts';
import { deadlineKindText } from '../deadline/words.ts';
import { both, type ProblemText, suggestion } from './shape-texts.ts';

type Code = Extract<keyof ProblemFacts, `deadline.${string}`>;
type Texts = { [C in Code]: (facts: ProblemFacts[C]) => ProblemText };

const edges: Record<ProblemFacts['deadline.neverReached']['edge'], [string, string]> = {
  submitted: ['審査に出す', 'submitted'],
  left: ['終える', 'left'],
};

const laws: Record<LawRoll, [string, string]> = {
  'civil-142': ['民法142条', 'Civil Code, art. 142,'],
  'autonomy-4-2-4': ['地方自治法4条の2第4項', 'Local Autonomy Act, art. 4-2(4),'],
};
const notPeriods: Record<'fixed' | 'plan' | 'backward' | 'undecided' | 'each', [string, string]> = {
  fixed: ['決まった日', 'a fixed date'],
  plan: ['予定の日', 'a planned day'],
  each: ['予定の日', 'a planned day'],
  undecided: ['未定の日', 'a day that is undecided'],
  backward: ['前へ数えた期限', 'a period counted backward'],
};

export const deadlineTexts: Texts = {
  'deadline.form': () =>
    both(
      ['期限の決め方が定まりません', 'how this deadline falls is not settled'],
      [
        'rule: と metBy: の両方、または eachPhase: true だけ',
        'both "rule:" and "metBy:", or "eachPhase: true" alone',
      ],
    ),
  'deadline.appliesToNothing': ({ deadline }) =>
    both(
      [
        `期限「${deadline}」はどのシステムにも当てはまりません`,
        `deadline "${deadline}" applies to no system`,
      ],
      ['appliesTo: の waves・paths・systems を見直す', 'look at waves, paths and systems under "appliesTo:"'],
    ),
  'deadline.phaseNotOnPath': ({ phase, path, system, known }) =>
    both(
      [
        `システム ${system} の工程表「${path}」に工程「${phase}」はありません`,
        `path "${path}" of system ${system} has no phase "${phase}"`,
      ],
      suggestion(null, known),
    ),
  'deadline.reminderTwice': ({ reminder }) =>
    both(
      [`通知 ${reminder} 日が二度出てきます`, `reminder ${reminder} appears twice`],
      ['一度だけ書く', 'name it once'],
    ),
  'deadline.reminderTooLate': ({ at, reminderAt }) =>
    both(
      [
        `当日の通知（0）は ${reminderAt} に届きます。期限は ${at} なので、過ぎた後になります`,
        `the notice on the day (0) goes out at ${reminderAt}: after the deadline at ${at}`,
      ],
      ['0 を -1 にするか、at: を遅くする', 'write -1 in place of 0, or a later "at:"'],
    ),
  'deadline.madeTwice': ({ id, other, system }) =>
    both(
      [
        `「${other}」から生まれる期限と、id「${id}」が重なります（システム ${system}。eachPhase は id に工程の id を付ける）`,
        `"${id}" is also what "${other}" makes for system ${system}: eachPhase adds the phase's id to its own`,
      ],
      ['どちらかの id を変える', 'rename one of the two'],
    ),
  'deadline.ownMilestone': ({ system }) =>
    both(
      [
        `システム ${system} は自分の節目を知らされないので、この期限を数え始められません`,
        `system ${system} is not told its own milestone: its deadline would never be counted`,
      ],
      [
        `except: に ${system} を加え、そのシステムには工程の edge: left から数える期限を別に書く`,
        `put ${system} under "except:", with a deadline of its own from a phase's "edge: left"`,
      ],
    ),
  'deadline.neverLive': ({ system, path }) =>
    both(
      [
        `システム ${system} の工程表「${path}」に稼働の工程（goLive:）がなく、この期限は達成できません`,
        `path "${path}" of system ${system} has no "goLive:" phase: this deadline can never be met`,
      ],
      [
        'goLive: を書くか、metBy: に工程を書く（{ phase: …, edge: entered }）',
        'write "goLive:", or a phase under "metBy:" ({ phase: …, edge: entered })',
      ],
    ),
  'deadline.neverReached': ({ phase, edge, system }) =>
    both(
      [
        `最後の工程「${phase}」は関門がなく、${edges[edge][0]}ことがありません（システム ${system}）`,
        `the last phase "${phase}" has no gate and is never ${edges[edge][1]} (system ${system})`,
      ],
      ['edge: entered、または前の工程', '"edge: entered", or an earlier phase'],
    ),
  'deadline.rollsForward': ({ kind }) =>
    kind === 'fixed'
      ? both(
          ['決まった日は、閉庁日でも後ろへ動きません', 'a fixed date does not move, also on a closed day'],
          [
            'roll: none（閉庁日なら警告される）、または previous',
            '"roll: none" (a closed day is warned of), or previous',
          ],
        )
      : both(
          [
            '前へ数えた期限は、後ろへ動かすと遅すぎます',
            'a period counted backward would be too late, moved forward',
          ],
          ['roll: previous、または none', '"roll: previous", or none'],
        ),
  'deadline.rollOfLaw': ({ roll, kind }) =>
    both(
      [
        `${laws[roll][0]}は、出来事から後へ数える期間の末日の定めです。${notPeriods[kind ?? 'each'][0]}には当てはまりません`,
        `${laws[roll][1]} speaks of the end of a period counted forward, and not of ${notPeriods[kind ?? 'each'][1]}`,
      ],
      kind === 'backward'
        ? ['roll: previous、または none', '"roll: previous", or none']
        : [
            'roll: none（閉庁日なら警告される）、または previous',
            '"roll: none" (a closed day is warned of), or previous',
          ],
    ),
  'deadline.rollWithoutLaw': () =>
    both(
      [
        '地方自治法4条の2第4項は、法律か法律に基づく命令が期間を定める、役所への申請・届出などの期限だけのものです。内部の期限には当てはまりません',
        'Local Autonomy Act, art. 4-2(4), is of filings to the office within a period that a law or order sets, not of deadlines within the office',
      ],
      [
        'rule: に期間を定める条文を law: と書くか、内部の期限なら roll: none か next',
        'name what sets the period under "rule:" as "law:", or write "roll: none" or next for one of your own',
      ],
    ),
  'deadline.rollOfKind': ({ kind }) =>
    both(
      [
        `地方自治法4条の2第4項は、法律か法律に基づく命令が期間を定める、役所への申請・届出などの期限だけのものです。種別が${deadlineKindText[kind].ja}（${kind}）の期限には当てはまりません`,
        `Local Autonomy Act, art. 4-2(4), is of filings to the office within a period that a law or order sets, not of deadlines of the kind "${kind}"`,
      ],
      [
        '法令が期間を定めるものなら kind: statutory（rule: に law:）、そうでなければ roll: next か none。契約の期間の末日なら roll: civil-142（民法142条）',
        '"kind: statutory", with "law:" under "rule:", where a law sets the period; else "roll: next" or none, or civil-142 for the end of a period in a contract',
      ],
    ),
  'deadline.customUnsaid': () =>
    both(
      [
        '民法142条の休日（日曜日・祝日・取引をしない慣習のある日）が暦から分かりません。土曜日や条例の休日は、それだけでは当たりません',
        "the calendar does not tell the days of Civil Code, art. 142 (Sundays, holidays, days of custom) from the ordinance's own",
      ],
      [
        'calendar.yaml に custom: ["12-31", "01-02", "01-03"] のように書く（なければ []）',
        'write "custom:" in calendar.yaml, as in ["12-31", "01-02", "01-03"], or []',
      ],
    ),
  'deadline.shutForEver': ({ deadline }) =>
    both(
      [
        `期限「${deadline}」は hard で、延ばせる職がなく、日も動きません。過ぎると関門は二度と開きません`,
        `"${deadline}" is hard, nobody may extend it and nothing moves its day: once missed, the gate never opens again`,
      ],
      [
        'extendableBy: に職を書く。本当に誰も延ばせないなら extendableBy: nobody、または hard: false にする',
        'name a post under "extendableBy:"; where really nobody may, write "extendableBy: nobody", or set "hard: false"',
      ],
    ),
  'deadline.extendableUnsaid': ({ deadline }) =>
    both(
      [
        `期限「${deadline}」は hard なのに、誰が延ばせるかが書かれていません`,
        `"${deadline}" is hard, and it is not said who may extend it`,
      ],
      [
        'extendableBy: に職を書く。誰も延ばせないなら extendableBy: nobody と書く',
        'name a post under "extendableBy:"; where nobody may, write "extendableBy: nobody"',
      ],
    ),
  'deadline.toldTwice': () =>
    both(
      ['reminders と ladder の両方があります', 'it has both "reminders" and a "ladder"'],
      [
        'どちらか一つにする（reminders は暦の日、ladder は開庁日で数える）',
        'keep one: reminders count calendar days, a ladder open days',
      ],
    ),
  'deadline.undecidedReminders': () =>
    both(
      [
        '未定の期限には、日が決まるまで問い合わせる ladder が要ります。reminders では問い合わせられません',
        'a deadline without a day asks for it by its ladder; reminders ask nobody',
      ],
      ['reminders: を外す', 'leave "reminders:" out'],
    ),
  'deadline.rungTwice': ({ days }) =>
    both(
      [`${days}開庁日が二度出てきます`, `${days} open days appear twice`],
      ['一度だけ書く', 'name it once'],
    ),
};
