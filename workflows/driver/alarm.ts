// The one durable timer of a workflow. It is left alone while what it waits for moves later, and set anew only when it
// must ring earlier: a cancelled timer costs history.
import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import type { Wall } from './wall.ts';

/** A single timer is never set for longer: it rings, finds nothing due, and is set anew. */
const LONGEST_MS = 10 * 365 * 86_400_000;

export class Alarm {
  /** Timers belong here, not to the handler that happens to set them: nothing but the alarm cancels them. */
  readonly #shelter = new CancellationScope({ cancellable: false });
  readonly #wall: Wall;
  /** Rings at this wall instant; null when no timer runs. */
  #setFor: number | null = null;
  #timer: CancellationScope | null = null;
  #rang = false;

  constructor(wall: Wall) {
    this.#wall = wall;
  }

  /** True once after each ring. */
  answer(): boolean {
    const rang = this.#rang;
    this.#rang = false;
    return rang;
  }

  get ringing(): boolean {
    return this.#rang;
  }

  /** Rings at `wantedMs` or earlier; never later. */
  setFor(wantedMs: number | null): void {
    if (wantedMs === null || this.#rang) return;
    const wallMs = Math.min(wantedMs, this.#wall.heardMs + LONGEST_MS);
    if (this.#setFor !== null && this.#setFor <= wallMs) return;
    this.#timer?.cancel();
    this.#timer = null;
    this.#setFor = null;
    if (wallMs <= this.#wall.heardMs) {
      this.#rang = true;
      return;
    }
    this.#start(wallMs);
  }

  #start(wallMs: number): void {
    const timer = new CancellationScope({ cancellable: true, parent: this.#shelter });
    this.#timer = timer;
    this.#setFor = wallMs;
    // How long it takes may differ in a replay: nothing is decided by it.
    timer
      .run(() => sleep(wallMs - this.#wall.freshMs, { summary: new Date(wallMs).toISOString() }))
      .then(() => this.#ring(timer), ignoreCancellation);
  }

  #ring(timer: CancellationScope): void {
    if (this.#timer !== timer) return;
    this.#wall.hear();
    this.#timer = null;
    this.#setFor = null;
    this.#rang = true;
  }
}

function ignoreCancellation(error: unknown): void {
  if (!isCancellation(error)) throw error;
}
