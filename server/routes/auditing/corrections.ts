// Corrections of every system as pairs, newest first. A pair is shown where all of it is: the entry that is put right, the proposal, and
// what was decided on it.
import { PROPOSAL } from '../../../ledger/chain/corrections.ts';
import type { EntryBody } from '../../../machines/record/entry.ts';
import { bodyOf } from '../../../machines/record/reader.ts';
import { correctionPairs } from '../../contract/auditing/pairs.ts';
import { pageQuery } from '../../contract/values.ts';
import type { Hides } from '../../door/disclosing.ts';
import { namedEntries } from '../../door/naming/system-names.ts';
import { type Api, guarded, json } from '../../http/guarded-route.ts';
import type { ServerParts } from '../../parts.ts';
import { chainsSeen } from '../../report/export.ts';
import { correctionPairView } from '../../views/auditing/correction-pair-view.ts';
import { settingOf } from '../../views/setting.ts';
import { programmePath } from '../parameters.ts';
import { decisionsIn } from './corrections-of.ts';
import { shownEntries } from './shown.ts';

const pairsRoute = guarded(
  { need: 'replays', logged: true, ofEverySystem: true },
  {
    method: 'get',
    path: '/programmes/{code}/corrections',
    operationId: 'corrections',
    tags: ['record'],
    summary: '訂正の一覧（誤りと正しい内容） / corrections as pairs: what stood wrongly, and what is right',
    request: { params: programmePath, query: pageQuery },
    responses: { 200: json(correctionPairs, 'the pairs, newest proposal first') },
  },
);

export function correctionPairRoutes(api: Api, parts: ServerParts): void {
  api.openapi(pairsRoute, async (c) => {
    const at = c.get('programme');
    const { ledger } = parts;
    const systems = await parts.systemNames(at.definition);
    const decisions = decisionsIn(ledger);
    const filter = {
      programme: at.definition.code,
      chains: chainsSeen(at),
      types: [PROPOSAL],
    };
    const isWanted = async (proposed: EntryBody, hides: Hides) => {
      const [wrong] = await ledger.entries(proposed.chain, Number(proposed.fact.entry) - 1, 1);
      const decided = await decisions(proposed);
      return wrong !== undefined && hides(bodyOf(wrong)) === null && (!decided || hides(decided) === null);
    };
    const page = await shownEntries(ledger, at.viewer, filter, c.req.valid('query'), { isWanted });
    const named = await namedEntries(ledger, page.items, at.definition, systems);
    const views = named.map(async ({ entry, names }) => {
      const body = bodyOf(entry);
      return correctionPairView(body, await decisions(body), names);
    });
    const items = (await Promise.all(views)).filter((view) => view !== null);
    return c.json({ items, nextCursor: page.nextCursor, setting: settingOf(at) }, 200);
  });
}
