// What stands around every page: whose programme, under which clock, the ways to the pages, the reader's own things.
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useParams, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { UnderWay } from '../acts/sending/under-way.tsx';
import { useLive } from '../live/use-live.ts';
import { meQuery, programmeQuery } from '../queries.ts';
import { RehearsalTag } from '../ui/condition.tsx';
import { Moment } from '../ui/day.tsx';
import { Icon } from '../ui/icon.tsx';
import { useSpeech } from '../words/language.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { PersonMenu } from './person-menu.tsx';
import { Staleness } from './staleness.tsx';
import { Ways } from './ways.tsx';
import { WhoElse } from './who-else.tsx';
import './shell.css';

export function Shell() {
  const { t } = useSpeech();
  const { code } = useParams({ strict: false });
  const { data: me } = useQuery(meQuery);
  const away = useLive(code, me?.account);
  useFocusOnNewPage();
  return (
    <>
      <a className="skip" href="#content">
        {t('app.skip')}
      </a>
      <header className="shell">
        <div className="shell-row">
          <Link to="/" className="shell-mark">
            <Icon name="gate" />
            {t('app.name')}
          </Link>
          {code && <ProgrammeName code={code} />}
          <div className="shell-own">
            <LanguageSwitch />
            <PersonMenu />
          </div>
        </div>
        {code && <Ways code={code} />}
      </header>
      <Staleness away={away} />
      {me && <WhoElse me={me} />}
      {me && <UnderWay account={me.account} />}
      <Outlet key={me?.account} />
    </>
  );
}

function ProgrammeName({ code }: { code: string }) {
  const { t, say } = useSpeech();
  const { data } = useQuery(programmeQuery(code));
  if (!data) return null;
  return (
    <div className="shell-programme">
      <strong>{say(data.name)}</strong>
      {data.rehearsal && <RehearsalTag />}
      {code.includes('-') && <span className="soft small">{code}</span>}
      <span className="shell-clock small">
        <Icon name="clock" />
        {data.rehearsal ? (
          <Link to="/programmes/$code/settings/clock" params={{ code }}>
            {t('app.clock')} <Moment value={data.now} form="long" />
          </Link>
        ) : (
          <>
            {t('app.clockReal')} <Moment value={data.now} form="long" />
          </>
        )}
      </span>
      <Link
        className="small no-print"
        to="/programmes/$code/past"
        params={{ code }}
        search={{ by: 'occurred' }}
      >
        {t('past.title')}
      </Link>
    </div>
  );
}

/** A new page is read from its start: focus goes to the content, as with a page that is loaded whole. */
function useFocusOnNewPage(): void {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef(path);
  useEffect(() => {
    if (before.current !== undefined && before.current !== path)
      document.getElementById('content')?.focus({ preventScroll: true });
    before.current = path;
  }, [path]);
}
