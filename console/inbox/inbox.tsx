// The reader's inbox in a side panel: migrations that wait for one of their posts, and what they were told.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { InboxView } from '../../server/contract/programmes.ts';
import { post } from '../api.ts';
import { inboxQuery } from '../queries.ts';
import { DeadlineCell } from '../ui/condition.tsx';
import { Moment } from '../ui/day.tsx';
import { Icon } from '../ui/icon.tsx';
import { Modal } from '../ui/modal.tsx';
import { ProblemNotice } from '../ui/problem.tsx';
import { useSpeech } from '../words/language.tsx';

export function InboxButton({ code }: { code: string }) {
  const { t } = useSpeech();
  const [open, setOpen] = useState(false);
  const { data } = useQuery(inboxQuery(code));
  const unread = data?.unread ?? 0;
  return (
    <>
      <button
        type="button"
        className="button slim plain"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Icon name="inbox" />
        {t('inbox.title')}
        {unread > 0 && (
          <>
            <span className="hidden">{t('inbox.unread')}</span>
            <span className="inbox-count">{unread}</span>
          </>
        )}
      </button>
      {open && data && <InboxPanel code={code} inbox={data} onClose={() => setOpen(false)} />}
    </>
  );
}

function InboxPanel({ code, inbox, onClose }: { code: string; inbox: InboxView; onClose: () => void }) {
  const { t } = useSpeech();
  return (
    <Modal side title={t('inbox.title')} onClose={onClose}>
      <section aria-labelledby="inbox-tasks">
        <h3 id="inbox-tasks">{t('inbox.tasks')}</h3>
        {inbox.tasks.length === 0 && <p className="soft">{t('inbox.noTasks')}</p>}
        <Tasks code={code} inbox={inbox} onClose={onClose} />
      </section>
      <Notices code={code} inbox={inbox} onClose={onClose} />
    </Modal>
  );
}

function Tasks({ code, inbox, onClose }: { code: string; inbox: InboxView; onClose: () => void }) {
  const { t, say } = useSpeech();
  return (
    <ul className="inbox-list small">
      {inbox.tasks.map((task) => (
        <li key={`${task.system}/${task.post}`}>
          <Link
            to="/programmes/$code/systems/$system"
            params={{ code, system: task.system }}
            search={{ post: task.post }}
            onClick={onClose}
          >
            {say(task.systemName)}
          </Link>
          <span>
            {say(task.phaseLabel)}{' '}
            <span className="soft">{t('inbox.as', { post: say(task.postLabel) })}</span>
          </span>
          <DeadlineCell deadline={task.nextDeadline} />
        </li>
      ))}
    </ul>
  );
}

function Notices({ code, inbox, onClose }: { code: string; inbox: InboxView; onClose: () => void }) {
  const { t, say } = useSpeech();
  const queries = useQueryClient();
  const ids = inbox.notices.filter((notice) => !notice.read).map((notice) => notice.id);
  const read = useMutation({
    mutationFn: () => post<void>(`/programmes/${encodeURIComponent(code)}/inbox/read`, { ids }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['inbox', code] }),
  });
  return (
    <section aria-labelledby="inbox-notices">
      <div className="inbox-head">
        <h3 id="inbox-notices">{t('inbox.notices')}</h3>
        {ids.length > 0 && (
          <button type="button" className="button slim" onClick={() => read.mutate()}>
            {t('inbox.markAll')}
          </button>
        )}
      </div>
      {read.error && <ProblemNotice error={read.error} />}
      {inbox.notices.length === 0 && <p className="soft">{t('inbox.noNotices')}</p>}
      <ul className="inbox-list small">
        {inbox.notices.map((notice) => (
          <li key={notice.id}>
            <span className="soft">
              <Moment value={notice.recordedAt} />{' '}
              {!notice.read && <span className="tag key">{t('inbox.unread')}</span>}
            </span>
            <span>{say(notice.message)}</span>
            <span>
              <Link
                to="/programmes/$code/systems/$system"
                params={{ code, system: notice.system }}
                search={{ post: notice.post }}
                onClick={onClose}
              >
                {say(notice.systemName)}
              </Link>{' '}
              <span className="soft">{t('inbox.as', { post: say(notice.postLabel) })}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
