// In which of the reader's posts something is done here.
import { useQuery } from '@tanstack/react-query';
import type { Me } from '../../server/contract/programmes.ts';
import { meQuery } from '../queries.ts';

/** Of these posts the one that the reader holds for the whole programme; null where they hold none. */
export function usePostAmong(
  code: string,
  posts: readonly string[],
): { me: Me | undefined; post: string | null } {
  const { data: me } = useQuery(meQuery);
  const held = me?.posts.find(
    ({ programme, system, post }) => programme === code && system === null && posts.includes(post),
  );
  return { me, post: held?.post ?? null };
}
