// A programme's clock as an anchor: which programme instant was which wall instant, and how fast it runs. The real
// clock is the anchor 0/0. Pure arithmetic; asks no clock itself.
import * as z from 'zod';

export const clock = z.strictObject({
  /** Sequence number of the programme's entry that set it; 0 before the first move. Later ones win. */
  revision: z.number().int().min(0),
  programmeMs: z.number(),
  wallMs: z.number(),
  /** Programme seconds per wall second. */
  speed: z.number().positive(),
  /** Where the programme stood before the move that made this anchor; null when nothing was passed over. */
  fromMs: z.number().nullable(),
});
export type Clock = z.infer<typeof clock>;

export const realClock: Clock = { revision: 0, programmeMs: 0, wallMs: 0, speed: 1, fromMs: null };

/** A rehearsal's clock that stands at `programmeMs` when the wall shows `wallMs`. */
export function rehearsalClock(programmeMs: number, wallMs: number, speed = 1): Clock {
  return { revision: 0, programmeMs, wallMs, speed, fromMs: null };
}

/** Never before the anchor: who knows it is past it, though their own wall may be behind that of who set it. */
export function programmeMsAt(given: Clock, wallMs: number): number {
  return given.programmeMs + Math.floor(Math.max(0, wallMs - given.wallMs) * given.speed);
}

/** The first wall millisecond at which the programme's clock shows `programmeMs` or later. */
export function wallMsAt(given: Clock, programmeMs: number): number {
  return given.wallMs + Math.ceil((programmeMs - given.programmeMs) / given.speed);
}

/** When something due at `dueMs` is recorded: at its own instant when a move passed over it, now otherwise. */
export function recordedMs(given: Clock, dueMs: number, nowMs: number): number {
  if (given.fromMs === null || dueMs > given.programmeMs) return nowMs;
  return Math.max(dueMs, given.fromMs);
}
