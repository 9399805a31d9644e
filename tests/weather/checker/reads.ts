// What people are shown against what is recorded: where a system stands now and stood on a past day, and the notices that
// its entries owe, each once.
import type { Line, TownRecord } from './record.ts';
import { type Violation, violation } from './violation.ts';
import { type WalkRules, walk } from './walk.ts';

/** One system as somebody was shown it. */
export interface Shown {
  system: string;
  /** By the day it was recorded on; null for now. */
  asOf: string | null;
  version: number;
  phase: string;
  stage: string;
  isHeld: boolean;
  approvals: readonly { body: string; account: string }[];
}

export interface Notice {
  id: string;
  system: string;
  code: string;
  recordedMs: number;
}

const HOURS_9_MS = 9 * 3_600_000;
export const dayInJapan = (ms: number): string => new Date(ms + HOURS_9_MS).toISOString().slice(0, 10);

/** Days to ask about: early, in the middle, late. */
export function daysOf(lines: readonly Line[]): string[] {
  const days = [...new Set(lines.map(({ recordedMs }) => dayInJapan(recordedMs)))];
  return [...new Set([0.2, 0.5, 0.8].map((part) => days[Math.floor(part * days.length)] ?? ''))].filter(
    (day) => day !== '',
  );
}

export function shownAsRecorded(
  shown: readonly Shown[],
  { chains }: TownRecord,
  code: string,
  rulesOf: (system: string) => WalkRules,
): Violation[] {
  return shown.flatMap((one) => {
    const { system, asOf } = one;
    const rules = rulesOf(system);
    const all = chains.get(`${code}/${system}`) ?? [];
    const lines = all.filter(({ recordedMs }) => asOf === null || dayInJapan(recordedMs) <= asOf);
    const { state } = walk(lines, rules);
    const is = inWords({ ...state, phase: rules.path[state.index]?.id ?? '', version: lines.length });
    const says = inWords(one);
    const when = asOf ?? 'now';
    return is === says
      ? []
      : [violation('shown', `${code}/${system}`, '', `${when}: ${says}; recorded: ${is}`)];
  });
}

const inWords = (of: Omit<Shown, 'system' | 'asOf'>): string =>
  [
    `#${of.version}`,
    of.phase,
    of.stage,
    of.isHeld ? 'held' : 'active',
    ...of.approvals.map(({ body, account }) => `${body}:${account}`).sort(),
  ].join(' ');

const OWED = /^(deadline\.reached|milestone\.(reached|withdrawn))$/;

/** Whoever owns a system is told once of every point of a deadline and every word of the platform. */
export function noticesOnce(notices: readonly Notice[], { chains }: TownRecord, code: string): Violation[] {
  const ids = notices.map(({ id }) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  const subjectOf = ({ code: of }: Notice) => of.split('.')[0] ?? '';
  const counts = new Map<string, number>();
  for (const notice of notices) {
    const key = `${notice.system} ${subjectOf(notice)} ${notice.recordedMs}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const owed = new Map<string, { count: number; line: Line }>();
  for (const line of [...chains.values()].flat().filter(({ fact }) => OWED.test(fact.type))) {
    const key = `${line.chain.split('/')[1]} ${line.fact.type.split('.')[0]} ${line.recordedMs}`;
    owed.set(key, { count: (owed.get(key)?.count ?? 0) + 1, line });
  }
  const wrong = (key: string, what: string) => violation('notice', `${code}/${key.split(' ')[0]}`, '', what);
  return [
    ...twice.map((id) => violation('notice', code, '', `${id} is listed twice`)),
    ...[...owed].flatMap(([key, { count, line }]) => {
      const told = counts.get(key) ?? 0;
      return told === count
        ? []
        : [wrong(key, `#${line.seq} ${line.fact.type}: ${told} notices for ${count}`)];
    }),
    ...[...counts]
      .filter(([key]) => /^\S+ (deadline|milestone) /.test(key) && !owed.has(key))
      .map(([key]) => wrong(key, `a notice without an entry: ${key}`)),
  ];
}
