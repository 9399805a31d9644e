// Small changes of a programme by themselves, without its folder: a closed day, a label, a quorum, one deadline, a body's members or term, a
// plan. Each gives what is wanted in place of what is in force.
import * as z from 'zod';
import { votesAsked } from '../../decision/quorum.ts';
import type { Calendar } from '../../definition/calendar.ts';
import {
  day,
  type Gate,
  id,
  type MigrationDefinition,
  type Path,
  text,
} from '../../definition/definition.ts';
import { lawName } from '../../values/calendar/closed-day.ts';
import { type Day, earliestDay, latestDay } from '../../values/date.ts';
import { plannedDay } from '../../values/schemas.ts';
import { add, addChange } from './adding.ts';
import { addBody, bodyChange } from './adding-body.ts';
import { changeTerm, termChange } from './body-term.ts';
import { type Changed, type ChangeProblem, each, wrong } from './changing.ts';
import { close, endingChanges, retire } from './ending.ts';
import { move, moveChange } from './moving.ts';
import type { Wanted } from './proposal.ts';
import { followed, inOrder, raised } from './settling.ts';
import { merge, mergeChange, split, splitChange } from './splitting.ts';

export const change = z.discriminatedUnion('kind', [
  /** A day on which the offices are closed, or open after all. */
  z.strictObject({ kind: z.literal('closedDay'), on: day, closed: z.boolean() }),
  z.strictObject({
    kind: z.literal('label'),
    of: z.enum(['phase', 'body', 'deadline', 'system', 'programme']),
    /** Of the programme itself its code. */
    id: id,
    label: text,
  }),
  /** Of one body in the gate of a phase, on every path that has it, or on one. */
  z.strictObject({
    kind: z.literal('quorum'),
    phase: id,
    body: id,
    quorum: z.number().int().min(1).max(1000),
    path: id.optional(),
  }),
  /** The fixed day of a deadline, or the first one of an undecided one, wherever it applies. */
  z.strictObject({ kind: z.literal('deadline'), deadline: id, on: day }),
  z.strictObject({ kind: z.literal('members'), body: id, members: z.number().int().min(1).max(1000) }),
  termChange,
  /** Of one system, or of all of a wave. */
  z.strictObject({
    kind: z.literal('plan'),
    of: z.enum(['system', 'wave']),
    id: id,
    phase: id,
    startOn: plannedDay,
    endOn: plannedDay,
  }),
  ...endingChanges,
  moveChange,
  splitChange,
  mergeChange,
  addChange,
  bodyChange,
]);
export type Change = z.infer<typeof change>;
type ChangeOf<K extends Change['kind']> = Extract<Change, { kind: K }>;

/**
 * All of them, one after the other, as the next version; or the first that cannot be. @param from what they change, where that is not what is
 * in force
 */
export function changed(inForce: Wanted, changes: readonly Change[], from: Wanted = inForce): Changed {
  let wanted = inOrder(from);
  for (const one of changes) {
    const next = apply(wanted, one);
    if ('problem' in next) return next;
    wanted = next.wanted;
  }
  const settled = followed({
    ...wanted,
    programme: { ...wanted.programme, version: inForce.programme.version + 1 },
  });
  const beyond = beyondMembers(settled);
  return beyond ? { problem: beyond } : { wanted: raised(inForce, settled) };
}

function apply(wanted: Wanted, one: Change): Changed {
  switch (one.kind) {
    case 'closedDay':
      return closedDay(wanted, one);
    case 'label':
      return label(wanted, one);
    case 'quorum':
      return quorum(wanted, one);
    case 'deadline':
      return deadline(wanted, one);
    case 'members':
      return members(wanted, one);
    case 'term':
      return changeTerm(wanted, one);
    case 'plan':
      return plan(wanted, one);
    case 'retire':
      return retire(wanted, one);
    case 'move':
      return move(wanted, one);
    case 'split':
      return split(wanted, one);
    case 'merge':
      return merge(wanted, one);
    case 'close':
      return close(wanted, one);
    case 'add':
      return add(wanted, one);
    case 'body':
      return addBody(wanted, one);
  }
}

function closedDay(wanted: Wanted, { on, closed }: ChangeOf<'closedDay'>): Changed {
  const isClosed = wanted.migrations.some(({ calendar }) => calendar.closed.includes(on));
  if (isClosed === closed) return { problem: wrong('change.already', { what: on }) };
  return each(wanted, (definition) => {
    const { calendar } = definition;
    const others = calendar.closed.filter((known) => known !== on);
    const days = closed ? [...others, on].sort() : others;
    const reasons = calendar.reasons && { reasons: reasonsWhere(calendar.reasons, on, closed) };
    return { ...definition, calendar: { ...calendar, closed: days, ...reasons } };
  });
}

type Closings = NonNullable<Calendar['reasons']>;

/**
 * A day that opens has no reason any more. One that an amendment closes is what it would have been: a holiday where the law names it,
 * what the same day of other years is by the calendar's rule, else the office's own, of which nothing is said.
 */
function reasonsWhere(reasons: Closings, on: Day, closed: boolean): Closings {
  const others = reasons.filter((reason) => reason.on !== on);
  if (!closed) return others;
  const holiday = lawName(on);
  const rule = others.find((reason) => reason.kind !== 'holiday' && reason.on.slice(5) === on.slice(5));
  const own: Closings = holiday ? [{ on, kind: 'holiday', name: holiday }] : rule ? [{ ...rule, on }] : [];
  return [...others, ...own].sort((a, b) => (a.on < b.on ? -1 : 1));
}

function label(wanted: Wanted, { of, id: named, label: given }: ChangeOf<'label'>): Changed {
  const known = knownOf(wanted, of);
  if (!known.includes(named)) return { problem: wrong('change.unknown', { what: of, id: named, known }) };
  const renamed = <T extends { id: string }>(items: readonly T[]): T[] =>
    items.map((item) => (item.id === named ? { ...item, label: given } : item));
  const { programme } = wanted;
  if (of === 'programme') {
    const name = { ...programme, name: given };
    const migrations = wanted.migrations.map((one) => ({
      ...one,
      programme: { ...one.programme, name: given },
    }));
    return { wanted: { programme: name, migrations } };
  }
  const done = each(wanted, (definition) => {
    if (of === 'phase')
      return { ...definition, path: { ...definition.path, phases: renamed(definition.path.phases) } };
    if (of === 'deadline') return { ...definition, deadlines: renamed(definition.deadlines) };
    if (of === 'body') return { ...definition, bodies: renamed(definition.bodies) };
    const { system } = definition;
    return system.id === named ? { ...definition, system: { ...system, name: given } } : definition;
  });
  if (of !== 'body' || !('wanted' in done)) return done;
  return { wanted: { ...done.wanted, programme: { ...programme, bodies: renamed(programme.bodies) } } };
}

function knownOf({ programme, migrations }: Wanted, of: ChangeOf<'label'>['of']): string[] {
  const found = {
    programme: () => [programme.code],
    body: () => programme.bodies.map((body) => body.id),
    system: () => programme.systems,
    phase: () => migrations.flatMap(({ path }) => path.phases.map((phase) => phase.id)),
    deadline: () => migrations.flatMap(({ deadlines }) => deadlines.map((one) => one.id)),
  };
  return [...new Set(found[of]())];
}

function quorum(wanted: Wanted, given: ChangeOf<'quorum'>): Changed {
  const { phase, body, quorum: votes, path: only } = given;
  const isMeant = (path: Path) => only === undefined || path.id === only;
  const asks = ({ path }: MigrationDefinition) =>
    isMeant(path) &&
    path.phases.some(
      ({ id: one, gate }) => one === phase && gate?.approvals.some((approval) => approval.body === body),
    );
  if (!wanted.migrations.some(asks)) {
    const gates = wanted.migrations.flatMap(({ path }) =>
      path.phases.flatMap(
        ({ id: one, gate }) => gate?.approvals.map((approval) => `${one} ${approval.body}`) ?? [],
      ),
    );
    return {
      problem: wrong('change.unknown', {
        what: 'quorum',
        id: `${phase} ${body}`,
        known: [...new Set(gates)],
      }),
    };
  }
  const withVotes = (gate: Gate): Gate => ({
    ...gate,
    approvals: gate.approvals.map((approval) =>
      approval.body === body ? { ...approval, quorum: votes } : approval,
    ),
  });
  return each(wanted, (definition) => {
    if (!asks(definition)) return definition;
    const phases = definition.path.phases.map((one) =>
      one.id === phase && one.gate ? { ...one, gate: withVotes(one.gate) } : one,
    );
    return { ...definition, path: { ...definition.path, phases } };
  });
}

function deadline(wanted: Wanted, { deadline: named, on }: ChangeOf<'deadline'>): Changed {
  const all = wanted.migrations.flatMap(({ deadlines }) => deadlines);
  const found = all.filter((one) => one.id === named);
  if (found.length === 0)
    return {
      problem: wrong('change.unknown', {
        what: 'deadline',
        id: named,
        known: [...new Set(all.map((one) => one.id))],
      }),
    };
  if (found.some(({ rule }) => rule.kind !== 'fixed' && rule.kind !== 'undecided'))
    return { problem: wrong('change.notFixed', { deadline: named }) };
  return each(wanted, (definition) => ({
    ...definition,
    deadlines: definition.deadlines.map((one) =>
      one.id === named ? { ...one, rule: { kind: 'fixed', on } } : one,
    ),
  }));
}

function members(wanted: Wanted, { body: named, members: count }: ChangeOf<'members'>): Changed {
  const known = wanted.programme.bodies.map((body) => body.id);
  if (!known.includes(named)) return { problem: wrong('change.unknown', { what: 'body', id: named, known }) };
  const counted = <B extends { id: string; members: number }>(bodies: readonly B[]): B[] =>
    bodies.map((body) => (body.id === named ? { ...body, members: count } : body));
  return {
    wanted: {
      programme: { ...wanted.programme, bodies: counted(wanted.programme.bodies) },
      migrations: wanted.migrations.map((one) => ({ ...one, bodies: counted(one.bodies) })),
    },
  };
}

function plan(wanted: Wanted, { of, id: named, phase, startOn, endOn }: ChangeOf<'plan'>): Changed {
  if (earliestDay(startOn) > latestDay(endOn))
    return { problem: wrong('change.reversed', { startOn, endOn }) };
  const isMeant = ({ system, path }: MigrationDefinition) =>
    (of === 'system' ? system.id : system.wave) === named && path.phases.some((one) => one.id === phase);
  if (!wanted.migrations.some(isMeant)) {
    const known = wanted.migrations.map(({ system }) => (of === 'system' ? system.id : system.wave));
    return { problem: wrong('change.unknown', { what: of, id: named, known: [...new Set(known)] }) };
  }
  return each(wanted, (definition) => {
    if (!isMeant(definition)) return definition;
    const others = definition.plan.filter((one) => one.phase !== phase);
    const order = definition.path.phases.map((one) => one.id);
    const planned = [...others, { phase, startOn, endOn }];
    return { ...definition, plan: planned.sort((a, b) => order.indexOf(a.phase) - order.indexOf(b.phase)) };
  });
}

function beyondMembers({ migrations }: Wanted): ChangeProblem | null {
  for (const { path, bodies } of migrations)
    for (const { gate } of path.phases)
      for (const approval of gate?.approvals ?? []) {
        const { body } = approval;
        const votes = votesAsked(approval, bodies);
        const count = bodies.find((one) => one.id === body)?.members ?? 0;
        if (votes > count) return wrong('change.beyond', { body, members: count, quorum: votes });
      }
  return null;
}
