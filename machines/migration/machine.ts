// A path compiled to its XState machine. Three parallel regions: where it stands on the path, whether it is active, which
// regime its deadline follows. Which act moves which state stands with the act; this file only draws the chart from the
// table. Knows no kind of act, and no system: whose migration it is comes with each event.
import { assign, setup } from 'xstate';
import { settleDeadlines } from '../deadline/settle.ts';
import type { MigrationDefinition, Path, Phase } from '../definition/definition.ts';
import { replacing } from '../play/replacing.ts';
import type { Case, PathTarget, Taken } from './act.ts';
import { actOf, acts, type Fact, type FactType, factTypes } from './acts.ts';
import { change } from './change.ts';
import { phaseAfter } from './phases.ts';
import { objections } from './rules.ts';
import { activities, initialContext, type MigrationContext, type Stage } from './state.ts';
import { enterPhase } from './walk.ts';

/** An event as the machine takes it: the fact's type in front, and the case in which it comes. */
export interface MachineEvent {
  type: FactType;
  given: Omit<Case<Fact>, 'context'>;
}

/** Whose migration begins, on which day, and the instant it is recorded. */
export interface MachineInput {
  definition: MigrationDefinition;
  on: string;
  at: string;
  /** True where it waits for the word of those it goes on with: nothing is due before it stands where they stood. */
  continues?: true;
}

const kept = { guard: 'permitted', actions: 'change' } as const;
const to = (target: string) => ({ ...kept, target });

/** Where several must agree, the state is left with the last voice. */
const onceComplete = (type: FactType, target: string) =>
  'completes' in acts[type] ? [{ ...to(target), guard: 'completes' }, kept] : to(target);

const leadingTo = (type: FactType, target: string) =>
  target === 'stays' ? kept : onceComplete(type, target);

const takenWhere = (wanted: (taken: Taken) => boolean) =>
  factTypes.filter((type) => wanted(acts[type].taken));

const anywhere = Object.fromEntries(takenWhere((taken) => taken === 'anywhere').map((type) => [type, kept]));

/** The act itself says which state holds then. */
const drawnAsSaid = (states: readonly string[]) =>
  states.map((state) => ({ ...to(state), guard: { type: 'says', params: { state } } }));

/** The states of a region beside the path, each with the acts that are taken in it. */
function regionBeside(region: 'activity' | 'regime', states: readonly string[]) {
  const on = (state: string) =>
    Object.fromEntries(
      factTypes.flatMap((type): [string, unknown][] => {
        const taken: Taken = acts[type].taken;
        if (taken === 'anywhere' || taken.region !== region) return [];
        if (taken.from === 'asSaid') return [[type, drawnAsSaid(states)]];
        const target = (taken.from as Record<string, string>)[state];
        return target === undefined ? [] : [[type, leadingTo(type, target)]];
      }),
    );
  const drawn = states.map((state) => [state, { on: on(state) }]);
  return { initial: states[0] as string, states: Object.fromEntries(drawn) };
}

/** The memory changes in the region in which the act is taken. */
const reviewEnds = { guard: 'endsReview', target: 'working' };

/** The transitions of one stage of a phase: what each act that is taken there leads to. */
function stageEvents(stage: Stage, onward: string, earlier: readonly Phase[]) {
  const drawn: Record<PathTarget, (type: FactType, target: string) => unknown> = {
    stays: () => kept,
    onward: (type) => onceComplete(type, onward),
    landing: () => [
      ...earlier.map(({ id }) => ({ ...to(`#${id}`), guard: { type: 'leadsTo', params: { phase: id } } })),
      kept,
    ],
    before: () => [{ ...to('underReview'), guard: 'wasSubmitted' }, to('working')],
    asResolved: (type) => (stage === 'goingBack' ? backResolved : [...gateResolved(type), kept]),
    working: leadingTo,
    underReview: leadingTo,
    goingBack: leadingTo,
  };
  const landings = earlier.map(({ id }) => ({
    ...to(`#${id}`),
    guard: { type: 'leadsTo', params: { phase: id } },
  }));
  const backResolved = [
    ...landings,
    { ...to('underReview'), guard: 'fallsUnderReview' },
    { ...to('working'), guard: 'fallsThrough' },
    kept,
  ];
  const gateResolved = (type: FactType) => [
    ...('completes' in acts[type] ? [{ ...to(onward), guard: 'completes' }] : []),
    { ...to('working'), guard: 'fallsThrough' },
  ];
  return Object.fromEntries(
    factTypes.flatMap((type): [string, unknown][] => {
      const taken: Taken = acts[type].taken;
      if (stage === 'underReview' && 'endsReview' in acts[type]) return [[type, reviewEnds]];
      if (taken === 'anywhere' || taken.region !== 'path') return [];
      const target = taken.from[stage];
      // The first phase has nowhere to go back to.
      if (target === undefined || (target === 'goingBack' && earlier.length === 0)) return [];
      return [[type, drawn[target](type, target)]];
    }),
  );
}

function phaseState(path: Path, phase: Phase, earlier: readonly Phase[]) {
  const next = phaseAfter({ path }, phase.id);
  if (!phase.gate || !next) return {};
  const stages: Stage[] =
    earlier.length > 0 ? ['working', 'underReview', 'goingBack'] : ['working', 'underReview'];
  const states = stages.map((stage) => [stage, { on: stageEvents(stage, `#${next.id}`, earlier) }]);
  return { initial: 'working', states: Object.fromEntries(states) };
}

function pathRegion(path: Path) {
  const { phases } = path;
  const states = phases.map((phase, index) => [
    phase.id,
    { id: phase.id, ...phaseState(path, phase, phases.slice(0, index)) },
  ]);
  return { initial: (phases[0] as Phase).id, states: Object.fromEntries(states) };
}

/** One that nobody has begun has no input: XState's own tools make such a one to look at the machine. */
function start(path: Path, input: MachineInput | undefined): MigrationContext {
  if (!input) return initialContext({ path, system: { businesses: [] }, plan: [] }, '0001-01-01');
  const { definition, on, at, continues } = input;
  const first = path.phases[0] as Phase;
  const entered = enterPhase(initialContext(definition, on), first.id, { occurredOn: on, at });
  const begun = { ...entered, deadlines: settleDeadlines(definition, entered, at) };
  return continues ? { ...begun, continues: [] } : begun;
}

type Asked = { context: MigrationContext; event: MachineEvent };
const caseIn = ({ context, event }: Asked): Case<Fact> => ({ context, ...event.given });
const permitted = (asked: Asked): boolean => objections(caseIn(asked)).length === 0;

/** The machine of all migrations on one path. Compile once per path and keep it: compiling costs milliseconds. */
export function migrationMachine(path: Path) {
  return setup({
    // Empty values of the wanted type are XState's documented way to state types.
    types: { context: {} as MigrationContext, events: {} as MachineEvent, input: {} as MachineInput },
    guards: {
      permitted,
      completes: (asked) => permitted(asked) && isComplete(caseIn(asked)),
      says: (asked, { state }: { state: string }) => {
        const given = caseIn(asked);
        return permitted(asked) && actOf(given.fact).regime?.(given) === state;
      },
      endsReview: (asked) => {
        const given = caseIn(asked);
        return permitted(asked) && actOf(given.fact).endsReview?.(given) === true;
      },
      fallsThrough: (asked) => permitted(asked) && fallsThrough(caseIn(asked)),
      fallsUnderReview: (asked) =>
        permitted(asked) && fallsThrough(caseIn(asked)) && asked.context.submission !== null,
      wasSubmitted: (asked) => permitted(asked) && asked.context.submission !== null,
      leadsTo: (asked, { phase }: { phase: string }) => {
        const { fact } = asked.event.given;
        return 'to' in fact && fact.to === phase && permitted(asked) && isComplete(caseIn(asked));
      },
    },
    actions: { change: assign((asked) => replacing(asked.context, change(caseIn(asked)))) },
  }).createMachine({
    id: 'migration',
    type: 'parallel',
    context: ({ input }) => start(path, input),
    on: anywhere,
    states: {
      path: pathRegion(path),
      activity: regionBeside('activity', activities),
      regime: regionBeside('regime', ['standard', 'candidate', 'applied', 'designated']),
    },
  });
}

const fallsThrough = (given: Case<Fact>): boolean => actOf(given.fact).fallsThrough?.(given) === true;

const isComplete = (given: Case<Fact>): boolean => actOf(given.fact).completes?.(given) ?? true;

export type MigrationMachine = ReturnType<typeof migrationMachine>;
