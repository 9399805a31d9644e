// A dialog over the page: the browser's own, so that focus stays in it, Escape closes it, and focus goes back to
// where it was. Focus is put back by hand where the opener is gone. Back closes it too, and leaves the page where it is.
import { useBlocker } from '@tanstack/react-router';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import './modal.css';
import { useSpeech } from '../words/language.tsx';
import { Icon } from './icon.tsx';

interface Props {
  title: string;
  side?: boolean;
  /** The id of the control that opens it, where a dialog can also be reached by its address. */
  returnTo?: string;
  /** Whether it is a step of the browser's history: then Back leaves it as it leaves any page. */
  hasAddress?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** Those that are open, the topmost last: Back closes one at a time. */
const open: symbol[] = [];

function useBack(onClose: () => void, hasAddress: boolean): void {
  const own = useRef(Symbol('dialog'));
  useEffect(() => {
    const { current } = own;
    open.push(current);
    return () => void open.splice(open.indexOf(current), 1);
  }, []);
  useBlocker({
    disabled: hasAddress,
    enableBeforeUnload: false,
    shouldBlockFn: ({ action }) => {
      if (action !== 'BACK' || open.at(-1) !== own.current) return false;
      onClose();
      return true;
    },
  });
}

export function Modal({ title, side = false, returnTo, hasAddress = false, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const { t } = useSpeech();
  useBack(onClose, hasAddress);
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
