// Deadlines of all systems between two days, soonest first.

import { z } from '@hono/zod-openapi';
import type { DeadlineFilter } from '../../ledger/models/deadlines.ts';
import type { DeadlineListing } from '../../ledger/models/rows.ts';
import { openStatuses } from '../../machines/deadline/status.ts';
import { chainOf } from '../../machines/record/chain.ts';

import { addDays, instantOf } from '../../machines/values/date.ts';
import { deadlinePage, deadlineQuery } from '../contract/migrations/deadline.ts';
import { pageQuery } from '../contract/values.ts';
import { derivedNow } from '../door/derived.ts';
import { attachment, fileNamed } from '../http/attachment.ts';
import { type Api, guarded, json } from '../http/guarded-route.ts';
import { pageOfRows } from '../http/page.ts';
import { ProblemError } from '../http/problem/problem.ts';
import type { ProgrammeAtHand } from '../http/request.ts';
import type { ServerParts } from '../parts.ts';
import { deadlineCalendar } from '../report/deadline-calendar.ts';
import { explainedView } from '../views/deadline-view.ts';
import { settingOf } from '../views/setting.ts';
import { programmePath } from './parameters.ts';

const query = deadlineQuery.extend(pageQuery.shape);
type Query = z.output<typeof query>;
type Asked = z.output<typeof deadlineQuery>;

const ICALENDAR = 'text/calendar; charset=UTF-8';

const deadlinesRoute = guarded(
  { need: 'reads', logged: 'once', ofEverySystem: true },
  {
    method: 'get',
    path: '/programmes/{code}/deadlines',
    operationId: 'deadlines',
    tags: ['deadlines'],
    summary: '期限の一覧 / deadlines of all systems, soonest first',
    request: { params: programmePath, query },
    responses: { 200: json(deadlinePage, 'deadlines') },
  },
);

const calendarRoute = guarded(
  { need: 'reads', logged: true, ofEverySystem: true },
  {
    method: 'get',
    path: '/programmes/{code}/deadlines.ics',
    operationId: 'deadlineCalendar',
    tags: ['deadlines'],
    summary: '期限の iCalendar / the same deadlines as an iCalendar file (RFC 5545)',
    request: {
      params: programmePath,
      query: deadlineQuery.extend({ lang: z.enum(['ja', 'en']).default('ja') }),
    },
    responses: {
      200: { description: 'the file', content: { [ICALENDAR]: { schema: z.string() } } },
    },
  },
);

export function deadlineRoutes(api: Api, parts: ServerParts): void {
  api.openapi(deadlinesRoute, async (c) => {
    const at = c.get('programme');
    const page = await deadlinesFor(parts, at, c.req.valid('query'));
    const derived = await derivedFor(parts, at, page.items);
    const items = page.items.map((row) => ({
      ...explainedView(row, at.days.programme, derived(row)),
      system: row.system,
      systemName: row.name,
    }));
    return c.json({ items, nextCursor: page.nextCursor, setting: settingOf(at) }, 200);
  });
  api.openapi(calendarRoute, async (c) => {
    const at = c.get('programme');
    const { lang, ...asked } = c.req.valid('query');
    const rows = await everyDeadline(parts, at, asked);
    const stamp = new Date().toISOString();
    const explained = await derivedFor(parts, at, rows);
    const derived = (row: DeadlineListing) => explained(row).derivation;
    const file = deadlineCalendar(rows, settingOf(at), { stamp, language: lang, derived });
    return c.body(file, 200, attachment(ICALENDAR, `${fileNamed(at.definition)}.ics`));
  });
}

const derivedFor = async (
  { ledger, systemNames }: ServerParts,
  { definition }: ProgrammeAtHand,
  rows: readonly DeadlineListing[],
) => derivedNow(ledger, await systemNames(definition), rows);

/** How many are read at a time. */
const AT_ONCE = 500;

async function everyDeadline(
  parts: ServerParts,
  at: ProgrammeAtHand,
  asked: Asked,
): Promise<DeadlineListing[]> {
  const found: DeadlineListing[] = [];
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await deadlinesFor(parts, at, { ...asked, cursor, limit: AT_ONCE });
    found.push(...items);
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
  return found;
}

const statuses = {
  open: openStatuses,
  missed: ['missed'],
  all: undefined,
} as const satisfies Record<Query['status'], DeadlineFilter['statuses']>;

/** The most deadlines that are looked at for one of a few systems. */
const OF_ONE_SYSTEM = 200;

async function deadlinesFor({ ledger }: ServerParts, { definition, scope }: ProgrammeAtHand, given: Query) {
  const { from, to, status, system, cursor, limit } = given;
  const { code } = definition;
  const filter: DeadlineFilter = {
    programme: code,
    from: from && instantOf(from, '00:00'),
    until: to && instantOf(addDays(to, 1), '00:00'),
    statuses: statuses[status],
  };
  if (system !== undefined) {
    if (scope !== null && !scope.has(system)) throw new ProblemError('forbidden');
    if (!(await ledger.system(chainOf(code, system)))) throw new ProblemError('notFound');
    return ledger.deadlines({ ...filter, chain: chainOf(code, system) }, { cursor, limit });
  }
  if (scope === null) return ledger.deadlines(filter, { cursor, limit });
  const found = await Promise.all(
    [...scope].map((one) =>
      ledger.deadlines({ ...filter, chain: chainOf(code, one) }, { limit: OF_ONE_SYSTEM }),
    ),
  );
  const soonest = (a: DeadlineListing, b: DeadlineListing) => (a.dueAt ?? '').localeCompare(b.dueAt ?? '');
  return pageOfRows(found.flatMap(({ items }) => items).sort(soonest), { cursor, limit });
}
