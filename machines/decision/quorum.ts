// How many of a body must agree where no gate asks it: as many as the gates of its path ask of it at most, so that one
// member never speaks for a committee.
import type { MigrationDefinition } from '../definition/definition.ts';

interface Voice {
  account: string;
  body: string;
}

export function quorumOf({ path }: Pick<MigrationDefinition, 'path'>, body: string): number {
  const asked = path.phases.flatMap(({ gate }) => gate?.approvals ?? []);
  return Math.max(1, ...asked.filter((approval) => approval.body === body).map(({ quorum }) => quorum));
}

/** True when one more voice of `body` makes its quorum. */
export function carries(
  definition: Pick<MigrationDefinition, 'path'>,
  voices: readonly Voice[],
  body: string,
): boolean {
  const have = voices.filter((voice) => voice.body === body).length;
  return have + 1 >= quorumOf(definition, body);
}
