// How an office decides, as its files say it: a table of 専決 that leaves no amount undecided, matters that gates name, duties that can
// be kept apart with the people there are.
import type { Matter } from '../../definition/decisions.ts';
import type { Phase } from '../../definition/definition.ts';
import type { Draft, Part } from '../draft.ts';
import { duplicates, named, unknown } from '../names.ts';
import { inside, type Place, problem, type SeedProblem } from '../problem.ts';
import type { PathSeed, SystemSeed } from '../schema.ts';
import { checkSeparate } from './separate.ts';

export function checkDecisions(draft: Draft): SeedProblem[] {
  const { programme, paths, systems } = draft;
  if (!programme) return [];
  const { decisions, bodies } = programme.value;
  const at = inside(programme.at, 'decisions');
  const known = bodies.map(({ id }) => id);
  const matters = decisions?.matters ?? [];
  return [
    ...duplicates('matter', named(matters, inside(at, 'matters'))),
    ...matters.flatMap((matter, index) => checkPowers(matter, known, inside(at, 'matters', index))),
    ...(paths ?? []).flatMap((path) => checkGates(path, matters)),
    ...(systems?.value.systems ?? []).flatMap((system, index) =>
      checkChanges(system, inside(systems?.at ?? at, 'systems', index), matters),
    ),
    ...checkSeparate(draft, decisions, at),
  ];
}

/** The lowest amount first, and somebody for every amount. */
function checkPowers(matter: Matter, bodies: readonly string[], at: Place): SeedProblem[] {
  const place = inside(at, 'powers');
  const { powers } = matter;
  const last = powers.at(-1);
  const disordered = powers.flatMap(({ upToYen = Number.POSITIVE_INFINITY }, index) => {
    const before = powers[index - 1];
    const isLess = before !== undefined && upToYen <= (before.upToYen ?? Number.POSITIVE_INFINITY);
    return isLess ? [problem('matter.order', inside(place, index), { matter: matter.id })] : [];
  });
  return [
    ...powers.flatMap(({ post }, index) => unknown('body', post, bodies, inside(place, index, 'post'))),
    ...disordered,
    ...(last?.upToYen !== undefined && disordered.length === 0
      ? [
          problem('matter.noEnd', inside(place, powers.length - 1), {
            matter: matter.id,
            upToYen: last.upToYen,
          }),
        ]
      : []),
  ];
}

function checkGate(
  { id, gate }: Pick<Phase, 'id' | 'gate'>,
  matters: readonly Matter[],
  at: Place,
): SeedProblem[] {
  if (!gate) return [];
  const known = matters.map((matter) => matter.id);
  if (gate.matter !== undefined) return unknown('matter', gate.matter, known, inside(at, 'matter'));
  return gate.approvals.length === 0
    ? [problem('gate.nobodyDecides', inside(at, 'approvals'), { phase: id })]
    : [];
}

const checkGates = ({ at, value }: Part<PathSeed>, matters: readonly Matter[]): SeedProblem[] =>
  value.phases.flatMap((phase, index) => checkGate(phase, matters, inside(at, 'phases', index, 'gate')));

const checkChanges = ({ changes }: SystemSeed, at: Place, matters: readonly Matter[]): SeedProblem[] =>
  changes.flatMap(({ phase: id, gate }, index) =>
    gate ? checkGate({ id, gate }, matters, inside(at, 'changes', index, 'gate')) : [],
  );
