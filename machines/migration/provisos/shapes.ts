// What a condition of an approval (条件付承認) is. Shapes only.
import * as z from 'zod';
import { day, id, paragraph } from '../../definition/definition.ts';
import { ITEMS } from '../../record/limits.ts';
import type { Person } from '../../record/person.ts';
import type { Day, VagueDay } from '../../values/date.ts';
import type { Evidence } from '../gate/papers.ts';

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

/** `12-1`: the first of the entry 12. */
export const provisoId = z.string().regex(/^[1-9]\d{0,9}-[1-9]\d?$/);

export interface Proviso {
  id: string;
  text: string;
  owner: string;
  dueOn: Day;
  reopens: z.infer<typeof reopens>;
  met?: Person & { on: VagueDay; evidence: Evidence };
  /** The day after its own, where it came unmet. */
  lapsedOn?: Day;
}
