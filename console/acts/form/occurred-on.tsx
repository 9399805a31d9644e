// The day an act happened: today unless its sender says otherwise, never a day to come.
import { useState } from 'react';
import { useSpeech } from '../../words/language.tsx';
import { type ActView, asksFor } from '../questions.ts';
import type { DraftHold } from '../sending/draft.ts';
import { Field } from './field.tsx';

interface Props {
  act: ActView;
  hold: DraftHold;
  today: string;
  fault: string | undefined;
}

/**
 * A document brings the day of its own decision. Where it is all that is asked, its day is the one to type, and that on which it is shown
 * is today unless that is opened.
 */
export function OccurredOn(props: Props) {
  const { t } = useSpeech();
  const { act, hold, today, fault } = props;
  const isPaperAlone = act.asks.length > 0 && act.asks.every(({ kind }) => kind === 'paper');
  const [isOpen, setOpen] = useState(!isPaperAlone || hold.draft.occurredOn !== today);
  if (isOpen || fault) return <DayOfAct {...props} />;
  return (
    <p className="small">
      {t('act.shownToday')}{' '}
      <button type="button" className="button slim plain" onClick={() => setOpen(true)}>
        {t('act.anotherDay')}
      </button>
    </p>
  );
}

function DayOfAct({ act, hold, today, fault }: Props) {
  const { t, era } = useSpeech();
  const { occurredOn } = hold.draft;
  const hasPapers = asksFor(act, 'paper') || asksFor(act, 'papers');
  const understood = occurredOn ? era(occurredOn) : null;
  return (
    <div className="act-day">
      <Field
        id="act-occurredOn"
        label={t(hasPapers ? 'act.dayOfAct' : 'act.occurredOn')}
        fault={fault}
        hint={t(hasPapers ? 'act.dayOfActNote' : 'act.occurredNote')}
        understood={understood}
      >
        {(tied) => (
          <input
            {...tied}
            type="date"
            value={occurredOn}
            max={today}
            onChange={(event) => hold.change({ occurredOn: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}
