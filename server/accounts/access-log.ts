// Who looked at or took out what, and when. Written before the answer goes out: what cannot be logged is not given.
import type { Sql } from 'postgres';
import { isoOf } from './access-tokens.ts';

export interface Access {
  account: string;
  /** How the account came in: session, token, or the machine's operator acting as it. */
  via: 'session' | 'token' | 'operator';
  /** From where. */
  address: string;
  /** The route read, such as `GET /programmes/{code}/export`. */
  what: string;
  programme: string | null;
  system: string | null;
  /** The question's own words: filters, as-of day, format. */
  detail: Record<string, string>;
}
export interface AccessRow extends Access {
  id: number;
  at: string;
}

export type AccessLog = ReturnType<typeof createAccessLog>;

export function createAccessLog(sql: Sql) {
  return {
    write: async ({ account, via, address, what, programme, system, detail }: Access): Promise<void> => {
      await sql`
        insert into access_log (account, via, address, what, programme, system, detail)
        values (${account}, ${via}, ${address}, ${what}, ${programme}, ${system}, ${JSON.stringify(detail)}::jsonb)`;
    },
    /** Newest first; `before` is the id to go on from. What is of no programme is for those who oversee the machine. */
    read: async (
      programme: string,
      oversees: boolean,
      before: number | null,
      limit: number,
    ): Promise<AccessRow[]> => {
      const rows = await sql<(Omit<AccessRow, 'at' | 'id'> & { at: string; id: string })[]>`
        select id, at, account, via, address, what, programme, system, detail from access_log
        where (programme = ${programme} ${oversees ? sql`or programme is null` : sql``}) ${before === null ? sql`` : sql`and id < ${before}`}
        order by id desc limit ${limit}`;
      return rows.map((row) => ({ ...row, id: Number(row.id), at: isoOf(row.at) }));
    },
  };
}
