// What a programme has adopted and a migration of it has not yet: each as the word that the migration is to take. Whoever tells a
// run, and whoever proves that one was told, asks here.
import type postgres from 'postgres';
import { ADOPTED } from '../../machines/migration/adoption/acts.ts';
import type { Submission } from '../../machines/migration/event.ts';
import {
  type AdoptedEdition,
  adoptionOf,
  type Edition,
  type NamedVersion,
} from '../../machines/programme/amendment/edition.ts';
import { programmeOf, systemOf } from '../../machines/record/chain.ts';
import type { EntryBody } from '../../machines/record/entry.ts';
import { bodyOf, eventIn } from '../../machines/record/reader.ts';
import type { Parts } from './parts.ts';

type Sql = postgres.Sql | postgres.TransactionSql;

/** An adoption in a programme's chain, with the edition that it names. */
export interface Adopted {
  body: EntryBody;
  fact: AdoptedEdition;
  edition: Edition;
}

/** The adoptions of a programme after an entry of its chain, in order. */
export async function adoptionsAfter(
  sql: Sql,
  parts: Pick<Parts, 'fetch'>,
  programme: string,
  after: number,
): Promise<Adopted[]> {
  const rows = await sql<{ body: string }[]>`
    select body from entry where chain = ${programme} and type = ${ADOPTED} and seq > ${after} order by seq`;
  if (rows.length === 0) return [];
  const adopted = rows.map((row) => {
    const body = bodyOf(row);
    return { body, fact: eventIn<{ fact: AdoptedEdition }>(body).fact };
  });
  const editions = await parts.fetch(adopted.map(({ fact }) => fact.edition));
  // What is kept by the digest that an adoption names is an edition: nothing else is proposed.
  return adopted.map(({ body, fact }) => ({ body, fact, edition: editions.get(fact.edition) as Edition }));
}

/** What a migration is to adopt, in order. */
export async function unadopted(sql: Sql, parts: Pick<Parts, 'fetch'>, chain: string): Promise<Submission[]> {
  const system = systemOf(chain);
  if (system === null) return [];
  const [known] = await sql<{ after: number; version: number; digest: string }[]>`
    select
      coalesce((select (e.body::jsonb -> 'fact' ->> 'amendment')::integer from entry e
        where e.chain = ${chain} and e.type = ${ADOPTED} order by e.seq desc limit 1), 0) as after,
      d.version, d.digest
    from definition d where d.chain = ${chain} order by d.version desc limit 1`;
  if (!known) return [];
  let inForce: NamedVersion = { version: known.version, digest: known.digest };
  const adopted = await adoptionsAfter(sql, parts, programmeOf(chain), known.after);
  return adopted.flatMap(({ body, fact, edition }) => {
    const named = edition.migrations[system];
    if (named === undefined || named.digest === inForce.digest) return [];
    const word = adoptionOf(body, fact, inForce, named);
    inForce = named;
    return [word];
  });
}
