// What the reader was told, as it was told: the newest digest with how it was carried, and the notices, read or not.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { InboxView } from '../../../server/contract/telling/inbox.ts';
import { inboxQuery } from '../../queries.ts';
import { Moment } from '../../ui/day.tsx';
import { Waiting } from '../../ui/problem.tsx';
import { useWords } from '../../words/language.tsx';
import { todayWords } from '../words.ts';
import { DigestSection } from './digest.tsx';
import { noticesQuery } from './queries.ts';

/** Asked for once it is opened. */
export function Told({ code }: { code: string }) {
  const { t } = useWords(todayWords);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="today-told" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t('today.told')}</summary>
      {isOpen && <Panel code={code} />}
    </details>
  );
}

function Panel({ code }: { code: string }) {
  const { t } = useWords(todayWords);
  const { data, error } = useQuery(inboxQuery(code));
  if (!data) return <Waiting error={error} />;
  return (
    <>
      {data.digest && <DigestSection code={code} digest={data.digest} />}
      <Notices code={code} />
      <p className="small">
        <Link to="/contact">{t('inbox.contact')}</Link>
      </p>
    </>
  );
}

/** All of them, page after page. */
function Notices({ code }: { code: string }) {
  const { t } = useWords(todayWords);
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    noticesQuery(code),
  );
  const notices = data?.pages.flatMap((page) => page.notices) ?? [];
  return (
    <section aria-labelledby="inbox-notices">
      <h3 id="inbox-notices">{t('inbox.notices')}</h3>
      {!data && <Waiting error={error} />}
      {data && notices.length === 0 && <p className="soft">{t('inbox.noNotices')}</p>}
      <ul className="inbox-list small">
        {notices.map((notice) => (
          <OneNotice key={notice.id} code={code} notice={notice} />
        ))}
      </ul>
      {hasNextPage && (
        <button
          type="button"
          className="button slim"
          disabled={isFetchingNextPage}
          onClick={() => fetchNextPage()}
        >
          {t('app.more')}
        </button>
      )}
    </section>
  );
}

function OneNotice({ code, notice }: { code: string; notice: InboxView['notices'][number] }) {
  const { t, say } = useWords(todayWords);
  return (
    <li>
      <span className="soft">
        <Moment value={notice.recordedAt} />{' '}
        {!notice.read && <span className="tag key">{t('inbox.unread')}</span>}
      </span>
      <span>{say(notice.message)}</span>
      <span>
        {notice.system === code ? (
          say(notice.systemName)
        ) : (
          <Link
            to="/programmes/$code/systems/$system"
            params={{ code, system: notice.system }}
            search={{ post: notice.post }}
          >
            {say(notice.systemName)}
          </Link>
        )}{' '}
        <span className="soft">{t('inbox.as', { post: say(notice.postLabel) })}</span>
      </span>
    </li>
  );
}
