// What speaks against systems being split or merged, of the edition alone: whoever goes on with one is named on both sides, begins with
// it, carries all that it carried, and walks a path on which it has a place.
import { type MigrationDefinition, partOfBusiness } from '../../definition/definition.ts';
import { unplaced } from '../../migration/adoption/heritage.ts';
import { countsFor } from '../../migration/steps/national-steps.ts';
import { canonical } from '../../record/entry.ts';
import type { ProgrammeDefinition } from '../definition.ts';

interface Wanted {
  programme: Pick<ProgrammeDefinition, 'businesses'>;
  migrations: readonly MigrationDefinition[];
}

export interface HeirProblemFacts {
  /** One side names the other, and not the other way round. */
  'heir.unknown': { system: string; heir: string };
  /** It walks already: only a merger may have one such heir, and no other. */
  'heir.underWay': { system: string; heir: string };
  /** It walks already and goes on its own way: it does not begin anywhere. */
  'heir.ownWay': { heir: string; phase: string };
  'heir.leaves': { system: string; businesses: string[] };
  'heir.twice': { business: string; systems: string[] };
  'heir.unplaced': { system: string; heir: string; phases: string[] };
  /** What is split or merged walks in the edition in force: it neither comes with this one, nor had it ended before. */
  'heir.notWalking': { system: string };
  /** By whom and how a system was gone on with stays as it was adopted. */
  'heir.fixed': { system: string };
  /** A selection and a contract go to one that begins, and to each one at most. */
  'heir.figures': { system: string; heir: string };
}
export type HeirProblem = {
  [C in keyof HeirProblemFacts]: { code: C; facts: HeirProblemFacts[C] };
}[keyof HeirProblemFacts];

export function heirProblems(before: readonly MigrationDefinition[], wanted: Wanted): HeirProblem[] {
  const known = new Map(before.map((definition) => [definition.system.id, definition]));
  const ends = ({ system }: MigrationDefinition) =>
    (system.retired?.as === 'split' || system.retired?.as === 'merged') &&
    known.get(system.id)?.system.retired === undefined;
  const isKnown = ({ system }: MigrationDefinition) => known.has(system.id);
  const ending = wanted.migrations.filter(ends);
  return [
    ...wanted.migrations.flatMap((heir) => unnamed(wanted, heir)),
    ...fixed(wanted, known),
    ...ownWays(wanted, known),
    ...ending.filter((one) => !isKnown(one)).map(({ system }) => notWalking(system.id)),
    ...ending.filter(isKnown).flatMap((system) => problemsOf(wanted, system, known)),
    ...figureProblems(ending, known),
  ];
}

const notWalking = (system: string): HeirProblem => ({ code: 'heir.notWalking', facts: { system } });

const goneOnWith = ({ retired }: MigrationDefinition['system']) =>
  retired?.heirs && canonical([retired.as, retired.heirs, retired.figures ?? null]);

/** What has happened is not said otherwise by a later edition; that one ended in another way before is no beginning for others. */
function fixed({ migrations }: Wanted, known: ReadonlyMap<string, MigrationDefinition>): HeirProblem[] {
  return migrations.flatMap(({ system }): HeirProblem[] => {
    const before = known.get(system.id)?.system;
    const isNew = before?.retired !== undefined && !before.retired.heirs && system.retired?.heirs;
    if (isNew) return [notWalking(system.id)];
    const [was, now] = [before && goneOnWith(before), goneOnWith(system)];
    const from = system.continues?.from ?? [];
    const isLeft = before?.continues?.from.some((one) => !from.includes(one)) ?? false;
    const isOther = was !== undefined && was !== now;
    return isOther || isLeft ? [{ code: 'heir.fixed', facts: { system: system.id } }] : [];
  });
}

/** What began once keeps where it did. */
function ownWays({ migrations }: Wanted, known: ReadonlyMap<string, MigrationDefinition>): HeirProblem[] {
  return migrations.flatMap(({ system: { id: heir, continues } }): HeirProblem[] => {
    const before = known.get(heir)?.system;
    const phase = continues?.phase;
    const isSaid = before !== undefined && phase !== undefined && phase !== before.continues?.phase;
    return isSaid ? [{ code: 'heir.ownWay', facts: { heir, phase } }] : [];
  });
}

function figureProblems(
  ending: readonly MigrationDefinition[],
  known: ReadonlyMap<string, MigrationDefinition>,
): HeirProblem[] {
  const given = ending.flatMap(({ system }) =>
    system.retired?.figures === undefined ? [] : [{ system: system.id, heir: system.retired.figures }],
  );
  return given
    .filter(({ heir }, index) => known.has(heir) || given.findIndex((one) => one.heir === heir) !== index)
    .map((facts) => ({ code: 'heir.figures', facts }));
}

const heirsOf = ({ migrations }: Wanted, { system }: MigrationDefinition): MigrationDefinition[] =>
  migrations.filter((one) => system.retired?.heirs?.includes(one.system.id));

/** Also where one that was split is taken back while its heirs go on. */
const unnamed = ({ migrations }: Wanted, { system: heir }: MigrationDefinition): HeirProblem[] =>
  (heir.continues?.from ?? [])
    .filter(
      (named) =>
        !migrations.some(({ system }) => system.id === named && system.retired?.heirs?.includes(heir.id)),
    )
    .map((system) => ({ code: 'heir.unknown', facts: { system, heir: heir.id } }));

function problemsOf(
  wanted: Wanted,
  ended: MigrationDefinition,
  known: ReadonlyMap<string, MigrationDefinition>,
): HeirProblem[] {
  const { id: system, retired } = ended.system;
  const heirs = heirsOf(wanted, ended);
  const named = [...(retired?.heirs ?? []), ...(retired?.figures ? [retired.figures] : [])];
  const isHeir = (one: string) =>
    heirs.some(({ system: heir }) => heir.id === one && heir.continues?.from.includes(system));
  const strange = named.length === 0 ? [system] : named.filter((one) => !isHeir(one));
  const maySurvive = retired?.as === 'merged' && heirs.length === 1 && heirs[0]?.system.retired === undefined;
  const walking = maySurvive ? [] : heirs.filter(({ system: heir }) => known.has(heir.id));
  return [
    ...strange.map((heir): HeirProblem => ({ code: 'heir.unknown', facts: { system, heir } })),
    ...walking.map((one): HeirProblem => ({ code: 'heir.underWay', facts: { system, heir: one.system.id } })),
    ...businessProblems(wanted, ended, heirs),
    ...heirs.flatMap((heir): HeirProblem[] => {
      const phases = unplaced(heir, ended);
      return phases.length === 0
        ? []
        : [{ code: 'heir.unplaced', facts: { system, heir: heir.system.id, phases } }];
    }),
  ];
}

/** Two of them carry the same part of it. */
function sharesPart(business: string, heirs: readonly MigrationDefinition[]): boolean {
  const parts = heirs.flatMap(({ system }) =>
    system.businesses.includes(business) ? [partOfBusiness(system, business)] : [],
  );
  return new Set(parts).size < parts.length;
}

function businessProblems(
  { programme, migrations }: Wanted,
  { system }: MigrationDefinition,
  heirs: readonly MigrationDefinition[],
): HeirProblem[] {
  const applies = (name: string) => programme.businesses.some((one) => one.name === name && one.applies);
  const left = system.businesses.filter(
    (name) => applies(name) && !heirs.some((one) => countsFor(name, one)),
  );
  const twice = system.businesses.flatMap((business): HeirProblem[] => {
    const carriers = migrations.filter((one) => countsFor(business, one));
    const parts = carriers.map((one) => partOfBusiness(one.system, business));
    const isTwice = carriers.length > 1 && (parts.includes(null) || sharesPart(business, heirs));
    return isTwice
      ? [{ code: 'heir.twice', facts: { business, systems: carriers.map((one) => one.system.id) } }]
      : [];
  });
  return [
    ...(left.length > 0
      ? [{ code: 'heir.leaves' as const, facts: { system: system.id, businesses: left } }]
      : []),
    ...twice,
  ];
}
