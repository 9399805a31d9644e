// What a move of a rehearsal's clock would cause: looked at by whoever reads the whole programme; nothing is done.
import { amendmentsOf } from '../../../machines/programme/amendment/acts.ts';
import { moveObjections } from '../../../machines/programme/clock/acts.ts';
import { adoptedBy, postsOver } from '../../../machines/programme/clock/passed-over.ts';
import { chainOf } from '../../../machines/record/chain.ts';
import { programmeNames } from '../../../texts/names.ts';
import { refusalView } from '../../../texts/refusals/refusal-texts.ts';
import { type ClockPreview, clockPreview, clockPreviewBody } from '../../contract/settings/clock.ts';
import { type Api, guarded, json, jsonBody } from '../../http/guarded-route.ts';
import type { ProgrammeAtHand } from '../../http/request.ts';
import type { ServerParts } from '../../parts.ts';
import { postsOf } from '../../views/amendment-view.ts';
import { settingOf } from '../../views/setting.ts';
import { causedView, nothingCaused } from '../../views/settings/clock-view.ts';
import { programmePath } from '../parameters.ts';

const previewRoute = guarded(
  { need: 'readsAll' },
  {
    method: 'post',
    path: '/programmes/{code}/clock/preview',
    operationId: 'previewClockMove',
    tags: ['programmes'],
    summary:
      '演習時計を進める下見 / what a move of a rehearsal’s clock would cause: deadlines, reminders, milestones; nothing is done',
    request: { params: programmePath, body: jsonBody(clockPreviewBody) },
    responses: { 200: json(clockPreview, 'what would come') },
  },
);

export function clockRoutes(api: Api, parts: ServerParts): void {
  const { ledger, systemNames } = parts;
  api.openapi(previewRoute, async (c) => {
    const at = c.get('programme');
    const { definition, now } = at;
    const { to } = c.req.valid('json');
    const systems = await systemNames(definition);
    const names = programmeNames(definition.bodies, systems);
    const refusals = moveObjections(definition, now, to).map((one) => refusalView(one, names));
    const chains = definition.systems.map((system) => chainOf(definition.code, system));
    const states = refusals.length > 0 ? [] : await ledger.statesOn(chains, null);
    const caused = refusals.length > 0 ? nothingCaused : causedView(states, systems, { now, to });
    const movers = postsOf(definition.control, names);
    const beside = refusals.length > 0 ? nothingBeside : await besideOf(parts, at, to);
    return c.json({ setting: settingOf(at), to, refusals, movers, ...caused, ...beside }, 200);
  });
}

type Beside = Pick<ClockPreview, 'amendments' | 'postsOver'>;
const nothingBeside: Beside = { amendments: [], postsOver: [] };

async function besideOf({ ledger }: ServerParts, at: ProgrammeAtHand, to: string): Promise<Beside> {
  const { definition, now } = at;
  const [state, powers] = await Promise.all([
    ledger.programme(definition.code),
    ledger.powers(definition.code),
  ]);
  const names = programmeNames(definition.bodies, new Map());
  const amendments = adoptedBy(state ? amendmentsOf(state.snapshot.context) : [], to).flatMap(
    ({ seq, reason, fromOn }) => (fromOn === null ? [] : [{ number: seq, reason, fromOn }]),
  );
  const over = (powers ? postsOver(powers, now, to) : []).map(({ account, post, ...rest }) => ({
    ...rest,
    post,
    postLabel: names.post(post),
    name: powers?.people[account]?.name ?? account,
  }));
  return { amendments, postsOver: over };
}
