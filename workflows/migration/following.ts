// How a migration follows its ledger: its own chain and its programme's clock. Asked for at once, and what its first append brings
// along is not asked for again; in runs that began before, one after the other.
import { chainOf } from '../../machines/record/chain.ts';
import type { Entry } from '../../machines/record/entry.ts';
import type { Asked, HeardPage, News, RecordedEntry } from '../activities-wanted.ts';
import type { Appended, ChainPage, FollowedLedger } from '../driver/ledger-wanted.ts';
import { ledger } from '../ledger-calls.ts';
import type { SaidMove } from '../messages.ts';

interface Follower {
  code: string;
  asksAtOnce: boolean;
  /** Where it stands. */
  asked: () => Asked;
  /** What was said to the chain and is not on it. */
  hear: (page: Pick<HeardPage, 'unheard' | 'unadopted'>) => void;
}

/** Nothing on record says what was said. */
class NotSo extends Error {}

export class Following implements FollowedLedger {
  readonly #follower: Follower;
  /** News that came with an append, or with the moves that were asked for. Good for the next question alone. */
  #ahead: News | null = null;
  #hasAsked = false;
  /** A move of the clock on which it goes by a sender's word: the next append, or a question, confirms it. */
  #unconfirmed: SaidMove | null = null;

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

  /** What is done on a move that is only said; null where the record does not confirm it: then nothing was recorded, and it is taken back. */
  async on(said: SaidMove, work: () => Promise<number>, takeBack: () => void): Promise<number | null> {
    this.#unconfirmed = said;
    try {
      const done = await work();
      // A lost task may have asked something else (`Appended`): only this answer confirms it.
      if (this.#unconfirmed !== null && (await ledger.wasMoved(chainOf(this.#follower.code), said)) === true)
        this.#unconfirmed = null;
      return this.#unconfirmed === null ? done : null;
    } catch (error) {
      if (error instanceof NotSo) return null;
      throw error;
    } finally {
      if (this.#unconfirmed !== null) takeBack();
      this.#unconfirmed = null;
    }
  }

  appendEntries(entries: Entry[], wallMs: number, notAfter?: number): Promise<Appended> {
    this.#ahead = null;
    if (this.#unconfirmed !== null) return this.#appendMoved(entries, wallMs, this.#unconfirmed);
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

  async #appendMoved(entries: Entry[], wallMs: number, said: SaidMove): Promise<Appended> {
    const { isConfirmed, ...answer } = await ledger.appendMoved(entries, wallMs, said);
    if (answer.status === 'unmoved') throw new NotSo();
    if (isConfirmed === true) this.#unconfirmed = null;
    return answer;
  }

  #takeAhead(after: number): HeardPage | null {
    const ahead = this.#ahead;
    this.#ahead = null;
    return ahead?.after === after ? ahead.page : null;
  }
}
