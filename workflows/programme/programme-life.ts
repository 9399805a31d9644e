// One programme between its messages: its driver and its clock. A clock move is recorded first, then every migration is
// told and catches up, then it is acknowledged; moves follow one another, so no migration ever misses one.

import type { Deciding } from '../../machines/definition/parts.ts';
import { ADOPTED } from '../../machines/migration/adoption/acts.ts';
import { CLOCK_MOVED } from '../../machines/programme/clock/acts.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import type { ProgrammeSubmission } from '../../machines/programme/event.ts';
import { saysOccurrence } from '../../machines/programme/occurrences/word.ts';
import { startProgramme } from '../../machines/programme/programme.ts';
import type { ProgrammeRefusal } from '../../machines/programme/refusal.ts';
import type { ProgrammeSnapshot } from '../../machines/programme/state.ts';
import { chainOf } from '../../machines/record/chain.ts';

import { instantFromMs } from '../../machines/values/date.ts';
import type { Clock } from '../clock.ts';
import { Driver } from '../driver/driver.ts';
import { Reader } from '../driver/received.ts';
import { emptyChain, type Recorded, Recorder } from '../driver/recorder.ts';
import { refused } from '../driver/refused.ts';
import { followedLedger, tellAdoption, tellClock, tellOccurrence } from '../ledger-calls.ts';
import {
  migrationWorkflowId,
  type ProgrammeStart,
  type ProgrammeSubmitted,
  programmeSubmit,
  type RunState,
} from '../messages.ts';
import { showMunicipality } from '../migration/visibility.ts';
import { whereaboutsOf } from '../whereabouts.ts';
import { ProgrammeMachinery } from './programme-machinery.ts';
import { movedClock, ProgrammeTime } from './programme-time.ts';

type Entry = Recorded<ProgrammeSubmission, never>;

export class ProgrammeLife {
  readonly #start: ProgrammeStart;
  readonly #machinery: ProgrammeMachinery;
  readonly #time: ProgrammeTime;
  readonly #driver: Driver<ProgrammeSnapshot, ProgrammeSubmission, ProgrammeRefusal, never>;
  /** Deadline points that a move of this run fired, by the move's sequence number. */
  readonly #fired = new Map<number, number>();
  readonly #submits = new Reader(programmeSubmit);
  #begun = false;

  constructor(start: ProgrammeStart, first: Deciding<ProgrammeDefinition>) {
    const { carried } = start;
    const { code, rehearsal } = first.definition;
    const machinery = new ProgrammeMachinery(first);
    this.#start = start;
    this.#machinery = machinery;
    this.#time = new ProgrammeTime({ rehearsal }, carried?.clock ?? start.clock);
    const versions = (event: { fact: { type: string } }) => machinery.versionsFor(event);
    const state = carried?.state ?? { ...emptyChain, snapshot: startProgramme(), requests: [] };
    this.#driver = new Driver<ProgrammeSnapshot, ProgrammeSubmission, ProgrammeRefusal, never>(state, {
      machine: machinery.machine,
      recorder: new Recorder({ chain: chainOf(code), rehearsal, versions }, followedLedger),
      time: this.#time,
      decides: () => true,
      // Its clock is moved by its own entries alone.
      learnTime: async () => undefined,
      restsOnTime: () => false,
      refuseRepeated: (requestId) => ({ code: 'request.repeated', facts: { requestId } }),
      refuseFailed: ({ fact }) => ({ code: 'machine.failed', facts: { type: fact.type } }),
      tellsPast: () => false,
      recorded: (entries, snapshot) => this.#carryOut(entries, snapshot),
    });
  }

  /** What decides it now. */
  get decided(): Deciding<ProgrammeDefinition> {
    return this.#machinery.decided;
  }

  async begin(): Promise<void> {
    await this.learn();
    // A run that goes on has what its state has approved to ask for anew.
    await this.#machinery.prepare(this.#driver.state.snapshot);
    if (!this.#start.carried) showMunicipality(this.decided.definition.code);
    this.#begun = true;
  }

  learn(): Promise<void> {
    this.#driver.hear();
    return this.#driver.learn();
  }

  refuseSubmit(message: unknown): void {
    const { submissions, head } = this.#submits.check(message);
    const refusals = this.#driver.objections(submissions, head);
    if (refusals.length > 0) throw refused(refusals);
  }

  async submit(message: unknown): Promise<ProgrammeSubmitted> {
    this.#driver.hear();
    const { submissions, head, notAfter } = this.#submits.take(message);
    const answer = await this.#driver.submit(submissions, head, notAfter);
    const fired = answer.entries.reduce((sum, { seq }) => sum + (this.#fired.get(seq) ?? 0), 0);
    return { ...answer, fired };
  }

  state(): RunState<ProgrammeSnapshot> {
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

  async live(over: () => boolean): Promise<void> {
    while (!over()) await this.#driver.run(over);
  }

  carried() {
    return { state: this.#driver.state, clock: this.#time.clock };
  }

  async #carryOut(entries: readonly Entry[], snapshot: ProgrammeSnapshot): Promise<void> {
    this.#rebuild(entries);
    await this.#machinery.adopt(entries.map(({ event }) => event));
    await this.#machinery.prepare(snapshot);
    for (const { receipt, event } of entries)
      if (event.fact.type === ADOPTED) await this.#tellAdoption(receipt.seq);
      // No entry of a history that began before names what happened.
      else if (saysOccurrence(event.fact))
        await tellOccurrence({ programme: this.decided.definition.code, entry: receipt.seq });
    const moves = entries.flatMap((entry) => this.#moveIn(entry));
    for (const move of moves) this.#time.move(move);
    const last = moves.at(-1);
    if (!last) return;
    const { code, systems } = this.decided.definition;
    const workflowIds = systems.map((system) => migrationWorkflowId(code, system));
    const { fired } = await tellClock({ revision: last.revision, programme: code, workflowIds });
    this.#fired.set(last.revision, fired);
  }

  /** In the turn that adopted it: nothing else is decided here before all have heard. */
  #tellAdoption(adopted: number): Promise<void> {
    return tellAdoption({ adopted, programme: this.decided.definition.code, clock: this.#time.clock });
  }

  /** A rehearsal started again from its record goes on from its last entry's instants, not from its first day. */
  #rebuild(entries: readonly Entry[]): void {
    const last = entries.at(-1);
    if (this.#begun || this.#start.carried || !last || !this.decided.definition.rehearsal) return;
    this.#time.anchor(last.receipt.recordedAt, last.wallAt);
  }

  #moveIn({ event, ...entry }: Entry): Clock[] {
    const { fact } = event;
    if (fact.type !== CLOCK_MOVED) return [];
    return [movedClock({ ...entry, event: { ...event, fact } }, this.#time.clock.speed)];
  }
}
