// People and their posts, for administrators: made, disabled (never deleted), given and relieved of posts. An account
// of a rehearsal has no say over real people or programmes.
import { z } from '@hono/zod-openapi';
import { ADMINISTRATOR } from '../../machines/programme/people/offices.ts';
import { isReservedAccount } from '../../machines/programme/people/reserved-accounts.ts';
import { recordAccountChange, recordPostEnded, recordPostGiven } from '../accounts/administrators-acts.ts';
import { administers } from '../accounts/authority.ts';
import { type Grant, isOfScope } from '../accounts/grants.ts';
import type { Person } from '../accounts/people.ts';
import { givenOut } from '../accounts/sign-in/authentication.ts';
import { generatePassword } from '../accounts/sign-in/password.ts';
import {
  account as accountId,
  accountList,
  accountView,
  issuedAccount,
  newAccount,
  newPost,
  passwordToCheck,
  postEnd,
} from '../contract/accounts.ts';
import { grantFrom, requireOwn } from '../door/posts.ts';
import { type Api, guarded, json, jsonBody, refusedAnswer, waitingAnswer } from '../http/guarded-route.ts';
import { ProblemError } from '../http/problem/problem.ts';
import { callerOf } from '../http/request.ts';
import { takeTurns } from '../http/turns.ts';
import type { ServerParts } from '../parts.ts';
import { accountViewOf, accountViews } from '../views/settings/account-view.ts';
import { refusePoor } from './sign-in/poor-password.ts';

const tags = ['accounts'];
const params = z.object({ account: accountId });
const guard = { need: 'administers', logged: true } as const;
/** Administrators taken out of office at the same time: each of them holds a connection. */
const WAITING = 4;
const AGAIN_SECONDS = 5;
/** Logged with what they change, where they are recorded. */
const changing = { need: 'administers' } as const;

const listRoute = guarded(guard, {
  method: 'get',
  path: '/accounts',
  operationId: 'listAccounts',
  tags,
  summary: 'アカウントの一覧 / accounts and their posts',
  responses: { 200: json(accountList, 'accounts') },
});
const addRoute = guarded(changing, {
  method: 'post',
  path: '/accounts',
  operationId: 'addAccount',
  tags,
  summary: 'アカウントの作成 / a new account; its password is shown once',
  request: { body: jsonBody(newAccount) },
  responses: { 201: json(issuedAccount, 'the account'), ...refusedAnswer },
});
/** What a beginning looks at before it makes anything: a password is said to be poor before there is an account to have it. */
const checkRoute = guarded(guard, {
  method: 'post',
  path: '/accounts/password-check',
  operationId: 'checkPassword',
  tags,
  summary: 'パスワードを使えるかの確認 / whether a password may be chosen; nothing is done',
  request: { body: jsonBody(passwordToCheck) },
  responses: { 204: { description: 'it may' } },
});
const disableRoute = guarded(changing, {
  method: 'post',
  path: '/accounts/{account}/disabled',
  operationId: 'disableAccount',
  tags,
  summary: 'アカウントの停止・再開 / disable or enable an account',
  request: { params, body: jsonBody(z.object({ disabled: z.boolean() }).openapi('Disabled')) },
  responses: { 200: json(accountView, 'the account'), ...refusedAnswer, ...waitingAnswer },
});
const passwordRoute = guarded(changing, {
  method: 'post',
  path: '/accounts/{account}/password',
  operationId: 'resetPassword',
  tags,
  summary: 'パスワードの再発行 / a new password, shown once; every session of the account ends',
  request: { params },
  responses: { 200: json(issuedAccount, 'the account') },
});
const grantRoute = guarded(changing, {
  method: 'post',
  path: '/accounts/{account}/posts',
  operationId: 'givePost',
  tags,
  summary: '職の付与 / give a post, by default until the fiscal year ends',
  request: { params, body: jsonBody(newPost) },
  responses: { 200: json(accountView, 'the account') },
});
const endRoute = guarded(changing, {
  method: 'post',
  path: '/accounts/{account}/posts/end',
  operationId: 'endPost',
  tags,
  summary: '職の解除 / relieve of a post; the grant stays in the record',
  request: { params, body: jsonBody(postEnd) },
  responses: { 200: json(accountView, 'the account'), ...refusedAnswer, ...waitingAnswer },
});

export function accountRoutes(api: Api, parts: ServerParts): void {
  const { people, authentication, lockout } = parts;
  const inTurn = takeTurns(WAITING, AGAIN_SECONDS);
  /** Somebody must administer the machine. @throws ProblemError lastAdministrator */
  const leavingAnother = async (person: Person, change: () => Promise<void>): Promise<void> => {
    const today = parts.clocks.realToday();
    if (person.rehearsal !== null || !administers(person, today)) return change();
    const isDone = await inTurn(() => people.takingOut(person.account, today, change));
    if (!isDone) throw new ProblemError('lastAdministrator');
  };
  api.openapi(listRoute, async (c) => {
    const { rehearsal } = callerOf(c).person;
    const all = await people.list();
    const theirs = all.filter((person) => rehearsal === null || person.rehearsal === rehearsal);
    return c.json({ items: await accountViews(parts, theirs) }, 200);
  });
  api.openapi(addRoute, async (c) => {
    const { account, name } = c.req.valid('json');
    const { rehearsal } = callerOf(c).person;
    if (isReservedAccount(account)) throw reservedName(account);
    if (await people.find(account)) throw new ProblemError('accountExists');
    await recordAccountChange(c, parts, { account, name, rehearsal, grants: [] }, 'made');
    const password = generatePassword();
    await authentication.givePassword({ account, name }, password, givenOut({ rehearsal }));
    return c.json({ account, name, password }, 201);
  });
  api.openapi(checkRoute, async (c) => {
    const { password, account = '', name = '' } = c.req.valid('json');
    await refusePoor({ field: 'password', password }, { account, name });
    return c.body(null, 204);
  });
  api.openapi(disableRoute, async (c) => {
    const person = await subjectOf(parts, callerOf(c).person, c.req.valid('param').account);
    const { disabled } = c.req.valid('json');
    const change = async (): Promise<void> => {
      if (disabled !== person.disabled) {
        await recordAccountChange(c, parts, person, disabled ? 'disabled' : 'enabled');
      }
      await people.endSessions(person.account);
    };
    await (disabled ? leavingAnother(person, change) : change());
    return c.json(await accountViewOf(parts, { ...person, disabled }), 200);
  });
  api.openapi(passwordRoute, async (c) => {
    const person = await subjectOf(parts, callerOf(c).person, c.req.valid('param').account);
    const { account, name } = person;
    await recordAccountChange(c, parts, person, 'passwordReset');
    const password = generatePassword();
    await authentication.givePassword(person, password, givenOut(person));
    await lockout.lift(account);
    return c.json({ account, name, password }, 200);
  });
  api.openapi(grantRoute, async (c) => {
    const by = callerOf(c).person;
    const person = await subjectOf(parts, by, c.req.valid('param').account);
    const grant = await grantFrom(parts, person, by, c.req.valid('json'));
    await recordPostGiven(c, parts, person, grant);
    return c.json(await accountViewOf(parts, await subjectOf(parts, by, person.account)), 200);
  });
  api.openapi(endRoute, async (c) => {
    const by = callerOf(c).person;
    const person = await subjectOf(parts, by, c.req.valid('param').account);
    const { post, programme, system, from = null, on } = c.req.valid('json');
    requireOwn(by, programme);
    const today = await todayOf(parts, programme);
    const relieve = async (): Promise<void> => {
      // Read where nobody else takes anyone out: what was ended meanwhile is not ended again.
      const now = await subjectOf(parts, by, person.account);
      const ended = grantsToEnd(now, { post, programme, system, from, today });
      if (!ended) throw new ProblemError('notFound');
      requireWithin(ended[0], on, today);
      await recordPostEnded(c, parts, now, ended, on);
    };
    await (post === ADMINISTRATOR ? leavingAnother(person, relieve) : relieve());
    return c.json(await accountViewOf(parts, await subjectOf(parts, by, person.account)), 200);
  });
}

type AskedEnd = Pick<Grant, 'post' | 'programme' | 'system'> & { from: string | null; today: string };

/**
 * The one that begins on `from`; where that is left out, the first that is not over. As each chain has it that says so: one
 * alone but for what is over all.
 */
function grantsToEnd({ grants }: Person, asked: AskedEnd): [Grant, ...Grant[]] | null {
  const { from, today } = asked;
  const meant = (grant: Grant) => (from === null ? grant.until >= today : grant.from === from);
  // A deputyship ends by an act of its own.
  const own = grants.filter(({ deputy }) => deputy === null);
  const found = own.filter((grant) => isOfScope(grant, asked)).filter(meant);
  const [first] = found.sort((one, other) => (one.from < other.from ? -1 : 1));
  if (!first) return null;
  const inOthers = found.filter(({ chain, from: begins }) => chain !== first.chain && begins === first.from);
  return [first, ...inOthers];
}

/** @throws ProblemError invalid where it would end on a day that is over, or on which it is not held */
function requireWithin({ from, until }: Grant, on: string | undefined, today: string): void {
  if (on === undefined || (on >= today && on >= from && on <= until)) return;
  const first = from > today ? from : today;
  const message = {
    ja: `職の終わりは ${first} から ${until} までの日にしてください。すぐに解くときは日を書きません。`,
    en: `A post ends on a day from ${first} to ${until}; at once where none is given.`,
  };
  throw new ProblemError('invalid', { issues: [{ field: 'on', code: 'range', message }] });
}

export function reservedName(account: string): ProblemError {
  const message = {
    ja: `「${account}」は関守が自分のために使う名前です。`,
    en: `Sekimori keeps the name "${account}" for itself.`,
  };
  const expected = {
    ja: '人ごとの別の名前（例: kato.hanako）',
    en: 'another name, the person’s own (kato.hanako)',
  };
  return new ProblemError('invalid', { issues: [{ field: 'account', code: 'reserved', message, expected }] });
}

async function todayOf({ ledger, clocks }: ServerParts, programme: string | null): Promise<string> {
  const definition = programme === null ? null : await ledger.definitions.latestProgramme(programme);
  return definition ? (await clocks.of(definition)).today : clocks.realToday();
}

/** Whom a route is about. @throws ProblemError notFound; forbidden over real people for a rehearsal's administrator */
export async function subjectOf({ people }: ServerParts, by: Person, account: string): Promise<Person> {
  const person = await people.find(account);
  if (!person) throw new ProblemError('notFound');
  if (by.rehearsal !== null && person.rehearsal !== by.rehearsal) throw new ProblemError('forbidden');
  return person;
}
