// In whose stead somebody acts, as an entry says it: 職務代理 exercises the office itself, while it is vacant or its holder is away; 代決
// decides in the name of the absent holder, who looks at it afterwards (後閲).
import * as z from 'zod';
import { day } from '../definition/definition.ts';
import { writtenLine } from '../values/text.ts';
import { LENGTH } from './limits.ts';

/** acting: 職務代理. forAbsent: 代決. */
export const deputyKinds = ['acting', 'forAbsent'] as const;
export type DeputyKind = (typeof deputyKinds)[number];

export const deputy = z.strictObject({
  kind: z.enum(deputyKinds),
  /** The account in whose stead; left out while the office is vacant. */
  holder: writtenLine(LENGTH.line).optional(),
  /** Of a 代決: the day by which its holder is to have looked at it. */
  seenBy: day.optional(),
});
export type Deputy = z.infer<typeof deputy>;

export const isSameDeputy = (one: Deputy | undefined, other: Deputy | undefined): boolean =>
  one?.kind === other?.kind && one?.holder === other?.holder && one?.seenBy === other?.seenBy;

interface Voice {
  account: string;
  deputy?: Deputy | undefined;
}

const seatOf = ({ account, deputy: as }: Voice): string => as?.holder ?? account;

/** Four eyes count people and seats: neither the same person twice, nor a holder beside whoever acts for them. */
export const isSameVoice = (one: Voice, other: Voice): boolean =>
  one.account === other.account || seatOf(one) === seatOf(other);

/** Whose work it must not be: one's own, and that of whoever one decides in the name of. */
export const answersFor = ({ account, deputy: as }: Voice): string[] =>
  as?.kind === 'forAbsent' && as.holder !== undefined ? [account, as.holder] : [account];
