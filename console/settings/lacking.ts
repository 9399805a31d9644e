// What a form of the settings lacks: each is told at its own field, until it is typed in.
import { useState } from 'react';
import { useWords } from '../words/language.tsx';
import { settingsWords } from './words.ts';

export function useLacking<Name extends string>() {
  const { t } = useWords(settingsWords);
  const [lacking, setLacking] = useState<readonly Name[]>([]);
  return {
    /** @returns whether nothing lacks */
    find: (names: readonly Name[]): boolean => {
      setLacking(names);
      return names.length === 0;
    },
    typedIn: (part: Partial<Record<Name, unknown>>) =>
      setLacking((was) => was.filter((name) => !(name in part))),
    fault: (name: Name, label: string): string | null =>
      lacking.includes(name) ? t('amend.incomplete', { field: label }) : null,
  };
}

export type Lacking<Name extends string> = ReturnType<typeof useLacking<Name>>;
