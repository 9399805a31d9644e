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

type Amenders = Pick<ProgrammeDefinition, 'amend' | 'control'> & {
  bodies: readonly Pick<Body, 'id' | 'members' | 'term'>[];
};

/** Those whose terms end would leave nobody who could give them another: of those for ever, too few propose or approve. */
export function termedAmenders({
  amend,
  control,
  bodies,
}: Amenders): { may: 'propose' | 'approve'; bodies: string[] }[] {
  const { propose, approve, quorum } = amend ?? { propose: control, approve: control, quorum: 2 };
  const termed = bodies.filter(({ term }) => term?.until !== undefined).map(({ id }) => id);
  const forEver = (posts: readonly string[]): number =>
    bodies
      .filter(({ id }) => posts.includes(id) && !termed.includes(id))
      .reduce((sum, { members }) => sum + members, 0);
  const asked = [
    { may: 'propose' as const, posts: propose, least: 1 },
    { may: 'approve' as const, posts: approve, least: quorum },
  ];
  return asked.flatMap(({ may, posts, least }) => {
    const ending = posts.filter((post) => termed.includes(post));
    return ending.length > 0 && forEver(posts) < least ? [{ may, bodies: ending }] : [];
  });
}
