// The one reader of entries: what their texts say. Each was written by `seal` from what had passed its schema and is held
// by a hash, so its type is that of what was sealed; whoever reads a chain says of which machine it is.
import { type Stated, stated } from './claim.ts';
import type { Entry, EntryBody } from './entry.ts';
import type { Signature } from './signature.ts';

export function bodyOf({ body }: Pick<Entry, 'body'>): EntryBody {
  return parsed(body);
}

/** The event that an entry records, as its machine took it; of the type that the machine of its chain takes. */
export function eventIn<Event>(body: EntryBody): Event {
  return toldOf(body) as Event;
}

export function snapshotIn<Snapshot>({ snapshot }: Pick<Entry, 'snapshot'>): Snapshot {
  return parsed(snapshot);
}

export function effectsIn<Effect>({ effects }: Pick<Entry, 'effects'>): Effect[] {
  return parsed(effects);
}

/** What an event tells the record of itself: what its sender states, and who vouches for it. */
export function toldOf(event: Stated & { signature?: Signature | undefined }) {
  const { signature } = event;
  return { ...stated(event), ...(signature === undefined ? {} : { signature }) };
}

const parsed = <Value>(text: string): Value => JSON.parse(text) as Value;
