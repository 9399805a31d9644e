// Asks the record whether an act arrived, often at first and then less so, until it answers. Only reads.
import { useQuery } from '@tanstack/react-query';
import { type Delivery, type Verdict, verdictOn } from './delivery.ts';
import { entriesSince } from './entries-since.ts';

const often = { times: 15, ms: 2_000 };
const rarely = 10_000;

/** @param sent null while nothing has to be asked */
export function useVerdict(requestId: string, sent: Delivery | null): Verdict {
  const { code = '', system = '', seenVersion = 0, since = 0 } = sent ?? {};
  const { data } = useQuery({
    queryKey: ['delivery', code, system, requestId],
    queryFn: async () => {
      const askedForMs = performance.now() - since;
      return verdictOn(requestId, await entriesSince(code, system, seenVersion), askedForMs);
    },
    enabled: sent !== null,
    staleTime: 0,
    retry: false,
    refetchInterval: ({ state }) =>
      state.dataUpdateCount + state.errorUpdateCount < often.times ? often.ms : rarely,
  });
  return (sent && data) ?? { kind: 'open' };
}
