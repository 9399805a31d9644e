// Whether what a gate asks for can ever be there: whoever is named for it may supply it, and nobody waits before a gate for
// what happens behind it.
import type { Condition, Path, Phase } from '../../definition/definition.ts';
import type { AskedFact } from '../../migration/gate/basis.ts';
import { WENT_LIVE } from '../../migration/steps/national-steps.ts';
import { unknownIn } from '../names.ts';
import { inside, type Place, problem, type SeedProblem } from '../problem.ts';

/** The path that a gate stands on, as its system walks it. */
export type Ground = Pick<Path, 'phases' | 'goLive' | 'control'>;
type Here = Pick<Phase, 'id' | 'owners'>;

export function checkConditions(
  here: Here,
  conditions: readonly Condition[],
  at: Place,
  ground: Ground,
  known: readonly string[] | null,
): SeedProblem[] {
  return conditions.flatMap((condition, index) => {
    const place = inside(at, index);
    const unknowns = known ? unknownIn('body', condition.who, known, inside(place, 'who')) : [];
    return [
      ...unknowns,
      ...(unknowns.length > 0 ? [] : checkSuppliers(here, condition, inside(place, 'who'), ground)),
      ...checkGoingLive(here, condition, place, ground),
    ];
  });
}

/** What whoever works in the phase records too. */
const BY_OWNERS: ReadonlySet<AskedFact> = new Set([
  'piaDone',
  'ordinancesPromulgated',
  'ordinancesInForce',
  'rehearsalPassed',
  'readinessJudged',
  'stabilised',
] as const);
/** They come after going live. */
const AFTER_LIVE: ReadonlySet<AskedFact> = new Set(['wentLive', 'stabilised'] as const);

/** Those who may supply what a condition asks for; null where it comes from another system. */
function suppliers(
  { owners }: Here,
  condition: Condition,
  { phases, goLive, control }: Ground,
): string[] | null {
  const live = phases.find(({ id }) => id === goLive)?.owners ?? [];
  switch (condition.kind) {
    case 'milestone':
      return null;
    case 'evidence':
      return owners;
    case 'steps':
      return [...control.steps, ...owners, ...(condition.steps.includes(WENT_LIVE) ? live : [])];
    case 'fact':
      return factSuppliers(condition.fact, { live, owners, control });
  }
}

function factSuppliers(
  fact: AskedFact,
  {
    live,
    owners,
    control,
  }: { live: readonly string[]; owners: readonly string[]; control: Ground['control'] },
): string[] {
  switch (fact) {
    case 'wentLive':
      return [...live];
    case 'dataConforms':
    case 'linkageConforms':
      return control.regime;
    default:
      return BY_OWNERS.has(fact) ? [...control.facts, ...owners] : control.facts;
  }
}

/** Also of a soft condition: who is named there is told to supply it. */
export function checkSuppliers(here: Here, condition: Condition, at: Place, ground: Ground): SeedProblem[] {
  const able = suppliers(here, condition, ground);
  if (!able || able.length === 0) return [];
  return condition.who.flatMap((who, index) =>
    able.includes(who)
      ? []
      : [problem('condition.cannotSupply', inside(at, index), { who, able: [...new Set(able)] })],
  );
}

/** A system goes live in its go-live phase at the earliest: a gate before it cannot wait for that. */
function checkGoingLive(
  here: Here,
  condition: Condition,
  at: Place,
  { phases, goLive }: Ground,
): SeedProblem[] {
  const steps = condition.kind === 'steps' && condition.steps.includes(WENT_LIVE);
  const fact = condition.kind === 'fact' && AFTER_LIVE.has(condition.fact);
  if (!condition.hard || !(steps || fact)) return [];
  const order = phases.map(({ id }) => id);
  if (goLive !== undefined && order.indexOf(here.id) >= order.indexOf(goLive)) return [];
  return [
    problem('condition.beforeLive', inside(at, steps ? 'steps' : 'fact'), {
      phase: here.id,
      goLive: goLive ?? null,
    }),
  ];
}
