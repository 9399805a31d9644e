// What an approval may ask for besides (条件付承認): of whom, by when, and what is open again where it is not met. Shapes only.
import * as z from 'zod';
import { day, id, paragraph } from '../definition/definition.ts';
import { ITEMS } from '../record/limits.ts';

/**
 * What is open again where one is unmet once its day is over. nextGate: the gate that the path stands before is shut until it is met.
 * approval: so is that, and the voice does not count any more while its gate is still decided.
 */
export const reopens = z.enum(['nextGate', 'approval']);

export const provisoAsked = z.strictObject({
  text: paragraph,
  /** The post that is to see to it. */
  owner: id,
  dueOn: day,
  reopens: reopens.optional(),
});
export type ProvisoAsked = z.infer<typeof provisoAsked>;

export const provisosAsked = z.array(provisoAsked).min(1).max(ITEMS.provisos).optional();
