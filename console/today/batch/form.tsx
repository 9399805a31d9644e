// The form of an act for several systems, and its three steps: what, whether that is right, what became of each.
import { useEffect, useRef, useState } from 'react';
import { Faulty } from '../../acts/act-answer.tsx';
import { ActInputs, faultWords } from '../../acts/form/act-inputs.tsx';
import { type Fault, faultsOf } from '../../acts/form/check.ts';
import { askedDocuments } from '../../acts/form/evidence-kind.tsx';
import { keepEnter } from '../../acts/form/keep-enter.ts';
import { OccurredOn } from '../../acts/form/occurred-on.tsx';
import { Repeated } from '../../acts/repeat/repeated.tsx';
import { begin } from '../../acts/sending/use-act-draft.ts';
import { useDraft } from '../../acts/sending/use-draft.ts';
import { Matter } from '../../correction/matter.tsx';
import { useWords } from '../../words/language.tsx';
import { todayWords } from '../words.ts';
import { Fates } from './fates.tsx';
import { Foot, type Stage } from './foot.tsx';
import { isOffered, type Offered, parcelTo } from './parcels.ts';
import { askedOf, type Begun, firstOf, type Target, viewFor } from './target.ts';
import { type Fate, type Parcel, useBatch } from './use-batch.ts';
import { Which } from './which.tsx';
import '../../acts/acts.css';

interface Props {
  code: string;
  begun: Begun;
  targets: readonly Target[];
  account: string;
  onClose: () => void;
}

export function BatchForm(props: Props) {
  const { t, say } = useWords(todayWords);
  // As they stood when the dialog opened: what comes later is told by the answer to each.
  const [targets] = useState(props.targets);
  const first = targets.find(isOffered);
  if (first) return <Asked {...props} targets={targets} first={first} />;
  return (
    <div className="notice warn" role="alert">
      <strong>{t('batch.gone')}</strong>
      <ul>
        {targets
          .flatMap(({ refusals }) => refusals)
          .map((refusal) => (
            <li key={refusal.code + say(refusal.message)}>{say(refusal.message)}</li>
          ))}
      </ul>
    </div>
  );
}

const mayStand = (fate: Fate | undefined): boolean => fate?.kind === 'recorded' || fate?.kind === 'unsure';

function Asked({ code, begun, targets, account, onClose, first }: Props & { first: Offered }) {
  const { t, say } = useWords(todayWords);
  const { line, act: named } = begun;
  const { known } = line;
  const post = line.post?.post ?? '';
  const { act, explanation } = first;
  const view = viewFor(first.view, known);
  const key = [account, code, 'today', begun.id].join('/');
  const hold = useDraft(key, () =>
    firstOf(begin({ account, view, version: explanation.version, act, post }), known),
  );
  const [chosen, setChosen] = useState<readonly string[]>(
    targets.filter(isOffered).map(({ system }) => system),
  );
  const [stage, setStage] = useState<Stage>('asked');
  const [found, setFound] = useState<Fault[]>([]);
  const batch = useBatch({ code, account, draft: key });
  // What is recorded, or may be, is not asked for again.
  const left = targets.filter(({ system }) => !mayStand(batch.fates.get(system)));
  const to = left.filter(isOffered).filter(({ system }) => chosen.includes(system));
  const several = targets.length > 1;
  const asks = askedOf(act, known, several);
  const faults = faultWords(found, { t, say });
  const parcel = (target: Offered) => parcelTo(target, { begun, draft: hold.draft, several });
  const [sent, setSent] = useState<readonly Parcel[]>([]);
  const parcels = stage === 'sent' ? sent : to.map(parcel);
  const refused = sent.filter(({ system }) => batch.fates.get(system)?.kind === 'refused');
  const goOn = () => {
    const wrong = faultsOf(asks, hold.draft, view.setting.today);
    setFound(wrong);
    if (wrong.length === 0 && to.length > 0) setStage('repeated');
  };
  const send = (some: readonly Parcel[]) => {
    if (stage !== 'sent') setSent(some);
    setStage('sent');
    // What is refused can be put right: it is kept as it was typed until all of it is recorded.
    void batch.send(some).then((isWhole) => isWhole && hold.drop());
  };
  const correct = () => {
    setChosen(refused.map(({ system }) => system));
    setStage('asked');
  };
  const top = useFocusOn(stage);
  return (
    <form className="act-form" onSubmit={(event) => event.preventDefault()} onKeyDown={keepEnter} noValidate>
      <div ref={top} tabIndex={-1}>
        <p>
          <strong>{say(line.text)}</strong>
          <br />
          {line.post && t('act.asPost', { post: say(line.post.label) })}
        </p>
      </div>
      {stage === 'asked' && (
        <>
          <Faulty faults={faults} press={found} />
          <Which code={code} targets={left} chosen={chosen} act={act} onChoose={setChosen} />
          <ActInputs
            {...{ act, asks, view, draft: hold.draft, change: hold.change, faults: new Map(faults) }}
            asked={askedDocuments(explanation)}
          />
          <OccurredOn
            act={act}
            hold={hold}
            today={view.setting.today}
            fault={new Map(faults).get('act-occurredOn')}
          />
        </>
      )}
      {stage === 'repeated' && (
        <Repeated
          code={code}
          account={account}
          act={named.label}
          asks={asks}
          draft={hold.draft}
          view={view}
          targets={to.map((target) => ({
            view: target.view,
            body: parcel(target).body,
            about: target.correction && (
              <Matter code={code} system={target.system} draft={target.correction} />
            ),
          }))}
          several={several}
        />
      )}
      {stage === 'sent' && (
        <Fates code={code} parcels={parcels} fates={batch.fates} isSending={batch.isSending} onAgain={send} />
      )}
      <Foot
        stage={stage}
        count={to.length}
        isSending={batch.isSending}
        hasRefused={refused.length > 0}
        onBack={() => setStage('asked')}
        onNext={goOn}
        onSend={() => send(parcels)}
        onCorrect={correct}
        onClose={onClose}
      />
    </form>
  );
}

/** Each step is read from its start. */
function useFocusOn(stage: string) {
  const top = useRef<HTMLDivElement>(null);
  const before = useRef(stage);
  useEffect(() => {
    if (before.current !== stage) top.current?.focus();
    before.current = stage;
  }, [stage]);
  return top;
}
