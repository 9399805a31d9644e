// Who was warned of one deadline: asked for when it is opened, and not before. Whoever may not read it is offered nothing.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { WarningView } from '../../server/contract/telling/contacts.ts';
import { ApiProblem } from '../api.ts';
import { programmeQuery, warningsQuery } from '../queries.ts';
import { Moment } from '../ui/day.tsx';
import { Modal } from '../ui/modal.tsx';
import { Waiting } from '../ui/problem.tsx';
import { Scroll } from '../ui/scroll.tsx';
import { useSpeech } from '../words/language.tsx';
import type { Sentence } from '../words/sentence.ts';
import { Channels } from './warned-channels.tsx';

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
  if (items.length === 0) return <p>{t('warned.nobody')}</p>;
  return (
    <Scroll label={t('warned.caption')}>
      <table className="grid-table warned">
        <caption className="hidden">{t('warned.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('warned.whom')}</th>
            <th scope="col">{t('warned.when')}</th>
            <th scope="col">{t('warned.read')}</th>
            <th scope="col">{t('warned.channels')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <Row key={`${one.day}/${one.account}/${one.madeAt}/${one.dueOn}`} code={code} warning={one} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Row({ code, warning }: { code: string; warning: WarningView }) {
  const { t, say, day } = useSpeech();
  const { data } = useQuery(programmeQuery(code));
  const called = (post: string) => {
    const body = data?.bodies.find(({ id }) => id === post);
    return body ? say(body.label) : post;
  };
  const { name, account, posts, madeAt, late, dueOn, readAt, channels } = warning;
  return (
    <tr>
      <th scope="row">
        <span title={account}>{name}</span>
        <span className="schedule-under soft">{posts.map(called).join(t('warned.and'))}</span>
      </th>
      <td>
        <Moment value={madeAt} /> {late && <span className="tag warn">{t('warned.late')}</span>}
        <span className="schedule-under soft">{t('warned.due', { day: day(dueOn, 'short') })}</span>
      </td>
      <td>{readAt ? <Moment value={readAt} /> : <span className="soft">{t('warned.unread')}</span>}</td>
      <td>
        <Channels channels={channels} />
      </td>
    </tr>
  );
}
