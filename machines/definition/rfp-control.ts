// How a path lets a procurement of one system be run: its stages, who runs, scores and decides, which periods are not shorter. Shape only.
import * as z from 'zod';
import { pathRound, SHEET, whosePrices } from './scoring.ts';
import { id, text, timeOfDay } from './words.ts';

export const stageIds = [
  'announced',
  'questionsUntil',
  'answersBy',
  'applicationsUntil',
  'proposalsUntil',
  'firstReview',
  'secondReview',
  'decision',
  'contract',
] as const;
/** 公告, 質問受付締切, 回答公表, 参加表明, 提案書提出, 一次審査, 二次審査, 候補者特定・通知・公表, 契約協議. */
export const stageId = z.enum(stageIds);
export type StageId = (typeof stageIds)[number];

const minimum = z.strictObject({
  from: stageId,
  to: stageId,
  days: z.number().int().min(1).max(400),
  /** Days of the calendar, or open days alone. */
  count: z.enum(['days', 'openDays']).optional(),
  /** The rule that says so; shown where a period is shorter. */
  basis: text,
  /** As few as this in urgency, with a reason; left out where the rule knows none. */
  urgentDays: z.number().int().min(0).max(400).optional(),
});
export type Minimum = z.infer<typeof minimum>;

export const rfpControl = z.strictObject({
  /** Who opens it, answers, receives, and closes. */
  runs: z.array(id).min(1),
  /** For whom its evaluators speak. */
  evaluates: z.array(id).min(1),
  /** Who names the candidate, and decides that a negotiation has failed. */
  decides: z.array(id).min(1),
  minimums: z.array(minimum).max(20).optional(),
  /** Within which hours of the day what bidders hand in may end; any hour where left out. */
  hours: z.strictObject({ from: timeOfDay, until: timeOfDay, basis: text }).optional(),
  /** In which rounds proposals are scored where the terms of a procurement say nothing of it. */
  rounds: z.array(pathRound).max(SHEET.rounds).optional(),
  /** Whose prices a formula compares, where neither the terms nor a round say it; of all where left out. */
  whosePrices: z.enum(whosePrices).optional(),
});
export type RfpControl = z.infer<typeof rfpControl>;
