// Who looked at or took out what, signed in or was refused, and when. What is read is written before the answer goes out:
// what cannot be logged is not given.
import type { Sql } from 'postgres';
import { isoOf } from './access-tokens.ts';

export interface Access {
  /** Empty where nobody is known to have asked. */
  account: string;
  /** How the account came in: session, token, the machine's operator acting as it, or not at all. */
  via: 'session' | 'token' | 'operator' | 'nobody';
  /** From where. */
  address: string;
  /** The route read, such as `GET /programmes/{code}/export`. */
  what: string;
  programme: string | null;
  system: string | null;
  /** Whose account it is about. */
  subject?: string | null;
  /** The code of the problem it was refused with. */
  problem?: string | null;
  /** The question's own words: filters, as-of day, format; what an act changed. */
  detail: Record<string, string>;
}
export interface AccessRow extends Access {
  id: number;
  subject: string | null;
  problem: string | null;
  at: string;
  /** It was of every system of the programme, whichever was asked for. */
  ofEverySystem: boolean;
}

export interface AccessFilter {
  programme: string;
  /** Also what is of no programme: for those who oversee the machine. */
  oversees: boolean;
  account?: string | undefined;
  subject?: string | undefined;
  /** With what was read of every system. */
  system?: string | undefined;
  /** The routes (`what`) whose answers hold every system's data. */
  ofEverySystem: readonly string[];
  /** A part of the route, such as `export`. */
  what?: string | undefined;
  /** Only what was refused, or only what was answered. */
  refused?: boolean | undefined;
  /** Wall days in Japan, both counted. */
  from?: string | undefined;
  to?: string | undefined;
}

/** So long the same again is no line of its own: a page that waits asks every few seconds. */
const SAME_MS = 600_000;
const MOST_KNOWN = 5_000;

export type AccessLog = ReturnType<typeof createAccessLog>;

export function createAccessLog(sql: Sql, nowMs: () => number = Date.now) {
  const repeats = new Map<string, { sinceMs: number; again: number }>();
  const write = async (access: Access): Promise<void> => {
    const { account, via, address, what, programme, system, subject = null, problem = null, detail } = access;
    await sql`
      insert into access_log (account, via, address, what, programme, system, subject, problem, detail)
      values (${account}, ${via}, ${address}, ${what}, ${programme}, ${system}, ${subject}, ${problem},
        ${JSON.stringify(detail)}::jsonb)`;
  };
  return {
    write,
    /** The same again within ten minutes is counted, and told by the next line of its kind (`again`). */
    writeOnce: async (access: Access): Promise<void> => {
      const key = JSON.stringify(access);
      const known = repeats.get(key);
      if (known && nowMs() - known.sinceMs < SAME_MS) {
        known.again += 1;
        return;
      }
      const again = known?.again ?? 0;
      const detail = again === 0 ? access.detail : { ...access.detail, again: String(again) };
      await write({ ...access, detail });
      repeats.delete(key);
      repeats.set(key, { sinceMs: nowMs(), again: 0 });
      const [oldest] = repeats.keys();
      if (repeats.size > MOST_KNOWN && oldest !== undefined) repeats.delete(oldest);
    },
    /** Newest first; `before` is the id to go on from. */
    read: async (filter: AccessFilter, before: number | null, limit: number): Promise<AccessRow[]> => {
      const rows = await sql<(Omit<AccessRow, 'at' | 'id'> & { at: string; id: string })[]>`
        select id, at, account, via, address, what, programme, system, subject, problem, detail,
          ${ofEverySystem(sql, filter)} as "ofEverySystem" from access_log
        where ${asked(sql, filter)} ${before === null ? sql`` : sql`and id < ${before}`}
        order by id desc limit ${limit}`;
      return rows.map((row) => ({ ...row, id: Number(row.id), at: isoOf(row.at) }));
    },
  };
}

const ofEverySystem = (sql: Sql, { programme, ofEverySystem: routes }: AccessFilter) =>
  sql`(system is null and programme is not distinct from ${programme} and what = any(${[...routes]}))`;

function asked(sql: Sql, filter: AccessFilter) {
  const { programme, oversees, account, subject, system, what, refused, from, to } = filter;
  const orNone = oversees ? sql`or programme is null` : sql``;
  return sql`(programme = ${programme} ${orNone})
    ${account === undefined ? sql`` : sql`and account = ${account}`}
    ${subject === undefined ? sql`` : sql`and subject = ${subject}`}
    ${system === undefined ? sql`` : sql`and (system = ${system} or ${ofEverySystem(sql, filter)})`}
    ${what === undefined ? sql`` : sql`and position(${what} in what) > 0`}
    ${refused === undefined ? sql`` : sql`and (problem is not null) = ${refused}`}
    ${from === undefined ? sql`` : sql`and at >= (${from}::date)::timestamp at time zone 'Asia/Tokyo'`}
    ${to === undefined ? sql`` : sql`and at < (${to}::date + 1)::timestamp at time zone 'Asia/Tokyo'`}`;
}
