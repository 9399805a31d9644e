// The programme's clock inside a workflow: its anchor over the wall.

import { type Clock, programmeMsAt, realClock, recordedMs, wallMsAt } from '../clock.ts';
import type { MachineTime } from '../driver/driver-setup.ts';
import type { RecordedEntry } from '../driver/ledger-wanted.ts';
import { type Recordable, type Recorded, readEntry } from '../driver/recorder.ts';

type MoveClaim = Recordable & { fact: { type: string; to: string } };

export class ProgrammeTime implements MachineTime {
  #clock: Clock;

  /** Outside a rehearsal it is the real one, whatever a run was started with. */
  constructor({ rehearsal }: { rehearsal: boolean }, clock: Clock) {
    this.#clock = rehearsal ? clock : realClock;
  }

  get clock(): Clock {
    return this.#clock;
  }

  nowMs(wallMs: number): number {
    return programmeMsAt(this.#clock, wallMs);
  }

  recordedMs(dueMs: number, wallMs: number): number {
    return recordedMs(this.#clock, dueMs, this.nowMs(wallMs));
  }

  wallMs(machineMs: number): number {
    return wallMsAt(this.#clock, machineMs);
  }

  /** Takes over a later anchor; an older one or the same changes nothing. */
  move(clock: Clock): void {
    if (clock.revision > this.#clock.revision) this.#clock = clock;
  }

  /** Takes back a move that nothing on record says. */
  moveBack(clock: Clock): void {
    this.#clock = clock;
  }

  /** Lays the clock through one recorded pair of instants. */
  anchor(programmeAt: string, wallAt: string): void {
    const [programmeMs, wallMs] = [Date.parse(programmeAt), Date.parse(wallAt)];
    this.#clock = { ...this.#clock, programmeMs, wallMs };
  }
}

/** The anchor that a recorded clock move sets: the entry alone says all of it but the speed. */
export function movedClock({ receipt, wallAt, event }: Recorded<MoveClaim, unknown>, speed: number): Clock {
  return {
    revision: receipt.seq,
    programmeMs: Date.parse(event.fact.to),
    wallMs: Date.parse(wallAt),
    speed,
    fromMs: Date.parse(receipt.recordedAt),
  };
}

/** The moves among entries of a programme's chain. */
export function movesIn(entries: readonly RecordedEntry[], speed: number): Clock[] {
  return entries.map((entry) => movedClock(readEntry<MoveClaim, unknown>(entry), speed));
}
