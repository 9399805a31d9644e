// One entry that says something wrong: what stands there, what should have stood or that it should not have been, proposed by one and
// decided by another who sees both.
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { CorrectionDraft } from '../../server/contract/corrections.ts';
import type { SystemView } from '../../server/contract/migrations/system.ts';
import type { Me } from '../../server/contract/programmes.ts';
import { heldFor } from '../acts/held.ts';
import { meQuery, systemQuery } from '../queries.ts';
import { useTitle } from '../shell/title.ts';
import { Tag } from '../ui/condition.tsx';
import { Day, Moment } from '../ui/day.tsx';
import { Waiting } from '../ui/problem.tsx';
import { useWords } from '../words/language.tsx';
import { Decide } from './decide.tsx';
import { Decided } from './decided.tsx';
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
          <Decided code={code} system={system} pairs={draft.decided} />
          <Part key={turnOf(draft)} {...{ code, me, view, draft, setSaid }} />
        </>
      )}
    </main>
  );
}

const madeIn = ({ decided }: CorrectionDraft) => decided.filter(({ status }) => status === 'approved');
const isPutRight = (draft: CorrectionDraft): boolean => madeIn(draft).length > 0;
const isVoided = (draft: CorrectionDraft): boolean => madeIn(draft).some(({ right }) => right === null);

function Stands({ draft }: { draft: CorrectionDraft }) {
  const { t, say } = useWords(correctionWords);
  const { stands, was } = draft;
  const [isRight, isVoid] = [isPutRight(draft), isVoided(draft)];
  const title = isVoid ? 'correction.stoodVoid' : isRight ? 'correction.standsNow' : 'correction.stands';
  return (
    <section className="card" aria-labelledby="stands">
      <h2 id="stands">
        {t(title)}{' '}
        {isRight && (
          <Tag tone="warn" icon="alert" text={t(isVoid ? 'correction.madeVoid' : 'correction.made')} />
        )}
      </h2>
      <p>{isVoid ? <del>{say(stands.summary)}</del> : <strong>{say(stands.summary)}</strong>}</p>
      <p className="small soft">
        {t('correction.occurred')} <Day value={stands.occurredOn} />　{stands.name} {say(stands.postLabel)}
        {'　'}
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

/** What others record meanwhile takes away nothing that is typed, as long as the same is proposed. */
const turnOf = ({ decided, open }: CorrectionDraft): string => `${decided.length}/${open !== null}`;

function Part({ code, me, view, draft, setSaid }: PartProps) {
  const { t } = useWords(correctionWords);
  const { account } = me;
  const navigate = useNavigate();
  const onClose = () =>
    void navigate({
      to: '/programmes/$code/systems/$system',
      params: { code, system: view.row.system },
      search: {},
    });
  const posts = postsFor(heldFor(me, code, view.row.system), draft, account);
  const [chosen, setChosen] = useState(posts[0]?.post ?? '');
  const post = posts.find((one) => one.post === chosen);
  const working: Working | null = post
    ? { code, account, view, draft, post, onDone: setSaid, onClose }
    : null;
  if (!draft.open && !draft.correctable)
    return <p className="notice">{t(isVoided(draft) ? 'correction.notVoided' : 'correction.not')}</p>;
  return (
    <>
      {posts.length > 1 && <As posts={posts} chosen={chosen} onChoose={setChosen} />}
      {draft.open && <Decide {...{ open: draft.open, draft, account, working }} />}
      {!draft.open && working && (isPutRight(draft) ? <Again {...working} /> : <Propose {...working} />)}
      {!draft.open && !working && <p className="notice">{t('correction.noPost')}</p>}
    </>
  );
}

/** Who comes to see what became of it is not asked at once to change it again. */
function Again(working: Working) {
  const { t } = useWords(correctionWords);
  return (
    <details>
      <summary>{t('correction.again')}</summary>
      <Propose {...working} />
    </details>
  );
}

type Held = ReturnType<typeof heldFor>;

/** In which post something can be done about it: of one that waits, those that decide; the proposer's own first, by which they take it back. */
function postsFor(held: Held, { open }: CorrectionDraft, account: string): Held {
  if (!open) return held;
  if (open.by.account === account) return held.toSorted((one) => (one.post === open.by.post ? -1 : 1));
  return held.filter(({ post }) => open.waitsFor.some((decides) => decides.post === post));
}

interface AsProps {
  posts: Held;
  chosen: string;
  onChoose: (post: string) => void;
}

function As({ posts, chosen, onChoose }: AsProps) {
  const { t, say } = useWords(correctionWords);
  return (
    <div className="field">
      <label htmlFor="correction-post">{t('correction.as')}</label>
      <select id="correction-post" value={chosen} onChange={(event) => onChoose(event.target.value)}>
        {posts.map((one) => (
          <option key={one.post} value={one.post}>
            {say(one.label)}
          </option>
        ))}
      </select>
    </div>
  );
}
