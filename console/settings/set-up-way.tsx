// Where a real programme's people are not all in place, its administrator finds the way back to the first set-up.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lacksQuery } from '../first-set-up/queries.ts';
import { meQuery, programmeQuery } from '../queries.ts';
import { useWords } from '../words/language.tsx';
import { settingsWords } from './words.ts';

export function SetUpWay({ code }: { code: string }) {
  const { t } = useWords(settingsWords);
  const { data: me } = useQuery(meQuery);
  const { data: programme } = useQuery(programmeQuery(code));
  const isAsked = me?.administrator === true && programme?.rehearsal === false;
  const { data } = useQuery({ ...lacksQuery(code), enabled: isAsked, staleTime: 60_000 });
  if (!data || data.items.length === 0) return null;
  return (
    <p className="notice">
      {t('settings.unfinished', { count: data.items.length })}{' '}
      <Link to="/setup">{t('settings.toSetUp')}</Link>
    </p>
  );
}
