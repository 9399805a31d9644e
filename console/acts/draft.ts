// What a person has typed for one act and not yet recorded. Kept in memory while the console is open, so that neither
// a conflict nor a session's end loses it; by account, so that nobody else finds it.
import { createContext, useContext, useState } from 'react';
import { requestId } from '../api.ts';

export interface EvidenceDraft {
  key: string;
  kind: string;
  /** The gate's words for it, where the gate asks for it. */
  label: { ja: string; en: string } | null;
  title: string;
  sha256: string;
  documentNo: string;
  decidedOn: string;
}

export interface AmountDraft {
  key: string;
  fiscalYear: string;
  amountYen: string;
}

export interface Draft {
  requestId: string;
  /** The version its writer has seen; raised only when the changes were shown. */
  seenVersion: number;
  occurredOn: string;
  values: Record<string, string>;
  chosen: Record<string, string[]>;
  evidence: EvidenceDraft[];
  amounts: AmountDraft[];
}

const Drafts = createContext(new Map<string, Draft>());
export const DraftsProvider = Drafts.Provider;

export type Change = (part: Partial<Draft> | ((was: Draft) => Partial<Draft>)) => void;

export interface DraftHold {
  draft: Draft;
  /** True when it was typed before this dialog opened. */
  found: boolean;
  change: Change;
  drop: () => void;
}

export function useDraft(key: string, begin: () => Draft): DraftHold {
  const drafts = useContext(Drafts);
  const [found] = useState(() => drafts.has(key));
  const [draft, setDraft] = useState(() => drafts.get(key) ?? begin());
  return {
    draft,
    found,
    change: (part) =>
      setDraft((was) => {
        const next = { ...was, ...(typeof part === 'function' ? part(was) : part) };
        drafts.set(key, next);
        return next;
      }),
    drop: () => drafts.delete(key),
  };
}

export function emptyEvidence(kind = '', label: EvidenceDraft['label'] = null, title = ''): EvidenceDraft {
  return { key: requestId(), kind, label, title, sha256: '', documentNo: '', decidedOn: '' };
}

export const emptyAmount = (fiscalYear: string): AmountDraft => ({
  key: requestId(),
  fiscalYear,
  amountYen: '',
});
