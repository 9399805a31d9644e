// Convening: a body whose secretariat the reader is of, the day, the form, the agenda and who is invited; one confirmation that repeats it.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { meQuery } from '../../queries.ts';
import { useTitle } from '../../shell/title.ts';
import { Waiting } from '../../ui/problem.tsx';
import { useWords } from '../../words/language.tsx';
import { conveningQuery } from '../queries.ts';
import { meetingsWords } from '../words.ts';
import { ConveneForm } from './form.tsx';
import { bodiesFor, useConvened } from './use-convened.ts';
import { conveningWords } from './words.ts';
import '../../acts/acts.css';
import '../meetings.css';

const words = { ...meetingsWords, ...conveningWords };

export function ConvenePage() {
  const { t } = useWords(words);
  const { code } = useParams({ from: '/within/programmes/$code/meetings/convene' });
  const { data: me } = useQuery(meQuery);
  const hold = useConvened(code, me?.account ?? '');
  const { data: found, error } = useQuery(conveningQuery(code, hold.draft.on || null));
  useTitle(t('convene.title'));
  const bodies = me && found ? bodiesFor(me, code, found) : [];
  return (
    <main className="page meeting" id="content" tabIndex={-1}>
      <p className="small no-print">
        <Link to="/programmes/$code/meetings" params={{ code }}>
          {t('meetings.title')}
        </Link>
      </p>
      <h1>{t('convene.title')}</h1>
      {!me || !found ? (
        <Waiting error={error} />
      ) : bodies.length === 0 ? (
        <p className="card">{t('convene.none')}</p>
      ) : (
        <ConveneForm key={me.account} {...{ code, me, found, bodies, hold }} />
      )}
    </main>
  );
}
