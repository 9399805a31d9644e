// What is wanted in place of what is in force, as an edition that can be proposed: which definitions change, in which version, and
// what speaks against it. The folder, a small change and a system that comes all end here.

import { without } from '../../definition/counterparts.ts';
import type { MigrationDefinition } from '../../definition/definition.ts';
import { awaitedBy } from '../../definition/dependents.ts';
import { type Deciding, deciding, inParts, type Part, partOf } from '../../definition/parts.ts';
import { countsFor } from '../../migration/steps/national-steps.ts';
import { canonical } from '../../record/entry.ts';
import { same } from '../../record/same.ts';
import type { ProgrammeDefinition } from '../definition.ts';
import { termedAmenders, tooFewApprovers } from './approvers.ts';
import type { Edition } from './edition.ts';
import { type HeirProblemFacts, heirProblems } from './heirs.ts';

export interface InForce {
  programme: Deciding<ProgrammeDefinition>;
  migrations: Deciding<MigrationDefinition>[];
}

export interface Wanted {
  programme: ProgrammeDefinition;
  migrations: MigrationDefinition[];
}

export interface Proposal {
  edition: Edition;
  /** The edition's own digest. */
  digest: string;
  /** All that has to be kept before it is proposed. */
  parts: Part[];
  programme: ProgrammeDefinition;
  /** What changes, each with what it would leave. */
  concerned: { leaving: MigrationDefinition; definition: MigrationDefinition }[];
  /** Systems that begin. */
  fresh: MigrationDefinition[];
}

export interface ProposalProblemFacts extends HeirProblemFacts {
  /** The version has to be raised: the same one never has another content. */
  'version.notRaised': { inForce: number; wanted: number };
  'path.sameVersion': { path: string; version: number };
  'calendar.sameVersion': { calendar: string; version: string };
  /** code, rehearsal, startAt: whose it is, and by which clock, is not amended. */
  'programme.fixed': { field: string; was: string };
  /** `like`: systems that begin with businesses of it. */
  'system.gone': { system: string; like: string[] };
  /** Somebody waits for what will not come. */
  'system.awaited': { system: string; milestones: string[]; by: string[] };
  /** It goes, and nobody does what it did; only what is 対象外 is done by nobody. */
  'business.uncovered': { business: string };
  'path.noCounterpart': { system: string; path: string; phases: string[] };
  'quorum.beyond': { body: string; members: number; quorum: number };
  /** Once these terms are over, nobody could amend the programme. */
  'amend.termed': { may: 'propose' | 'approve'; bodies: string[] };
  nothing: Record<string, never>;
}
export type ProposalProblem = {
  [C in keyof ProposalProblemFacts]: { code: C; facts: ProposalProblemFacts[C] };
}[keyof ProposalProblemFacts];

const problem = <C extends keyof ProposalProblemFacts>(
  code: C,
  facts: ProposalProblemFacts[C],
): ProposalProblem =>
  // TypeScript cannot follow a mapped union back from its generic key.
  ({ code, facts }) as ProposalProblem;

/** The same but for the version, which every definition of a programme's edition has from it, and the order of those who are told. */
const alike = <D extends { version: number; dependents?: string[] }>(a: D, b: D): boolean =>
  same(compared(a), compared(b));

const compared = <D extends { version: number; dependents?: string[] }>(one: D) => ({
  ...one,
  version: 0,
  ...(one.dependents ? { dependents: one.dependents.toSorted() } : {}),
});

export function proposalOf(inForce: InForce, wanted: Wanted): Proposal {
  const { version } = wanted.programme;
  const there = new Map(inForce.migrations.map((one) => [one.definition.system.id, one]));
  const given = wanted.migrations.map((definition) => {
    const known = there.get(definition.system.id);
    return known && alike(known.definition, definition) ? known : deciding({ ...definition, version });
  });
  const programme = partOf(wanted.programme);
  const migrations = given.map(({ definition, digest }): [string, Edition['migrations'][string]] => [
    definition.system.id,
    { version: definition.version, digest },
  ]);
  const edition: Edition = {
    programme: { version, digest: programme.digest },
    migrations: Object.fromEntries(migrations),
  };
  const changed = given
    .filter((one) => !inForce.migrations.includes(one))
    .map(({ definition }) => definition);
  const concerned = changed.flatMap((definition) => {
    const leaving = there.get(definition.system.id)?.definition;
    return leaving ? [{ leaving, definition }] : [];
  });
  const kept = partOf(edition);
  const parts = changed.flatMap((definition) => {
    const { rest, parts: named } = inParts(definition);
    return [rest, ...named];
  });
  return {
    edition,
    digest: kept.digest,
    parts: [kept, programme, ...parts],
    programme: wanted.programme,
    concerned,
    fresh: changed.filter(({ system }) => !there.has(system.id)),
  };
}

/** What speaks against proposing it, whatever anybody's case is. */
export function problemsOf(inForce: InForce, wanted: Wanted, proposal: Proposal): ProposalProblem[] {
  const before = inForce.programme.definition;
  const { programme } = wanted;
  const changes = proposal.concerned.length + proposal.fresh.length > 0 || !alike(before, programme);
  if (!changes) return [problem('nothing', {})];
  return [
    ...fixed(before, programme),
    ...(programme.version > before.version
      ? []
      : [problem('version.notRaised', { inForce: before.version, wanted: programme.version })]),
    ...gone(inForce, wanted, proposal),
    ...heirProblems(
      inForce.migrations.map(({ definition }) => definition),
      wanted,
    ),
    ...awaited(wanted),
    ...uncovered(wanted),
    ...eachOnce(proposal.concerned.flatMap(partProblems)),
    ...beyond(programme),
  ];
}

const eachOnce = (problems: readonly ProposalProblem[]): ProposalProblem[] => [
  ...new Map(problems.map((one) => [canonical(one), one])).values(),
];

/** A system that has a record does not go by being left out, nor under another id. */
function gone({ programme, migrations }: InForce, wanted: Wanted, { fresh }: Proposal): ProposalProblem[] {
  return programme.definition.systems
    .filter((system) => !wanted.programme.systems.includes(system))
    .map((system) => {
      const left = migrations.find(({ definition }) => definition.system.id === system)?.definition;
      const like = fresh
        .filter((one) => one.system.businesses.some((name) => left?.system.businesses.includes(name)))
        .map((one) => one.system.id);
      return problem('system.gone', { system, like });
    });
}

/** What gates wait for is announced by a system that goes on. */
function awaited({ migrations }: Wanted): ProposalProblem[] {
  const goOn = migrations.filter(({ system }) => system.retired === undefined);
  const missing = goOn.flatMap(({ system, path, deadlines }) =>
    awaitedBy({ path, deadlines })
      .filter(
        (one) =>
          !goOn.some(
            (other) =>
              other.system.id === one.system &&
              other.path.phases.some(({ announces }) => announces === one.milestone),
          ),
      )
      .map((one) => ({ system: one.system, milestone: one.milestone, by: system.id })),
  );
  return [...new Set(missing.map(({ system }) => system))].map((system) => {
    const own = missing.filter((one) => one.system === system);
    const milestones = [...new Set(own.map(({ milestone }) => milestone))];
    return problem('system.awaited', { system, milestones, by: [...new Set(own.map(({ by }) => by))] });
  });
}

/** Of what a retired system did alone: whether each business has a system is a folder's own matter otherwise. */
const uncovered = ({ programme, migrations }: Wanted): ProposalProblem[] =>
  programme.businesses
    .filter(({ name, applies }) => applies && !migrations.some((one) => countsFor(name, one)))
    .filter(({ name }) => migrations.some(({ system }) => system.retired && system.businesses.includes(name)))
    .map(({ name: business }) => problem('business.uncovered', { business }));

function fixed(before: ProgrammeDefinition, after: ProgrammeDefinition): ProposalProblem[] {
  return (['code', 'rehearsal', 'startAt'] as const)
    .filter((field) => before[field] !== after[field])
    .map((field) => problem('programme.fixed', { field, was: String(before[field]) }));
}

function partProblems({ leaving, definition }: Proposal['concerned'][number]): ProposalProblem[] {
  const { path, calendar, system } = definition;
  const phases = without(leaving.path, path);
  return [
    ...(leaving.path.id === path.id && leaving.path.version >= path.version && !same(leaving.path, path)
      ? [problem('path.sameVersion', { path: path.id, version: leaving.path.version })]
      : []),
    ...(leaving.calendar.version === calendar.version && !same(leaving.calendar, calendar)
      ? [problem('calendar.sameVersion', { calendar: calendar.id, version: calendar.version })]
      : []),
    ...(phases.length > 0
      ? [problem('path.noCounterpart', { system: system.id, path: path.id, phases })]
      : []),
  ];
}

/** Those who approve amendments are enough to do so, beside whoever proposes one. */
function beyond(programme: ProgrammeDefinition): ProposalProblem[] {
  const { amend, bodies } = programme;
  const few = amend && tooFewApprovers(amend, bodies);
  return [
    ...(few ? [problem('quorum.beyond', few)] : []),
    ...termedAmenders(programme).map((one) => problem('amend.termed', one)),
  ];
}
