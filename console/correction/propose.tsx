// Proposing what should have stood: the same inputs in which it was recorded, filled with what stands there; or that it be voided.
import type { Submitted } from '../../server/contract/entries.ts';
import { ActInputs } from '../acts/form/act-inputs.tsx';
import { Field } from '../acts/form/field.tsx';
import { vagueDayOf } from '../acts/form/figures.ts';
import type { DraftHold } from '../acts/sending/draft.ts';
import { useDraft } from '../acts/sending/use-draft.ts';
import { systemPath } from '../asks.ts';
import { Recording } from '../meetings/recording.tsx';
import { steadOf } from '../meetings/said.ts';
import { useWords } from '../words/language.tsx';
import { own, proposalIn } from './proposal.ts';
import { askedAgain, draftOf } from './stood.ts';
import { correctionWords } from './words.ts';
import { deliveryOf, type Working } from './working.ts';

const nothingWanted = { refusals: [] };

export function Propose(working: Working) {
  const { code, account, view, draft, post, onDone, onClose } = working;
  const speech = useWords(correctionWords);
  const { t, say } = speech;
  const { was, version, entry } = draft;
  const asks = askedAgain(draft.asks, was.fact);
  const stood = draftOf(was.fact, asks, was.occurredOn, version);
  const hold = useDraft(`correction/${account}/${code}/${view.row.system}/${entry}`, () => stood);
  const { isVoid, should, reason, faults, lines, lacks } = proposalIn(
    { asks, stood, typed: hold.draft },
    working,
    speech,
  );
  return (
    <form className="card act-form" onSubmit={(event) => event.preventDefault()}>
      <Recording<Submitted>
        recorder={{ code, account, post: post.post, postLabel: say(post.label), stead: steadOf(post) }}
        path={`${systemPath(code, view.row.system)}/events`}
        body={{
          fact: { type: 'correction.proposed', entry, was, should, reason },
          occurredOn: view.setting.today,
          seenVersion: version,
        }}
        lines={lines}
        lacks={lacks}
        act={deliveryOf({ view, draft }, correctionWords['correction.proposal'])}
        onClose={() => {
          hold.discard();
          onClose();
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
                  asked={draft.documents}
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
  const { t, era } = useWords(correctionWords);
  const read = vagueDayOf(hold.draft.occurredOn);
  return (
    <Field
      id="act-occurredOn"
      label={t('correction.day')}
      fault={fault}
      understood={read === null ? null : era(read)}
    >
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
