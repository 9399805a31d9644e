// The door and the record: the event that is sent, the answer, and the entries as they are read.
import { z } from '@hono/zod-openapi';
import { deputy } from '../../machines/record/deputy.ts';
import { LENGTH } from '../../machines/record/limits.ts';
import { chosenId } from '../../machines/values/text.ts';
import { madeCorrection } from './auditing/pairs.ts';
import { carriedBy } from './telling/contacts.ts';
import { day, instant, pageOf, setting, text, vagueDay } from './values.ts';

/** What a 代決 says of itself: the part of `decision.seen` that names what was looked at. */
export const inNameOf = z.object({
  act: z.string(),
  account: z.string(),
  post: z.string(),
  holder: z.string(),
  occurredOn: vagueDay,
});
const seeing = z.object({
  of: inNameOf,
  /** The day by which it is to be looked at; null where none is set. */
  seenBy: day.nullable(),
  /** When it was, and by which entry of the chain; null while it awaits that. */
  seenOn: vagueDay.nullable(),
  seenAt: z.number().int().nullable(),
});
export type SeeingView = z.infer<typeof seeing>;

export const entryView = z
  .object({
    chain: z.string(),
    system: z.string().nullable(),
    systemName: text.nullable(),
    seq: z.number().int(),
    type: z.string(),
    /** One sentence of what happened. */
    summary: text,
    fact: z.record(z.string(), z.unknown()),
    /**
     * Why its content is not shown to the reader; null where it is. Then its type is `undisclosed`, and its fact, requestId, stateHash and
     * effectsHash say nothing; seq, hash and prev stand, by which it is proven once it is shown. Of who scores the actor says nothing either.
     */
    undisclosed: text.nullable(),
    actor: z.object({
      kind: z.string(),
      account: z.string(),
      name: z.string(),
      post: z.string(),
      postLabel: text,
      /** By which grant of the programme's chain a person acted; null where the entry names none. */
      grant: z.string().nullable(),
      /** In whose stead; null where they act for themselves. */
      deputy: deputy.nullable(),
    }),
    occurredOn: vagueDay,
    recordedAt: instant,
    wallAt: instant,
    rehearsal: z.boolean(),
    /** The entry of the same chain that this one would put right, or decides on; null for any other act. */
    corrects: z.number().int().nullable(),
    /** Whether it can be put right: it is of a kind that can, and was not voided. */
    correctable: z.boolean(),
    /**
     * The approved corrections of this entry, in their order: by which entry, whether it voids this one, and both sides; `made` is null where
     * the correction itself is not shown to the reader.
     */
    correctedBy: z.array(
      z.object({ seq: z.number().int(), voids: z.boolean(), made: madeCorrection.nullable() }),
    ),
    /** Of what was decided by 代決: whether its holder has looked at it (後閲). Null for any other entry. */
    seeing: seeing.nullable(),
    assumed: z.string().nullable(),
    source: z.string().nullable(),
    requestId: z.string(),
    /** The version on which its sender decided; null for timers and imports. */
    seenVersion: z.number().int().nullable(),
    /** What decided: the definition's version and SHA-256, path, calendar, machine. */
    versions: z.object({
      definition: z.number().int(),
      path: z.string(),
      calendar: z.string(),
      machine: z.number().int(),
      definitionDigest: z.string(),
    }),
    /** The key that vouches for its sender; null where none need have. */
    signedBy: z.string().nullable(),
    hash: z.string(),
    prev: z.string(),
    stateHash: z.string(),
    effectsHash: z.string(),
  })
  .openapi('Entry');
export type EntryView = z.infer<typeof entryView>;
export const entryPage = pageOf(entryView).extend({ setting }).openapi('EntryPage');
export type EntryPage = z.infer<typeof entryPage>;

/** A grant of the post that the actor acted in. Days are the programme's, instants the wall's. */
export const entryGrant = z
  .object({
    /** `{seq}.{place}`: the entry of the programme's chain that gave it, and its place there. */
    id: z.string(),
    /** Whether it is the one that the entry names. */
    named: z.boolean(),
    /** Null: over all programmes, as an administrator of the machine. */
    programme: z.string().nullable(),
    /** Null: the whole programme. */
    system: z.string().nullable(),
    from: day,
    until: day,
    grantedBy: z.string(),
    grantedAt: instant,
    endedBy: z.string().nullable(),
    /** Ended before its time. */
    endedAt: instant.nullable(),
    /** Whether, as it stood when the entry was recorded, it held at that moment, and on the day it happened. */
    heldOn: z.object({ recorded: z.boolean(), occurred: z.boolean() }),
  })
  .openapi('EntryGrant');
export type EntryGrant = z.infer<typeof entryGrant>;

/** A notice that an entry caused, for one of the posts it went to. Instants are the wall's. */
export const toldNotice = z
  .object({
    code: z.string(),
    message: text,
    post: z.string(),
    postLabel: text,
    /** Who held the post then, and who came to it later and has read it. */
    persons: z.array(
      z.object({
        account: z.string(),
        name: z.string(),
        heldThen: z.boolean(),
        readAt: instant.nullable(),
      }),
    ),
    /** The digests that told it to these persons, or to who is told in place of a vacant post. */
    digests: z.array(
      z.object({
        account: z.string(),
        name: z.string(),
        day,
        madeAt: instant,
        late: z.boolean(),
        /** In the inbox. */
        readAt: instant.nullable(),
        channels: z.array(carriedBy),
      }),
    ),
    /** Other channels that the worker serves, such as its log. */
    deliveries: z.array(
      z.object({ channel: z.string(), attempts: z.number().int(), deliveredAt: instant.nullable() }),
    ),
  })
  .openapi('ToldNotice');
export type ToldNotice = z.infer<typeof toldNotice>;

/** One entry with what shows by which right it was made, and whom it told. */
export const entryEvidence = entryView
  .extend({ setting, grants: z.array(entryGrant), told: z.array(toldNotice) })
  .openapi('EntryEvidence');
export type EntryEvidence = z.infer<typeof entryEvidence>;

/** An event at the door. Who sends it is known from the session; `post` is which of their posts they act in. */
export const submitBody = z
  .object({
    fact: z.looseObject({ type: z.string().max(LENGTH.id) }),
    post: z.string().max(LENGTH.id),
    occurredOn: vagueDay,
    requestId: chosenId(LENGTH.requestId),
    seenVersion: z.number().int().min(0),
  })
  .openapi('Submit');
export type SubmitBody = z.infer<typeof submitBody>;

export const submitted = z
  .object({
    setting,
    version: z.number().int(),
    seq: z.number().int(),
    hash: z.string(),
    recordedAt: instant,
    repeated: z.boolean(),
  })
  .openapi('Submitted');
export type Submitted = z.infer<typeof submitted>;
