// Reports that are issued: frozen, listed, shown as they were, and made again from the record to be compared.
import { z } from '@hono/zod-openapi';
import { acceptsProgramme } from '../../../machines/programme/programme.ts';
import { programmeRefusal } from '../../../machines/programme/refusal.ts';
import { ISSUED, type ReportIssued } from '../../../machines/programme/reports/acts.ts';
import { chainOf } from '../../../machines/record/chain.ts';
import { requestKey } from '../../../machines/record/claim.ts';
import { bodyOf } from '../../../machines/record/reader.ts';
import type { Actor } from '../../../machines/record/submission.ts';
import { programmeNames } from '../../../texts/names.ts';
import { refusalView } from '../../../texts/refusals/refusal-texts.ts';
import {
  issuedList,
  issuedQuery,
  type newReport,
  newReport as newReportBody,
  reportCheck,
  reportIssued,
  reportPages,
} from '../../contract/reports/reports.ts';
import { report } from '../../contract/reports/tables.ts';
import { actorOf, recordedOf } from '../../door/submitting.ts';
import { attachment, CSV, fileNamed, XLSX } from '../../http/attachment.ts';
import { type Api, guarded, json, jsonBody, refusedAnswer } from '../../http/guarded-route.ts';
import { ProblemError } from '../../http/problem/problem.ts';
import type { ProgrammeAtHand } from '../../http/request.ts';
import type { ServerParts } from '../../parts.ts';
import { nationalSheetCsv } from '../../report/csv.ts';
import { thawed } from '../../report/issue/frozen.ts';
import {
  againOf,
  beforeOf,
  type Issued,
  issuedNumbered,
  issuedOf,
  keptOf,
  madeAgain,
  shownIssued,
} from '../../report/issue/issued.ts';
import { sheetRows } from '../../report/national-sheet-rows.ts';
import { differences } from '../../report/pages/difference.ts';
import { tablesOf } from '../../report/tables.ts';
import { nationalXlsx } from '../../report/xlsx.ts';
import { settingOf } from '../../views/setting.ts';
import { programmePath } from '../parameters.ts';
import { askedIn, documentOf } from './asking.ts';
import { documents } from './reporting.ts';

const tags = ['reports'];
const reportPath = programmePath.extend({
  number: z.coerce.number().int().min(1).max(999_999).openapi({
    description: '報告書の号数 / number under which a report was issued',
    example: 1,
  }),
});

const listRoute = guarded(
  { need: 'readsAll', logged: 'once' },
  {
    method: 'get',
    path: '/programmes/{code}/reports',
    operationId: 'issuedReports',
    tags,
    summary: '発行した報告書の一覧 / reports that were issued, the newest first',
    request: { params: programmePath },
    responses: { 200: json(issuedList, 'the reports') },
  },
);
const issueRoute = guarded(
  { need: 'acts' },
  {
    method: 'post',
    path: '/programmes/{code}/reports',
    operationId: 'issueReport',
    tags,
    summary:
      '報告書の発行 / issue a report: its figures are frozen under a number and a digest, as anybody may be shown them',
    request: { params: programmePath, body: jsonBody(newReportBody) },
    responses: { 200: json(reportIssued, 'issued'), ...refusedAnswer },
  },
);
const oneRoute = guarded(
  { need: 'readsAll', logged: true, ofEverySystem: true },
  {
    method: 'get',
    path: '/programmes/{code}/reports/{number}',
    operationId: 'issuedReport',
    tags,
    summary: '発行した報告書をそのままに / a report as it was issued',
    request: { params: reportPath, query: issuedQuery },
    responses: {
      200: {
        description: 'the report as it was issued, in any of its forms',
        content: { 'application/json': { schema: z.union([report, reportPages]) }, ...documents },
      },
    },
  },
);
const checkRoute = guarded(
  { need: 'readsAll', logged: 'once', ofEverySystem: true },
  {
    method: 'get',
    path: '/programmes/{code}/reports/{number}/check',
    operationId: 'checkReport',
    tags,
    summary:
      '記録から作り直し、発行したものと一字一句同じかを確かめる / make it again from the record and compare it byte by byte',
    request: { params: reportPath },
    responses: { 200: json(reportCheck, 'whether it is the same, and where not') },
  },
);

type Asked = z.infer<typeof newReport>;

export function issuingRoutes(api: Api, parts: ServerParts): void {
  const { ledger, door, log, systemNames } = parts;
  const namesAt = async ({ definition }: ProgrammeAtHand) =>
    programmeNames(definition.bodies, await systemNames(definition));
  const oneOf = async (code: string, number: number): Promise<Issued> => {
    const one = issuedNumbered(await issuedOf(ledger, code), number);
    if (!one) throw new ProblemError('notFound');
    return one;
  };

  api.openapi(listRoute, async (c) => {
    const at = c.get('programme');
    const { code, control } = at.definition;
    const items = (await issuedOf(ledger, code)).map(lineOf).reverse();
    const held = at.viewer.held.filter(({ system }) => system === null).map(({ post }) => post);
    return c.json(
      { setting: settingOf(at), items, posts: control.filter((post) => held.includes(post)) },
      200,
    );
  });
  api.openapi(issueRoute, async (c) => {
    const at = c.get('programme');
    const { code } = at.definition;
    const asked = c.req.valid('json');
    const actor = actorOf(c, asked.post, null);
    const { requestId } = asked;
    const there = await ledger.entryByRequest(code, requestKey({ actor, requestId }));
    const fact =
      there && bodyOf(there).fact.type === ISSUED
        ? sameAs(there, asked, at)
        : await newIssue(parts, at, asked, actor);
    const submission = { fact, actor, occurredOn: at.days.programme, requestId };
    const outcome = await door.submitToProgramme(code, submission);
    const { recorded } = await recordedOf(outcome, () => namesAt(at), log);
    const issued = await oneOf(code, fact.number);
    return c.json({ ...lineOf(issued), setting: settingOf(at), repeated: recorded.repeated }, 200);
  });
  api.openapi(oneRoute, async (c) => {
    const at = c.get('programme');
    const { code, number } = c.req.valid('param');
    const { format, lang, unit } = c.req.valid('query');
    const all = await issuedOf(ledger, code);
    const one = issuedNumbered(all, number);
    if (!one) throw new ProblemError('notFound');
    const shown = await shownIssued(ledger, code, one);
    if (format === 'json') return c.json(shown.report, 200);
    const name = fileNamed(at.definition, `report-${number}`, one.fact.dataOn);
    const steps = fileNamed(at.definition, `report-${number}-steps`, one.fact.dataOn);
    if (format === 'steps-csv')
      return c.body(nationalSheetCsv(shown.steps), 200, attachment(CSV, `${steps}.csv`));
    if (format === 'steps-xlsx') {
      const book = await nationalXlsx(sheetRows(shown.steps));
      return c.body(new Uint8Array(book).buffer, 200, attachment(XLSX, `${steps}.xlsx`));
    }
    const before = await beforeOf(ledger, code, all, number);
    const given = { report: shown.report, before, digest: one.fact.digest, number };
    return documentOf(c, format, given, { language: lang, unit: unit ?? one.fact.unit, name });
  });
  api.openapi(checkRoute, async (c) => {
    const { code, number } = c.req.valid('param');
    const one = await oneOf(code, number);
    const [again, kept] = await Promise.all([againOf(ledger, code, one), keptOf(ledger, one)]);
    const { digest } = one.fact;
    const equal = again.part.digest === digest;
    const written = { language: 'ja', unit: 'yen' } as const;
    const sectionsOf = (frozen: typeof again.frozen) =>
      tablesOf(thawed(frozen, one.body.recordedAt).report, written.language).sections;
    return c.json(
      {
        setting: settingOf(c.get('programme')),
        number,
        equal,
        digest,
        again: again.part.digest,
        kept: kept !== null,
        differences: equal || !kept ? [] : differences(sectionsOf(again.frozen), sectionsOf(kept), written),
      },
      200,
    );
  });
}

function lineOf({ fact, body }: Issued) {
  const { number, dataOn, by, period, unit, digest } = fact;
  const { account, name, post } = body.actor;
  return {
    number,
    issuedOn: body.occurredOn,
    dataOn,
    entry: body.seq,
    recordedAt: body.recordedAt,
    by,
    period: period ?? null,
    unit,
    digest,
    issuedBy: { account, name, post },
  };
}

/** What was sent before, for whoever sends it again. @throws ProblemError requestReused where it asks for something else */
function sameAs(entry: { body: string }, asked: Asked, at: ProgrammeAtHand): ReportIssued {
  // The kind of the entry was looked at.
  const fact = bodyOf(entry).fact as unknown as ReportIssued;
  const { period } = askedIn({ ...asked, asOf: fact.dataOn }, at);
  const isSame =
    fact.dataOn === (asked.asOf ?? fact.dataOn) &&
    fact.by === asked.by &&
    fact.unit === asked.unit &&
    fact.period?.from === period?.from &&
    fact.period?.to === period?.to;
  if (!isSame) throw new ProblemError('requestReused');
  return fact;
}

/** Made of the record as it stands at this moment, and kept before it is sent. @throws ProblemError refused */
async function newIssue(
  { ledger, systemNames }: ServerParts,
  at: ProgrammeAtHand,
  asked: Asked,
  actor: Actor,
): Promise<ReportIssued> {
  const { definition, days, now } = at;
  const { code, name, rehearsal } = definition;
  const { asOf, period } = askedIn({ ...asked, asOf: asked.asOf ?? days.programme }, at);
  const heads = new Map((await ledger.heads(code)).map(({ chain, seq }) => [chain, seq]));
  const state = await ledger.programme(code);
  if (!state || !asOf) throw new ProblemError('notYet');
  // One that is taken up and has not begun yet is no part of it, also where it begins with an earlier day.
  const begun = new Set(
    (await ledger.definitions.firstMigrations(code)).map((one) => one.definition.system.id),
  );
  const rested = {
    dataOn: asOf.day,
    by: asOf.by,
    ...(period ? { period } : {}),
    upTo: {
      own: heads.get(code) ?? 0,
      systems: definition.systems
        .filter((system) => begun.has(system))
        .map((system) => ({ system, entry: heads.get(chainOf(code, system)) ?? 0 })),
    },
  };
  const { part } = await madeAgain(ledger, code, rested, {
    occurredOn: days.programme,
    recordedAt: now,
    name,
    rehearsal,
  });
  const fact: ReportIssued = {
    type: ISSUED,
    number: (state.snapshot.context.reports ?? 0) + 1,
    ...rested,
    unit: asked.unit,
    digest: part.digest,
  };
  const event = { fact, actor, occurredOn: days.programme, requestId: asked.requestId, at: now };
  const moved = asked.digest !== undefined && asked.digest !== part.digest;
  const refusals = [
    ...(moved ? [programmeRefusal('report.moved', {})] : []),
    ...acceptsProgramme(definition, state.snapshot, event),
  ];
  if (refusals.length > 0) {
    const names = programmeNames(definition.bodies, await systemNames(definition));
    throw new ProblemError('refused', { refusals: refusals.map((one) => refusalView(one, names)) });
  }
  await ledger.keepParts([part]);
  return fact;
}
