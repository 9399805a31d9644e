// One migration between its messages: its driver, its clock, its announcements. What each message of the workflow does.
import { ApplicationFailure, log } from '@temporalio/workflow';
import type { Submission } from '../../machines/migration/event.ts';
import { migrationPlayable, versionsOf } from '../../machines/migration/playable.ts';
import type { MigrationSnapshot } from '../../machines/migration/state.ts';
import type { Effect } from '../../machines/record/effect.ts';
import { chainOf } from '../../machines/record/entry.ts';
import { type Refusal, refusal } from '../../machines/record/refusal.ts';
import { dayOf, instantFromMs } from '../../machines/values/date.ts';
import type { Clock } from '../clock.ts';
import { Driver } from '../driver/driver.ts';
import { refused } from '../driver/driver-setup.ts';
import { received } from '../driver/received.ts';
import { emptyChain, type Recorded, Recorder } from '../driver/recorder.ts';
import { ledger } from '../ledger-calls.ts';
import {
  type CarriedMigration,
  clockMoves,
  failureTypes,
  type MigrationStart,
  type Standing,
  type Submitted,
  submit,
} from '../messages.ts';
import { movesIn, ProgrammeTime } from '../programme/programme-time.ts';
import { Announcer } from './announcer.ts';
import { MilestoneInbox } from './milestone-inbox.ts';
import { show, type Visible } from './visibility.ts';

export class MigrationLife {
  readonly inbox: MilestoneInbox;
  readonly #start: MigrationStart;
  readonly #time: ProgrammeTime;
  readonly #announcer: Announcer;
  readonly #driver: Driver<MigrationSnapshot, Submission, Refusal, Effect>;
  #visible: Visible;
  #begun = false;

  constructor(start: MigrationStart) {
    const { definition, begin, carried } = start;
    const { programme, system } = definition;
    this.#start = start;
    this.inbox = new MilestoneInbox(carried?.awaited ?? []);
    this.#time = new ProgrammeTime(carried?.clock ?? start.clock);
    this.#announcer = new Announcer(definition);
    this.#visible = carried?.visible ?? {};
    const chain = chainOf(programme.code, system.id);
    const versions = versionsOf(definition);
    const machine = migrationPlayable(definition);
    const state = carried?.state ?? { ...emptyChain, snapshot: machine.start(begin).snapshot, requests: [] };
    this.#driver = new Driver(state, {
      machine,
      recorder: new Recorder({ chain, rehearsal: programme.rehearsal, versions }, ledger),
      time: this.#time,
      refuseRepeated: (requestId) => refusal('request.repeated', { requestId }),
      tellsPast: ({ actor }) => actor.kind === 'import',
      recorded: (entries, snapshot) => this.#carryOut(entries, snapshot),
    });
  }

  /** A run started from nothing learns first what the ledger holds; one that goes on knows it. */
  async begin(): Promise<void> {
    if (this.#start.carried) this.#announcer.announceAll(this.#start.carried.announcing);
    else await this.learn();
    this.#visible = show(this.#start.definition, this.#driver.state.snapshot, this.#visible);
    this.#begun = true;
  }

  /** Follows the ledger: the programme's clock and this migration's own entries. */
  learn(): Promise<void> {
    return this.#driver.follow(async () => {
      const { revision, speed } = this.#time.clock;
      const moves = await ledger.clockMoves(chainOf(this.#start.definition.programme.code), revision);
      for (const move of movesIn(moves, speed)) this.#time.move(move);
    });
  }

  refuseSubmit(message: unknown): void {
    const { submissions } = received(submit, message);
    // Before it has read the ledger, a new run cannot tell; the events' turn comes after that.
    const refusals = this.#begun ? this.#driver.objections(submissions) : [];
    if (refusals.length > 0) throw refused(refusals);
  }

  submit(message: unknown): Promise<Submitted> {
    return this.#driver.submit(received(submit, message).submissions);
  }

  refuseRetime(message: unknown): void {
    const { moves } = received(clockMoves, message);
    if (moves.some((move) => this.#isNews(move)) || this.#driver.behind) return;
    throw ApplicationFailure.nonRetryable('every move is known', failureTypes.known);
  }

  /** Takes clock moves one after the other, recording what fell due on the way of each. */
  async retime(message: unknown): Promise<{ fired: number }> {
    let fired = 0;
    for (const move of received(clockMoves, message).moves) {
      fired += await this.#driver.retime(() => this.#time.move(move));
    }
    return { fired };
  }

  standing(): Standing<MigrationSnapshot> {
    const { snapshot, seq, head } = this.#driver.state;
    return { snapshot, seq, head, clock: this.#time.clock, now: instantFromMs(this.#time.nowMs()) };
  }

  /** Until `over`: wakes when something is due and takes what other migrations announce. */
  async live(over: () => boolean): Promise<void> {
    while (!over()) {
      const arrived = this.#arrived();
      if (arrived) await this.#takeMilestone(arrived);
      else await this.#driver.run(() => over() || this.#arrived() !== null);
    }
  }

  carried(): CarriedMigration {
    return {
      state: this.#driver.state,
      clock: this.#time.clock,
      awaited: this.inbox.waiting,
      announcing: this.#announcer.announcing,
      visible: this.#visible,
    };
  }

  #isNews(move: Clock): boolean {
    return move.revision > this.#time.clock.revision;
  }

  #arrived(): Submission | null {
    return this.inbox.ready(dayOf(instantFromMs(this.#time.nowMs())));
  }

  async #takeMilestone(submission: Submission): Promise<void> {
    try {
      await this.#driver.submit([submission]);
    } catch (error) {
      if (!(error instanceof ApplicationFailure) || error.type !== failureTypes.refused) throw error;
      log.info('a milestone is refused', { requestId: submission.requestId, refusals: error.message });
    }
    this.inbox.done(submission);
  }

  #carryOut(entries: readonly Recorded<Submission, Effect>[], snapshot: MigrationSnapshot): undefined {
    for (const entry of entries) this.#announcer.announceAll(this.#announcer.announcementsOf(entry));
    this.#visible = show(this.#start.definition, snapshot, this.#visible);
  }
}
