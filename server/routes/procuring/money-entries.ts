// Where each figure of a system's money stands in its record: from there it is put right.
import { chainOf } from '../../../machines/record/chain.ts';
import { bodyOf } from '../../../machines/record/reader.ts';
import { moneyEntries } from '../../contract/ends/money.ts';
import { stateOf } from '../../door/state.ts';
import { type Api, guarded, json } from '../../http/guarded-route.ts';
import type { ServerParts } from '../../parts.ts';
import { moneyEntriesOf, moneyTypes } from '../../views/ends/money-entries.ts';
import { settingOf } from '../../views/setting.ts';
import { shownEntries } from '../auditing/shown.ts';
import { systemPath } from '../parameters.ts';

/** More figures of one system than any has. */
const MOST = 1_000;

const route = guarded(
  { need: 'reads', logged: 'once' },
  {
    method: 'get',
    path: '/programmes/{code}/systems/{system}/money/entries',
    operationId: 'moneyEntries',
    tags: ['procurement'],
    summary:
      '金額ごとの記録の番号 / the entry in which each figure of a system’s money stands, as far as the reader is shown it',
    request: { params: systemPath },
    responses: { 200: json(moneyEntries, 'a figure, and its entry') },
  },
);

export function moneyEntryRoutes(api: Api, { ledger }: ServerParts): void {
  api.openapi(route, async (c) => {
    const at = c.get('programme');
    const { code, system } = c.req.valid('param');
    const { snapshot } = await stateOf(ledger, code, system, null);
    const filter = { programme: code, chains: [chainOf(code, system)], types: moneyTypes, asOf: null };
    const { items } = await shownEntries(ledger, at.viewer, filter, { cursor: undefined, limit: MOST });
    const made = snapshot.context.corrections?.made ?? {};
    return c.json({ setting: settingOf(at), items: moneyEntriesOf(items.map(bodyOf), made) }, 200);
  });
}
