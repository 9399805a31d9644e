// What time it is in a programme. The programme's workflow knows; its anchor is kept here for a moment, so that a page
// of many requests asks once.
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import { dayOf, instantFromMs } from '../../machines/values/date.ts';
import { type Clock, programmeMsAt } from '../../workflows/clock.ts';
import { programmeWorkflowId } from '../../workflows/messages.ts';
import { whereaboutsOf } from './whereabouts.ts';

const FRESH_MS = 2_000;

export interface ProgrammeTime {
  now: string;
  today: string;
}

export type Clocks = ReturnType<typeof createClocks>;

/** @param revive runs a programme again whose workflow is gone; false where that must not be */
export function createClocks(
  temporal: Client,
  revive: (chain: string) => Promise<boolean>,
  wallMs: () => number = Date.now,
) {
  const anchors = new Map<string, { clock: Clock; askedMs: number }>();
  const ask = async (code: string): Promise<Clock> => {
    const whereabouts = () => whereaboutsOf(temporal, programmeWorkflowId(code));
    const askedMs = wallMs();
    const { clock } = await whereabouts().catch(async (error: unknown) => {
      if (error instanceof WorkflowNotFoundError && (await revive(code))) {
        return whereabouts();
      }
      throw error;
    });
    const known = anchors.get(code);
    // An answer that was overtaken by a later move is not believed.
    if (known && known.clock.revision > clock.revision) return known.clock;
    anchors.set(code, { clock, askedMs });
    return clock;
  };
  const anchorOf = async (code: string): Promise<Clock> => {
    const known = anchors.get(code);
    if (known && wallMs() - known.askedMs < FRESH_MS) return known.clock;
    if (!known) return ask(code);
    // The last anchor still tells the time while nobody can be asked: it changes only by a recorded move.
    return ask(code).catch(() => known.clock);
  };
  return {
    /** @throws when the programme was never asked before and does not answer */
    of: async ({
      code,
      rehearsal,
    }: Pick<ProgrammeDefinition, 'code' | 'rehearsal'>): Promise<ProgrammeTime> => {
      const ms = rehearsal ? programmeMsAt(await anchorOf(code), wallMs()) : wallMs();
      const now = instantFromMs(ms);
      return { now, today: dayOf(now) };
    },
    /** After a move that this server made. */
    forget: (code: string): void => void anchors.delete(code),
    realToday: (): string => dayOf(instantFromMs(wallMs())),
  };
}
