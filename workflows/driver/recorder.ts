// One chain as a driver sees it: decisions become sealed entries that are appended, and what stands in the ledger is
// read back. Knows the record's format and nothing of what is recorded.

import type { Decision } from '../../machines/play/playable.ts';
import { isClaimed } from '../../machines/record/claim.ts';
import {
  canonical,
  type Entry,
  type EntryBody,
  GENESIS,
  seal,
  shortHash,
} from '../../machines/record/entry.ts';
import { SHORT_FACT, STATE_LENGTH } from '../../machines/record/limits.ts';
import { bodyOf, effectsIn, eventIn, snapshotIn, toldOf } from '../../machines/record/reader.ts';
import type { Signature } from '../../machines/record/signature.ts';
import { instantFromMs } from '../../machines/values/date.ts';
import type { Position } from './driver-state.ts';
import type { Appended, FollowedLedger, RecordedEntry } from './ledger-wanted.ts';
import { refused } from './refused.ts';
import type { Receipt } from './replies.ts';

/** What an event tells the record of itself. */
export type Recordable = Pick<EntryBody, 'requestId' | 'fact' | 'actor' | 'occurredOn'> & {
  seenVersion?: number | undefined;
  assumed?: string | undefined;
  source?: string | undefined;
  /** Of who vouches for the sender; carried as it came and checked by the ledger. */
  signature?: Signature | undefined;
};

export interface Recorded<Event, Effect> {
  receipt: Receipt;
  wallAt: string;
  event: Event;
  effects: Effect[];
}

/** What stands after a position: the events in order, and the snapshot that the last one led to. */
export interface Page<Snapshot, Event, Effect> {
  recorded: Recorded<Event, Effect>[];
  snapshot: Snapshot;
}

/** A left-over answer is handed over once; more than a few are no left-overs. */
const STRANGE_PAGES = 5;

/** Decisions as entries that stand nowhere yet, and the page they make once they do. */
export interface Sealed<Snapshot, Event, Effect> extends Page<Snapshot, Event, Effect> {
  entries: Entry[];
  /** When they were decided. */
  wallMs: number;
}

export interface Chain {
  chain: string;
  rehearsal: boolean;
  /** What decides an event. Asked for when the first entry is sealed: a run that records nothing need not know. */
  versions: (event: Recordable) => EntryBody['versions'];
}

/** Before a chain's first entry. */
export const emptyChain: Position = { seq: 0, head: GENESIS, recordedMs: 0 };

export class Recorder<Snapshot, Event extends Recordable, Effect> {
  readonly #chain: Chain;
  readonly #ledger: FollowedLedger;

  constructor(chain: Chain, ledger: FollowedLedger) {
    this.#chain = chain;
    this.#ledger = ledger;
  }

  /** At least one, recorded at a wall instant. @throws ApplicationFailure `Refused` where a run could not carry what they lead to */
  seal(
    decisions: readonly Decision<Snapshot, Event, Effect>[],
    after: Position,
    wallMs: number,
  ): Sealed<Snapshot, Event, Effect> {
    const sealed = this.#sealAll(decisions, after, wallMs);
    const entries = sealed.map(({ entry }) => entry);
    refuseTooLarge(decisions, entries);
    const { snapshot } = decisions.at(-1) as Decision<Snapshot, Event, Effect>;
    return { entries, wallMs, recorded: sealed.map(({ recorded }) => recorded), snapshot };
  }

  /** All of them, or none: then `ours` of them stand already. */
  append({ entries, wallMs }: Sealed<Snapshot, Event, Effect>, notAfter?: number): Promise<Appended> {
    return this.#ledger.appendEntries(entries, wallMs, notAfter);
  }

  /**
   * What an answer says was written: these entries, or what `anew` decides at the answer's own instant, since a replay need not be told
   * the same time as the run that lived. Null where it is neither.
   */
  written(
    sealed: Sealed<Snapshot, Event, Effect>,
    after: Position,
    answer: Appended,
    anew: (wallMs: number) => readonly Decision<Snapshot, Event, Effect>[],
  ): Sealed<Snapshot, Event, Effect> | null {
    if (answer.status !== 'appended') return null;
    const { last, wallMs } = answer;
    if (last === shortHash(sealed.entries)) return sealed;
    const decisions = wallMs === sealed.wallMs ? [] : anew(wallMs);
    const again = decisions.length === 0 ? null : this.seal(decisions, after, wallMs);
    return again !== null && last === shortHash(again.entries) ? again : null;
  }

  read(entries: readonly RecordedEntry[]): Recorded<Event, Effect>[] {
    return entries.map((entry) => readEntry(entry));
  }

  /**
   * Reads page by page what stands after a position; each page is adopted before the next is asked for. A page that does not go on
   * from there is one that a lost task had asked for (`Appended`): it is asked for again.
   */
  async follow(
    position: () => Position,
    adopt: (page: Page<Snapshot, Event, Effect>) => Promise<void> | undefined,
  ): Promise<void> {
    let strange = 0;
    for (let more = true; more; ) {
      const page = await this.#ledger.entriesAfter(this.#chain.chain, position().seq);
      const recorded = this.read(page.entries);
      const goesOn = recorded.length === 0 || recorded[0]?.receipt.seq === position().seq + 1;
      if (!goesOn) strange += 1;
      if (strange > STRANGE_PAGES) throw new Error(`the ledger does not go on from entry ${position().seq}`);
      if (goesOn && page.snapshot !== null)
        await adopt({ recorded, snapshot: snapshotIn({ snapshot: page.snapshot }) });
      more = page.more || !goesOn;
    }
  }

  /** By `requestKey`. */
  async recall(keys: string[]): Promise<Recorded<Event, Effect>[]> {
    return this.read(await this.#ledger.recallEntries(this.#chain.chain, keys));
  }

  #sealAll(decisions: readonly Decision<Snapshot, Event, Effect>[], after: Position, wallMs: number) {
    let { seq, head: prev } = after;
    const { chain, rehearsal } = this.#chain;
    const fixed = { format: 2 as const, chain, rehearsal };
    return decisions.map(({ event, atMs, snapshot, effects }) => {
      seq += 1;
      const recordedAt = instantFromMs(atMs);
      const wallAt = rehearsal ? instantFromMs(wallMs) : recordedAt;
      const versions = this.#chain.versions(event);
      const body = { ...fixed, versions, ...toldOf(event), seq, prev, recordedAt, wallAt };
      const entry = seal(body, snapshot, effects);
      prev = entry.hash;
      const receipt = { requestId: event.requestId, seq, hash: entry.hash, recordedAt };
      return { entry, recorded: { receipt, wallAt, event, effects } };
    });
  }
}

/** The net under all named bounds: what a run carries stays bounded. What nobody sends, the machine itself bounds. */
function refuseTooLarge(
  decisions: readonly Decision<unknown, Recordable, unknown>[],
  entries: readonly Entry[],
): void {
  const would = Math.max(...entries.map(({ snapshot }) => snapshot.length));
  if (would <= STATE_LENGTH) return;
  const isLong = decisions.some(
    ({ event }) => isClaimed(event.actor) && canonical(event.fact).length > SHORT_FACT,
  );
  if (isLong) throw refused([{ code: 'limit.state', facts: { would, most: STATE_LENGTH } }]);
}

/** True when both claim the same: fact, actor and day. Another claim under a known request id is no repetition. */
export function sameClaim(a: Recordable, b: Recordable): boolean {
  const claim = ({ fact, actor, occurredOn }: Recordable) => canonical({ fact, actor, occurredOn });
  return claim(a) === claim(b);
}

export function readEntry<Event, Effect>(entry: RecordedEntry): Recorded<Event, Effect> {
  const body = bodyOf(entry);
  const { requestId, seq, recordedAt, wallAt } = body;
  const receipt = { requestId, seq, hash: entry.hash, recordedAt };
  return { receipt, wallAt, event: eventIn(body), effects: effectsIn(entry) };
}
