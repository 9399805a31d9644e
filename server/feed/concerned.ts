// What a person's calendar holds: over all programmes in which they hold posts today, the deadlines that concern those posts and systems.
// By what they hold now: what ended with a post is gone from it.
import type { Concerned, ConcernedDeadline } from '../../ledger/models/concerning.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import { chainOf } from '../../machines/record/chain.ts';
import { addDays, instantOf } from '../../machines/values/date.ts';
import { heldBy } from '../accounts/authority.ts';
import type { Person } from '../accounts/people.ts';
import type { ServerParts } from '../parts.ts';

/** What a calendar program carries without complaint; the nearest are given. */
export const MOST_EVENTS = 1_000;
/** So long what has passed is still shown. */
const PAST_DAYS = 60;

type Parts = Pick<ServerParts, 'ledger' | 'clocks'>;
export interface OwnDeadlines {
  deadlines: (ConcernedDeadline & { programme: ProgrammeDefinition })[];
  /** Those in which anything is held. */
  programmes: ProgrammeDefinition[];
  /** There are more than are given. */
  more: boolean;
}

/** @throws ClockUnknown where a programme of theirs cannot tell its day: half a calendar would take the other half away */
export async function ownDeadlines(parts: Parts, person: Person): Promise<OwnDeadlines> {
  const held = await heldIn(parts, person);
  const asked = together(held);
  const found = await Promise.all(asked.map((one) => parts.ledger.deadlinesConcerning(one, MOST_EVENTS)));
  const programmes = new Map(held.map(({ programme }) => [programme.code, programme]));
  const all = found
    .flatMap(({ items }) => items)
    .flatMap((item) => {
      const programme = programmes.get(item.row.programme);
      return programme ? [{ ...item, programme }] : [];
    })
    .sort((a, b) => Date.parse(a.row.dueAt ?? '') - Date.parse(b.row.dueAt ?? ''));
  return {
    deadlines: all.slice(0, MOST_EVENTS),
    programmes: [...programmes.values()],
    more: all.length > MOST_EVENTS || found.some(({ more }) => more),
  };
}

interface Held {
  programme: ProgrammeDefinition;
  today: string;
  posts: ReturnType<typeof heldBy>;
}

async function heldIn({ ledger, clocks }: Parts, person: Person): Promise<Held[]> {
  const real = clocks.realToday();
  const all = (await ledger.programmes()).filter(
    ({ definition: { code, rehearsal } }) =>
      (person.rehearsal === null || rehearsal) &&
      person.grants.some(({ programme }) => programme === null || programme === code),
  );
  const found = await Promise.all(
    all.map(async ({ definition }) => {
      const { today } = await clocks.of(definition);
      return {
        programme: definition,
        today,
        posts: heldBy(person, definition.code, { programme: today, real }),
      };
    }),
  );
  return found.filter(({ posts }) => posts.length > 0);
}

/** Those on the same day are looked through as one: real programmes together, each rehearsal on its own clock. */
function together(held: readonly Held[]): Concerned[] {
  return [...new Set(held.map(({ today }) => today))].map((today) => {
    const of = held.filter((one) => one.today === today);
    return {
      posts: new Map(of.flatMap((one) => wholePosts(one))),
      chains: [...new Set(of.flatMap((one) => ownChains(one)))],
      since: instantOf(addDays(today, -PAST_DAYS), '00:00'),
    };
  });
}

function wholePosts({ programme: { code }, posts }: Held): (readonly [string, ReadonlySet<string>])[] {
  const whole = posts.flatMap(({ post, system }) => (system === null ? [post] : []));
  return whole.length === 0 ? [] : [[code, new Set(whole)]];
}

const ownChains = ({ programme: { code }, posts }: Held): string[] =>
  posts.flatMap(({ system }) => (system === null ? [] : [chainOf(code, system)]));
