// Whether a person may act by the grant they name: the one rule, asked by the server before it signs, by the append, and by the proof
// of the record from the chain alone. Pure.
import { type Deputy, isSameDeputy } from '../../record/deputy.ts';
import { OPERATOR } from '../../record/grant-id.ts';
import { compareInstants, earliestDay, latestDay } from '../../values/date.ts';
import { ADMINISTRATOR } from '../people/offices.ts';
import { isByRealDay, isShut } from './changes.ts';
import type { Grant, Powers } from './grant.ts';

/** Days by which grants are measured: the programme's own, and the real one for what is over all programmes. */
export interface Days {
  programme: string;
  real: string;
}

/** What is claimed: who acts in which post by which grant, where, when it happened, and the days on which it is recorded. */
export interface PowersClaim {
  actor: { account: string; post: string; grant?: string | undefined; deputy?: Deputy | undefined };
  /** Null: the programme itself. */
  system: string | null;
  occurredOn: string;
  days: Days;
}

export const powersFaults = [
  'unnamed',
  'unknown',
  'anothers',
  'otherPost',
  'otherSystem',
  'otherDeputy',
  'shut',
  'notHeld',
  'notHeldThen',
] as const;
export type PowersFault = (typeof powersFaults)[number];

/** A past moment: what was given or ended later had not happened. Null: as it stands. */
export type Moment = string | null;

/** Null where the claim holds. */
export function powersFault(powers: Powers, claim: PowersClaim, moment: Moment = null): PowersFault | null {
  const { account, post, grant: id } = claim.actor;
  if (id === undefined) return 'unnamed';
  if (id === OPERATOR.grant) return operatorFault(claim);
  const grant = powers.grants.find((one) => one.id === id);
  if (!grant || isLater(grant.at, moment)) return 'unknown';
  if (grant.account !== account) return 'anothers';
  if (grant.post !== post) return 'otherPost';
  if (!reaches(grant, claim.system)) return 'otherSystem';
  if (!isSameDeputy(grant.deputy, claim.actor.deputy)) return 'otherDeputy';
  if (wasShut(powers, account, moment)) return 'shut';
  const period = periodOf(grant, moment);
  if (!isHeldOn(grant, period, claim.days)) return 'notHeld';
  return isHeldThen(grant, period, claim) ? null : 'notHeldThen';
}

function operatorFault({ actor: { account, post, deputy }, system }: PowersClaim): PowersFault | null {
  if (account !== OPERATOR.account) return 'anothers';
  if (post !== ADMINISTRATOR) return 'otherPost';
  if (deputy !== undefined) return 'otherDeputy';
  return system === null ? null : 'otherSystem';
}

/** The first grant by which it may be done, one's own before a deputy's; null where there is none. */
export function grantFor(powers: Powers, claim: PowersClaim): Grant | null {
  const { actor } = claim;
  const may = ({ id, deputy }: Grant) =>
    powersFault(powers, { ...claim, actor: { ...actor, grant: id, deputy } }) === null;
  const found = powers.grants.filter(may);
  return found.find(({ deputy }) => deputy === undefined) ?? found[0] ?? null;
}

/** Over the programme, or for that one system; what is over the installation reaches where the programme itself is meant. */
export const reaches = ({ system }: Pick<Grant, 'system'>, where: string | null): boolean =>
  system === null || system === where;

const isLater = (instant: string, moment: Moment): boolean =>
  moment !== null && compareInstants(instant, moment) > 0;

function wasShut({ people }: Powers, account: string, moment: Moment): boolean {
  const { shut = [] } = people[account] ?? {};
  if (moment === null) return isShut(shut);
  return shut.some(({ from, until }) => !isLater(from, moment) && (until === null || isLater(until, moment)));
}

export interface Period {
  from: string;
  until: string;
}

/** The days on which it is held, both counted; null where it ended at once. */
export function periodOf(
  { from, until, ended }: Pick<Grant, 'from' | 'until' | 'ended'>,
  moment: Moment = null,
): Period | null {
  if (!ended || isLater(ended.at, moment)) return { from, until };
  if (ended.on === undefined) return null;
  return { from, until: ended.on < until ? ended.on : until };
}

/** Of a month: on any day of it. */
export const covers = (period: Period | null, on: string): boolean =>
  period !== null && period.from <= latestDay(on) && earliestDay(on) <= period.until;

export const isHeldOn = (grant: Grant, period: Period | null, days: Days): boolean =>
  covers(period, isByRealDay(grant) ? days.real : days.programme);

/** Whoever acts by the real calendar acts on the day of the act; anyone else on the day claimed, a month up to the day of the act. */
const isHeldThen = (grant: Grant, period: Period | null, { occurredOn }: PowersClaim): boolean =>
  isByRealDay(grant) || covers(period, occurredOn);
