// The 40 national work steps of a business and the official rates over them (総務省 ダッシュボード「各種データおよび
// 数値の定義」): 完了率 = (完了済み + 対象外) / 40. 40/40 is not go-live; only ⑱-1 is.
import type { MigrationDefinition, StepStatus } from '../../definition/definition.ts';
import { nationalSteps } from '../../values/national-step.ts';

/** 運用開始ステータス. */
export const WENT_LIVE = '⑱-1';

/** Counts over a business's 40 steps; the three rates are `completed`, `inProgress` and `notStarted` over 40. */
export interface StepTally {
  done: number;
  inProgress: number;
  notStarted: number;
  notApplicable: number;
  /** 完了済み + 対象外 */
  completed: number;
  /** 運用開始ステータス ⑱-1 is done. */
  live: boolean;
}

/** Whether a business's national figures count a system: one that is retired is counted nowhere. */
export const countsFor = (business: string, { system }: Pick<MigrationDefinition, 'system'>): boolean =>
  system.retired === undefined && system.businesses.includes(business);

/** Tallies statuses by step id; a step without a status is 未着手. */
export function tallySteps(statuses: Record<string, StepStatus>): StepTally {
  const tally = { done: 0, inProgress: 0, notStarted: 0, notApplicable: 0 };
  for (const step of nationalSteps) tally[statuses[step] ?? 'notStarted'] += 1;
  return { ...tally, completed: tally.done + tally.notApplicable, live: statuses[WENT_LIVE] === 'done' };
}

/** A rate over the 40 steps in tenths of a percent, exact: 39 of 40 is 975. */
export function permille(count: number): number {
  return (count * 1000) / nationalSteps.length;
}

const ORDER: readonly StepStatus[] = ['notStarted', 'inProgress', 'done', 'notApplicable'];

/**
 * One business carried by several systems: a step is as far as its least advanced part; in progress when the parts
 * differ and any has begun.
 */
export function mergeSteps(parts: readonly Record<string, StepStatus>[]): Record<string, StepStatus> {
  return Object.fromEntries(
    nationalSteps.map((step) => {
      const found = parts.map((part) => part[step] ?? 'notStarted');
      const least = found.reduce(
        (a, b) => (ORDER.indexOf(b) < ORDER.indexOf(a) ? b : a),
        found[0] ?? 'notStarted',
      );
      const begun = found.some((status) => status === 'inProgress' || status === 'done');
      return [step, least === 'notStarted' && begun ? 'inProgress' : least];
    }),
  );
}

/**
 * Which of a business's parts stand otherwise when the whole is said to be at `wanted`, where it is not; null where the whole does not say
 * it. That all is done, or nothing is begun, is said of each part; that work is going on is said of one of them, and of which is not.
 */
export function partsToChange(parts: readonly StepStatus[], wanted: StepStatus): number[] | null {
  if (parts.length === 1) return [0];
  const found = parts.flatMap((part, index) => (isOpenTo(part, wanted) ? [index] : []));
  if (found.length === 0) return null;
  return wanted === 'inProgress' && found.length > 1 ? null : found;
}

function isOpenTo(part: StepStatus, wanted: StepStatus): boolean {
  if (wanted === 'notApplicable') return part !== 'notApplicable';
  return part !== wanted && part !== 'notApplicable';
}
