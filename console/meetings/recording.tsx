// One confirmation for whatever is recorded of a meeting: it repeats what will be, records it once, and says what came of it.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ApiProblem, requestId, post as send } from '../api.ts';
import { ProblemNotice } from '../ui/problem.tsx';
import { useWords } from '../words/language.tsx';
import { meetingsWords } from './words.ts';
import '../acts/acts.css';

export interface Recorder {
  code: string;
  account: string;
  /** The post in which it is recorded, and its name. */
  post: string;
  postLabel: string;
}

interface Props<T> {
  recorder: Recorder;
  path: string;
  /** What is sent, but for the id of the request. */
  body: Readonly<Record<string, unknown>>;
  /** Goes without an id: it does nothing twice by itself. */
  isPlain?: boolean;
  lines: readonly string[];
  /** What stands in the way of sending; null where nothing does. */
  lacks?: string | null;
  onClose: () => void;
  onDone: (answer: T) => void;
  children?: ReactNode;
}

const SEND_MS = 60_000;

/** The same content goes under the same id until it is answered: pressing again finds out, and records nothing twice. */
export function Recording<T>(props: Props<T>) {
  const { recorder, path, body, isPlain = false, lines, lacks = null, onClose, onDone, children } = props;
  const { t } = useWords(meetingsWords);
  const queries = useQueryClient();
  const [id, setId] = useState(requestId);
  const underWay = useRef<AbortController | null>(null);
  useEffect(() => () => underWay.current?.abort(), []);
  const sending = useMutation({
    networkMode: 'always',
    mutationFn: () => {
      const cut = new AbortController();
      underWay.current = cut;
      const signal = AbortSignal.any([cut.signal, AbortSignal.timeout(SEND_MS)]);
      return send<T>(
        path,
        { ...body, post: recorder.post, ...(isPlain ? {} : { requestId: id }) },
        recorder.account,
        signal,
      );
    },
    onError: (error) => {
      if (error instanceof ApiProblem && !error.unclear) setId(requestId());
    },
    onSettled: () =>
      queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === recorder.code }),
    onSuccess: onDone,
  });
  const { error, isPending } = sending;
  const isUnsure = error instanceof ApiProblem && error.unclear;
  return (
    <>
      <section className="notice" aria-label={t('meeting.willRecord')}>
        <strong>{t('meeting.willRecord')}</strong>
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p className="small soft">{t('meeting.asPost', { post: recorder.postLabel })}</p>
      </section>
      {children}
      {lacks && <p className="fault">{lacks}</p>}
      {isUnsure && (
        <p className="notice warn" role="alert">
          {t('meeting.unsure')}
        </p>
      )}
      {error && !isUnsure && <ProblemNotice error={error} />}
      <footer className="act-foot">
        <p className="small soft">{t('meeting.final')}</p>
        <button type="button" className="button" onClick={onClose}>
          {t('act.cancel')}
        </button>
        <button
          type="button"
          className="button solid"
          disabled={isPending || lacks !== null}
          onClick={() => sending.mutate()}
        >
          {t(isPending ? 'meeting.sending' : 'meeting.confirm')}
        </button>
      </footer>
    </>
  );
}

/** An act of the programme: it rests on no sight of it, what was looked at stands in the fact. */
export const actBody = (fact: { type: string; [more: string]: unknown }, today: string) => ({
  fact,
  occurredOn: today,
  seenVersion: 0,
});
