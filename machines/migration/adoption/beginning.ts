// Where a new system begins that goes on with others, and what it remembers of the way there: of several what all of them have, since
// nothing is claimed of one that was so of another alone. Pure.
import { counterparts } from '../../definition/counterparts.ts';
import type { MigrationDefinition } from '../../definition/definition.ts';
import { canonical } from '../../record/entry.ts';
import type { Instant, VagueDay } from '../../values/date.ts';
import { votedDays } from '../budget/voted.ts';
import { notedOfHeir } from '../noted/carrying.ts';
import {
  type Activity,
  type ContinuedFrom,
  type DeadlineState,
  type MigrationContext,
  type MigrationSnapshot,
  type Regime,
  standing,
} from '../state.ts';
import { later, withoutDay } from '../walk.ts';
import { relocatedDeadlines } from './deadlines.ts';
import { relocatedPhases } from './phases.ts';

/** A system that has ended so that others go on with it: by which entry, under which definition, in which state. */
export interface Ended extends ContinuedFrom {
  definition: MigrationDefinition;
  snapshot: MigrationSnapshot;
}

type Remembered =
  | 'days'
  | 'reach'
  | 'passed'
  | 'closedOn'
  | 'plan'
  | 'deadlines'
  | 'budgets'
  | 'movedOn'
  | 'live'
  | 'rolledBackOn'
  | 'special'
  | 'selection'
  | 'contract'
  | 'noted'
  | 'pause'
  | 'holds'
  | 'milestones'
  | 'forsaken'
  | 'waived';

export interface Beginning extends Pick<MigrationContext, Remembered> {
  phase: string;
  regime: Regime;
  activity: Exclude<Activity, 'retired'>;
}

/** What it was before it ended. */
export const activityBefore = ({ value, context }: MigrationSnapshot): Exclude<Activity, 'retired'> =>
  context.retired?.from ?? (value.activity === 'retired' ? 'active' : value.activity);

/** Those that were not cancelled, where there is one: what was given up is no measure of the others. */
function goingOn(ended: readonly Ended[]): readonly Ended[] {
  const found = ended.filter(({ snapshot }) => activityBefore(snapshot) !== 'cancelled');
  return found.length > 0 ? found : ended;
}

/** The phase of the heir's path that stands for where one stood; its first where none does. */
function placeOf({ path }: MigrationDefinition, { definition, snapshot }: Ended): number {
  const phase = counterparts(definition.path, path).get(standing(snapshot).phase);
  return Math.max(
    0,
    path.phases.findIndex(({ id }) => id === phase),
  );
}

/** Where one that has no wish of its own begins: with the one that is least far. */
export const latestPhase = (heir: MigrationDefinition, ended: readonly Ended[]): string =>
  phaseAt(heir, Math.min(...goingOn(ended).map((one) => placeOf(heir, one))));

/** Phases in which one that goes on with others may begin: that in which they stand, or an earlier one. */
export const mayBeginIn = ({ path }: Pick<MigrationDefinition, 'path'>, latest: string): string[] =>
  path.phases.slice(0, path.phases.findIndex(({ id }) => id === latest) + 1).map(({ id }) => id);

const phaseAt = ({ path }: MigrationDefinition, index: number): string =>
  (path.phases[index] ?? path.phases[0] ?? { id: '' }).id;

export function beginningOf(heir: MigrationDefinition, all: readonly Ended[], at: Instant): Beginning {
  const ended = goingOn(all);
  const places = ended.map((one) => placeOf(heir, one));
  const latest = Math.min(...places);
  const wanted = heir.path.phases.findIndex(({ id }) => id === heir.system.continues?.phase);
  const phase = phaseAt(heir, wanted < 0 ? latest : Math.min(wanted, latest));
  // The one that is least far has walked what all have.
  const lead = ended[places.indexOf(latest)] as Ended;
  const others = ended.filter((one) => one !== lead);
  const movedOn = ended.map(({ snapshot }) => snapshot.context.movedOn).sort();
  return {
    phase,
    ...wayTo(heir, lead, phase),
    deadlines: deadlinesOf(heir, [lead, ...others], at),
    budgets: votedInAll(ended),
    movedOn: movedOn.at(-1) ?? lead.snapshot.context.movedOn,
    ...liveOf(ended, lead, phase === phaseAt(heir, latest)),
    ...regimeOf(ended, lead),
    ...activityOf(ended, lead),
    ...milestonesOf(ended),
    ...figuresOf(heir, all),
    ...notedOfHeir(heir, all, phase === phaseAt(heir, latest)),
  };
}

/** It is worked on where it begins: nothing is submitted there. */
function wayTo(heir: MigrationDefinition, { definition, snapshot }: Ended, phase: string) {
  const {
    aside: _aside,
    evidence: _evidence,
    ...way
  } = relocatedPhases(snapshot.context, { leaving: definition, definition: heir }, phase);
  const { days, reach } = withoutDay({ ...snapshot.context, ...way }, phase, 'submitted');
  const isEmpty = (edges: object | undefined) => edges === undefined || Object.keys(edges).length === 0;
  const kept = <T extends object>(of: Record<string, T>) =>
    Object.fromEntries(Object.entries(of).filter(([, edges]) => !isEmpty(edges)));
  return { ...way, days: kept(days), reach: kept(reach) };
}

/** Of each deadline what was told by the first of them that has it. */
function deadlinesOf(
  heir: MigrationDefinition,
  ended: readonly Ended[],
  at: Instant,
): Record<string, DeadlineState> {
  const found = ended.map(({ definition, snapshot: { context } }) => ({
    context,
    states: relocatedDeadlines(context, definition, heir, at).deadlines,
  }));
  const knows = ({ context }: (typeof found)[number], named: string | undefined) =>
    named !== undefined && (context.deadlines[named] ?? context.aside?.deadlines?.[named]) !== undefined;
  const states = heir.deadlines.map(({ id, replaces }): [string, DeadlineState | undefined] => {
    const one = found.find((each) => knows(each, id) || knows(each, replaces)) ?? found[0];
    return [id, one?.states[id]];
  });
  return Object.fromEntries(states.filter((one): one is [string, DeadlineState] => one[1] !== undefined));
}

/** A budget is voted for all of them or not at all, on the last of the days. */
function votedInAll(ended: readonly Ended[]): Record<string, VagueDay> {
  const budgets = ended.map(({ snapshot }) => votedDays(snapshot.context));
  const years = Object.keys(budgets[0] ?? {});
  return Object.fromEntries(
    years.flatMap((year) => {
      const days = budgets.flatMap((voted) => voted[year] ?? []);
      return days.length === budgets.length ? [[year, days.reduce(later)]] : [];
    }),
  );
}

function liveOf(ended: readonly Ended[], { snapshot: { context } }: Ended, isAsFar: boolean) {
  const live = isAsFar && ended.every(({ snapshot }) => snapshot.context.live) ? context.live : null;
  const { rolledBackOn } = context;
  return { live, ...(isAsFar && rolledBackOn !== undefined ? { rolledBackOn } : {}) };
}

/** What was designated of each of them, whenever that was said. */
export const regimeSaid = ({ snapshot }: Pick<Ended, 'snapshot'>): string => {
  const { on: _on, ...special } = snapshot.context.special ?? { on: '' };
  return canonical([standing(snapshot).regime, special]);
};

function regimeOf(ended: readonly Ended[], lead: Ended) {
  const isSame = new Set(ended.map(regimeSaid)).size === 1;
  return isSame
    ? { regime: standing(lead.snapshot).regime, special: lead.snapshot.context.special }
    : { regime: 'standard' as const, special: null };
}

/** It stands still where all of them did, by what held the one that leads. */
function activityOf(ended: readonly Ended[], { snapshot }: Ended) {
  const activities = new Set(ended.map((one) => activityBefore(one.snapshot)));
  const isSame = activities.size === 1;
  const { pause, holds } = snapshot.context;
  const activity = isSame ? activityBefore(snapshot) : ('active' as const);
  return { activity, pause: activity === 'active' ? null : pause, ...(holds ? { holds } : {}) };
}

/** What others have told any of them is so; to do without one was decided of each that awaited it, or is not decided. */
function milestonesOf(ended: readonly Ended[]) {
  const contexts = ended.map(({ snapshot }) => snapshot.context);
  const milestones: MigrationContext['milestones'] = Object.assign(
    {},
    ...contexts.map((one) => one.milestones),
  );
  const gone: MigrationContext['forsaken'] = Object.assign({}, ...contexts.map((one) => one.forsaken));
  const forsaken = Object.fromEntries(Object.entries(gone).filter(([key]) => milestones[key] === undefined));
  const waivers: MigrationContext['waived'] = Object.assign(
    {},
    ...contexts.map((one) => one.waived).reverse(),
  );
  const waived = Object.entries(waivers).filter(([key]) =>
    contexts.every(
      (one) => one.waived[key]?.complete === true || (one.forsaken[key] ?? one.waived[key]) === undefined,
    ),
  );
  return { milestones, forsaken, waived: Object.fromEntries(waived) };
}

function figuresOf(heir: MigrationDefinition, ended: readonly Ended[]) {
  const counted = ended.find(({ definition }) => definition.system.retired?.figures === heir.system.id);
  const { selection = null, contract = null } = counted?.snapshot.context ?? {};
  const to = counted && counterparts(counted.definition.path, heir.path);
  const standsOn = <T extends { phase: string }>(of: T | null): T | null =>
    of && { ...of, phase: to?.get(of.phase) ?? of.phase };
  return { selection: standsOn(selection), contract: standsOn(contract) };
}
