// How many of a body must agree where no gate asks it, so that one member never speaks for a committee.
import type { Approval, Body, Gate, MigrationDefinition } from '../definition/definition.ts';

interface Voice {
  account: string;
  body: string;
}

const asked = (gates: readonly (Gate | undefined)[], body: string): number[] =>
  gates.flatMap((gate) =>
    (gate?.approvals ?? []).flatMap((approval: Approval) =>
      approval.body === body ? [approval.quorum] : [],
    ),
  );

/** A body's own: as many as any of the programme's gates asks of it, and the majority of its members where none does. */
export function ownQuorum({ id, members }: Pick<Body, 'id' | 'members'>, gates: readonly Gate[]): number {
  const quorums = asked(gates, id);
  return quorums.length > 0 ? Math.max(...quorums) : Math.floor(members / 2) + 1;
}

/** A definition made before bodies had a quorum of their own goes by the gates of its path alone. */
export function quorumOf(
  { path, bodies }: Pick<MigrationDefinition, 'path' | 'bodies'>,
  body: string,
): number {
  const own = bodies.find(({ id }) => id === body)?.quorum;
  const gates = path.phases.map(({ gate }) => gate);
  return own ?? Math.max(1, ...asked(gates, body));
}

/** True when one more voice of `body` makes its quorum. */
export function carries(
  definition: Pick<MigrationDefinition, 'path' | 'bodies'>,
  voices: readonly Voice[],
  body: string,
): boolean {
  const have = voices.filter((voice) => voice.body === body).length;
  return have + 1 >= quorumOf(definition, body);
}
