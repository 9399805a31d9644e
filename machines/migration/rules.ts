// Why an event may not happen: one list of reasons that serves the machine's guards and everyone who asks beforehand.
// What every act has in common; the rest is the act's own. Pure, total, cheap; never throws.
import { outsideTerm } from '../decision/term.ts';
import { type Refusal, refusal } from '../record/refusal.ts';
import type { Case } from './act.ts';
import { actOf, type Fact } from './acts.ts';
import { tellsBefore } from './adoption/retirement.ts';
import { apartObjections, dutiesGiven } from './authority/duties.ts';
import { takenObjections } from './bundle/standing-fast.ts';
import { notBeforeMoves, notWhileHeld, outsideItsTime } from './order.ts';
import { isOver } from './state.ts';

/** All reasons against an event but those of its mere position (`event.notNow`), most basic first. */
export function objections(given: Case<Fact>): Refusal[] {
  const paused = activityObjections(given);
  if (paused.length > 0 && isOver(given.definition, given.standing.activity)) return paused;
  const basics = [...sightObjections(given), ...actorObjections(given), ...dayObjections(given)];
  const found = [...paused, ...basics, ...(actOf(given.fact).objections?.(given) ?? [])];
  return found.length > 0 ? found : decidedObjections(given);
}

/** What speaks against a fact that is told now, and not against one on record. */
export const newlyObjections = (fact: Fact): Refusal[] => actOf(fact).newly?.(fact) ?? [];

/** What duties and bundles ask of what is sound otherwise, since they look at what would come of it. */
function decidedObjections(given: Case<Fact>): Refusal[] {
  const act = actOf(given.fact);
  // What holds in every programme needs no word of its own.
  if (!given.definition.decisions)
    return given.event.actor.kind === 'person' && act.duty ? apartObjections(given, [act.duty]) : [];
  const after = act.change(given);
  const isPerson = given.event.actor.kind === 'person';
  const duties = isPerson ? dutiesGiven(given, act.duty, after) : [];
  return [...apartObjections(given, duties), ...takenObjections(given, after)];
}

/** Nothing happens in a closed programme, nor to a migration that has ended; the path stands still while one is held. */
function activityObjections({ definition, context, standing, fact, event }: Case<Fact>): Refusal[] {
  const { programme, system } = definition;
  // The programme's own word is what closes it.
  if (programme.closed !== undefined && event.actor.kind !== 'programme')
    return [refusal('programme.closed', { reason: programme.closed })];
  const on = context.pause?.on ?? '';
  if (!actOf(fact).afterEnd && standing.activity === 'cancelled')
    return [refusal('migration.cancelled', { on })];
  if (
    !actOf(fact).afterEnd &&
    standing.activity === 'retired' &&
    system.retired &&
    !tellsBefore(context, event)
  ) {
    const { as, reason } = system.retired;
    return [refusal('migration.retired', { on: context.retired?.on ?? '', as, reason })];
  }
  const stands = standing.activity === 'onHold' && actOf(fact).moves;
  return stands ? [refusal('migration.onHold', { since: on })] : [];
}

function sightObjections({ event, context }: Case<Fact>): Refusal[] {
  const seen = event.seenVersion;
  if (seen === undefined) return [];
  if (seen > context.version) return [refusal('version.ahead', { seen, current: context.version })];
  if (seen >= context.actedVersion) return [];
  return [refusal('version.stale', { seen, current: context.version })];
}

function actorObjections(given: Case<Fact>): Refusal[] {
  const { fact, event } = given;
  const { kind, post } = event.actor;
  const { type } = fact;
  const known = actOf(fact);
  if (!known.from.includes(kind)) return [refusal('actor.notPermitted', { type, kind })];
  if (kind !== 'person') return [];
  const who = [...known.who(given)];
  if (!who.includes(post))
    return [known.insteadOfPost?.(given) ?? refusal('actor.wrongPost', { type, post, who })];
  return [...termObjections(given), ...meetingObjections(given)];
}

/** A body that meets decides in its meetings: none of its members alone. */
function meetingObjections({ definition, event, fact }: Case<Fact>): Refusal[] {
  const { post } = event.actor;
  const meets = definition.bodies.find(({ id }) => id === post)?.meets;
  return actOf(fact).voice && meets ? [refusal('body.meets', { body: post, who: meets.secretariat })] : [];
}

function termObjections({ definition, event }: Case): Refusal[] {
  const outside = outsideTerm(definition.bodies, event);
  return outside ? [refusal('body.outsideTerm', outside)] : [];
}

function dayObjections({ event, context, fact }: Case<Fact>): Refusal[] {
  const outside = outsideItsTime(context, event);
  if (outside.length > 0 || !actOf(fact).moves) return outside;
  return [...notBeforeMoves(context, event), ...notWhileHeld(context, event)];
}
