// A day, a month or an instant as people here write it, with the exact form in its title where that is another.
import { dayOf, timeOf } from '../../machines/values/date.ts';
import { useSpeech } from '../words/language.tsx';

export function Day({ value, form = 'short' }: { value: string; form?: 'long' | 'short' }) {
  const { language, day } = useSpeech();
  return (
    <time dateTime={value} title={language === 'ja' ? value : undefined}>
      {day(value, form)}
    </time>
  );
}

export function Moment({ value, form = 'short' }: { value: string; form?: 'long' | 'short' }) {
  const { day } = useSpeech();
  return (
    <time dateTime={value} title={value}>
      {day(dayOf(value), form)} {timeOf(value)}
    </time>
  );
}
