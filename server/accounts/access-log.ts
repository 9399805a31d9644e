// Who looked at or took out what, signed in or was refused, and when. What is read is written before the answer goes out:
// what cannot be logged is not given.
import { createHash } from 'node:crypto';
import type { Sql } from 'postgres';
import { isoOf } from './access-tokens.ts';
import { networkOf } from './sign-in/network.ts';

export interface Access {
  /** Empty where nobody is known to have asked. */
  account: string;
  /** How the account came in: session, token, the machine's operator acting as it, by the address of its calendar, or not at all. */
  via: 'session' | 'token' | 'operator' | 'nobody' | 'feed';
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
  /** The people's names as they are now; null where there is no such person. */
  name: string | null;
  subjectName: string | null;
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
/** Lines that one address may make of nobody's requests in that time; what it asks beyond is one line, counted. */
export const MOST_OF_NOBODY = 100;
const BEYOND = { what: 'more', programme: null, system: null, subject: null, detail: {} };
/** Characters of a word of a question, as it is kept. */
const LONGEST_WORD = 300;

export type AccessLog = ReturnType<typeof createAccessLog>;

export function createAccessLog(sql: Sql, nowMs: () => number = Date.now) {
  const repeats = new Map<string, { sinceMs: number; again: number }>();
  const ofNobody = new Map<string, { sinceMs: number; lines: number }>();
  /** Counts a line of nobody's; what is beyond the most of its address is told together. */
  const folded = (access: Access): Access => {
    const { via, address } = access;
    if (via !== 'nobody') return access;
    const from = networkOf(address);
    const known = ofNobody.get(from);
    const isFresh = known !== undefined && nowMs() - known.sinceMs < SAME_MS;
    const counted = isFresh ? { ...known, lines: known.lines + 1 } : { sinceMs: nowMs(), lines: 1 };
    kept(ofNobody, from, counted);
    return counted.lines > MOST_OF_NOBODY ? { ...access, ...BEYOND, address: from } : access;
  };
  /** Where the same was written not long ago: one more of it. */
  const counts = (access: Access): boolean => {
    const known = repeats.get(keyOf(access));
    if (!known || nowMs() - known.sinceMs >= SAME_MS) return false;
    known.again += 1;
    return true;
  };
  const write = async (access: Access): Promise<void> => {
    const { account, via, address, what, programme, system, subject = null, problem = null, detail } = access;
    await sql`
      insert into access_log (account, via, address, what, programme, system, subject, problem, detail)
      values (${account}, ${via}, ${address}, ${what}, ${programme}, ${system}, ${subject}, ${problem},
        ${JSON.stringify(short(detail))}::jsonb)`;
  };
  return {
    write,
    /** The same again within ten minutes is counted, and told by the next line of its kind (`again`). */
    writeOnce: async (access: Access): Promise<void> => {
      if (counts(access)) return;
      const line = folded(access);
      if (line !== access && counts(line)) return;
      const key = keyOf(line);
      const again = repeats.get(key)?.again ?? 0;
      await write(again === 0 ? line : { ...line, detail: { ...line.detail, again: String(again) } });
      kept(repeats, key, { sinceMs: nowMs(), again: 0 });
    },
    /** Newest first; `before` is the id to go on from. */
    read: async (filter: AccessFilter, before: number | null, limit: number): Promise<AccessRow[]> => {
      const rows = await sql<(Omit<AccessRow, 'at' | 'id'> & { at: string; id: string })[]>`
        select id, at, account, via, address, what, programme, system, subject, problem, detail,
          (select name from person where person.account = access_log.account) as name,
          (select name from person where person.account = access_log.subject) as "subjectName",
          ${ofEverySystem(sql, filter)} as "ofEverySystem" from access_log
        where ${asked(sql, filter)} ${before === null ? sql`` : sql`and id < ${before}`}
        order by id desc limit ${limit}`;
      return rows.map((row) => ({ ...row, id: Number(row.id), at: isoOf(row.at) }));
    },
  };
}

const ofEverySystem = (sql: Sql, { programme, ofEverySystem: routes }: AccessFilter) =>
  sql`(system is null and programme is not distinct from ${programme} and what = any(${[...routes]}))`;

const keyOf = (access: Access): string =>
  createHash('sha256').update(JSON.stringify(access)).digest('base64url');

/** As the newest; the oldest goes where there are too many. */
function kept<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > MOST_KNOWN && oldest !== undefined) map.delete(oldest);
}

const short = (detail: Access['detail']): Access['detail'] =>
  Object.fromEntries(
    Object.entries(detail).map(([name, word]) => [
      name,
      word.length > LONGEST_WORD ? `${word.slice(0, LONGEST_WORD)}…` : word,
    ]),
  );

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
