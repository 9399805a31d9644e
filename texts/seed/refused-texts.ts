// Sentences for an event of the past that the machine itself would refuse, in Japanese and English.
import type { ProgrammeRefusal } from '../../machines/programme/refusal.ts';
import type { Refusal } from '../../machines/record/refusal.ts';
import { programmeNames } from '../names.ts';
import { refusalView } from '../refusals/refusal-texts.ts';
import { both, type ProblemText } from './shape-texts.ts';

type Facts = Readonly<Record<string, unknown>>;
type Pair = [ja: string, en: string];

const known: Record<string, (facts: Facts) => [Pair, Pair]> = {
  'phase.notCurrent': ({ phase, current }) => [
    [
      `工程「${phase}」の通過とありますが、その時点の工程は「${current}」です`,
      `it passes "${phase}", but the path stands at "${current}" by then`,
    ],
    [`「${current}」から工程の順に書く`, `write the gates in the path's order, "${current}" next`],
  ],
  'date.beforePrevious': ({ occurredOn, previous }) => [
    [
      `日付 ${occurredOn} が前の出来事（${previous}）より前です`,
      `${occurredOn} lies before the event ahead of it (${previous})`,
    ],
    [`${previous} 以後`, `${previous} or later`],
  ],
  'date.future': ({ occurredOn, today }) => [
    [
      `日付 ${occurredOn} が計画の今日（${today}）より後です`,
      `${occurredOn} lies after the programme's today (${today})`,
    ],
    [`${today} 以前`, `${today} or earlier`],
  ],
  'steps.unknownBusiness': ({ business, known: names }) => [
    [`このシステムに業務「${business}」はありません`, `this system does not carry "${business}"`],
    [`次のどれか: ${list(names)}`, `one of: ${list(names)}`],
  ],
  'steps.reasonMissing': ({ steps }) => [
    [
      `対象外とする理由がありません: ${list(steps)}`,
      `no reason why these steps do not apply: ${list(steps)}`,
    ],
    ['reason: に理由を書く', 'give it under "reason:"'],
  ],
  'meetings.fewer': ({ count, known: before }) => [
    [
      `開催 ${count} 回は、前に書かれた ${before} 回より多くありません`,
      `${count} meetings are not more than the ${before} before`,
    ],
    ['年度の初めからの累計を書く', 'write the count since the fiscal year began'],
  ],
};

const list = (value: unknown): string => (Array.isArray(value) ? value.join('、') : String(value));

export function refusedText(system: string | null, refusal: Refusal | ProgrammeRefusal): ProblemText {
  const [message, expected] = known[refusal.code]?.(refusal.facts) ?? other(refusal);
  const where: Pair = system ? [`${system}: `, `${system}: `] : ['', ''];
  return both([where[0] + message[0], where[1] + message[1]], expected);
}

/** A folder's parts are named as they are written in it: by their ids. */
const asWritten = programmeNames([], new Map());

/** The sentence with which the door would refuse it. */
function other(refusal: Refusal | ProgrammeRefusal): [Pair, Pair] {
  const { ja, en } = refusalView(refusal, asWritten).message;
  return [
    [ja, en],
    ['工程の順・日付・内容を見直す', 'look again at its order, its day and what it says'],
  ];
}
