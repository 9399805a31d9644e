// Stands before every route of the API: who asks, may they, of which programme; and writes the access log where the
// route is logged. A route without a stated need is refused, so that none can be forgotten.
import { timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { SecondFactorSetting } from '../../host/process/sign-in-settings.ts';
import type { Ledger } from '../../ledger/open.ts';
import { ADMINISTRATOR } from '../../machines/programme/people/offices.ts';
import { auditsSome, seesAll } from '../../machines/programme/people/sight.ts';
import { chainOf } from '../../machines/record/chain.ts';
import { OPERATOR } from '../../machines/record/grant-id.ts';

import { isStorable } from '../../machines/values/text.ts';
import type { Access, AccessLog } from '../accounts/access-log.ts';
import { type AccessTokens, digestOf } from '../accounts/access-tokens.ts';
import {
  administers,
  administersHere,
  audits,
  heldBy,
  oversees,
  readingScope,
} from '../accounts/authority.ts';
import type { People, Person } from '../accounts/people.ts';
import { mustEnrol } from '../accounts/second-factor/policy.ts';
import type { Authentication } from '../accounts/sign-in/authentication.ts';
import type { Clocks } from '../door/clocks.ts';
import { type FirstSetUpParts, requireSetUp } from './access/first-set-up.ts';
import type { Guard, Need } from './guarded-route.ts';
import { ProblemError } from './problem/problem.ts';
import { isForwarded } from './remote-address.ts';
import type { Caller, ProgrammeAtHand, RequestEnv, RouteAt } from './request.ts';
import { changes, requireSameSite, setCookies } from './security.ts';

export interface GatekeeperParts extends Pick<FirstSetUpParts, 'firstSecret' | 'signInLimit'> {
  ledger: Ledger;
  clocks: Clocks;
  people: People;
  authentication: Authentication;
  secondFactor: SecondFactorSetting;
  tokens: AccessTokens;
  accessLog: AccessLog;
  /** SHA-256 of the token of the machine's own operator; null where there is none. */
  operatorDigest: string | null;
  /** The address of the other side of the connection. */
  remoteAddress: (c: Context) => string;
  /** The guard of a route, by its method and Hono's path. */
  guardOf: (method: string, path: string) => Guard | null;
}

export const API_PATH = '/api/v1';

type C = Context<RequestEnv>;

export function gatekeeper(parts: GatekeeperParts): MiddlewareHandler<RequestEnv> {
  return async (c, next) => {
    const route = routeAt(c);
    c.set('route', route);
    const guard = parts.guardOf(route.method, route.path);
    if (!guard) throw new ProblemError('forbidden');
    if (guard.need === 'open' || guard.need === 'setsUp') {
      if (guard.need === 'setsUp') await requireSetUp(c, parts);
      if (changes(c.req.method)) requireSameSite(c);
      if (guard.logged) await log(c, parts, NOBODY, guard.logged);
      return next();
    }
    const caller = await callerOf(c, parts);
    c.set('caller', caller);
    requireNamed(c, caller);
    if (caller.person.hasInitialPassword && !guard.evenInitial) throw new ProblemError('passwordInitial');
    if (!guard.evenUnenrolled) requireEnrolled(caller, parts);
    const { code, system } = route.params;
    if (code !== undefined) c.set('programme', await programmeAtHand(parts, caller.person, code, system));
    requireNeed(c, parts, guard.need, caller);
    if (guard.logged) await log(c, parts, accessOf(caller), guard.logged);
    await next();
  };
}

/** The route that will answer. Its parameters are read here: Hono gives them to the handler only. */
function routeAt(c: C): RouteAt {
  const handler = matchedRoutes(c).findLast(
    ({ method, path }) => method !== 'ALL' && path.startsWith(API_PATH),
  );
  if (!handler) throw new ProblemError('notFound');
  const given = c.req.path.split('/');
  const named = handler.path.split('/').flatMap((part, index): [string, string][] => {
    const value = given[index];
    return part.startsWith(':') && value !== undefined ? [[part.slice(1), decoded(value)]] : [];
  });
  return { method: handler.method, path: handler.path, params: Object.fromEntries(named) };
}

function decoded(part: string): string {
  try {
    const plain = decodeURIComponent(part);
    if (isStorable(plain)) return plain;
  } catch {
    // no UTF-8: nothing goes by that name either
  }
  throw new ProblemError('notFound');
}

type LookedAt = Omit<GatekeeperParts, 'guardOf'>;

async function callerOf(c: C, parts: LookedAt, when: 'first' | 'still' = 'first'): Promise<Caller> {
  const authorization = c.req.header('Authorization');
  const caller =
    authorization === undefined ? await bySession(c, parts, when) : await byToken(c, parts, authorization);
  const actAs = c.req.header('X-Sekimori-As');
  if (actAs === undefined) return caller;
  if (caller.via !== 'operator') throw new ProblemError('actingAsRefused');
  const person = await parts.people.find(actAs);
  if (!person?.rehearsal || person.disabled) throw new ProblemError('actingAsRefused');
  return { person, via: 'operator', session: null, openedBy: null };
}

/** Whether a request that is still being answered would be let in now: by its session or token, its person and what they hold. */
export async function admittedAgain(c: C, parts: LookedAt, code: string): Promise<ProgrammeAtHand> {
  const { person } = await callerOf(c, parts, 'still');
  return programmeAtHand(parts, person, code, undefined);
}

/** All pages of a browser share one cookie: a page says whose it is, and does nothing as somebody else who signed in since. */
function requireNamed(c: C, { person }: Caller): void {
  const named = c.req.header('X-Sekimori-Account');
  if (named !== undefined && named !== person.account) throw new ProblemError('otherAccount');
}

/** Tokens were made in a session that had what was asked. @throws ProblemError secondFactorNeeded */
function requireEnrolled({ person, openedBy }: Caller, { secondFactor, clocks }: GatekeeperParts): void {
  if (openedBy === null) return;
  if (mustEnrol(secondFactor, person, { openedBy, realToday: clocks.realToday() })) {
    throw new ProblemError('secondFactorNeeded');
  }
}

async function bySession(
  c: C,
  { authentication, people }: LookedAt,
  when: 'first' | 'still',
): Promise<Caller> {
  const isAttended = when === 'first' && c.req.header('X-Sekimori-Unattended') !== '1';
  const found = await authentication.session(c.req.raw.headers, isAttended);
  if (!found) throw new ProblemError('notSignedIn');
  if (changes(c.req.method)) requireSameSite(c);
  // What is being answered has sent its headers.
  if (when === 'first') setCookies(c, found.cookies);
  const person = enabled(await people.find(found.account));
  const { session, openedBy } = found;
  return { person, via: 'session', session, openedBy };
}

async function byToken(c: C, parts: LookedAt, authorization: string): Promise<Caller> {
  const token = /^Bearer (\S+)$/i.exec(authorization)?.[1];
  if (token === undefined) throw new ProblemError('notSignedIn');
  if (isOperators(token, parts.operatorDigest)) {
    if (!isLoopback(parts.remoteAddress(c)) || isForwarded(c)) throw new ProblemError('notSignedIn');
    const person = operator(parts.clocks.realToday());
    return { person, via: 'operator', session: null, openedBy: null };
  }
  const account = await parts.tokens.accountOf(token);
  if (account === null) throw new ProblemError('notSignedIn');
  const person = enabled(await parts.people.find(account));
  return { person, via: 'token', session: null, openedBy: null };
}

function isOperators(token: string, digest: string | null): boolean {
  return digest !== null && timingSafeEqual(Buffer.from(digestOf(token)), Buffer.from(digest));
}

const isLoopback = (address: string): boolean => address === '::1' || /^(::ffff:)?127\./.test(address);

/** Who holds the machine's own token reads and administers; to act it must name an account of a rehearsal. */
const operator = (today: string): Person => ({
  account: OPERATOR.account,
  name: '運用者',
  rehearsal: null,
  disabled: false,
  hasInitialPassword: false,
  hasSecondFactor: false,
  subjects: [],
  grants: [
    {
      chain: '',
      id: OPERATOR.grant,
      post: ADMINISTRATOR,
      programme: null,
      system: null,
      from: today,
      until: today,
      deputy: null,
    },
  ],
});

function enabled(person: Person | null): Person {
  if (!person || person.disabled) throw new ProblemError('notSignedIn');
  return person;
}

const hasOverAll = ({ rehearsal, grants }: Person): boolean =>
  rehearsal === null && grants.some(({ programme }) => programme === null);

async function programmeAtHand(
  { ledger, clocks }: LookedAt,
  person: Person,
  code: string,
  system: string | undefined,
): Promise<ProgrammeAtHand> {
  const definition = await ledger.definitions.latestProgramme(code);
  // Whether there is one is told to nobody who holds nothing in it.
  if (!definition) throw new ProblemError(hasOverAll(person) ? 'notFound' : 'forbidden');
  if (person.rehearsal !== null && !definition.rehearsal) throw new ProblemError('forbidden');
  const { now, today } = await clocks.of(definition);
  const days = { programme: today, real: clocks.realToday() };
  const scope = readingScope(person, code, days);
  if (scope === undefined) throw new ProblemError('forbidden');
  if (system !== undefined) {
    if (scope !== null && !scope.has(system)) throw new ProblemError('forbidden');
    if (!(await ledger.system(chainOf(code, system)))) throw new ProblemError('notFound');
  }
  const viewer = { account: person.account, held: heldBy(person, code, days) };
  return { definition, now, days, scope, viewer };
}

function requireNeed(c: C, { clocks }: GatekeeperParts, need: Need, { person }: Caller): void {
  // Routes without a programme in their path have none at hand.
  const at = c.get('programme') as ProgrammeAtHand | undefined;
  const { system } = c.get('route').params;
  if (!meets(need, { person, at, system, realToday: clocks.realToday() }))
    throw new ProblemError('forbidden');
}

interface Approach {
  person: Person;
  at: ProgrammeAtHand | undefined;
  system: string | undefined;
  realToday: string;
}

/** Whether somebody may what a route needs. */
export function meets(need: Need, { person, at, system, realToday }: Approach): boolean {
  switch (need) {
    case 'open':
    case 'setsUp':
    case 'signedIn':
      return true;
    case 'reads':
      return at !== undefined;
    case 'readsAll':
      return at?.scope === null;
    case 'replays':
      return at !== undefined && (at.scope === null || auditsSome(at.viewer.held));
    case 'acts':
      return at !== undefined && !audits(person, at.definition.code, at.days);
    case 'audits':
      return (
        at !== undefined &&
        (administersHere(person, at.definition.code, realToday) ||
          (system === undefined
            ? audits(person, at.definition.code, at.days)
            : seesAll(at.viewer.held, { system })))
      );
    case 'oversees':
      return oversees(person, realToday);
    case 'administers':
      return administers(person, realToday);
    case 'keeps':
      return person.rehearsal === null && administers(person, realToday);
  }
}

/** Of whom no account is known yet. */
const NOBODY = { account: '', via: 'nobody' } as const;
const accessOf = ({ person, via }: Caller) => ({ account: person.account, via });

async function log(
  c: C,
  { accessLog, remoteAddress }: GatekeeperParts,
  who: Pick<Access, 'account' | 'via'>,
  logged: true | 'once',
): Promise<void> {
  const { seq } = c.get('route').params;
  const detail = { ...c.req.query(), ...(seq === undefined ? {} : { seq }) };
  const access = { ...who, ...placeOf(c, remoteAddress), detail };
  await (logged === 'once' ? accessLog.writeOnce(access) : accessLog.write(access)).catch(
    (error: unknown) => {
      throw new ProblemError('unlogged', {}, error);
    },
  );
}

/** What the access log says of any request. */
export function placeOf(c: C, remoteAddress: GatekeeperParts['remoteAddress']) {
  const { method, path, params } = c.get('route');
  const { code = null, system = null, account = null } = params;
  return {
    address: remoteAddress(c),
    what: `${method} ${path}`,
    programme: code,
    system,
    subject: account,
  };
}
