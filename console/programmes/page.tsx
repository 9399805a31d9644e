// Which programme to open, where a reader sees more than one (or none).
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { programmesQuery } from '../queries.ts';
import { RehearsalTag } from '../ui/condition.tsx';
import { Waiting } from '../ui/problem.tsx';
import { useSpeech } from '../words/language.tsx';

export function ProgrammesPage() {
  const { t, say } = useSpeech();
  const { data, error } = useQuery(programmesQuery);
  return (
    <main className="page" id="content" tabIndex={-1}>
      <h1>{t('app.programmes')}</h1>
      {(data?.items.length ?? 0) > 1 && (
        <p>
          <Link to="/systems" search={{}}>
            {t('app.everywhere')}
          </Link>
        </p>
      )}
      {!data && <Waiting error={error} />}
      {data?.items.length === 0 && data.notReady.length === 0 && <p>{t('app.noProgrammes')}</p>}
      <ul>
        {data?.items.map((programme) => (
          <li key={programme.code}>
            <Link to="/programmes/$code" params={{ code: programme.code }} search={{}}>
              {say(programme.name)}
            </Link>{' '}
            <span className="soft">
              {programme.code} {t('app.systems', { count: programme.systems })}
            </span>{' '}
            {programme.rehearsal && <RehearsalTag />}
          </li>
        ))}
        {data?.notReady.map(({ code, name, rehearsal }) => (
          <li key={code}>
            {say(name)} <span className="soft">{code}</span> {rehearsal && <RehearsalTag />}
            <p className="soft">{t('app.notReady')}</p>
          </li>
        ))}
      </ul>
    </main>
  );
}
