// The draft of the minutes, as the server writes it from the record, to print and check.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MeetingView } from '../../server/contract/meetings/meetings.ts';
import { Waiting } from '../ui/problem.tsx';
import { useWords } from '../words/language.tsx';
import { minutesQuery } from './queries.ts';
import { meetingsWords } from './words.ts';

export function Minutes({ code, view }: { code: string; view: MeetingView }) {
  const { t } = useWords(meetingsWords);
  const [isShown, setIsShown] = useState(false);
  const { data, error } = useQuery({ ...minutesQuery(code, String(view.number)), enabled: isShown });
  const { minutes } = view;
  return (
    <section aria-labelledby="minutes">
      <h2 id="minutes">{t('meeting.minutes')}</h2>
      {minutes && <p>{t('meeting.recorded', { title: minutes.title, documentNo: minutes.documentNo })}</p>}
      <p className="small soft no-print">{t('meeting.minutesNote')}</p>
      {!isShown && (
        <button type="button" className="button slim" onClick={() => setIsShown(true)}>
          {t('meeting.showMinutes')}
        </button>
      )}
      {isShown && data === undefined && <Waiting error={error} />}
      {data !== undefined && (
        <>
          <button type="button" className="button slim" onClick={() => window.print()}>
            {t('app.print')}
          </button>
          <pre className="meeting-minutes">{data}</pre>
        </>
      )}
    </section>
  );
}
