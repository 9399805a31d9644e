// What the reader may do to a system now, each act with its confirmation, and what not, with the reasons that would
// refuse it. The server's explanation is the only source of both.
import {
  Link,
  Navigate,
  useNavigate,
  useParams,
  useRouter,
  useRouterState,
  useSearch,
} from '@tanstack/react-router';
import { useState } from 'react';
import type { ExplanationView } from '../../server/contract/migrations/explanation.ts';
import type { SystemView } from '../../server/contract/migrations/system.ts';
import { useSpeech } from '../words/language.tsx';
import type { Sentence } from '../words/sentence.ts';
import { ActDialog, openerOf } from './act-dialog.tsx';
import { Refused } from './acts-refused.tsx';
import {
  type ActView,
  canBegin,
  correctedBy,
  isAboutSteps,
  isDaily,
  isScoreSheet,
  leadsOnward,
} from './questions.ts';
import { carriedBy } from './sending/use-act-draft.ts';
import './acts.css';

export interface Post {
  post: string;
  label: Sentence;
}

interface Props {
  view: SystemView;
  explanation: ExplanationView;
  posts: readonly Post[];
  post: Post;
  account: string;
}

export function ActsPanel({ view, explanation, posts, post, account }: Props) {
  const { t } = useSpeech();
  const from = '/within/programmes/$code/systems/$system';
  const { code } = useParams({ from });
  const search = useSearch({ from });
  const navigate = useNavigate({ from: '/programmes/$code/systems/$system' });
  const [done, setDone] = useState('');
  const { act: _opened, step: asked, phase, startOn, endOn, ...closed } = search;
  const history = useRouter().history;
  const opensHere = useRouterState({ select: ({ location }) => location.state.dialog === true });
  const open = (act: string) =>
    void navigate({ search: { ...closed, act }, hash: true, state: { dialog: true }, resetScroll: false });
  // Opened here, a dialog is a step of the browser's history: Back closes it, and closing it goes back.
  const close = () =>
    opensHere
      ? history.back()
      : void navigate({ search: closed, hash: true, replace: true, resetScroll: false });
  const acts = explanation.acts;
  const possible = acts.filter(canBegin);
  const refused = acts.filter((act) => !canBegin(act));
  const opened = acts.find((act) => act.type === search.act);
  const corrected = opened ? correctedBy(opened) : null;
  const isStep = opened && isAboutSteps(opened) && view.nationalSteps.some(({ id }) => id === asked);
  const step = isStep ? asked : undefined;
  return (
    <section className="card acts" aria-labelledby="acts">
      <h2 id="acts">{t('system.acts')}</h2>
      <PostChoice
        posts={posts}
        post={post}
        onChoose={(chosen) => void navigate({ search: { post: chosen }, replace: true })}
      />
      <p role="status" className={done ? 'notice good small' : 'hidden'}>
        {done}
      </p>
      {possible.length === 0 && <p className="soft">{t('system.noActs')}</p>}
      <Possible acts={possible} onOpen={open} />
      <Refused acts={refused} />
      {opened && corrected !== null && (
        <Navigate
          to="/programmes/$code/systems/$system/entries/$seq"
          params={{ code, system: view.row.system, seq: String(corrected) }}
          replace
        />
      )}
      {opened && corrected === null && (
        <ActDialog
          key={[account, post.post, opened.type, step].join('/')}
          code={code}
          view={view}
          explanation={explanation}
          act={opened}
          post={post}
          account={account}
          step={step}
          hasAddress
          carried={carriedBy({ phase, startOn, endOn }, opened, view)}
          onClose={close}
          onDone={(message) => {
            setDone(message);
            close();
          }}
        />
      )}
    </section>
  );
}

function PostChoice({
  posts,
  post,
  onChoose,
}: {
  posts: readonly Post[];
  post: Post;
  onChoose: (post: string) => void;
}) {
  const { t, say } = useSpeech();
  if (posts.length < 2)
    return (
      <p className="small">
        <span className="soft">{t('system.actAsNote')}</span> <strong>{say(post.label)}</strong>
      </p>
    );
  return (
    <div className="field">
      <label htmlFor="act-post">{t('system.actAs')}</label>
      <select id="act-post" value={post.post} onChange={(event) => onChoose(event.target.value)}>
        {posts.map((each) => (
          <option key={each.post} value={each.post}>
            {say(each.label)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Acts on the path and papers for it stand first; what is recorded now and then is behind one press. */
function Possible({ acts, onOpen }: { acts: readonly ActView[]; onOpen: (act: string) => void }) {
  const { t } = useSpeech();
  const others = acts.filter((act) => !isDaily(act));
  const buttons = (some: readonly ActView[]) => (
    <ul className="acts-possible">
      {some.map((act) => (
        <li key={act.type}>
          <ActButton act={act} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {buttons(acts.filter((act) => isDaily(act)))}
      {others.length > 0 && (
        <details>
          <summary className="small">{t('system.otherActs', { count: others.length })}</summary>
          {buttons(others)}
        </details>
      )}
    </>
  );
}

function ActButton({ act, onOpen }: { act: ActView; onOpen: (act: string) => void }) {
  const { t, label } = useSpeech();
  const look = leadsOnward(act) ? 'solid' : '';
  const params = useParams({ from: '/within/programmes/$code/systems/$system' });
  if (isScoreSheet(act))
    return (
      <Link className="button" to="/programmes/$code/procurement/$system" params={params}>
        {label(act.label)}
      </Link>
    );
  const entry = correctedBy(act);
  if (entry !== null)
    return (
      <Link
        className="button"
        to="/programmes/$code/systems/$system/entries/$seq"
        params={{ ...params, seq: String(entry) }}
      >
        {label(act.label)}
      </Link>
    );
  return (
    <>
      <button
        type="button"
        id={openerOf(act)}
        aria-haspopup="dialog"
        className={`button ${look}`}
        onClick={() => onOpen(act.type)}
      >
        {label(act.label)}
      </button>
      {!act.allowed && <p className="small soft">{t('system.needs')}</p>}
    </>
  );
}
