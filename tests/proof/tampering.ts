// What one tampering is, and the ways to do it: beside the guards, with them away for as long as it takes, or with everything
// derived made to fit afterwards.
import type { Fault } from '../../ledger/proof/wrong.ts';
import { signerOfTests } from '../builders/signing.ts';
import { makeModelsFit, type Tx, unguarded } from './by-hand.ts';
import { type Copy, chains } from './prepared.ts';

const { juki } = chains;

export interface Tampering {
  name: string;
  /** plain: `verify` alone. decide: with `--decide`. anchor: with a head kept elsewhere. remark: named, and no fault. */
  by: 'plain' | 'decide' | 'anchor' | 'remark';
  what: Fault;
  act: (copy: Copy) => Promise<unknown>;
}

export type By = Tampering['by'];
/** A key that no chain names. */
export const stranger = signerOfTests(7);

export const plainly = (name: string, what: Fault, act: Tampering['act']): Tampering => ({
  name,
  by: 'plain',
  what,
  act,
});
/** Guards away for as long as it takes. */
export const inRecord = (
  name: string,
  what: Fault,
  act: (tx: Tx) => Promise<unknown>,
  by: By = 'plain',
): Tampering => ({
  name,
  by,
  what,
  act: (copy) => unguarded(copy, act),
});
/** And everything derived made to fit afterwards. */
export const carefully = (
  name: string,
  by: By,
  what: Fault,
  act: (tx: Tx) => Promise<unknown>,
): Tampering => ({
  name,
  by,
  what,
  act: async (copy) => {
    await unguarded(copy, act);
    await makeModelsFit(copy);
  },
});
export const admin = (name: string, what: Fault, line: string) =>
  plainly(name, what, ({ admin: sql }) => sql.unsafe(line));

export const third = `chain = '${juki}' and seq = 3`;
export const altered = `replace(body, '"rehearsal":true', '"rehearsal":false')`;
export const made = (column: string) => `alter table entry alter column ${column} drop expression`;
