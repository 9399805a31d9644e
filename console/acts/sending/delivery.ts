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
}

export type Deliveries = TabStore<Delivery>;

/** Nothing is on its way after a reload: what was being sent then has to be asked for. */
export function askAgain(deliveries: Deliveries): void {
  for (const [id, delivery] of deliveries.entries())
    if (delivery.state === 'sending') deliveries.set(id, { ...delivery, state: 'asking' });
}

export type Verdict =
  | { kind: 'recorded'; entry: EntryView }
  | { kind: 'notRecorded' }
  /** Not in the record so far: it may still come. */
  | { kind: 'open' };

/**
 * What the newest entries say of an act sent at `seenVersion`. Once somebody else's act stands after that version the
 * door refuses this one as overtaken: it can no longer come.
 */
export function verdictOn(requestId: string, seenVersion: number, newest: readonly EntryView[]): Verdict {
  const since = newest.filter(({ seq }) => seq > seenVersion);
  const entry = since.find((each) => each.requestId === requestId);
  if (entry) return { kind: 'recorded', entry };
  const overtaken = since.some(({ actor }) => actor.kind === 'person' || actor.kind === 'import');
  return overtaken ? { kind: 'notRecorded' } : { kind: 'open' };
}
