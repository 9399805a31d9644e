// The day an act happened: today unless its sender says otherwise, never a day to come.
import { formatEra } from '../../../machines/values/era.ts';
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
  const { t } = useSpeech();
  const { occurredOn } = hold.draft;
  const hint = `${occurredOn ? `${formatEra(occurredOn)}　` : ''}${t('act.occurredNote')}`;
  return (
    <div className="act-day">
      <Field id="act-occurredOn" label={t('act.occurredOn')} fault={fault} hint={hint}>
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
