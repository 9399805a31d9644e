// How much one may send, in one place: what a run carries stays far below what its engine can carry, whatever people send.
// Schemas and objections name these numbers; nobody writes another.

/** Characters of a written text, by what it is. */
export const LENGTH = {
  /** A reason, a note, a basis, a source. */
  paragraph: 2_000,
  /** A title, a label. */
  line: 200,
  /** A person's name, what a token is for. */
  name: 100,
  /** A number of the official record. */
  documentNo: 100,
  /** Why a step is 対象外: kept for every step of every business. */
  stepReason: 300,
  requestId: 200,
  /** A post, a system, a kind of act: what is known by its id. */
  id: 100,
} as const;

/** Papers attached by one act, standing in one phase and in one migration, and shown where an extension is asked for. */
export const PAPERS = { act: 50, phase: 100, migration: 400, asking: 10 } as const;

/** Items of one list in an act. */
export const ITEMS = {
  businesses: 40,
  steps: 72,
  amounts: 30,
  fiscalYears: 30,
  reasonTypes: 4,
  /** Notes of one kind beside a path: estimates, incidents. */
  notes: 100,
  /** Conditions of one approval. */
  provisos: 10,
  /** People, or grants, named by one entry. */
  powers: 500,
  /** Systems for which one deputy is appointed at once. */
  deputySystems: 40,
} as const;

/** Systems that an amendment names as going on with others, and posts that go on to them by one entry. */
export const FOLLOWING = { systems: 1_000, posts: 2_000 } as const;

/** Events and texts that a programme carries: occurrences stand in its state for ever. */
export const OCCURRENCES = 500;

/** Functions of one system that follow later (経過措置): they stand in its state for ever. */
export const MEASURES = 200;

/** Vendors, notices of vendors and busy times that a programme carries: they stand in its state for ever. */
export const VENDORS = { vendors: 300, notices: 500, busyTimes: 200, systems: 100 } as const;
/** Procurements of one system, counted from 1, and bidders of one. */
export const RFP = { procurements: 999, bidders: 20 } as const;

/** Meetings open at once, items on an agenda, and people who have a seat in one. */
export const MEETING = { open: 12, items: 40, seats: 60, known: 600 } as const;

/** Submissions of one message, taken all or none. */
export const BATCH = 200;

/** Bytes of one message to a workflow, of an ordinary request, of one that nobody is known to send, and of a seed folder. */
export const BYTES = {
  message: 512 * 1024,
  request: 1024 * 1024,
  unknown: 16 * 1024,
  load: 16 * 1024 * 1024,
} as const;

/**
 * Characters of a state as canonical JSON, beyond which only acts whose fact is short are taken: a gate can still be
 * passed. A character has up to three bytes; the engine's own end is at 2 MiB.
 */
export const STATE_LENGTH = 400_000;
export const SHORT_FACT = 1_000;

/** Words on one milestone that wait for their day on their sender's word alone; of more, the record is asked. */
export const AWAITED = 8;
