// Proposing what should have stood: the same inputs in which it was recorded, filled with what stands there; or that it be voided.
import type { Submitted } from '../../server/contract/entries.ts';
import { ActInputs, faultWords } from '../acts/form/act-inputs.tsx';
import { faultsOf } from '../acts/form/check.ts';
import { changedFact } from '../acts/form/fact.ts';
import { Field } from '../acts/form/field.tsx';
import { vagueDayOf } from '../acts/form/figures.ts';
import type { Question } from '../acts/questions.ts';
import type { Draft, DraftHold } from '../acts/sending/draft.ts';
import { useDraft } from '../acts/sending/use-draft.ts';
import { systemPath } from '../asks.ts';
import { Recording } from '../meetings/recording.tsx';
import { steadOf } from '../meetings/said.ts';
import { useWords } from '../words/language.tsx';
import { changesIn } from './changes.ts';
import { askedAgain, draftOf } from './stood.ts';
import { correctionWords } from './words.ts';
import { deliveryOf, type Working } from './working.ts';

const nothingWanted = { refusals: [] };

/** Typed beside the act's own answers, under names that no act asks for. */
const own = { how: ' how', reason: ' reason', account: ' account', name: ' name' } as const;

export function Propose({ code, account, view, draft, post, onDone }: Working) {
  const speech = useWords(correctionWords);
  const { t, say, day } = speech;
  const { was, version, entry } = draft;
  const asks = askedAgain(draft.asks, was.fact);
  const stood = draftOf(was.fact, asks, was.occurredOn, version);
  const hold = useDraft(`correction/${account}/${code}/${view.row.system}/${entry}`, () => stood);
  const typed = (key: keyof typeof own) => (hold.draft.values[own[key]] ?? '').trim();
  const isVoid = typed('how') === 'void';
  const dated = vagueDayOf(hold.draft.occurredOn);
  const happenedOn = dated ?? hold.draft.occurredOn;
  const found = isVoid ? [] : wrongIn(asks, hold.draft, view.setting.today);
  const faults = new Map(faultWords(found, { t, say }));
  const isOther = typed('account') !== '' || typed('name') !== '';
  const right = {
    fact: changedFact(was.fact, asks, stood, hold.draft),
    occurredOn: happenedOn,
    actor: isOther ? actorAs(was.actor, typed('account'), typed('name')) : was.actor,
  };
  const should = isVoid ? null : right;
  const change = (field: string, before: string, now: string) =>
    t('correction.change', {
      field,
      was: before || t('correction.empty'),
      now: now || t('correction.empty'),
    });
  const changes = [
    ...changesIn(asks, [stood, hold.draft], view, speech).map((one) => change(one.field, one.was, one.now)),
    ...(happenedOn === was.occurredOn
      ? []
      : [change(t('correction.occurred'), day(was.occurredOn), dated ? day(dated) : happenedOn)]),
    ...(isOther ? [change(t('correction.name'), was.actor.name, typed('name'))] : []),
  ];
  const lines = isVoid ? [t('correction.voids', { what: say(draft.summary) })] : changes;
  const lacks = () => {
    if (found[0]) return faults.get(found[0].id) ?? null;
    if (isOther && (typed('account') === '' || typed('name') === '')) return t('correction.both');
    if (should && isSame(should, was)) return t('correction.nothing');
    return typed('reason') === '' ? t('act.fillIn', { field: t('correction.reason') }) : null;
  };
  return (
    <form className="card act-form" onSubmit={(event) => event.preventDefault()}>
      <Recording<Submitted>
        recorder={{ code, account, post: post.post, postLabel: say(post.label), stead: steadOf(post) }}
        path={`${systemPath(code, view.row.system)}/events`}
        body={{
          fact: { type: 'correction.proposed', entry, was, should, reason: typed('reason') },
          occurredOn: view.setting.today,
          seenVersion: version,
        }}
        lines={[
          ...lines,
          ...(typed('reason') === '' ? [] : [t('correction.why', { reason: typed('reason') })]),
        ]}
        lacks={lacks()}
        act={deliveryOf({ view, draft }, correctionWords['correction.proposal'])}
        onClose={() => {
          hold.discard();
          history.back();
        }}
        onDone={() => {
          hold.drop();
          onDone(t('correction.sent'));
        }}
        fields={
          <>
            <How hold={hold} isVoid={isVoid} />
            {!isVoid && (
              <>
                <ActInputs
                  {...{ asks, view, faults, act: nothingWanted, draft: hold.draft, change: hold.change }}
                  asked={[]}
                />
                <HappenedOn hold={hold} fault={faults.get('act-occurredOn')} />
                <details>
                  <summary>{t('correction.person')}</summary>
                  <Typed hold={hold} name={own.account} label={t('correction.account')} />
                  <Typed hold={hold} name={own.name} label={t('correction.name')} />
                </details>
              </>
            )}
            <Typed hold={hold} name={own.reason} label={t('correction.reason')} isRequired />
          </>
        }
      />
    </form>
  );
}

/** By any way of writing a day; a month alone is a day of the record, where no day was known. */
function wrongIn(asks: readonly Question[], typed: Draft, today: string) {
  const read = vagueDayOf(typed.occurredOn);
  const found = faultsOf(asks, read === null ? typed : { ...typed, occurredOn: read }, today);
  return found.filter(({ id, kind }) => id !== 'act-occurredOn' || read === null || kind === 'act.future');
}

type Stood = Pick<Working['draft']['was'], 'fact' | 'occurredOn' | 'actor'>;
const isSame = (should: Stood, was: Stood): boolean =>
  JSON.stringify([should.fact, should.occurredOn, should.actor]) ===
  JSON.stringify([was.fact, was.occurredOn, was.actor]);

/** By which grant another acted, and in whose stead, nobody says here. */
function actorAs(actor: Working['draft']['was']['actor'], account: string, name: string) {
  const { grant: _theirs, deputy: _stead, ...rest } = actor;
  return { ...rest, account, name };
}

interface HoldProps {
  hold: DraftHold;
}

function How({ hold, isVoid }: HoldProps & { isVoid: boolean }) {
  const { t } = useWords(correctionWords);
  const choose = (how: string) => hold.change((was) => ({ values: { ...was.values, [own.how]: how } }));
  return (
    <fieldset className="field">
      <legend>{t('correction.how')}</legend>
      {(['right', 'void'] as const).map((how) => (
        <label key={how} className="choice">
          <input
            type="radio"
            name="correction-how"
            checked={isVoid === (how === 'void')}
            onChange={() => choose(how)}
          />
          {t(`correction.${how}`)}
        </label>
      ))}
    </fieldset>
  );
}

/** A month alone, where no day was known, is typed as one. */
function HappenedOn({ hold, fault }: HoldProps & { fault: string | undefined }) {
  const { t } = useWords(correctionWords);
  return (
    <Field id="act-occurredOn" label={t('correction.day')} fault={fault}>
      {(tied) => (
        <input
          {...tied}
          type="text"
          value={hold.draft.occurredOn}
          onChange={(event) => hold.change({ occurredOn: event.target.value })}
        />
      )}
    </Field>
  );
}

function Typed({
  hold,
  name,
  label,
  isRequired = false,
}: HoldProps & { name: string; label: string; isRequired?: boolean }) {
  const id = `correction-${name.trim()}`;
  return (
    <Field id={id} label={label} optional={!isRequired} fault={undefined}>
      {(tied) => (
        <input
          {...tied}
          type="text"
          autoComplete="off"
          value={hold.draft.values[name] ?? ''}
          onChange={(event) =>
            hold.change((was) => ({ values: { ...was.values, [name]: event.target.value } }))
          }
        />
      )}
    </Field>
  );
}
