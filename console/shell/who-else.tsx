// All tabs of a browser share one session: where another has signed in elsewhere, this page is theirs from now on. It says so, closes what
// was open and forgets what it had read for the one before.
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { Me } from '../../server/contract/programmes.ts';
import { meQuery } from '../queries.ts';
import { useSpeech } from '../words/language.tsx';

export function WhoElse({ me }: { me: Me }) {
  const { t } = useSpeech();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [greeted, setGreeted] = useState(me);
  const shown = useRef(me.account);
  useEffect(() => {
    if (shown.current === me.account) return;
    shown.current = me.account;
    const [mine] = meQuery.queryKey;
    void queries.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== mine });
    void navigate({ to: '.', search: {}, replace: true });
  }, [me.account, queries, navigate]);
  if (greeted.account === me.account) return null;
  return (
    <div role="alert" className="beside-page small">
      <p className="notice warn">
        <span>{t('app.whoElse', { now: me.name, was: greeted.name })}</span>
        <button type="button" className="button slim" onClick={() => setGreeted(me)}>
          {t('app.close')}
        </button>
      </p>
    </div>
  );
}
