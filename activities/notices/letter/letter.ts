// What is carried to a person: one digest, a checkpoint of the record, or a trial of their setting. Plain data; its words are made in their language.
import type { DigestLine } from '../../../ledger/models/digests/line.ts';
import type { Text } from '../../../machines/definition/definition.ts';
import type { SignedCheckpoint } from '../../../machines/record/checkpoint.ts';

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
  /** What it brings in place of lines: the day's checkpoint, and the very file of it. */
  checkpoint?: { signed: SignedCheckpoint; content: string };
  /** The same letter again has the same. */
  messageId: string;
}
