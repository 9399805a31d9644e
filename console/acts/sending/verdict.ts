// Asks the record whether an act arrived, often at first and then less so, until it answers. Only reads.
import { useQuery } from '@tanstack/react-query';
import type { EntryPage } from '../../../server/contract/entries.ts';
import { get } from '../../api.ts';
import { systemPath } from '../../queries.ts';
import { type Delivery, type Verdict, verdictOn } from './delivery.ts';

type Sent = Pick<Delivery, 'code' | 'system' | 'seenVersion'>;

const often = { times: 15, ms: 2_000 };
const rarely = 10_000;

export function useVerdict(requestId: string, sent: Sent, enabled: boolean): Verdict {
  const { code, system, seenVersion } = sent;
  const { data } = useQuery({
    queryKey: ['delivery', code, system, requestId],
    queryFn: () => get<EntryPage>(`${systemPath(code, system)}/entries`, { limit: 50 }),
    enabled,
    staleTime: 0,
    retry: false,
    refetchInterval: ({ state }) =>
      state.dataUpdateCount + state.errorUpdateCount < often.times ? often.ms : rarely,
  });
  return data ? verdictOn(requestId, seenVersion, data.items) : { kind: 'open' };
}
