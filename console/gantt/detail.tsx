// One phase opened from its bar: its days, what a changed plan would move, and the way to the act that records it.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { isVagueDay } from '../../machines/values/date.ts';
import type { Schedule, ScheduledPhase, ScheduleRow } from '../../server/contract/planning/schedule.ts';
import { Effect } from '../effect/effect.tsx';
import { Modal } from '../ui/modal.tsx';
import { useWords } from '../words/language.tsx';
import { usePhaseWords } from './row.tsx';
import { ganttWords } from './words.ts';

interface Props {
  code: string;
  schedule: Schedule;
  row: ScheduleRow;
  phase: ScheduledPhase;
  onClose: () => void;
}

export function PhaseDetail({ code, schedule, row, phase, onClose }: Props) {
  const { t, say } = useWords(ganttWords);
  const told = usePhaseWords();
  const { asOf, today } = schedule.setting;
  const [days, setDays] = useState({ startOn: phase.plan?.startOn ?? '', endOn: phase.plan?.endOn ?? '' });
  return (
    <Modal title={`${say(row.name)}　${say(phase.label)}`} onClose={onClose}>
      <ul className="gantt-told">
        {told(phase)
          .slice(1)
          .map((line) => (
            <li key={line}>{line}</li>
          ))}
      </ul>
      {asOf === null && (
        <>
          <MovedPlan code={code} row={row} phase={phase} today={today} days={days} onDays={setDays} />
          <p className="small soft">{t('gantt.recordHint')}</p>
          <p>
            <Link
              className="button solid"
              to="/programmes/$code/systems/$system"
              params={{ code, system: row.system }}
              search={{ act: 'plan.changed', phase: phase.id, ...days }}
            >
              {t('gantt.record')}
            </Link>{' '}
            <Link
              className="button"
              to="/programmes/$code/systems/$system"
              params={{ code, system: row.system }}
              search={{}}
            >
              {t('gantt.openSystem')}
            </Link>
          </p>
        </>
      )}
    </Modal>
  );
}

interface Days {
  startOn: string;
  endOn: string;
}

type MovedProps = Omit<Props, 'schedule' | 'onClose'> & {
  today: string;
  days: Days;
  onDays: (days: Days) => void;
};

function MovedPlan({ code, row, phase, today, days, onDays }: MovedProps) {
  const { t, era } = useWords(ganttWords);
  const { startOn, endOn } = days;
  const setStart = (value: string) => onDays({ startOn: value, endOn });
  const setEnd = (value: string) => onDays({ startOn, endOn: value });
  const whole = isVagueDay(startOn) && isVagueDay(endOn);
  const fields = [
    { id: 'gantt-start', label: t('gantt.startOn'), value: startOn, set: setStart },
    { id: 'gantt-end', label: t('gantt.endOn'), value: endOn, set: setEnd },
  ];
  return (
    <fieldset className="gantt-move">
      <legend className="legend">{t('gantt.move')}</legend>
      {fields.map(({ id, label, value, set }) => (
        <div className="field" key={id}>
          <label htmlFor={id}>{label}</label>
          <p className="hint" id={`${id}-hint`}>
            {t('gantt.format')} {isVagueDay(value) && era(value)}
          </p>
          <input
            id={id}
            value={value}
            aria-describedby={`${id}-hint`}
            onChange={(event) => set(event.target.value.trim())}
          />
        </div>
      ))}
      <Effect
        key={`${startOn}/${endOn}`}
        code={code}
        system={row.system}
        version={row.version}
        today={today}
        fact={whole ? { type: 'plan.changed', phase: phase.id, startOn, endOn } : null}
      />
    </fieldset>
  );
}
