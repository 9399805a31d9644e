// What a driver decides at a wall instant: by the machine, over the machine's time.
import { type Advance, advance } from '../../machines/play/advance.ts';
import { decide } from '../../machines/play/decide.ts';
import type { Decision } from '../../machines/play/playable.ts';
import type { DriverSetup } from './driver-setup.ts';
import type { DriverState } from './driver-state.ts';
import { reportFault } from './machine-fault.ts';
import type { Recordable } from './recorder.ts';

interface Choice<Snapshot, Event, Refusal, Effect> {
  decisions: Decision<Snapshot, Event, Effect>[];
  /** Empty where the decisions stand. */
  refusals: Refusal[];
}

interface Known<Snapshot, Event, Effect> {
  decisions: Decision<Snapshot, Event, Effect>[];
  events: readonly Event[];
  from: Snapshot;
  atMs: number;
}

type From<Snapshot> = Pick<DriverState<Snapshot>, 'snapshot' | 'recordedMs'>;

export class Decider<Snapshot, Event extends Recordable, Refusal extends { code: string }, Effect> {
  readonly #setup: DriverSetup<Snapshot, Event, Refusal, Effect>;
  /** What was decided a moment before the same events' turn, of the same state at the same instant: nothing is decided twice. */
  #known: Known<Snapshot, Event, Effect> | null = null;

  constructor(setup: DriverSetup<Snapshot, Event, Refusal, Effect>) {
    this.#setup = setup;
  }

  decide(
    events: readonly Event[],
    { snapshot: from, recordedMs }: From<Snapshot>,
    wallMs: number,
  ): Choice<Snapshot, Event, Refusal, Effect> {
    // Nothing is recorded before what is recorded already.
    const atMs = Math.max(this.#setup.time.nowMs(wallMs), recordedMs);
    const known = this.#known;
    if (known?.events === events && known.from === from && known.atMs === atMs)
      return { decisions: known.decisions, refusals: [] };
    const decided = decide(this.#setup.machine, from, events, atMs);
    if (decided.status === 'refused') return { decisions: [], refusals: decided.refusals };
    if (decided.status === 'failed') {
      reportFault(decided.event, decided.error);
      return { decisions: [], refusals: [this.#setup.refuseFailed(decided.event)] };
    }
    const { decisions } = decided;
    this.#known = { events, from, atMs, decisions };
    return { decisions, refusals: [] };
  }

  /** As `decide`, in the events' turn: what was decided beforehand is not needed after it. */
  decideOnce(
    events: readonly Event[],
    from: From<Snapshot>,
    wallMs: number,
  ): Choice<Snapshot, Event, Refusal, Effect> {
    const choice = this.decide(events, from, wallMs);
    this.#known = null;
    return choice;
  }

  /** Its day may have come where the run has not heard yet that the time was moved: it learns before it refuses. */
  restOnTime(refusals: readonly Refusal[]): boolean {
    return refusals.some((refusal) => this.#setup.restsOnTime(refusal));
  }

  /** What is due by then, in order, each decided at its own time. */
  due(
    { snapshot, recordedMs: atMs }: From<Snapshot>,
    limit: number,
    wallMs: number,
  ): Advance<Snapshot, Event, Effect> {
    const { machine, time } = this.#setup;
    const decidedMs = (dueMs: number) => time.recordedMs(dueMs, wallMs);
    return advance(machine, { snapshot, atMs }, { nowMs: time.nowMs(wallMs), limit, decidedMs });
  }
}
