// What the door answered to an act that it did not record, and what has to be looked at before one is sent.
import { type ReactNode, useEffect, useRef } from 'react';
import { Day } from '../ui/day.tsx';
import { ProblemNotice } from '../ui/problem.tsx';
import { useSpeech } from '../words/language.tsx';
import { labelOfField } from './form/field-names.ts';
import type { Answer } from './sending/use-submit.ts';

/** Focus goes here when there is something new to read. */
function Told({ about, children }: { about: unknown; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (about) box.current?.focus();
  }, [about]);
  return (
    <div ref={box} tabIndex={-1}>
      {children}
    </div>
  );
}

export function ActAnswer({ answer }: { answer: Answer | null }) {
  const { t, say } = useSpeech();
  if (!answer) return null;
  return (
    <Told about={answer}>
      {answer.kind === 'refused' && (
        <ProblemNotice error={answer.error} title={t('act.refused')} named={labelOfField} />
      )}
      {(answer.kind === 'unsure' || answer.kind === 'offline') && (
        <p className="notice warn" role="alert">
          {t(answer.kind === 'unsure' ? 'act.unsure' : 'act.offline')}
        </p>
      )}
      {answer.kind === 'stands' && (
        <div className="notice warn" role="alert">
          <strong>{t('act.stands', { seq: answer.entry.seq })}</strong>
          <p>
            <Day value={answer.entry.occurredOn} /> {say(answer.entry.summary)}
          </p>
          <p>{t('act.standsNote')}</p>
        </div>
      )}
      {answer.kind === 'stale' && (
        <div className="notice warn" role="alert">
          <strong>{t('act.stale')}</strong>
          <p>{t('act.staleNote')}</p>
          <ul>
            {answer.changes.map((entry) => (
              <li key={entry.seq}>
                <Day value={entry.occurredOn} /> {say(entry.summary)}
                {t('mark.open')}
                {entry.actor.name}
                {t('mark.close')}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Told>
  );
}

interface Faults {
  faults: readonly [id: string, sentence: string][];
  /** Another object at each press: what is still wrong is told again. */
  press: unknown;
}

/** What to look at, each with the way to its input. */
export function Faulty({ faults, press }: Faults) {
  const { t } = useSpeech();
  if (faults.length === 0) return null;
  return (
    <Told about={press}>
      <div className="notice bad" role="alert">
        <strong>{t('act.check')}</strong>
        <ul>
          {faults.map(([id, sentence]) => (
            <li key={id}>
              <a
                href={`#${id}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(id)?.focus();
                }}
              >
                {sentence}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </Told>
  );
}
