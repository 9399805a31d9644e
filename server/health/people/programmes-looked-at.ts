// Of which programmes the doctor tells, and on which day each of them is: as the record tells its clock, so that no workflow is asked.
import type { Ledger } from '../../../ledger/open.ts';
import { goingOnHere } from '../../../ledger/past/programmes.ts';
import type { ProgrammeDefinition } from '../../../machines/programme/definition.ts';
import { dayOf, instantFromMs } from '../../../machines/values/date.ts';
import { programmeMsAt } from '../../../workflows/clock.ts';
import { recordedClock } from '../../intake/starting-clock.ts';

/** More than these are not looked at: the doctor answers at once, whatever the number of programmes. */
const PROGRAMMES = 20;

export interface LookedAt {
  programmes: ProgrammeDefinition[];
  notLooked: number;
}

export async function programmesLookedAt(
  ledger: Ledger,
  isAsked: (programme: string) => boolean,
): Promise<LookedAt> {
  const all = goingOnHere(await ledger.programmes()).flatMap(({ definition }) =>
    isAsked(definition.code) && definition.closed === undefined ? [definition] : [],
  );
  const programmes = all.slice(0, PROGRAMMES);
  return { programmes, notLooked: all.length - programmes.length };
}

export async function nowIn(ledger: Ledger, { code, rehearsal }: ProgrammeDefinition) {
  const wallMs = Date.now();
  const clock = rehearsal ? await recordedClock(ledger, code) : null;
  const real = dayOf(instantFromMs(wallMs));
  const now = instantFromMs(clock ? programmeMsAt(clock, wallMs) : wallMs);
  return { now, days: { real, programme: dayOf(now) } };
}
