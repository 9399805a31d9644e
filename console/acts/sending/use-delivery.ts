// The one way by which something is sent to be recorded: nothing goes where nothing can arrive, given up or left it is cut, and what may
// have arrived then is kept with the tab, so that every page asks the record for it until it answers.
import { useEffect, useRef } from 'react';
import { ApiProblem } from '../../api.ts';
import type { Delivery } from './delivery.ts';
import { useDesk } from './desk.ts';
import { isReached } from './reached.ts';

interface Sending<T> {
  /** The request id under which it goes. */
  id: string;
  /** Of an act in the record of a system: what is asked there for when its answer is not known. */
  act?: Omit<Delivery, 'state' | 'since'> | undefined;
  send: (cut: AbortSignal) => Promise<T>;
}

/** There is no network, or it was given up before it went: nothing was sent, and nothing will be by itself. */
export class NotSent extends Error {}

export const isUnclear = (error: unknown): boolean => error instanceof ApiProblem && error.unclear;

export function useDelivery() {
  const { deliveries } = useDesk();
  const underWay = useRef<AbortController | null>(null);
  useEffect(() => () => underWay.current?.abort(), []);
  return {
    /** @throws NotSent, or whatever the answer was: unclear where it may have arrived */
    deliver: async <T>({ id, act, send }: Sending<T>): Promise<T> => {
      const cut = new AbortController();
      underWay.current = cut;
      const reached = await isReached();
      if (!reached || cut.signal.aborted) throw new NotSent();
      const put = (state: Delivery['state']) =>
        act && deliveries.set(id, { ...act, state, since: performance.now() });
      put('sending');
      try {
        const answer = await send(cut.signal);
        deliveries.drop(id);
        return answer;
      } catch (error) {
        if (isUnclear(error)) put('asking');
        else deliveries.drop(id);
        throw error;
      }
    },
    giveUp: () => underWay.current?.abort(),
  };
}
