// How far a gate's approvals have come: bodies in their order, or in any but where one waits for others, each with its quorum
// of different people.
import type { Body, Gate } from '../definition/definition.ts';
import { votesAsked } from './quorum.ts';

export interface Tally {
  body: string;
  quorum: number;
  have: string[];
  complete: boolean;
  /** Bodies that decide before this one and have not. */
  waitsFor: string[];
}

interface Approval {
  body: string;
  account: string;
  /** Given by a meeting's resolution: the body has decided, however few are a majority of those present. */
  resolved?: unknown;
}
type Bodies = readonly Pick<Body, 'id' | 'members'>[];

export function tallies(gate: Gate, bodies: Bodies, approvals: readonly Approval[]): Tally[] {
  const counted = gate.approvals.map((asked) => {
    const { body } = asked;
    const given = approvals.filter((approval) => approval.body === body);
    const have = given.map(({ account }) => account);
    const quorum = votesAsked(asked, bodies);
    const complete = have.length >= quorum || given.some(({ resolved }) => resolved !== undefined);
    return { body, quorum, have, complete };
  });
  const open = counted.flatMap(({ body, complete }) => (complete ? [] : [body]));
  return counted.map((tally) => {
    const before = bodiesBefore(gate, tally.body);
    return { ...tally, waitsFor: open.filter((body) => before.includes(body)) };
  });
}

/** The bodies that a gate has decide before one of its own. */
function bodiesBefore({ approvals, order }: Gate, body: string): string[] {
  const index = approvals.findIndex((approval) => approval.body === body);
  if (order === 'any') return approvals[index]?.after ?? [];
  return approvals.slice(0, Math.max(0, index)).map((approval) => approval.body);
}

/** The bodies in the order in which they can decide, those of one round in any; `never` are those that wait for each other. */
export function rounds(gate: Gate): { rounds: string[][]; never: string[] } {
  const made: string[][] = [];
  let left = gate.approvals.map(({ body }) => body);
  for (;;) {
    const free = left.filter((body) => !bodiesBefore(gate, body).some((other) => left.includes(other)));
    if (free.length === 0) return { rounds: made, never: left };
    made.push(free);
    left = left.filter((body) => !free.includes(body));
  }
}

/** The bodies whose turn it is; none once all have decided. */
export const bodiesNext = (gate: Gate, bodies: Bodies, approvals: readonly Approval[]): string[] =>
  tallies(gate, bodies, approvals)
    .filter(({ complete, waitsFor }) => !complete && waitsFor.length === 0)
    .map(({ body }) => body);

/** True when one more approval by `body` completes the gate. */
export function completes(gate: Gate, bodies: Bodies, approvals: readonly Approval[], body: string): boolean {
  return tallies(gate, bodies, approvals).every((tally) =>
    tally.body === body ? tally.have.length + 1 >= tally.quorum : tally.complete,
  );
}
