// 専決: who decides a matter alone, by its amount. The amount is what the record says; where it says none, nobody knows who decides.
import type { Matter } from '../definition/decisions.ts';
import type { Gate } from '../definition/definition.ts';

/** What a record says of an amount, in yen; a later one takes the place of an earlier one. */
export interface Recorded {
  contractYen?: number | undefined;
  estimateYen?: number | undefined;
  budgetYen?: number | undefined;
}

export interface Amount {
  yen: number;
  from: 'contract' | 'estimate' | 'budget';
}

/** The contract's total, else the estimate's, else the budget's. */
export function amountOf({ contractYen, estimateYen, budgetYen }: Recorded): Amount | null {
  if (contractYen !== undefined) return { yen: contractYen, from: 'contract' };
  if (estimateYen !== undefined) return { yen: estimateYen, from: 'estimate' };
  return budgetYen === undefined ? null : { yen: budgetYen, from: 'budget' };
}

type Powers = Pick<Matter, 'powers'>;

/** Up to which amount a post decides; null whatever the amount, undefined where it is not of the table. */
export function limitOf({ powers }: Powers, post: string): number | null | undefined {
  const own = powers.filter((power) => power.post === post);
  const last = own.at(-1);
  return last && (last.upToYen ?? null);
}

/** Whether a limit, as `limitOf` says it, lets its post decide an amount. */
export const reaches = (limitYen: number | null | undefined, { yen }: Amount): boolean =>
  limitYen !== undefined && (limitYen === null || yen <= limitYen);

/** Who decides a matter of this amount; null where that cannot be said. */
export function deciderOf({ powers }: Powers, amount: Amount | null): string | null {
  const fits = ({ upToYen }: Powers['powers'][number]) =>
    upToYen === undefined || (amount !== null && amount.yen <= upToYen);
  if (amount === null && powers[0]?.upToYen !== undefined) return null;
  return powers.find(fits)?.post ?? null;
}

/** The posts of a matter's table, each once. */
export const postsOf = ({ powers }: Powers): string[] => [...new Set(powers.map(({ post }) => post))];

/** The gate with whoever decides it alone after all that it asks besides; once, where it asks for them anyway. */
export function decidedBy(gate: Gate, post: string): Gate {
  const { approvals, order } = gate;
  if (approvals.some(({ body }) => body === post)) return gate;
  const others = approvals.map(({ body }) => body);
  const after = order === 'any' && others.length > 0 ? { after: others } : {};
  return { ...gate, approvals: [...approvals, { body: post, quorum: 1, ...after }] };
}
