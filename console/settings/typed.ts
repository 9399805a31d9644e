// What is typed into a form of the settings, kept in this tab over a reload; given up once it is recorded.
import { useState } from 'react';

function kept<T>(key: string, begin: T): T {
  try {
    const found = sessionStorage.getItem(key);
    // What this tab wrote itself under this name.
    return found === null ? begin : (JSON.parse(found) as T);
  } catch {
    // Storage is blocked, or what is there is not ours: the form begins anew.
    return begin;
  }
}

/** Written for a form that is opened next. */
export function keepTyped<T>(name: string, value: T): void {
  try {
    sessionStorage.setItem(`sekimori.settings.${name}`, JSON.stringify(value));
  } catch {
    // Full or blocked: the form begins empty.
  }
}

export function useTyped<T>(name: string, begin: T) {
  const key = `sekimori.settings.${name}`;
  const [value, setValue] = useState(() => kept(key, begin));
  const set = (next: T) => {
    setValue(next);
    try {
      sessionStorage.setItem(key, JSON.stringify(next));
    } catch {
      // Full or blocked: only a reload would lose it.
    }
  };
  const drop = () => {
    setValue(begin);
    sessionStorage.removeItem(key);
  };
  return { value, set, drop };
}
