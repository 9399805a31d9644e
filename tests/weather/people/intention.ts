// What the people at a desk do next: drawn by chance from what suits what they see, and now and then from what does not.
// Every step draws the same numbers, whatever is done with them.
import type { Chance } from '../chance.ts';
import { BOARD, OFFICE, PLATFORM, type Post, pathOf, people, type TownPhase } from '../town/town.ts';
import type { Sight } from './sight.ts';

/** One step of a desk's script. Who carries it out depends on what stands; what was drawn does not. */
export interface Draw {
  /** How long they wait before it, as a part of the usual pause. */
  pause: number;
  act: number;
  person: number;
  /** Another of the same body sends the same at the same time. */
  isPair: boolean;
  givesUp: boolean;
  answerMs: number;
  where: number;
}

export interface Intention {
  fact: { type: string } & Record<string, unknown>;
  post: Post;
  account: string;
}

export function draw(chance: Chance): Draw {
  return {
    pause: chance.between(0.3, 1.7),
    act: chance.next(),
    person: chance.next(),
    isPair: chance.next() < 0.25,
    givesUp: chance.next() < 0.15,
    answerMs: Math.round(chance.between(2_500, 14_000)),
    where: chance.next(),
  };
}

type Choice = [upTo: number, make: () => Intention];

export function intend(system: string, sight: Sight, drawn: Draw): Intention {
  const path = pathOf(system);
  const index = path.findIndex(({ id }) => id === sight.phase);
  const here = path[index] ?? path[0];
  if (!here) throw new Error(`${system} has no path`);
  const by = (post: Post, fact: Intention['fact']): Intention => ({
    fact,
    post,
    account: people[post][Math.floor(drawn.person * people[post].length)] ?? people[post][0],
  });
  const reason = `weather ${drawn.where.toFixed(6)}`;
  const office = (fact: Intention['fact']) => by(OFFICE, fact);
  const submit = () => office({ type: 'phase.submitted', phase: here.id, evidence: [] });
  // The platform's path reports no steps.
  const note = () =>
    system === PLATFORM
      ? submit()
      : office({ type: 'steps.recorded', statuses: { '①-1': drawn.where < 0.5 ? 'done' : 'inProgress' } });
  const hold = () => office({ type: 'migration.held', reason });
  const resume = () => office({ type: 'migration.resumed', reason });
  const approve = () => by(nextBody(here, sight), { type: 'gate.approved', phase: here.id });
  const back = () => office({ type: 'goingBack.proposed', to: earlier(path, index, drawn), reason });
  const choose = (...choices: Choice[]) =>
    (choices.find(([upTo]) => drawn.act < upTo) ?? choices[choices.length - 1])?.[1]() ?? note();
  if (sight.isHeld) return choose([0.75, resume], [0.9, submit], [1, note]);
  if (here.approvals.length === 0) return choose([0.6, note], [0.9, hold], [1, submit]);
  if (sight.stage === 'goingBack') return choose(...ofGoingBack(sight, by, reason), [1, approve]);
  if (sight.stage === 'underReview') {
    return choose(
      [0.72, approve],
      [0.79, () => by(nextBody(here, sight), { type: 'gate.returned', phase: here.id, reason })],
      [0.85, () => office({ type: 'submission.withdrawn', phase: here.id, reason })],
      [0.89, hold],
      [0.93, () => by(BOARD, { type: 'gate.approved', phase: here.id })],
      [0.96, note],
      [1, back],
    );
  }
  // What is announced is taken back more often than elsewhere: dependents must hear both.
  if (here.id === 'keeping') return choose([0.6, back], [0.7, note], [1, submit]);
  return choose([0.68, submit], [0.8, note], [0.86, hold], [0.94, back], [1, approve]);
}

function ofGoingBack(
  { goingBack }: Sight,
  by: (post: Post, fact: Intention['fact']) => Intention,
  reason: string,
): Choice[] {
  const to = goingBack?.to ?? '';
  const own = { type: 'goingBack.withdrawn', to, reason };
  return [
    [0.68, () => by(BOARD, { type: 'goingBack.approved', to })],
    [0.8, () => by(BOARD, { type: 'goingBack.dismissed', to, reason })],
    [0.92, () => ({ fact: own, post: OFFICE, account: goingBack?.by ?? people[OFFICE][0] })],
  ];
}

const earlier = (path: readonly TownPhase[], index: number, { where }: Draw): string =>
  (path[Math.floor(where * index)] ?? path[0])?.id ?? '';

/** Whose turn it is, as far as is seen; the first body where all seem to have decided. */
function nextBody({ approvals }: TownPhase, sight: Sight): Post {
  const open = approvals.find(
    ({ body, quorum }) => sight.approvals.filter((one) => one.body === body).length < quorum,
  );
  return open?.body ?? approvals[0]?.body ?? BOARD;
}
