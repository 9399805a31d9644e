// Who did something, as a memory keeps it.
import type { Deputy } from './deputy.ts';

export interface Person {
  account: string;
  name: string;
  post: string;
  /** In whose stead; left out where they act for themselves. */
  deputy?: Deputy;
}
