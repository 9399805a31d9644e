// What a person has typed for one act and not yet recorded. Kept with the tab, so that neither a conflict, a reload nor
// a session's end loses it; by account, so that nobody else finds it.
import { fiscalYearOf } from '../../../machines/values/date.ts';
import { requestId } from '../../api.ts';
import type { Sentence } from '../../words/sentence.ts';

export interface EvidenceDraft {
  key: string;
  kind: string;
  /** The gate's words for it, where the gate asks for it. */
  label: Sentence | null;
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

export type Change = (part: Partial<Draft> | ((was: Draft) => Partial<Draft>)) => void;

export interface DraftHold {
  key: string;
  draft: Draft;
  /** True when it was typed before this dialog opened. */
  found: boolean;
  change: Change;
  drop: () => void;
  /** Begins anew, as if nothing had been typed. */
  discard: () => void;
}

export function emptyEvidence(kind = '', label: EvidenceDraft['label'] = null, title = ''): EvidenceDraft {
  return { key: requestId(), kind, label, title, sha256: '', documentNo: '', decidedOn: '' };
}

/** A contract's first amount, of the fiscal year that runs: until the end of March that of last April. */
export const firstAmount = (today: string): AmountDraft => emptyAmount(String(fiscalYearOf(today)));

export const emptyAmount = (fiscalYear: string): AmountDraft => ({
  key: requestId(),
  fiscalYear,
  amountYen: '',
});
