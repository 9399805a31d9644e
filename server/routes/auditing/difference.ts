// What was known on a day beside what was so on it: what was recorded of it later, and the systems that stood otherwise.
import type { BoardRow } from '../../../ledger/models/rows.ts';
import { systemOf } from '../../../machines/record/chain.ts';
import { type Difference, difference, differenceQuery } from '../../contract/auditing/asked.ts';
import { type Api, guarded, json } from '../../http/guarded-route.ts';
import type { ProgrammeAtHand } from '../../http/request.ts';
import type { ServerParts } from '../../parts.ts';
import { chainsSeen } from '../../report/export.ts';
import { asOfFrom, settingOf } from '../../views/setting.ts';
import { entryPageOf } from '../entries.ts';
import { programmePath } from '../parameters.ts';
import { shownEntries } from './shown.ts';

const differenceRoute = guarded(
  { need: 'replays', logged: true, ofEverySystem: true },
  {
    method: 'get',
    path: '/programmes/{code}/difference',
    operationId: 'difference',
    tags: ['record'],
    summary:
      'その日に知られていたことと、その日に事実だったことの差 / what was recorded of a day after it, and the systems that stood otherwise than was known',
    request: { params: programmePath, query: differenceQuery },
    responses: { 200: json(difference, 'the difference') },
  },
);

export function differenceRoutes(api: Api, parts: ServerParts): void {
  api.openapi(differenceRoute, async (c) => {
    const at = c.get('programme');
    const { day, cursor, limit } = c.req.valid('query');
    // A day that has not come is refused as by every question about the past.
    asOfFrom({ asOf: day, by: 'recorded' }, at);
    const { code } = at.definition;
    const filter = { programme: code, chains: chainsSeen(at), lateFor: day };
    const [late, begins, systems] = await Promise.all([
      shownEntries(parts.ledger, at.viewer, filter, { cursor, limit }),
      parts.ledger.beginning(code, chainsSeen(at)),
      systemsMoved(parts, at, day),
    ]);
    const page = await entryPageOf(parts, at, null, late);
    return c.json({ ...page, setting: settingOf(at), day, begins, systems }, 200);
  });
}

async function systemsMoved(
  { ledger }: ServerParts,
  at: ProgrammeAtHand,
  day: string,
): Promise<Difference['systems']> {
  const { code } = at.definition;
  const [known, was] = await Promise.all([
    ledger.boardOn(code, day, 'recorded'),
    ledger.boardOn(code, day, 'occurred'),
  ]);
  const chains = [...new Set([...was, ...known].map(({ chain }) => chain))];
  return chains.flatMap((chain) => {
    const before = known.find((row) => row.chain === chain);
    const after = was.find((row) => row.chain === chain);
    const row = after ?? before;
    const system = systemOf(chain);
    if (!row || system === null || (at.scope !== null && !at.scope.has(system)) || same(before, after))
      return [];
    return [{ system, name: row.name, known: stoodOf(before), was: stoodOf(after) }];
  });
}

const same = (before: BoardRow | undefined, after: BoardRow | undefined): boolean =>
  JSON.stringify(stoodOf(before)) === JSON.stringify(stoodOf(after));

const stoodOf = (row: BoardRow | undefined) =>
  row ? { phase: row.summary.phase, phaseLabel: row.summary.phaseLabel, live: row.summary.live } : null;
