// The address at which a calendar program reads one's own deadlines: made, made anew, ended. It is shown when it is made and never again.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FeedView, IssuedFeed } from '../../server/contract/telling/feeds.ts';
import { post, remove } from '../api.ts';
import { feedQuery } from '../queries.ts';
import { Moment } from '../ui/day.tsx';
import { ProblemNotice } from '../ui/problem.tsx';
import { useWords } from '../words/language.tsx';
import { ShownOnce } from './shown-once.tsx';
import { contactWords } from './words.ts';

export function CalendarFeed({ account, feed }: { account: string; feed: FeedView['feed'] }) {
  const { t, language } = useWords(contactWords);
  const queries = useQueryClient();
  const { queryKey } = feedQuery(account);
  const renew = useMutation({
    mutationFn: () => post<IssuedFeed>('/calendar-feed', {}, account),
    onSuccess: ({ madeAt }) => queries.setQueryData(queryKey, { feed: { madeAt, lastReadAt: null } }),
  });
  const revoke = useMutation({
    mutationFn: () => remove('/calendar-feed', account),
    onSuccess: () => queries.setQueryData(queryKey, { feed: null }),
    // Ended in another tab: it is as was wanted.
    onSettled: () => queries.invalidateQueries({ queryKey }),
    onMutate: () => renew.reset(),
  });
  const isPending = renew.isPending || revoke.isPending;
  const error = renew.error ?? revoke.error;
  const url = renew.data && `${location.origin}${renew.data.path}${language === 'en' ? '?lang=en' : ''}`;
  return (
    <div className="contact-form">
      <p className="small">{t('feed.what')}</p>
      <p role="status">{feed ? <State feed={feed} /> : t('feed.none')}</p>
      {url && feed && <ShownOnce label={t('feed.address')} note={t('feed.once')} text={url} />}
      {error && <ProblemNotice error={error} title={t('feed.failed')} />}
      <div className="contact-buttons">
        <button type="button" className="button" disabled={isPending} onClick={() => renew.mutate()}>
          {t(feed ? 'feed.renew' : 'feed.make')}
        </button>
        {feed && (
          <button type="button" className="button grave" disabled={isPending} onClick={() => revoke.mutate()}>
            {t('feed.revoke')}
          </button>
        )}
      </div>
      {feed && <p className="soft small">{t('feed.renewNote')}</p>}
    </div>
  );
}

function State({ feed: { madeAt, lastReadAt } }: { feed: NonNullable<FeedView['feed']> }) {
  const { t } = useWords(contactWords);
  return (
    <>
      {t('feed.madeAt')} <Moment value={madeAt} /> <span aria-hidden="true">·</span>{' '}
      {lastReadAt ? (
        <>
          {t('feed.lastRead')} <Moment value={lastReadAt} />
        </>
      ) : (
        t('feed.neverRead')
      )}
    </>
  );
}
