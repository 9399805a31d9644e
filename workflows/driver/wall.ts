// The wall as a run may decide by it: as it stood when a message or a timer came. When an answer of the ledger comes, the SDK's own
// clock need not show the same in a replay: a task that ends by a heartbeat hands the answer to the next one, at that one's start.

export class Wall {
  #heardMs = Date.now();
  #turnMs = this.#heardMs;

  /** When the last message or timer came. */
  get heardMs(): number {
    return this.#heardMs;
  }

  /** When that came which the running turn is for; never before an earlier turn's. */
  get turnMs(): number {
    return this.#turnMs;
  }

  /** The SDK's own clock, for what leaves no trace in the run: a validator's answer, the length of a timer. */
  get freshMs(): number {
    return Math.max(this.#heardMs, Date.now());
  }

  /** First of all in what a message or a timer wakes. */
  hear(): void {
    this.#heardMs = this.freshMs;
  }

  /** At the start of a turn that was asked for at an instant. */
  begin(askedMs: number): void {
    this.#turnMs = Math.max(this.#turnMs, askedMs);
  }

  /** The instant of the running turn as the record has it. */
  correct(turnMs: number): void {
    this.#turnMs = turnMs;
  }
}
