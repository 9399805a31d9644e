// Several approved together: one confirmation that repeats what will be recorded, each recorded on its own, and what came of each line by line.
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ExplanationView } from '../../server/contract/migrations/explanation.ts';
import { Field } from '../acts/form/field.tsx';
import type { ActView } from '../acts/questions.ts';
import { explanationQuery } from '../queries.ts';
import { Modal } from '../ui/modal.tsx';
import { useWords } from '../words/language.tsx';
import { decidingIn, type Item, keyOf } from './items.ts';
import { type Came, createSending, type Sent } from './sending.ts';
import { decideWords } from './words.ts';

interface Props {
  code: string;
  account: string;
  items: readonly Item[];
  onEnd: () => void;
}

export function Several({ code, account, items, onEnd }: Props) {
  const { t } = useWords(decideWords);
  // What was chosen when it was opened: what is recorded meanwhile leaves the list behind it, not the confirmation.
  const [opened, setOpened] = useState<readonly Item[] | null>(null);
  if (items.length < 2 && !opened) return null;
  const close = () => {
    setOpened(null);
    onEnd();
  };
  return (
    <div className="decide-several">
      <button type="button" className="button" aria-haspopup="dialog" onClick={() => setOpened(items)}>
        {t('decide.several', { count: items.length })}
      </button>
      {opened && (
        <Modal title={t('decide.severalTitle', { count: opened.length })} onClose={close}>
          <Together {...{ code, account, items: opened, onClose: close }} />
        </Modal>
      )}
    </div>
  );
}

interface Row {
  item: Item;
  act: ActView | null;
  explanation: ExplanationView | undefined;
}

function Together({ code, account, items, onClose }: Omit<Props, 'onEnd'> & { onClose: () => void }) {
  const { t } = useWords(decideWords);
  const queries = useQueryClient();
  const explained = useQueries({
    queries: items.map(({ system, post }) => explanationQuery(code, system, post)),
  });
  const [note, setNote] = useState('');
  const [sending] = useState(() => createSending(code, account));
  const [came, setCame] = useState<ReadonlyMap<string, Came>>(new Map());
  const [isSending, setIsSending] = useState(false);
  const rows = items.map((item, index): Row => {
    const explanation = explained[index]?.data;
    return { item, explanation, act: explanation ? decidingIn(explanation.acts).approve : null };
  });
  const left = rows.flatMap(({ item, act, explanation }): Sent[] => {
    const isOver = came.get(keyOf(item))?.kind === 'recorded';
    return act && explanation && !isOver ? [{ item, act, explanation, note }] : [];
  });
  async function send() {
    setIsSending(true);
    for (const one of left) {
      const answer = await sending(one);
      setCame((was) => new Map(was).set(keyOf(one.item), answer));
    }
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === code });
    setIsSending(false);
  }
  return (
    <form className="act-form" onSubmit={(event) => event.preventDefault()}>
      <p>{t('decide.willRecord')}</p>
      <ul className="decide-items">
        {rows.map((row) => (
          <Said key={keyOf(row.item)} row={row} came={came.get(keyOf(row.item))} />
        ))}
      </ul>
      <Field id="decide-note" label={t('decide.note')} optional fault={undefined}>
        {(tied) => (
          <textarea {...tied} rows={2} value={note} onChange={(event) => setNote(event.target.value)} />
        )}
      </Field>
      <footer className="act-foot">
        <p className="small soft">{t('act.final')}</p>
        <button type="button" className="button" onClick={onClose}>
          {t(came.size > 0 ? 'app.close' : 'act.cancel')}
        </button>
        {left.length > 0 && (
          <button type="button" className="button solid" disabled={isSending} onClick={() => void send()}>
            {t(isSending ? 'act.sending' : 'act.confirm')}
          </button>
        )}
      </footer>
    </form>
  );
}

/** What will be recorded of one, what to mind, and what came of it. */
function Said({ row: { item, act, explanation }, came }: { row: Row; came: Came | undefined }) {
  const { t, say } = useWords(decideWords);
  const open = explanation?.gate?.conditions.filter(({ met, hard }) => !met && !hard) ?? [];
  const facts = { system: say(item.systemName), phase: say(item.phaseLabel), act: act ? say(act.label) : '' };
  return (
    <li data-system={item.system}>
      {act || came ? t('decide.line', facts) : `${facts.system}${t('mark.colon')}${t('decide.notYet')}`}
      <span className="small soft">　{t('decide.asPost', { post: say(item.postLabel) })}</span>
      {open.map(({ label }) => (
        <p key={label.ja} className="small">
          {t('decide.warnings', { what: say(label) })}
        </p>
      ))}
      <p
        role="status"
        className={came ? `notice small ${came.kind === 'recorded' ? 'good' : 'bad'}` : 'hidden'}
      >
        {came?.kind === 'recorded' && t('decide.recorded', { seq: came.seq })}
        {came?.kind === 'refused' && t('decide.refused', { why: say(came.why) })}
        {came?.kind === 'unsure' && t('decide.unsure')}
      </p>
    </li>
  );
}
