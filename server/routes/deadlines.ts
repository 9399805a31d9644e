// Deadlines of all systems between two days, soonest first.

import type { z } from '@hono/zod-openapi';
import type { DeadlineFilter } from '../../ledger/models/deadlines.ts';
import type { DeadlineListing } from '../../ledger/models/rows.ts';
import { openStatuses } from '../../machines/deadline/deadlines.ts';
import { chainOf } from '../../machines/record/chain.ts';

import { addDays, instantOf } from '../../machines/values/date.ts';
import { deadlinePage, deadlineQuery } from '../contract/programmes.ts';
import { pageQuery } from '../contract/values.ts';
import { type Api, guarded, json } from '../http/guarded-route.ts';
import { pageOfRows } from '../http/page.ts';
import { ProblemError } from '../http/problem/problem.ts';
import type { ProgrammeAtHand } from '../http/request.ts';
import type { ServerParts } from '../parts.ts';
import { deadlineView } from '../views/deadline-view.ts';
import { settingOf } from '../views/setting.ts';
import { programmePath } from './parameters.ts';

const query = deadlineQuery.extend(pageQuery.shape);
type Query = z.output<typeof query>;

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

export function deadlineRoutes(api: Api, parts: ServerParts): void {
  api.openapi(deadlinesRoute, async (c) => {
    const at = c.get('programme');
    const page = await deadlinesFor(parts, at, c.req.valid('query'));
    const items = page.items.map((row) => {
      return { ...deadlineView(row, at.days.programme), system: row.system, systemName: row.name };
    });
    return c.json({ items, nextCursor: page.nextCursor, setting: settingOf(at) }, 200);
  });
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
