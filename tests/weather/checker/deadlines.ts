// Which points of deadlines must have been told, and when none may be: the checker's own counting of days.
import type { Line } from './record.ts';
import { type Violation, violation } from './violation.ts';
import type { Stay } from './walk.ts';

export interface DeadlineRules {
  fixed: readonly { id: string; on: string; reminders: readonly number[] }[];
  answer: { id: string; phase: string; days: number; reminders: readonly number[] };
  dueTime: string;
  reminderTime: string;
  /** The phase whose entry meets the fixed ones. */
  lastPhase: string;
}

interface Point {
  deadline: string;
  point: number | 'due';
  atMs: number;
  /** It is told when its instant lies after the one and before the other. */
  fromMs: number;
  untilMs: number;
}

/** What is due is told within this, also where everything was away meanwhile. A move of the clock passes over days. */
const LATE_MS = 600_000;
/** Where an act and an instant fall together, either order is right. */
const NEAR_MS = 2_000;

/** `nowMs`: the programme's clock when all had come to rest. */
export function deadlinesTold(
  lines: readonly Line[],
  stays: readonly Stay[],
  rules: DeadlineRules,
  nowMs: number,
): Violation[] {
  const told = lines.filter(({ fact }) => fact.type === 'deadline.reached');
  const points = [...fixedPoints(stays, rules, nowMs), ...answerPoints(stays, rules, nowMs)];
  const chain = lines[0]?.chain ?? '';
  return [
    ...twice(told),
    ...told.flatMap((line) => untimely(line, points)),
    ...points.flatMap((point) => {
      const due = point.atMs > point.fromMs + NEAR_MS && point.atMs < point.untilMs - NEAR_MS;
      const found = told.filter((line) => says(line, point) && isWithin(line, point));
      const name = `${point.deadline} ${point.point} at ${new Date(point.atMs).toISOString()}`;
      if (due && found.length === 0) return [violation('deadline', chain, '', `${name} was never told`)];
      return found.length > 1
        ? [violation('deadline', chain, found[1]?.requestId ?? '', `${name} was told twice`)]
        : [];
    }),
  ];
}

function twice(told: readonly Line[]): Violation[] {
  const seen = new Set<string>();
  return told.flatMap(({ fact, chain, requestId, seq }) => {
    const key = `${fact.deadline} ${fact.generation} ${fact.point}`;
    const again = seen.has(key);
    seen.add(key);
    return again ? [violation('deadline', chain, requestId, `#${seq} tells ${key} a second time`)] : [];
  });
}

const says = ({ fact }: Line, { deadline, point }: Point) =>
  fact.deadline === deadline && fact.point === point;
const isWithin = ({ recordedMs }: Line, { fromMs, untilMs }: Point) =>
  recordedMs >= fromMs - NEAR_MS && recordedMs <= untilMs + NEAR_MS;

/** What is told rests on some stay of the path, and its instant had just come. */
function untimely(line: Line, points: readonly Point[]): Violation[] {
  const { chain, requestId, seq, recordedMs, fact } = line;
  const of = points.filter(
    (point) => says(line, point) && isWithin(line, point) && point.atMs <= recordedMs + NEAR_MS,
  );
  const wrong = (what: string) => [
    violation(
      'deadline',
      chain,
      requestId,
      `#${seq} tells ${fact.deadline} ${fact.point}, which was ${what}`,
    ),
  ];
  if (of.length === 0) return wrong('not due');
  const isInTime = of.some(({ atMs, fromMs }) => recordedMs <= Math.max(atMs, fromMs) + LATE_MS);
  return isInTime ? [] : wrong('due long before');
}

function fixedPoints(stays: readonly Stay[], rules: DeadlineRules, nowMs: number): Point[] {
  const begun = stays[0]?.fromMs ?? 0;
  const met = stays.find(({ phase }) => phase === rules.lastPhase)?.fromMs ?? nowMs;
  return rules.fixed.flatMap(({ id, on, reminders }) => pointsOf(id, on, reminders, rules, begun, met));
}

/** The first day is not counted. Each stay counts anew. */
function answerPoints(stays: readonly Stay[], rules: DeadlineRules, nowMs: number): Point[] {
  const { id, phase, days, reminders } = rules.answer;
  return stays
    .filter((stay) => stay.phase === phase)
    .flatMap(({ day, fromMs, untilMs }) =>
      pointsOf(id, addDays(day, days), reminders, rules, fromMs, untilMs ?? nowMs),
    );
}

function pointsOf(
  deadline: string,
  on: string,
  reminders: readonly number[],
  { dueTime, reminderTime }: DeadlineRules,
  fromMs: number,
  untilMs: number,
): Point[] {
  const at = (day: string, time: string) => Date.parse(`${day}T${time}:00+09:00`);
  return [
    { deadline, point: 'due' as const, atMs: at(on, dueTime), fromMs, untilMs },
    ...reminders.map((point) => ({
      deadline,
      point,
      atMs: at(addDays(on, point), reminderTime),
      fromMs,
      untilMs,
    })),
  ];
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
