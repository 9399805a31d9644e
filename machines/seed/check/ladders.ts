// Ladders in a seed: whom they name, what they say twice, and what a deadline without a day needs.
import type { LadderSaid } from '../../definition/ladder.ts';
import type { Draft } from '../draft.ts';
import { unknownIn } from '../names.ts';
import { inside, type Place, problem, type SeedProblem } from '../problem.ts';
import type { DeadlineTemplate } from '../schema.ts';

const bodiesOf = ({ programme }: Draft): string[] | null =>
  programme?.value.bodies.map(({ id }) => id) ?? null;

/** Those of the whole file, by kind. */
export function checkLadders(draft: Draft): SeedProblem[] {
  const { deadlines } = draft;
  if (!deadlines) return [];
  const { at, value } = deadlines;
  return Object.entries(value.ladders ?? {}).flatMap(([kind, ladder]) =>
    ladder ? checkLadder(ladder, inside(at, 'ladders', kind), bodiesOf(draft)) : [],
  );
}

/** What a deadline says of being told, and of having no day. */
export function checkTelling(
  { rule, reminders, ladder }: DeadlineTemplate,
  at: Place,
  draft: Draft,
): SeedProblem[] {
  const bodies = bodiesOf(draft);
  const undecided = rule?.kind === 'undecided' ? rule : null;
  return [
    ...(ladder ? checkLadder(ladder, inside(at, 'ladder'), bodies) : []),
    ...(ladder && reminders ? [problem('deadline.toldTwice', inside(at, 'reminders'), {})] : []),
    ...(undecided && reminders ? [problem('deadline.undecidedReminders', inside(at, 'reminders'), {})] : []),
    ...(undecided && bodies ? unknownIn('body', undecided.setBy, bodies, inside(at, 'rule', 'setBy')) : []),
  ];
}

function checkLadder(
  { before = [], escalate = [] }: LadderSaid,
  at: Place,
  bodies: string[] | null,
): SeedProblem[] {
  const after = escalate.map((one) => one.after);
  return [
    ...twice(before, (index) => inside(at, 'before', index)),
    ...twice(after, (index) => inside(at, 'escalate', index, 'after')),
    ...escalate.flatMap(({ to }, index) =>
      bodies ? unknownIn('body', to, bodies, inside(at, 'escalate', index, 'to')) : [],
    ),
  ];
}

const twice = (counts: readonly number[], place: (index: number) => Place): SeedProblem[] =>
  counts.flatMap((days, index) =>
    counts.indexOf(days) < index ? [problem('deadline.rungTwice', place(index), { days })] : [],
  );
