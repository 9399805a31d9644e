// A day, a month or an instant as people here write it, with the exact form in its title.
import { dayAndTime, longDay } from '../figures/era.ts';
import { useSpeech } from '../words/language.tsx';

export function Day({ value, form = 'short' }: { value: string; form?: 'long' | 'short' }) {
  const { language, day } = useSpeech();
  return (
    <time dateTime={value} title={language === 'ja' ? value : longDay(value)}>
      {day(value, form)}
    </time>
  );
}

export function Moment({ value, form = 'short' }: { value: string; form?: 'long' | 'short' }) {
  const { day } = useSpeech();
  const [date, time] = dayAndTime(value);
  return (
    <time dateTime={value} title={value}>
      {day(date, form)} {time}
    </time>
  );
}
