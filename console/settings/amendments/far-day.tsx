// A remark on a day that is hardly meant: gone by, or years away. It forbids nothing.
import { useWords } from '../../words/language.tsx';
import { settingsWords } from '../words.ts';

const FAR_YEARS = 3;

export function hardlyMeant(on: string, today: string): 'past' | 'far' | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on)) return null;
  if (on < today) return 'past';
  const far = `${Number(today.slice(0, 4)) + FAR_YEARS}${today.slice(4)}`;
  return on > far ? 'far' : null;
}

export function FarDay({ on, today }: { on: string; today: string }) {
  const { t, day } = useWords(settingsWords);
  const found = hardlyMeant(on, today);
  if (found === null) return null;
  return (
    <p className="notice warn" role="status">
      {t(found === 'past' ? 'amend.dayPast' : 'amend.dayFar', { day: day(on, 'long') })}
    </p>
  );
}
