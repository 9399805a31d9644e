// Who is signed in, in which posts and until when; and the way out.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { clearDesk, useDesk } from '../acts/sending/desk.ts';
import { remove } from '../api.ts';
import { meQuery, standsQuery, waysQuery } from '../queries.ts';
import { forgetSignedIn } from '../sign-in/signed-in-before.ts';
import { Icon } from '../ui/icon.tsx';
import { ProblemNotice } from '../ui/problem.tsx';
import { useSpeech } from '../words/language.tsx';

export function PersonMenu() {
  const { t, say, day } = useSpeech();
  const { data: me } = useQuery(meQuery);
  const { data: ways } = useQuery(waysQuery);
  const queries = useQueryClient();
  const desk = useDesk();
  const navigate = useNavigate();
  const signOut = useMutation({
    mutationFn: (account: string) => remove('/session', account),
    onSuccess: async (_answer, account) => {
      forgetSignedIn();
      clearDesk(desk, account);
      await navigate({ to: '/sign-in', search: {} });
      // The page of signing in has begun to ask who is signed in by now.
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== standsQuery.queryKey[0] });
    },
  });
  if (!me) return null;
  return (
    <details className="menu">
      <summary className="button slim plain">
        <Icon name="person" />
        <span className="menu-name">{me.name}</span>
      </summary>
      <div className="menu-body">
        <p className="legend">{t('app.posts')}</p>
        <ul className="small">
          {me.notReady.map((code) => (
            <li className="soft" key={code}>
              {t('app.postsNotReady', { code })}
            </li>
          ))}
          {me.posts.length === 0 && me.notReady.length === 0 && <li className="soft">{t('app.noPosts')}</li>}
          {me.posts.map((post) => (
            <li key={`${post.programme}/${post.system}/${post.post}`}>
              {say(post.label)}
              {post.systemName && `${t('mark.open')}${say(post.systemName)}${t('mark.close')}`}{' '}
              <span className="soft">{t('app.postUntil', { day: day(post.until, 'short') })}</span>
            </li>
          ))}
        </ul>
        <p>
          <Link to="/contact">{t('app.contact')}</Link>
        </p>
        {ways && ways.secondFactor !== 'off' && (
          <p>
            <Link to="/sign-in" search={{ setup: 'second-factor' }}>
              {t('app.secondFactor')}
            </Link>
          </p>
        )}
        <button type="button" className="button slim" onClick={() => signOut.mutate(me.account)}>
          {t('app.signOut')}
        </button>
        {signOut.error && <ProblemNotice error={signOut.error} title={t('app.stillSignedIn')} />}
      </div>
    </details>
  );
}
