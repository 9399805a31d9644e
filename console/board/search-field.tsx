// A word that is looked for: as people write it, in kanji or kana, in either width.
import { useEffect, useState } from 'react';
import { useSpeech } from '../words/language.tsx';

/** Typed words are looked for once the reader pauses; a word that is still being composed is none yet. */
export function SearchField({ value, onSearch }: { value: string; onSearch: (q: string) => void }) {
  const { t } = useSpeech();
  const [typed, setTyped] = useState(value);
  const [composing, setComposing] = useState(false);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (composing || typed === value) return;
    const pause = setTimeout(() => onSearch(typed), 300);
    return () => clearTimeout(pause);
  }, [composing, typed, value, onSearch]);
  return (
    <div className="field">
      <label htmlFor="filter-q">{t('board.search')}</label>
      <input
        id="filter-q"
        type="search"
        value={typed}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onChange={(event) => setTyped(event.target.value)}
      />
    </div>
  );
}
