// Which ways in there are, and which account a person of the provider is: tied and untied by administrators of the machine.
import { z } from '@hono/zod-openapi';
import { isStorable } from '../../../machines/values/text.ts';
import { recordAccountChange } from '../../accounts/administrators-acts.ts';
import type { Tied } from '../../accounts/provider/subjects.ts';
import { account as accountId, accountView } from '../../contract/accounts.ts';
import { signInWays, subjectBody } from '../../contract/sign-in.ts';
import { isSetUpOpen } from '../../http/access/first-set-up.ts';
import { type Api, guarded, json, jsonBody, refusedAnswer } from '../../http/guarded-route.ts';
import { ProblemError } from '../../http/problem/problem.ts';
import { callerOf } from '../../http/request.ts';
import type { ServerParts } from '../../parts.ts';
import { accountViewOf } from '../../views/settings/account-view.ts';
import { subjectOf } from '../accounts.ts';
import { providerOf } from './provider.ts';

const params = z.object({ account: accountId });
/** Whoever ties decides who comes in: of the machine, not of a rehearsal. */
const tying = { need: 'keeps' } as const;

const waysRoute = guarded(
  { need: 'open' },
  {
    method: 'get',
    path: '/session/ways',
    operationId: 'signInWays',
    tags: ['session'],
    summary: 'サインインの方法 / the ways to sign in here',
    responses: { 200: json(signInWays, 'local passwords, and these') },
  },
);
const tieRoute = guarded(tying, {
  method: 'post',
  path: '/accounts/{account}/subject',
  operationId: 'tieSubject',
  tags: ['accounts'],
  summary: '認証基盤の人との結び付け / tie an account to a person of the provider, by its subject',
  request: { params, body: jsonBody(subjectBody) },
  responses: { 200: json(accountView, 'the account'), ...refusedAnswer },
});
const untieRoute = guarded(tying, {
  method: 'post',
  path: '/accounts/{account}/subject/end',
  operationId: 'untieSubject',
  tags: ['accounts'],
  summary: '結び付けの解除 / untie it; every session and token of the account ends',
  request: { params },
  responses: { 200: json(accountView, 'the account'), ...refusedAnswer },
});

const notTied: Record<Exclude<Tied, 'tied'>, 'subjectOther' | 'subjectTaken'> = {
  other: 'subjectOther',
  taken: 'subjectTaken',
};

export function wayRoutes(api: Api, parts: ServerParts): void {
  const { provider, secondFactor, subjects } = parts;
  api.openapi(waysRoute, async (c) =>
    c.json(
      { provider: provider && { label: provider.label }, secondFactor, toBeSetUp: await isSetUpOpen(parts) },
      200,
    ),
  );
  api.openapi(tieRoute, async (c) => {
    const { issuer } = providerOf(parts);
    const by = callerOf(c).person;
    const person = await subjectOf(parts, by, c.req.valid('param').account);
    const tie = { issuer, subject: storable(c.req.valid('json').subject), account: person.account };
    const isThere = person.subjects.some((one) => one.issuer === issuer && one.subject === tie.subject);
    if (!isThere) {
      requireTied(await subjects.foresee(tie));
      await recordAccountChange(c, parts, person, 'subjectTied', { after: tie.subject });
      requireTied(await subjects.tie(tie, by.account));
    }
    return c.json(await accountViewOf(parts, await subjectOf(parts, by, person.account)), 200);
  });
  api.openapi(untieRoute, async (c) => {
    const { issuer } = providerOf(parts);
    const by = callerOf(c).person;
    const person = await subjectOf(parts, by, c.req.valid('param').account);
    const tied = person.subjects.find((one) => one.issuer === issuer);
    if (!tied) throw new ProblemError('notFound');
    await recordAccountChange(c, parts, person, 'subjectUntied', { before: tied.subject });
    await subjects.untie(issuer, person.account);
    return c.json(await accountViewOf(parts, await subjectOf(parts, by, person.account)), 200);
  });
}

/** @throws ProblemError subjectOther, subjectTaken */
function requireTied(tied: Tied): void {
  if (tied !== 'tied') throw new ProblemError(notTied[tied]);
}

/** @throws ProblemError invalid */
function storable(subject: string): string {
  if (isStorable(subject)) return subject;
  throw new ProblemError('invalid');
}
