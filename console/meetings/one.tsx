// One meeting: who is there, each item with its vote, closing it and what came of it, the draft of its minutes; as each reader may see it.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { MeetingView } from '../../server/contract/meetings/meetings.ts';
import { meetingWords } from '../../server/contract/meetings/words.ts';
import type { Me } from '../../server/contract/programmes.ts';
import { meQuery } from '../queries.ts';
import { useTitle } from '../shell/title.ts';
import { Day } from '../ui/day.tsx';
import { Waiting } from '../ui/problem.tsx';
import { useWords } from '../words/language.tsx';
import { CallOff } from './call-off.tsx';
import { Closing } from './closing.tsx';
import { Item } from './item.tsx';
import { Papers } from './papers/papers.tsx';
import { Presence } from './presence.tsx';
import { meetingQuery } from './queries.ts';
import type { Recorder } from './recording.tsx';
import { steadOf } from './said.ts';
import { Seats } from './seats.tsx';
import { useSeats } from './use-seats.ts';
import { meetingsWords } from './words.ts';
import './meetings.css';

export function MeetingPage() {
  const { t, say } = useWords(meetingsWords);
  const { code, number } = useParams({ from: '/within/programmes/$code/meetings/$number' });
  const { data: me } = useQuery(meQuery);
  const { data: view, error } = useQuery(meetingQuery(code, number));
  const title = view
    ? t('meeting.title', { body: say(view.bodyLabel), number: view.number })
    : t('meetings.title');
  useTitle(title);
  return (
    <main className="page meeting" id="content" tabIndex={-1}>
      <p className="small no-print">
        <Link to="/programmes/$code/meetings" params={{ code }}>
          {t('meetings.title')}
        </Link>
      </p>
      <h1>{title}</h1>
      {view && me ? <Shown {...{ code, view, me }} /> : <Waiting error={error} />}
    </main>
  );
}

/** In which of these posts the reader records here; null where they hold none of them for the whole programme. */
function recorderIn(
  { me, code }: { me: Me; code: string },
  posts: readonly string[],
  say: (one: Me['posts'][number]['label']) => string,
): Recorder | null {
  const held = me.posts.find(
    ({ programme, system, post }) => programme === code && system === null && posts.includes(post),
  );
  return held
    ? { code, account: me.account, post: held.post, postLabel: say(held.label), stead: steadOf(held) }
    : null;
}

function Shown({ code, view, me }: { code: string; view: MeetingView; me: Me }) {
  const { t, say } = useWords(meetingsWords);
  const secretary = recorderIn(
    { me, code },
    view.secretariat.map(({ post }) => post),
    say,
  );
  const member = recorderIn({ me, code }, [view.body], say);
  const isSeated = view.roll.some(({ account }) => account === me.account);
  return (
    <>
      <Head view={view} />
      {view.form === 'inPerson' && (
        <Presence view={view} recorder={view.status === 'open' ? secretary : null} />
      )}
      {(view.present === null || view.roll.some(({ deputy }) => deputy !== null)) && (
        <Seats code={code} view={view} />
      )}
      <section aria-labelledby="agenda">
        <h2 id="agenda">{t('meeting.agenda')}</h2>
        <ol className="meeting-items">
          {view.agenda.map((item) => (
            <Item
              key={item.number}
              view={view}
              item={item}
              secretary={view.status === 'open' ? secretary : null}
              member={view.status === 'open' && isSeated ? member : null}
            />
          ))}
        </ol>
      </section>
      {secretary && view.status !== 'calledOff' && <Closing view={view} recorder={secretary} />}
      <Papers {...{ code, view, secretary }} />
      {secretary && view.status === 'open' && <CallOff view={view} recorder={secretary} />}
    </>
  );
}

function Head({ view }: { view: MeetingView }) {
  const { t, say } = useWords(meetingsWords);
  const { nameOf } = useSeats(view.roll);
  const { on, form, status, sat, at, place, members, quorum, chair, secretariat } = view;
  return (
    <dl className="meeting-facts card">
      <Fact word={t(form === 'inPerson' ? 'meetings.day' : 'meeting.until')}>
        <Day value={on} form="long" /> {at}
      </Fact>
      <Fact word={t('meetings.form')}>{say(meetingWords.form[form])}</Fact>
      <Fact word={t('meetings.state')}>
        {status === 'closed' && !sat ? t('meetings.unsat') : say(meetingWords.status[status])}
      </Fact>
      {place && <Fact word={t('meeting.place')}>{place}</Fact>}
      <Fact word={t('meeting.quorum')}>{t('meeting.quorumOf', { members, quorum })}</Fact>
      <Fact word={t('meeting.chair')}>{chair ? nameOf(chair) : t('meeting.chosen')}</Fact>
      <Fact word={t('meeting.secretariat')}>
        {secretariat.map(({ label }) => say(label)).join(t('meeting.and'))}
      </Fact>
    </dl>
  );
}

function Fact({ word, children }: { word: string; children: ReactNode }) {
  return (
    <div>
      <dt>{word}</dt>
      <dd>{children}</dd>
    </div>
  );
}
