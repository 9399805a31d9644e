// The reader's notices, as far back as they go.
import { infiniteQueryOptions } from '@tanstack/react-query';
import type { InboxView } from '../../../server/contract/telling/inbox.ts';
import { get, programmePath } from '../../api.ts';

export const noticesQuery = (code: string) =>
  infiniteQueryOptions({
    queryKey: ['notices', code],
    queryFn: ({ pageParam }) =>
      get<InboxView>(`${programmePath(code)}/inbox`, { limit: 50, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
