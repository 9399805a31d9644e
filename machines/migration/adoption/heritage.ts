// What a system goes on with when others are split into it or merged with it: what they remember of the path, of the businesses
// that it carries, and their documents. Pure: whoever tells it, shows it beforehand and proves it asks here.
import { counterparts, without } from '../../definition/counterparts.ts';
import type { MigrationDefinition, StepStatus } from '../../definition/definition.ts';
import type { Instant } from '../../values/date.ts';
import {
  type ContinuedFrom,
  type MigrationContext,
  type MigrationSnapshot,
  type Paper,
  type Regime,
  standing,
} from '../state.ts';
import { mergeSteps } from '../steps/national-steps.ts';
import { relocatedDeadlines } from './deadlines.ts';
import { relocatedPhases } from './phases.ts';

/** A system that has ended so that others go on with it: by which entry, under which definition, in which state. */
export interface Ended extends ContinuedFrom {
  definition: MigrationDefinition;
  snapshot: MigrationSnapshot;
}

/** What every heir takes. */
type Taken = Pick<MigrationContext, 'steps' | 'stepReasons' | 'evidence' | 'drafters'>;

/** Where a new system begins, and what it remembers of the way there. */
export interface Beginning
  extends Pick<
    MigrationContext,
    | 'days'
    | 'reach'
    | 'passed'
    | 'closedOn'
    | 'plan'
    | 'deadlines'
    | 'budgets'
    | 'movedOn'
    | 'live'
    | 'special'
    | 'selection'
    | 'contract'
  > {
  phase: string;
  regime: Regime;
}

export interface Heritage {
  takes: Taken;
  /** Null where it walks already: then its own way goes on. */
  begins: Beginning | null;
}

/** @param isNew whether it begins with them */
export function heritageOf(
  heir: MigrationDefinition,
  ended: readonly Ended[],
  isNew: boolean,
  at: Instant,
): Heritage {
  return { takes: takenOf(heir, ended), begins: isNew ? beginningOf(heir, ended, at) : null };
}

function takenOf(heir: MigrationDefinition, ended: readonly Ended[]): Taken {
  const { businesses } = heir.system;
  const of = (business: string) =>
    ended.filter(({ definition }) => definition.system.businesses.includes(business));
  const carried = businesses.filter((business) => of(business).length > 0);
  const steps = carried.map((business): [string, Record<string, StepStatus>] => {
    const parts = of(business).map(({ snapshot }) => snapshot.context.steps[business] ?? {});
    return [business, parts.length === 1 ? (parts[0] ?? {}) : mergeSteps(parts)];
  });
  const reasons = carried.map((business): [string, Record<string, string>] => [
    business,
    Object.assign({}, ...of(business).map(({ snapshot }) => snapshot.context.stepReasons[business] ?? {})),
  ]);
  return {
    steps: Object.fromEntries(steps),
    stepReasons: Object.fromEntries(reasons.filter(([, why]) => Object.keys(why).length > 0)),
    evidence: papersOf(heir, ended),
    drafters: [...new Set(ended.flatMap(({ snapshot }) => snapshot.context.drafters))],
  };
}

/** Each document once, in the phase that stands for its own, naming the system that recorded it. */
function papersOf({ path }: MigrationDefinition, ended: readonly Ended[]): Record<string, Paper[]> {
  const found: Record<string, Paper[]> = {};
  for (const { system, definition, snapshot } of ended) {
    const to = counterparts(definition.path, path);
    for (const [phase, papers] of Object.entries(snapshot.context.evidence)) {
      const place = to.get(phase);
      if (place) found[place] = withPapers(found[place] ?? [], papers, system);
    }
  }
  return found;
}

const withPapers = (there: readonly Paper[], more: readonly Paper[], from: string): Paper[] => [
  ...there,
  ...more
    .filter(({ kind, sha256 }) => !there.some((one) => one.kind === kind && one.sha256 === sha256))
    .map((paper) => ({ ...paper, from: paper.from ?? from })),
];

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
  phaseAt(heir, Math.min(...ended.map((one) => placeOf(heir, one))));

const phaseAt = ({ path }: MigrationDefinition, index: number): string =>
  (path.phases[index] ?? path.phases[0] ?? { id: '' }).id;

function beginningOf(heir: MigrationDefinition, ended: readonly Ended[], at: Instant): Beginning {
  const places = ended.map((one) => placeOf(heir, one));
  const latest = Math.min(...places);
  const wanted = heir.path.phases.findIndex(({ id }) => id === heir.system.continues?.phase);
  const phase = phaseAt(heir, wanted < 0 ? latest : Math.min(wanted, latest));
  // The one that is least far has walked what all have.
  const lead = ended[places.indexOf(latest)] as Ended;
  const { context } = lead.snapshot;
  const {
    aside: _aside,
    evidence: _evidence,
    ...phases
  } = relocatedPhases(context, { leaving: lead.definition, definition: heir }, phase);
  const { deadlines } = relocatedDeadlines(context, lead.definition, heir, at);
  const isAsFar = phase === phaseAt(heir, latest);
  const regimes = new Set(ended.map(({ snapshot }) => standing(snapshot).regime));
  const counted = ended.find(({ definition }) => definition.system.retired?.figures === heir.system.id);
  return {
    phase,
    ...phases,
    deadlines,
    budgets: context.budgets,
    movedOn:
      ended
        .map(({ snapshot }) => snapshot.context.movedOn)
        .sort()
        .at(-1) ?? context.movedOn,
    live: isAsFar && ended.every(({ snapshot }) => snapshot.context.live) ? context.live : null,
    ...(regimes.size === 1
      ? { regime: standing(lead.snapshot).regime, special: context.special }
      : { regime: 'standard' as const, special: null }),
    selection: figuresOf(counted, heir, 'selection'),
    contract: figuresOf(counted, heir, 'contract'),
  };
}

function figuresOf<Name extends 'selection' | 'contract'>(
  counted: Ended | undefined,
  heir: MigrationDefinition,
  name: Name,
): MigrationContext[Name] {
  const figures = counted?.snapshot.context[name] ?? null;
  if (!counted || figures === null) return null;
  const to = counterparts(counted.definition.path, heir.path).get(figures.phase);
  return { ...figures, phase: to ?? figures.phase };
}

/** Phases of those that end for which the heir's path has nothing. */
export const unplaced = (
  { path }: Pick<MigrationDefinition, 'path'>,
  ended: Pick<MigrationDefinition, 'path'>,
) => without(ended.path, path);
