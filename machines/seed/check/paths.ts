// Whether a path can be walked: names, order, gates that someone can pass, the national steps it carries.
import type { Approval, Body, Condition, Gate, Path, Phase } from '../../definition/definition.ts';
import { nationalSteps } from '../../values/national-step.ts';
import type { Draft, Part } from '../draft.ts';
import { duplicates, named, unknown, unknownIn } from '../names.ts';
import { inside, type Place, problem, type SeedProblem } from '../problem.ts';
import type { PathSeed } from '../schema.ts';

/** XState gives the machine this id; a phase of that name would shadow it. */
const RESERVED = ['migration'];

export function checkPaths({ paths, programme }: Draft): SeedProblem[] {
  if (!paths) return [];
  const bodies = programme?.value.bodies ?? null;
  return [
    ...duplicates(
      'path',
      paths.map(({ at, value }) => ({ name: value.id, at: inside(at, 'id') })),
    ),
    ...paths.flatMap((path) => checkPath(path, bodies)),
  ];
}

function checkPath({ at, value }: Part<PathSeed>, bodies: readonly Body[] | null): SeedProblem[] {
  const { phases } = value;
  const order = phases.map((phase) => phase.id);
  const places = phases.map((_, index) => inside(at, 'phases', index));
  const gates = phases.flatMap(({ gate }, index) =>
    gate ? [{ name: gate.id, at: inside(at, 'phases', index, 'gate', 'id') }] : [],
  );
  const milestones = phases.flatMap(({ announces }, index) =>
    announces ? [{ name: announces, at: inside(at, 'phases', index, 'announces') }] : [],
  );
  return [
    ...duplicates('phase', named(phases, inside(at, 'phases'))),
    ...duplicates('gate', gates),
    ...duplicates('milestone', milestones),
    ...(value.goLive ? unknown('phase', value.goLive, order, inside(at, 'goLive')) : []),
    ...checkWayOn(phases, inside(at, 'phases')),
    ...checkSteps(value, at),
    ...phases.flatMap((phase, index) => checkPhase(phase, places[index] as Place, bodies)),
    ...(bodies ? checkControl(value.control, bodies, inside(at, 'control')) : []),
  ];
}

/** A phase without a gate ends the path: what stands behind it is never reached. */
export function checkWayOn(phases: readonly Phase[], at: Place): SeedProblem[] {
  const last = phases.length - 1;
  return phases.flatMap(({ id, gate }, index) => {
    if (!gate && index < last) {
      const cutOff = phases.slice(index + 1).map((phase) => phase.id);
      return [problem('phase.noWayOn', inside(at, index), { phase: id, cutOff })];
    }
    return gate && index === last
      ? [problem('phase.lastHasGate', inside(at, index, 'gate'), { phase: id })]
      : [];
  });
}

function checkPhase(phase: Phase, at: Place, bodies: readonly Body[] | null): SeedProblem[] {
  const known = bodies?.map((body) => body.id) ?? null;
  return [
    ...(RESERVED.includes(phase.id) ? [problem('id.reserved', inside(at, 'id'), { id: phase.id })] : []),
    ...(known ? unknownIn('body', phase.owners, known, inside(at, 'owners')) : []),
    ...(phase.gate ? checkGate(phase, phase.gate, inside(at, 'gate'), bodies) : []),
  ];
}

export function checkGate(
  phase: Pick<Phase, 'id' | 'owners'>,
  gate: Gate,
  at: Place,
  bodies: readonly Body[] | null,
): SeedProblem[] {
  const approvals = inside(at, 'approvals');
  const twice = gate.approvals.flatMap(({ body }, index) =>
    gate.approvals.findIndex((other) => other.body === body) < index
      ? [problem('gate.bodyTwice', inside(approvals, index, 'body'), { body })]
      : [],
  );
  return [
    ...twice,
    ...gate.conditions.flatMap((condition, index) =>
      checkCondition(condition, inside(at, 'conditions', index), bodies),
    ),
    ...(bodies
      ? gate.approvals.flatMap((approval, index) =>
          checkQuorum(phase, approval, bodies, inside(approvals, index)),
        )
      : []),
  ];
}

function checkQuorum(
  phase: Pick<Phase, 'id' | 'owners'>,
  { body, quorum }: Approval,
  bodies: readonly Body[],
  at: Place,
): SeedProblem[] {
  const found = bodies.find((candidate) => candidate.id === body);
  const known = bodies.map((candidate) => candidate.id);
  if (!found) return unknown('body', body, known, inside(at, 'body'));
  const { members } = found;
  if (quorum > members)
    return [problem('gate.quorumOverMembers', inside(at, 'quorum'), { body, quorum, members })];
  const alone = phase.owners.every((owner) => owner === body) && quorum === members;
  return alone ? [problem('gate.leavesNobody', at, { phase: phase.id, bodies: [body], system: null })] : [];
}

function checkCondition(condition: Condition, at: Place, bodies: readonly Body[] | null): SeedProblem[] {
  const known = bodies?.map((body) => body.id);
  return known ? unknownIn('body', condition.who, known, inside(at, 'who')) : [];
}

function checkControl(control: Path['control'], bodies: readonly Body[], at: Place): SeedProblem[] {
  const known = bodies.map((body) => body.id);
  const { goBack, ...lists } = control;
  const { propose, approve } = goBack;
  const [only] = approve;
  const alone =
    approve.length === 1 &&
    propose.length === 1 &&
    only === propose[0] &&
    bodies.some((body) => body.id === only && body.members === 1);
  return [
    ...Object.entries(lists).flatMap(([act, posts]) => unknownIn('body', posts, known, inside(at, act))),
    ...unknownIn('body', propose, known, inside(at, 'goBack', 'propose')),
    ...unknownIn('body', approve, known, inside(at, 'goBack', 'approve')),
    ...(alone && only ? [problem('control.leavesNobody', inside(at, 'goBack'), { body: only })] : []),
  ];
}

/** Each of the 40 steps belongs to exactly one phase, or is over before the path begins. */
function checkSteps({ phases, stepsBefore, nationalSteps: reported }: PathSeed, at: Place): SeedProblem[] {
  const uses = [
    ...(stepsBefore?.steps ?? []).map((step, index) => ({
      step,
      phase: '-',
      at: inside(at, 'stepsBefore', 'steps', index),
    })),
    ...phases.flatMap((phase, index) =>
      phase.steps.map((step, position) => ({
        step,
        phase: phase.id,
        at: inside(at, 'phases', index, 'steps', position),
      })),
    ),
  ];
  const first = uses[0];
  if (!reported) return first ? [problem('step.notReported', first.at, { phase: first.phase })] : [];
  const unmapped = nationalSteps.filter((step) => !uses.some((use) => use.step === step));
  return [
    ...uses.flatMap((use, index) => {
      const before = uses.slice(0, index).find((other) => other.step === use.step);
      return before
        ? [problem('step.mappedTwice', use.at, { step: use.step, phases: [before.phase, use.phase] })]
        : [];
    }),
    ...(unmapped.length > 0 ? [problem('step.unmapped', inside(at, 'phases'), { steps: unmapped })] : []),
  ];
}
