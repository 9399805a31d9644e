// Drives one machine through its life: takes events one at a time, has each recorded before it counts, follows the
// ledger where that knows more, and wakes when the machine wants to be woken. Knows nothing of what the machine is.
import { CancellationScope, condition } from '@temporalio/workflow';
import type { Advance } from '../../machines/play/advance.ts';
import type { Decision } from '../../machines/play/playable.ts';
import { requestKey } from '../../machines/record/claim.ts';
import { Alarm } from './alarm.ts';
import { repeated, submitted } from './answer.ts';
import { Decider } from './decider.ts';
import type { DriverSetup } from './driver-setup.ts';
import type { DriverState } from './driver-state.ts';
import { reportFault } from './machine-fault.ts';
import type { Page, Recordable, Sealed } from './recorder.ts';
import { refused } from './refused.ts';
import type { Submitted } from './replies.ts';
import { Turns } from './turns.ts';
import { Wall } from './wall.ts';

/** Requests kept in memory, by `requestKey`; the ledger knows the older ones. */
const REMEMBERED = 64;
/** Due points recorded with one append. */
const DUE_AT_ONCE = 20;
/** A wake at which the machine failed is tried again so much later, or with whatever happens before. */
const RETRY_MS = 3_600_000;

const NOTHING_DUE = { decisions: [], failed: null };

export class Driver<Snapshot, Event extends Recordable, Refusal extends { code: string }, Effect> {
  readonly #setup: DriverSetup<Snapshot, Event, Refusal, Effect>;
  /** One scope for all turns: each that is made anew stays with its parent for as long as the run. */
  readonly #shelter = new CancellationScope({ cancellable: false });
  readonly #decider: Decider<Snapshot, Event, Refusal, Effect>;
  readonly #turns = new Turns(() => this.#rearm());
  readonly #wall = new Wall();
  readonly #alarm = new Alarm(this.#wall);
  #state: DriverState<Snapshot>;
  /** True once this run has read its ledger: what it was carried on with may be older. */
  #followed = false;
  #turnsTaken = 0;
  /** Not before this wall instant is a wake tried again at which the machine failed. */
  #retryMs = Number.NEGATIVE_INFINITY;
  constructor(state: DriverState<Snapshot>, setup: DriverSetup<Snapshot, Event, Refusal, Effect>) {
    this.#state = state;
    this.#setup = setup;
    this.#decider = new Decider(setup);
  }

  get state(): DriverState<Snapshot> {
    return this.#state;
  }

  get followed(): boolean {
    return this.#followed;
  }

  /** The wall instant at which this run heard last; what it decides beside its turns, it decides at this one. */
  get wallMs(): number {
    return this.#wall.heardMs;
  }

  /** For the handler of every message, first of all. */
  hear(): void {
    this.#wall.hear();
  }

  /** Turns so far: how much has happened in this run. */
  get turns(): number {
    return this.#turnsTaken;
  }

  /**
   * Every reason against these events as things stand now, where this run is sure of where they stand: it knows as many
   * entries as the sender, and nothing rests on the time. Else none: the events' turn tells. For a validator: synchronous,
   * changes nothing that counts.
   */
  objections(events: readonly Event[], head?: number): Refusal[] {
    if (!this.#knows(head)) return [];
    if (events.every((event) => this.#remembers(event))) return [];
    const partly = this.#partlyKnown(events);
    if (partly.length > 0) return partly;
    const wallMs = this.#wall.freshMs;
    const due = this.#duePrecedes(events) ? this.#due(Number.POSITIVE_INFINITY, wallMs) : NOTHING_DUE;
    if (due.failed) return events.map((event) => this.#setup.refuseFailed(event));
    const from = due.decisions.at(-1)?.snapshot ?? this.#state.snapshot;
    const { refusals } = this.#decider.decide(events, { ...this.#state, snapshot: from }, wallMs);
    return this.#decider.restOnTime(refusals) ? [] : refusals;
  }

  /**
   * Takes events when their turn comes, all or none; the record takes none once their sender has given up.
   * @throws ApplicationFailure `Refused`
   */
  submit(events: readonly Event[], head?: number, notAfter?: number): Promise<Submitted> {
    return this.#turn(() => this.#take(events, head, notAfter));
  }

  /** Learns what moved the time, and adopts what the ledger holds beyond what is known here. What is due by then comes later. */
  learn(): Promise<void> {
    return this.#turn(() => this.#learn());
  }

  /** True while something is due that is not recorded yet. */
  get behind(): boolean {
    return this.#due(1, this.#wall.freshMs).decisions.length > 0;
  }

  /**
   * Changes what the machine's time depends on, in one turn: between what is asked for that and what follows from it comes nothing else,
   * in a replay either. `change` records what is due by then as often as it changes it, and gives how much that was.
   */
  retime(change: (catchUp: () => Promise<number>) => Promise<number>): Promise<number> {
    return this.#turn(() => change(async () => (await this.#catchUp()).count));
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
    this.#turnsTaken += 1;
    const askedMs = this.#wall.heardMs;
    const begun = () => {
      this.#wall.begin(askedMs);
      return work();
    };
    return this.#shelter.run(() => this.#turns.take(begun));
  }

  #rearm(): void {
    const wake = this.#setup.machine.nextWake(this.#state.snapshot);
    this.#alarm.setFor(wake === null ? null : Math.max(this.#setup.time.wallMs(wake), this.#retryMs));
  }

  #remembers(event: Event): boolean {
    return this.#state.requests.includes(requestKey(event));
  }

  #duePrecedes(events: readonly Event[]): boolean {
    return !events.every((event) => this.#setup.tellsPast(event));
  }

  /**
   * A refusal rests on a state that was the ledger's at some moment since the sender read it: this run has read its ledger
   * and knows as many entries. A task that was lost takes back what a run knew, but not what stands.
   */
  #knows(head: number | undefined): boolean {
    return this.#followed && this.#setup.decides() && head !== undefined && head <= this.#state.seq;
  }

  async #take(events: readonly Event[], head?: number, notAfter?: number): Promise<Submitted> {
    let sure = this.#knows(head);
    let learnt = false;
    for (;;) {
      if (events.every((event) => this.#remembers(event))) {
        return repeated(events, await this.#setup.recorder.recall(events.map(requestKey)), this.#setup);
      }
      const partly = this.#partlyKnown(events);
      if (partly.length > 0) throw refused(partly);
      // Asked before waited for: the SDK follows every promise of a workflow, at a cost that is felt (docs/numbers.md).
      const refusals = this.#isCaughtUp(events) ? [] : await this.#catchUpFor(events);
      const decided =
        refusals.length > 0
          ? { decisions: [], refusals }
          : this.#decider.decideOnce(events, this.#state, this.#wall.turnMs);
      if (decided.refusals.length > 0) {
        if (learnt || (sure && !this.#decider.restOnTime(decided.refusals))) throw refused(decided.refusals);
        await this.#learn();
        learnt = true;
        continue;
      }
      const from = this.#state;
      const { recorder } = this.#setup;
      const sealed = recorder.seal(decided.decisions, from, this.#wall.turnMs);
      const answer = await recorder.append(sealed, notAfter);
      if (answer.status === 'late') {
        this.#wall.begin(answer.wallMs);
        continue;
      }
      const anew = (wallMs: number) => this.#decider.decideOnce(events, from, wallMs).decisions;
      const written = recorder.written(sealed, from, answer, anew);
      if (written) {
        const more = this.#adoptWritten(written);
        if (more) await more;
        return submitted(written.recorded, false);
      }
      await this.#follow();
      const ours = answer.status === 'occupied' ? recorder.read(answer.ours) : [];
      if (ours.length > 0) return repeated(events, ours, this.#setup);
      this.#mustHaveMoved(from.seq);
      sure = true;
    }
  }

  /** Some of these are recorded already and some are not: that is no repetition. */
  #partlyKnown(events: readonly Event[]): Refusal[] {
    const known = events.filter((event) => this.#remembers(event));
    return known.map(({ requestId }) => this.#setup.refuseRepeated(requestId));
  }

  /** True where nothing is to be recorded before these events. */
  #isCaughtUp(events: readonly Event[]): boolean {
    if (!this.#duePrecedes(events)) return true;
    const { decisions, failed } = this.#due(1, this.#wall.turnMs);
    if (decisions.length > 0 || failed) return false;
    this.#retryMs = Number.NEGATIVE_INFINITY;
    return true;
  }

  /** Records what is due before these events; the refusals of a machine that cannot. */
  async #catchUpFor(events: readonly Event[]): Promise<Refusal[]> {
    const { failed } = await this.#catchUp();
    return failed ? events.map((event) => this.#setup.refuseFailed(event)) : [];
  }

  #due(limit: number, wallMs: number): Advance<Snapshot, Event, Effect> {
    return this.#decider.due(this.#state, limit, wallMs);
  }

  /** Records all that is due, or all up to where the machine fails. */
  async #catchUp(): Promise<{ count: number; failed: boolean }> {
    let count = 0;
    for (;;) {
      const { decisions, failed } = this.#due(DUE_AT_ONCE, this.#wall.turnMs);
      if (decisions.length > 0) {
        count += await this.#commit(decisions);
      } else {
        this.#retryMs = failed ? this.#wall.turnMs + RETRY_MS : Number.NEGATIVE_INFINITY;
        if (failed) reportFault(failed.event, failed.error);
        return { count, failed: failed !== null };
      }
    }
  }

  /** Records decisions, or adopts what stands there instead. Gives how many entries it went on by; none where they came too late. */
  async #commit(decisions: readonly Decision<Snapshot, Event, Effect>[]): Promise<number> {
    const { recorder } = this.#setup;
    const { seq } = this.#state;
    const sealed = recorder.seal(decisions, this.#state, this.#wall.turnMs);
    const answer = await recorder.append(sealed);
    if (answer.status === 'late') {
      this.#wall.begin(answer.wallMs);
      return 0;
    }
    const anew = (wallMs: number) => this.#due(DUE_AT_ONCE, wallMs).decisions;
    const written = recorder.written(sealed, this.#state, answer, anew);
    await (written ? this.#adoptWritten(written) : this.#follow());
    this.#mustHaveMoved(seq);
    return this.#state.seq - seq;
  }

  /** An append that is refused shows more to adopt; deciding the same again would never end. */
  #mustHaveMoved(seq: number): void {
    if (this.#state.seq === seq) throw new Error(`the ledger refuses entry ${seq + 1} but holds no other`);
  }

  async #learn(): Promise<void> {
    await this.#setup.learnTime();
    await this.#follow();
    this.#followed = true;
  }

  #follow(): Promise<void> {
    return this.#setup.recorder.follow(
      () => this.#state,
      (page) => this.#adopt(page),
    );
  }

  #adoptWritten(written: Sealed<Snapshot, Event, Effect>): Promise<void> | undefined {
    this.#wall.correct(written.wallMs);
    return this.#adopt(written);
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
