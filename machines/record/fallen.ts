// What does not go on where a version is adopted, or a system is split or merged: shown beforehand, told when it happens, and dropped nowhere untold.
import type { Text } from '../definition/definition.ts';

export type Fallen =
  /** What was being decided of the one that ends: it was asked about another system. */
  | { kind: 'review'; phase: Text; by: string }
  | { kind: 'goingBack'; by: string }
  | { kind: 'cancelling'; by: string }
  | { kind: 'correction'; entry: number; by: string }
  /** Voices that others had given for a proposal which stays, or for doing without a milestone. */
  | { kind: 'voices'; of: 'goingBack' | 'cancelling'; names: string[] }
  | { kind: 'waiving'; system: string; milestone: string; names: string[] }
  /** What was asked for and is not decided: its deadline moves by another rule. */
  | { kind: 'asking'; deadline: Text; dueOn: string; by: string }
  /** Its procurement that is open. By number alone: what it is for is not told to whom its files are hidden. */
  | { kind: 'rfp'; number: number }
  /** Of one that goes on its own way: whose approvals were given before it carried more. */
  | { kind: 'approvals'; names: string[] }
  /** What `of` had and whoever goes on with it has not. */
  | { kind: 'hold'; of: string; since: string }
  | { kind: 'regime'; of: string; completionOn: string | null }
  | { kind: 'waiver'; of: string; system: string; milestone: string }
  | { kind: 'extension'; of: string; deadline: Text; dueOn: string }
  | { kind: 'budget'; of: string; fiscalYear: number }
  | { kind: 'live'; of: string; on: string }
  /** What `of` was shown to conform to: of whoever goes on it has to be shown anew. */
  | { kind: 'conformity'; of: string; requirement: 'data' | 'linkage' }
  /** Facts that stand beside its path, by their subject: `pia`, `ordinance`. */
  | { kind: 'notes'; of: string; subject: string; count: number }
  /** Of a procurement that is not decided, where whoever goes on would show them. */
  | { kind: 'papers'; of: string; count: number };

/** Each kind, for the answer that names it. */
export const fallenKinds = [
  'review',
  'goingBack',
  'cancelling',
  'correction',
  'voices',
  'waiving',
  'asking',
  'rfp',
  'approvals',
  'hold',
  'regime',
  'waiver',
  'extension',
  'budget',
  'live',
  'conformity',
  'papers',
  'notes',
] as const satisfies readonly Fallen['kind'][];
