// Who holds what as a programme's chain begins to say so: the people of a rehearsal, whoever is over all programmes already, and where
// 0.2.0 had kept them in tables, what stood there. Recorded by the loading, or by the first start of this version.
import type { Sql } from 'postgres';
import type { Ledger } from '../../ledger/open.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import type { PowersNamed } from '../../machines/programme/powers/acts.ts';
import { ITEMS } from '../../machines/record/limits.ts';
import { isoOf } from '../accounts/access-tokens.ts';
import type { Door } from '../door/door.ts';
import { sekimori } from './own-actor.ts';

type Named = Pick<PowersNamed, 'people' | 'grants'>;
export type NamedPerson = Named['people'][number];
export type NamedGrant = Named['grants'][number];

export interface PowersParts {
  ledger: Pick<Ledger, 'powers' | 'database'>;
  door: Pick<Door, 'submitToProgramme'>;
}

/**
 * Asked again, nothing is recorded twice.
 * @param brought people and posts that the loading brings
 * @throws where the record does not take it, or does not answer
 */
export async function beginPowers(
  { ledger, door }: PowersParts,
  { code }: Pick<ProgrammeDefinition, 'code'>,
  today: string,
  brought: Named = { people: [], grants: [] },
): Promise<void> {
  const known = await ledger.powers(code);
  if (known !== null && !known.incomplete) return;
  const { sql } = ledger.database;
  const until = await tablesUntil(sql, code);
  const before = until === null ? { people: [], grants: [] } : await carried(sql, code, until);
  const over = await overAll(sql, code);
  const people = byAccount([...over.people, ...brought.people, ...before.people]);
  const others = [...over.grants, ...brought.grants].filter(notAmong(before.grants));
  const grants = [...before.grants, ...others];
  const type = until === null ? ('powers.begun' as const) : ('powers.carriedOver' as const);
  const parts = inParts({ people, grants });
  for (const [index, part] of parts.entries()) {
    const more = index < parts.length - 1 ? { more: true as const } : {};
    const outcome = await door.submitToProgramme(code, {
      fact: { type, ...part, ...more },
      actor: sekimori,
      occurredOn: today,
      requestId: `${type}/${index + 1}`,
    });
    if (outcome.status !== 'recorded')
      throw new Error(`${type} of ${code}: ${outcome.status}`, { cause: outcome });
  }
}

function inParts({ people, grants }: Named): Named[] {
  const count = Math.max(1, Math.ceil(people.length / ITEMS.powers), Math.ceil(grants.length / ITEMS.powers));
  const part = <T>(items: readonly T[], index: number) =>
    items.slice(index * ITEMS.powers, (index + 1) * ITEMS.powers);
  return Array.from({ length: count }, (_, index) => ({
    people: part(people, index),
    grants: part(grants, index),
  }));
}

const byAccount = (people: readonly NamedPerson[]): NamedPerson[] => [
  ...new Map(people.map((person) => [person.account, person])).values(),
];

const notAmong = (known: readonly NamedGrant[]) => (given: NamedGrant) =>
  !known.some(
    (one) =>
      one.account === given.account &&
      one.post === given.post &&
      one.system === given.system &&
      one.fromOn === given.fromOn &&
      one.untilOn === given.untilOn,
  );

interface Row {
  account: string;
  name: string;
  rehearsal: string | null;
  disabledAt: string | null;
  post: string | null;
  programme: string | null;
  system: string | null;
  fromOn: string;
  untilOn: string;
  givenBy: string;
  givenAt: string;
  endedBy: string | null;
  endedAt: string | null;
}

/** Taken in when what people hold was kept in tables alone: until when; null where it was later. */
async function tablesUntil(sql: Sql, code: string): Promise<string | null> {
  const [row] = await sql<{ until: string }[]>`
    select until from programme_before_powers where programme = ${code}`;
  return row?.until ?? null;
}

/** What 0.2.0 kept for a programme or over all, ended grants too; and the people it knew who held nothing. */
async function carried(sql: Sql, code: string, until: string): Promise<Named> {
  const rows = await sql<Row[]>`
    select account, name, rehearsal, disabled_at as "disabledAt", post, programme, system, from_on::text as "fromOn",
      until_on::text as "untilOn", granted_by as "givenBy", granted_at as "givenAt", ended_by as "endedBy", ended_at as "endedAt"
    from person left join post_grant_before using (account)
    where created_at <= ${until}
      and coalesce(programme, rehearsal, ${code}) = ${code}
    order by post_grant_before.id nulls last, account`;
  return namedOf(rows, code);
}

/** What stands over all by the chain of another programme. */
async function overAll(sql: Sql, code: string): Promise<Named> {
  const rows = await sql<Row[]>`
    select distinct on (account, post, from_on, until_on) account, name, rehearsal, disabled_at as "disabledAt", post, programme,
      system, from_on::text as "fromOn", least(until_on, ended_on)::text as "untilOn", granted_by as "givenBy",
      granted_at as "givenAt", null as "endedBy", null as "endedAt"
    from post_grant join person using (account)
    where programme is null and chain <> ${code} and (ended_at is null or ended_on is not null)
    order by account, post, from_on, until_on, granted_at`;
  return namedOf(rows, code);
}

function namedOf(rows: readonly Row[], code: string): Named {
  const people = rows.map(({ account, name, rehearsal, disabledAt }) => ({
    account,
    name,
    ...(rehearsal === code ? { rehearsal: true as const } : {}),
    ...(disabledAt === null ? {} : { shutAt: isoOf(disabledAt) }),
  }));
  return { people: byAccount(people), grants: rows.flatMap(grantIn) };
}

function grantIn({ account, post, programme, system, fromOn, untilOn, ...row }: Row): NamedGrant[] {
  if (post === null) return [];
  const { givenBy, givenAt, endedBy, endedAt } = row;
  return [
    {
      account,
      post,
      system,
      ...(programme === null ? { overAll: true as const } : {}),
      fromOn,
      untilOn,
      givenBy,
      givenAt: isoOf(givenAt),
      ...(endedAt === null ? {} : { ended: { at: isoOf(endedAt), by: endedBy ?? 'unknown' } }),
    },
  ];
}
