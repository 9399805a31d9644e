// What a workflow hands its driver.
import type { Played } from '../../machines/play/playable.ts';
import type { Recordable, Recorded, Recorder } from './recorder.ts';

/** The machine's time over the wall's. */
export interface MachineTime {
  nowMs(wallMs: number): number;
  /** The instant at which something due at `dueMs`, and due by then, is recorded. */
  recordedMs(dueMs: number, wallMs: number): number;
  wallMs(machineMs: number): number;
}

export interface DriverSetup<Snapshot, Event extends Recordable, Refusal, Effect> {
  machine: Played<Snapshot, Event, Refusal, Effect>;
  recorder: Recorder<Snapshot, Event, Effect>;
  time: MachineTime;
  /** False while what decides from here on is still being asked for: then nobody is refused beforehand. */
  decides(): boolean;
  /** Takes over every move of the time that is recorded by now. */
  learnTime(): Promise<void>;
  /** True for a refusal that a later time may take back. */
  restsOnTime(refusal: Refusal): boolean;
  /** The answer to a request id that already stands for something else. */
  refuseRepeated(requestId: string): Refusal;
  /** The answer to an event at which the machine itself failed. */
  refuseFailed(event: Event): Refusal;
  /** True for events that tell of the past: they are taken before what is due is looked at. */
  tellsPast(event: Event): boolean;
  /** Called in the turn that recorded or adopted entries; what it gives is waited for before anyone is answered. */
  recorded(entries: Recorded<Event, Effect>[], snapshot: Snapshot): Promise<void> | undefined;
}
