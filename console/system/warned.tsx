// Who was warned of one deadline: asked for when it is opened, and not before. Whoever may not read it is offered nothing.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { WarningView } from '../../server/contract/telling/contacts.ts';
import { ApiProblem } from '../api.ts';
import { programmeQuery, warningsQuery } from '../queries.ts';
import { Channels } from '../ui/channels.tsx';
import { Moment } from '../ui/day.tsx';
import { Modal } from '../ui/modal.tsx';
import { Waiting } from '../ui/problem.tsx';
import { useSpeech } from '../words/language.tsx';
import type { Sentence } from '../words/sentence.ts';

/** Where a deadline is of: none in the past, where nobody is being told. */
export interface WarnedOf {
  code: string;
  system: string;
}

interface Props extends WarnedOf {
  deadline: string;
  label: Sentence;
}

export function Warned({ code, system, deadline, label }: Props) {
  const { t, say } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  const { data, error } = useQuery({ ...warningsQuery(code, system, deadline), enabled: isOpen });
  if (error instanceof ApiProblem && error.status === 403) return null;
  return (
    <>
      <button
        type="button"
        className="button slim plain warned-button"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t('warned.open')}
        <span className="hidden">{t('warned.of', { deadline: say(label) })}</span>
      </button>
      {isOpen && (
        <Modal title={t('warned.title', { deadline: say(label) })} onClose={() => setOpen(false)}>
          {data ? <Warnings code={code} items={data.items} /> : <Waiting error={error} />}
        </Modal>
      )}
    </>
  );
}

function Warnings({ code, items }: { code: string; items: readonly WarningView[] }) {
  const { t } = useSpeech();
  const { data: programme } = useQuery(programmeQuery(code));
  if (items.length === 0) return <p>{t('warned.nobody')}</p>;
  return (
    <>
      {programme?.rehearsal && <p className="soft small">{t('warned.clocks')}</p>}
      <ul className="warned" aria-label={t('warned.caption')}>
        {items.map((one) => (
          <li key={`${one.day}/${one.account}/${one.madeAt}/${one.dueOn}`}>
            <OneWarning code={code} warning={one} />
          </li>
        ))}
      </ul>
    </>
  );
}

function OneWarning({ code, warning }: { code: string; warning: WarningView }) {
  const { t, say, day } = useSpeech();
  const { data } = useQuery(programmeQuery(code));
  const called = (post: string) => {
    const body = data?.bodies.find(({ id }) => id === post);
    return body ? say(body.label) : post;
  };
  const { name, account, posts, madeAt, late, dueOn, readAt, channels } = warning;
  return (
    <>
      <p>
        <strong title={account}>{name}</strong>{' '}
        <span className="soft small">{posts.map(called).join(t('warned.and'))}</span>
      </p>
      <dl className="facts small">
        <div>
          <dt>{t('warned.when')}</dt>
          <dd>
            <Moment value={madeAt} />{' '}
            <span className="soft">{t('warned.due', { day: day(dueOn, 'short') })}</span>{' '}
            {late && <span className="tag warn">{t('warned.late')}</span>}
          </dd>
        </div>
        <div>
          <dt>{t('warned.read')}</dt>
          <dd>
            {readAt ? (
              <>
                {t('warned.readAt')} <Moment value={readAt} />
              </>
            ) : (
              <span className="soft">{t('warned.unread')}</span>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('warned.channels')}</dt>
          <dd>
            <Channels channels={channels} />
          </dd>
        </div>
      </dl>
    </>
  );
}
