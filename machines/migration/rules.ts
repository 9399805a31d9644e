// Why an event may not happen: one list of reasons that serves the machine's guards and everyone who asks
// beforehand. Pure, total, cheap; never throws.

import { type Refusal, refusal } from '../record/refusal.ts';
import { dayOf, earliestDay, latestDay } from '../values/date.ts';
import type { Case } from './case.ts';
import type { Fact } from './event.ts';
import { factObjections } from './fact-rules.ts';
import { actorObjections } from './permissions.ts';

/** Moves along the path: their days never run backward. */
const MOVES: ReadonlySet<string> = new Set<Fact['type']>([
  'phase.submitted',
  'submission.withdrawn',
  'gate.approved',
  'gate.returned',
  'gate.imported',
  'goingBack.proposed',
  'goingBack.approved',
  'goingBack.dismissed',
]);

/** All reasons against an event but those of its mere position (`event.notNow`), most basic first. */
export function objections(given: Case): Refusal[] {
  const paused = activityObjections(given);
  if (given.standing.activity === 'cancelled') return paused;
  const basics = [...sightObjections(given), ...actorObjections(given), ...dayObjections(given)];
  return [...paused, ...basics, ...factObjections(given)];
}

/** Nothing happens to a cancelled migration; the path stands still while one is held. */
function activityObjections({ context, standing, event }: Case): Refusal[] {
  const on = context.pause?.on ?? '';
  if (standing.activity === 'cancelled') return [refusal('migration.cancelled', { on })];
  const stands = standing.activity === 'onHold' && MOVES.has(event.fact.type);
  return stands ? [refusal('migration.onHold', { since: on })] : [];
}

function sightObjections({ event, context }: Case): Refusal[] {
  const seen = event.seenVersion;
  if (seen === undefined) return [];
  if (seen > context.version) return [refusal('version.ahead', { seen, current: context.version })];
  if (seen >= context.actedVersion) return [];
  return [refusal('version.stale', { seen, current: context.version })];
}

function dayObjections({ event, context }: Case): Refusal[] {
  const today = dayOf(event.at);
  const { occurredOn } = event;
  if (earliestDay(occurredOn) > today) return [refusal('date.future', { occurredOn, today })];
  const runsBack = MOVES.has(event.fact.type) && latestDay(occurredOn) < context.movedOn;
  return runsBack ? [refusal('date.beforePrevious', { occurredOn, previous: context.movedOn })] : [];
}
