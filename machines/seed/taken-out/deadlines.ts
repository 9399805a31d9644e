// The deadlines of all migrations as the templates that would give them: what several have alike stands once, with the waves, paths and
// systems that it applies to; one for every planned phase stands as `eachPhase` where it is one.
import type { Deadline, MigrationDefinition, Phase } from '../../definition/definition.ts';
import { DEFAULT_LADDER } from '../../definition/ladder.ts';
import { canonical } from '../../record/canonical.ts';
import { same } from '../../record/same.ts';
import { deadlinesOf, told } from '../expand/deadlines.ts';
import type { DeadlinesFile, DeadlineTemplate, SystemSeed } from '../schema.ts';
import { appliesToOf } from './applying.ts';
import { commonest } from './commonest.ts';
import { inOneOrder } from './one-order.ts';

type Said = Omit<DeadlineTemplate, 'appliesTo'>;

/** @param systems as the file has them, in the order of `given` */
export function deadlinesFileOf(
  given: readonly MigrationDefinition[],
  systems: readonly SystemSeed[],
): DeadlinesFile {
  const others = systems.some(({ roles }) => roles) ? eachOnce(given) : [];
  const migrations = given.map((one, index) => ({
    ...one,
    deadlines: asOthersHave(one, systems[index], others),
  }));
  const all = commonest(
    migrations.flatMap(({ deadlines }) => deadlines.flatMap(({ ladder }) => ladder ?? [])),
  );
  const own = all && !same(all, DEFAULT_LADDER) ? all : null;
  const usual = own ?? DEFAULT_LADDER;
  const lists = migrations.map(({ deadlines, path }) => templatesOf(deadlines, path.phases, usual));
  const keyed = lists.map((list) => list.map((one) => canonical(one)));
  const keys = keyed.map((list) => new Set(list));
  const known = new Map(lists.flat().map((one) => [canonical(one), one]));
  const deadlines = inOneOrder(keyed).flatMap((key) => {
    const said = known.get(key);
    const having = systems.filter((_one, index) => keys[index]?.has(key));
    if (!said) return [];
    const { id, label, basis, kind, ...rest } = said;
    const named = { id, label, basis, ...(kind === undefined ? {} : { kind }) };
    return [{ ...named, appliesTo: appliesToOf(having, systems), ...rest }];
  });
  return { ...(own ? { ladders: { all: own } } : {}), deadlines };
}

/** Where another holds the posts of one that others have, theirs gives it. */
function asOthersHave(
  { deadlines }: MigrationDefinition,
  system: SystemSeed | undefined,
  others: readonly Deadline[],
): Deadline[] {
  if (!system?.roles) return deadlines;
  return deadlines.map(
    (own) => others.find((one) => one.id === own.id && same(told(one, system), own)) ?? own,
  );
}

/** Most systems have the same. */
const eachOnce = (migrations: readonly MigrationDefinition[]): Deadline[] => [
  ...new Map(migrations.flatMap(({ deadlines }) => deadlines).map((one) => [canonical(one), one])).values(),
];

/** In their order; each either one deadline or, where all phases with a gate have one alike, one for each of them. */
function templatesOf(
  deadlines: readonly Deadline[],
  phases: readonly Phase[],
  usual: NonNullable<Deadline['ladder']>,
): Said[] {
  const found: Said[] = [];
  for (let index = 0; index < deadlines.length; ) {
    const each = eachPhaseAt(deadlines, index, phases, usual);
    const one = deadlines[index];
    if (one) found.push(each?.said ?? saidOf(one, usual));
    index += each?.count ?? 1;
  }
  return found;
}

function saidOf(deadline: Deadline, usual: NonNullable<Deadline['ladder']>): Said {
  const { ladder, extendableBy, ...rest } = deadline;
  return {
    ...rest,
    extendableBy: extendableBy.length === 0 && deadline.hard ? 'nobody' : extendableBy,
    ...(ladder && !same(ladder, usual) ? { ladder } : {}),
  };
}

const replacedIn = (label: string, phase: string): string => label.replaceAll(phase, '{phase}');

/** Whether it is one is seen by making it: what a template gives is what stands there, or it is none. */
function eachPhaseAt(
  deadlines: readonly Deadline[],
  index: number,
  phases: readonly Phase[],
  usual: NonNullable<Deadline['ladder']>,
): { said: Said; count: number } | null {
  const gated = phases.filter(({ gate }) => gate);
  const [first] = gated;
  const one = deadlines[index];
  if (!one || !first || !one.id.endsWith(`-${first.id}`)) return null;
  const { rule: _rule, metBy: _met, replaces: _replaces, ...rest } = saidOf(one, usual);
  const label = {
    ja: replacedIn(one.label.ja, first.label.ja),
    en: replacedIn(one.label.en, first.label.en),
  };
  const said: Said = { ...rest, id: one.id.slice(0, -first.id.length - 1), label, eachPhase: true };
  const there = deadlines.slice(index, index + gated.length);
  return same(madeBy(said, phases, usual), there) ? { said, count: gated.length } : null;
}

function madeBy(said: Said, phases: readonly Phase[], usual: NonNullable<Deadline['ladder']>): Deadline[] {
  const appliesTo = { waves: [], paths: [], systems: ['any'], except: [] };
  const system: Pick<SystemSeed, 'id' | 'wave' | 'path'> = { id: 'any', wave: '', path: '' };
  // Of a system only where it stands, and whether it has roles, is asked.
  return deadlinesOf(
    { ladders: { all: usual }, deadlines: [{ ...said, appliesTo }] },
    system as SystemSeed,
    phases,
  );
}
