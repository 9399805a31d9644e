// How far a gate's approvals have come: bodies in their order, each with its quorum of different people.
import type { Gate } from '../definition/definition.ts';

export interface Tally {
  body: string;
  quorum: number;
  have: string[];
  complete: boolean;
}

interface Approval {
  body: string;
  account: string;
}

export function tallies(gate: Gate, approvals: readonly Approval[]): Tally[] {
  return gate.approvals.map(({ body, quorum }) => {
    const have = approvals.filter((approval) => approval.body === body).map(({ account }) => account);
    return { body, quorum, have, complete: have.length >= quorum };
  });
}

/** The body whose turn it is; none once all have decided. */
export function nextBody(gate: Gate, approvals: readonly Approval[]): string | undefined {
  return tallies(gate, approvals).find(({ complete }) => !complete)?.body;
}

/** True when one more approval by `body` completes the gate. */
export function completes(gate: Gate, approvals: readonly Approval[], body: string): boolean {
  return tallies(gate, approvals).every((tally) =>
    tally.body === body ? tally.have.length + 1 >= tally.quorum : tally.complete,
  );
}
