// What somebody should look to in time, though nothing is ill: who is lacking today, what stands still on the day after grants end and
// nobody follows, and calendars whose holidays are not fixed for long any more. Asks lacking.ts and foresee.ts; has no rule of its own.
import type { Calendar } from '../../definition/definition.ts';
import type { AfterTerm } from '../../migration/gate/after-term.ts';
import { addDays, type Day } from '../../values/date.ts';
import type { ProgrammeDefinition } from '../definition.ts';
import type { Powers } from '../powers/grant.ts';
import { type Lack, lacking, type Needed } from '../powers/lacking.ts';
import { type Days, periodOf } from '../powers/lock.ts';
import { type Foreseen, foresee, type Work } from '../transfer/foresee.ts';

const GRANTS_DAYS = 30;
const TERM_DAYS = 30;
const CALENDAR_DAYS = 365;

export type Stopped = Extract<Foreseen, { code: 'vacant' | 'quorum' | 'work' }>;
export type Ahead =
  | { code: 'lack'; lack: Lack }
  /** From that day, by nothing but grants that end the day before. */
  | { code: 'ends'; on: Day; found: Stopped }
  /** A body's term ends soon, or is over; the gates of works that it has still to decide. */
  | ({ code: 'term' } & AfterTerm)
  | { code: 'calendar'; calendar: string; version: string; fixedUntil: Day };

export interface Prospect {
  definition: Pick<ProgrammeDefinition, 'bodies' | 'rehearsal'>;
  powers: Powers;
  /** What the gates of its systems' paths ask. */
  gates: readonly Needed[];
  works: readonly Work[];
  calendars: readonly Pick<Calendar, 'id' | 'version' | 'provisionalFrom'>[];
  days: Days;
}

export function ahead({ definition, powers, gates, works, calendars, days }: Prospect): Ahead[] {
  return [
    ...lacking(definition, powers, { gates, days }).map((lack) => ({ code: 'lack' as const, lack })),
    ...ending(powers, works, days.programme),
    ...termsEnding(definition.bodies, works, days.programme),
    ...runningOut(calendars, days.programme),
  ];
}

/** Each stop once, on the first day on which it would be. What stands still today already is no end. */
export function ending(powers: Powers, works: readonly Work[], today: Day): Ahead[] {
  const known = new Set(stopped(powers, works, today).map(nameOf));
  return daysAfterEnds(powers, today).flatMap((on) =>
    stopped(powers, works, on).flatMap((found): Ahead[] => {
      const name = nameOf(found);
      if (known.has(name)) return [];
      known.add(name);
      return [{ code: 'ends', on, found }];
    }),
  );
}

function daysAfterEnds({ grants }: Powers, today: Day): Day[] {
  const last = addDays(today, GRANTS_DAYS);
  const ends = grants.flatMap((grant) => periodOf(grant)?.until ?? []);
  return [...new Set(ends.filter((until) => until >= today && until <= last))]
    .sort()
    .map((until) => addDays(until, 1));
}

export function stopped(powers: Powers, works: readonly Work[], on: Day): Stopped[] {
  const found = foresee({ works, before: powers, after: powers, on, today: on, leaving: [] });
  return found.filter(
    (one): one is Stopped => one.code === 'vacant' || one.code === 'quorum' || one.code === 'work',
  );
}

const nameOf = (found: Stopped): string => JSON.stringify(found);

/** One that is over concerns only who is still asked. */
export function termsEnding(
  bodies: ProgrammeDefinition['bodies'],
  works: readonly Work[],
  today: Day,
): Extract<Ahead, { code: 'term' }>[] {
  const soon = addDays(today, TERM_DAYS);
  return bodies.flatMap(({ id: body, term }) => {
    const until = term?.until;
    if (until === undefined || until > soon) return [];
    const gates = works.flatMap(({ system, approvals }) =>
      approvals.filter((one) => one.body === body).map(({ phase }) => ({ system, phase })),
    );
    return until < today && gates.length === 0 ? [] : [{ code: 'term', body, until, gates }];
  });
}

export function runningOut(calendars: Prospect['calendars'], today: Day): Ahead[] {
  const until = addDays(today, CALENDAR_DAYS);
  const once = new Map(calendars.map((one) => [`${one.id}@${one.version}`, one]));
  return [...once.values()]
    .filter(({ provisionalFrom }) => provisionalFrom <= until)
    .map(({ id: calendar, version, provisionalFrom }) => ({
      code: 'calendar',
      calendar,
      version,
      fixedUntil: addDays(provisionalFrom, -1),
    }));
}
