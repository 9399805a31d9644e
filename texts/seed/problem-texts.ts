// Sentences for what does not fit together in a seed, in Japanese and English: what is wrong, what would be right.

import type { IdKind, ProblemCode, ProblemFacts, SeedProblem } from '../../machines/seed/problem.ts';
import { saidUnder } from '../under-code.ts';
import { refusedText } from './refused-texts.ts';
import { both, type ProblemText, shapeTexts, suggestion } from './shape-texts.ts';

const kindNames: Record<IdKind, [string, string]> = {
  body: ['会議体・部署', 'body'],
  wave: ['期', 'wave'],
  path: ['工程表', 'path'],
  phase: ['工程', 'phase'],
  gate: ['関門', 'gate'],
  system: ['業務システム', 'system'],
  deadline: ['期限', 'deadline'],
  milestone: ['節目', 'milestone'],
  account: ['利用者', 'account'],
  business: ['業務', 'business'],
  holiday: ['休日', 'holiday'],
  plan: ['工程の予定', 'planned phase'],
};

const yen = (amount: number): string => amount.toLocaleString('en-US');
const circleText = (circle: ProblemFacts['milestone.deadlock']['circle']): string =>
  circle.map(({ system, phase }) => `${system}/${phase}`).join(' → ');

type Texts = { [C in ProblemCode]: (facts: ProblemFacts[C]) => ProblemText };

const texts: Texts = {
  ...shapeTexts,
  'id.duplicate': ({ kind, id }) =>
    both(
      [`${kindNames[kind][0]}「${id}」が二度出てきます`, `${kindNames[kind][1]} "${id}" appears twice`],
      ['それぞれ一度だけ書く', 'name each one once'],
    ),
  'id.unknown': ({ kind, id, known, nearest }) =>
    both(
      [`${kindNames[kind][0]}「${id}」はありません`, `there is no ${kindNames[kind][1]} "${id}"`],
      suggestion(nearest, known),
    ),
  'id.reserved': ({ id }) =>
    both(
      [`「${id}」は内部で使う名前です`, `"${id}" is used by the machine itself`],
      ['別の名前にする', 'choose another name'],
    ),
  'code.checkDigit': ({ code, right }) =>
    both(
      [`団体コード ${code} の検査数字が合いません`, `the check digit of 団体コード ${code} is wrong`],
      [`先頭5桁が正しければ "${right}"`, `"${right}", if the first five digits are right`],
    ),
  'business.unlisted': ({ names }) =>
    both(
      [
        `対象か対象外かが書かれていない業務: ${names.join('、')}`,
        `not said to apply or not: ${names.join(', ')}`,
      ],
      [
        'それぞれ applies: true、または applies: false と理由を書く',
        'for each: applies: true, or applies: false with its reason',
      ],
    ),
  'business.reasonMissing': ({ name }) =>
    both(
      [`「${name}」が対象外である理由がありません`, `no reason why "${name}" does not apply`],
      ['reason: に理由を書く（例 都税のため）', 'give the reason under "reason:"'],
    ),
  'business.notApplicable': ({ name, system }) =>
    both(
      [
        `対象外の業務「${name}」をシステム ${system} が持っています`,
        `system ${system} carries "${name}", which does not apply`,
      ],
      [
        'システムから除くか、programme.yaml で applies: true にする',
        'take it out of the system, or set applies: true in programme.yaml',
      ],
    ),
  'business.uncovered': ({ name }) =>
    both(
      [`「${name}」を移行するシステムがありません`, `no system carries "${name}"`],
      [
        'systems.yaml のどれかのシステムに加えるか、対象外とその理由を書く',
        'add it to a system in systems.yaml, or say why it does not apply',
      ],
    ),
  'business.coveredTwice': ({ name, systems }) =>
    both(
      [
        `「${name}」を複数のシステム（${systems.join('、')}）が丸ごと持っています`,
        `"${name}" is carried whole by more than one system (${systems.join(', ')})`,
      ],
      ['それぞれに part: で分担を書く', 'say under "part:" which part each of them takes'],
    ),
  'phase.noWayOn': ({ phase, cutOff }) =>
    both(
      [
        `工程「${phase}」に関門がなく、後の工程（${cutOff.join('、')}）に進めません`,
        `phase "${phase}" has no gate, so ${cutOff.join(', ')} can never be reached`,
      ],
      ['gate: を書く。関門のない工程は最後の一つだけ', 'give it a gate; only the last phase has none'],
    ),
  'phase.lastHasGate': ({ phase }) =>
    both(
      [`最後の工程「${phase}」の関門は先がありません`, `the gate of the last phase "${phase}" leads nowhere`],
      ['gate: を除くか、続きの工程（運用）を書く', 'remove the gate, or add the phase it leads to (運用)'],
    ),
  'phase.skippedEnd': ({ phase }) =>
    both(
      [`「${phase}」は省けない工程です`, `"${phase}" cannot be skipped`],
      ['稼働と最後の工程は残す', 'keep the go-live and the last phase'],
    ),
  'gate.quorumOverMembers': ({ body, quorum, members }) =>
    both(
      [
        `定足数 ${quorum} が「${body}」の人数 ${members} を超え、誰も通れません`,
        `quorum ${quorum} is more than the ${members} members of "${body}": nobody can pass`,
      ],
      [`${members} 以下`, `${members} or less`],
    ),
  'gate.bodyTwice': ({ body }) =>
    both(
      [`「${body}」が同じ関門に二度出てきます`, `"${body}" decides twice in one gate`],
      ['一度だけ書き、必要な人数は quorum: に書く', 'name it once, with the number under "quorum:"'],
    ),
  'accounts.real': () =>
    both(
      [
        '実際の計画の人は、フォルダーからは作れません（accounts.yaml は演習だけのものです）',
        'people of a real programme are not made from a folder: accounts.yaml is for rehearsals',
      ],
      [
        'accounts.yaml を除いて読み込み、sekimori people add と sekimori people grant で加える',
        'leave accounts.yaml out, load, then use sekimori people add and sekimori people grant',
      ],
    ),
  'gate.leavesNobody': ({ phase, bodies, system }) =>
    both(
      [
        `提出した人を除くと、工程「${phase}」を承認できる人が足りません（${bodies.join('、')}${system ? `、システム ${system}` : ''}）`,
        `without whoever submits, too few people are left to approve phase "${phase}" (${bodies.join(', ')}${system ? `, system ${system}` : ''})`,
      ],
      [
        '承認する側に別の人を加えるか、提出と承認を別の部署にする',
        'give the approving body another person, or let another post submit',
      ],
    ),
  'control.leavesNobody': ({ body }) =>
    both(
      [
        `手戻りを提案する人と認める人が同じ一人になります（${body}）`,
        `one and the same person would propose and approve going back (${body})`,
      ],
      ['認める側を別の会議体にする', 'let another body approve'],
    ),
  'step.mappedTwice': ({ step, phases }) =>
    both(
      [
        `ステップ ${step} が二つの工程（${phases.join('、')}）にあります`,
        `step ${step} belongs to two phases (${phases.join(', ')})`,
      ],
      ['一つの工程だけに書く', 'leave it in one'],
    ),
  'step.unmapped': ({ steps }) =>
    both(
      [`どの工程にもないステップ: ${steps.join('、')}`, `steps that belong to no phase: ${steps.join(', ')}`],
      [
        'いずれかの工程の steps:、または stepsBefore: に書く',
        'put each under the "steps:" of a phase, or under "stepsBefore:"',
      ],
    ),
  'step.notReported': ({ phase }) =>
    both(
      [
        `40ステップを報告しない工程表なのに、「${phase}」にステップがあります`,
        `the path reports no national steps, yet "${phase}" names some`,
      ],
      ['nationalSteps: true にするか、ステップを除く', 'set nationalSteps: true, or remove the steps'],
    ),
  'milestone.neverAnnounced': ({ system, milestone, announced }) =>
    both(
      [
        `システム ${system} は節目「${milestone}」を知らせません。待つ関門は開きません`,
        `system ${system} never announces "${milestone}": the gate would wait for ever`,
      ],
      announced.length > 0
        ? suggestion(null, announced)
        : [
            `${system} の工程に announces: ${milestone} を書く`,
            `give a phase of ${system} "announces: ${milestone}"`,
          ],
    ),
  'milestone.deadlock': ({ circle }) =>
    both(
      [
        `互いに待ち合って進めません: ${circleText(circle)}`,
        `these wait for each other and none can go on: ${circleText(circle)}`,
      ],
      ['どれか一つの待ちを除くか、hard: false にする', 'remove one of the waits, or make it hard: false'],
    ),
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
  'plan.reversed': ({ startOn, endOn }) =>
    both(
      [
        `終わり（${endOn}）が始まり（${startOn}）より前です`,
        `it ends (${endOn}) before it starts (${startOn})`,
      ],
      [`${startOn} 以後`, `${startOn} or later`],
    ),
  'calendar.yearMissing': ({ years }) =>
    both(
      [`祝日が一日もない年: ${years.join('、')}`, `years without any holiday: ${years.join(', ')}`],
      [
        '内閣府の表からその年の祝日を加えるか、firstYear・lastYear を直す',
        "add that year's holidays from the Cabinet Office list, or change firstYear / lastYear",
      ],
    ),
  'calendar.holidayMissing': ({ days }) =>
    both(
      [
        `国民の祝日・休日が書かれていません: ${days.slice(0, 12).join('、')}${days.length > 12 ? ` ほか${days.length - 12}日` : ''}`,
        `national holidays are missing: ${days.slice(0, 12).join(', ')}${days.length > 12 ? ` and ${days.length - 12} more` : ''}`,
      ],
      [
        '内閣府の表で確かめ、holidays: に加える',
        'check the Cabinet Office list and add them under "holidays:"',
      ],
    ),
  'code.noPrefecture': ({ code }) =>
    both(
      [
        `団体コード ${code} の上2桁はどの都道府県でもありません`,
        `the first two digits of ${code} name no prefecture`,
      ],
      [
        '実在の団体なら、01 から 47 で始まる団体コードにする',
        'for a real municipality, a code that begins with 01 to 47',
      ],
    ),
  'contract.sum': ({ totalYen, sumYen }) =>
    both(
      [
        `総額 ${yen(totalYen)} 円が年度ごとの合計と違います`,
        `the total ¥${yen(totalYen)} is not the sum of its years`,
      ],
      [`${sumYen}（${yen(sumYen)} 円）`, `${sumYen} (¥${yen(sumYen)})`],
    ),
  'score.sum': ({ printed, exact }) =>
    both(
      [
        `総得点 ${printed} が技術点と価格点の和と違います`,
        `the total ${printed} is not the sum of the two scores`,
      ],
      [`"${exact}"`, `"${exact}"`],
    ),
  'score.overMaximum': ({ score, maximum }) =>
    both(
      [`点数 ${score} が満点 ${maximum} を超えています`, `score ${score} is over its maximum ${maximum}`],
      [`"${maximum}" 以下`, `"${maximum}" or less`],
    ),
  'score.rounded': ({ printed, exact }) =>
    both(
      [
        `総得点 ${printed} は丸めた値です（正確には ${exact}）。正確な値を持ち、印字だけ丸めます`,
        `the total ${printed} is rounded (exactly ${exact}); the exact value is kept, rounding is for print`,
      ],
      ['原文どおりなら、このままでよい', 'nothing to do, if the source prints it so'],
    ),
  'history.unsourced': () =>
    both(
      ['出典も仮定の理由もありません', 'neither a source nor a reason for assuming it'],
      [
        'source: に出典、または assumed: に理由を書く',
        'name the source under "source:", or the reason under "assumed:"',
      ],
    ),
  'history.refused': ({ system, refusal }) => refusedText(system, refusal.code, refusal.facts),
  'history.programmeRefused': ({ code, facts }) => refusedText(null, code, facts),
};

/** Every code there is. */
export const problemCodes = Object.keys(texts) as ProblemCode[];

export function seedProblemText({ code, facts }: SeedProblem): ProblemText {
  return saidUnder(texts, code, facts);
}
