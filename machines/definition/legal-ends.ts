// What a path asks of money and of other legal ends, as data with its basis: nothing is asked where it is left out.
import * as z from 'zod';
import { readers, yen } from '../values/schemas.ts';
import { readScore } from '../values/score.ts';
import { id, paragraph, text } from './words.ts';

/** 委託, 工事・製造の請負, 財産の取得, 賃貸借, その他 */
export const contractTypes = ['services', 'works', 'purchase', 'lease', 'other'] as const;
export type ContractType = (typeof contractTypes)[number];

/** An exact decimal of per cent: `20`, `12.5`. */
const percent = z
  .string()
  .regex(/^\d{1,4}(\.\d{1,2})?$/, { message: 'score' })
  .register(readers, { read: readScore });

/** Which changes of what was voted are voted again, besides those to more than was voted. */
const voteAgain = z.strictObject({
  /** To less than was voted (減額). */
  decreases: z.literal(true).optional(),
  /** Also where what is left lies below the amount from which on it is voted. */
  belowFloor: z.literal(true).optional(),
  /** What the council has left to the head (地方自治法180条): a change of no more than this. */
  delegated: z.strictObject({ upToPercent: percent, upToYen: yen.optional(), basis: paragraph }).optional(),
});
export type VoteAgain = z.infer<typeof voteAgain>;

/** A contract of this type is voted by the council before it is made, from this amount on (地方自治法96条1項5号・8号). */
export const councilVote = z.strictObject({
  contractType: z.enum(contractTypes),
  atLeastYen: yen,
  basis: paragraph,
  /** Of its 変更契約; where left out, any that is no more than was voted rests on that vote. */
  voteAgain: voteAgain.optional(),
});
export type CouncilVote = z.infer<typeof councilVote>;

export const moneyRules = z.strictObject({
  /** An estimate that differs by more than this from the one before says why. */
  varianceOver: percent.optional(),
  councilVote: z.array(councilVote).min(1).optional(),
  /** No contract before a budget or a debt obligation is voted for each of its years, also where none is recorded yet. */
  budgetFirst: z.literal(true).optional(),
});

/** 条例 is voted by the council; 規則 is not. */
const ordinance = z.strictObject({
  id,
  label: text,
  kind: z.enum(['ordinance', 'rule']).optional(),
  /** Only these systems need it; every one of the path where left out. */
  systems: z.array(id).min(1).optional(),
});
export type OrdinanceNeeded = z.infer<typeof ordinance>;

export const legalEnds = z.strictObject({
  /** Ordinances and rules that are in force before a system goes live. */
  ordinances: z.array(ordinance).min(1).optional(),
  /** How long the public may comment on a 全項目評価 at least. */
  pia: z.strictObject({ commentDays: z.number().int().min(1).max(365), basis: paragraph }).optional(),
});
