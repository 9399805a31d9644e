// What a correction says: the entry it is about, what stood there, and what should have. Shapes only; what stood is claimed here,
// and proven against the record where it is appended.
import * as z from 'zod';
import type { DeadlineState } from '../../deadline/deadline-state.ts';
import { day, id, type PlannedPhase, paragraph, stepStatus, vagueDay } from '../../definition/definition.ts';
import { slipCause } from '../../definition/ladder.ts';
import { deputy } from '../../record/deputy.ts';
import { ITEMS, LENGTH, PAPERS } from '../../record/limits.ts';
import { actor } from '../../record/submission.ts';
import { nationalStep } from '../../values/schemas.ts';
import { writtenLine } from '../../values/text.ts';
import { evidence } from '../gate/papers.ts';

/** A fact of some act; which one, its own schema says. */
export interface Named {
  type: string;
}

const line = writtenLine(LENGTH.line);
const perBusiness = <T extends z.ZodType>(cell: T) => z.record(line, z.record(nationalStep, cell));
const person = z.strictObject({ account: line, name: line, post: id, deputy: deputy.optional() });
const granted = z.strictObject({
  nominalOn: day,
  dueOn: day,
  was: day,
  reason: paragraph,
  by: person,
  cause: slipCause.optional(),
  /** On what was asked for. */
  asked: z
    .strictObject({
      was: day,
      dueOn: day,
      reason: paragraph,
      cause: slipCause.optional(),
      evidence: z.array(evidence).max(PAPERS.asking),
      by: person,
      on: vagueDay,
    })
    .optional(),
});
const planned = z.strictObject({
  startOn: vagueDay,
  endOn: vagueDay,
  source: paragraph.optional(),
  assumed: paragraph.optional(),
});
const special = z.strictObject({
  reasonTypes: z.array(z.number().int()).max(ITEMS.reasonTypes),
  scope: line.optional(),
  completionOn: day.nullable(),
  basis: paragraph.optional(),
  pending: z.strictObject({ on: vagueDay, basis: paragraph }).optional(),
  on: vagueDay,
});
const measure = z.strictObject({
  until: day,
  basis: paragraph,
  on: vagueDay,
  endedOn: vagueDay.optional(),
});
const pieces = z.strictObject({
  steps: perBusiness(stepStatus).optional(),
  stepReasons: perBusiness(paragraph).optional(),
  closedOn: z.record(id, vagueDay).optional(),
  plan: z.record(id, planned).optional(),
  extensions: z.record(id, granted).optional(),
  rolledBackOn: vagueDay.optional(),
  regime: z.enum(['standard', 'candidate', 'applied', 'designated']).optional(),
  special: special.nullable().optional(),
  measures: z.record(line, measure).optional(),
  movedOn: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  /** By phase; of approvals by body and account. */
  submittedOn: z.record(id, vagueDay).optional(),
  approvedOn: z.record(id, z.record(id, z.record(line, vagueDay))).optional(),
});

/** What zod leaves out is out and never `undefined`, since it is read from JSON. */
type Exact<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { [K in keyof T]: Exact<Exclude<T[K], undefined>> }
    : T;

/** The pieces of the memory that an entry took the place of, as they stood before it; what was not there is left out. */
export type Overwritten = Exact<Omit<z.infer<typeof pieces>, 'plan' | 'extensions'>> & {
  plan?: Record<string, Omit<PlannedPhase, 'phase'>>;
  extensions?: Record<string, NonNullable<DeadlineState['extension']>>;
};
// Said once for the whole shape: see Exact.
const overwritten = pieces as unknown as z.ZodType<Overwritten>;

/** Who did what, and when: as an entry says it. */
export interface Said {
  fact: Named;
  occurredOn: string;
  actor: z.infer<typeof actor>;
}

/** What an entry said, and what the record knows of it besides. */
export interface Stood extends Said {
  recordedAt: string;
  assumed?: string | undefined;
  overwrote?: Overwritten | undefined;
}

/** `null`: the entry should not have been at all (取消し). */
export interface Pair {
  was: Stood;
  should: Said | null;
}

/** An entry's place in its chain. */
export const entrySeq = z.number().int().min(1).max(2_147_483_647);

/** @param correctable the fact of any act that can be put right */
export function pairShape(correctable: z.ZodType<Named>) {
  // Of any other fact it is enough to know its kind, to say that it is none of those.
  const other = z.looseObject({ type: z.string().max(LENGTH.id) }).transform(({ type }): Named => ({ type }));
  const said = { occurredOn: vagueDay, actor };
  return {
    was: z.strictObject({
      fact: z.union([correctable, other]),
      ...said,
      recordedAt: z.iso.datetime({ offset: true }),
      assumed: paragraph.optional(),
      overwrote: overwritten.optional(),
    }),
    should: z.strictObject({ fact: correctable, ...said }).nullable(),
  };
}
