// The home: what is the reader's to decide and to supply, what is near, whom the rest waits for, and what moved since they looked.
// A line is one sentence for all systems of which it is true, with its act.
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { meQuery } from '../queries.ts';
import { useTitle } from '../shell/title.ts';
import { Waiting } from '../ui/problem.tsx';
import { useWords } from '../words/language.tsx';
import { BatchDialog } from './batch/dialog.tsx';
import type { Begun } from './batch/target.ts';
import { BesideLines } from './beside.tsx';
import { Lines } from './lines.tsx';
import { Moved } from './moved.tsx';
import { todayQuery } from './queries.ts';
import { Told } from './told/told.tsx';
import { todayWords } from './words.ts';
import './today.css';

export function TodayPage() {
  const { t, day } = useWords(todayWords);
  const { code } = useParams({ from: '/within/programmes/$code' });
  const { data, error } = useQuery(todayQuery(code));
  const { data: me } = useQuery(meQuery);
  const [begun, setBegun] = useState<Begun | null>(null);
  useTitle(t('today.title'));
  const lines = { code, onBegin: setBegun };
  const beside = data?.beside.filter(({ post }) => post !== null).length ?? 0;
  const nothingToDecide =
    beside === 0 ? t('today.nothingToDecide') : t('today.nothingButBeside', { count: beside });
  return (
    <main className="page today" id="content" tabIndex={-1}>
      <h1>{t('today.title')}</h1>
      {!data && <Waiting error={error} />}
      {data && (
        <div className="today-columns">
          <div>
            <Lines
              {...lines}
              id="decide"
              heading={t('today.decide')}
              empty={nothingToDecide}
              lines={data.decide}
            />
            <BesideLines code={code} view={data} />
            <Lines
              {...lines}
              id="supply"
              heading={t('today.supply')}
              empty={t('today.nothingToSupply')}
              lines={data.supply}
            />
            <Lines
              {...lines}
              id="waits"
              heading={t('today.waits')}
              note={t('today.waitsNote')}
              empty={t('today.nothingWaits')}
              lines={data.waits}
            />
          </div>
          <div>
            <Lines
              {...lines}
              id="due"
              heading={t('today.due')}
              note={t('today.dueNote', { day: day(data.dueUntil) })}
              empty={t('today.nothingDue')}
              lines={data.due}
            />
            <Moved code={code} view={data} />
          </div>
        </div>
      )}
      <Told code={code} />
      {begun && me && data && (
        <BatchDialog
          key={begun.id}
          code={code}
          begun={begun}
          account={me.account}
          onClose={() => setBegun(null)}
        />
      )}
    </main>
  );
}
