// A secret that is shown this once, with a press that copies it: also on plain http, where a page has no clipboard of its own and copies what
// is marked. Where neither works, it stays marked for the reader's own keys.
import { useId, useRef, useState } from 'react';
import { useWords } from '../words/language.tsx';
import { contactWords } from './words.ts';

interface Props {
  label: string;
  note: string;
  text: string;
}

/** False where the browser let nothing be copied. */
async function copied(field: HTMLInputElement): Promise<boolean> {
  field.focus();
  field.select();
  if (navigator.clipboard) {
    const isDone = await navigator.clipboard.writeText(field.value).then(
      () => true,
      () => false,
    );
    if (isDone) return true;
  }
  // The one way there is without a secure context.
  return document.execCommand('copy');
}

export function ShownOnce({ label, note, text }: Props) {
  const { t } = useWords(contactWords);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState<'copied' | 'marked' | null>(null);

  async function copy() {
    if (field.current) setSaid((await copied(field.current)) ? 'copied' : 'marked');
  }

  return (
    <div className="notice warn shown-once">
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <input
          ref={field}
          id={id}
          type="text"
          className="mono"
          readOnly
          value={text}
          aria-describedby={`${id}-note`}
          onFocus={(event) => event.currentTarget.select()}
        />
        <p className="hint" id={`${id}-note`}>
          {note}
        </p>
      </div>
      <div className="contact-buttons">
        <button type="button" className="button slim" onClick={() => void copy()}>
          {t('contact.copy')}
        </button>
        <span role="status" className="small">
          {said && t(said === 'copied' ? 'contact.copied' : 'contact.marked')}
        </span>
      </div>
    </div>
  );
}
