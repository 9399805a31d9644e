// One entry with its evidence, for auditors: was the post held, on which version was it decided, who was told and has read it.
import { chainOf } from '../../machines/record/chain.ts';
import { bodyOf } from '../../machines/record/reader.ts';
import { type EntryEvidence, entryEvidence } from '../contract/entries.ts';
import { hidingIn } from '../door/disclosing.ts';
import { besideEntries } from '../door/entries-beside.ts';
import { namesAtEntry } from '../door/naming/system-names.ts';
import { type Api, guarded, json } from '../http/guarded-route.ts';
import { ProblemError } from '../http/problem/problem.ts';
import type { ProgrammeAtHand } from '../http/request.ts';
import type { ServerParts } from '../parts.ts';
import { entryView, isUnnamed } from '../views/entry-view.ts';
import { entryGrants, toldNotices } from '../views/evidence-view.ts';
import { settingOf } from '../views/setting.ts';
import { entryPath, systemEntryPath } from './parameters.ts';

const guard = { need: 'audits', logged: true } as const;
const tags = ['record'];
const responses = { 200: json(entryEvidence, 'the entry') };

const systemEntryRoute = guarded(guard, {
  method: 'get',
  path: '/programmes/{code}/systems/{system}/entries/{seq}',
  operationId: 'systemEntry',
  summary:
    'システムの記録1件とその根拠（職の付与、知らせた相手と既読） / one entry of a system: its actor’s grants, whom it told, who read it',
  tags,
  request: { params: systemEntryPath },
  responses,
});
const entryRoute = guarded(guard, {
  method: 'get',
  path: '/programmes/{code}/entries/{seq}',
  operationId: 'entry',
  summary: '計画の記録1件とその根拠 / one entry of the programme’s own chain, in the same way',
  tags,
  request: { params: entryPath },
  responses,
});

export function evidenceRoutes(api: Api, parts: ServerParts): void {
  api.openapi(systemEntryRoute, async (c) => {
    const { system, seq } = c.req.valid('param');
    return c.json(await evidenceOf(parts, c.get('programme'), system, Number(seq)), 200);
  });
  api.openapi(entryRoute, async (c) =>
    c.json(await evidenceOf(parts, c.get('programme'), null, Number(c.req.valid('param').seq)), 200),
  );
}

/** @throws ProblemError noSuchEntry, with the number of the last */
async function evidenceOf(
  { ledger, people, systemNames }: ServerParts,
  at: ProgrammeAtHand,
  system: string | null,
  seq: number,
): Promise<EntryEvidence> {
  const { code } = at.definition;
  const chain = chainOf(code, system ?? undefined);
  const [entry] = await ledger.entries(chain, seq - 1, 1);
  if (!entry) throw new ProblemError('noSuchEntry', { facts: { seq, last: await ledger.headSeq(chain) } });
  const body = bodyOf(entry);
  const { actor } = body;
  const [systems, told] = await Promise.all([systemNames(at.definition), ledger.toldBy(chain, seq)]);
  const posts = [...new Set(told.map(({ content }) => content.post))];
  const indexes = [...new Set(told.map(({ content }) => content.index))];
  const hides = await hidingIn(ledger, at.viewer, [chain]);
  const [beside, names, ofActor, ofPosts, digests] = await Promise.all([
    besideEntries(ledger, [body], null),
    namesAtEntry(ledger, entry, at.definition, systems),
    actor.kind === 'person' ? people.keptGrants(code, { account: actor.account }) : [],
    posts.length > 0 ? people.keptGrants(code, { posts }) : [],
    told.length > 0 ? ledger.digestsOf(code, { chain, seq, indexes }) : [],
  ]);
  const where = { code, system };
  const why = hides(body);
  return {
    ...entryView(entry, names, systems, beside, hides),
    setting: settingOf(at),
    grants: isUnnamed(body, why) ? [] : entryGrants(body, where, ofActor),
    told: why ? [] : toldNotices(body, where, { told, digests, grants: ofPosts, names }),
  };
}
