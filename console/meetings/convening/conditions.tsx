// Conditions of an approval as they are typed: what, of whom, by when, and what is open again where one is unmet.

import type { Convening } from '../../../server/contract/meetings/convening.ts';
import { Field } from '../../acts/form/field.tsx';
import type { ProvisoDraft } from '../../acts/sending/convened.ts';
import { requestId } from '../../api.ts';
import { useWords } from '../../words/language.tsx';
import { isBlank } from './agenda.ts';
import { conveningWords } from './words.ts';

interface Props {
  /** Tells the inputs of several of these apart. */
  id: string;
  typed: readonly ProvisoDraft[];
  owners: Convening['owners'];
  onChange: (typed: ProvisoDraft[]) => void;
}

const empty = (): ProvisoDraft => ({ key: requestId(), text: '', owner: '', dueOn: '', reopens: '' });

export function ConditionsForm({ id, typed, owners, onChange }: Props) {
  const { t } = useWords(conveningWords);
  const set = (key: string, part: Partial<ProvisoDraft>) =>
    onChange(typed.map((one) => (one.key === key ? { ...one, ...part } : one)));
  return (
    <fieldset className="field meeting-conditions">
      <legend>{t('conditions.title')}</legend>
      <p className="hint">{t('conditions.note')}</p>
      {typed.map((one, index) => (
        <One
          key={one.key}
          id={`${id}-${index}`}
          {...{ one, owners, number: index + 1 }}
          onChange={(part) => set(one.key, part)}
          onRemove={() => onChange(typed.filter(({ key }) => key !== one.key))}
        />
      ))}
      <p>
        <button type="button" className="button slim" onClick={() => onChange([...typed, empty()])}>
          {t('conditions.add')}
        </button>
      </p>
    </fieldset>
  );
}

interface OneProps {
  id: string;
  one: ProvisoDraft;
  number: number;
  owners: Convening['owners'];
  onChange: (part: Partial<ProvisoDraft>) => void;
  onRemove: () => void;
}

function One({ id, one, number, owners, onChange, onRemove }: OneProps) {
  const { t, say, era } = useWords(conveningWords);
  const { text, owner, dueOn, reopens } = one;
  return (
    <fieldset className="evidence">
      <legend className="legend">{t('conditions.one', { number })}</legend>
      <Field id={`${id}-text`} label={t('conditions.text')} fault={undefined}>
        {(tied) => (
          <textarea
            {...tied}
            rows={2}
            value={text}
            onChange={(event) => onChange({ text: event.target.value })}
          />
        )}
      </Field>
      <div className="two">
        <Field id={`${id}-owner`} label={t('conditions.owner')} fault={undefined}>
          {(tied) => (
            <select {...tied} value={owner} onChange={(event) => onChange({ owner: event.target.value })}>
              <option value="">―</option>
              {owners.map(({ post, label }) => (
                <option key={post} value={post}>
                  {say(label)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          id={`${id}-due`}
          label={t('conditions.dueOn')}
          fault={undefined}
          understood={dueOn ? era(dueOn) : null}
        >
          {(tied) => (
            <input
              {...tied}
              type="date"
              value={dueOn}
              onChange={(event) => onChange({ dueOn: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field id={`${id}-reopens`} label={t('conditions.reopens')} optional fault={undefined}>
        {(tied) => (
          <select
            {...tied}
            value={reopens === '' ? 'nextGate' : reopens}
            onChange={({ target: { value } }) => onChange({ reopens: value === 'approval' ? value : '' })}
          >
            <option value="nextGate">{t('conditions.nextGate')}</option>
            <option value="approval">{t('conditions.approval')}</option>
          </select>
        )}
      </Field>
      <p>
        <button type="button" className="button slim" onClick={onRemove}>
          {t('conditions.remove')}
        </button>
      </p>
    </fieldset>
  );
}

/** Each as it will be recorded, before it is. */
export function useConditionLines(owners: Convening['owners']) {
  const { t, say, day } = useWords(conveningWords);
  return (typed: readonly ProvisoDraft[]): string[] =>
    typed
      .filter((one) => !isBlank(one))
      .map(({ text, owner, dueOn, reopens }) => {
        const post = owners.find((one) => one.post === owner);
        return t('conditions.line', {
          text: text.trim() || '―',
          owner: post ? say(post.label) : '―',
          day: dueOn ? day(dueOn) : '―',
          reopens: t(reopens === 'approval' ? 'conditions.approval' : 'conditions.nextGate'),
        });
      });
}
