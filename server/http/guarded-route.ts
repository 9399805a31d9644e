// How a route is stated: with what its caller must be, or it does not compile. The need is part of the published
// document too, and the gatekeeper refuses a route that has none.
import { createRoute, type OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi';
import { problem } from '../contract/values.ts';
import type { RequestEnv } from './request.ts';

/**
 * open: anyone. setsUp: whoever has the secret of an installation that nobody administers yet. signedIn: any enabled account. reads: holds a post of the programme (or the system) named in the path.
 * readsAll: for the whole programme. replays: that, or audits some of its systems, and is shown what concerns those. acts: reads, and is no auditor; the post given is checked with the body.
 * audits: auditor or administrator. oversees: administrator of the machine, or auditor over all programmes.
 * administers: administrator of the machine, or of a rehearsal over what is its own. keeps: of the machine alone.
 */
export const needs = [
  'open',
  'setsUp',
  'signedIn',
  'reads',
  'readsAll',
  'replays',
  'acts',
  'audits',
  'oversees',
  'administers',
  'keeps',
] as const;
export type Need = (typeof needs)[number];

export interface Guard {
  need: Need;
  /** The reading itself goes into the access log, before anything is answered; `once`: what is asked again and again is counted. */
  logged?: boolean | 'once';
  /** Its answer holds data of every system of the programme: who asked for one system's readers is told of it too. */
  ofEverySystem?: true;
  /** Takes a whole folder's files: a few at a time. */
  takesFolder?: boolean;
  /** Also for an account whose password was given out and has not been changed yet. */
  evenInitial?: boolean;
  /** Also for one whose second factor is required and not set up yet. */
  evenUnenrolled?: boolean;
  /** What stands in its query is another's to say. */
  anyQuery?: boolean;
}

export type Api = OpenAPIHono<RequestEnv>;

const GUARD = 'x-sekimori-guard';

const problemContent = { 'application/problem+json': { schema: problem } };
const problemAnswer = (description: string) => ({ description, content: problemContent });

const always = {
  400: problemAnswer('unreadable / 読み取れない'),
  401: problemAnswer('no session / サインインが必要'),
  403: problemAnswer('not this role or scope / 権限なし'),
  404: problemAnswer('not found / 見つからない'),
  409: problemAnswer('signed in as another account by now / 別の利用者でサインインし直されている'),
  421: problemAnswer('not a name of this server / このサーバの名前ではない'),
  422: problemAnswer('wrong input / 入力の誤り'),
  503: problemAnswer('not ready / 準備中'),
} as const;

/** What a route that takes a body can answer besides. */
const ofBodies = {
  413: problemAnswer('too large / 大きすぎる'),
  415: problemAnswer('not JSON / JSON ではない'),
} as const;

/** What a route that takes a password can answer besides. */
export const guessAnswers = {
  423: problemAnswer('too many wrong passwords / パスワードの誤りが続いた'),
  429: problemAnswer('too many requests / 要求が多すぎる'),
} as const;

export const refusedAnswer = { 409: problemAnswer('refused or stale / 受け付けられない') } as const;

/** A name that a route does not know is refused: a filter that is silently left out answers another question. */
function onlyKnown({ query, ...request }: NonNullable<RouteConfig['request']>): RouteConfig['request'] {
  const known = query ?? z.object({});
  return { ...request, query: known instanceof z.ZodObject ? known.strict() : known };
}

/** What a route can answer besides of which few are worked on at once. */
export const waitingAnswer = { 429: guessAnswers[429] } as const;

function securityOf(need: Need) {
  if (need === 'open') return [];
  return need === 'setsUp' ? [{ setUp: [] }] : [{ session: [] }, { token: [] }];
}

/** A route with its guard; problems that any route can answer are added to its responses. */
export function guarded<const R extends RouteConfig>(guard: Guard, route: R) {
  const security = securityOf(guard.need);
  return createRoute({
    ...route,
    request: guard.anyQuery ? route.request : onlyKnown(route.request ?? {}),
    [GUARD]: guard,
    security,
    responses: {
      ...always,
      ...(route.request?.body ? ofBodies : {}),
      ...(guard.takesFolder ? waitingAnswer : {}),
      ...route.responses,
    },
  } as R);
}

export interface StatedRoute extends Guard {
  method: string;
  /** As Hono writes it: `/programmes/:code`. */
  path: string;
  /** What it is for: Japanese, then English behind a slash. */
  summary: string;
}

/** Every route of the document with its guard; null where one was stated without. */
export function statedRoutes(api: Api): (Omit<StatedRoute, 'need'> & { need: Need | null })[] {
  return api.openAPIRegistry.definitions.flatMap((definition) => {
    if (definition.type !== 'route') return [];
    const { method, path, summary = '' } = definition.route;
    const guard = (definition.route as { [GUARD]?: Guard })[GUARD];
    const at = { method: method.toUpperCase(), path: path.replaceAll(/\{(\w+)\}/g, ':$1'), summary };
    return [{ ...at, ...guard, need: guard?.need ?? null }];
  });
}

export const json = <S>(schema: S, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

export const jsonBody = <S>(schema: S) => ({
  required: true,
  content: { 'application/json': { schema } },
});
