// What decides is itself decided: a programme's amendments, each shown with what it does before it is proposed and while it waits.
// Approving, returning and withdrawing are acts of the programme's own door.

import { z } from '@hono/zod-openapi';
import type { Text } from '../../../machines/definition/definition.ts';
import {
  amendersOf,
  amendmentAt,
  amendmentsOf,
  editionInForce,
} from '../../../machines/programme/amendment/acts.ts';
import { staffed } from '../../../machines/programme/amendment/posts/staffed.ts';
import { newlyLacking } from '../../../machines/programme/amendment/staffing.ts';
import { type Amendment, waits } from '../../../machines/programme/amendment/state.ts';
import type { ProgrammeSnapshot } from '../../../machines/programme/state.ts';
import { programmeNames } from '../../../texts/names.ts';
import {
  type AmendmentPreview,
  amendmentList,
  amendmentPreview,
  oneAmendment,
  proposeBody,
  proposed,
  wantedBody,
} from '../../contract/amendments.ts';
import { day } from '../../contract/values.ts';
import { hiddenPhases } from '../../door/disclosing.ts';
import { actorOf, recordedOf } from '../../door/submitting.ts';
import { type Api, guarded, json, jsonBody, refusedAnswer } from '../../http/guarded-route.ts';
import { ProblemError } from '../../http/problem/problem.ts';
import type { ProgrammeAtHand } from '../../http/request.ts';
import {
  type Amending,
  amendingOf,
  heirPreviewsOf,
  keptProposal,
  madeOn,
  previewsOf,
} from '../../intake/amending.ts';
import { inForceOf } from '../../intake/editions.ts';
import { comingBy } from '../../intake/foreseen/coming.ts';
import { leftByAmendment } from '../../intake/foreseen/terms-left.ts';
import { refuseProposedAlready } from '../../intake/proposing/proposed-already.ts';
import type { ServerParts } from '../../parts.ts';
import { collidingByAmendment } from '../../procuring/colliding.ts';
import { amendmentPreviewView, amendmentView, postsOf } from '../../views/amendment-view.ts';
import { adoptionOf } from '../../views/planning/adoption-view.ts';
import { settingOf } from '../../views/setting.ts';
import { differenceViews } from '../../views/settings/difference-view.ts';
import { amendmentPath, programmePath } from '../parameters.ts';

const tags = ['amendments'];

const fromDay = z.object({
  from: day
    .optional()
    .openapi({ description: 'その日から適用するとき / were it adopted on that day; today where left out' }),
});

const previewRoute = guarded(
  { need: 'acts', takesFolder: true },
  {
    method: 'post',
    path: '/programmes/{code}/amendments/preview',
    operationId: 'previewAmendment',
    tags,
    summary: '改定の下見 / what an amendment would change, and do to each migration; nothing is done',
    request: { params: programmePath, query: fromDay, body: jsonBody(wantedBody) },
    responses: { 200: json(amendmentPreview, 'what it would do'), ...refusedAnswer },
  },
);
const proposeRoute = guarded(
  { need: 'acts', takesFolder: true },
  {
    method: 'post',
    path: '/programmes/{code}/amendments',
    operationId: 'proposeAmendment',
    tags,
    summary: '改定の提案 / propose an amendment; it waits for approval',
    request: { params: programmePath, body: jsonBody(proposeBody) },
    responses: { 200: json(proposed, 'proposed'), ...refusedAnswer },
  },
);
const listRoute = guarded(
  { need: 'readsAll' },
  {
    method: 'get',
    path: '/programmes/{code}/amendments',
    operationId: 'listAmendments',
    tags,
    summary: '改定の一覧 / amendments, the newest first',
    request: { params: programmePath },
    responses: { 200: json(amendmentList, 'amendments') },
  },
);
const oneRoute = guarded(
  { need: 'readsAll' },
  {
    method: 'get',
    path: '/programmes/{code}/amendments/{number}',
    operationId: 'getAmendment',
    tags,
    summary:
      '改定とその影響 / one amendment: while it waits what it would do now, once adopted how far each migration is',
    request: { params: amendmentPath },
    responses: { 200: json(oneAmendment, 'the amendment') },
  },
);

export function amendmentRoutes(api: Api, parts: ServerParts): void {
  const { ledger, door, systemNames, log } = parts;
  const namesAt = async ({ definition }: ProgrammeAtHand) =>
    programmeNames(definition.bodies, await systemNames(definition));
  const shown = async (
    at: ProgrammeAtHand,
    amending: Amending,
    { seq, fromOn }: { seq?: number; fromOn?: string | null | undefined } = {},
  ) => {
    const { context } = await snapshotOf(parts, at.definition.code);
    const waiting = amendmentsOf(context).filter((one) => waits(one) && one.seq !== seq);
    const previews = {
      migrations: await previewsOf(ledger, amending, at.now),
      heirs: await heirPreviewsOf(ledger, amending, at.now),
    };
    const known = await ledger.powers(at.definition.code);
    const powers = known ?? { people: {}, grants: [] };
    const on = fromOn && fromOn > at.days.programme ? fromOn : at.days.programme;
    const coming = known ? comingBy(amending, previews.heirs, at.now) : [];
    const { heirs, following } = amending;
    return amendmentPreviewView(amending, previews, await namesAt(at), {
      setting: settingOf(at, null),
      waiting,
      terms: await leftByAmendment(ledger, amending, at.now),
      collisions: await collidingByAmendment(
        { ledger, at: at.now, isShown: (system, state) => hiddenPhases(at.viewer, system, state).size === 0 },
        amending,
      ),
      lacks: newlyLacking(amending.inForce, amending.proposal, powers, at.days),
      people: {
        on,
        powers,
        coming,
        staffed: staffed(coming, { powers, heirs, following, on, today: at.days.programme }),
      },
    });
  };
  // What it changed of what it was made on is the same for ever.
  const briefs = new Map<string, Brief>();
  const brief = async (code: string, amendment: Amendment): Promise<Brief> => {
    const key = `${code}/${amendment.seq}`;
    const found = briefs.get(key) ?? briefly(await madeOn(ledger, code, amendment));
    briefs.set(key, found);
    return found;
  };
  api.openapi(previewRoute, async (c) => {
    const at = c.get('programme');
    const wanted = c.req.valid('json');
    const amending = await amendingOf(ledger, at.definition.code, wanted);
    await refuseProposedAlready(ledger, amending, wanted.changes);
    return c.json(await shown(at, amending, { fromOn: c.req.valid('query').from }), 200);
  });
  api.openapi(proposeRoute, async (c) => {
    const at = c.get('programme');
    const { code } = at.definition;
    const { wanted, reason, fromOn, post, requestId } = c.req.valid('json');
    const actor = actorOf(c, post, null);
    const snapshot = await snapshotOf(parts, code);
    const amending = await amendingOf(ledger, code, wanted);
    await refuseProposedAlready(ledger, amending, wanted.changes, actor.account);
    const { proposal } = amending;
    const preview = await shown(at, amending, { fromOn });
    refuseUnderWay(amending, preview);
    // Kept before it is named: what an entry names stands.
    await ledger.keepParts(proposal.parts);
    const fact = {
      type: 'amendment.proposed' as const,
      edition: proposal.digest,
      adopts: proposal.edition.programme,
      base: editionInForce(snapshot.context),
      ...(fromOn === undefined ? {} : { fromOn }),
      ...(amending.heirs.length > 0 ? { posts: amending.following } : {}),
      reason,
    };
    const submission = { fact, actor, occurredOn: at.days.programme, requestId };
    const { recorded } = await recordedOf(
      await door.submitToProgramme(code, submission),
      () => namesAt(at),
      log,
    );
    return c.json({ setting: settingOf(at, null), number: recorded.seq, preview }, 200);
  });
  api.openapi(listRoute, async (c) => {
    const at = c.get('programme');
    const { definition } = at;
    const { context } = await snapshotOf(parts, definition.code);
    const names = await namesAt(at);
    const items = await Promise.all(
      amendmentsOf(context).map(async (amendment) => ({
        ...amendmentView(amendment, definition, names),
        ...(await brief(definition.code, amendment)),
      })),
    );
    const proposers = postsOf(amendersOf(definition).propose, names);
    const { version } = definition;
    return c.json({ setting: settingOf(at, null), version, proposers, items: items.reverse() }, 200);
  });
  api.openapi(oneRoute, async (c) => {
    const at = c.get('programme');
    const { code, number } = c.req.valid('param');
    const { context } = await snapshotOf(parts, code);
    const found = amendmentAt(context, number);
    if (!found) throw new ProblemError('notFound');
    const inForce = await inForceOf(ledger, code);
    const preview = waits(found) ? await shown(at, await keptProposal(ledger, inForce, found), found) : null;
    const names = await namesAt(at);
    const amendment = amendmentView(found, at.definition, names);
    const adoption = await adoptionOf(ledger, at, number, names);
    const differences = differenceViews(await madeOn(ledger, code, found));
    return c.json({ setting: settingOf(at, null), amendment, preview, differences, adoption }, 200);
  });
}

/** What a list has room for. */
const BRIEF = 3;

interface Brief {
  changes: Text[];
  moreChanges: number;
}

function briefly(amending: Amending): Brief {
  const words = differenceViews(amending)
    .filter(({ place }) => !place.ja.endsWith(' › 版'))
    .map(({ place, wasText, nowText }) => ({
      ja: `${place.ja}：${wasText?.ja ?? 'なし'} → ${nowText?.ja ?? 'なし'}`,
      en: `${place.en}: ${wasText?.en ?? 'none'} → ${nowText?.en ?? 'none'}`,
    }));
  return { changes: words.slice(0, BRIEF), moreChanges: Math.max(0, words.length - BRIEF) };
}

/** A programme is closed once all of it is over, and nobody begins further than what it goes on with: whatever is not so is named. */
function refuseUnderWay({ proposal }: Amending, { migrations, heirs }: AmendmentPreview): void {
  const closing = proposal.programme.closed === undefined ? [] : migrations;
  const issues = [...closing, ...heirs].flatMap(({ system, name, refusals }) =>
    refusals.map(({ code, message }) => ({
      field: system,
      code,
      message: { ja: `${name.ja}：${message.ja}`, en: `${name.en}: ${message.en}` },
    })),
  );
  if (issues.length > 0) throw new ProblemError('invalid', { issues });
}

async function snapshotOf({ ledger }: ServerParts, code: string): Promise<ProgrammeSnapshot> {
  const state = await ledger.programme(code);
  if (!state) throw new ProblemError('notFound');
  return state.snapshot;
}
