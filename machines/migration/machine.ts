// A definition compiled to its XState machine. Three parallel regions: where it stands on the path, whether it is
// active, which regime its deadline follows. Which event may move which state is written here; why one may not
// happen is rules.ts, what it changes is changes.ts.
import { assign, setup } from 'xstate';
import { settleDeadlines } from '../deadline/deadlines.ts';
import type { MigrationDefinition, Phase } from '../definition/definition.ts';
import { change, changeByLastApproval } from './changes.ts';
import { completesGate, phaseAfter } from './conditions.ts';
import type { Fact, StampedEvent } from './event.ts';
import { enterPhase } from './path-changes.ts';
import { objections } from './rules.ts';
import { initialContext, type MigrationContext, type Standing } from './state.ts';

/** An event as the machine takes it: the fact's type in front, and where the migration stands when it comes. */
export interface MachineEvent {
  type: Fact['type'];
  event: StampedEvent;
  standing: Standing;
}

/** The day the path begins and the instant it is recorded. */
export interface MachineInput {
  on: string;
  at: string;
}

const kept = { guard: 'permitted', actions: 'change' } as const;
const to = (target: string) => ({ ...kept, target });

/** Facts that are taken wherever the path stands. */
const anywhere = {
  'steps.recorded': kept,
  'plan.changed': kept,
  'deadline.extended': kept,
  'budget.voted': kept,
  'selection.recorded': kept,
  'contract.recorded': kept,
  'deadline.reached': kept,
  'milestone.reached': kept,
  'milestone.withdrawn': kept,
};

const activity = {
  initial: 'active',
  states: {
    active: { on: { 'migration.held': to('onHold'), 'migration.cancelled': to('cancelled') } },
    onHold: { on: { 'migration.resumed': to('active'), 'migration.cancelled': to('cancelled') } },
    cancelled: {},
  },
};

const towardsDesignation = { 'regime.applied': to('applied'), 'regime.designated': to('designated') };
const withdrawal = { 'regime.withdrawn': to('standard') };

const regime = {
  initial: 'standard',
  states: {
    standard: { on: { 'regime.flagged': to('candidate'), ...towardsDesignation } },
    candidate: { on: { ...towardsDesignation, ...withdrawal } },
    applied: { on: { 'regime.designated': to('designated'), ...withdrawal } },
    designated: { on: { 'regime.designated': kept, ...withdrawal } },
  },
};

function phaseState(definition: MigrationDefinition, phase: Phase, earlier: readonly Phase[]) {
  const next = phaseAfter(definition, phase.id);
  if (!phase.gate || !next) return {};
  const onward = `#${next.id}`;
  const proposal = earlier.length > 0 ? { 'goingBack.proposed': to('goingBack') } : {};
  return {
    initial: 'working',
    states: {
      working: {
        on: {
          // Papers under review do not change: who approved has seen all of them.
          'evidence.attached': kept,
          'phase.submitted': to('underReview'),
          'gate.imported': to(onward),
          ...proposal,
        },
      },
      underReview: {
        on: {
          'submission.withdrawn': to('working'),
          'gate.returned': to('working'),
          'gate.approved': [
            { target: onward, guard: 'completesGate', actions: 'changeByLastApproval' },
            kept,
          ],
          ...proposal,
        },
      },
      ...(earlier.length > 0 ? { goingBack: { on: goingBackEvents(earlier) } } : {}),
    },
  };
}

function goingBackEvents(earlier: readonly Phase[]) {
  const landings = earlier.map((phase) => ({
    target: `#${phase.id}`,
    guard: { type: 'leadsTo', params: { phase: phase.id } },
    actions: 'change',
  }));
  return { 'goingBack.approved': landings, 'goingBack.dismissed': to('working') };
}

function pathRegion(definition: MigrationDefinition) {
  const { phases } = definition.path;
  const states = phases.map((phase, index) => [
    phase.id,
    { id: phase.id, ...phaseState(definition, phase, phases.slice(0, index)) },
  ]);
  return { initial: (phases[0] as Phase).id, states: Object.fromEntries(states) };
}

/** XState makes an actor without input for every pure transition and drops it: that one's context is never looked at. */
function start(definition: MigrationDefinition, input: MachineInput | undefined): MigrationContext {
  if (!input) return initialContext(definition, '0001-01-01');
  const { on, at } = input;
  const first = definition.path.phases[0] as Phase;
  const entered = enterPhase(definition, initialContext(definition, on), first.id, on);
  return { ...entered, deadlines: settleDeadlines(definition, entered, at) };
}

/** The machine of one migration. Compile once per definition and keep it: compiling costs milliseconds. */
export function migrationMachine(definition: MigrationDefinition) {
  const permitted = ({ context, event }: { context: MigrationContext; event: MachineEvent }): boolean =>
    objections({ definition, context, standing: event.standing, event: event.event }).length === 0;
  return setup({
    // Empty values of the wanted type are XState's documented way to state types.
    types: { context: {} as MigrationContext, events: {} as MachineEvent, input: {} as MachineInput },
    guards: {
      permitted,
      completesGate: ({ context, event }) =>
        permitted({ context, event }) &&
        completesGate(definition, context, event.standing.phase, event.event.actor.post),
      leadsTo: ({ context, event }, { phase }: { phase: string }) =>
        permitted({ context, event }) &&
        event.event.fact.type === 'goingBack.approved' &&
        event.event.fact.to === phase,
    },
    actions: {
      change: assign(({ context, event }) => change(definition, context, event.event, event.standing.phase)),
      changeByLastApproval: assign(({ context, event }) =>
        changeByLastApproval(definition, context, event.event, event.standing.phase),
      ),
    },
  }).createMachine({
    id: 'migration',
    type: 'parallel',
    context: ({ input }) => start(definition, input),
    on: anywhere,
    states: { path: pathRegion(definition), activity, regime },
  });
}

export type MigrationMachine = ReturnType<typeof migrationMachine>;
