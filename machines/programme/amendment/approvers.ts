// Whether those who approve amendments are people enough: asked of a folder and of what is proposed alike.
import type { Body } from '../../definition/definition.ts';
import type { ProgrammeDefinition } from '../definition.ts';

/** What is too few, and of whom first; null where they are enough. */
export function tooFewApprovers(
  { approve, quorum }: NonNullable<ProgrammeDefinition['amend']>,
  bodies: readonly Pick<Body, 'id' | 'members'>[],
): { body: string; members: number; quorum: number } | null {
  const members = bodies
    .filter(({ id }) => approve.includes(id))
    .reduce((sum, body) => sum + body.members, 0);
  const [body = ''] = approve;
  return members >= quorum ? null : { body, members, quorum };
}
