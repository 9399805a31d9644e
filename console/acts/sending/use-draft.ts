// The draft of one act as its dialog holds it: what was typed before, or a first one.
import { useState } from 'react';
import { useDesk } from './desk.ts';
import type { Draft, DraftHold } from './draft.ts';

export function useDraft(key: string, begin: () => Draft): DraftHold {
  const { drafts } = useDesk();
  const [found, setFound] = useState(() => drafts.get(key) !== undefined);
  const [draft, setDraft] = useState(() => drafts.get(key) ?? begin());
  return {
    key,
    draft,
    found,
    change: (part) =>
      setDraft((was) => {
        const next = { ...was, ...(typeof part === 'function' ? part(was) : part) };
        drafts.set(key, next);
        return next;
      }),
    drop: () => drafts.drop(key),
    discard: () => {
      drafts.drop(key);
      setFound(false);
      setDraft(begin());
    },
  };
}
