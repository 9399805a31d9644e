// One system now: the gate ahead and what may be done on the right, the whole record of the migration beside it.

import { usePrefetchQuery, useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { SystemView } from '../../server/contract/migrations/system.ts';
import type { Me } from '../../server/contract/programmes.ts';
import { ActsPanel, type Post } from '../acts/acts-panel.tsx';
import { heldFor } from '../acts/held.ts';
import { canBegin } from '../acts/questions.ts';
import { explanationQuery, meQuery, slipsQuery, systemQuery } from '../queries.ts';
import { ChangeWay, useMayPropose } from '../settings/change-way.tsx';
import { Unshown } from '../shell/failure.tsx';
import { useTitle } from '../shell/title.ts';
import { Waiting } from '../ui/problem.tsx';
import { useSpeech, useWords } from '../words/language.tsx';
import { StateChart } from './chart/state-chart.tsx';
import { contentsOf } from './contents.ts';
import { ContentsBar } from './contents-bar.tsx';
import { GatePanel } from './gate-panel.tsx';
import { SystemHead } from './head.tsx';
import { SystemHistory } from './history.tsx';
import { pageWords } from './page-words.ts';
import { SystemRecord } from './record.tsx';
import { StepGrid, useStepAct } from './steps/grid.tsx';
import { usePageGuards } from './use-page-guards.ts';

export function SystemPage() {
  const { t, say } = useSpeech();
  const { code, system } = useParams({ from: '/within/programmes/$code/systems/$system' });
  const { post: wanted = '' } = useSearch({ from: '/within/programmes/$code/systems/$system' });
  const { data: me } = useQuery(meQuery);
  const { data: view, error } = useQuery(systemQuery(code, system, null));
  usePrefetchQuery(explanationQuery(code, system, wanted));
  usePageGuards();
  useTitle(view ? say(view.row.name) : error ? t('error.title') : '');
  return (
    <main className="page" id="content" tabIndex={-1}>
      {!view && error && <Unshown code={code} />}
      {(!view || !me) && <Waiting error={error} withheld={t('error.notYours')} />}
      {view && me && (
        <>
          <SystemHead view={view} code={code} past={null} />
          {view.lineage.ended === null && <SystemWays code={code} system={system} />}
          <SystemBody view={view} me={me} code={code} />
        </>
      )}
    </main>
  );
}

/** What becomes of the system itself is decided by an amendment of the programme. */
function SystemWays({ code, system }: { code: string; system: string }) {
  const { t } = useWords(pageWords);
  const mayPropose = useMayPropose(code);
  if (!mayPropose) return null;
  return (
    <nav className="small no-print" aria-label={t('system.amend')}>
      {t('system.amend')}
      {t('mark.colon')}
      {(['split', 'move', 'retire'] as const).map((change) => (
        <Fragment key={change}>
          <ChangeWay code={code} asked={{ change, system }}>
            {t(`system.amend.${change}`)}
          </ChangeWay>{' '}
        </Fragment>
      ))}
    </nav>
  );
}

/** The reader's posts for this system, those that are waited for first. */
function postsFor(me: Me, code: string, view: SystemView): Post[] {
  const waited = (post: string) => view.row.waitingFor.some((each) => each.post === post);
  const own = heldFor(me, code, view.row.system);
  const once = [...new Map(own.map(({ post, label }) => [post, { post, label }])).values()];
  return once.sort((a, b) => Number(waited(b.post)) - Number(waited(a.post)));
}

function SystemBody({ view, me, code }: { view: SystemView; me: Me; code: string }) {
  const { t } = useSpeech();
  const { system } = view.row;
  const { post: wanted } = useSearch({ from: '/within/programmes/$code/systems/$system' });
  const posts = postsFor(me, code, view);
  // Unless the address names a post that is held, the server chooses: what may be done is asked for together with the system.
  const named = posts.find((each) => each.post === wanted);
  const { data: explanation, error } = useQuery(explanationQuery(code, system, named?.post ?? ''));
  const post = named ?? posts.find((each) => each.post === explanation?.post) ?? posts[0];
  const { data: moved } = useQuery(slipsQuery(code, system));
  const slips = moved?.systems.some((one) => one.slips.length > 0) ?? false;
  const openStep = useStepAct(explanation);
  const hasEnded = view.lineage.ended !== null;
  const isOver = hasEnded && explanation?.acts.every((act) => !canBegin(act));
  return (
    <>
      <ContentsBar entries={contentsOf(view, explanation?.gate, { now: true, slips })} />
      <div className="system-layout">
        <div className="system-record">
          {!explanation && <Waiting error={error} />}
          {explanation && !hasEnded && <GatePanel gate={explanation.gate} view={view} />}
          <StateChart chart={view.chart} />
          <StepGrid view={view} onOpen={openStep} />
          <SystemRecord view={view} warnedOf={{ code, system }} />
          <SystemHistory code={code} system={system} past={null} head={view.head?.seq ?? 0} />
        </div>
        <aside className="system-acts" aria-label={t('system.acts')}>
          {!post && <p className="card small">{t('system.noPost')}</p>}
          {post && explanation && isOver && <p className="card small">{t('system.over')}</p>}
          {post && explanation && !isOver && (
            <ActsPanel view={view} explanation={explanation} posts={posts} post={post} account={me.account} />
          )}
        </aside>
      </div>
    </>
  );
}
