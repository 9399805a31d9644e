// A sound seed as the definitions and events that are loaded: the programme, every migration, their past, the
// rehearsal's accounts. Pure; the same seed gives the same bytes.

import type { Deadline, MigrationDefinition } from '../../definition/definition.ts';
import { dependentsAmong, occurrenceOf } from '../../definition/dependents.ts';
import type { Submission } from '../../migration/event.ts';
import type { ProgrammeDefinition } from '../../programme/definition.ts';
import type { ProgrammeSubmission } from '../../programme/event.ts';
import { programmeKey } from '../../record/chain.ts';
import type { VagueDay } from '../../values/date.ts';
import { nationalBusinesses } from '../../values/names/business.ts';
import type { Part, Seed } from '../draft.ts';
import type { PathSeed, ProgrammeFile, SystemSeed } from '../schema.ts';
import { bodiesOf, gatesOf, metBodies } from './bodies.ts';
import { calendarOf } from './calendar.ts';
import { deadlinesOf, planOf } from './deadlines.ts';
import { beginOf, programmeHistory, systemHistory } from './history.ts';
import { pathOf } from './path.ts';

/** Who may sign in to a rehearsal, with posts in the whole programme (`system: null`) or in one system. */
export interface SeedAccount {
  account: string;
  name: string;
  posts: { post: string; system: string | null; until: string | null }[];
  administrator: boolean;
}

export interface ExpandedSeed {
  programme: ProgrammeDefinition;
  migrations: MigrationDefinition[];
  /** The day on which each system's path begins (`on` of the machine's `start`), by system id. */
  starts: Record<string, VagueDay>;
  history: { programme: ProgrammeSubmission[]; migrations: Record<string, Submission[]> };
  accounts: SeedAccount[];
}

/** A system with the path it names; null where that path is not there. */
export function pathPart(paths: readonly Part<PathSeed>[], system: SystemSeed): Part<PathSeed> | null {
  return paths.find(({ value }) => value.id === system.path) ?? null;
}

export function systemParts(seed: Pick<Seed, 'systems'>): Part<SystemSeed>[] {
  const { at, value } = seed.systems;
  return value.systems.map((system, index) => ({
    at: { file: at.file, path: [...at.path, 'systems', index] },
    value: system,
  }));
}

/** The mark of a rehearsal that stands beside the real programme. */
const besideOf = ({ rehearsal }: ProgrammeFile): string | undefined =>
  typeof rehearsal === 'object' ? rehearsal.as : undefined;

const whoseOf = (file: ProgrammeFile): Pick<ProgrammeDefinition, 'code' | 'rehearsal'> => ({
  code: programmeKey(file.code, besideOf(file)),
  rehearsal: file.rehearsal !== false,
});

function programmeOf(file: ProgrammeFile, systems: readonly SystemSeed[]): ProgrammeDefinition {
  const order = Object.keys(nationalBusinesses);
  const businesses = file.businesses.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  return {
    ...file,
    ...whoseOf(file),
    bodies: metBodies(file),
    businesses,
    systems: systems.map(({ id }) => id),
  };
}

/** Those of its programme that a system's deadlines are counted from. */
function occurrencesOf(
  { occurrences = [] }: ProgrammeFile,
  deadlines: readonly Deadline[],
): Pick<MigrationDefinition, 'occurrences'> {
  const counted = new Set(deadlines.map(occurrenceOf));
  const own = occurrences.filter(({ id }) => counted.has(id));
  return own.length > 0 ? { occurrences: own } : {};
}

/** The definition of every system whose path is known. */
export function migrationsOf(seed: Omit<Seed, 'history' | 'accounts'>): MigrationDefinition[] {
  const { programme, systems, deadlines, calendar } = seed;
  const { version, name, closed: closing, decisions } = programme.value;
  const walks = systems.value.systems.flatMap((system) => {
    const part = pathPart(seed.paths, system);
    if (!part) return [];
    const path = pathOf(part.value, system);
    return [{ system, path, deadlines: deadlinesOf(deadlines.value, system, path.phases) }];
  });
  const closed = calendarOf(calendar.value);
  const gates = gatesOf(
    seed.paths.map(({ value }) => value),
    systems.value.systems,
  );
  const bodies = bodiesOf(programme.value, gates);
  const whose = whoseOf(programme.value);
  const waiting = dependentsAmong(walks);
  return walks.map(({ system, path, deadlines: own }) => ({
    version,
    programme: { ...whose, name, ...(closing === undefined ? {} : { closed: closing }) },
    system: {
      id: system.id,
      name: system.name,
      businesses: system.businesses,
      wave: system.wave,
      ...(system.part ? { part: system.part } : {}),
      ...(system.parts ? { parts: system.parts } : {}),
      ...(system.assumed ? { assumed: system.assumed } : {}),
      ...(system.retired ? { retired: system.retired } : {}),
      ...(system.continues ? { continues: system.continues } : {}),
    },
    path,
    bodies,
    deadlines: own,
    plan: planOf(systems.value.plans, system, path.phases),
    calendar: closed,
    dependents: waiting.get(system.id) ?? [],
    ...occurrencesOf(programme.value, own),
    ...(decisions ? { decisions } : {}),
  }));
}

export function expandSeed(seed: Seed): ExpandedSeed {
  const beside = besideOf(seed.programme.value);
  const parts = systemParts(seed);
  const migrations = parts.flatMap((system): [string, Submission[]][] => {
    const path = pathPart(seed.paths, system.value);
    return path
      ? [[system.value.id, systemHistory(seed, path, system).map(({ submission }) => submission)]]
      : [];
  });
  return {
    programme: programmeOf(seed.programme.value, seed.systems.value.systems),
    migrations: migrationsOf(seed),
    starts: Object.fromEntries(parts.map(({ value }) => [value.id, beginOf(seed, value.id)])),
    history: {
      programme: programmeHistory(seed.history).map(({ submission }) => submission),
      migrations: Object.fromEntries(migrations),
    },
    accounts: seed.accounts.value.accounts.map(({ id, name, posts, until, administrator }) => ({
      // Nobody is asked for another's password, nor for that of their real account.
      account: beside === undefined ? id : `${id}-${beside}`,
      name,
      administrator,
      posts: posts.flatMap(({ post, systems }) =>
        (systems ?? [null]).map((system) => ({ post, system, until: until ?? null })),
      ),
    })),
  };
}
