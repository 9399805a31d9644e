// How many of a body must agree: at a gate, as it says; where no gate asks it, so that one member never speaks for a committee.
import type { Approval, Body, Gate, MigrationDefinition } from '../definition/definition.ts';

interface Voice {
  account: string;
  body: string;
}

type Members = Pick<Body, 'id' | 'members'>;

/** More than half. */
const majority = (members: number): number => Math.floor(members / 2) + 1;

/** How many people of one of `bodies` an approval asks for. */
export function votesAsked({ body, quorum }: Approval, bodies: readonly Members[]): number {
  if (quorum !== 'majority') return quorum;
  return majority(bodies.find(({ id }) => id === body)?.members ?? 1);
}

const asked = (gates: readonly (Gate | undefined)[], body: Members): number[] =>
  gates.flatMap((gate) =>
    (gate?.approvals ?? []).flatMap((approval) =>
      approval.body === body.id ? [votesAsked(approval, [body])] : [],
    ),
  );

/** A body's own: as many as any of the programme's gates asks of it, and the majority of its members where none does. */
export function ownQuorum(body: Members, gates: readonly Gate[]): number {
  const quorums = asked(gates, body);
  return quorums.length > 0 ? Math.max(...quorums) : majority(body.members);
}

/** A definition made before bodies had a quorum of their own goes by the gates of its path alone. */
export function quorumOf(
  { path, bodies }: Pick<MigrationDefinition, 'path' | 'bodies'>,
  body: string,
): number {
  const found = bodies.find(({ id }) => id === body);
  const gates = path.phases.map(({ gate }) => gate);
  return found?.quorum ?? Math.max(1, ...asked(gates, found ?? { id: body, members: 1 }));
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
