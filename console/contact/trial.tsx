// A trial to every way that is set, and what came of the last one: a worker makes it, and the page looks until it has ended.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ContactView } from '../../server/contract/telling/contacts.ts';
import { post } from '../api.ts';
import { contactQuery, isYoung } from '../queries.ts';
import { ChannelName } from '../ui/channel-name.tsx';
import { Tag } from '../ui/condition.tsx';
import { Moment } from '../ui/day.tsx';
import { ProblemNotice } from '../ui/problem.tsx';
import { useWords } from '../words/language.tsx';
import { contactWords } from './words.ts';

export function Trial({ contact }: { contact: ContactView }) {
  const { t } = useWords(contactWords);
  const queries = useQueryClient();
  const { account, mail, webhook, trials } = contact;
  const asked = useMutation({
    mutationFn: () => post<ContactView>('/contact/trial', {}, account),
    onSuccess: (now) => queries.setQueryData(contactQuery(account).queryKey, now),
  });
  if (mail === null && webhook === null) return <p className="soft">{t('contact.noWay')}</p>;
  const known = Object.entries(trials);
  return (
    <>
      <p className="small">{t('contact.trialWhat')}</p>
      {asked.error && <ProblemNotice error={asked.error} title={t('contact.notTried')} />}
      <ul className="contact-trials" aria-live="polite">
        {known.map(([channel, trial]) => (
          <li key={channel}>
            <strong>
              <ChannelName channel={channel} />
            </strong>{' '}
            <Ended trial={trial} />
          </li>
        ))}
      </ul>
      <button type="button" className="button" disabled={asked.isPending} onClick={() => asked.mutate()}>
        {t('contact.try')}
      </button>
    </>
  );
}

function Ended({ trial }: { trial: ContactView['trials'][string] }) {
  const { t } = useWords(contactWords);
  const { ended, askedAt, receipt, error } = trial;
  const at = (
    <span className="soft small">
      <Moment value={askedAt} />
    </span>
  );
  if (!ended)
    return (
      <>
        <Tag tone="" icon="clock" text={t(isYoung(askedAt) ? 'contact.underWay' : 'contact.nobodyTook')} />{' '}
        {at}
        {!isYoung(askedAt) && <span className="contact-answer small">{t('contact.noWorker')}</span>}
      </>
    );
  return (
    <>
      {receipt === null ? (
        <Tag tone="bad" icon="cross" text={t('warned.state.givenUp')} />
      ) : (
        <Tag tone="good" icon="check" text={t('warned.state.arrived')} />
      )}{' '}
      {at}
      <span className="contact-answer mono">{receipt ?? error}</span>
    </>
  );
}
