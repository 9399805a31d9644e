// One's own second factor: set up, with backup codes, renewed, taken off; and a lost one reset by an administrator.
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { recordAccountChange } from '../../accounts/administrators-acts.ts';
import type { Person } from '../../accounts/people.ts';
import { isRequired } from '../../accounts/second-factor/policy.ts';
import { account as accountId } from '../../contract/accounts.ts';
import {
  backupCodes,
  secondFactorCode,
  secondFactorKey,
  secondFactorStart,
  secondFactorView,
} from '../../contract/sign-in.ts';
import { logged } from '../../http/access/logged.ts';
import { type Api, guarded, guessAnswers, json, jsonBody, refusedAnswer } from '../../http/guarded-route.ts';
import { ProblemError } from '../../http/problem/problem.ts';
import { callerOf, type RequestEnv } from '../../http/request.ts';
import type { ServerParts } from '../../parts.ts';
import { subjectOf } from '../accounts.ts';
import { problemOfCode, refuseHeld, takeCode } from './tries.ts';

const tags = ['session'];
/** Also of whom nothing else is answered until it is set up. */
const enrolling = { need: 'signedIn', evenUnenrolled: true } as const;
const ofGuesses = { ...guessAnswers, ...refusedAnswer };

const stateRoute = guarded(enrolling, {
  method: 'get',
  path: '/second-factor',
  operationId: 'secondFactor',
  tags,
  summary: '自分の二段階認証 / one’s own second factor',
  responses: { 200: json(secondFactorView, 'whether it is set up') },
});
const beginRoute = guarded(enrolling, {
  method: 'post',
  path: '/second-factor',
  operationId: 'beginSecondFactor',
  tags,
  summary: '二段階認証の設定を始める / a key for an authenticator; counts once a code has come from it',
  request: { body: jsonBody(secondFactorStart) },
  responses: { 200: json(secondFactorKey, 'the key, shown now'), ...ofGuesses },
});
const confirmRoute = guarded(enrolling, {
  method: 'post',
  path: '/second-factor/confirm',
  operationId: 'confirmSecondFactor',
  tags,
  summary: '最初のコードで設定を終える / the first code: asked for from now on; every other session ends',
  request: { body: jsonBody(secondFactorCode) },
  responses: { 200: json(backupCodes, 'backup codes, shown once'), ...ofGuesses },
});
const renewRoute = guarded(
  { need: 'signedIn' },
  {
    method: 'post',
    path: '/second-factor/backup-codes',
    operationId: 'renewBackupCodes',
    tags,
    summary: '控えのコードの作り直し / new backup codes in place of the old',
    request: { body: jsonBody(secondFactorCode) },
    responses: { 200: json(backupCodes, 'backup codes, shown once'), ...ofGuesses },
  },
);
const removeRoute = guarded(
  { need: 'signedIn' },
  {
    method: 'post',
    path: '/second-factor/remove',
    operationId: 'removeSecondFactor',
    tags,
    summary: '二段階認証の解除 / take one’s own second factor off',
    request: { body: jsonBody(secondFactorCode) },
    responses: { 204: { description: 'taken off' }, ...ofGuesses },
  },
);
const resetRoute = guarded(
  { need: 'administers' },
  {
    method: 'post',
    path: '/accounts/{account}/second-factor/reset',
    operationId: 'resetSecondFactor',
    tags: ['accounts'],
    summary: '失った二段階認証の再設定 / take a lost second factor off; every session of the account ends',
    request: { params: z.object({ account: accountId }) },
    responses: { 204: { description: 'taken off' }, ...refusedAnswer },
  },
);

export function secondFactorRoutes(api: Api, parts: ServerParts): void {
  const { secondFactors, secondFactor, authentication, lockout, codeLockout, clocks, remoteAddress } = parts;
  const isRequiredOf = (person: Person) => isRequired(secondFactor, person, clocks.realToday());
  /** @throws ProblemError secondFactorNone; secondFactorWrong and its like */
  const requireCode = async (c: Context<RequestEnv>, code: string): Promise<Person> => {
    const { person } = ownerOf(c);
    if (!person.hasSecondFactor) throw new ProblemError('secondFactorNone');
    await takeCode(parts, { account: person.account, address: remoteAddress(c), code });
    return person;
  };
  api.openapi(stateRoute, async (c) => {
    const { person } = callerOf(c);
    const state = await secondFactors.state(person.account);
    return c.json({ ...state, required: isRequiredOf(person) }, 200);
  });
  api.openapi(beginRoute, async (c) => {
    const { account } = ownerOf(c).person;
    if (secondFactor === 'off') throw new ProblemError('secondFactorOff');
    if (!(await authentication.hasPassword(account))) throw new ProblemError('passwordNone');
    const address = remoteAddress(c);
    refuseHeld(await lockout.attempt(account, address));
    const known = await authentication.knows(account, c.req.valid('json').password);
    if (known === null) throw new ProblemError('signInFailed');
    await lockout.succeeded(account, address);
    const begun = await secondFactors.begin(account);
    if (!begun) throw new ProblemError('secondFactorStands');
    await logged(c, parts);
    return c.json(begun, 200);
  });
  api.openapi(confirmRoute, async (c) => {
    const { person, session } = ownerOf(c);
    const { account } = person;
    if (person.hasSecondFactor) throw new ProblemError('secondFactorStands');
    refuseHeld(await codeLockout.attempt(account, remoteAddress(c)));
    const codes = await secondFactors.confirm(account, c.req.valid('json').code, session);
    if (!Array.isArray(codes)) throw new ProblemError(problemOfCode[codes]);
    await codeLockout.forget(account);
    await logged(c, parts, { subject: account });
    return c.json({ backupCodes: codes }, 200);
  });
  api.openapi(renewRoute, async (c) => {
    const { account } = await requireCode(c, c.req.valid('json').code);
    const codes = await secondFactors.renew(account);
    await logged(c, parts, { subject: account });
    return c.json({ backupCodes: codes }, 200);
  });
  api.openapi(removeRoute, async (c) => {
    if (isRequiredOf(callerOf(c).person)) throw new ProblemError('secondFactorRequired');
    const { account } = await requireCode(c, c.req.valid('json').code);
    await secondFactors.remove(account);
    await logged(c, parts, { subject: account });
    return c.body(null, 204);
  });
  api.openapi(resetRoute, async (c) => {
    const person = await subjectOf(parts, callerOf(c).person, c.req.valid('param').account);
    if (!person.hasSecondFactor) throw new ProblemError('secondFactorNone');
    await recordAccountChange(c, parts, person, 'secondFactorReset');
    await secondFactors.reset(person.account);
    await codeLockout.forget(person.account);
    return c.body(null, 204);
  });
}

/** In a session of one's own: a token changes no way in. @throws ProblemError forbidden */
function ownerOf(c: Context<RequestEnv>): { person: Person; session: string } {
  const { person, session } = callerOf(c);
  if (session === null) throw new ProblemError('forbidden');
  return { person, session };
}
