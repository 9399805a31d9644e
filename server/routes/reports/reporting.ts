// The ward's report as it would be made now, as data, as pages and as files; and what a row of it rests on. Made here and not in a
// browser, so that every export is logged.
import { z } from '@hono/zod-openapi';
import { lastOf, type UpTo } from '../../../ledger/past/by.ts';
import { chainOf } from '../../../machines/record/chain.ts';
import type { EntryBody } from '../../../machines/record/entry.ts';
import { bodyOf } from '../../../machines/record/reader.ts';
import { report } from '../../contract/programmes.ts';
import { figureQuery, reportFigure, reportPages, reportQuery } from '../../contract/reports/reports.ts';
import { hidingIn, nobody } from '../../door/disclosing.ts';
import { namesAtEntry } from '../../door/system-names.ts';
import { type Api, guarded, json } from '../../http/guarded-route.ts';
import { ProblemError } from '../../http/problem/problem.ts';
import type { ProgrammeAtHand } from '../../http/request.ts';
import type { ServerParts } from '../../parts.ts';
import { frozenOf } from '../../report/issue/frozen.ts';
import { type Making, reportFrom, sheetFrom } from '../../report/issue/gathering.ts';
import { beforeOf, issuedNumbered, issuedOf, shownIssued, upToOf } from '../../report/issue/issued.ts';
import { cellsWritten, rowIn, sectionIn, type Written } from '../../report/pages/difference.ts';
import { briefOf } from '../../report/pages/pages.ts';
import { restsOf } from '../../report/pages/rests.ts';
import type { Row } from '../../report/section.ts';
import { tablesOf } from '../../report/tables.ts';
import { entryView } from '../../views/entry-view.ts';
import { settingOf } from '../../views/setting.ts';
import { programmePath } from '../parameters.ts';
import { askedIn, documentOf, XLSX } from './asking.ts';

const tags = ['reports'];
const document = z.string();
export const documents = {
  'text/markdown': { schema: document },
  'text/html': { schema: document },
  'text/csv': { schema: document },
  [XLSX]: { schema: z.string().openapi({ format: 'binary' }) },
};

const reportRoute = guarded(
  { need: 'readsAll', logged: true, ofEverySystem: true },
  {
    method: 'get',
    path: '/programmes/{code}/report',
    operationId: 'report',
    tags,
    summary:
      '取組み状況の報告 / the ward’s report: progress, selections, budgets, estimates, contracts, special transition',
    request: { params: programmePath, query: reportQuery },
    responses: {
      200: {
        description:
          'the report; as its pages print it (pages), or as a file: CSV is UTF-8 with BOM, .xlsx has amounts as numbers and sums as formulas',
        content: { 'application/json': { schema: z.union([report, reportPages]) }, ...documents },
      },
    },
  },
);
const figureRoute = guarded(
  { need: 'readsAll', logged: 'once', ofEverySystem: true },
  {
    method: 'get',
    path: '/programmes/{code}/report/figure',
    operationId: 'reportFigure',
    tags,
    summary:
      '報告書の一行のもとになった記録と、前の号との違い / the entries that a row of the report rests on, and the same row of the report issued before',
    request: { params: programmePath, query: figureQuery },
    responses: { 200: json(reportFigure, 'what the row rests on, as far as the reader is shown it') },
  },
);

type Asked = Parameters<typeof askedIn>[0] & { sight: 'own' | 'public' };

export const makingOf = (at: ProgrammeAtHand, { sight, ...asked }: Asked): Making => {
  const { asOf, period } = askedIn(asked, at);
  const { code, systems } = at.definition;
  const viewer = sight === 'public' ? nobody : at.viewer;
  return { code, systems, asOf, period, viewer, setting: settingOf(at, asOf), upTo: null };
};

export function reportRoutes(api: Api, parts: ServerParts): void {
  const { ledger } = parts;
  api.openapi(reportRoute, async (c) => {
    const at = c.get('programme');
    const { format, lang, unit, ...asked } = c.req.valid('query');
    const making = makingOf(at, asked);
    const made = await reportFrom(ledger, making);
    if (format === 'json') return c.json(made, 200);
    const isWhole = format === 'pages' || format === 'html';
    const given = {
      report: made,
      before: isWhole ? await beforeOf(ledger, making.code, await issuedOf(ledger, making.code), null) : null,
      digest: isWhole ? frozenOf(made, await sheetFrom(ledger, making)).part.digest : '',
      number: null,
    };
    return documentOf(c, format, given, { language: lang, unit, name: nameOf(at, made.dataOn) });
  });
  api.openapi(figureRoute, async (c) => {
    const at = c.get('programme');
    const { section, row: key, lang: language, unit, number, ...asked } = c.req.valid('query');
    const { code } = at.definition;
    const all = await issuedOf(ledger, code);
    const one = number === undefined ? undefined : issuedNumbered(all, number);
    if (number !== undefined && !one) throw new ProblemError('notFound');
    const made = one
      ? (await shownIssued(ledger, code, one)).report
      : await reportFrom(ledger, makingOf(at, asked));
    const written: Written = { language, unit };
    const shown = sectionIn(tablesOf(made, language, unit).sections, section);
    const row = rowIn(shown, key);
    if (!shown || !row) throw new ProblemError('notFound');
    const before = await beforeOf(ledger, code, all, number ?? null);
    const then = before && sectionIn(tablesOf(before.report, language, unit).sections, section);
    const was = rowIn(then ?? undefined, key);
    const upTo = one ? upToOf(code, one.fact) : null;
    const found = await entriesOf(parts, at, { row, section, made, upTo });
    return c.json(
      {
        setting: made.setting,
        head: shown.head,
        cells: cellsWritten(row, written),
        ...found,
        before: before && briefOf(before),
        was: then && was ? { head: then.head, cells: cellsWritten(was, written) } : null,
      },
      200,
    );
  });
}

/** What a file of it is called. */
export function nameOf({ definition }: ProgrammeAtHand, day: string, what = 'report'): string {
  return `sekimori-${definition.code}${definition.rehearsal ? '-rehearsal' : ''}-${what}-${day}`;
}

interface Looked {
  row: Row;
  section: string;
  made: { setting: { asOf: string | null; by: 'occurred' | 'recorded' | null } };
  upTo: UpTo | null;
}

const MOST = 200;

/** Those that the reader is shown: how many there are of a kind besides is part of what is hidden. */
async function entriesOf({ ledger, systemNames }: ServerParts, at: ProgrammeAtHand, looked: Looked) {
  const { row, section, made, upTo } = looked;
  const { code } = at.definition;
  const rests = restsOf(section);
  if (!rests) throw new ProblemError('notFound');
  const chains =
    row.systems.length > 0
      ? row.systems.map((system) => chainOf(code, system))
      : programmeChain(section, code);
  const { asOf: day, by } = made.setting;
  const asOf = day === null ? null : { day, by: by ?? 'occurred' };
  const filter = { programme: code, chains, types: rests.types, asOf };
  const page =
    chains.length === 0
      ? { items: [], nextCursor: null }
      : await ledger.newestEntries(filter, { cursor: undefined, limit: MOST });
  const [hides, stood, pairs, inName, systems] = await Promise.all([
    hidingIn(ledger, at.viewer, chains),
    ledger.phasesStood(chains),
    ledger.correctionPairs(chains, asOf, upTo),
    ledger.decidedInName(chains, asOf),
    systemNames(at.definition),
  ]);
  const phases = new Map(stood.map(({ chain, seq, phase }) => [`${chain}#${seq}`, phase]));
  const bodies = page.items.map((entry) => ({ entry, body: bodyOf(entry) }));
  const known = {
    among: bodies.map(({ body }) => body),
    phaseOf: ({ chain, seq }: EntryBody) => phases.get(`${chain}#${seq}`) ?? null,
  };
  const counted = bodies.filter(
    ({ body }) =>
      body.seq <= lastOf(upTo, body.chain) &&
      hides(body) === null &&
      (rests.isOf?.(body, row, known) ?? true),
  );
  const kept = rests.newest ? newestOfEach(counted) : counted;
  const views = kept.map(async ({ entry }) =>
    entryView(
      entry,
      await namesAtEntry(ledger, entry, at.definition, systems),
      systems,
      { pairs, inName },
      hides,
    ),
  );
  return { entries: await Promise.all(views), more: page.nextCursor !== null };
}

/** A row of no system rests on the programme's own chain, where its table does at all. */
const programmeChain = (section: string, code: string): string[] =>
  section === 'movements' || section === 'meetings' ? [chainOf(code)] : [];

const newestOfEach = <T extends { body: EntryBody }>(found: readonly T[]): T[] =>
  found.filter(({ body }, index) => found.findIndex((one) => one.body.chain === body.chain) === index);
