// Signing in and out, and who one is.

import type { Deputy } from '../../../machines/record/deputy.ts';
import { accountName } from '../../../machines/values/names/account-name.ts';
import { actingText, deputyKindText } from '../../../texts/deputy-texts.ts';
import { programmeNames } from '../../../texts/names.ts';
import { administers, audits, isOf, postsHeld } from '../../accounts/authority.ts';
import type { Grant } from '../../accounts/grants.ts';
import type { Person } from '../../accounts/people.ts';
import { isAsked, mustEnrol } from '../../accounts/second-factor/policy.ts';
import type { OpenedBy } from '../../accounts/sign-in/session-opening.ts';
import { passwordBody } from '../../contract/accounts.ts';
import { type Me, me } from '../../contract/programmes.ts';
import { signIn } from '../../contract/sign-in.ts';
import { logged } from '../../http/access/logged.ts';
import { type Api, guarded, guessAnswers, json, jsonBody } from '../../http/guarded-route.ts';
import { ProblemError } from '../../http/problem/problem.ts';
import { callerOf } from '../../http/request.ts';
import { setCookies } from '../../http/security.ts';
import type { ServerParts } from '../../parts.ts';
import { refusePoor } from './poor-password.ts';
import { refuseHeld, takeCode } from './tries.ts';

const tags = ['session'];

const signInRoute = guarded(
  { need: 'open' },
  {
    method: 'post',
    path: '/session',
    operationId: 'signIn',
    tags,
    summary: 'サインイン / sign in',
    request: { body: jsonBody(signIn) },
    responses: { 200: json(me, 'signed in; sets the session cookie'), ...guessAnswers },
  },
);
const signOutRoute = guarded(
  { need: 'signedIn', evenInitial: true, evenUnenrolled: true },
  {
    method: 'delete',
    path: '/session',
    operationId: 'signOut',
    tags,
    summary: 'サインアウト / sign out',
    responses: { 204: { description: 'the session is ended' } },
  },
);
const meRoute = guarded(
  { need: 'signedIn', evenInitial: true, evenUnenrolled: true },
  {
    method: 'get',
    path: '/me',
    operationId: 'me',
    tags,
    summary: '自分の職と権限 / who I am and the posts I hold now',
    responses: { 200: json(me, 'account, name, posts') },
  },
);
const passwordRoute = guarded(
  { need: 'signedIn', evenInitial: true, evenUnenrolled: true },
  {
    method: 'post',
    path: '/password',
    operationId: 'changePassword',
    tags,
    summary: 'パスワードの変更 / change the password; every session of the account ends',
    request: { body: jsonBody(passwordBody) },
    responses: { 204: { description: 'changed' }, ...guessAnswers },
  },
);

export function sessionRoutes(api: Api, parts: ServerParts): void {
  const { authentication, lockout, signInLimit, people } = parts;
  api.openapi(signInRoute, async (c) => {
    const address = parts.remoteAddress(c);
    const wait = await signInLimit.attempt(address);
    if (wait !== null) throw new ProblemError('tooMany', { retryAfter: wait });
    const { account: typed, password, code } = c.req.valid('json');
    const account = accountName(typed);
    // A name that nobody has may be a password, typed in the wrong place.
    if (await people.find(account)) c.set('about', { subject: account });
    refuseHeld(await lockout.attempt(account, address));
    const opened = await authentication.signIn(account, password, c.req.raw.headers);
    const person = opened && (await people.find(account));
    if (!opened || !person || person.disabled) throw new ProblemError('signInFailed');
    const factor = await secondFactorOf(parts, person, { code, address, session: opened.session });
    await lockout.succeeded(account, address);
    await logSignIn(parts, { account, address, what: 'POST /api/v1/session', detail: factor });
    setCookies(c, opened.cookies);
    return c.json(await meOf(parts, person, 'password'), 200);
  });
  api.openapi(signOutRoute, async (c) => {
    setCookies(c, await authentication.signOut(c.req.raw.headers));
    await logged(c, parts);
    return c.body(null, 204);
  });
  api.openapi(meRoute, async (c) => {
    const { person, openedBy } = callerOf(c);
    return c.json(await meOf(parts, person, openedBy), 200);
  });
  api.openapi(passwordRoute, async (c) => {
    const { person } = callerOf(c);
    const { account } = person;
    const { current, next } = c.req.valid('json');
    const address = parts.remoteAddress(c);
    refuseHeld(await lockout.attempt(account, address));
    const known = await authentication.knows(account, current);
    if (known === null) throw new ProblemError('signInFailed');
    await lockout.succeeded(account, address);
    await refusePoor({ field: 'next', password: next, current }, person);
    // Given out anew in this very moment: what was known is no password any more.
    if (!(await authentication.setPassword(account, next, 'owner', known)))
      throw new ProblemError('signInFailed');
    await logged(c, parts, { subject: account });
    return c.body(null, 204);
  });
}

/**
 * What is asked for beside the password, where anything is: without it the session is none.
 * @throws ProblemError secondFactorAsked, secondFactorWrong, locked, tooMany
 */
async function secondFactorOf(
  parts: ServerParts,
  person: Person,
  { code, address, session }: { code: string | undefined; address: string; session: string },
): Promise<Record<string, string>> {
  if (!isAsked(parts.secondFactor, person)) return {};
  const { account } = person;
  try {
    await parts.lockout.right(account, address);
    if (code === undefined) throw new ProblemError('secondFactorAsked');
    return { secondFactor: await takeCode(parts, { account, address, code }) };
  } catch (error) {
    await parts.authentication.drop(session);
    throw error;
  }
}

interface SignedIn {
  account: string;
  address: string;
  /** The route. */
  what: string;
  detail?: Record<string, string>;
}

/** @throws ProblemError unlogged */
export async function logSignIn(
  { accessLog }: ServerParts,
  { account, address, what, detail = {} }: SignedIn,
): Promise<void> {
  const where = { address, programme: null, system: null, detail };
  const signedIn = { account, via: 'session' as const, what, ...where };
  await accessLog.write(signedIn).catch((error: unknown) => {
    throw new ProblemError('unlogged', {}, error);
  });
}

/** Of those in whose stead these posts are held. */
async function namesOfHolders(people: ServerParts['people'], posts: readonly Grant[]) {
  const accounts = [...new Set(posts.flatMap(({ deputy }) => deputy?.holder ?? []))];
  const found = accounts.length === 0 ? [] : await people.list(accounts);
  return new Map(found.map(({ account, name }) => [account, name]));
}

function steadOf({ kind, holder, seenBy }: Deputy, names: ReadonlyMap<string, string>) {
  return {
    kind,
    kindLabel: deputyKindText[kind],
    holder: holder === undefined ? null : { account: holder, name: names.get(holder) ?? holder },
    seenBy: seenBy ?? null,
  };
}

/** @param openedBy null where it is no session that asks */
async function meOf(
  { ledger, clocks, people, systemNames, secondFactor }: ServerParts,
  person: Person,
  openedBy: OpenedBy | null,
): Promise<Me> {
  const real = clocks.realToday();
  const programmes = await ledger.programmes();
  const seen = programmes.filter(({ definition }) => person.rehearsal === null || definition.rehearsal);
  const held = await Promise.all(
    seen.map(async ({ definition }) => {
      const { code } = definition;
      const time = await clocks.ofMany(definition);
      if (!time) return { posts: [], auditor: false, notReady: isOf(person, code) ? [code] : [] };
      const days = { programme: time.today, real };
      const names = programmeNames(definition.bodies, await systemNames(definition));
      const own = postsHeld(person, code, days);
      const holders = await namesOfHolders(people, own);
      const posts = own.map(({ post, system, until, deputy }) => {
        const systemName = system === null ? null : names.system(system);
        const label = actingText({ post, deputy: deputy ?? undefined }, names);
        const stead = deputy && steadOf(deputy, holders);
        return { post, label, programme: code, system, systemName, until, deputy: stead };
      });
      return { posts, auditor: audits(person, code, days), notReady: [] };
    }),
  );
  return {
    account: person.account,
    name: person.name,
    posts: held.flatMap(({ posts }) => posts),
    mustChangePassword: person.hasInitialPassword,
    mustSetSecondFactor: openedBy !== null && mustEnrol(secondFactor, person, { openedBy, realToday: real }),
    administrator: administers(person, real),
    auditor: held.some(({ auditor }) => auditor),
    notReady: held.flatMap(({ notReady }) => notReady),
  };
}
