// What is remembered of the phases when a definition is adopted: it stays with a phase that stays, goes on with the one that
// stands for it, is set aside where none has it any more, and comes back where one has it again.
import { counterparts } from '../../definition/counterparts.ts';
import type { MigrationDefinition, PlannedPhase } from '../../definition/definition.ts';
import { same } from '../../record/same.ts';
import type { MigrationContext, PhaseDays, PhaseMemory, Planned } from '../state.ts';
import { later } from '../walk.ts';

type Versions = { leaving: MigrationDefinition; definition: MigrationDefinition };

/** @param phase in which the migration stands, by its new id */
export function relocatedPhases(
  context: MigrationContext,
  { leaving, definition }: Versions,
  phase: string,
): Pick<MigrationContext, 'days' | 'reach' | 'passed' | 'evidence' | 'closedOn' | 'plan'> & {
  aside: Record<string, PhaseMemory>;
} {
  const live = new Map(leaving.path.phases.map(({ id }) => [id, memoryOf(context, leaving, id)]));
  const kept = context.aside?.phases ?? {};
  const order = definition.path.phases.map(({ id }) => id);
  const found = order.map((id): [string, PhaseMemory] => {
    const own = live.get(id);
    const known = own?.days?.entered
      ? own
      : (takenUp(own, sources(leaving, definition, id, live), plannedIn(definition.plan, id)) ??
        kept[id] ??
        {});
    const place = order.indexOf(id) - order.indexOf(phase);
    return [id, replanned(definition, id, walked(known, place))];
  });
  const gone = [...live].flatMap(([id, memory]): [string, PhaseMemory][] =>
    order.includes(id) ? [] : [[id, { ...memory, ...figuresOf(context, id) }]],
  );
  const back = Object.entries(kept).filter(([id]) => !order.includes(id));
  return { ...apart(found), aside: Object.fromEntries([...back, ...gone]) };
}

/** Those that the phase stands for, in the order in which they were walked. */
function sources(
  leaving: MigrationDefinition,
  definition: MigrationDefinition,
  id: string,
  live: ReadonlyMap<string, PhaseMemory>,
): PhaseMemory[] {
  const standsFor = counterparts(leaving.path, definition.path);
  const named = leaving.path.phases.filter((phase) => phase.id !== id && standsFor.get(phase.id) === id);
  return named.flatMap((phase) => live.get(phase.id) ?? []);
}

function memoryOf(context: MigrationContext, { plan }: MigrationDefinition, id: string): PhaseMemory {
  const { days, reach, passed, evidence, closedOn = {} } = context;
  return defined({
    days: days[id],
    reach: reach[id],
    passed: passed[id],
    evidence: evidence[id],
    closedOn: closedOn[id],
    plan: context.plan[id],
    planned: plannedIn(plan, id),
  });
}

/** Recorded there: they go on with whatever stands for it, and are its own again where it comes back. */
const figuresOf = ({ selection, contract }: MigrationContext, id: string): PhaseMemory => ({
  ...(selection?.phase === id ? { selection } : {}),
  ...(contract?.phase === id ? { contract } : {}),
});

const plannedIn = (plan: readonly PlannedPhase[], id: string): Planned | undefined => {
  const { phase: _phase, ...dates } = plan.find(({ phase }) => phase === id) ?? { phase: '' };
  return 'startOn' in dates ? dates : undefined;
};

/** A phase in which nobody was takes up those that it stands for, and keeps what was planned and done ahead of it. */
function takenUp(
  own: PhaseMemory | undefined,
  others: readonly PhaseMemory[],
  planned: Planned | undefined,
): PhaseMemory | undefined {
  const taken = united(others);
  if (!own || !taken) return taken ?? own;
  const ahead = united([...others, own]);
  const isItsOwn = same(own.planned, planned);
  const { plan, planned: before } = isItsOwn ? own : (ahead ?? own);
  return defined({ ...taken, closedOn: ahead?.closedOn, plan, planned: before });
}

/** Several phases as one: entered with the first, left and passed with the last, on the papers of all. */
function united(memories: readonly PhaseMemory[]): PhaseMemory | undefined {
  const [first] = memories;
  if (first === undefined || memories.length === 1) return first;
  const walked = memories.filter(({ days }) => days?.entered !== undefined);
  const [begin, end] = [walked[0] ?? first, walked.at(-1) ?? first];
  const isOver = memories.at(-1) === end;
  const { submitted, left } = isOver ? (end.days ?? {}) : {};
  const closed = memories.flatMap(({ closedOn }) => closedOn ?? []);
  return defined({
    days: begin.days && defined({ entered: begin.days.entered, submitted, left }),
    reach: reachOf(begin, isOver ? end : {}),
    passed: isOver ? end.passed : undefined,
    evidence: memories.some(({ evidence }) => evidence)
      ? memories.flatMap(({ evidence = [] }) => evidence)
      : undefined,
    closedOn: closed.length > 0 ? closed.reduce(later) : undefined,
    plan: spanOf(memories.flatMap(({ plan }) => plan ?? [])),
    planned: spanOf(memories.flatMap(({ planned }) => planned ?? [])),
  });
}

function reachOf({ reach: begin }: PhaseMemory, { reach: end }: PhaseMemory): PhaseDays | undefined {
  const { submitted, left } = end ?? {};
  const reach = defined({ entered: begin?.entered, submitted, left });
  return Object.keys(reach).length > 0 ? reach : undefined;
}

const spanOf = (plans: readonly Planned[]): Planned | undefined => {
  const [first, last] = [plans[0], plans.at(-1)];
  return first && last && { ...first, endOn: last.endOn };
};

/** What lies behind is as it was, where it stands nothing is left yet, and what lies ahead is only planned. */
function walked(memory: PhaseMemory, place: number): PhaseMemory {
  if (place < 0) return memory;
  const { plan, planned, closedOn, days, passed: _passed, ...here } = memory;
  // Steps that a later gate asks for may be done early.
  if (place > 0) return defined({ plan, planned, closedOn });
  const { left: _left, ...open } = days ?? {};
  return defined({ ...here, plan, planned, closedOn, days: open });
}

/** What the amendment plans otherwise counts; what it leaves as it was leaves what acts have planned. */
function replanned(definition: MigrationDefinition, id: string, memory: PhaseMemory): PhaseMemory {
  const planned = plannedIn(definition.plan, id);
  const { plan: before, ...rest } = memory;
  const plan = same(planned, memory.planned) ? before : planned;
  return defined({ ...rest, plan });
}

function apart(memories: readonly [string, PhaseMemory][]) {
  const each = <Name extends keyof PhaseMemory>(name: Name) =>
    Object.fromEntries(
      memories.flatMap(([id, memory]) => (memory[name] === undefined ? [] : [[id, memory[name]]])),
    ) as Record<string, NonNullable<PhaseMemory[Name]>>;
  const closedOn = each('closedOn');
  return {
    days: each('days'),
    reach: each('reach'),
    passed: each('passed'),
    evidence: each('evidence'),
    plan: each('plan'),
    ...(Object.keys(closedOn).length > 0 ? { closedOn } : {}),
  };
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** What is not there is left out: memory is JSON. */
const defined = <T extends object>(given: T): Defined<T> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Defined<T>;
