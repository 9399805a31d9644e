// The days for which somebody holds a post. A bound that a plan can hardly name is none.
import { type Day, PLANNED_FROM, PLANNED_UNTIL } from './date.ts';

export interface Bounds {
  /** Null: from ever. */
  from: Day | null;
  /** Null: without an end. */
  until: Day | null;
}

export const boundsOf = (from: Day, until: Day): Bounds => ({
  from: from > PLANNED_FROM ? from : null,
  until: until < PLANNED_UNTIL ? until : null,
});
