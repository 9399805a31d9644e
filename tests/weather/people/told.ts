// What a person was told of one act: the whole of what the checker knows besides the record.

/** A definite word, or none. */
export type Word =
  /** A move of the clock is acknowledged without sequence number and hash. */
  | { kind: 'acknowledged'; seq: number | null; hash: string | null; repeated: boolean }
  | { kind: 'refused'; codes: string[] }
  | { kind: 'unclear'; why: string };

/** What it said. A move of the clock is dated and counted by the server. */
export interface Sent {
  fact: { type: string } & Record<string, unknown>;
  post: string;
  occurredOn: string | null;
  seenVersion: number | null;
}

export interface Told {
  requestId: string;
  chain: string;
  type: string;
  account: string;
  sent: Sent;
  /** Milliseconds of one clock that only goes forward. */
  sentAt: number;
  /** When the last word came. */
  heardAt: number;
  /** One for each time it was sent; the last one counts. */
  words: Word[];
  /** Asked again after the storm, where the last word was unclear or to see that an acknowledged act stays the same. */
  later: Word | null;
  /** When that word came. */
  laterAt: number | null;
}

export const lastWord = ({ words }: Told): Word => words.at(-1) ?? { kind: 'unclear', why: 'never sent' };
