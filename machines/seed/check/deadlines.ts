// Deadlines against the paths they fall on: names, dates that hang on a phase, and what could never be met, moved or told.
import { REMINDER_TIME } from '../../deadline/ladder.ts';
import { type Deadline, deadline, type Phase } from '../../definition/definition.ts';
import type { Draft, Part } from '../draft.ts';
import { applies, deadlinesOf } from '../expand/deadlines.ts';
import { pathPart, systemParts } from '../expand/expand.ts';
import { deviates, phasesOf } from '../expand/path.ts';
import { duplicates, named, unknown, unknownIn } from '../names.ts';
import { inside, type LawRoll, type Place, problem, type SeedProblem } from '../problem.ts';
import type { DeadlineTemplate, PathSeed, SystemSeed } from '../schema.ts';
import { misshapen } from '../shape.ts';
import { checkTelling } from './ladders.ts';

export function checkDeadlines(draft: Draft): SeedProblem[] {
  const { deadlines } = draft;
  if (!deadlines) return [];
  const { at, value } = deadlines;
  const twice = namedTwice(value.deadlines, inside(at, 'deadlines'), draft);
  return [
    ...twice,
    ...(twice.length > 0 ? [] : checkMade(value.deadlines, inside(at, 'deadlines'), draft)),
    ...value.deadlines.flatMap((template, index) =>
      checkDeadline(template, inside(at, 'deadlines', index), draft),
    ),
  ];
}

/** Two of one name, where some system would have both: systems that differ may each have their own. */
function namedTwice(templates: readonly DeadlineTemplate[], at: Place, { systems }: Draft): SeedProblem[] {
  const both = (a: DeadlineTemplate, b: DeadlineTemplate) =>
    !systems || systems.value.systems.some((system) => applies(a, system) && applies(b, system));
  return duplicates('deadline', named(templates, at)).filter(({ at: place }) => {
    const index = Number(place.path.at(-2));
    const one = templates[index];
    return !one || templates.slice(0, index).some((other) => other.id === one.id && both(other, one));
  });
}

/** What `eachPhase` makes has a name of its own: no other deadline of that system bears it. Told once for two templates. */
function checkMade(templates: readonly DeadlineTemplate[], at: Place, draft: Draft): SeedProblem[] {
  const told = new Set<number>();
  return walksOf(draft).flatMap(({ system, phases }) => {
    const made = templates.flatMap((template, index) =>
      deadlinesOf({ deadlines: [template] }, system.value, phases).map(({ id }) => ({ id, index })),
    );
    return made.flatMap(({ id, index }, position) => {
      const before = made.slice(0, position).find((other) => other.id === id);
      if (!before || told.has(index)) return [];
      told.add(index);
      const other = templates[before.index]?.id ?? '';
      return [problem('deadline.madeTwice', inside(at, index, 'id'), { id, other, system: system.value.id })];
    });
  });
}

interface Walked {
  system: Part<SystemSeed>;
  path: PathSeed;
  phases: Phase[];
}

function walksOf({ systems, paths }: Draft): Walked[] {
  if (!systems || !paths) return [];
  return systemParts({ systems }).flatMap((system) => {
    const path = pathPart(paths, system.value)?.value;
    return path ? [{ system, path, phases: phasesOf(path, system.value) }] : [];
  });
}

function checkDeadline(template: DeadlineTemplate, at: Place, draft: Draft): SeedProblem[] {
  const { rule, metBy, eachPhase, to, extendableBy } = template;
  const whole = eachPhase ? !rule && !metBy : rule && metBy;
  const bodies = draft.programme?.value.bodies.map((body) => body.id);
  return [
    ...(whole ? [] : [problem('deadline.form', at, {})]),
    ...(bodies ? unknownIn('body', to, bodies, inside(at, 'to')) : []),
    ...(bodies && extendableBy !== 'nobody'
      ? unknownIn('body', extendableBy, bodies, inside(at, 'extendableBy'))
      : []),
    ...checkReminders(template, at),
    ...checkTelling(template, at, draft),
    ...checkMoving(template, at),
    ...checkRollOfLaw(template, at, draft),
    ...checkScope(template, at, draft),
    ...checkPoints(template, at, draft),
    ...checkEachPhase(template, at, draft),
    ...checkOthers(template, at, draft),
    ...checkOccurrence(template, at, draft),
  ];
}

function checkReminders({ reminders = [], at: time }: DeadlineTemplate, at: Place): SeedProblem[] {
  return reminders.flatMap((reminder, index) => {
    const place = inside(at, 'reminders', index);
    return [
      ...(reminders.indexOf(reminder) < index
        ? [problem('deadline.reminderTwice', place, { reminder })]
        : []),
      ...(reminder === 0 && time <= REMINDER_TIME
        ? [problem('deadline.reminderTooLate', place, { at: time, reminderAt: REMINDER_TIME })]
        : []),
    ];
  });
}

/** A fixed date does not move, a period counted backward never moves forward; and what shuts a gate can be moved by somebody. */
function checkMoving(template: DeadlineTemplate, at: Place): SeedProblem[] {
  const { rule, roll, hard, extendableBy, followsRegime, id, kind: ofKind } = template;
  const kind = rule?.kind;
  const stays =
    kind === 'fixed' || kind === 'forward' || (kind === 'backward' && typeof rule?.from === 'string');
  const named = extendableBy === 'nobody' || extendableBy.length > 0;
  return [
    ...(roll === 'next' && (kind === 'fixed' || kind === 'backward')
      ? [problem('deadline.rollsForward', inside(at, 'roll'), { kind })]
      : []),
    ...(hard && stays && !named && !followsRegime
      ? [problem('deadline.shutForEver', inside(at, 'extendableBy'), { deadline: id })]
      : []),
    ...(hard && !named && (!stays || followsRegime) && ofKind !== undefined
      ? [problem('deadline.extendableUnsaid', inside(at, 'extendableBy'), { deadline: id })]
      : []),
  ];
}

const isOfLaw = (roll: DeadlineTemplate['roll']): roll is LawRoll =>
  roll === 'civil-142' || roll === 'autonomy-4-2-4';

/**
 * 民法142条 and 地方自治法4条の2第4項 speak of the end of a period counted forward; the second of one that a law or order sets for a filing to
 * the office. The first needs a calendar that tells its days apart.
 */
function checkRollOfLaw({ rule, roll, kind }: DeadlineTemplate, at: Place, draft: Draft): SeedProblem[] {
  if (!isOfLaw(roll)) return [];
  const place = inside(at, 'roll');
  if (rule?.kind !== 'forward')
    return [problem('deadline.rollOfLaw', place, { roll, kind: rule?.kind ?? null })];
  if (roll === 'autonomy-4-2-4') return checkFiling(kind, rule.law, place);
  const { calendar } = draft;
  return calendar && calendar.value.custom === undefined ? [problem('deadline.customUnsaid', place, {})] : [];
}

/** Whoever says no kind, says by the law that it is one. */
function checkFiling(kind: DeadlineTemplate['kind'], law: string | undefined, place: Place): SeedProblem[] {
  if (kind !== undefined && kind !== 'statutory') return [problem('deadline.rollOfKind', place, { kind })];
  return law === undefined ? [problem('deadline.rollWithoutLaw', place, {})] : [];
}

function checkScope({ id, appliesTo, ...rest }: DeadlineTemplate, at: Place, draft: Draft): SeedProblem[] {
  const { programme, paths, systems } = draft;
  const lists = [
    ['waves', 'wave', programme?.value.waves.map((wave) => wave.id)],
    ['paths', 'path', paths?.map((path) => path.value.id)],
    ['systems', 'system', systems?.value.systems.map((system) => system.id)],
    ['except', 'system', systems?.value.systems.map((system) => system.id)],
  ] as const;
  const unknowns = lists.flatMap(([list, kind, known]) =>
    known ? unknownIn(kind, appliesTo[list], known, inside(at, 'appliesTo', list)) : [],
  );
  const nobody =
    systems && !systems.value.systems.some((system) => applies({ id, appliesTo, ...rest }, system));
  return nobody && unknowns.length === 0
    ? [problem('deadline.appliesToNothing', inside(at, 'appliesTo'), { deadline: id })]
    : unknowns;
}

/** What a deadline hangs on must come on the path of every system it applies to; told once per path. */
function checkPoints(template: DeadlineTemplate, at: Place, draft: Draft): SeedProblem[] {
  const told = new Set<string>();
  const walks = walksOf(draft).filter(({ system }) => applies(template, system.value));
  return walks.flatMap((walk) =>
    pointProblems(template, at, walk).filter((found) => {
      const own = deviates(walk.system.value) ? walk.system.value.id : '';
      const key = `${walk.path.id}/${found.at.path.join('.')}/${own}`;
      if (told.has(key)) return false;
      told.add(key);
      return true;
    }),
  );
}

/** The milestone of another system that a deadline is counted from is announced, and told to nobody by themselves. */
function checkOthers({ rule, ...template }: DeadlineTemplate, at: Place, draft: Draft): SeedProblem[] {
  if (rule?.kind !== 'forward' || !('system' in rule.anchor) || !draft.systems || !draft.paths) return [];
  const { system, milestone } = rule.anchor;
  const place = inside(at, 'rule', 'anchor');
  const walks = walksOf(draft);
  const target = walks.find((walk) => walk.system.value.id === system);
  if (!target) {
    const known = walks.map((walk) => walk.system.value.id);
    return unknown('system', system, known, inside(place, 'system'));
  }
  const announced = target.phases.flatMap(({ announces }) => announces ?? []);
  if (!announced.includes(milestone))
    return [
      problem('milestone.neverAnnounced', inside(place, 'milestone'), { system, milestone, announced }),
    ];
  return applies({ ...template, rule }, target.system.value)
    ? [problem('deadline.ownMilestone', inside(at, 'appliesTo'), { system })]
    : [];
}

/** What a deadline is counted from of all that happens around the programme is named by the programme. */
function checkOccurrence({ rule }: DeadlineTemplate, at: Place, { programme }: Draft): SeedProblem[] {
  if (rule?.kind !== 'forward' || !('occurrence' in rule.anchor) || !programme) return [];
  const known = (programme.value.occurrences ?? []).map(({ id }) => id);
  return unknown('occurrence', rule.anchor.occurrence, known, inside(at, 'rule', 'anchor', 'occurrence'));
}

/** Names and labels grow by those of their phases. */
function checkEachPhase(template: DeadlineTemplate, at: Place, draft: Draft): SeedProblem[] {
  if (!template.eachPhase) return [];
  const walks = walksOf(draft).filter(({ system }) => applies(template, system.value));
  const made = walks.flatMap(({ system, phases }) =>
    deadlinesOf({ deadlines: [template] }, system.value, phases),
  );
  const wrong = made.find((one) => !deadline.safeParse(one).success);
  return wrong ? misshapen(deadline, wrong, at) : [];
}

function pointProblems(
  template: DeadlineTemplate,
  at: Place,
  { system, path, phases }: Walked,
): SeedProblem[] {
  const known = phases.map(({ id }) => id);
  const last = known.at(-1);
  const { id } = system.value;
  const never =
    template.metBy === 'wentLive' && path.goLive === undefined
      ? [problem('deadline.neverLive', inside(at, 'metBy'), { system: id, path: path.id })]
      : [];
  const points = pointsOf(template).flatMap(({ phase, edge, path: place }): SeedProblem[] => {
    if (!known.includes(phase)) {
      const facts = { phase, path: path.id, system: id, known };
      return [problem('deadline.phaseNotOnPath', inside(at, ...place, 'phase'), facts)];
    }
    return phase === last && (edge === 'left' || edge === 'submitted')
      ? [problem('deadline.neverReached', inside(at, ...place, 'edge'), { phase, edge, system: id })]
      : [];
  });
  return [...never, ...points];
}

function pointsOf({
  rule,
  metBy,
}: {
  rule?: Deadline['rule'] | undefined;
  metBy?: Deadline['metBy'] | undefined;
}) {
  const points: { phase: string; edge: string; path: string[] }[] = [];
  if (metBy && typeof metBy !== 'string') points.push({ ...metBy, path: ['metBy'] });
  if (rule?.kind === 'plan') points.push({ phase: rule.phase, edge: rule.edge, path: ['rule'] });
  if (rule?.kind === 'forward' && 'phase' in rule.anchor)
    points.push({ ...rule.anchor, path: ['rule', 'anchor'] });
  if (rule?.kind === 'backward' && typeof rule.from !== 'string')
    points.push({ ...rule.from, path: ['rule', 'from'] });
  return points;
}
