// What ages for want of people: what waits today for whom there are none or too few, and what will once grants end that nobody follows.
import { addDays, type Day } from '../../values/date.ts';
import { isShut } from '../powers/changes.ts';
import type { Powers } from '../powers/grant.ts';
import { periodOf } from '../powers/lock.ts';
import { type Foreseen, foresee, type Work } from '../transfer/foresee.ts';
import { ending, type Stopped } from './ahead.ts';
import type { Matter, Short } from './matter.ts';

type Waiting = Work & { since: Day };

const isShort = (found: Foreseen): found is Short =>
  ['vacant', 'quorum', 'separation', 'work'].includes(found.code);

export const postOf = (found: Short | Stopped): string => (found.code === 'work' ? found.post : found.body);

export function shortToday(powers: Powers, waiting: readonly Waiting[], today: Day): Matter[] {
  const found = foresee({ works: waiting, before: powers, after: powers, on: today, today, leaving: [] });
  return found.filter(isShort).map((short) => ({
    code: 'short',
    found: short,
    since: sinceWhen(powers, short, { waiting, today }),
  }));
}

/** Since somebody waits for them, or since the last who held the post went: whichever came later. */
function sinceWhen(
  { grants }: Powers,
  short: Short,
  { waiting, today }: { waiting: readonly Waiting[]; today: Day },
): Day {
  const waits = waiting
    .filter(({ system }) => short.systems.includes(system))
    .map(({ since }) => since)
    .sort();
  const gone = grants
    .filter(({ post }) => post === postOf(short))
    .flatMap((grant) => periodOf(grant)?.until ?? [])
    .map((until) => addDays(until, 1))
    .filter((day) => day <= today);
  return [waits[0] ?? today, ...gone].sort().at(-1) ?? today;
}

/** With whoever holds the post up to that day. */
export function endingSoon(powers: Powers, works: readonly Work[], today: Day): Matter[] {
  return ending(powers, works, today).flatMap((one): Matter[] =>
    one.code === 'ends'
      ? [
          {
            code: 'ends',
            found: one.found,
            on: one.on,
            holders: holdersUntil(powers, postOf(one.found), one.on),
          },
        ]
      : [],
  );
}

function holdersUntil({ grants, people }: Powers, post: string, on: Day): string[] {
  const last = addDays(on, -1);
  const held = grants.filter((grant) => grant.post === post && periodOf(grant)?.until === last);
  const open = held.map(({ account }) => account).filter((one) => !isShut(people[one]?.shut));
  return [...new Set(open)];
}
