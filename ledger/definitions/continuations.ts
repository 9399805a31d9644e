// What a programme says to a system that goes on with others: made of the entries by which those ended, wherever the entries lie.
// Whoever tells a run, and whoever proves that one was told, asks here.
import type postgres from 'postgres';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import { ADOPTED, type AdoptedFact } from '../../machines/migration/adoption/acts.ts';
import {
  CONTINUED,
  type ContinuedFact,
  continuationOf,
} from '../../machines/migration/adoption/continuing.ts';
import type { Submission } from '../../machines/migration/event.ts';
import type { MigrationSnapshot } from '../../machines/migration/state.ts';
import { programmeActor } from '../../machines/programme/amendment/edition.ts';
import { chainOf, programmeOf, systemOf } from '../../machines/record/chain.ts';
import type { Entry, EntryBody } from '../../machines/record/entry.ts';
import { bodyOf, eventIn, snapshotIn } from '../../machines/record/reader.ts';
import type { Definitions, Kept } from './definitions.ts';

type Sql = postgres.Sql | postgres.TransactionSql;
type VersionOf = (chain: string, version: number) => Promise<Kept | null>;

/** The entry by which a system ended, split or merged, with the definition that says so. */
export interface Ending {
  body: EntryBody;
  hash: string;
  snapshot: MigrationSnapshot;
  definition: MigrationDefinition;
}

/** The definition by which an adoption ends its system so that others go on with it; null where it does not. */
export async function endedBy(version: VersionOf, body: EntryBody): Promise<MigrationDefinition | null> {
  const adopts = await version(body.chain, body.versions.definition);
  if (adopts?.kind !== 'migration' || !adopts.definition.system.retired?.heirs) return null;
  const leaves = await version(body.chain, eventIn<{ fact: AdoptedFact }>(body).fact.leaves.version);
  const isFirst = leaves?.kind === 'migration' && leaves.definition.system.retired === undefined;
  return isFirst ? adopts.definition : null;
}

/** What an heir is, as it goes on with those that ended by one amendment. */
export interface Heir {
  definition: MigrationDefinition;
  /** The businesses that it carried before that amendment; null where it begins with it. */
  carried: readonly string[] | null;
}

/** Null where not all of them ended by one amendment, each naming the heir. */
export function wordOf(
  { definition: heir, carried }: Heir,
  endings: readonly Ending[],
): (Submission & { fact: ContinuedFact }) | null {
  const [first] = endings;
  const retired = first?.definition.system.retired;
  if (!first || !retired) return null;
  const amendment = amendmentOf(first.body);
  const isOne = endings.every(
    ({ body, definition }) =>
      amendmentOf(body) === amendment && definition.system.retired?.heirs?.includes(heir.system.id),
  );
  if (!isOne) return null;
  const ended = endings.map(({ body, hash, snapshot, definition }) => ({
    system: definition.system.id,
    seq: body.seq,
    hash,
    definition,
    snapshot,
  }));
  const at = endings
    .map(({ body }) => body.recordedAt)
    .reduce((a, b) => (Date.parse(a) > Date.parse(b) ? a : b));
  return continuationOf(heir, ended, {
    amendment,
    carried,
    actor: programmeActor(programmeOf(first.body.chain)),
    occurredOn: first.body.occurredOn,
    at,
    reason: retired.reason,
  });
}

const amendmentOf = (body: EntryBody): number => eventIn<{ fact: AdoptedFact }>(body).fact.amendment;

/** By which systems a definition goes on, that the one before it did not. */
const gainedIn = (definition: MigrationDefinition, leaving?: MigrationDefinition): string[] => {
  const before = leaving?.system.continues?.from ?? [];
  return (definition.system.continues?.from ?? []).filter((system) => !before.includes(system));
};

/** The systems with which an adoption lets one that walks already go on, and what it carried before. */
export async function gained(
  version: VersionOf,
  body: EntryBody,
): Promise<{ systems: string[]; carried: readonly string[] } | null> {
  const adopts = await version(body.chain, body.versions.definition);
  const leaves = await version(body.chain, eventIn<{ fact: AdoptedFact }>(body).fact.leaves.version);
  if (adopts?.kind !== 'migration' || leaves?.kind !== 'migration') return null;
  const systems = gainedIn(adopts.definition, leaves.definition);
  return systems.length > 0 ? { systems, carried: leaves.definition.system.businesses } : null;
}

/** What a migration is to go on with, one amendment after the other, as far as all of it has ended. */
export async function uncontinued(sql: Sql, definitions: Definitions, chain: string): Promise<Submission[]> {
  const heir = systemOf(chain) === null ? null : await definitions.inForce(chain);
  if (heir?.kind !== 'migration' || heir.definition.system.continues === undefined) return [];
  const words: Submission[] = [];
  for (const { systems, carried } of await roundsOf(sql, definitions, chain)) {
    const endings = await Promise.all(
      systems.map((system) => endingOf(sql, definitions, chainOf(programmeOf(chain), system))),
    );
    const all = endings.flatMap((ending) => ending ?? []);
    const word = all.length === systems.length ? wordOf({ definition: heir.definition, carried }, all) : null;
    if (word === null) break;
    words.push(word);
  }
  return words;
}

/** Each time that it was to go on with others, and has not: with those that it begins with, then with what it adopts. */
async function roundsOf(sql: Sql, definitions: Definitions, chain: string) {
  const rows = await sql<{ body: string }[]>`
    select body from entry where chain = ${chain} and type in (${CONTINUED}, ${ADOPTED}) order by seq`;
  const bodies = rows.map(bodyOf);
  const first = await definitions.firstMigration(chain);
  const begun = first?.begin.continues ? gainedIn(first.definition) : [];
  const rounds: { systems: string[]; carried: readonly string[] | null }[] =
    begun.length > 0 ? [{ systems: begun, carried: null }] : [];
  for (const body of bodies.filter(({ fact }) => fact.type === ADOPTED)) {
    const round = await gained(versionsIn(definitions), body);
    if (round) rounds.push(round);
  }
  const done = new Set(
    bodies.flatMap((body) =>
      body.fact.type === CONTINUED
        ? eventIn<{ fact: ContinuedFact }>(body).fact.from.map(({ system }) => system)
        : [],
    ),
  );
  return rounds.filter(({ systems }) => !systems.every((system) => done.has(system)));
}

const versionsIn =
  (definitions: Definitions): VersionOf =>
  async (chain, version) => ({ kind: 'migration', ...(await definitions.migration(chain, version)) });

async function endingOf(sql: Sql, definitions: Definitions, chain: string): Promise<Ending | null> {
  const rows = await sql<Pick<Entry, 'body' | 'hash'>[]>`
    select body, hash from entry where chain = ${chain} and type = ${ADOPTED} order by seq desc`;
  for (const row of rows) {
    const body = bodyOf(row);
    const definition = await endedBy(versionsIn(definitions), body);
    if (definition === null) continue;
    const [kept] = await sql<Pick<Entry, 'snapshot'>[]>`
      select snapshot from entry where chain = ${chain} and seq = ${body.seq}`;
    if (kept) return { body, hash: row.hash, snapshot: snapshotIn<MigrationSnapshot>(kept), definition };
  }
  return null;
}
