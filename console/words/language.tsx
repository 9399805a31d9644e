// Which of the two languages is shown, remembered on this machine. Domain texts come from the server in both.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { formatEra, formatEraShort, formatFiscalYear } from '../../machines/values/era.ts';
import { withoutCommands } from '../../texts/commands.ts';
import { yen } from '../figures/amount.ts';
import type { Sentence, Words } from './sentence.ts';
import { type Word, words } from './words.ts';

export type Language = 'ja' | 'en';
type Facts = Record<string, string | number>;

export interface Speech {
  language: Language;
  choose: (language: Language) => void;
  /** A sentence of the console, its `{name}` places filled. */
  t: (word: Word, facts?: Facts) => string;
  /** A text of the domain, in the reader's language; the command that it names is left to who types commands. */
  say: (text: Sentence) => string;
  /** The same where it stands alone, on a button or as a title. */
  label: (text: Sentence) => string;
  /** The reader's half of a note that carries both: `前提 / assumption`. */
  half: (both: string) => string;
  /** A day in running text. */
  day: (vague: string, form?: 'long' | 'short') => string;
  /** A day by the Japanese era, beside an input that shows it otherwise; null for who reads no Japanese. */
  era: (vague: string) => string | null;
  money: (amountYen: number) => string;
  /** A fiscal year by the calendar year it begins in. */
  fiscalYear: (year: number) => string;
}

const storeKey = 'sekimori.language';
const Speaking = createContext<Speech | null>(null);

function remembered(): Language {
  return localStorage.getItem(storeKey) === 'en' ? 'en' : 'ja';
}

export function fill(sentence: string, facts: Facts): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(facts[name] ?? place));
}

/** The English half stands after the slash and has no Japanese letter; a note without one is the same in both. */
export function halves(both: string): Sentence {
  const [, ja, en] = /^(.*?\S)\s+\/\s+([^\u3040-\u30ff\u4e00-\u9fff]+)$/su.exec(both) ?? [];
  return ja === undefined || en === undefined ? { ja: both, en: both } : { ja, en };
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(remembered);
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(storeKey, language);
  }, [language]);
  const speech = useMemo<Speech>(() => {
    const say = (text: Sentence) => withoutCommands(text[language]);
    return {
      language,
      choose: setLanguage,
      t: (word, facts = {}) => fill(words[word][language], facts),
      say,
      label: (text) => say(text).charAt(0).toUpperCase() + say(text).slice(1),
      half: (both) => halves(both)[language],
      day: (vague, form = 'long') => {
        if (language === 'en') return vague;
        return form === 'long' ? formatEra(vague) : formatEraShort(vague);
      },
      era: (vague) => (language === 'ja' ? formatEra(vague) : null),
      money: (amountYen) => yen(amountYen, language),
      fiscalYear: (year) => (language === 'ja' ? formatFiscalYear(year) : `FY${year}`),
    };
  }, [language]);
  return <Speaking value={speech}>{children}</Speaking>;
}

export function useSpeech(): Speech {
  const speech = useContext(Speaking);
  if (!speech) throw new Error('useSpeech needs a LanguageProvider around it');
  return speech;
}

/** The same with a page's own words beside those that all pages share: they come with the page, not before it. */
export function useWords<Own extends Words>(own: Own) {
  const speech = useSpeech();
  return useMemo(() => {
    const { language, t } = speech;
    const isOwn = (word: string): word is keyof Own & string => Object.hasOwn(own, word);
    return {
      ...speech,
      t: (word: (keyof Own & string) | Word, facts: Facts = {}): string =>
        isOwn(word) ? fill(own[word]?.[language] ?? word, facts) : t(word, facts),
    };
  }, [speech, own]);
}
