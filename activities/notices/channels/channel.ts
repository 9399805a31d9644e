// A way to a person outside the inbox. A channel carries one letter and says what the other side answered; it knows neither when nor
// why it is sent. A new channel is one file here and its line in the worker.
import type { Contact } from '../../../ledger/models/digests/contacts.ts';
import type { Letter } from '../letter/letter.ts';

export interface Channel {
  name: string;
  /** Whether that person has said where this channel reaches them. */
  reaches: (contact: Contact) => boolean;
  /** Gives what the other side answered. A letter may be sent twice after a crash. @throws NotDelivered, or anything that may pass */
  send: (letter: Letter, contact: Contact) => Promise<string>;
}

/** The other side will never take it. Whatever else is thrown is tried again. */
export class NotDelivered extends Error {
  override readonly name = 'NotDelivered';
}
