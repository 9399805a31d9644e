// Proposing what should have stood: the same inputs in which it was recorded, filled with what stands there; or that it be voided.
import type { Submitted } from '../../server/contract/entries.ts';
import { ActInput } from '../acts/form/act-input.tsx';
import { faultsOf } from '../acts/form/check.ts';
import { changedFact } from '../acts/form/fact.ts';
import { Field } from '../acts/form/field.tsx';
import { vagueDayOf } from '../acts/form/figures.ts';
import type { Question } from '../acts/questions.ts';
import type { Draft, DraftHold } from '../acts/sending/draft.ts';
import { useDraft } from '../acts/sending/use-draft.ts';
import { Recording } from '../meetings/recording.tsx';
import { steadOf } from '../meetings/said.ts';
import { useWords } from '../words/language.tsx';
import type { Sentence } from '../words/sentence.ts';
import { systemOf } from './queries.ts';
import { askedAgain, draftOf } from './stood.ts';
import { correctionWords } from './words.ts';
import type { Working } from './working.ts';

const nothingWanted = { refusals: [] };

/** Typed beside the act's own answers, under names that no act asks for. */
const own = { how: ' how', reason: ' reason', account: ' account', name: ' name' } as const;

export function Propose({ code, account, view, draft, post, onDone }: Working) {
  const { t, say, day } = useWords(correctionWords);
  const { was, version, entry } = draft;
  const asks = askedAgain(draft.asks, was.fact);
  const stood = draftOf(was.fact, asks, was.occurredOn, version);
  const hold = useDraft(`correction/${account}/${code}/${view.row.system}/${entry}`, () => stood);
  const typed = (key: keyof typeof own) => (hold.draft.values[own[key]] ?? '').trim();
  const isVoid = typed('how') === 'void';
  // A month alone is a day of the record, where no day was known.
  const happenedOn = vagueDayOf(hold.draft.occurredOn) ?? hold.draft.occurredOn;
  const isDated = vagueDayOf(hold.draft.occurredOn) !== null;
  const found = isVoid
    ? []
    : faultsOf(asks, hold.draft, view.setting.today).filter(
        ({ id, kind }) => id !== 'act-occurredOn' || !isDated || kind === 'act.future',
      );
  const faults = new Map(
    found.map(({ id, kind, field, length }) => [id, t(kind, { field: say(field), ...length })]),
  );
  const person = typed('account') !== '' || typed('name') !== '';
  const fact = changedFact(was.fact, asks, stood, hold.draft);
  const should = isVoid
    ? null
    : {
        fact,
        occurredOn: happenedOn,
        actor: person ? actorAs(was.actor, typed('account'), typed('name')) : was.actor,
      };
  const isSame =
    should !== null &&
    JSON.stringify([fact, should.occurredOn, should.actor]) ===
      JSON.stringify([was.fact, was.occurredOn, was.actor]);
  const lines = isVoid
    ? [t('correction.voids', { what: say(draft.summary) })]
    : [
        ...changesOf(asks, stood, hold.draft, say).map(({ label, before, now }) =>
          t('correction.change', {
            field: say(label),
            was: before || t('correction.empty'),
            now: now || t('correction.empty'),
          }),
        ),
        ...(happenedOn === was.occurredOn
          ? []
          : [
              t('correction.change', {
                field: t('correction.occurred'),
                was: day(was.occurredOn),
                now: isDated ? day(happenedOn) : happenedOn,
              }),
            ]),
        ...(person
          ? [t('correction.change', { field: t('correction.name'), was: was.actor.name, now: typed('name') })]
          : []),
      ];
  const lacks = () => {
    if (found[0]) return faults.get(found[0].id) ?? null;
    if (person && (typed('account') === '' || typed('name') === '')) return t('correction.both');
    if (isSame) return t('correction.nothing');
    return typed('reason') === '' ? t('act.fillIn', { field: t('correction.reason') }) : null;
  };
  return (
    <form className="card act-form" onSubmit={(event) => event.preventDefault()}>
      <Recording<Submitted>
        recorder={{ code, account, post: post.post, postLabel: say(post.label), stead: steadOf(post) }}
        path={`${systemOf(code, view.row.system)}/events`}
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
                {asks.map((question) => (
                  <ActInput
                    key={question.name}
                    act={nothingWanted}
                    question={question}
                    draft={hold.draft}
                    change={hold.change}
                    view={view}
                    asked={[]}
                    faults={faults}
                  />
                ))}
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

/** By which grant another acted, and in whose stead, nobody says here. */
function actorAs(actor: Working['draft']['was']['actor'], account: string, name: string) {
  const { grant: _theirs, deputy: _stead, ...rest } = actor;
  return { ...rest, account, name };
}

interface Changed {
  label: Question['label'];
  before: string;
  now: string;
}

function changesOf(
  asks: readonly Question[],
  before: Draft,
  now: Draft,
  say: (text: Sentence) => string,
): Changed[] {
  return asks
    .map((question) => ({
      label: question.label,
      before: saidIn(question, before, say),
      now: saidIn(question, now, say),
    }))
    .filter((one) => one.before !== one.now);
}

/** As it is typed: what is sent is shown once more beside what stood, by whoever decides. */
function saidIn(
  { name, kind, choices }: Question,
  { values, chosen, amounts }: Draft,
  say: (text: Sentence) => string,
): string {
  const typed = (values[name] ?? '').trim();
  const known = choices?.find(({ value }) => value === typed);
  switch (kind) {
    case 'amounts':
      return amounts.map(({ fiscalYear, amountYen }) => `${fiscalYear}: ${amountYen}`).join(', ');
    case 'steps':
      return `${(chosen[name] ?? []).join(', ')} ${typed}`.trim();
    case 'businesses':
    case 'reasonTypes':
      return (chosen[name] ?? []).join(', ');
    default:
      return known ? say(known.label) : typed;
  }
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
