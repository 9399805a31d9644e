// How a migration follows its ledger: its own chain and its programme's clock. Asked for at once, and what its first append brings
// along is not asked for again; in runs that began before, one after the other.
import { chainOf } from '../../machines/record/chain.ts';
import type { Entry } from '../../machines/record/entry.ts';
import type { Asked, HeardPage, News, RecordedEntry } from '../activities-wanted.ts';
import type { Appended, ChainPage, FollowedLedger } from '../driver/ledger-wanted.ts';
import { ledger } from '../ledger-calls.ts';

interface Follower {
  code: string;
  asksAtOnce: boolean;
  /** Where it stands. */
  asked: () => Asked;
  /** What was said to the chain and is not on it. */
  hear: (page: Pick<HeardPage, 'unheard' | 'unadopted'>) => void;
}

export class Following implements FollowedLedger {
  readonly #follower: Follower;
  /** News that came with an append, or with the moves that were asked for. Good for the next question alone. */
  #ahead: News | null = null;
  #hasAsked = false;

  constructor(follower: Follower) {
    this.#follower = follower;
  }

  /** What moved the clock since. Nobody's word on it counts but the programme's own chain. */
  moves(): Promise<RecordedEntry[]> {
    const { code, asked } = this.#follower;
    return ledger.clockMoves(chainOf(code), asked().revision);
  }

  /** The same, before its own chain is read. */
  async movesFirst(): Promise<RecordedEntry[]> {
    if (!this.#follower.asksAtOnce) return this.moves();
    this.#hasAsked = true;
    this.#ahead ??= await ledger.news(this.#follower.asked());
    return this.#ahead.moves;
  }

  async entriesAfter(chain: string, after: number): Promise<ChainPage> {
    const { asked, hear } = this.#follower;
    const page = this.#takeAhead(after) ?? (await ledger.entriesAfter(chain, after, asked().awaited));
    hear(page);
    return page;
  }

  appendEntries(entries: Entry[], wallMs: number, notAfter?: number): Promise<Appended> {
    this.#ahead = null;
    const bringsNews = this.#follower.asksAtOnce && !this.#hasAsked && notAfter === undefined;
    return bringsNews
      ? this.#appendForNews(entries, wallMs)
      : ledger.appendEntries(entries, wallMs, notAfter);
  }

  recallEntries(chain: string, keys: string[]): Promise<RecordedEntry[]> {
    return ledger.recallEntries(chain, keys);
  }

  async #appendForNews(entries: Entry[], wallMs: number): Promise<Appended> {
    const asked = this.#follower.asked();
    const after = asked.after + entries.length;
    const { news, ...answer } = await ledger.appendForNews(entries, wallMs, { ...asked, after });
    this.#ahead = news ?? null;
    return answer;
  }

  #takeAhead(after: number): HeardPage | null {
    const ahead = this.#ahead;
    this.#ahead = null;
    return ahead?.after === after ? ahead.page : null;
  }
}
