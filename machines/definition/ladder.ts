// Of what kind a deadline is, when and to whom it is told, and why it slips: shapes only. When a rung comes is deadline/ladder.ts.
import * as z from 'zod';
import { id } from './words.ts';

/** 法定, 予算, 議会, 調達, 契約, 計画, 内部 */
export const deadlineKinds = [
  'statutory',
  'budget',
  'council',
  'procurement',
  'contract',
  'planned',
  'internal',
] as const;
export const deadlineKind = z.enum(deadlineKinds);
export type DeadlineKind = z.infer<typeof deadlineKind>;

/** Why a day moves: 事業者, 仕様, 予算, 人員, その他. */
export const slipCause = z.enum(['vendor', 'spec', 'budget', 'staff', 'other']);
export type SlipCause = z.infer<typeof slipCause>;

/** About a year of open days. */
const openDays = z.number().int().min(1).max(250);

export const ladder = z.strictObject({
  /** Open days before the day. */
  before: z.array(openDays).max(12),
  /** On the morning of the day itself; of a closed one on the open day before it. */
  onTheDay: z.boolean(),
  /** After the day, once a week until it is met; from a closed day on the open day after it. */
  weekly: z.boolean(),
  /** Open days after the day: who is told besides, that it is still open. */
  escalate: z.array(z.strictObject({ after: openDays, to: z.array(id).min(1) })).max(8),
  /** While its day is 未定: after so many open days whoever must set it is asked, and again every so many weeks. */
  undecided: z.strictObject({ after: openDays, everyWeeks: z.number().int().min(1).max(52) }),
});
export type Ladder = z.infer<typeof ladder>;

/** What a folder says of it: the rest is as said for its kind, for all, or as nobody says (`DEFAULT_LADDER`). */
export const ladderSaid = ladder.extend({ undecided: ladder.shape.undecided.partial() }).partial();
export type LadderSaid = z.infer<typeof ladderSaid>;

export const DEFAULT_LADDER: Ladder = {
  before: [30, 14, 7, 3, 1],
  onTheDay: true,
  weekly: true,
  escalate: [],
  undecided: { after: 10, everyWeeks: 4 },
};
