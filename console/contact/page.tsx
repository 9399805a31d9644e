// 連絡先: where the one who is signed in is told besides the inbox, a trial of it, and the address of their own calendar.
import { useQuery } from '@tanstack/react-query';
import { contactQuery, feedQuery, meQuery } from '../queries.ts';
import { useTitle } from '../shell/title.ts';
import { Waiting } from '../ui/problem.tsx';
import { useWords } from '../words/language.tsx';
import { CalendarFeed } from './calendar-feed.tsx';
import { ContactForm } from './contact-form.tsx';
import { Trial } from './trial.tsx';
import { contactWords } from './words.ts';
import './contact.css';

export function ContactPage() {
  const { t } = useWords(contactWords);
  const { data: me } = useQuery(meQuery);
  useTitle(t('app.contact'));
  return (
    <main className="page contact-page" id="content" tabIndex={-1}>
      <h1>{t('app.contact')}</h1>
      <p>{t('contact.what')}</p>
      {me && <Own account={me.account} />}
    </main>
  );
}

function Own({ account }: { account: string }) {
  const { t } = useWords(contactWords);
  const contact = useQuery(contactQuery(account));
  const feed = useQuery(feedQuery(account));
  return (
    <>
      <section className="card" aria-labelledby="contact-ways">
        <h2 id="contact-ways">{t('contact.ways')}</h2>
        {contact.data ? <ContactForm contact={contact.data} /> : <Waiting error={contact.error} />}
      </section>
      <section className="card" aria-labelledby="contact-trial">
        <h2 id="contact-trial">{t('contact.trial')}</h2>
        {contact.data ? <Trial contact={contact.data} /> : <Waiting error={contact.error} />}
      </section>
      <section className="card" aria-labelledby="contact-feed">
        <h2 id="contact-feed">{t('feed.title')}</h2>
        {feed.data ? (
          <CalendarFeed account={account} feed={feed.data.feed} />
        ) : (
          <Waiting error={feed.error} />
        )}
      </section>
    </>
  );
}
