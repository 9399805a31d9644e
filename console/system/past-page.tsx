// One system as of a past day, with the record that counts on it. It knows no acts: none can be shown by mistake.
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { ApiProblem } from '../api.ts';
import { PastBanner } from '../past/banner.tsx';
import { systemQuery } from '../queries.ts';
import { useTitle } from '../shell/title.ts';
import { Waiting } from '../ui/problem.tsx';
import { useSpeech } from '../words/language.tsx';
import { contentsOf } from './contents.ts';
import { ContentsBar } from './contents-bar.tsx';
import { SystemHead } from './head.tsx';
import { SystemHistory } from './history.tsx';
import { SystemRecord } from './record.tsx';
import { StepGrid } from './steps/grid.tsx';
import { usePageGuards } from './use-page-guards.ts';

export function PastSystemPage() {
  const { t, say, day } = useSpeech();
  const { code, system } = useParams({ from: '/within/programmes/$code/past/systems/$system' });
  const { asOf, by } = useSearch({ from: '/within/programmes/$code/past/systems/$system' });
  const past = asOf ? { asOf, by } : null;
  const { data, error } = useQuery({ ...systemQuery(code, system, past), enabled: past !== null });
  const before = error instanceof ApiProblem && error.problem?.code === 'notYet';
  usePageGuards();
  useTitle(
    data && asOf ? `${say(data.row.name)}${t('mark.open')}${day(asOf)}${t('mark.close')}` : t('past.title'),
  );
  return (
    <div className="in-past">
      {past && <PastBanner code={code} past={past} system={system} />}
      <main className="page" id="content" tabIndex={-1}>
        {!data && <h1>{t('past.title')}</h1>}
        {past && !data && !before && <Waiting error={error} />}
        {past && before && (
          <p className="notice" role="status">
            {t(past.by === 'occurred' ? 'past.systemNotBegun' : 'past.systemNotRecorded', {
              day: day(past.asOf),
            })}
          </p>
        )}
        {!past && <p>{t('past.choose')}</p>}
        {past && data && (
          <>
            <SystemHead view={data} code={code} past={past} />
            <ContentsBar entries={contentsOf(data, undefined, { now: false, slips: false })} />
            <div className="system-record">
              <StepGrid view={data} onOpen={null} />
              <SystemRecord view={data} warnedOf={null} />
              <SystemHistory code={code} system={system} past={past} head={data.head?.seq ?? 0} />
            </div>
          </>
        )}
      </main>
    </div>
  );
}
