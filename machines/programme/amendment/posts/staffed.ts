// Who would hold the posts of systems that begin, or go on with others, from the day of adoption: what goes on to them, the posts that
// their paths ask for and nobody would hold, the gates that too few could pass. The same rules as for any change of posts. Pure.
import type { MigrationDefinition } from '../../../definition/definition.ts';
import { same } from '../../../record/same.ts';
import type { Day } from '../../../values/date.ts';
import { powersAfter } from '../../powers/changes.ts';
import type { Powers } from '../../powers/grant.ts';
import { type Foreseen, foresee, holders, type Work } from '../../transfer/foresee.ts';
import { type Followed, type Following, postsFollowing, saidByFollowing } from './following.ts';

/** A system as it would begin, or stand once it has gone on with others. */
export interface Coming {
  definition: MigrationDefinition;
  work: Work;
  /** It walks already: what it lacks anyhow is not told of it. */
  isWalking: boolean;
}

/** What a post is asked for: the work of a phase, the decision at its gate, or what is done in any phase. */
export const inAnyPhase = ['plan', 'steps', 'facts', 'hold', 'goBack', 'cancel', 'regime'] as const;
export type AskedFor = { as: 'work' | 'gate'; phase: string } | { as: (typeof inAnyPhase)[number] };

export interface Unheld {
  post: string;
  asked: AskedFor[];
}

export interface Staffed {
  system: string;
  /** Whether posts of those before it go on to it; null where it goes on with none. */
  posts: 'follow' | 'stay' | null;
  followed: Followed[];
  unheld: Unheld[];
  /** Gates that too few could pass, and duties that nobody different is left for. */
  foreseen: Foreseen[];
}

interface Asked {
  powers: Powers;
  /** All that go on with others, and those to whom posts go on. */
  heirs: readonly Following[];
  following: readonly Following[];
  on: Day;
  today: Day;
}

export function staffed(
  coming: readonly Coming[],
  { powers, heirs, following, on, today }: Asked,
): Staffed[] {
  const posts = postsFollowing(powers, following, on);
  const after = powersAfter(powers, saidByFollowing(posts, { seq: 0, at: '', by: '' })) ?? powers;
  const isAmong = (all: readonly Following[], system: string) => all.some((one) => one.system === system);
  return coming.map(({ definition, work, isWalking }) => {
    const { id: system } = definition.system;
    const goesOn = isAmong(following, system) ? 'follow' : 'stay';
    const told = (then: Powers) => ({
      unheld: unheld(definition, work, then, on),
      foreseen: shortOf(work, { before: powers, after: then, on, today }),
    });
    const [known, then] = [isWalking ? told(powers) : nothing, told(after)];
    return {
      system,
      posts: isAmong(heirs, system) ? goesOn : null,
      followed: posts.filter((one) => one.system === system),
      unheld: then.unheld.filter(({ post }) => !known.unheld.some((one) => one.post === post)),
      foreseen: without(then.foreseen, known.foreseen),
    };
  });
}

const nothing = { unheld: [] as Unheld[], foreseen: [] as Foreseen[] };
const without = (all: readonly Foreseen[], known: readonly Foreseen[]): Foreseen[] =>
  all.filter((one) => !known.some((other) => same(other, one)));

/** Whatever is vacant is told by its post already. */
function shortOf(work: Work, days: { before: Powers; after: Powers; on: Day; today: Day }): Foreseen[] {
  const told: readonly Foreseen['code'][] = ['quorum', 'separation', 'duties', 'drafted'];
  return foresee({ works: [work], leaving: [], ...days }).filter(({ code }) => told.includes(code));
}

/** Of several posts of which any will do, each where none of them is held. */
function unheld(definition: MigrationDefinition, work: Work, powers: Powers, on: Day): Unheld[] {
  const isHeld = (post: string) => holders(powers, post, definition.system.id, on).length > 0;
  const found = new Map<string, AskedFor[]>();
  for (const { posts, asked } of asks(definition, work)) {
    if (posts.some(isHeld)) continue;
    for (const post of new Set(posts)) found.set(post, [...(found.get(post) ?? []), asked]);
  }
  return [...found].map(([post, asked]) => ({ post, asked }));
}

/** From where it stands on. */
function asks({ path }: MigrationDefinition, work: Work): { posts: readonly string[]; asked: AskedFor }[] {
  const from = path.phases.findIndex(({ id }) => id === work.phase);
  const ahead = path.phases.slice(Math.max(0, from));
  return [
    ...ahead.map(({ id: phase, owners }) => ({ posts: owners, asked: { as: 'work' as const, phase } })),
    ...work.approvals.map(({ phase, body }) => ({ posts: [body], asked: { as: 'gate' as const, phase } })),
    ...inAnyPhase.flatMap((as) => {
      const given = path.control[as];
      return ('propose' in given ? [given.propose, given.approve] : [given]).map((posts) => ({
        posts,
        asked: { as },
      }));
    }),
  ];
}
