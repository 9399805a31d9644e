// The card of one question; where it is not the reader's to ask, it says whose it is and asks nothing.
import type { ReactNode } from 'react';
import { useWords } from '../words/language.tsx';
import { type AuditWord, auditWords } from './words.ts';

interface Props {
  /** Its name in the words, and in the page's ids. */
  name: 'known' | 'find' | 'pairs' | 'intact' | 'access' | 'take';
  isOpen?: boolean;
  /** Whose it is. */
  closed?: AuditWord;
  children: ReactNode;
}

export function Question({ name, isOpen = true, closed = 'audit.notAll', children }: Props) {
  const { t } = useWords(auditWords);
  return (
    <section className="card" aria-labelledby={`audit-${name}`}>
      <h2 id={`audit-${name}`}>{t(`audit.${name}`)}</h2>
      {isOpen ? children : <p className="soft">{t(closed)}</p>}
    </section>
  );
}
