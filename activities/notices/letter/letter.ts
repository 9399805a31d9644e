// What is carried to a person: one digest, or a trial of their setting. Plain data; its words are made in their language.
import type { DigestLine } from '../../../ledger/models/digests/line.ts';
import type { Text } from '../../../machines/definition/definition.ts';

export interface Letter {
  /** Null: of no programme, as a trial is. */
  programme: { code: string; name: Text; rehearsal: boolean } | null;
  account: string;
  name: string;
  language: 'ja' | 'en';
  /** The open day that it is for. */
  day: string;
  /** When it was made, on the programme's clock. */
  madeAt: string;
  late: boolean;
  lines: readonly DigestLine[];
  /** The same letter again has the same. */
  messageId: string;
}
