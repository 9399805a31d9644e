// Amounts by fiscal year, in rows that can be added.
import { fiscalYear as eraYear } from '../figures/era.ts';
import { useSpeech } from '../words/language.tsx';
import { whole } from './act-fact.ts';
import { type AmountDraft, emptyAmount } from './draft.ts';
import type { InputProps } from './input-props.ts';

export function AmountInputs({ field, draft, change, wrong }: InputProps) {
  const { t } = useSpeech();
  const { amounts } = draft;
  const set = (key: string, part: Partial<AmountDraft>) =>
    change({ amounts: amounts.map((amount) => (amount.key === key ? { ...amount, ...part } : amount)) });
  const next = whole(amounts.at(-1)?.fiscalYear ?? '') + 1;
  return (
    <fieldset className="evidence">
      <legend className="legend">{t(field.word)}</legend>
      {amounts.map((amount, index) => {
        const id = (part: string) => `act-amount-${index}-${part}`;
        const year = whole(amount.fiscalYear);
        return (
          <div key={amount.key} className="two">
            <div className="field">
              <label htmlFor={id('fiscalYear')}>{t('act.fiscalYear')}</label>
              <input
                id={id('fiscalYear')}
                type="text"
                inputMode="numeric"
                value={amount.fiscalYear}
                aria-invalid={wrong.has(id('fiscalYear'))}
                onChange={(event) => set(amount.key, { fiscalYear: event.target.value })}
              />
              <p className="hint">{year > 2018 ? eraYear(year) : ''}</p>
            </div>
            <div className="field">
              <label htmlFor={id('amountYen')}>{t('act.amountYen')}</label>
              <input
                id={id('amountYen')}
                type="text"
                inputMode="numeric"
                value={amount.amountYen}
                aria-invalid={wrong.has(id('amountYen'))}
                onChange={(event) => set(amount.key, { amountYen: event.target.value })}
              />
            </div>
            {amounts.length > 1 && (
              <button
                type="button"
                className="button slim"
                onClick={() => change({ amounts: amounts.filter((other) => other.key !== amount.key) })}
              >
                {t('act.removeYear', { year: amount.fiscalYear })}
              </button>
            )}
          </div>
        );
      })}
      <p>
        <button
          type="button"
          className="button slim"
          onClick={() => change({ amounts: [...amounts, emptyAmount(next > 1 ? String(next) : '')] })}
        >
          {t('act.addYear')}
        </button>
      </p>
    </fieldset>
  );
}
