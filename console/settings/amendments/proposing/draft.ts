// A proposal as it is written: changes typed one after the other, of what is in force or of an amendment that is taken up again.

import { fiscalYearAhead } from '../../../../machines/values/date.ts';
import type { AmendmentView, Change } from '../../../../server/contract/amendments.ts';
import { requestId } from '../../../api.ts';
import { changeOf, emptyChange, type TypedChange } from '../change-form.ts';
import { emptySystem, type TypedSystem } from '../systems/system-form.ts';

export type ListedChange = TypedChange | { made: Change; postsStay?: string[] };

export interface Draft {
  how: 'changes' | 'systems' | 'files';
  typed: TypedChange;
  system: TypedSystem;
  changes: ListedChange[];
  /** The amendment that is taken up again. */
  again: number | null;
  reason: string;
  /** Null where nobody has said it: what is prepared in March is meant for 1 April. */
  fromOn: string | null;
  /** Of a folder: those to whom no post goes on. */
  postsStay: string[];
  requestId: string;
}

export const draftName = (code: string): string => `proposing.${code}`;

export const begin = (): Draft => ({
  how: 'changes',
  typed: emptyChange,
  system: emptySystem('split'),
  changes: [],
  again: null,
  reason: '',
  fromOn: null,
  postsStay: [],
  requestId: requestId(),
});

/** The day of adoption that is meant; empty: once it is approved. */
export const adoptedOn = ({ fromOn }: Pick<Draft, 'fromOn'>, today: string): string =>
  fromOn ?? fiscalYearAhead(today) ?? '';

/** With its reason and its day, where that has not gone by. */
export const againOf = ({ number, reason, fromOn }: AmendmentView, today: string): Draft => ({
  ...begin(),
  again: number,
  reason,
  fromOn: fromOn && fromOn > today ? fromOn : null,
});

export const isNothing = ({ changes, again }: Draft): boolean => changes.length === 0 && again === null;

const postsStayIn = (changes: readonly ListedChange[]): string[] =>
  changes.flatMap((one) => ('made' in one ? (one.postsStay ?? []) : []));

/** Of a change that has none of its own the proposal's reason stands in the programme too. */
const isWithout = (made: Change): boolean => 'reason' in made && made.reason.trim() === '';
const withReason = (made: Change, reason: string): Change =>
  'reason' in made && made.reason.trim() === '' ? { ...made, reason } : made;

/** Whether the proposal's reason is part of what is looked at. */
export const reasonStands = ({ how, changes }: Draft): boolean =>
  how !== 'files' && changes.some((one) => 'made' in one && isWithout(one.made));

export const wantedOf = ({ changes, again, reason }: Draft) => ({
  ...(postsStayIn(changes).length === 0 ? {} : { postsStay: postsStayIn(changes) }),
  ...(changes.length === 0
    ? {}
    : {
        changes: changes.map((one) => ('made' in one ? withReason(one.made, reason) : changeOf(one))),
      }),
  ...(again === null ? {} : { again }),
});
