// An act of a migration: what every kind of it is given, and where on the state chart it is taken. Knows no kind.
import type * as z from 'zod';
import type { MigrationDefinition, Phase } from '../definition/definition.ts';
import type { Act, Question } from '../record/act.ts';
import type { Caution } from '../record/caution.ts';
import type { Effect, Notice } from '../record/effect.ts';
import { LENGTH } from '../record/limits.ts';
import type { Refusal } from '../record/refusal.ts';
import type { Actor, Stamp } from '../record/submission.ts';
import type { Day } from '../values/date.ts';
import { maybeWritten, written, writtenLine } from '../values/text.ts';
import type { Overwritten } from './correction/shapes.ts';
import type { MigrationContext, Person, Regime, Stage, Standing, Vote } from './state.ts';

/** Everything a rule may look at: the definition, what is remembered, where the migration stands, and the event. */
export interface Case<Fact = { type: string }> {
  definition: MigrationDefinition;
  /** Of an adoption: the definition that decided up to it. */
  leaving?: MigrationDefinition;
  context: MigrationContext;
  standing: Standing;
  /** The phase the path stands in. */
  here: Phase;
  event: Stamp;
  fact: Fact;
}

/** A case that was accepted, with the memory it led to. */
export interface Told<Fact = { type: string }> extends Case<Fact> {
  after: MigrationContext;
  /** Of an adoption: the memory under the definition that is left. */
  left?: MigrationContext;
  /** Where it stood before; of an adoption, under the definition that is left. */
  stood?: Standing;
}

/** A case before anyone has sent anything: the day on which it is looked at, and the post of who looks. */
export type Outlook = Pick<Case, 'definition' | 'context' | 'standing' | 'here'> & {
  today: Day;
  post: string;
};

/**
 * stays: the state is kept; onward: the next phase; landing: the phase the act names; before: where it was proposed; asResolved: on
 * where it completes, back where it falls through, else kept.
 */
export type PathTarget = Stage | 'stays' | 'onward' | 'landing' | 'before' | 'asResolved';

/** Where on the state chart an act is taken, and where it leads. */
export type Taken =
  | 'anywhere'
  | { region: 'path'; from: Partial<Record<Stage, PathTarget>> }
  | { region: 'activity' | 'regime'; from: Record<string, string> }
  /** Everywhere; which regime holds then, the act says itself. */
  | { region: 'regime'; from: 'asSaid' };

/** What an act is decided on, besides what is told. */
export type Ground = Pick<Case, 'context' | 'standing' | 'here'>;

/** How an entry of an act is put right (訂正): by taking what it wrote out of the memory, and telling what should have stood. */
export interface Corrects<Fact> {
  /**
   * Where it would stand without the entry, and everything else as it is now; `given` says what the entry said. Null where what it
   * wrote stands no longer.
   */
  before(given: Case<Fact>, overwrote: Overwritten): Ground | null;
  /** Kinds of fact on record that would stand on nothing without it; asked of the case before it. */
  carries?(before: Case<Fact>): string[];
  /**
   * Where more was told since that stays: the memory `now` with what is `told` in the entry's place, or without it. Left out where its
   * own change alone tells it. `before`: the entry as it stood, in the case before it.
   */
  among?(now: MigrationContext, before: Case<Fact>, told: Case<Fact> | null): MigrationContext;
  /** True where, voided, the review is over. */
  endsReview?: true;
  /** What speaks against it in place of the rule of papers and grounds under review. */
  objections?(put: PutRight<Fact>): Refusal[];
}

/** An entry as it is put right: `should` is null where it is voided; `by` proposes it. */
export interface PutRight<Fact> {
  now: Ground;
  before: Case<Fact>;
  should: Case<Fact> | null;
  by: Actor;
}

export interface MigrationAct<Fact>
  extends Act<Fact, Case<Fact>, Told<Fact>, MigrationContext, Refusal, Effect> {
  taken: Taken;
  /** True where the path moves: its days never run back, and it stands still while the migration is held. */
  moves?: true;
  /** One voice of a body: of one that meets (its rules say so), the body resolves in a meeting. */
  voice?: true;
  /** Of what a meeting resolved: true where what was put to the body goes back. */
  fallsThrough?(given: Pick<Case<Fact>, 'context' | 'fact'>): boolean;
  /** Where several must agree: true when this one is the last voice that was missing. Until then the state is kept. */
  completes?(given: Pick<Case<Fact>, 'definition' | 'context' | 'here' | 'event' | 'fact'>): boolean;
  /** True where nothing of a procurement's files is said by it; else its entries are hidden with them. */
  open?: true;
  /** True where it is kept from those without a duty in the procurement also once that is decided. */
  inside?: true | ((fact: Fact) => boolean);
  /** While true, as things stand, nobody but its author reads its entry: neither who has the duty, nor an auditor. */
  sealed?(now: MigrationContext, fact: Fact): boolean;
  /** True where it may be told of a migration that has ended too. */
  afterEnd?: true;
  /** The pieces of the memory that it takes the place of, as they are in a case: before it, what an entry overwrote. */
  overwrites?(given: Case<Fact>): Overwritten;
  /**
   * What speaks against it where it is told now, by the fact alone: asked at the door. Of what is on record it is not asked, so that what
   * was accepted before there was the rule is decided as it was.
   */
  newly?(fact: Fact): Refusal[];
  /** What speaks against it and does not stop it; besides its documents, which are looked at of every act. */
  cautions?(given: Case<Fact>): Caution[];
  /** Where `taken` leaves the regime to it. */
  regime?(given: Case<Fact>): Regime;
  /** Where `taken` is beside the path: true where the review is over by it all the same. */
  endsReview?(given: Case<Fact>): boolean;
  /** Left out where an entry of it is never put right, since going back or an act of its own is the way. */
  corrects?: Corrects<Fact>;
  /** Its fact as it would be sent now, with the words and papers that only its sender has filled in; null where it is not offered. */
  sample?(outlook: Outlook): Omit<Fact, 'type'> | null;
}

/** Ties an act's parts to the fact that its schema reads. */
export const act = <Schema extends z.ZodType>(
  given: MigrationAct<z.infer<Schema>> & { schema: Schema },
): MigrationAct<z.infer<Schema>> & { schema: Schema } => given;

export const line = writtenLine(LENGTH.line);
export const reason = written(LENGTH.paragraph);
export const note = maybeWritten(LENGTH.paragraph);
export const asksReason: Question = { name: 'reason', kind: 'paragraph' };
export const asksNote: Question = { name: 'note', kind: 'paragraph', optional: true };

/** What stands in a sample for words that only the sender has. */
export const WORDS = '-';

export const people = ['person'] as const;
export const peopleAndImport = ['person', 'import'] as const;

export const personOf = ({ actor }: Pick<Stamp, 'actor'>): Person => ({
  account: actor.account,
  name: actor.name,
  post: actor.post,
  ...(actor.deputy ? { deputy: actor.deputy } : {}),
});

/** The actor's voice in the body they act in. */
export const voteOf = (event: Stamp): Vote => ({
  ...personOf(event),
  body: event.actor.post,
  on: event.occurredOn,
});

/** A notice to posts, each once; nothing where there is none. `instead`: who is told where one of them is vacant. */
export const tell = (to: readonly string[], notice: Notice, instead: readonly string[] = []): Effect[] =>
  to.length === 0
    ? []
    : [
        {
          kind: 'notify',
          to: [...new Set(to)],
          notice,
          ...(instead.length > 0 ? { instead: [...instead] } : {}),
        },
      ];
