// What time it is in a programme. The programme's workflow knows; its anchor is kept here for a moment, so that a page
// of many requests asks once.
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import { dayOf, instantFromMs, isDay } from '../../machines/values/date.ts';
import { type Clock, programmeMsAt } from '../../workflows/clock.ts';
import { programmeWorkflowId } from '../../workflows/messages.ts';
import { whereaboutsOf } from './whereabouts.ts';

const FRESH_MS = 2_000;
/** Whoever did not answer is asked beside, for so long: nobody's sign-in waits for it again and again. */
const SILENT_MS = 60_000;

/** A programme's clock cannot be told: its workflow does not answer, or shows an instant that no calendar has. */
export class ClockUnknown extends Error {
  override readonly name = 'ClockUnknown';
}

export interface ProgrammeTime {
  now: string;
  today: string;
}

export type Clocks = ReturnType<typeof createClocks>;

export interface ClockCare {
  /** Runs a programme again whose workflow is gone; false where that must not be. */
  revive: (chain: string) => Promise<boolean>;
  /** Of one that no workflow runs here any more, as its record tells it; null of any other. */
  ofHandedOver: (code: string) => Promise<Clock | null>;
}

export function createClocks(
  temporal: Client,
  { revive, ofHandedOver }: ClockCare,
  wallMs: () => number = Date.now,
) {
  const anchors = new Map<string, { clock: Clock; askedMs: number }>();
  const asking = new Map<string, Promise<Clock>>();
  const silentMs = new Map<string, number>();
  const askOnce = async (code: string): Promise<Clock> => {
    const whereabouts = () => whereaboutsOf(temporal, programmeWorkflowId(code));
    const askedMs = wallMs();
    const { clock } = await whereabouts().catch(async (error: unknown) => {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
      const recorded = await ofHandedOver(code);
      if (recorded) return { clock: recorded };
      if (await revive(code)) return whereabouts();
      throw error;
    });
    const known = anchors.get(code);
    // An answer that was overtaken by a later move is not believed.
    if (known && known.clock.revision > clock.revision) return known.clock;
    anchors.set(code, { clock, askedMs });
    return clock;
  };
  /** Whoever asks meanwhile hears the same answer. */
  const ask = (code: string): Promise<Clock> => {
    const there = asking.get(code);
    if (there) return there;
    const asked = askOnce(code).then(
      (clock) => {
        silentMs.delete(code);
        return clock;
      },
      (error: unknown) => {
        silentMs.set(code, wallMs());
        throw error;
      },
    );
    asking.set(code, asked);
    const done = () => {
      if (asking.get(code) === asked) asking.delete(code);
    };
    asked.then(done, done);
    return asked;
  };
  const isSilent = (code: string): boolean => {
    const since = silentMs.get(code);
    return since !== undefined && wallMs() - since < SILENT_MS;
  };
  const anchorOf = async (code: string): Promise<Clock> => {
    const known = anchors.get(code);
    if (known && wallMs() - known.askedMs < FRESH_MS) return known.clock;
    if (!known) return ask(code);
    // The last anchor still tells the time while nobody can be asked: it changes only by a recorded move.
    const asked = ask(code).catch(() => known.clock);
    return isSilent(code) ? known.clock : asked;
  };
  type Asked = Pick<ProgrammeDefinition, 'code' | 'rehearsal'>;
  const timeOf = async ({ code, rehearsal }: Asked): Promise<ProgrammeTime> => {
    try {
      const now = instantFromMs(rehearsal ? programmeMsAt(await anchorOf(code), wallMs()) : wallMs());
      const today = dayOf(now);
      if (!isDay(today)) throw new RangeError(`${code} is at ${now}`);
      return { now, today };
    } catch (error) {
      throw new ClockUnknown(code, { cause: error });
    }
  };
  return {
    /** @throws ClockUnknown when the programme was never asked before and does not answer, or is at no day of any calendar */
    of: timeOf,
    /** For what tells of many programmes: null where one cannot tell its time, which keeps no other waiting. */
    ofMany: async (programme: Asked): Promise<ProgrammeTime | null> => {
      const { code } = programme;
      const isWaitedFor = anchors.has(code) || !isSilent(code);
      const time = timeOf(programme).catch((error: unknown) => {
        if (error instanceof ClockUnknown) return null;
        throw error;
      });
      return isWaitedFor ? time : null;
    },
    /** After a move that this server made. */
    forget: (code: string): void => {
      anchors.delete(code);
      asking.delete(code);
    },
    realToday: (): string => dayOf(instantFromMs(wallMs())),
  };
}
