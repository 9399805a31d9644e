// After a return: why and by whom, over the whole page; and at the gate what is otherwise since.
import { Link } from '@tanstack/react-router';
import type { ExplanationView } from '../../server/contract/migrations/explanation.ts';
import type { SystemView } from '../../server/contract/migrations/system.ts';
import { Day } from '../ui/day.tsx';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../words/language.tsx';
import { pageWords } from './page-words.ts';

type Since = NonNullable<NonNullable<NonNullable<ExplanationView['gate']>['bundle']>['since']>;
type Shown = Pick<SystemView, 'returned' | 'setting'>;

export function Banner({ view: { returned, setting } }: { view: Shown }) {
  const { t, say } = useWords(pageWords);
  if (!returned) return null;
  const by = t('returned.by', { name: returned.name, post: say(returned.postLabel) });
  return (
    <section className="notice warn returned" aria-label={t('returned.title')}>
      <p>
        <strong>
          <Icon name="back" /> {t('returned.title')}
        </strong>{' '}
        <Day value={returned.on} form="long" /> {by}
      </p>
      <p className="returned-reason">{t('returned.reason', { reason: returned.reason })}</p>
      {setting.asOf === null && (
        <p className="small">
          {t('returned.next')}{' '}
          <Link className="no-print" to="." search={true} hash="gate" hashScrollIntoView={false}>
            {t('returned.toGate')}
          </Link>
        </p>
      )}
    </section>
  );
}

export function Returned({ view, since }: { view: Shown; since: Since | null }) {
  const { t, say } = useWords(pageWords);
  if (!view.returned || !since) return null;
  if (since.changes.length === 0) return <p className="notice small">{t('returned.sinceNone')}</p>;
  return (
    <div className="notice small">
      <strong>{t('returned.since')}</strong>
      <ul>
        {since.changes.map((change) => (
          <li key={change.ja}>{say(change)}</li>
        ))}
      </ul>
    </div>
  );
}
