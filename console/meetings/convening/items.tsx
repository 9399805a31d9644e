// The agenda as it is put together: what could be decided is ticked, and what is ticked has a number, a title, an order of equals and conditions.
import type { Convening, MeetingBodyView, PosedView } from '../../../server/contract/meetings/convening.ts';
import { Field } from '../../acts/form/field.tsx';
import { useWords } from '../../words/language.tsx';
import { beginItem, keyOf, type Put, placed } from './agenda.ts';
import { ConditionsForm } from './conditions.tsx';
import type { ConvenedHold } from './use-convened.ts';
import { conveningWords } from './words.ts';

interface Props {
  body: MeetingBodyView;
  form: 'inPerson' | 'circulation';
  put: readonly Put[];
  hold: ConvenedHold;
  owners: Convening['owners'];
}

export function Items({ body, form, put, hold, owners }: Props) {
  const { t } = useWords(conveningWords);
  const now = body.items.filter(({ isNow }) => isNow);
  const later = body.items.filter(({ isNow }) => !isNow);
  const gone = hold.draft.items.length - put.length;
  return (
    <section className="act-form" aria-labelledby="convene-items">
      <h2 id="convene-items">{t('convene.items')}</h2>
      <Offered word={t('convene.now')} items={now} hold={hold} />
      {now.length === 0 && <p className="soft">{t('convene.nothingNow')}</p>}
      {later.length > 0 && (
        <details>
          <summary>{t('convene.later', { count: later.length })}</summary>
          <Offered word={t('convene.later', { count: later.length })} isHidden items={later} hold={hold} />
        </details>
      )}
      {gone > 0 && <p className="notice warn">{t('convene.stale', { count: gone })}</p>}
      {put.map((one) => (
        <One key={one.typed.key} {...{ one, form, hold, owners }} />
      ))}
    </section>
  );
}

interface OfferedProps {
  word: string;
  isHidden?: boolean;
  items: readonly PosedView[];
  hold: ConvenedHold;
}

function Offered({ word, isHidden = false, items, hold: { draft, change } }: OfferedProps) {
  const { t, say } = useWords(conveningWords);
  const isPut = (item: PosedView) => draft.items.some(({ key }) => key === keyOf(item));
  const tick = (item: PosedView, on: boolean) =>
    change({
      items: on ? [...draft.items, beginItem(item)] : draft.items.filter(({ key }) => key !== keyOf(item)),
    });
  if (items.length === 0) return null;
  return (
    <fieldset className="field">
      <legend className={isHidden ? 'hidden' : undefined}>{word}</legend>
      <div className="choices">
        {items.map((item) => (
          <label key={keyOf(item)} className="choice">
            <input
              type="checkbox"
              checked={isPut(item)}
              onChange={(event) => tick(item, event.target.checked)}
            />
            {t('convene.item', { system: say(item.systemName), what: say(item.what) })}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface OneProps extends Pick<Props, 'form' | 'hold' | 'owners'> {
  one: Put;
}

function One({ one, form, hold, owners }: OneProps) {
  const { t, say } = useWords(conveningWords);
  const { number, item, typed } = one;
  const { draft, change, changeItem } = hold;
  const up = () => {
    const others = draft.items.filter(({ key }) => key !== typed.key);
    change({ items: [...others.slice(0, number - 2), typed, ...others.slice(number - 2)] });
  };
  return (
    <fieldset className="evidence">
      <legend className="legend">
        {t('convene.put', { number, system: say(item.systemName), what: say(item.what) })}
      </legend>
      {number > 1 && (
        <p>
          <button type="button" className="button slim" aria-label={t('convene.up', { number })} onClick={up}>
            {t('convene.upShort')}
          </button>
        </p>
      )}
      <Field
        id={`convene-title-${number}`}
        label={t('convene.titleOf', { number })}
        optional
        fault={undefined}
      >
        {(tied) => (
          <input
            {...tied}
            type="text"
            autoComplete="off"
            value={typed.title}
            onChange={(event) => changeItem(typed.key, { title: event.target.value })}
          />
        )}
      </Field>
      {item.tied && <Order {...{ one, hold }} tied={item.tied} />}
      {form === 'circulation' && item.takesConditions && (
        <ConditionsForm
          id={`convene-condition-${number}`}
          typed={typed.conditions}
          owners={owners}
          onChange={(conditions) => changeItem(typed.key, { conditions })}
        />
      )}
    </fieldset>
  );
}

interface OrderProps {
  one: Put;
  hold: ConvenedHold;
  tied: NonNullable<PosedView['tied']>;
}

/** Who is put first to last of those that are equal, and by which of the written ways. */
function Order({ one: { number, typed }, hold: { changeItem }, tied }: OrderProps) {
  const { t, say } = useWords(conveningWords);
  return (
    <div className="two">
      {typed.order.slice(0, -1).map((bidder, place) => (
        <Field
          key={bidder}
          id={`convene-${number}-place-${place}`}
          label={t('convene.rank', { place: place + 1 })}
          fault={undefined}
        >
          {(given) => (
            <select
              {...given}
              value={bidder}
              onChange={(event) =>
                changeItem(typed.key, { order: placed(typed.order, place, event.target.value) })
              }
            >
              {tied.bidders.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      ))}
      <Field id={`convene-${number}-how`} label={t('convene.how')} fault={undefined}>
        {(given) => (
          <select
            {...given}
            value={typed.how}
            onChange={(event) => changeItem(typed.key, { how: event.target.value })}
          >
            {tied.hows.map(({ how, label }) => (
              <option key={how} value={how}>
                {say(label)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}
