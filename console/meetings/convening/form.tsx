// The form of a meeting to be convened, and its confirmation.

import { useNavigate } from '@tanstack/react-router';
import type { Convening, MeetingBodyView } from '../../../server/contract/meetings/convening.ts';
import type { Me } from '../../../server/contract/programmes.ts';
import { Field } from '../../acts/form/field.tsx';
import { programmePath } from '../../api.ts';
import { useWords } from '../../words/language.tsx';

import { Recording } from '../recording.tsx';
import { steadOf } from '../said.ts';
import { agendaOf, isHalf, type Put, putIn } from './agenda.ts';
import { useConditionLines } from './conditions.tsx';
import { Invited } from './invited.tsx';
import { Items } from './items.tsx';
import { type ConvenedHold, secretaryOf } from './use-convened.ts';
import { conveningWords } from './words.ts';

interface Props {
  code: string;
  me: Me;
  found: Convening;
  bodies: readonly MeetingBodyView[];
  hold: ConvenedHold;
}

export function ConveneForm({ code, me, found, bodies, hold }: Props) {
  const { say } = useWords(conveningWords);
  const navigate = useNavigate();
  const { draft, drop } = hold;
  const body = bodies.find((one) => one.body === draft.body) ?? bodies[0];
  const held = body && secretaryOf(me, code, body);
  const lines = useLines(found);
  const lacksOf = useLacks();
  if (!body || !held) return null;
  const form = body.circulationQuorum === null ? 'inPerson' : draft.form;
  const on = draft.on || found.on;
  const put = putIn(draft, body);
  const leave = (number: number | null) => {
    drop();
    if (number === null) void navigate({ to: '/programmes/$code/meetings', params: { code } });
    else
      void navigate({
        to: '/programmes/$code/meetings/$number',
        params: { code, number: String(number) },
      });
  };
  const place = form === 'inPerson' ? draft.place.trim() : '';
  const at = form === 'inPerson' ? (draft.at ?? '') : '';
  const sent = {
    body: body.body,
    form,
    on,
    ...(at === '' ? {} : { at }),
    ...(place === '' ? {} : { place }),
    agenda: agendaOf(form, put),
  };
  const recorder = {
    code,
    account: me.account,
    post: held.post,
    postLabel: say(held.label),
    stead: steadOf(held),
  };
  return (
    <form className="act-form" onSubmit={(event) => event.preventDefault()}>
      <Recording<{ meeting: number }>
        fields={
          <div className="act-form">
            <Which {...{ bodies, body, form, on, hold }} />
            <Items {...{ body, form, put, hold, owners: found.owners }} />
            <Invited {...{ body, on, form }} />
          </div>
        }
        recorder={recorder}
        path={`${programmePath(code)}/meetings`}
        body={sent}
        lines={lines({ body, form, on, at, place, put })}
        lacks={lacksOf(put, draft.items.length)}
        onClose={() => leave(null)}
        onDone={({ meeting }) => leave(meeting)}
      />
    </form>
  );
}

interface WhichProps {
  bodies: readonly MeetingBodyView[];
  body: MeetingBodyView;
  form: 'inPerson' | 'circulation';
  on: string;
  hold: ConvenedHold;
}

function Which({ bodies, body, form, on, hold: { draft, change } }: WhichProps) {
  const { t, say, era } = useWords(conveningWords);
  const never = body.circulationQuorum === null;
  return (
    <>
      <Field id="convene-body" label={t('convene.body')} fault={undefined}>
        {(tied) => (
          <select
            {...tied}
            value={body.body}
            onChange={(event) => change({ body: event.target.value, items: [] })}
          >
            {bodies.map((one) => (
              <option key={one.body} value={one.body}>
                {say(one.label)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <fieldset className="field">
        <legend>{t('convene.form')}</legend>
        <p className="hint">{never && t('convene.noCirculation')}</p>
        <div className="choices row">
          {(['inPerson', 'circulation'] as const).map((one) => (
            <label key={one} className="choice">
              <input
                type="radio"
                name="convene-form"
                disabled={never && one === 'circulation'}
                checked={form === one}
                onChange={() => change({ form: one })}
              />
              {t(`convene.${one}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="two">
        <Field
          id="convene-on"
          label={t(form === 'inPerson' ? 'convene.day' : 'convene.until')}
          fault={undefined}
          understood={era(on)}
        >
          {(tied) => (
            <input
              {...tied}
              type="date"
              value={on}
              onChange={(event) => change({ on: event.target.value })}
            />
          )}
        </Field>
        {form === 'inPerson' && (
          <Field id="convene-at" label={t('convene.at')} optional fault={undefined}>
            {(tied) => (
              <input
                {...tied}
                type="time"
                value={draft.at ?? ''}
                onChange={(event) => change({ at: event.target.value })}
              />
            )}
          </Field>
        )}
        {form === 'inPerson' && (
          <Field
            id="convene-place"
            label={t('convene.place')}
            optional
            fault={undefined}
            hint={t('convene.placeHint')}
          >
            {(tied) => (
              <input
                {...tied}
                type="text"
                autoComplete="off"
                value={draft.place}
                onChange={(event) => change({ place: event.target.value })}
              />
            )}
          </Field>
        )}
      </div>
    </>
  );
}

interface Said extends Pick<WhichProps, 'body' | 'form' | 'on'> {
  at: string;
  place: string;
  put: readonly Put[];
}

function useLines(found: Convening) {
  const { t, say, day } = useWords(conveningWords);
  const conditions = useConditionLines(found.owners);
  const orderIn = ({ item: { tied }, typed: { order, how } }: Put): string[] => {
    if (!tied) return [];
    const named = order.map((id) => tied.bidders.find((one) => one.id === id)?.name ?? id);
    const label = tied.hows.find((one) => one.how === how)?.label;
    return [t('convene.willOrder', { order: named.join(t('convene.and')), how: label ? say(label) : '―' })];
  };
  return ({ body, form, on, at, place, put }: Said): string[] => {
    const facts = { body: say(body.label), day: day(on) };
    return [
      t(form === 'inPerson' ? 'convene.will' : 'convene.willUntil', facts),
      ...(at === '' ? [] : [t('convene.willAt', { at })]),
      ...(place === '' ? [] : [t('convene.willPlace', { place })]),
      ...put.flatMap((one) => [
        t('convene.put', { number: one.number, system: say(one.item.systemName), what: say(one.item.what) }),
        ...orderIn(one),
        ...(form === 'circulation' && one.item.takesConditions ? conditions(one.typed.conditions) : []),
      ]),
      t('convene.willInvite', { names: body.seats.map(({ name }) => name).join(t('convene.and')) || '―' }),
    ];
  };
}

/** What stands in the way of sending; null where nothing does. */
function useLacks() {
  const { t } = useWords(conveningWords);
  return (put: readonly Put[], chosen: number): string | null => {
    if (put.length === 0) return t(chosen > 0 ? 'convene.stale' : 'convene.lacksItems', { count: chosen });
    return put.some(({ typed }) => typed.conditions.some(isHalf)) ? t('conditions.half') : null;
  };
}
