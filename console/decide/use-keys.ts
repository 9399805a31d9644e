// Keys of a page, off in fields and while a dialog is open: none of them records anything.
import { useEffect, useRef, useState } from 'react';

const FIELDS = 'input, select, textarea, [contenteditable]';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest(FIELDS) !== null && !isTick(target);
const isTick = (target: HTMLElement): boolean =>
  target instanceof HTMLInputElement && target.type === 'checkbox';

const storeKey = 'sekimori.keys';

/**
 * Whether single letters act, remembered on this machine: who speaks to it, or whose screen reader has letters of its own, turns them off
 * (WCAG 2.1.4).
 */
export function useKeyChoice(): [on: boolean, choose: (on: boolean) => void] {
  const [on, setOn] = useState(() => localStorage.getItem(storeKey) !== 'off');
  return [
    on,
    (chosen) => {
      localStorage.setItem(storeKey, chosen ? 'on' : 'off');
      setOn(chosen);
    },
  ];
}

export function useKeys(isOn: boolean, keys: Readonly<Record<string, () => void>>): void {
  const now = useRef(keys);
  now.current = isOn ? keys : {};
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { key, target, ctrlKey, metaKey, altKey, isComposing } = event;
      if (ctrlKey || metaKey || altKey || isComposing || isTyping(target)) return;
      if (document.querySelector('dialog[open]')) return;
      const act = now.current[key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
