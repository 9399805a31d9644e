// That what was submitted came back to work: by one voice of a body, or by what a body resolved in a meeting.
import type { Actor } from '../../record/submission.ts';
import type { Fact } from '../acts.ts';
import { fellThrough } from './resolved.ts';

/** The kinds of fact that may say so. */
export const sentBackTypes = ['gate.returned', 'gate.resolved'] as const satisfies readonly Fact['type'][];

export interface SentBack {
  phase: string;
  reason: string;
  /** A body, where it resolved so; else whoever returned it. */
  by: { body: string } | Sender;
}

type Sender = Pick<Actor, 'account' | 'name' | 'post'>;

/** Null where it says nothing of the kind. */
export function sentBack(fact: Fact, { account, name, post }: Sender): SentBack | null {
  if (fact.type === 'gate.returned')
    return { phase: fact.phase, reason: fact.reason, by: { account, name, post } };
  if (fact.type !== 'gate.resolved' || !fellThrough(fact)) return null;
  const { reason = '', body } = fact.resolution;
  return { phase: fact.phase, reason, by: { body } };
}
