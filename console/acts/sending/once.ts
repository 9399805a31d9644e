// Something recorded by one press. The same content goes under the same id until it is answered: pressing again finds out, and records
// nothing twice. Given up or left, it is cut.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { ApiProblem, requestId } from '../../api.ts';

interface Once<T> {
  /** Of the programme: whatever is known of it is asked for anew once there is an answer, or none. */
  code: string;
  /** What will be recorded; another content is another request. */
  content: string;
  send: (id: string, signal: AbortSignal) => Promise<T>;
  onDone: (answer: T) => void;
}

const SEND_MS = 60_000;

export function useOnce<T>({ code, content, send, onDone }: Once<T>) {
  const queries = useQueryClient();
  const under = useRef<{ content: string; id: string } | null>(null);
  const underWay = useRef<AbortController | null>(null);
  useEffect(() => () => underWay.current?.abort(), []);
  const idOf = (what: string): string => {
    if (under.current?.content !== what) under.current = { content: what, id: requestId() };
    return under.current.id;
  };
  const sending = useMutation({
    networkMode: 'always',
    mutationFn: (what: string) => {
      const cut = new AbortController();
      underWay.current = cut;
      return send(idOf(what), AbortSignal.any([cut.signal, AbortSignal.timeout(SEND_MS)]));
    },
    onError: (error) => {
      if (error instanceof ApiProblem && !error.unclear) under.current = null;
    },
    onSettled: () => void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === code }),
    onSuccess: onDone,
  });
  const { isPending } = sending;
  const error = sending.variables === content ? sending.error : null;
  const isUnsure = error instanceof ApiProblem && error.unclear;
  return {
    isPending,
    isUnsure,
    /** Nothing of the content may change: it is on its way, or may have arrived. */
    isBusy: isPending || isUnsure,
    /** Why it was refused. */
    refused: isUnsure ? null : error,
    press: () => sending.mutate(content),
    giveUp: () => {
      underWay.current?.abort();
      sending.reset();
    },
  };
}
