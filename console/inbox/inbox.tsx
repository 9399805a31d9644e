// The reader's inbox in a side panel: migrations that wait for one of their posts, and what they were told, the newest digest first.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useRouter, useRouterState } from '@tanstack/react-router';
import type { InboxView } from '../../server/contract/programmes.ts';
import { post } from '../api.ts';
import { inboxQuery, meQuery } from '../queries.ts';
import { DeadlineCell } from '../ui/condition.tsx';
import { Moment } from '../ui/day.tsx';
import { Icon } from '../ui/icon.tsx';
import { Modal } from '../ui/modal.tsx';
import { ProblemNotice, Waiting } from '../ui/problem.tsx';
import { useSpeech } from '../words/language.tsx';
import { DigestSection } from './digest.tsx';

export function InboxButton({ code }: { code: string }) {
  const { t } = useSpeech();
  const { data, error } = useQuery(inboxQuery(code));
  // Open, it is a step of the browser's history: Back closes it and leaves the page where it is.
  const open = useRouterState({ select: ({ location }) => location.state.inbox === true });
  const navigate = useNavigate();
  const { history } = useRouter();
  const unread = (data?.unread ?? 0) + (data?.digest && !data.digest.readAt ? 1 : 0);
  return (
    <>
      <button
        type="button"
        className="button slim plain"
        aria-haspopup="dialog"
        onClick={() => void navigate({ to: '.', search: true, state: { inbox: true }, resetScroll: false })}
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
      {open && (
        <Modal side title={t('inbox.title')} onClose={() => history.back()}>
          {data ? <InboxPanel code={code} inbox={data} /> : <Waiting error={error} />}
        </Modal>
      )}
    </>
  );
}

interface Props {
  code: string;
  inbox: InboxView;
}

function InboxPanel({ code, inbox }: Props) {
  const { t } = useSpeech();
  return (
    <>
      {inbox.digest && <DigestSection code={code} digest={inbox.digest} />}
      <section aria-labelledby="inbox-tasks">
        <h3 id="inbox-tasks">{t('inbox.tasks')}</h3>
        {inbox.tasks.length === 0 && <p className="soft">{t('inbox.noTasks')}</p>}
        <Tasks code={code} inbox={inbox} />
      </section>
      <Notices code={code} inbox={inbox} />
      <p className="small">
        <Link to="/contact" replace>
          {t('inbox.contact')}
        </Link>
      </p>
    </>
  );
}

function Tasks({ code, inbox }: Props) {
  const { t, say } = useSpeech();
  return (
    <ul className="inbox-list small">
      {inbox.tasks.map((task) => (
        <li key={`${task.system}/${task.post}`}>
          <Link
            to="/programmes/$code/systems/$system"
            params={{ code, system: task.system }}
            search={{ post: task.post }}
            replace
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

function Notices({ code, inbox }: Props) {
  const { t, say } = useSpeech();
  const queries = useQueryClient();
  const { data: me } = useQuery(meQuery);
  const [newest] = inbox.notices;
  const read = useMutation({
    mutationFn: (id: string) =>
      post<void>(`/programmes/${encodeURIComponent(code)}/inbox/read-until`, { id }, me?.account ?? null),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['inbox', code] }),
  });
  return (
    <section aria-labelledby="inbox-notices">
      <div className="inbox-head">
        <h3 id="inbox-notices">{t('inbox.notices')}</h3>
        {inbox.unread > 0 && newest && (
          <button type="button" className="button slim" onClick={() => read.mutate(newest.id)}>
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
              {notice.system === code ? (
                <Link to="/programmes/$code" params={{ code }} search={{}} replace>
                  {say(notice.systemName)}
                </Link>
              ) : (
                <Link
                  to="/programmes/$code/systems/$system"
                  params={{ code, system: notice.system }}
                  search={{ post: notice.post }}
                  replace
                >
                  {say(notice.systemName)}
                </Link>
              )}{' '}
              <span className="soft">{t('inbox.as', { post: say(notice.postLabel) })}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
