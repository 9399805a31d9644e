// Vendors and their notices with what these touch; and which planned switch-overs collide, as they are planned or would be.
import { z } from '@hono/zod-openapi';
import { chainOf } from '../../../machines/record/chain.ts';
import { LENGTH } from '../../../machines/record/limits.ts';
import { programmeNames } from '../../../texts/names.ts';
import { collisionList, vendorList } from '../../contract/procuring/vendors.ts';
import { vagueDay } from '../../contract/values.ts';
import { hiddenPhases } from '../../door/disclosing.ts';
import { type Api, guarded, json } from '../../http/guarded-route.ts';
import { ProblemError } from '../../http/problem/problem.ts';
import type { ProgrammeAtHand } from '../../http/request.ts';
import type { ServerParts } from '../../parts.ts';
import { type Asked, collisionListOf, type Seen, vendorListOf } from '../../views/procuring/vendor-view.ts';
import { settingOf } from '../../views/setting.ts';
import { programmePath } from '../parameters.ts';

const tags = ['vendors'];
const listRoute = guarded(
  { need: 'reads', logged: 'once', ofEverySystem: true },
  {
    method: 'get',
    path: '/programmes/{code}/vendors',
    operationId: 'vendors',
    tags,
    summary: '事業者と通知、その影響 / vendors, their notices and what these touch',
    request: { params: programmePath },
    responses: { 200: json(vendorList, 'of the systems that the reader sees') },
  },
);

const id = z.string().max(LENGTH.id);
const collisionRoute = guarded(
  { need: 'reads', logged: 'once', ofEverySystem: true },
  {
    method: 'get',
    path: '/programmes/{code}/collisions',
    operationId: 'collisions',
    tags,
    summary: '切替の重なり / planned switch-overs that collide; with a plan given, those it would make',
    request: {
      params: programmePath,
      query: z.object({
        system: id.optional(),
        phase: id.optional(),
        startOn: vagueDay.optional(),
        endOn: vagueDay.optional(),
      }),
    },
    responses: { 200: json(collisionList, 'of the systems that the reader sees') },
  },
);

export function vendorRoutes(api: Api, parts: ServerParts): void {
  api.openapi(listRoute, async (c) => c.json(vendorListOf(await lookedAt(parts, c.get('programme'))), 200));
  api.openapi(collisionRoute, async (c) => {
    const at = await lookedAt(parts, c.get('programme'));
    return c.json(collisionListOf(at, askedIn(c.req.valid('query'), at.seen)), 200);
  });
}

/** @throws ProblemError where the programme has no chain, or none of its systems */
async function lookedAt(parts: ServerParts, at: ProgrammeAtHand) {
  const { code, bodies, systems } = at.definition;
  const own = systems.filter((system) => at.scope === null || at.scope.has(system));
  const [programme, states, called] = await Promise.all([
    parts.ledger.programme(code),
    parts.ledger.statesOn(
      own.map((system) => chainOf(code, system)),
      null,
    ),
    parts.systemNames(at.definition),
  ]);
  if (!programme) throw new ProblemError('notYet');
  const seen = new Map(
    states.map((state): [string, Seen] => {
      const { id: system } = state.definition.system;
      return [system, { state, isShown: hiddenPhases(at.viewer, system, state).size === 0 }];
    }),
  );
  const names = programmeNames(bodies, called);
  return { setting: settingOf(at), context: programme.snapshot.context, seen, names };
}

type Query = { system?: string | undefined; phase?: string | undefined } & {
  startOn?: string | undefined;
  endOn?: string | undefined;
};

/** What of the plan is not given is as it is planned; the phase is the one from which it may be live. */
function askedIn({ system, phase, startOn, endOn }: Query, seen: ReadonlyMap<string, Seen>): Asked | null {
  if (system === undefined) return null;
  const there = seen.get(system);
  if (!there) throw new ProblemError('notFound');
  const { definition, snapshot } = there.state;
  const { goLive } = definition.path;
  const last = phase ?? goLive ?? definition.path.phases.at(-1)?.id ?? '';
  const planned = snapshot.context.plan[last];
  const from = startOn ?? planned?.startOn;
  const until = endOn ?? planned?.endOn ?? from;
  const isPlanned = from !== undefined && until !== undefined;
  return { system, plan: isPlanned ? { phase: last, startOn: from, endOn: until } : null };
}
