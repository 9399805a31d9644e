// What a system goes on with when others are split into it or merged with it: what they remember of the path, of the businesses
// that it carries, and their documents; and what of theirs falls. Pure: whoever tells it, shows it beforehand and proves it asks here.
import { counterparts, without } from '../../definition/counterparts.ts';
import type { MigrationDefinition, StepStatus } from '../../definition/definition.ts';
import type { Fallen } from '../../record/fallen.ts';
import type { Instant } from '../../values/date.ts';
import { undecidedPhases } from '../procurement/undecided.ts';
import type { MigrationContext, Paper } from '../state.ts';
import { mergeSteps } from '../steps/national-steps.ts';
import { type Beginning, beginningOf, type Ended } from './beginning.ts';
import { fallenOf } from './falling.ts';

/** What every heir takes. */
interface Taken
  extends Pick<MigrationContext, 'steps' | 'stepReasons' | 'evidence' | 'drafters' | 'measures'> {
  /** Businesses that it carried a part of before: what it says of them itself counts with what it takes. */
  shared?: string[];
}

export interface Heritage {
  takes: Taken;
  /** Null where it walks already: then its own way goes on. */
  begins: Beginning | null;
  /** What of theirs it does not have. */
  falls: Fallen[];
}

/** @param carried the businesses that it carried before; null where it begins with them */
export function heritageOf(
  heir: MigrationDefinition,
  ended: readonly Ended[],
  carried: readonly string[] | null,
  at: Instant,
): Heritage {
  const begins = carried === null ? beginningOf(heir, ended, at) : null;
  const hidden = ended.map((one) => ({ of: one.system, phases: hiddenIn(one, begins) }));
  return {
    takes: takenOf(heir, ended, carried, new Map(hidden.map(({ of, phases }) => [of, phases]))),
    begins,
    falls: [
      ...fallenOf(heir, ended, begins),
      ...ended.flatMap(({ system: of, snapshot }, index): Fallen[] => {
        const phases = hidden[index]?.phases ?? new Set();
        const papers = Object.entries(snapshot.context.evidence).filter(([phase]) => phases.has(phase));
        const count = papers.reduce((sum, [, each]) => sum + each.length, 0);
        return count === 0 ? [] : [{ kind: 'papers', of, count }];
      }),
    ],
  };
}

/** Phases of a procurement that is not decided, in one whose own is decided or is another: their papers would be shown with that. */
function hiddenIn({ definition, snapshot }: Ended, begins: Beginning | null): ReadonlySet<string> {
  const isAnothers = begins === null || begins.selection !== null;
  return new Set(isAnothers ? undecidedPhases(definition, snapshot).map(({ id }) => id) : []);
}

function takenOf(
  heir: MigrationDefinition,
  ended: readonly Ended[],
  carried: readonly string[] | null,
  hidden: ReadonlyMap<string, ReadonlySet<string>>,
): Taken {
  const { businesses } = heir.system;
  const of = (business: string) =>
    ended.filter(({ definition }) => definition.system.businesses.includes(business));
  const taken = businesses.filter((business) => of(business).length > 0);
  const shared = taken.filter((business) => carried?.includes(business));
  const steps = taken.map((business): [string, Record<string, StepStatus>] => {
    const parts = of(business).map(({ snapshot }) => snapshot.context.steps[business] ?? {});
    return [business, parts.length === 1 ? (parts[0] ?? {}) : mergeSteps(parts)];
  });
  const reasons = taken.map((business): [string, Record<string, string>] => [
    business,
    Object.assign({}, ...of(business).map(({ snapshot }) => snapshot.context.stepReasons[business] ?? {})),
  ]);
  return {
    steps: Object.fromEntries(steps),
    stepReasons: Object.fromEntries(reasons.filter(([, why]) => Object.keys(why).length > 0)),
    evidence: papersOf(heir, ended, hidden),
    drafters: [...new Set(ended.flatMap(({ snapshot }) => snapshot.context.drafters))],
    ...(shared.length > 0 ? { shared } : {}),
    ...measuresOf(ended),
  };
}

/** Which function belongs to which business is not said: what is due of one that ended is due of each that goes on with it. */
function measuresOf(ended: readonly Ended[]): Pick<MigrationContext, 'measures'> {
  const measures = Object.assign({}, ...ended.map(({ snapshot }) => snapshot.context.measures));
  return Object.keys(measures).length > 0 ? { measures } : {};
}

/** Each document once, in the phase that stands for its own, naming the system that recorded it. */
function papersOf(
  { path }: MigrationDefinition,
  ended: readonly Ended[],
  hidden: ReadonlyMap<string, ReadonlySet<string>>,
): Record<string, Paper[]> {
  const found: Record<string, Paper[]> = {};
  for (const { system, definition, snapshot } of ended) {
    const to = counterparts(definition.path, path);
    for (const [phase, papers] of Object.entries(snapshot.context.evidence)) {
      const place = to.get(phase);
      const named = papers.map((paper) => ({ ...paper, from: paper.from ?? system }));
      if (place && !hidden.get(system)?.has(phase)) found[place] = withPapers(found[place] ?? [], named);
    }
  }
  return found;
}

/** What is there already does not come twice. */
const withPapers = (there: readonly Paper[], more: readonly Paper[]): Paper[] => [
  ...there,
  ...more.filter(({ kind, sha256 }) => !there.some((one) => one.kind === kind && one.sha256 === sha256)),
];

/** The memory with what it takes. */
export function taking(context: MigrationContext, { takes }: Pick<Heritage, 'takes'>): MigrationContext {
  const evidence = Object.entries(takes.evidence).map(([phase, papers]) => [
    phase,
    withPapers(context.evidence[phase] ?? [], papers),
  ]);
  const shared = (takes.shared ?? []).map((business) => [
    business,
    mergeSteps([context.steps[business] ?? {}, takes.steps[business] ?? {}]),
  ]);
  const reasons = Object.entries(takes.stepReasons).map(([business, why]) => [
    business,
    { ...why, ...context.stepReasons[business] },
  ]);
  return {
    ...context,
    evidence: { ...context.evidence, ...Object.fromEntries(evidence) },
    steps: { ...context.steps, ...takes.steps, ...Object.fromEntries(shared) },
    stepReasons: { ...context.stepReasons, ...Object.fromEntries(reasons) },
    drafters: [...new Set([...context.drafters, ...takes.drafters])],
    ...(takes.measures ? { measures: { ...takes.measures, ...context.measures } } : {}),
  };
}

/** Phases of those that end for which the heir's path has nothing. */
export const unplaced = (
  { path }: Pick<MigrationDefinition, 'path'>,
  ended: Pick<MigrationDefinition, 'path'>,
) => without(ended.path, path);
