// One at a time, in the order of asking. Update handlers, signals and timers of one workflow take turns with it.

export class Turns {
  readonly #afterEach: () => void;
  readonly #waiting: (() => void)[] = [];
  #taken = false;

  /** @param afterEach called at the end of each turn, however it ended */
  constructor(afterEach: () => void) {
    this.#afterEach = afterEach;
  }

  /** Runs `work`, which never throws but rejects, when everything asked for before it has ended; at once where nothing was. */
  take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#taken)
      return new Promise<void>((begin) => this.#waiting.push(begin)).then(() => this.#run(work));
    this.#taken = true;
    return this.#run(work);
  }

  #run<T>(work: () => Promise<T>): Promise<T> {
    return work().then(
      (value) => {
        this.#end();
        return value;
      },
      (error: unknown) => {
        this.#end();
        throw error;
      },
    );
  }

  #end(): void {
    this.#afterEach();
    // Handed on rather than given up: nobody who asks meanwhile comes before those who wait.
    const begin = this.#waiting.shift();
    if (begin) begin();
    else this.#taken = false;
  }
}
