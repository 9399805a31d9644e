// What the door answered to an act that it did not record.
import { useEffect, useRef } from 'react';
import { Day } from '../ui/day.tsx';
import { ProblemNotice } from '../ui/problem.tsx';
import { useSpeech } from '../words/language.tsx';
import type { Answer } from './use-submit.ts';

export function ActAnswer({ answer }: { answer: Answer | null }) {
  const { t, say } = useSpeech();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (answer) box.current?.focus();
  }, [answer]);
  if (!answer) return null;
  return (
    <div ref={box} tabIndex={-1}>
      {answer.kind === 'refused' && <ProblemNotice error={answer.error} title={t('act.refused')} />}
      {answer.kind === 'unsure' && (
        <p className="notice warn" role="alert">
          {t('act.unsure')}
        </p>
      )}
      {answer.kind === 'stale' && (
        <div className="notice warn" role="alert">
          <strong>{t('act.stale')}</strong>
          <p>{t('act.staleNote')}</p>
          <ul>
            {answer.changes.map((entry) => (
              <li key={entry.seq}>
                <Day value={entry.occurredOn} /> {say(entry.summary)}（{entry.actor.name}）
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
