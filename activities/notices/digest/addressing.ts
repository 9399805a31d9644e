// In which of their posts a reader is told of a notice, and in place of which vacant ones. Pure.

import type { Reader } from '../../../ledger/models/inbox.ts';
import { reaches } from '../../../machines/deadline/vacant.ts';
import { heldAmong, holdsOne, type Round } from './source.ts';
import type { StillTrue } from './still-true.ts';

export interface Addressed {
  /** The reader's, that are told. */
  posts: string[];
  /** Posts that nobody holds, in place of which they are told; none where they are told in their own. */
  vacant: string[];
}

/** Looks once at who holds what, for every reader of the notice. Null: it is not told to them. */
export function addressing(
  { holders }: Pick<Round, 'holders'>,
  { posts, instead, system }: Pick<StillTrue, 'posts' | 'instead' | 'system'>,
): (reader: Pick<Reader, 'holdings'>) => Addressed | null {
  const isHeld = (post: string) => holders.some(({ holdings }) => holdsOne(holdings, [post], system));
  const reached = instead.length === 0 ? [] : reaches({ to: posts, instead }, isHeld);
  const standIns = reached.filter((post) => !posts.includes(post));
  const vacant = standIns.length === 0 ? [] : posts.filter((post) => !isHeld(post));
  return ({ holdings }) => {
    const own = heldAmong(holdings, posts, system);
    if (own.length > 0) return { posts: own, vacant: [] };
    const others = heldAmong(holdings, standIns, system);
    return others.length > 0 ? { posts: others, vacant } : null;
  };
}
