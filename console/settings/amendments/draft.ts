// A proposal as it is written: changes typed one after the other, of what is in force or of an amendment that is taken up again.
import type { AmendmentView, Change } from '../../../server/contract/amendments.ts';
import { requestId } from '../../api.ts';
import { changeOf, emptyChange, type TypedChange } from './change-form.ts';
import { emptySystem, type TypedSystem } from './systems/system-form.ts';

export type ListedChange = TypedChange | { made: Change; postsStay?: string[] };

export interface Draft {
  how: 'changes' | 'systems' | 'files';
  typed: TypedChange;
  system: TypedSystem;
  changes: ListedChange[];
  /** The amendment that is taken up again. */
  again: number | null;
  reason: string;
  fromOn: string;
  requestId: string;
}

export const draftName = (code: string): string => `amending.${code}`;

export const begin = (): Draft => ({
  how: 'changes',
  typed: emptyChange,
  system: emptySystem('split'),
  changes: [],
  again: null,
  reason: '',
  fromOn: '',
  requestId: requestId(),
});

/** With its reason and its day, where that has not gone by. */
export const againOf = ({ number, reason, fromOn }: AmendmentView, today: string): Draft => ({
  ...begin(),
  again: number,
  reason,
  fromOn: fromOn && fromOn > today ? fromOn : '',
});

export const isNothing = ({ changes, again }: Draft): boolean => changes.length === 0 && again === null;

const postsStayIn = (changes: readonly ListedChange[]): string[] =>
  changes.flatMap((one) => ('made' in one ? (one.postsStay ?? []) : []));

export const wantedOf = ({ changes, again }: Draft) => ({
  ...(postsStayIn(changes).length === 0 ? {} : { postsStay: postsStayIn(changes) }),
  ...(changes.length === 0
    ? {}
    : { changes: changes.map((one) => ('made' in one ? one.made : changeOf(one))) }),
  ...(again === null ? {} : { again }),
});
