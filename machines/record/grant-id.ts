// What an actor names to say by what they act: a grant of the programme's chain, or that they hold the machine.
import * as z from 'zod';

/** `{seq}.{place}`: the entry that gave it, and its place among those that this entry gave. */
const GIVEN = /^[1-9]\d{0,8}\.\d{1,4}$/;

/**
 * The machine's own operator administers it by holding it: no chain gives that or takes it away. Whoever acts so is named
 * `operator` in the entry.
 */
export const OPERATOR = { account: 'operator', grant: 'operator' } as const;

export const grantId = z.union([z.literal(OPERATOR.grant), z.string().regex(GIVEN)]);

export const idOfGrant = (seq: number, place: number): string => `${seq}.${place}`;

/** The sequence number of the entry that gave it, and its place there. */
export function placeOfGrant(id: string): { seq: number; place: number } {
  const [seq = 0, place = 0] = id.split('.').map(Number);
  return { seq, place };
}
