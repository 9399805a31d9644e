// The confirmation of one act: what it needs, in which post, on which day; what the gate answered. Nothing typed is
// lost by a refusal, by a conflict or by a session's end.
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { SystemView } from '../../server/contract/migrations.ts';
import { longDay } from '../figures/era.ts';
import { Modal } from '../ui/modal.tsx';
import { useSpeech } from '../words/language.tsx';
import { ActAnswer } from './act-answer.tsx';
import { type Fault, faultsOf } from './act-check.ts';
import { type ActView, type Field, fieldsOf } from './act-fields.ts';
import { ActInput } from './act-inputs.tsx';
import type { DraftHold } from './draft.ts';
import type { AskedDocument } from './evidence-kind.tsx';
import { useActDraft } from './use-act-draft.ts';
import { useSubmit } from './use-submit.ts';
import './acts.css';

interface Props {
  code: string;
  view: SystemView;
  version: number;
  act: ActView;
  /** The documents that the gate asks for. */
  asked: readonly AskedDocument[];
  post: { post: string; label: { ja: string; en: string } };
  account: string;
  onClose: () => void;
  onDone: (message: string) => void;
}

/** The id of the button that opens an act's dialog. */
export const openerOf = ({ type }: ActView) => `open-${type}`;

export function ActDialog(props: Props) {
  const { act, onClose } = props;
  const { label } = useSpeech();
  return (
    <Modal title={label(act.label)} returnTo={openerOf(act)} onClose={onClose}>
      <ActForm {...props} />
    </Modal>
  );
}

function ActForm({ code, view, version, act, asked, post, account, onClose, onDone }: Props) {
  const { t, say } = useSpeech();
  const hold = useActDraft({ account, view, version, act, post: post.post });
  const submit = useSubmit({ code, system: view.row.system, post: post.post, act, hold, onDone });
  const [faults, setFaults] = useState<Fault[]>([]);
  const fields = fieldsOf(act.type) ?? [];
  const wrong = new Set(faults.map((fault) => fault.id));
  const grave = act.type === 'migration.cancelled';

  function send(event: FormEvent) {
    event.preventDefault();
    const found = faultsOf(fields, hold.draft, (field: Field) => t(field.word), {
      kind: t('act.evidenceKind'),
      title: t('act.title'),
      sha256: 'SHA-256',
      documentNo: t('act.documentNo'),
      decidedOn: t('act.decidedOn'),
      fiscalYear: t('act.fiscalYear'),
      amountYen: t('act.amountYen'),
      occurredOn: t('act.occurredOn'),
    });
    setFaults(found);
    if (found.length === 0) submit.send();
  }

  return (
    <form className="act-form" onSubmit={send} noValidate>
      <p>
        {say(view.row.name)}　<strong>{say(view.row.phaseLabel)}</strong>
        <br />
        {t('act.asPost', { post: say(post.label) })}
      </p>
      {hold.found && <p className="notice small">{t('act.draftKept')}</p>}
      <Faults faults={faults} />
      <ActAnswer answer={submit.answer} />
      {fields.map((field) => (
        <ActInput
          key={field.name}
          field={field}
          draft={hold.draft}
          change={hold.change}
          view={view}
          code={code}
          act={act.type}
          asked={asked}
          wrong={wrong}
        />
      ))}
      <OccurredOn hold={hold} today={view.setting.today} wrong={wrong.has('act-occurredOn')} />
      <footer className="act-foot">
        <p className="small soft">{t('act.final')}</p>
        <button type="button" className="button" onClick={onClose}>
          {t('act.cancel')}
        </button>
        <button type="submit" className={`button solid${grave ? ' grave' : ''}`} disabled={submit.sending}>
          {submit.sending
            ? t('act.sending')
            : t(submit.answer?.kind === 'stale' ? 'act.again' : 'act.confirm')}
        </button>
      </footer>
    </form>
  );
}

function OccurredOn({ hold, today, wrong }: { hold: DraftHold; today: string; wrong: boolean }) {
  const { t } = useSpeech();
  const { occurredOn } = hold.draft;
  return (
    <div className="field act-day">
      <label htmlFor="act-occurredOn">{t('act.occurredOn')}</label>
      <input
        id="act-occurredOn"
        type="date"
        value={occurredOn}
        max={today}
        aria-invalid={wrong}
        aria-describedby="act-occurredOn-hint"
        onChange={(event) => hold.change({ occurredOn: event.target.value })}
      />
      <p className="hint" id="act-occurredOn-hint">
        {occurredOn && `${longDay(occurredOn)}　`}
        {t('act.occurredNote')}
      </p>
    </div>
  );
}

/** What to look at, each with the way to its input; focus goes here when there is something. */
function Faults({ faults }: { faults: Fault[] }) {
  const { t } = useSpeech();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (faults.length > 0) box.current?.focus();
  }, [faults]);
  if (faults.length === 0) return null;
  return (
    <div ref={box} className="notice bad" role="alert" tabIndex={-1}>
      <strong>{t('act.check')}</strong>
      <ul>
        {faults.map((fault) => (
          <li key={fault.id}>
            <a
              href={`#${fault.id}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(fault.id)?.focus();
              }}
            >
              {t(fault.kind, { field: fault.field })}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
