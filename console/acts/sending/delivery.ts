// Acts that were sent and whose answer is not known: each is kept with the tab until the record answers, so that neither
// a closed dialog nor a reload passes it over in silence. Asking never sends the act again.
import type { EntryView } from '../../../server/contract/entries.ts';
import type { Sentence } from '../../words/sentence.ts';
import type { TabStore } from './tab-store.ts';

export interface Delivery {
  account: string;
  code: string;
  system: string;
  systemName: Sentence;
  act: Sentence;
  /** The version its sender had seen. */
  seenVersion: number;
  /** The draft it was made of. */
  draft: string;
  /** `sending`: its answer is awaited; `asking`: no answer will come any more, the record is asked. */
  state: 'sending' | 'asking';
  /** When it came into that state, in milliseconds since the page was loaded: no clock of the machine is asked. */
  since: number;
}

export type Deliveries = TabStore<Delivery>;

/** Nothing is on its way after a reload: what was being sent then has to be asked for, and the wait begins anew. */
export function askAgain(deliveries: Deliveries, nowMs: () => number = () => performance.now()): void {
  for (const [id, delivery] of deliveries.entries())
    deliveries.set(id, { ...delivery, state: 'asking', since: nowMs() });
}

/**
 * So long after the last word of it an act that is not in the record can no longer come. The door gives an act up ten seconds after it
 * got it, by the record's own clock (decision 019), and asks once more at most: this is three times as long.
 */
const GIVEN_UP_MS = 60_000;

export type Verdict =
  | { kind: 'recorded'; entry: EntryView }
  | { kind: 'notRecorded' }
  /** Not in the record so far: it may still come. */
  | { kind: 'open' };

/**
 * What all entries after the version that its sender had seen say of an act. Once somebody else's act stands among them the
 * door refuses this one as overtaken, and after a while the door has given it up: it can no longer come.
 * @param askedForMs how long no answer had been awaited any more when these entries were asked for
 */
export function verdictOn(requestId: string, since: readonly EntryView[], askedForMs: number): Verdict {
  const entry = since.find((each) => each.requestId === requestId);
  if (entry) return { kind: 'recorded', entry };
  const overtaken = since.some(({ actor }) => actor.kind === 'person' || actor.kind === 'import');
  return overtaken || askedForMs > GIVEN_UP_MS ? { kind: 'notRecorded' } : { kind: 'open' };
}
