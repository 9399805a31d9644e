// Which answers a change may have made old. A query says in its meta what it is about; one that says nothing is of the whole programme.
import type { Query } from '@tanstack/react-query';
import type { ChangeView } from '../../server/contract/telling/changes.ts';

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: {
      /** The one system that it is about: what moves elsewhere leaves it as it is. */
      system?: string;
      /** It is of a day that is past. */
      isPast?: boolean;
    };
  }
}

type Asked = Pick<Query, 'queryKey' | 'meta'>;

/** @param changes null: anything may have moved */
export function concerns(
  { queryKey, meta }: Asked,
  code: string,
  changes: readonly ChangeView[] | null,
): boolean {
  if (queryKey[1] !== code || meta?.isPast) return false;
  const { system } = meta ?? {};
  if (changes === null || system === undefined) return true;
  return changes.some((one) => one.system === null || one.system === system);
}
