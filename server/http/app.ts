// The server's one application: its order of middlewares, its routes, and how every failure is answered. Opens no
// connection and listens nowhere: that is main.ts.
import { randomUUID } from 'node:crypto';
import { OpenAPIHono, z } from '@hono/zod-openapi';
import { WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import { HTTPException } from 'hono/http-exception';
import { matchedRoutes } from 'hono/route';
import { LedgerUnavailable } from '../../ledger/chain/failure.ts';
import { CursorFailure } from '../../ledger/models/cursor.ts';
import { ClockUnknown } from '../door/clocks.ts';
import { servedIn } from '../door/outcome.ts';
import type { ServerParts } from '../parts.ts';
import { accountRoutes } from '../routes/accounts.ts';
import { auditRoutes } from '../routes/auditing/audit.ts';
import { checkpointRoutes } from '../routes/auditing/checkpoint.ts';
import { correctionPairRoutes } from '../routes/auditing/corrections.ts';
import { differenceRoutes } from '../routes/auditing/difference.ts';
import { searchRoutes } from '../routes/auditing/search.ts';
import { changeRoutes } from '../routes/changes/changes.ts';
import { contactRoutes } from '../routes/contacts.ts';
import { correctionRoutes } from '../routes/corrections.ts';
import { everywhereRoutes } from '../routes/day/everywhere.ts';
import { todayRoutes } from '../routes/day/today.ts';
import { deadlineRoutes } from '../routes/deadlines.ts';
import { doctorRoutes } from '../routes/doctor.ts';
import { entryRoutes } from '../routes/entries.ts';
import { evidenceRoutes } from '../routes/evidence.ts';
import { calendarFeedRoutes, feedRoutes } from '../routes/feeds.ts';
import { inboxRoutes } from '../routes/inbox.ts';
import { archiveRoutes } from '../routes/keeping/archive.ts';
import { handoverRoutes } from '../routes/keeping/handover.ts';
import { rebuildRoutes } from '../routes/keeping/rebuild.ts';
import { keyRoutes } from '../routes/keys.ts';
import { operationRoutes } from '../routes/operations.ts';
import { pageRoutes } from '../routes/pages.ts';
import { scheduleRoutes } from '../routes/planning/schedule.ts';
import { deputyRoutes } from '../routes/posts/deputies.ts';
import { transferRoutes } from '../routes/posts/transfers.ts';
import { evaluationRoutes } from '../routes/procuring/evaluation.ts';
import { moneyEntryRoutes } from '../routes/procuring/money-entries.ts';
import { procurementRoutes } from '../routes/procuring/procurements.ts';
import { rfpRoutes } from '../routes/procuring/rfp.ts';
import { scoreSheetRoutes } from '../routes/procuring/score-sheet.ts';
import { amendmentRoutes } from '../routes/programmes/amendments.ts';
import { conveningRoutes } from '../routes/programmes/convening.ts';
import { folderRoutes } from '../routes/programmes/folder.ts';
import { loadingRoutes } from '../routes/programmes/loading.ts';
import { meetingRoutes } from '../routes/programmes/meetings.ts';
import { peopleRoutes } from '../routes/programmes/people.ts';
import { programmeRoutes } from '../routes/programmes/programmes.ts';
import { issuingRoutes } from '../routes/reports/issuing.ts';
import { reportRoutes } from '../routes/reports/reporting.ts';
import { settingUpRoutes } from '../routes/setting-up/setting-up.ts';
import { clockRoutes } from '../routes/settings/clock.ts';
import { lookingRoutes } from '../routes/settings/looking.ts';
import { occurrenceRoutes } from '../routes/settings/occurrences.ts';
import { sheetRoutes } from '../routes/sheets/exporting.ts';
import { sheetImportRoutes } from '../routes/sheets/importing.ts';
import { providerRoutes } from '../routes/sign-in/provider.ts';
import { secondFactorRoutes } from '../routes/sign-in/second-factor.ts';
import { sessionRoutes } from '../routes/sign-in/session.ts';
import { wayRoutes } from '../routes/sign-in/ways.ts';
import { slipRoutes } from '../routes/slips.ts';
import { systemRoutes } from '../routes/systems.ts';
import { tokenRoutes } from '../routes/tokens.ts';
import { vendorRoutes } from '../routes/vendors/vendors.ts';
import { verifyRoutes } from '../routes/verify.ts';
import { warningRoutes } from '../routes/warnings.ts';
import { refusalsLogged } from './access/refusals.ts';
import { boundedBody, storableQuery } from './body/bounded-body.ts';
import { limitedBody } from './body/limited-body.ts';
import { utf8Body } from './body/utf8-body.ts';
import { consoleFiles } from './console-files.ts';
import { documentOf, registerDocument } from './document/document.ts';
import { API_PATH as API, gatekeeper } from './gatekeeper.ts';
import { type Api, type Guard, guarded, json, statedRoutes } from './guarded-route.ts';
import { knownHost } from './hosts.ts';
import { createMetrics, type Metrics } from './metrics/metrics.ts';
import { inputIssues } from './problem/input-texts.ts';
import { answerProblem, ProblemError } from './problem/problem.ts';
import { readBy } from './remote-address.ts';
import type { RequestEnv } from './request.ts';
import { headers, jsonOnly } from './security.ts';

export interface App {
  hono: Hono<RequestEnv>;
  api: Api;
  metrics: Metrics;
}

export function createApp(parts: ServerParts): App {
  const metrics = createMetrics();
  parts.health.counts.register(metrics.registry);
  const app = new Hono<RequestEnv>();
  const api = createApi(parts);
  app.use(
    headers,
    readBy(parts.isHttps),
    observed(parts, metrics),
    knownHost(parts.hostNames),
    compress(),
    jsonOnly,
  );
  operationRoutes(app, parts, metrics);
  pageRoutes(app, api);
  feedRoutes(app, parts);
  app.route(API, api);
  consoleFiles(app, parts);
  app.notFound((c) => answerProblem(c, 'notFound'));
  app.onError((error, c) => answerFailure(error, c, parts));
  return { hono: app, api, metrics };
}

/** What is told to one reader is kept by no cache. */
const unkept: MiddlewareHandler<RequestEnv> = async (c, next) => {
  await next();
  if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store');
};

const documentRoute = guarded(
  { need: 'open' },
  {
    method: 'get',
    path: '/openapi.json',
    operationId: 'openapi',
    tags: ['document'],
    summary: 'この API の定義 / this document',
    responses: { 200: json(z.looseObject({}), 'OpenAPI 3.1') },
  },
);

const ROUTES: readonly ((api: Api, parts: ServerParts) => void)[] = [
  sessionRoutes,
  providerRoutes,
  secondFactorRoutes,
  wayRoutes,
  settingUpRoutes,
  tokenRoutes,
  programmeRoutes,
  loadingRoutes,
  peopleRoutes,
  clockRoutes,
  lookingRoutes,
  occurrenceRoutes,
  amendmentRoutes,
  folderRoutes,
  deputyRoutes,
  meetingRoutes,
  conveningRoutes,
  transferRoutes,
  systemRoutes,
  entryRoutes,
  searchRoutes,
  differenceRoutes,
  correctionPairRoutes,
  auditRoutes,
  checkpointRoutes,
  changeRoutes,
  evidenceRoutes,
  correctionRoutes,
  inboxRoutes,
  todayRoutes,
  everywhereRoutes,
  contactRoutes,
  warningRoutes,
  deadlineRoutes,
  scheduleRoutes,
  slipRoutes,
  vendorRoutes,
  calendarFeedRoutes,
  sheetRoutes,
  reportRoutes,
  issuingRoutes,
  sheetImportRoutes,
  procurementRoutes,
  moneyEntryRoutes,
  rfpRoutes,
  scoreSheetRoutes,
  evaluationRoutes,
  verifyRoutes,
  rebuildRoutes,
  handoverRoutes,
  archiveRoutes,
  doctorRoutes,
  accountRoutes,
  keyRoutes,
];

export function createApi(parts: ServerParts): Api {
  const api: Api = new OpenAPIHono<RequestEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      const given = 'data' in result ? result.data : undefined;
      throw new ProblemError('invalid', { issues: inputIssues(result.error.issues, given) });
    },
  });
  const guards = new Map<string, Guard>();
  const guardOf = (method: string, path: string) => guards.get(`${method} ${path}`) ?? null;
  // Who asks is known before a body is read.
  api.use(unkept, refusalsLogged(parts), storableQuery, gatekeeper({ ...parts, guardOf }));
  api.use(limitedBody(guardOf), utf8Body, boundedBody);
  registerDocument(api);
  for (const routes of ROUTES) routes(api, parts);
  const document = memoized(() => documentOf(api));
  // Made by the library as plain JSON; its type has optional members that JSON's has not.
  api.openapi(documentRoute, (c) => c.json(document() as never, 200));
  for (const { method, path, need, ...guard } of statedRoutes(api)) {
    if (need !== null) guards.set(`${method} ${API}${path}`, { ...guard, need });
  }
  return api;
}

function memoized<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

type C = Context<RequestEnv>;

/** Gives the request its number, and says afterwards how it went: never bodies, cookies or tokens. */
function observed({ log }: ServerParts, metrics: Metrics): MiddlewareHandler<RequestEnv> {
  return async (c, next) => {
    const began = performance.now();
    c.set('requestNumber', randomUUID());
    await next();
    const seconds = (performance.now() - began) / 1000;
    const { status } = c.res;
    const route = routeOf(c);
    metrics.answered(c.req.method, route, status, seconds);
    const account = c.get('caller')?.person.account;
    const request = c.get('requestNumber');
    const line = { request, method: c.req.method, route, status, ms: Math.round(seconds * 1000), account };
    if (route.startsWith(API)) log.info(line, 'answered');
    else log.debug(line, 'answered');
  };
}

function routeOf(c: C): string {
  const own = matchedRoutes(c).filter(({ method }) => method !== 'ALL');
  return (own.findLast(({ path }) => path.startsWith(API)) ?? own[0])?.path ?? 'unknown';
}

function answerFailure(error: Error, c: C, { log }: ServerParts): Response {
  if (error instanceof ProblemError) return answerProblem(c, error.code, error.details);
  if (error instanceof HTTPException && error.status === 400) return answerProblem(c, 'unreadable');
  if (error instanceof CursorFailure) {
    const message = { ja: 'この一覧の続きではありません。', en: 'Not a cursor of this list.' };
    return answerProblem(c, 'invalid', { issues: [{ field: 'cursor', code: 'cursor', message }] });
  }
  if (error instanceof ClockUnknown) return answerProblem(c, 'notReady', { retryAfter: 5 });
  if (isUnstorable(error)) return answerProblem(c, 'invalid');
  log.error({ err: error, request: c.get('requestNumber') }, 'a request failed');
  const away = error instanceof LedgerUnavailable || isConnectionLost(error) || isEngineAway(error);
  return away ? answerProblem(c, 'notReady', { retryAfter: 5 }) : answerProblem(c, 'internal');
}

/** PostgreSQL's refusal of a text that it cannot keep. */
function isUnstorable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && ['22021', '22P05'].includes(String(error.code))) || isUnstorable(error.cause);
}

const LOST = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  '57P01',
  '57P03',
]);

/** Temporal is out of reach, or no worker answers in time. */
const isEngineAway = (error: unknown): boolean =>
  error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || servedIn(error) !== null;

/** The database is away: starting, stopping or out of reach. */
function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && LOST.has(String(error.code))) || isConnectionLost(error.cause);
}
