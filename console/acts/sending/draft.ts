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
  /** What was sent under this request id, each different content once (`contentOf`). */
  sent: string[];
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

/** What was typed, apart from under which request id and version it goes. */
function contentOf({ occurredOn, values, chosen, evidence, amounts }: Draft): string {
  return JSON.stringify({ occurredOn, values, chosen, evidence, amounts });
}

/** As it is when it is sent now. */
export function sending(draft: Draft): Pick<Draft, 'sent'> {
  return { sent: [...new Set([...draft.sent, contentOf(draft)])] };
}

/** Whatever of it stands in the record is what is typed now. */
export function isAsSent(draft: Draft): boolean {
  return draft.sent.every((content) => content === contentOf(draft));
}

/** The same content as an act of its own, never sent. */
export const afresh = (): Pick<Draft, 'requestId' | 'sent'> => ({ requestId: requestId(), sent: [] });

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
