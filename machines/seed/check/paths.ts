// Whether a path can be walked: names, order, gates that someone can pass, the national steps it carries.
import { ownQuorum, votesAsked } from '../../decision/quorum.ts';
import { rounds as turns } from '../../decision/tally.ts';
import type { Approval, Body, Gate, Path, Phase } from '../../definition/definition.ts';
import type { RfpControl } from '../../definition/rfp-control.ts';
import { roundFlaws } from '../../definition/scoring.ts';
import { nationalSteps } from '../../values/national-step.ts';
import type { Draft, Part } from '../draft.ts';
import { gatesOf } from '../expand/bodies.ts';
import { duplicates, named, unknown, unknownIn } from '../names.ts';
import { inside, type Place, problem, type SeedProblem } from '../problem.ts';
import type { PathSeed } from '../schema.ts';
import { checkConditions, type Ground } from './conditions.ts';
import { draftingPosts } from './drafting.ts';

/** XState gives the machine this id; a phase of that name would shadow it. */
const RESERVED = ['migration'];

/** The bodies of a programme, each with the quorum that is its own. */
type Members = Omit<Body, 'meets'>;
type Deciding = Members & { quorum: number };

export function checkPaths({ paths, programme, systems }: Draft): SeedProblem[] {
  if (!paths) return [];
  const gates = gatesOf(
    paths.map(({ value }) => value),
    systems?.value.systems ?? [],
  );
  const bodies =
    programme?.value.bodies.map((body): Deciding => ({ ...body, quorum: ownQuorum(body, gates) })) ?? null;
  return [
    ...duplicates(
      'path',
      paths.map(({ at, value }) => ({ name: value.id, at: inside(at, 'id') })),
    ),
    ...paths.flatMap((path) => checkPath(path, bodies)),
    ...paths.flatMap((path) => checkOrdinances(path, systems?.value.systems.map(({ id }) => id) ?? null)),
  ];
}

function checkPath({ at, value }: Part<PathSeed>, bodies: readonly Deciding[] | null): SeedProblem[] {
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
    ...phases.flatMap((phase, index) => checkPhase(phase, places[index] as Place, bodies, value)),
    ...(bodies ? checkControl(value.control, bodies, inside(at, 'control')) : []),
    ...checkProcurement(value, bodies?.map(({ id }) => id) ?? null, at),
  ];
}

/** A misspelt system would need nothing, and nobody would notice. */
function checkOrdinances({ at, value }: Part<PathSeed>, systems: readonly string[] | null): SeedProblem[] {
  const ordinances = value.legal?.ordinances ?? [];
  const place = inside(at, 'legal', 'ordinances');
  return [
    ...duplicates('ordinance', named(ordinances, place)),
    ...ordinances.flatMap(({ systems: needing = [] }, index) =>
      systems ? unknownIn('system', needing, systems, inside(place, index, 'systems')) : [],
    ),
  ];
}

/** A misspelt phase would hide nothing, and nobody would notice. */
function checkProcurement(
  { phases, procurement }: PathSeed,
  bodies: readonly string[] | null,
  at: Place,
): SeedProblem[] {
  if (!procurement) return [];
  const place = inside(at, 'procurement');
  const order = phases.map(({ id }) => id);
  return [
    ...unknownIn('phase', procurement.phases, order, inside(place, 'phases')),
    ...(bodies ? unknownIn('body', procurement.sees ?? [], bodies, inside(place, 'sees')) : []),
    ...(bodies && procurement.rfp ? checkRfp(procurement.rfp, bodies, inside(place, 'rfp')) : []),
  ];
}

/** A misspelt post would leave a procurement to nobody. */
function checkRfp(
  { runs, evaluates, decides, rounds }: RfpControl,
  bodies: readonly string[],
  at: Place,
): SeedProblem[] {
  return [
    ...unknownIn('body', runs, bodies, inside(at, 'runs')),
    ...unknownIn('body', evaluates, bodies, inside(at, 'evaluates')),
    ...unknownIn('body', decides, bodies, inside(at, 'decides')),
    ...(rounds ? checkRounds(rounds, inside(at, 'rounds')) : []),
  ];
}

/** None could be opened: better said where they are written. */
function checkRounds(rounds: NonNullable<RfpControl['rounds']>, at: Place): SeedProblem[] {
  const { few, leadsOn } = roundFlaws(rounds);
  return [
    ...(few || leadsOn ? [problem('rounds.flawed', at, { few, leadsOn })] : []),
    ...duplicates('round', named(rounds, at)),
    ...rounds.flatMap(({ criteria }, index) =>
      duplicates('criterion', named(criteria, inside(at, index, 'criteria'))),
    ),
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

function checkPhase(
  phase: Phase,
  at: Place,
  bodies: readonly Members[] | null,
  ground: Ground,
): SeedProblem[] {
  const known = bodies?.map((body) => body.id) ?? null;
  return [
    ...(RESERVED.includes(phase.id) ? [problem('id.reserved', inside(at, 'id'), { id: phase.id })] : []),
    ...(known ? unknownIn('body', phase.owners, known, inside(at, 'owners')) : []),
    ...(phase.gate ? checkGate(phase, phase.gate, inside(at, 'gate'), bodies, ground) : []),
  ];
}

export function checkGate(
  phase: Pick<Phase, 'id' | 'owners'>,
  gate: Gate,
  at: Place,
  bodies: readonly Members[] | null,
  ground: Ground,
): SeedProblem[] {
  const known = bodies?.map((body) => body.id) ?? null;
  const approvals = inside(at, 'approvals');
  const twice = gate.approvals.flatMap(({ body }, index) =>
    gate.approvals.findIndex((other) => other.body === body) < index
      ? [problem('gate.bodyTwice', inside(approvals, index, 'body'), { body })]
      : [],
  );
  return [
    ...twice,
    ...(twice.length > 0 ? [] : checkOrder(gate, approvals)),
    ...checkConditions(phase, gate.conditions, inside(at, 'conditions'), ground, known),
    ...(bodies
      ? gate.approvals.flatMap((approval, index) =>
          checkQuorum({ ...phase, gate }, approval, bodies, inside(approvals, index), ground),
        )
      : []),
  ];
}

/** Whom a body waits for decides at the same gate, and nobody waits for one who waits for them. */
function checkOrder(gate: Gate, at: Place): SeedProblem[] {
  const known = gate.approvals.map(({ body }) => body);
  const found = gate.approvals.flatMap(({ body, after }, index) => {
    const place = inside(at, index, 'after');
    if (!after) return [];
    if (gate.order !== 'any') return [problem('gate.afterInOrder', place, { body })];
    return unknownIn('body', after, known, place);
  });
  const { never } = turns(gate);
  if (found.length > 0 || never.length === 0) return found;
  return [problem('gate.orderCircle', inside(at, known.indexOf(never[0] ?? ''), 'after'), { bodies: never })];
}

function checkQuorum(
  phase: Pick<Phase, 'id' | 'owners' | 'gate'>,
  approval: Approval,
  bodies: readonly Members[],
  at: Place,
  { phases }: Ground,
): SeedProblem[] {
  const { body } = approval;
  const quorum = votesAsked(approval, bodies);
  const found = bodies.find((candidate) => candidate.id === body);
  const known = bodies.map((candidate) => candidate.id);
  if (!found) return unknown('body', body, known, inside(at, 'body'));
  const { members } = found;
  if (quorum > members)
    return [problem('gate.quorumOverMembers', inside(at, 'quorum'), { body, quorum, members })];
  const before = phases.slice(
    0,
    phases.findIndex(({ id }) => id === phase.id),
  );
  const drafts = [...before, phase].flatMap(draftingPosts);
  const alone = quorum === members && drafts.some((posts) => posts.every((post) => post === body));
  return alone ? [problem('gate.leavesNobody', at, { phase: phase.id, bodies: [body], system: null })] : [];
}

function checkControl(control: Path['control'], bodies: readonly Deciding[], at: Place): SeedProblem[] {
  const known = bodies.map((body) => body.id);
  const { goBack, ...lists } = control;
  const { propose, approve } = goBack;
  return [
    ...Object.entries(lists).flatMap(([act, posts]) => unknownIn('body', posts, known, inside(at, act))),
    ...unknownIn('body', propose, known, inside(at, 'goBack', 'propose')),
    ...unknownIn('body', approve, known, inside(at, 'goBack', 'approve')),
    ...checkDecided('goBack', propose, approve, bodies, inside(at, 'goBack')),
    ...checkDecided(
      'cancel',
      [...control.plan, ...control.cancel],
      control.cancel,
      bodies,
      inside(at, 'cancel'),
    ),
  ];
}

/** Who proposes does not decide: some body keeps its quorum without them. */
function checkDecided(
  act: 'goBack' | 'cancel',
  proposers: readonly string[],
  deciders: readonly string[],
  bodies: readonly Deciding[],
  at: Place,
): SeedProblem[] {
  const found = bodies.filter(({ id }) => deciders.includes(id));
  const isShort = ({ id, quorum, members }: Deciding) =>
    quorum >= members && proposers.every((proposer) => proposer === id);
  const [body] = found;
  return body && found.every(isShort)
    ? [
        problem('control.leavesNobody', at, {
          act,
          body: body.id,
          quorum: body.quorum,
          members: body.members,
        }),
      ]
    : [];
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
