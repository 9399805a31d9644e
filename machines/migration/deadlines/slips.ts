// By how much days moved, by phase and cause: a phase's planned end, and an extension, each on their own, since one often follows the
// other. What is counted has a cause; where deadlines have kinds, a person gives one.
import type { Slip, Slips } from '../../deadline/deadline-state.ts';
import type { Calendar, Deadline, MigrationDefinition, Text } from '../../definition/definition.ts';
import { type SlipCause, slipCause } from '../../definition/ladder.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import type { Stamp } from '../../record/submission.ts';
import { isClosed } from '../../values/calendar/calendar.ts';
import { addDays, type Day, daysBetween } from '../../values/date.ts';
import type { MigrationContext } from '../state.ts';

/** Open days after one day up to another; negative where that lies before. */
export function openDaysBetween(calendar: Calendar, from: Day, to: Day): number {
  const [first, last] = from < to ? [from, to] : [to, from];
  let count = 0;
  for (let day = addDays(first, 1); day <= last; day = addDays(day, 1))
    if (!isClosed(calendar, day)) count += 1;
  return from < to ? count : -count;
}

/** The phase to which a deadline belongs: the one that meets it. */
export const phaseOfDeadline = ({ path }: MigrationDefinition, { metBy }: Deadline): string =>
  typeof metBy === 'string' ? (path.goLive ?? path.phases.at(-1)?.id ?? '') : metBy.phase;

export interface Move {
  of: keyof Slips;
  phase: string;
  cause?: SlipCause | undefined;
  was: Day;
  now: Day;
}

/** Where deadlines have kinds, whoever moves a day says why it slips. */
export const causeObjections = (
  { deadlines }: Pick<MigrationDefinition, 'deadlines'>,
  { actor }: Pick<Stamp, 'actor'>,
  cause: SlipCause | undefined,
): Refusal[] =>
  cause === undefined && actor.kind === 'person' && deadlines.some(({ kind }) => kind !== undefined)
    ? [refusal('slip.causeMissing', { causes: [...slipCause.options] })]
    : [];

type Sign = 1 | -1;

function cell(calendar: Calendar, before: Slip | undefined, { was, now }: Move, sign: Sign): Slip | null {
  const { times, days, openDays } = before ?? { times: 0, days: 0, openDays: 0 };
  const counted = times + sign;
  return counted <= 0
    ? null
    : {
        times: counted,
        days: days + sign * daysBetween(was, now),
        openDays: openDays + sign * openDaysBetween(calendar, was, now),
      };
}

/** The sums with a move, or without one that was counted. */
function summed(calendar: Calendar, slips: Slips, move: Move, sign: Sign): Slips {
  const { of, phase, cause } = move;
  if (cause === undefined) return slips;
  const { [of]: kind = {}, ...others } = slips;
  const { [phase]: causes = {}, ...phases } = kind;
  const { [cause]: before, ...rest } = causes;
  const made = cell(calendar, before, move, sign);
  const now = made ? { ...rest, [cause]: made } : rest;
  const there = Object.keys(now).length > 0 ? { ...phases, [phase]: now } : phases;
  return Object.keys(there).length > 0 ? { ...others, [of]: there } : others;
}

function moved(
  definition: MigrationDefinition,
  context: MigrationContext,
  move: Move,
  sign: Sign,
): MigrationContext {
  if (move.was === move.now) return context;
  const { slips = {}, ...rest } = context;
  const now = summed(definition.calendar, slips, move, sign);
  return Object.keys(now).length > 0 ? { ...rest, slips: now } : rest;
}

export const withSlip = (
  definition: MigrationDefinition,
  context: MigrationContext,
  move: Move,
): MigrationContext => moved(definition, context, move, 1);

export const withoutSlip = (
  definition: MigrationDefinition,
  context: MigrationContext,
  move: Move,
): MigrationContext => moved(definition, context, move, -1);

/** One sum: how often and by how many days in all. */
export interface SlipLine extends Slip {
  of: keyof Slips;
  phase: string;
  phaseLabel: Text;
  cause: SlipCause;
}

/** The sums in the order of the path; those of a phase that it does not have any more come last. */
export function slipLines(
  { path }: Pick<MigrationDefinition, 'path'>,
  { slips = {} }: MigrationContext,
): SlipLine[] {
  const order = path.phases.map(({ id }) => id);
  const place = ({ phase }: SlipLine) => (order.includes(phase) ? order.indexOf(phase) : order.length);
  const labelOf = (phase: string): Text =>
    path.phases.find(({ id }) => id === phase)?.label ?? { ja: phase, en: phase };
  const lines = (['plan', 'deadline'] as const).flatMap((of) =>
    Object.entries(slips[of] ?? {}).flatMap(([phase, causes]) =>
      slipCause.options.flatMap((cause) => {
        const slip = causes[cause];
        return slip ? [{ of, phase, phaseLabel: labelOf(phase), cause, ...slip }] : [];
      }),
    ),
  );
  return lines.sort((a, b) => place(a) - place(b));
}
