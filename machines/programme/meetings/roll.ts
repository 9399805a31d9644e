// Who has a seat in a body on a day: who holds its post then, and where it takes deputies whoever stands in for one of them. Pure.
import type { ChairSeat, MeetingRules } from '../../definition/meeting-rules.ts';
import { isSameDeputy } from '../../record/deputy.ts';
import type { Day } from '../../values/date.ts';
import type { Grant, Powers } from '../powers/grant.ts';
import { grantsOn } from '../powers/held-on.ts';
import type { Meeting, Seat } from './meeting.ts';

type Rules = Pick<MeetingRules, 'chair' | 'deputyChair' | 'deputies'>;

const holdersOf = (powers: Powers, post: string, on: Day): Grant[] =>
  grantsOn(powers, on).filter((grant) => grant.post === post);

export function rollOf(powers: Powers, body: string, { deputies }: Rules, on: Day): Seat[] {
  return holdersOf(powers, body, on)
    .filter(({ deputy }) => deputies || deputy === undefined)
    .map(({ account, system, deputy }) => ({
      account,
      name: nameIn(powers, account),
      system,
      ...(deputy ? { deputy } : {}),
    }));
}

export const nameIn = ({ people }: Powers, account: string): string =>
  Object.hasOwn(people, account) ? (people[account]?.name ?? account) : account;

/** Of those with a seat of their own. */
function chairOf(
  powers: Powers,
  seats: readonly Seat[],
  seat: ChairSeat | undefined,
  on: Day,
): string | null {
  if (seat === undefined) return null;
  const own = seats.filter(({ deputy }) => deputy === undefined).map(({ account }) => account);
  const meant = 'account' in seat ? [seat.account] : holdersOf(powers, seat.post, on).map(holderOf);
  return meant.find((account) => own.includes(account)) ?? null;
}

const holderOf = ({ account }: Grant): string => account;

export const chairsOf = (
  powers: Powers,
  seats: readonly Seat[],
  rules: Rules,
  on: Day,
): (string | null)[] => [
  chairOf(powers, seats, rules.chair, on),
  chairOf(powers, seats, rules.deputyChair, on),
];

/** Seats that were known when it was convened stay; who has been given one since has it too. */
export function rollNow(
  meeting: Meeting,
  powers: Powers | undefined,
  rules: Rules,
): Pick<Meeting, 'roll' | 'chairs'> {
  const { body, on, roll, chairs } = meeting;
  if (powers === undefined) return { roll, chairs };
  const isKnown = (seat: Seat) =>
    roll.some((one) => one.account === seat.account && one.system === seat.system);
  const all = [...roll, ...rollOf(powers, body, rules, on).filter((seat) => !isKnown(seat))];
  return { roll: all, chairs: chairsOf(powers, all, rules, on).map((now, index) => chairs[index] ?? now) };
}

/** Whose seat it is: of a deputy the holder's. */
export const seatOf = ({ account, deputy }: Pick<Seat, 'account' | 'deputy'>): string =>
  deputy?.holder ?? account;

/** The seats that count for a system: nobody sits in two, and whoever has a seat of their own sits there. */
export function seatsFor({ roll }: Pick<Meeting, 'roll'>, system: string): Seat[] {
  const there = roll.filter((seat) => seat.system === null || seat.system === system);
  const ownFirst = [...there].sort((a, b) => Number(a.deputy !== undefined) - Number(b.deputy !== undefined));
  const sits = (seat: Seat) => ownFirst.find(({ account }) => account === seat.account) === seat;
  return there.filter(sits);
}

/** Whether somebody has spoken there already, while the seat was theirs. */
const hasSat = ({ present = [], agenda }: Meeting, account: string): boolean =>
  present.includes(account) || agenda.some(({ vote }) => Object.hasOwn(vote?.voices ?? {}, account));

/**
 * A meeting that is still to come, after an act by which posts end: who does not hold the seat on its day any more has none. Said with
 * that very act, since the memory forgets afterwards what is over.
 */
export function rollAfter(
  meeting: Meeting,
  { before, after }: { before: Powers | undefined; after: Powers },
  today: Day,
): Meeting {
  const { body, on, roll, chairs } = meeting;
  if (meeting.status !== 'open' || on < today || !before) return meeting;
  const holds = (powers: Powers, { account, system, deputy }: Seat) =>
    holdersOf(powers, body, on).some(
      (grant) => grant.account === account && grant.system === system && isSameDeputy(grant.deputy, deputy),
    );
  const lost = (seat: Seat) => holds(before, seat) && !holds(after, seat) && !hasSat(meeting, seat.account);
  const left = roll.filter((seat) => !lost(seat));
  if (left.length === roll.length) return meeting;
  const sits = (one: string | null) => left.some(({ account, deputy }) => account === one && !deputy);
  return { ...meeting, roll: left, chairs: chairs.map((one) => (sits(one) ? one : null)) };
}
