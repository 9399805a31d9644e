// Drives one machine through its life: takes events one at a time, has each recorded before it counts, follows the
// ledger where that knows more, and wakes when the machine wants to be woken. Knows nothing of what the machine is.
import { CancellationScope, condition } from '@temporalio/workflow';
import { type Advance, advance } from '../../machines/play/advance.ts';
import { decide } from '../../machines/play/decide.ts';
import type { Decision } from '../../machines/play/playable.ts';
import { requestKey } from '../../machines/record/claim.ts';
import type { Submitted } from '../messages.ts';
import { Alarm } from './alarm.ts';
import type { DriverSetup } from './driver-setup.ts';
import type { DriverState } from './driver-state.ts';
import { type Page, type Recordable, type Recorded, sameClaim } from './recorder.ts';
import { refused } from './refused.ts';
import { Turns } from './turns.ts';

/** Requests kept in memory, by `requestKey`; the ledger knows the older ones. */
const REMEMBERED = 500;
/** Due points recorded with one append. */
const DUE_AT_ONCE = 20;

export class Driver<Snapshot, Event extends Recordable, Refusal extends { code: string }, Effect> {
  readonly #setup: DriverSetup<Snapshot, Event, Refusal, Effect>;
  /** One scope for all turns: each that is made anew stays with its parent for as long as the run. */
  readonly #shelter = new CancellationScope({ cancellable: false });
  readonly #turns = new Turns(() => this.#rearm());
  readonly #alarm = new Alarm();
  #state: DriverState<Snapshot>;

  constructor(state: DriverState<Snapshot>, setup: DriverSetup<Snapshot, Event, Refusal, Effect>) {
    this.#state = state;
    this.#setup = setup;
  }

  get state(): DriverState<Snapshot> {
    return this.#state;
  }

  /** Every reason against these events as things stand now. For a validator: synchronous, changes nothing. */
  objections(events: readonly Event[]): Refusal[] {
    const known = events.filter((event) => this.#remembers(event));
    if (known.length === events.length) return [];
    if (known.length > 0) return known.map(({ requestId }) => this.#setup.refuseRepeated(requestId));
    const due = this.#duePrecedes(events) ? this.#due(Number.POSITIVE_INFINITY) : [];
    const from = due.at(-1)?.snapshot ?? this.#state.snapshot;
    const [only] = events;
    // The usual single event needs no step to be refused or let in; the step comes with its turn.
    if (only && events.length === 1) return this.#setup.machine.accepts(from, only, this.#nowMs());
    return this.#decide(events, from).refusals;
  }

  /** Takes events when their turn comes, all or none. @throws ApplicationFailure `Refused` */
  submit(events: readonly Event[]): Promise<Submitted> {
    return this.#turn(() => this.#take(events));
  }

  /** Adopts what the ledger holds beyond what is known here, after `first`. What is due by then comes later. */
  follow(first: () => Promise<void> = async () => undefined): Promise<void> {
    return this.#turn(async () => {
      await first();
      await this.#follow();
    });
  }

  /** True while something is due that is not recorded yet. */
  get behind(): boolean {
    return this.#due(1).length > 0;
  }

  /** Changes what the machine's time depends on, and records what is due by then; answers how much that was. */
  retime(change: () => void): Promise<number> {
    return this.#turn(() => {
      change();
      return this.#catchUp();
    });
  }

  /** Wakes the machine whenever it is due, until `over`. Looks at `over` after everything that happens. */
  async run(over: () => boolean): Promise<void> {
    for (;;) {
      this.#rearm();
      await condition(() => this.#alarm.ringing || over());
      if (!this.#alarm.answer()) return;
      await this.#turn(() => this.#catchUp());
    }
  }

  #turn<T>(work: () => Promise<T>): Promise<T> {
    return this.#shelter.run(() => this.#turns.take(work));
  }

  #rearm(): void {
    const wake = this.#setup.machine.nextWake(this.#state.snapshot);
    this.#alarm.setFor(wake === null ? null : this.#setup.time.wallMs(wake));
  }

  #remembers(event: Event): boolean {
    return this.#state.requests.includes(requestKey(event));
  }

  #duePrecedes(events: readonly Event[]): boolean {
    return !events.every((event) => this.#setup.tellsPast(event));
  }

  async #take(events: readonly Event[]): Promise<Submitted> {
    for (;;) {
      if (events.every((event) => this.#remembers(event))) {
        return this.#repeated(events, await this.#setup.recorder.recall(events.map(requestKey)));
      }
      if (this.behind && this.#duePrecedes(events)) await this.#catchUp();
      const { decisions, refusals } = this.#decide(events, this.#state.snapshot);
      if (refusals.length > 0) throw refused(refusals);
      const { seq } = this.#state;
      const outcome = await this.#commit(decisions);
      if (outcome.status === 'appended') return submitted(outcome.recorded, false);
      if (outcome.ours.length > 0) return this.#repeated(events, outcome.ours);
      this.#mustHaveMoved(seq);
    }
  }

  /** The answer to request ids that are recorded already: the standing entries, if they say the same. */
  #repeated(events: readonly Event[], standing: readonly Recorded<Event, Effect>[]): Submitted {
    const byKey = new Map(standing.map((entry) => [requestKey(entry.event), entry]));
    const strange = events.filter((event) => {
      const entry = byKey.get(requestKey(event));
      return entry !== undefined && !sameClaim(entry.event, event);
    });
    const partly = standing.length < events.length ? standing.map(({ event }) => event) : [];
    const wrong = [...strange, ...partly];
    if (wrong.length > 0) throw refused(wrong.map(({ requestId }) => this.#setup.refuseRepeated(requestId)));
    return submitted(standing, true);
  }

  #decide(events: readonly Event[], from: Snapshot) {
    const decided = decide(this.#setup.machine, from, events, this.#nowMs());
    if (decided.status === 'failed') throw decided.error;
    if (decided.status === 'refused') return { decisions: [], refusals: decided.refusals };
    return { decisions: decided.decisions, refusals: [] };
  }

  /** Nothing is recorded before what is recorded already. */
  #nowMs(): number {
    return Math.max(this.#setup.time.nowMs(), this.#state.recordedMs);
  }

  /** What is due by now, in order, each decided at its own time. */
  #due(limit: number): Decision<Snapshot, Event, Effect>[] {
    const { machine, time } = this.#setup;
    const { snapshot, recordedMs: atMs } = this.#state;
    const until = { nowMs: time.nowMs(), limit, decidedMs: (dueMs: number) => time.recordedMs(dueMs) };
    const { decisions, failed }: Advance<Snapshot, Event, Effect> = advance(
      machine,
      { snapshot, atMs },
      until,
    );
    // A machine that cannot take the wake it asked for is wrong code: the task fails, visibly, until that is mended.
    if (failed) throw failed.error;
    return decisions;
  }

  async #catchUp(): Promise<number> {
    let count = 0;
    for (;;) {
      const due = this.#due(DUE_AT_ONCE);
      if (due.length === 0) return count;
      const { seq } = this.#state;
      await this.#commit(due);
      this.#mustHaveMoved(seq);
      count += this.#state.seq - seq;
    }
  }

  /** Records decisions and counts them; or, where something else stands, adopts that instead. */
  async #commit(decisions: readonly Decision<Snapshot, Event, Effect>[]) {
    const outcome = await this.#setup.recorder.append(decisions, this.#state);
    if (outcome.status === 'appended') {
      const last = decisions.at(-1) as Decision<Snapshot, Event, Effect>;
      const more = this.#adopt({ recorded: outcome.recorded, snapshot: last.snapshot });
      if (more) await more;
      return outcome;
    }
    await this.#follow();
    return outcome;
  }

  /** An append that is refused shows more to adopt; deciding the same again would never end. */
  #mustHaveMoved(seq: number): void {
    if (this.#state.seq === seq) throw new Error(`the ledger refuses entry ${seq + 1} but holds no other`);
  }

  #follow(): Promise<void> {
    return this.#setup.recorder.follow(
      () => this.#state,
      (page) => this.#adopt(page),
    );
  }

  #adopt({ recorded, snapshot }: Page<Snapshot, Event, Effect>): Promise<void> | undefined {
    const last = recorded.at(-1);
    if (!last) return undefined;
    const keys = recorded.map(({ event }) => requestKey(event));
    const { seq, hash: head, recordedAt } = last.receipt;
    const requests = [...this.#state.requests, ...keys].slice(-REMEMBERED);
    this.#state = { snapshot, seq, head, recordedMs: Date.parse(recordedAt), requests };
    return this.#setup.recorded(recorded, snapshot);
  }
}

function submitted<Event, Effect>(
  recorded: readonly Recorded<Event, Effect>[],
  repeated: boolean,
): Submitted {
  const entries = recorded.map(({ receipt }) => receipt);
  return { version: entries.at(-1)?.seq ?? 0, entries, repeated };
}
