// The confirmation of one act: what it rests on, what it needs, in which post, on which day; what the gate answered.
// Nothing typed is lost by a refusal, by a conflict, by a reload or by a session's end.
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { ExplanationView } from '../../server/contract/migrations/explanation.ts';
import type { SystemView } from '../../server/contract/migrations/system.ts';
import { Modal } from '../ui/modal.tsx';
import { useSpeech } from '../words/language.tsx';
import type { Sentence } from '../words/sentence.ts';
import { ActAnswer, Faulty } from './act-answer.tsx';
import { Basis } from './basis.tsx';
import { ActInputs, faultWords } from './form/act-inputs.tsx';
import { type Fault, faultsOf } from './form/check.ts';
import { askedDocuments } from './form/evidence-kind.tsx';
import { faultsFrom } from './form/field-names.ts';
import { keepEnter } from './form/keep-enter.ts';
import { OccurredOn } from './form/occurred-on.tsx';
import { type ActView, canBegin } from './questions.ts';
import { Repeated } from './repeat/repeated.tsx';
import { type Carried, useActDraft } from './sending/use-act-draft.ts';
import { type Answer, bodyOf, useSubmit } from './sending/use-submit.ts';
import './acts.css';

interface Props {
  code: string;
  view: SystemView;
  explanation: ExplanationView;
  act: ActView;
  post: { post: string; label: Sentence };
  account: string;
  /** The one national step that it is opened for; else it is about whatever is chosen in it. */
  step?: string | undefined;
  /** What was looked at elsewhere and comes along: a phase and its days. */
  carried?: Carried | undefined;
  /** Whether its opening is a step of the browser's history. */
  hasAddress?: boolean;
  onClose: () => void;
  onDone: (message: string) => void;
}

/** The id of the button that opens an act's dialog. */
export const openerOf = ({ type }: ActView) => `open-${type}`;
/** Of one step, the cell that shows it. */
export const stepOpener = (step: string) => `step-${step}`;

const ofStep = (view: SystemView, step: string | undefined): SystemView =>
  step === undefined ? view : { ...view, nationalSteps: view.nationalSteps.filter(({ id }) => id === step) };

export function ActDialog(props: Props) {
  const { act, view, step, hasAddress = false, onClose } = props;
  const { label } = useSpeech();
  const returnTo = step === undefined ? openerOf(act) : stepOpener(step);
  return (
    <Modal title={label(act.label)} {...{ returnTo, hasAddress, onClose }}>
      <ActForm {...props} view={ofStep(view, step)} />
    </Modal>
  );
}

function ActForm({ code, view, explanation, act, post, account, step, carried, onClose, onDone }: Props) {
  const { t, say } = useSpeech();
  const hold = useActDraft({
    account,
    view,
    version: explanation.version,
    act,
    post: post.post,
    nationalStep: step,
    carried,
  });
  const about = { code, view, post: post.post, account, act, hold, onDone };
  const submit = useSubmit(about);
  const [found, setFound] = useState<Fault[]>([]);
  // What the act was about when its dialog opened: the same act of another phase is another act.
  const [phase] = useState(act.phase);
  // What was sent and is not known may itself be why the act stands no longer: it can be sent again, and is recorded once.
  const isUnclear = submit.sending || submit.answer?.kind === 'unsure';
  const offered = isUnclear || (canBegin(act) && act.phase === phase);
  const named = faultWords(found, { t, say });
  const faults = new Map([...faultsFrom(submit.answer, say), ...named]);

  const { stage, top, goTo } = useStages(submit.answer);
  const isAsked = stage === 'asked';

  function goOn() {
    const wrong = faultsOf(act.asks, hold.draft, view.setting.today);
    setFound(wrong);
    if (wrong.length === 0) goTo('repeated');
  }

  return (
    <form className="act-form" onSubmit={(event) => event.preventDefault()} onKeyDown={keepEnter} noValidate>
      <p ref={top} tabIndex={-1}>
        {say(view.row.name)}　<strong>{say(view.row.phaseLabel)}</strong>
        <br />
        {t('act.asPost', { post: say(post.label) })}
      </p>
      {isAsked && hold.found && <KeptDraft onDiscard={hold.discard} />}
      {isAsked && <Faulty faults={named} press={found} />}
      <ActAnswer answer={submit.answer} />
      {isAsked ? (
        <>
          <Basis act={act} view={view} explanation={explanation} />
          <ActInputs
            {...{ act, view, faults, asks: act.asks, draft: hold.draft, change: hold.change }}
            asked={askedDocuments(explanation)}
          />
          <OccurredOn act={act} hold={hold} today={view.setting.today} fault={faults.get('act-occurredOn')} />
        </>
      ) : (
        <Repeated
          code={code}
          account={account}
          act={act.label}
          asks={act.asks}
          draft={hold.draft}
          view={view}
          targets={[{ view, body: bodyOf(about) }]}
          several={false}
        />
      )}
      {!offered && <Gone act={act} />}
      <Foot {...{ isAsked, offered, onClose, submit }} onBack={() => goTo('asked')} onNext={goOn} />
    </form>
  );
}

interface FootProps {
  isAsked: boolean;
  /** It can still be done. */
  offered: boolean;
  submit: ReturnType<typeof useSubmit>;
  onClose: () => void;
  onBack: () => void;
  onNext: () => void;
}

function Foot({ isAsked, offered, submit, onClose, onBack, onNext }: FootProps) {
  const { t } = useSpeech();
  const word = submit.answer?.kind === 'stale' ? 'act.again' : 'act.confirm';
  return (
    <footer className="act-foot">
      <p className="small soft">{t('act.final')}</p>
      <button type="button" className="button" onClick={onClose}>
        {t('act.cancel')}
      </button>
      {!isAsked && (
        <button type="button" className="button" disabled={submit.sending} onClick={onBack}>
          {t('act.back')}
        </button>
      )}
      {offered && isAsked && (
        <button type="button" className="button solid" onClick={onNext}>
          {t('act.next')}
        </button>
      )}
      {offered && !isAsked && (
        <button type="button" className="button solid" disabled={submit.sending} onClick={submit.send}>
          {t(submit.sending ? 'act.sending' : word)}
        </button>
      )}
    </footer>
  );
}

/** First what is asked, then what will be recorded, read from its start. What was refused is asked again, to be put right. */
function useStages(answer: Answer | null): {
  stage: 'asked' | 'repeated';
  top: RefObject<HTMLParagraphElement | null>;
  goTo: (stage: 'asked' | 'repeated') => void;
} {
  const [stage, goTo] = useState<'asked' | 'repeated'>('asked');
  const top = useRef<HTMLParagraphElement>(null);
  const before = useRef(stage);
  const isRefused = answer?.kind === 'refused' || answer?.kind === 'stands';
  useEffect(() => {
    if (isRefused) goTo('asked');
  }, [isRefused]);
  useEffect(() => {
    if (before.current !== stage && !isRefused) top.current?.focus();
    before.current = stage;
  }, [stage, isRefused]);
  return { stage, top, goTo };
}

function KeptDraft({ onDiscard }: { onDiscard: () => void }) {
  const { t } = useSpeech();
  return (
    <p className="notice small">
      <span>{t('act.draftKept')}</span>
      <span>
        <button type="button" className="button slim" onClick={onDiscard}>
          {t('act.discard')}
        </button>
      </span>
    </p>
  );
}

/** The act can no longer be done: the reasons, and nothing to press. */
function Gone({ act }: { act: ActView }) {
  const { t, say } = useSpeech();
  return (
    <div className="notice warn" role="alert">
      <strong>{t('act.gone')}</strong>
      <ul>
        {act.refusals.map((refusal) => (
          <li key={refusal.code + say(refusal.message)}>{say(refusal.message)}</li>
        ))}
      </ul>
    </div>
  );
}
