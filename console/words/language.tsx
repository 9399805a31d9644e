// Which of the two languages is shown, remembered on this machine. Domain texts come from the server in both.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { longDay, shortDay } from '../figures/era.ts';
import type { Sentence } from './sentence.ts';
import { type Word, words } from './words.ts';

export type Language = 'ja' | 'en';
type Facts = Record<string, string | number>;

export interface Speech {
  language: Language;
  choose: (language: Language) => void;
  /** A sentence of the console, its `{name}` places filled. */
  t: (word: Word, facts?: Facts) => string;
  /** A text of the domain, in the reader's language. */
  say: (text: Sentence) => string;
  /** The same where it stands alone, on a button or as a title. */
  label: (text: Sentence) => string;
  /** A day in running text. */
  day: (vague: string, form?: 'long' | 'short') => string;
}

const storeKey = 'sekimori.language';
const Speaking = createContext<Speech | null>(null);

function remembered(): Language {
  return localStorage.getItem(storeKey) === 'en' ? 'en' : 'ja';
}

function fill(sentence: string, facts: Facts): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(facts[name] ?? place));
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(remembered);
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(storeKey, language);
  }, [language]);
  const speech = useMemo<Speech>(
    () => ({
      language,
      choose: setLanguage,
      t: (word, facts = {}) => fill(words[word][language], facts),
      say: (text) => text[language],
      label: (text) => text[language].charAt(0).toUpperCase() + text[language].slice(1),
      day: (vague, form = 'long') => {
        if (language === 'en') return vague;
        return form === 'long' ? longDay(vague) : shortDay(vague);
      },
    }),
    [language],
  );
  return <Speaking value={speech}>{children}</Speaking>;
}

export function useSpeech(): Speech {
  const speech = useContext(Speaking);
  if (!speech) throw new Error('useSpeech needs a LanguageProvider around it');
  return speech;
}
