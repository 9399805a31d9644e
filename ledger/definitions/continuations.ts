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

/** Null where not all of them ended by one amendment, each naming the heir. */
export function wordOf(
  heir: MigrationDefinition,
  endings: readonly Ending[],
  /** The heir's last adoption before it, where it has one. */
  adopted: number | undefined,
): (Submission & { fact: ContinuedFact }) | null {
  const [first] = endings;
  const retired = first?.definition.system.retired;
  if (!first || !retired) return null;
  const { amendment } = eventIn<{ fact: AdoptedFact }>(first.body).fact;
  const isOne = endings.every(
    ({ body, definition }) =>
      eventIn<{ fact: AdoptedFact }>(body).fact.amendment === amendment &&
      definition.system.retired?.heirs?.includes(heir.system.id),
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
    isNew: adopted !== amendment,
    actor: programmeActor(programmeOf(first.body.chain)),
    occurredOn: first.body.occurredOn,
    at,
    reason: retired.reason,
  });
}

/** What a migration is to go on with, once all of it has ended. */
export async function uncontinued(sql: Sql, definitions: Definitions, chain: string): Promise<Submission[]> {
  const heir = systemOf(chain) === null ? null : await definitions.inForce(chain);
  if (heir?.kind !== 'migration' || heir.definition.system.continues === undefined) return [];
  const own = await sql<{ body: string }[]>`
    select body from entry where chain = ${chain} and type in (${CONTINUED}, ${ADOPTED}) order by seq`;
  const bodies = own.map(bodyOf);
  const done = bodies.flatMap((body) =>
    body.fact.type === CONTINUED
      ? eventIn<{ fact: ContinuedFact }>(body).fact.from.map(({ system }) => system)
      : [],
  );
  const adopted = bodies.findLast(({ fact }) => fact.type === ADOPTED);
  const left = heir.definition.system.continues.from.filter((system) => !done.includes(system));
  const endings: Ending[] = [];
  for (const system of left) {
    const ending = await endingOf(sql, definitions, chainOf(programmeOf(chain), system));
    if (ending === null) return [];
    endings.push(ending);
  }
  const word = wordOf(
    heir.definition,
    endings,
    adopted && eventIn<{ fact: AdoptedFact }>(adopted).fact.amendment,
  );
  return word === null ? [] : [word];
}

async function endingOf(sql: Sql, definitions: Definitions, chain: string): Promise<Ending | null> {
  const rows = await sql<Pick<Entry, 'body' | 'hash'>[]>`
    select body, hash from entry where chain = ${chain} and type = ${ADOPTED} order by seq desc`;
  for (const row of rows) {
    const body = bodyOf(row);
    const version: VersionOf = async (of, named) => ({
      kind: 'migration',
      ...(await definitions.migration(of, named)),
    });
    const definition = await endedBy(version, body);
    if (definition === null) continue;
    const [kept] = await sql<Pick<Entry, 'snapshot'>[]>`
      select snapshot from entry where chain = ${chain} and seq = ${body.seq}`;
    if (kept) return { body, hash: row.hash, snapshot: snapshotIn<MigrationSnapshot>(kept), definition };
  }
  return null;
}
