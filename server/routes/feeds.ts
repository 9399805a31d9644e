// A calendar of one's own deadlines: read by a calendar program at an address that nobody guesses, with nobody signed in; and that
// address, made, made anew and ended by its owner.
import { createHash } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { feedView, issuedFeed } from '../contract/telling/feeds.ts';
import { derivedNow } from '../door/derived.ts';
import { type OwnDeadlines, ownDeadlines } from '../feed/concerned.ts';
import { logged } from '../http/access/logged.ts';
import { type Api, guarded, json } from '../http/guarded-route.ts';
import { ProblemError } from '../http/problem/problem.ts';
import { callerOf, type RequestEnv } from '../http/request.ts';
import type { ServerParts } from '../parts.ts';
import { type Derived, type Language, personalCalendar } from '../report/deadline-calendar.ts';

const tags = ['deadlines'];

const stateRoute = guarded(
  { need: 'signedIn' },
  {
    method: 'get',
    path: '/calendar-feed',
    operationId: 'calendarFeed',
    tags,
    summary: '自分のカレンダーの有無 / whether one’s own calendar has an address, and when it was last read',
    responses: { 200: json(feedView, 'made when and read when; never the address') },
  },
);
const renewRoute = guarded(
  { need: 'signedIn' },
  {
    method: 'post',
    path: '/calendar-feed',
    operationId: 'renewCalendarFeed',
    tags,
    summary:
      'カレンダーのアドレスを作る・作り直す / an address for one’s own calendar, shown once; ends the one before',
    responses: { 200: json(issuedFeed, 'the address') },
  },
);
const revokeRoute = guarded(
  { need: 'signedIn' },
  {
    method: 'delete',
    path: '/calendar-feed',
    operationId: 'revokeCalendarFeed',
    tags,
    summary: 'カレンダーのアドレスを終える / end the address',
    responses: { 204: { description: 'ended' } },
  },
);

export function calendarFeedRoutes(api: Api, parts: ServerParts): void {
  const { feeds } = parts;
  api.openapi(stateRoute, async (c) => c.json({ feed: await feeds.of(callerOf(c).person.account) }, 200));
  api.openapi(renewRoute, async (c) => {
    const made = await feeds.renew(callerOf(c).person.account);
    // The machine's own operator is no person and holds no post.
    if (!made) throw new ProblemError('forbidden');
    // One that cannot be logged is told to nobody.
    await logged(c, parts);
    return c.json({ path: `/feeds/${made.secret}.ics`, madeAt: made.madeAt }, 200);
  });
  api.openapi(revokeRoute, async (c) => {
    if (!(await feeds.revoke(callerOf(c).person.account))) throw new ProblemError('notFound');
    await logged(c, parts);
    return c.body(null, 204);
  });
}

type C = Context<RequestEnv>;

const ADDRESS = '/feeds/:file';
/** As the access log names it: never with what stands in the address. */
const LOGGED_AS = 'GET /feeds/{secret}.ics';
/** Of more programmes one line tells. */
const MOST_LINES = 20;

/** Beside the API: no session, no token, and nothing said of whether somebody has that address. */
export function feedRoutes(app: Hono<RequestEnv>, parts: ServerParts): void {
  app.get(ADDRESS, async (c) => {
    const person = await readerOf(c, parts);
    const own = await ownDeadlines(parts, person);
    await logReading(c, parts, { account: person.account, own });
    const file = await fileOf(parts, { person, own, language: languageOf(c) });
    await parts.feeds.wasRead(person.account);
    return answered(c, file);
  });
}

/** @throws ProblemError notFound for whoever has no such address, in the same words */
async function readerOf(c: C, { feeds, people, feedLimit, guessLimit, remoteAddress }: ServerParts) {
  const secret = /^(.+)\.ics$/.exec(c.req.param('file') ?? '')?.[1] ?? '';
  const account = await feeds.accountOf(secret);
  const wait =
    account === null ? await guessLimit.attempt(remoteAddress(c)) : await feedLimit.attempt(account);
  if (wait !== null) throw new ProblemError('tooMany', { retryAfter: wait });
  const person = account === null ? null : await people.find(account);
  if (!person || person.disabled) throw new ProblemError('notFound');
  return person;
}

const languageOf = (c: C): Language => (c.req.query('lang') === 'en' ? 'en' : 'ja');

async function logReading(
  c: C,
  { accessLog, remoteAddress }: ServerParts,
  { account, own: { programmes } }: { account: string; own: OwnDeadlines },
): Promise<void> {
  const told =
    programmes.length > 0 && programmes.length <= MOST_LINES ? programmes.map(({ code }) => code) : [null];
  const detail = programmes.length > MOST_LINES ? { programmes: String(programmes.length) } : {};
  for (const programme of told) {
    const access = { account, via: 'feed', address: remoteAddress(c), what: LOGGED_AS } as const;
    await accessLog.writeOnce({ ...access, programme, system: null, detail }).catch((error: unknown) => {
      throw new ProblemError('unlogged', {}, error);
    });
  }
}

async function fileOf(
  parts: ServerParts,
  {
    person,
    own,
    language,
  }: { person: { account: string; name: string }; own: OwnDeadlines; language: Language },
): Promise<string> {
  const feed = await parts.feeds.of(person.account);
  // Made anew while it was read.
  if (!feed) throw new ProblemError('notFound');
  const { deadlines, more } = own;
  const derived = await derivedOf(parts, own);
  return personalCalendar(deadlines, { person: person.name, more, madeAt: feed.madeAt, language, derived });
}

/** Of several programmes, each with the names that it has for systems. */
async function derivedOf(
  { ledger, systemNames }: ServerParts,
  { programmes, deadlines }: OwnDeadlines,
): Promise<Derived> {
  const each = programmes.map(async (programme) => {
    const rows = deadlines.flatMap((one) => (one.row.programme === programme.code ? [one.row] : []));
    return [programme.code, await derivedNow(ledger, await systemNames(programme), rows)] as const;
  });
  const known = new Map(await Promise.all(each));
  return (row) => known.get(row.programme)?.(row).derivation ?? [];
}

/** Asked for again each time, by whoever keeps it: what may be seen is decided anew. */
function answered(c: C, file: string): Response {
  const tag = `"${createHash('sha256').update(file).digest('base64url')}"`;
  const headers = { ETag: tag, 'Cache-Control': 'private, no-cache' };
  const known = (c.req.header('If-None-Match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  if (known.includes(tag)) return c.body(null, 304, headers);
  return c.body(file, 200, {
    ...headers,
    'Content-Type': 'text/calendar; charset=UTF-8',
    'Content-Disposition': 'inline; filename="sekimori.ics"',
  });
}
