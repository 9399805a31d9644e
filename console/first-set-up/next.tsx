// What follows once there is an administrator: people from a list, what is still lacking, and where to go on.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { programmesQuery } from '../queries.ts';
import { Import } from '../settings/people/import.tsx';
import { pathsQuery } from '../settings/queries.ts';
import { Waiting } from '../ui/problem.tsx';
import { useWords } from '../words/language.tsx';
import { lacksQuery } from './queries.ts';
import { setUpWords } from './words.ts';

export function NextPart({ account }: { account: string }) {
  const { t, say } = useWords(setUpWords);
  const { data, error } = useQuery(programmesQuery);
  const real = data?.items.find(({ rehearsal }) => !rehearsal);
  const coming = data?.notReady.find(({ rehearsal }) => !rehearsal);
  if (!real)
    return (
      <>
        <Waiting error={error} />
        {coming && (
          <p className="notice" role="status">
            {say(coming.name)} {t('app.notReady')}
          </p>
        )}
      </>
    );
  const { code } = real;
  return (
    <>
      <p className="notice good" role="status">
        {t('setup.isIn', { name: say(real.name), code, systems: real.systems })}
      </p>
      <p>{t('setup.peopleWhat')}</p>
      <Posts code={code} />
      <Import code={code} account={account} />
      <Lacks code={code} />
      <section className="card" aria-labelledby="next">
        <h2 id="next">{t('setup.next')}</h2>
        <ul className="next-ways">
          <li>
            <Link to="/programmes/$code" params={{ code }} search={{}}>
              {t('setup.toToday')}
            </Link>
          </li>
          <li>
            <Link to="/programmes/$code/settings/people" params={{ code }} search={{}}>
              {t('setup.toPeople')}
            </Link>
          </li>
          <li>
            <Link to="/contact">{t('setup.toContact')}</Link>
          </li>
          <li>{t('setup.backup')}</li>
        </ul>
      </section>
    </>
  );
}

function Posts({ code }: { code: string }) {
  const { t, say } = useWords(setUpWords);
  const { data } = useQuery(pathsQuery(code));
  if (!data) return null;
  const posts = data.bodies
    .map(({ body, label }) => `${say(label)}${t('mark.open')}${body}${t('mark.close')}`)
    .join(t('mark.and'));
  return <p className="small">{t('setup.posts', { posts })}</p>;
}

function Lacks({ code }: { code: string }) {
  const { t, say } = useWords(setUpWords);
  const { data, error } = useQuery(lacksQuery(code));
  return (
    <section className="card" aria-labelledby="lacks">
      <h2 id="lacks">{t('setup.lacks')}</h2>
      {!data && <Waiting error={error} />}
      {data?.items.length === 0 && <p>{t('setup.lacksNothing')}</p>}
      <ul className="next-ways">
        {data?.items.map(({ code: what, post, message }) => (
          <li key={`${what}/${post}`}>{say(message)}</li>
        ))}
      </ul>
    </section>
  );
}
