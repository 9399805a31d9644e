// One migration between its messages: its driver, its clock, its announcements. What each message of the workflow does.
import { ActivityFailure, ApplicationFailure, log } from '@temporalio/workflow';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import type { Deciding } from '../../machines/definition/parts.ts';
import type { Submission } from '../../machines/migration/event.ts';
import type { MigrationSnapshot } from '../../machines/migration/state.ts';
import { chainOf } from '../../machines/record/chain.ts';
import type { Effect } from '../../machines/record/effect.ts';

import { type Refusal, refusal } from '../../machines/record/refusal.ts';
import { dayOf, instantFromMs } from '../../machines/values/date.ts';
import type { Clock } from '../clock.ts';
import { Driver } from '../driver/driver.ts';
import { Reader } from '../driver/received.ts';
import { emptyChain, type Recorded, Recorder } from '../driver/recorder.ts';
import { refused } from '../driver/refused.ts';
import {
  adoptionNews,
  type CarriedMigration,
  clockNews,
  failureTypes,
  type MigrationStart,
  type RunState,
  type SaidMove,
  type Submitted,
  submit,
} from '../messages.ts';
import { movesIn, ProgrammeTime } from '../programme/programme-time.ts';
import { whereaboutsOf } from '../whereabouts.ts';
import { Announcer } from './announcer.ts';
import { Following } from './following.ts';
import { Machinery } from './machinery.ts';
import { MilestoneInbox } from './milestone-inbox.ts';
import { show, type Visible } from './visibility.ts';

export class MigrationLife {
  readonly #start: MigrationStart;
  readonly #following: Following;
  #learning: Promise<void> | null = null;
  readonly #time: ProgrammeTime;
  readonly #machinery: Machinery;
  readonly #inbox: MilestoneInbox;
  readonly #announcer: Announcer;
  readonly #driver: Driver<MigrationSnapshot, Submission, Refusal, Effect>;
  #visible: Visible;
  readonly #submits = new Reader(submit);
  readonly #clocks = new Reader(clockNews);
  readonly #adoptions = new Reader(adoptionNews);
  /** What the programme has adopted for this migration, and it has not yet. */
  #unadopted: readonly Submission[] = [];
  /** Adoptions that this run was refused: told again, they are not tried again. */
  readonly #refusedWords = new Set<string>();

  constructor(start: MigrationStart, first: Deciding<MigrationDefinition>) {
    const { begin, carried } = start;
    const { programme, system } = first.definition;
    const machinery = new Machinery(first, carried?.state.snapshot.context.adopted);
    const definition = () => machinery.definition;
    this.#start = start;
    this.#machinery = machinery;
    this.#inbox = new MilestoneInbox(definition, carried?.awaited ?? []);
    this.#time = new ProgrammeTime(programme, carried?.clock ?? start.clock);
    this.#announcer = new Announcer(definition);
    this.#visible = carried?.visible ?? {};
    const chain = {
      chain: chainOf(programme.code, system.id),
      rehearsal: programme.rehearsal,
      versions: (event: { fact: { type: string } }) => machinery.versionsFor(event),
    };
    this.#following = new Following({
      code: programme.code,
      asksAtOnce: start.asksAtOnce ?? false,
      asked: () => ({
        chain: chain.chain,
        after: this.#driver.state.seq,
        awaited: this.#inbox.awaited,
        revision: this.#time.clock.revision,
      }),
      hear: ({ unheard, unadopted }) => {
        if (unheard) this.#inbox.hear(unheard);
        this.#unadopted = (unadopted ?? []).filter(({ requestId }) => !this.#refusedWords.has(requestId));
      },
    });
    const state = carried?.state ?? { ...emptyChain, snapshot: machinery.start(begin), requests: [] };
    this.#driver = new Driver(state, {
      machine: machinery.machine,
      recorder: new Recorder(chain, this.#following),
      time: this.#time,
      decides: () => machinery.decides(this.#driver.state.snapshot),
      learnTime: () => this.#learnMoves(),
      restsOnTime: ({ code }) => code === 'date.future',
      refuseRepeated: (requestId) => refusal('request.repeated', { requestId }),
      refuseFailed: ({ fact }) => refusal('machine.failed', { type: fact.type }),
      tellsPast: (event) => tellsPast(event),
      recorded: (entries, snapshot) => this.#recorded(entries, snapshot),
    });
  }

  /** What decides it now. */
  get decided(): Deciding<MigrationDefinition> {
    return this.#machinery.decided;
  }

  /** Every run learns first what the ledger holds: also one that goes on may be behind it. */
  async begin(): Promise<void> {
    if (this.#start.carried) this.#announcer.announceAll(this.#start.carried.announcing);
    await this.#learnFirst();
    this.#visible = show(this.decided.definition, this.#driver.state.snapshot, this.#visible);
  }

  /** Follows the ledger: the programme's clock and this migration's own entries. */
  learn(): Promise<void> {
    this.#driver.hear();
    return this.#driver.learn();
  }

  refuseSubmit(message: unknown): void {
    const { submissions, head } = this.#submits.check(message);
    const refusals = this.#driver.objections(submissions, head);
    if (refusals.length > 0) throw refused(refusals);
  }

  /** A past that comes with the start is recorded before the ledger is read: the append says whether it was the first. */
  submit(message: unknown): Promise<Submitted> {
    this.#driver.hear();
    const { submissions, head, notAfter, isBrief } = this.#submits.take(message);
    if (!submissions.every(tellsPast)) this.#learnFirst();
    const answer = this.#driver.submit(submissions, head, notAfter);
    return isBrief ? answer.then((told) => ({ ...told, entries: [] })) : answer;
  }

  receive(message: unknown): void {
    this.#driver.hear();
    this.#inbox.receive(message);
  }

  refuseRetime(message: unknown): void {
    const { revision } = this.#clocks.check(message);
    if (revision > this.#time.clock.revision || this.#driver.behind) return;
    throw ApplicationFailure.nonRetryable('every move is known', failureTypes.known);
  }

  /** Takes the moves that the programme's chain holds one after the other, recording what fell due on the way of each. */
  async retime(message: unknown): Promise<{ fired: number }> {
    this.#driver.hear();
    const { said } = this.#clocks.take(message);
    this.#learnFirst();
    return {
      fired: await this.#driver.retime(async (catchUp) => {
        const fired = said && (await this.#retimedAs(said, catchUp));
        return fired ?? (await this.#retimed(catchUp));
      }),
    };
  }

  refuseAdoption(message: unknown): void {
    this.#adoptions.check(message);
  }

  /** Adopts all that the programme's chain says is to be adopted here. */
  async adopt(message: unknown): Promise<void> {
    this.#driver.hear();
    this.#adoptions.take(message);
    await this.#driver.learn();
    for (let [word] = this.#unadopted; word; [word] = this.#unadopted) await this.#takeAdoption(word);
  }

  state(): RunState<MigrationSnapshot> {
    const { snapshot, seq, head } = this.#driver.state;
    return { snapshot, seq, head, clock: this.#time.clock, now: instantFromMs(this.#time.nowMs(Date.now())) };
  }

  /** @throws ApplicationFailure `Whereabouts`, always */
  tellWhereabouts(): never {
    throw whereaboutsOf(this.#driver, this.#time.clock, this.decided.digest);
  }

  get turns(): number {
    return this.#driver.turns;
  }

  /** Until `over`: adopts what is to be adopted, wakes when something is due and takes what other migrations announce. */
  async live(over: () => boolean): Promise<void> {
    while (!over()) {
      const [word] = this.#unadopted;
      const arrived = this.#arrived();
      if (word) await this.#takeAdoption(word);
      else if (arrived) await this.#takeMilestone(arrived);
      else if (this.#inbox.takeDoubt()) await this.#driver.learn();
      else await this.#driver.run(() => over() || this.#isSpokenTo());
    }
  }

  carried(): CarriedMigration {
    return {
      state: this.#driver.state,
      clock: this.#time.clock,
      awaited: this.#inbox.waiting,
      announcing: this.#announcer.announcing,
      visible: this.#visible,
    };
  }

  #isSpokenTo(): boolean {
    return this.#unadopted.length > 0 || this.#inbox.isDoubtful || this.#arrived() !== null;
  }

  /** In a turn of its own, before all that does not tell of the past. */
  #learnFirst(): Promise<void> {
    this.#learning ??= this.learn();
    return this.#learning;
  }

  async #retimed(catchUp: () => Promise<number>): Promise<number> {
    const moves = await this.#unknownMoves();
    let fired = await catchUp();
    for (const move of moves) {
      this.#time.move(move);
      fired += await catchUp();
    }
    return fired;
  }

  /** On the sender's word, which the record confirms before it counts; null where it is not what comes next, or not so. */
  async #retimedAs(said: SaidMove, catchUp: () => Promise<number>): Promise<number | null> {
    const before = await catchUp();
    const { clock } = this.#time;
    const [move] = said.after === clock.revision ? movesIn([said.entry], clock.speed) : [];
    if (!move) return null;
    this.#time.move(move);
    const fired = await this.#following.on(said, catchUp, () => this.#time.moveBack(clock));
    return fired === null ? null : before + fired;
  }

  async #unknownMoves(): Promise<Clock[]> {
    return movesIn(await this.#following.moves(), this.#time.clock.speed);
  }

  async #learnMoves(): Promise<void> {
    const { speed } = this.#time.clock;
    for (const move of movesIn(await this.#following.movesFirst(), speed)) this.#time.move(move);
  }

  #arrived(): Submission | null {
    return this.#inbox.ready(dayOf(instantFromMs(this.#time.nowMs(this.#driver.wallMs))));
  }

  async #takeMilestone(submission: Submission): Promise<void> {
    await this.#takeWord(submission);
    this.#inbox.done(submission);
  }

  /** What the new definition waits for may have been announced before. */
  async #takeAdoption(submission: Submission): Promise<void> {
    await this.#machinery.prepare(submission);
    if (!(await this.#takeWord(submission))) this.#refusedWords.add(submission.requestId);
    this.#unadopted = this.#unadopted.filter((word) => word !== submission);
    await this.#driver.learn();
  }

  /** False where it is refused for good. */
  async #takeWord(submission: Submission): Promise<boolean> {
    try {
      await this.#driver.submit([submission]);
      return true;
    } catch (error) {
      const why = noToWord(error);
      if (why === null) throw error;
      log.warn('a word of another chain is refused', { requestId: submission.requestId, why });
      return false;
    }
  }

  #recorded(
    entries: readonly Recorded<Submission, Effect>[],
    snapshot: MigrationSnapshot,
  ): Promise<void> | undefined {
    const adopting = this.#machinery.adopt(entries.map(({ event }) => event));
    if (adopting) return adopting.then(() => this.#carryOut(entries, snapshot));
    this.#carryOut(entries, snapshot);
    return undefined;
  }

  #carryOut(entries: readonly Recorded<Submission, Effect>[], snapshot: MigrationSnapshot): void {
    for (const entry of entries) this.#announcer.announceAll(this.#announcer.announcementsOf(entry));
    this.#visible = show(this.decided.definition, snapshot, this.#visible);
  }
}

const tellsPast = ({ actor }: { actor: { kind: string } }): boolean => actor.kind === 'import';

/** Why a word of another chain will never be taken: the machine refuses it, or nothing on record says it. */
function noToWord(error: unknown): string | null {
  const failure = error instanceof ActivityFailure ? error.cause : error;
  if (!(failure instanceof ApplicationFailure)) return null;
  const isFinal = failure.type === failureTypes.refused || failure.type === 'entry.unproven';
  return isFinal ? failure.message : null;
}
