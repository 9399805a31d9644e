// What a closed meeting resolved goes to each system's migration, item by item: one that is refused or not answered keeps none of the
// others, and asking again carries what is left, nothing twice.
import type { Context } from 'hono';
import { itemKey, type Resolution } from '../../../machines/decision/resolution.ts';
import { standing } from '../../../machines/migration/state.ts';
import { carryingId, factOf } from '../../../machines/programme/meetings/resolutions.ts';
import type { Actor } from '../../../machines/record/submission.ts';
import { namesOf } from '../../../texts/names.ts';
import { refusalView } from '../../../texts/refusals/refusal-texts.ts';
import type { CarriedView } from '../../contract/meetings/meetings.ts';
import type { RefusalView } from '../../contract/values.ts';
import { ProblemError, problemBody } from '../../http/problem/problem.ts';
import type { RequestEnv } from '../../http/request.ts';
import type { ServerParts } from '../../parts.ts';
import { hiddenPhases, seenBy, shownRefusals } from '../disclosing.ts';
import type { SystemNames } from '../naming/system-names.ts';
import type { Outcome } from '../outcome.ts';
import { actorOf } from '../submitting.ts';
import { type Now, statesBySystem, type WholeMeeting } from './looking.ts';

type C = Context<RequestEnv>;
type Closed = WholeMeeting & { by: { seq: number; hash: string } };

export async function carryAll(
  parts: ServerParts,
  c: C,
  whole: Closed,
  post: string,
): Promise<CarriedView[]> {
  const { definition } = c.get('programme');
  const { code } = definition;
  const systems = await parts.systemNames(definition);
  const carried: CarriedView[] = [];
  for (const [index, { system, resolution }] of whole.meeting.agenda.entries()) {
    const head = { number: index + 1, system, systemName: systems.get(system) ?? { ja: system, en: system } };
    const done = resolution
      ? await carryOne({ parts, c, code, systems, post, by: whole.by }, system, resolution)
      : { as: 'undecided' as const, entry: null, refusals: [] };
    carried.push({ ...head, ...done });
  }
  return carried;
}

interface Carrying {
  parts: ServerParts;
  c: C;
  code: string;
  systems: SystemNames;
  post: string;
  by: Closed['by'];
}

type Done = Pick<CarriedView, 'as' | 'entry' | 'refusals'>;

async function carryOne(given: Carrying, system: string, resolution: Resolution): Promise<Done> {
  const { parts, c, code, post, by } = given;
  const now = (await statesBySystem(parts.ledger, code, [system])).get(system);
  if (!now) return { as: 'unanswered', entry: null, refusals: [] };
  if (now.snapshot.context.resolved?.includes(itemKey(resolution)))
    return { as: 'already', entry: null, refusals: [] };
  const acting = actingFor(c, post, system, resolution.on);
  if ('refusals' in acting) return { as: 'refused', entry: null, refusals: acting.refusals };
  const id = carryingId(resolution, by);
  const submission = {
    fact: factOf(resolution, by),
    ...acting,
    requestId: id,
    seenVersion: now.snapshot.context.version,
  };
  const outcome = await parts.door.submit(code, system, submission);
  // Somebody has chosen this very id for something else, or another began to carry it.
  const sure =
    outcome.status === 'reused'
      ? await parts.door.submit(code, system, { ...submission, requestId: `${id}/${acting.actor.account}` })
      : outcome;
  return doneBy(given, system, now, sure);
}

/** On the day on which it was decided where the post was held then, else today. */
function actingFor(
  c: C,
  post: string,
  system: string,
  on: string,
): { actor: Actor; occurredOn: string } | { refusals: RefusalView[] } {
  const today = c.get('programme').days.programme;
  try {
    return { actor: actorOf(c, post, system, on), occurredOn: on };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    if (error.code === 'postNotHeldThen')
      return { actor: actorOf(c, post, system, today), occurredOn: today };
    return { refusals: [problemOf(error)] };
  }
}

function problemOf({ code, details }: ProblemError): RefusalView {
  const { detail, facts } = problemBody(code, details, '');
  return { code, facts: { ...facts }, message: detail };
}

async function doneBy(
  { parts, c, systems }: Carrying,
  system: string,
  now: Now,
  outcome: Outcome,
): Promise<Done> {
  if (outcome.status === 'recorded') return { as: 'taken', entry: outcome.recorded.seq, refusals: [] };
  if (outcome.status !== 'refused') {
    parts.log.warn({ system, status: outcome.status }, 'an item of a meeting was not carried');
    return { as: 'unanswered', entry: null, refusals: [] };
  }
  const hidden = hiddenPhases(c.get('programme').viewer, system, now);
  const shown = shownRefusals(outcome.refusals, hidden, seenBy(now, standing(now.snapshot).phase));
  const names = namesOf(now.definition, systems);
  return { as: 'refused', entry: null, refusals: shown.map((one) => refusalView(one, names)) };
}
