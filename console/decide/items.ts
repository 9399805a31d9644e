// What waits for the reader's decision, and the two acts by which it is decided: found in what the server explains, not in a list kept here.

import type { Me } from '../../server/contract/programmes.ts';
import type { InboxView } from '../../server/contract/telling/inbox.ts';
import { heldFor } from '../acts/held.ts';
import { type ActView, canBegin, leadsOnward } from '../acts/questions.ts';

export type Item = InboxView['tasks'][number];

/** Stages in which others than the owners have the word. */
const DECIDED_IN: readonly string[] = ['underReview', 'goingBack'];

export const itemsOf = ({ tasks }: Pick<InboxView, 'tasks'>): Item[] =>
  tasks.filter(({ stage }) => DECIDED_IN.includes(stage));

export const keyOf = ({ system, post }: Pick<Item, 'system' | 'post'>): string => `${system} ${post}`;

export interface Deciding {
  approve: ActView | null;
  back: ActView | null;
}

/** Onward without a reason, or back with one; what asks where to goes elsewhere. */
export function decidingIn(acts: readonly ActView[]): Deciding {
  const moving = acts.filter((act) => act.moves);
  const asksReason = ({ asks }: ActView) => asks.every(({ kind }) => kind === 'paragraph');
  return {
    approve: moving.find((act) => canBegin(act) && leadsOnward(act) && asksReason(act)) ?? null,
    back: moving.find((act) => act.allowed && !leadsOnward(act) && asksReason(act)) ?? null,
  };
}

/** The one beside it, as J and K go; the ends hold. */
export function besideIn(items: readonly Item[], chosen: string | undefined, by: 1 | -1): Item | undefined {
  const at = items.findIndex((item) => keyOf(item) === chosen);
  return items[Math.min(items.length - 1, Math.max(0, at + by))];
}

/** In whose stead the reader decides it; null where they hold the post themselves as well, for then that is the power that counts. */
export function steadFor(me: Me, code: string, { system, post }: Pick<Item, 'system' | 'post'>) {
  const held = heldFor(me, code, system).filter((one) => one.post === post);
  const [first] = held;
  if (!first?.deputy || held.some(({ deputy }) => deputy === null)) return null;
  return { ...first.deputy, until: first.until };
}
