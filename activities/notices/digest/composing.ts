// Composes what each reader of a programme is to be told at one moment, from what is true then.
import type { Anchor } from '../../../ledger/lock/programme-clock.ts';
import type { DigestLine } from '../../../ledger/models/digests/line.ts';
import type { Ledger } from '../../../ledger/open.ts';
import type { Calendar } from '../../../machines/definition/definition.ts';
import type { ProgrammeDefinition } from '../../../machines/programme/definition.ts';
import { stillTrue } from '../../../machines/programme/today/still-true.ts';
import { dayOf, type Instant, instantFromMs } from '../../../machines/values/date.ts';
import { calledBy, programmeNames } from '../../../texts/names.ts';
import { namedIn } from '../../../texts/telling/notice-texts.ts';
import { isLineLate, type Now, OVERLAP_MS, programmeNow } from './due.ts';
import { joined, stillNew } from './join.ts';
import type { DigestReader, Round, Source } from './source.ts';
import { sources as everySource } from './sources.ts';

/** A programme that goes on here, with its calendar and where its clock was set. */
export interface TellingProgramme {
  programme: ProgrammeDefinition;
  calendar: Calendar;
  anchor: Anchor;
}

/** Null where there is nobody to be told of anything: it is closed, has no system, or has not begun. */
export async function tellingProgramme(ledger: Ledger, code: string): Promise<TellingProgramme | null> {
  const found = await standingProgramme(ledger, code);
  return found === null || isClosed(found) ? null : found;
}

export const isClosed = ({ programme }: Pick<TellingProgramme, 'programme'>): boolean =>
  programme.closed !== undefined;

/** Closed or not; null where it has no system, or has not begun. */
export async function standingProgramme(ledger: Ledger, code: string): Promise<TellingProgramme | null> {
  const programme = await ledger.definitions.latestProgramme(code);
  if (!programme) return null;
  const [anchor, first] = await Promise.all([
    ledger.clockAnchor(code, programme.rehearsal),
    ledger.telling.someSystem(code),
  ]);
  if (!anchor || !first) return null;
  const { definition } = await ledger.definitions.migration(first.chain, first.version);
  return { programme, calendar: definition.calendar, anchor };
}

export const withOverlap = (since: Instant): Instant => instantFromMs(Date.parse(since) - OVERLAP_MS);

export interface Composer {
  now: Now;
  round: Round;
  /** @param told keys of what the reader was told before; what still waits is told along again */
  compose: (reader: DigestReader, told: ReadonlySet<string>) => DigestLine[];
}

/** @param since on the wall: no reader of it has heard less lately */
export async function createComposer(
  ledger: Ledger,
  { programme, calendar, anchor }: TellingProgramme,
  given: { nowMs: number; since: Instant },
  sources: readonly Source[] = everySource,
): Promise<Composer> {
  const now: Now = { ...anchor, nowMs: given.nowMs };
  const at = programmeNow(now);
  const days = { programme: dayOf(at), real: dayOf(instantFromMs(given.nowMs)) };
  const [systems, told, awaited, holders] = await Promise.all([
    ledger.telling.systemsCalled(programme.code),
    ledger.telling.toldSince(programme.code, given.since),
    ledger.telling.decisionsAwaited(programme.code),
    ledger.telling.holdersOn(programme.code, days),
  ]);
  const people = await ledger.peopleCalled(told.flatMap(({ notice }) => namedIn(notice)));
  const round: Round = {
    programme,
    calendar,
    names: calledBy(programmeNames(programme.bodies, systems), { people }),
    now: at,
    today: days.programme,
    sinceWall: given.since,
    told: stillTrue(told),
    awaited,
    holders,
  };
  const linesFor = await Promise.all(sources.map((source) => source(ledger, round)));
  const compose = (reader: DigestReader, before: ReadonlySet<string>): DigestLine[] =>
    joined(
      stillNew(
        linesFor.flatMap((lines) => lines(reader)),
        before,
      ),
      (line) => isLineLate(now, calendar, line.at),
    );
  return { now, round, compose };
}
