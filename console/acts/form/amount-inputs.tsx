// Amounts by fiscal year, in rows that can be added.
import { useSpeech } from '../../words/language.tsx';
import { type AmountDraft, emptyAmount } from '../sending/draft.ts';
import { Field } from './field.tsx';
import { fiscalYearOf, yenOf } from './figures.ts';
import type { Faults, InputProps } from './input-props.ts';

export function AmountInputs({ question, draft, change, faults }: InputProps) {
  const { t, say } = useSpeech();
  const { amounts } = draft;
  const last = fiscalYearOf(amounts.at(-1)?.fiscalYear ?? '');
  const sum = amounts.reduce((total, { amountYen }) => total + (yenOf(amountYen) ?? 0), 0);
  const { money } = useSpeech();
  return (
    <fieldset className="evidence">
      <legend className="legend">{say(question.label)}</legend>
      {amounts.map((amount, index) => (
        <Row
          key={amount.key}
          {...{ amount, index, faults }}
          onChange={(part) =>
            change((was) => ({
              amounts: was.amounts.map((each) => (each.key === amount.key ? { ...each, ...part } : each)),
            }))
          }
          onRemove={
            amounts.length > 1
              ? () => change({ amounts: amounts.filter((other) => other.key !== amount.key) })
              : null
          }
        />
      ))}
      <p className="small soft">{t('act.amountsSum', { sum: money(sum) })}</p>
      <p>
        <button
          type="button"
          className="button slim"
          onClick={() => change({ amounts: [...amounts, emptyAmount(last ? String(last + 1) : '')] })}
        >
          {t('act.addYear')}
        </button>
      </p>
    </fieldset>
  );
}

interface RowProps {
  amount: AmountDraft;
  index: number;
  faults: Faults;
  onChange: (part: Partial<AmountDraft>) => void;
  onRemove: (() => void) | null;
}

function Row({ amount, index, faults, onChange, onRemove }: RowProps) {
  const { t, money, fiscalYear } = useSpeech();
  const id = (part: string) => `act-amount-${index}-${part}`;
  const year = fiscalYearOf(amount.fiscalYear);
  const yen = yenOf(amount.amountYen);
  const input = (part: 'fiscalYear' | 'amountYen', hint: string, understood: string | null) => (
    <Field id={id(part)} label={t(`act.${part}`)} fault={faults.get(id(part))} {...{ hint, understood }}>
      {(tied) => (
        <input
          {...tied}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          value={amount[part]}
          onChange={(event) => onChange({ [part]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <div className="two">
      {input('fiscalYear', t('act.fiscalYearNote'), year === null ? null : fiscalYear(year))}
      {input('amountYen', t('act.yenNote'), yen === null ? null : money(yen))}
      {onRemove && (
        <button type="button" className="button slim" onClick={onRemove}>
          {t('act.removeYear', { year: amount.fiscalYear })}
        </button>
      )}
    </div>
  );
}
