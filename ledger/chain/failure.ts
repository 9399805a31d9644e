// The two ways the record fails. A refusal is definite: nothing was written, and the same call fails again unless the
// record has changed meanwhile. Anything else is unclear: it may have been written, so the same call must be made again
// and will find out.
import postgres from 'postgres';

/** What a definite failure is about, and whether another append or a loading under way can make the same call succeed. */
export const ledgerRefusals = {
  'entry.hash': { curedByTime: false },
  'entry.stateHash': { curedByTime: false },
  'entry.effectsHash': { curedByTime: false },
  'entry.unstorable': { curedByTime: false },
  /** A person's or an import's, and nobody vouches for it. */
  'entry.unsigned': { curedByTime: false },
  /** Vouched for by a key that is none of the programme's, or for something else. */
  'entry.signature': { curedByTime: false },
  /** A timer's or another migration's, and nothing on record says that it is due. */
  'entry.unproven': { curedByTime: false },
  /** A correction of what does not stand in the entry that it names. */
  'entry.neverStood': { curedByTime: false },
  /** A person's, by no grant of the programme's chain that holds. */
  'entry.powers': { curedByTime: false },
  /** It names another definition than the one on record. */
  'entry.definition': { curedByTime: false },
  /** Recorded at an instant that has not come. */
  'entry.ahead': { curedByTime: true },
  /** Recorded, outside rehearsals, at an instant that is past, or at two instants. */
  'entry.late': { curedByTime: false },
  /** Its sender gave it up before it could be written. */
  'entry.expired': { curedByTime: false },
  /** It names a definition that no entry of its chain adopts. */
  'entry.unadopted': { curedByTime: false },
  /** Recorded before the entry before it. */
  'entry.order': { curedByTime: false },
  /** Of a programme that goes on in another installation. */
  'programme.handedOver': { curedByTime: false },
  'chain.behind': { curedByTime: true },
  'chain.diverged': { curedByTime: false },
  'batch.mixed': { curedByTime: false },
  'definition.unknown': { curedByTime: true },
  'definition.differs': { curedByTime: false },
  /** Another version than the first, and no entry names it. */
  'definition.unnamed': { curedByTime: false },
  'record.appendOnly': { curedByTime: false },
} as const satisfies Record<string, { curedByTime: boolean }>;

export type LedgerRefusalCode = keyof typeof ledgerRefusals;

export const isLedgerRefusal = (code: unknown): code is LedgerRefusalCode =>
  typeof code === 'string' && Object.hasOwn(ledgerRefusals, code);

const codes: Readonly<Record<string, LedgerRefusalCode>> = {
  SK000: 'record.appendOnly',
  SK001: 'entry.hash',
  SK002: 'entry.stateHash',
  SK003: 'chain.behind',
  SK004: 'chain.diverged',
  SK005: 'entry.effectsHash',
  SK006: 'entry.unsigned',
  SK007: 'entry.expired',
  SK008: 'definition.unnamed',
  SK009: 'entry.order',
  SK010: 'entry.unadopted',
  SK280: 'programme.handedOver',
};

export class LedgerRefusal extends Error {
  override readonly name = 'LedgerRefusal';
  readonly code: LedgerRefusalCode;
  readonly facts: Record<string, string | number>;
  constructor(code: LedgerRefusalCode, facts: Record<string, string | number>, cause?: unknown) {
    super(`${code} ${JSON.stringify(facts)}`, { cause });
    this.code = code;
    this.facts = facts;
  }
}

export class LedgerUnavailable extends Error {
  override readonly name = 'LedgerUnavailable';
  constructor(cause: unknown) {
    super(`the record gave no clear answer: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}

/** What PostgreSQL's failure means for the one who asked to write. */
export function failureOf(error: unknown): LedgerRefusal | LedgerUnavailable {
  if (error instanceof LedgerRefusal) return error;
  if (!(error instanceof postgres.PostgresError)) return new LedgerUnavailable(error);
  const known = codes[error.code];
  if (known) return new LedgerRefusal(known, { message: error.message }, error);
  // Classes 22 and 23: the values themselves are wrong, for instance a NUL character in a text.
  const wrong = error.code.startsWith('22') || error.code.startsWith('23');
  return wrong
    ? new LedgerRefusal('entry.unstorable', { message: error.message, sqlState: error.code }, error)
    : new LedgerUnavailable(error);
}
