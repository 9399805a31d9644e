// Signing in by an identity provider (OIDC): out to it, and back from it with a person it has named. Whom it names is one of ours by
// issuer and subject alone; nobody is made an account here.
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { ADMINISTRATOR } from '../../../machines/programme/people/offices.ts';
import { accountName } from '../../../machines/values/names/account-name.ts';
import type { Person } from '../../accounts/people.ts';
import { DEPARTED_SECONDS, type Departure } from '../../accounts/provider/departures.ts';
import {
  type Claims,
  type Provider,
  ProviderFailure,
  type ProviderFault,
} from '../../accounts/provider/provider.ts';
import { accountOf } from '../../accounts/provider/subjects.ts';
import { providerAddress, providerStart } from '../../contract/sign-in.ts';
import { writeRefusal } from '../../http/access/refusals.ts';
import { API_PATH } from '../../http/gatekeeper.ts';
import { type Api, guarded, guessAnswers, json, jsonBody, refusedAnswer } from '../../http/guarded-route.ts';
import { ProblemError } from '../../http/problem/problem.ts';
import type { ProblemCode } from '../../http/problem/problem-texts.ts';
import type { RequestEnv } from '../../http/request.ts';
import { setCookies } from '../../http/security.ts';
import type { ServerParts } from '../../parts.ts';
import { logSignIn } from './session.ts';

const tags = ['session'];
const BACK = '/session/provider/back';
const COOKIE = 'sekimori.departure';
const COOKIE_PATH = `${API_PATH}/session/provider`;

const startRoute = guarded(
  { need: 'open' },
  {
    method: 'post',
    path: '/session/provider',
    operationId: 'startProviderSignIn',
    tags,
    summary: '認証基盤でのサインインを始める / begin to sign in by the provider: where the browser goes next',
    request: { body: jsonBody(providerStart) },
    responses: {
      200: json(providerAddress, 'the provider’s address; sets a cookie for the way back'),
      ...refusedAnswer,
      429: guessAnswers[429],
    },
  },
);
const backRoute = guarded(
  { need: 'open', anyQuery: true },
  {
    method: 'get',
    path: BACK,
    operationId: 'endProviderSignIn',
    tags,
    summary: '認証基盤から戻る / back from the provider: opens the session and leads to the console',
    request: { query: z.looseObject({ state: z.string().optional(), code: z.string().optional() }) },
    responses: {
      303: { description: 'to the page asked for; to /sign-in?refused=CODE where it was refused' },
    },
  },
);

type C = Context<RequestEnv>;

const problemOf: Record<ProviderFault, ProblemCode> = {
  away: 'providerAway',
  denied: 'providerDenied',
  refused: 'providerRefused',
  unproven: 'providerUnproven',
};

export function providerRoutes(api: Api, parts: ServerParts): void {
  api.openapi(startRoute, async (c) => {
    const provider = providerOf(parts);
    await requireRare(c, parts);
    const { url, ...sent } = await asked(parts, () => provider.sendOut(`${originOf(c)}${API_PATH}${BACK}`));
    const secret = await parts.departures.keep({ ...sent, back: safe(c.req.valid('json').back) });
    const secure = c.get('https');
    // Lax: the way back begins on the provider's page.
    const bounds = { httpOnly: true, sameSite: 'Lax', path: COOKIE_PATH, maxAge: DEPARTED_SECONDS } as const;
    setCookie(c, COOKIE, secret, { ...bounds, secure });
    return c.json({ url }, 200);
  });
  api.openapi(backRoute, async (c) => {
    try {
      return c.redirect(await arrive(c, parts), 303);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      // A browser stands here, not a program: the console says it in words.
      await writeRefusal(c, parts, error);
      return c.redirect(`/sign-in?refused=${error.code}`, 303);
    }
  });
}

/** Opens the session; gives the page to go to. @throws ProblemError */
async function arrive(c: C, parts: ServerParts): Promise<string> {
  const provider = providerOf(parts);
  await requireRare(c, parts);
  const departure = await departureOf(c, parts);
  const { search } = new URL(c.req.url);
  const claims = await asked(parts, () => provider.takeBack(search, departure));
  const person = await personOf(c, parts, provider, claims);
  const tie = { issuer: provider.issuer, subject: claims.sub };
  const { account } = person;
  const opened = await parts.authentication.openForProvider(
    person,
    c.req.raw.headers,
    async (tx) => (await accountOf(tx, tie)) === account,
  );
  if (!opened) throw new ProblemError('accountShut');
  await logSignIn(parts, { account, address: parts.remoteAddress(c), what: `GET ${API_PATH}${BACK}` });
  setCookies(c, opened.cookies);
  return departure.back;
}

/** @throws ProblemError departureUnknown */
async function departureOf(c: C, { departures }: ServerParts): Promise<Departure> {
  const secret = getCookie(c, COOKIE);
  deleteCookie(c, COOKIE, { path: COOKIE_PATH });
  const departure = secret === undefined ? null : await departures.take(secret);
  if (!departure) throw new ProblemError('departureUnknown');
  return departure;
}

/** @throws ProblemError subjectUnknown, accountShut */
async function personOf(c: C, parts: ServerParts, provider: Provider, claims: Claims): Promise<Person> {
  const { issuer } = provider;
  const tied = await parts.subjects.accountOf({ issuer, subject: claims.sub });
  const account = tied ?? (await tiedNow(parts, provider, claims));
  const person = account === null ? null : await parts.people.find(account);
  if (!person) {
    // By which an administrator finds whom to tie.
    c.set('about', { detail: { issuer, sub: claims.sub, ...namesIn(claims) } });
    throw new ProblemError('subjectUnknown');
  }
  c.set('about', { subject: person.account });
  if (person.disabled) throw new ProblemError('accountShut');
  return person;
}

const namesIn = (claims: Claims): Record<string, string> =>
  Object.fromEntries(
    ['preferred_username', 'name'].flatMap((claim) => {
      const value = claims[claim];
      return typeof value === 'string' ? [[claim, value]] : [];
    }),
  );

/**
 * The account that the allowed claim names, tied from now on; null where there is none, or it administers the machine: of those
 * nobody becomes one by what a provider lets people write of themselves.
 */
async function tiedNow(
  { subjects, people }: ServerParts,
  { issuer, claim }: Provider,
  claims: Claims,
): Promise<string | null> {
  const named = claim === null ? undefined : claims[claim];
  if (typeof named !== 'string' || (claim === 'email' && claims.email_verified !== true)) return null;
  const person = await people.find(accountName(named));
  const isPlain = person?.rehearsal === null && !person.grants.some(({ post }) => post === ADMINISTRATOR);
  if (!person || !isPlain || person.disabled) return null;
  const tie = { issuer, subject: claims.sub, account: person.account };
  return (await subjects.tie(tie, `claim ${claim}`)) === 'tied' ? person.account : null;
}

/** @throws ProblemError providerUnset */
export function providerOf({ provider }: ServerParts): Provider {
  if (!provider) throw new ProblemError('providerUnset');
  return provider;
}

/** @throws ProblemError providerAway, providerDenied, providerRefused, providerUnproven */
async function asked<T>({ log }: ServerParts, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    log.warn({ fault: error.fault, reason: error.reason }, 'the identity provider');
    throw new ProblemError(problemOf[error.fault], error.fault === 'away' ? { retryAfter: 10 } : {});
  }
}

/** @throws ProblemError tooMany */
async function requireRare(c: C, { signInLimit, remoteAddress }: ServerParts): Promise<void> {
  const wait = await signInLimit.attempt(remoteAddress(c));
  if (wait !== null) throw new ProblemError('tooMany', { retryAfter: wait });
}

/** As the browser sees this server: a name that is known to be ours. */
const originOf = (c: C): string =>
  `${c.get('https') ? 'https' : 'http'}://${c.req.header('Host') ?? new URL(c.req.url).host}`;

/** Only an address of this console: what comes in a link may not lead elsewhere. */
const safe = (back: string): string => (/^\/(?![/\\])[^\\\s]*$/.test(back) ? back : '/');
