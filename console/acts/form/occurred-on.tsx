// The day an act happened: today unless its sender says otherwise, never a day to come.
import { useSpeech } from '../../words/language.tsx';
import type { DraftHold } from '../sending/draft.ts';
import { Field } from './field.tsx';

export function OccurredOn({
  hold,
  today,
  fault,
}: {
  hold: DraftHold;
  today: string;
  fault: string | undefined;
}) {
  const { t, era } = useSpeech();
  const { occurredOn } = hold.draft;
  const understood = occurredOn ? era(occurredOn) : null;
  return (
    <div className="act-day">
      <Field
        id="act-occurredOn"
        label={t('act.occurredOn')}
        fault={fault}
        hint={t('act.occurredNote')}
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
