// What moved since the reader last looked: until they say that they have seen it, or leave the page. The server keeps it by account.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { TodayView } from '../../server/contract/telling/today.ts';
import { post, postOnLeaving, programmePath } from '../api.ts';
import { meQuery } from '../queries.ts';
import { Moment } from '../ui/day.tsx';
import { ProblemNotice } from '../ui/problem.tsx';
import { useWords } from '../words/language.tsx';
import { Systems } from './lines.tsx';
import { todayWords } from './words.ts';

export function Moved({ code, view }: { code: string; view: TodayView }) {
  const { t, say } = useWords(todayWords);
  const queries = useQueryClient();
  const { data: me } = useQuery(meQuery);
  const { moved, movedUntil } = view;
  const path = `${programmePath(code)}/inbox/read-until`;
  const account = me?.account ?? null;
  const seen = useMutation({
    mutationFn: (id: string) => post<void>(path, { id }, account),
    onSuccess: () =>
      Promise.all(['today', 'inbox'].map((kind) => queries.invalidateQueries({ queryKey: [kind, code] }))),
  });
  useSeenOnLeaving(path, movedUntil, account);
  return (
    <section className="today-part" aria-labelledby="today-moved">
      <h2 id="today-moved">
        {t('today.moved')} <span className="today-count">{moved.length}</span>
      </h2>
      {seen.error && <ProblemNotice error={seen.error} />}
      {moved.length === 0 && <p className="soft today-none">{t('today.nothingMoved')}</p>}
      <ul className="today-lines small">
        {moved.map(({ code: kind, text, recordedAt, systems }) => (
          <li key={`${kind}/${recordedAt}/${text.en}`} className="today-line">
            <p>
              <span className="soft">
                <Moment value={recordedAt} />
              </span>{' '}
              {say(text)}
              <span aria-hidden="true"> — </span>
              <Systems code={code} systems={systems} post={null} />
            </p>
          </li>
        ))}
      </ul>
      {movedUntil !== null && moved.length > 0 && (
        <p className="today-acts">
          <button
            type="button"
            className="button slim"
            disabled={seen.isPending}
            onClick={() => seen.mutate(movedUntil)}
          >
            {t('today.seen')}
          </button>
          <span className="small soft">{t('today.seenNote')}</span>
        </p>
      )}
    </section>
  );
}

/** Whoever leaves has seen what stood there: another page of the console, or the tab closed. A failure leaves it unseen. */
function useSeenOnLeaving(path: string, until: string | null, account: string | null): void {
  const queries = useQueryClient();
  const shown = useRef({ until, account });
  shown.current = { until, account };
  useEffect(() => {
    const leave = () => {
      const { until: id, account: whose } = shown.current;
      if (id === null || whose === null || document.visibilityState === 'hidden') return;
      shown.current = { until: null, account: whose };
      postOnLeaving<void>(path, { id }, whose).then(
        () => queries.invalidateQueries({ queryKey: ['today'] }),
        () => undefined,
      );
    };
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [path, queries]);
}
