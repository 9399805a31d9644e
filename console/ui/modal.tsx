// A dialog over the page: the browser's own, so that focus stays in it, Escape closes it, and focus goes back to
// where it was. Focus is put back by hand where the opener is gone.
import { type ReactNode, useEffect, useId, useRef } from 'react';
import './modal.css';
import { useSpeech } from '../words/language.tsx';
import { Icon } from './icon.tsx';

interface Props {
  title: string;
  side?: boolean;
  /** The id of the control that opens it, where a dialog can also be reached by its address. */
  returnTo?: string;
  onClose: () => void;
  children: ReactNode;
}

export function Modal({ title, side = false, returnTo, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const { t } = useSpeech();
  useEffect(() => {
    const { activeElement } = document;
    const opener = activeElement instanceof HTMLElement ? activeElement : null;
    dialog.current?.showModal();
    return () => {
      const known = returnTo ? document.getElementById(returnTo) : null;
      const back = known ?? (opener?.isConnected ? opener : document.getElementById('content'));
      back?.focus();
    };
  }, [returnTo]);
  return (
    <dialog
      ref={dialog}
      className={side ? 'side' : undefined}
      aria-labelledby={heading}
      onCancel={(event) => {
        if (event.target !== dialog.current) return;
        event.preventDefault();
        onClose();
      }}
    >
      <header className="modal-head">
        {/* biome-ignore lint/a11y/noAutofocus: a dialog's title is where reading begins */}
        <h2 id={heading} tabIndex={-1} autoFocus>
          {title}
        </h2>
        <button type="button" className="button plain slim" onClick={onClose}>
          <Icon name="cross" />
          {t('app.close')}
        </button>
      </header>
      <div className="modal-body">{children}</div>
    </dialog>
  );
}
