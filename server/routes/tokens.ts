// The caller's own tokens, for the command and for programs.
import { z } from '@hono/zod-openapi';
import { issuedToken, newToken, tokenList } from '../contract/accounts.ts';
import { logged } from '../http/access/logged.ts';
import { type Api, guarded, json, jsonBody } from '../http/guarded-route.ts';
import { ProblemError } from '../http/problem/problem.ts';
import { callerOf } from '../http/request.ts';
import type { ServerParts } from '../parts.ts';

const tags = ['tokens'];

const issueRoute = guarded(
  { need: 'signedIn' },
  {
    method: 'post',
    path: '/tokens',
    operationId: 'issueToken',
    tags,
    summary: 'トークンの発行 / a token of one’s own, shown once; asks for a session',
    request: { body: jsonBody(newToken) },
    responses: { 201: json(issuedToken, 'the token') },
  },
);
const listRoute = guarded(
  { need: 'signedIn' },
  {
    method: 'get',
    path: '/tokens',
    operationId: 'listTokens',
    tags,
    summary: '自分のトークン / one’s own tokens that are still good',
    responses: { 200: json(tokenList, 'tokens') },
  },
);
const revokeRoute = guarded(
  { need: 'signedIn' },
  {
    method: 'delete',
    path: '/tokens/{id}',
    operationId: 'revokeToken',
    tags,
    summary: 'トークンの失効 / end a token',
    request: { params: z.object({ id: z.string().max(100) }) },
    responses: { 204: { description: 'ended' } },
  },
);

export function tokenRoutes(api: Api, parts: ServerParts): void {
  const { tokens } = parts;
  api.openapi(issueRoute, async (c) => {
    const { person, session } = callerOf(c);
    // A token must not beget others that outlive it.
    if (session === null) throw new ProblemError('forbidden');
    const { label, days } = c.req.valid('json');
    const issued = await tokens.issue(person.account, label, days, session);
    if (!issued) throw new ProblemError('notSignedIn');
    // One that cannot be logged is told to nobody.
    await logged(c, parts, { detail: { id: issued.id, label, expiresAt: issued.expiresAt } });
    return c.json(issued, 201);
  });
  api.openapi(listRoute, async (c) => {
    const found = await tokens.list(callerOf(c).person.account);
    return c.json({ items: found.map(({ account: _account, ...token }) => token) }, 200);
  });
  api.openapi(revokeRoute, async (c) => {
    const { id } = c.req.valid('param');
    const ended = await tokens.revoke(callerOf(c).person.account, id);
    if (!ended) throw new ProblemError('notFound');
    await logged(c, parts, { detail: { id } });
    return c.body(null, 204);
  });
}
