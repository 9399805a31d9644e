// Sentences for paths in a seed that cannot be walked as they are written, in Japanese and English.
import type { ProblemFacts } from '../../machines/seed/problem.ts';
import { both, type ProblemText, suggestion } from './shape-texts.ts';

type Code =
  | Extract<keyof ProblemFacts, `${'phase' | 'step' | 'milestone' | 'awaits'}.${string}`>
  | 'rounds.flawed'
  | 'gate.afterInOrder'
  | 'gate.orderCircle'
  | 'system.pathTwice';
type Texts = { [C in Code]: (facts: ProblemFacts[C]) => ProblemText };

const circleText = (circle: ProblemFacts['milestone.deadlock']['circle']): string =>
  circle.map(({ system, phase }) => `${system}/${phase}`).join(' → ');

export const pathTexts: Texts = {
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
  'phase.skippedHere': ({ phase }) =>
    both(
      [
        `このシステムが通らない工程「${phase}」について書かれています（skips にある工程）`,
        `this is about "${phase}", which the system leaves out (it stands under "skips:")`,
      ],
      ['ここから除くか、skips: から除く', 'remove it here, or from "skips:"'],
    ),
  'rounds.flawed': ({ few }) =>
    both(
      few
        ? ['採点の審査が一つだけです', 'there is but one round of scoring']
        : [
            '採点の最後の審査に goOn か carryPercent があります（その先の審査はありません）',
            'the last round of scoring has goOn or carryPercent, and none comes after it',
          ],
      [
        '審査は二つ以上書き、最後のものから goOn と carryPercent を除く',
        'write two or more, the last without goOn and carryPercent',
      ],
    ),
  'gate.afterInOrder': ({ body }) =>
    both(
      [
        `この関門は書いた順に決めるので、「${body}」の after: は意味がありません`,
        `this gate's bodies decide in their order: "after:" of "${body}" says nothing`,
      ],
      ['関門に order: any を書くか、after: を除く', 'write "order: any" in the gate, or remove "after:"'],
    ),
  'gate.orderCircle': ({ bodies }) =>
    both(
      [
        `${bodies.join('、')} が互いの承認を待ち、誰も決められません`,
        `${bodies.join(', ')} wait for each other: none of them can ever decide`,
      ],
      ['どれかの after: を除く', 'remove one of their "after:"'],
    ),
  'awaits.noGate': ({ phase }) =>
    both(
      [
        `最後の工程「${phase}」には関門がなく、待つところがありません`,
        `the last phase "${phase}" has no gate at which anything could be awaited`,
      ],
      ['待つ関門のある工程を書く', 'name a phase that has a gate'],
    ),
  'system.pathTwice': ({ system, path }) =>
    both(
      [
        `システム ${system} だけの工程表の名前「${path}」が、ほかの工程表と同じになります`,
        `the path of ${system} alone would be named "${path}", as another path is`,
      ],
      ['工程表かシステムの id を変える', 'rename the path or the system'],
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
};
