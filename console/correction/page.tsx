// One entry that says something wrong: what stands there, what should have stood or that it should not have been, proposed by one and
// decided by another who sees both.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { CorrectionDraft } from '../../server/contract/corrections.ts';
import type { SystemView } from '../../server/contract/migrations/system.ts';
import type { Me } from '../../server/contract/programmes.ts';
import { heldFor } from '../acts/held.ts';
import { meQuery, systemQuery } from '../queries.ts';
import { useTitle } from '../shell/title.ts';
import { Day, Moment } from '../ui/day.tsx';
import { Waiting } from '../ui/problem.tsx';
import { useWords } from '../words/language.tsx';
import { Decide } from './decide.tsx';
import { Propose } from './propose.tsx';
import { correctionQuery } from './queries.ts';
import { correctionWords } from './words.ts';
import type { Working } from './working.ts';
import './correction.css';

export function CorrectionPage() {
  const { t, say } = useWords(correctionWords);
  const { code, system, seq } = useParams({ from: '/within/programmes/$code/systems/$system/entries/$seq' });
  const { data: me } = useQuery(meQuery);
  const { data: view, error } = useQuery(systemQuery(code, system, null));
  const { data: draft, error: unknown } = useQuery(correctionQuery(code, system, seq));
  const [said, setSaid] = useState('');
  useTitle(t('correction.title'));
  return (
    <main className="page correction" id="content" tabIndex={-1}>
      <p className="small">
        <Link to="/programmes/$code/systems/$system" params={{ code, system }} search={{}}>
          {t('correction.back')}
        </Link>
      </p>
      <h1>{t('correction.title')}</h1>
      {(!me || !view || !draft) && <Waiting error={error ?? unknown} />}
      {me && view && draft && (
        <>
          <p>{t('correction.of', { system: say(view.row.name), seq })}</p>
          <p className="soft">{t('correction.note')}</p>
          <p role="status" className={said ? 'notice good' : 'hidden'}>
            {said}
          </p>
          <Stands draft={draft} />
          <Part key={draft.version} {...{ code, me, view, draft, setSaid }} />
        </>
      )}
    </main>
  );
}

function Stands({ draft: { stands, was } }: { draft: CorrectionDraft }) {
  const { t, say } = useWords(correctionWords);
  return (
    <section className="card" aria-labelledby="stands">
      <h2 id="stands">{t('correction.stands')}</h2>
      <p>
        <strong>{say(stands.summary)}</strong>
      </p>
      <p className="small soft">
        {t('correction.occurred')} <Day value={stands.occurredOn} />　{stands.name} {say(stands.postLabel)}　
        {t('correction.recorded')} <Moment value={was.recordedAt} />
      </p>
    </section>
  );
}

interface PartProps {
  code: string;
  me: Me;
  view: SystemView;
  draft: CorrectionDraft;
  setSaid: (said: string) => void;
}

function Part({ code, me, view, draft, setSaid }: PartProps) {
  const { t, say } = useWords(correctionWords);
  const posts = heldFor(me, code, view.row.system);
  const [chosen, setChosen] = useState(posts[0]?.post ?? '');
  const post = posts.find((one) => one.post === chosen);
  if (!draft.open && !draft.correctable) return <p className="notice">{t('correction.not')}</p>;
  if (!post) return <p className="notice">{t('correction.noPost')}</p>;
  const working: Working = { code, account: me.account, view, draft, post, onDone: setSaid };
  return (
    <>
      {posts.length > 1 && (
        <div className="field">
          <label htmlFor="correction-post">{t('correction.as')}</label>
          <select id="correction-post" value={chosen} onChange={(event) => setChosen(event.target.value)}>
            {posts.map((one) => (
              <option key={one.post} value={one.post}>
                {say(one.label)}
              </option>
            ))}
          </select>
        </div>
      )}
      {draft.open ? <Decide {...working} open={draft.open} /> : <Propose {...working} />}
    </>
  );
}
