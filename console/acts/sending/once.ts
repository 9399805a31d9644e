// Something recorded by one press. The same content goes under the same id until it is answered: pressing again finds out, and records
// nothing twice. Given up or left, it is cut; what may have arrived then is asked of the record, on every page, until it answers.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { ApiProblem, requestId } from '../../api.ts';
import type { Delivery } from './delivery.ts';
import { isUnclear, NotSent, useDelivery } from './use-delivery.ts';

interface Once<T> {
  /** Of the programme: whatever is known of it is asked for anew once there is an answer, or none. */
  code: string;
  /** What will be recorded; another content is another request. */
  content: string;
  send: (id: string, signal: AbortSignal) => Promise<T>;
  onDone: (answer: T) => void;
  /** Of an act in the record of a system: what is asked there for when its answer is not known. */
  act?: Omit<Delivery, 'state' | 'since'> | undefined;
}

const SEND_MS = 60_000;

export function useOnce<T>({ code, content, send, onDone, act }: Once<T>) {
  const queries = useQueryClient();
  const { deliver, giveUp } = useDelivery();
  const under = useRef<{ content: string; id: string } | null>(null);
  const idOf = (what: string): string => {
    if (under.current?.content !== what) under.current = { content: what, id: requestId() };
    return under.current.id;
  };
  const sending = useMutation({
    networkMode: 'always',
    mutationFn: (what: string) => {
      const id = idOf(what);
      const within = (cut: AbortSignal) => send(id, AbortSignal.any([cut, AbortSignal.timeout(SEND_MS)]));
      return deliver({ id, act, send: within });
    },
    onError: (error) => {
      if (error instanceof ApiProblem && !error.unclear) under.current = null;
    },
    onSettled: () => void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === code }),
    onSuccess: onDone,
  });
  const { isPending } = sending;
  const error = sending.variables === content ? sending.error : null;
  const isUnsure = isUnclear(error);
  const isOffline = error instanceof NotSent;
  return {
    isPending,
    isUnsure,
    isOffline,
    /** Nothing of the content may change: it is on its way, or may have arrived. */
    isBusy: isPending || isUnsure,
    /** Why it was refused. */
    refused: isUnsure || isOffline ? null : error,
    press: () => sending.mutate(content),
    giveUp: () => {
      giveUp();
      sending.reset();
    },
  };
}
