// Amendments of a programme: what is wanted, what it would change and do to each migration, and how it is decided.
import { z } from '@hono/zod-openapi';
import { retirement } from '../../machines/definition/definition.ts';
import { change } from '../../machines/programme/amendment/changes.ts';
import { amendmentStatuses } from '../../machines/programme/amendment/state.ts';
import { fallenKinds } from '../../machines/record/fallen.ts';
import { FOLLOWING, LENGTH } from '../../machines/record/limits.ts';
import { chosenId, written } from '../../machines/values/text.ts';
import { lack } from './people-sheets.ts';
import { loadBody } from './settings/loading.ts';
import { day, instant, refusalView, setting, text } from './values.ts';

export type { Change } from '../../machines/programme/amendment/changes.ts';

/** A whole folder; or small changes one after the other, of what is in force or of an amendment that is taken up again. */
export const wantedBody = z
  .object({
    files: loadBody.shape.files.optional(),
    changes: z.array(change).min(1).max(50).optional(),
    /** The number of one that was returned, withdrawn or overtaken. */
    again: z.number().int().min(1).optional(),
    /** Systems that go on with others, to which no post of those goes on; the posts of all others follow. */
    postsStay: z.array(z.string().max(LENGTH.id)).max(FOLLOWING.systems).optional(),
  })
  .refine(
    ({ files, changes, again }) => (files === undefined) !== (changes === undefined && again === undefined),
    { message: 'filesOrChanges' },
  )
  .openapi('Wanted');

export const proposeBody = z
  .object({
    wanted: wantedBody,
    reason: written(LENGTH.paragraph),
    /** Adopted on that day; at once where left out. */
    fromOn: day.optional(),
    post: z.string().max(LENGTH.id),
    requestId: chosenId(LENGTH.requestId),
  })
  .openapi('Propose');

const difference = z.object({
  /** Of which part it is. */
  part: z.enum(['programme', 'path', 'bodies', 'deadlines', 'calendar', 'system']),
  /** The systems that it is about; empty for the programme itself. */
  systems: z.array(z.string()),
  /** What these are called, in the same order, by the version that is proposed. */
  systemNames: z.array(text),
  place: text,
  was: z.string().nullable(),
  now: z.string().nullable(),
  /** The same in words: days by their era, ids by what they are called. */
  wasText: text.nullable(),
  nowText: text.nullable(),
  /** Why it is so where nobody asked for it: it follows from something else. */
  why: text.nullable(),
});

/** What does not go on where a system is split or merged, in words. */
const fallen = z.object({ kind: z.enum(fallenKinds), text });

const movedDeadline = z.object({
  deadline: z.string(),
  label: text,
  change: z.enum(['moved', 'new', 'gone']),
  was: day.nullable(),
  dueOn: day.nullable(),
  why: z.enum(['rule', 'calendar', 'plan', 'position', 'ending']),
  whyText: text,
  /** Where the day is the same and its hour is not: `HH:MM` each. */
  hours: z.object({ was: z.string(), now: z.string() }).optional(),
  /** How the new date comes about, a sentence for each part; empty where there is none. */
  derivation: z.array(text),
});

/** A deadline of a system that begins: its day, and by which rule. */
const deadlineAhead = z.object({
  label: text,
  dueOn: day,
  isPast: z.boolean(),
  /** Its day in the system that this one goes on with; null where it is new. */
  was: day.nullable(),
  derivation: z.array(text),
});

const staffed = z.object({
  system: z.string(),
  name: text,
  /** From which day. */
  on: day,
  /** Whether the posts of those before it go on to it; null where it goes on with none. */
  posts: z.enum(['follow', 'stay']).nullable(),
  followed: z.array(
    z.object({
      account: z.string(),
      post: z.string(),
      label: text,
      fromOn: day,
      untilOn: day,
      isDeputy: z.boolean(),
      text,
    }),
  ),
  /** Posts that its path asks for and nobody would hold there. */
  unheld: z.array(z.object({ post: z.string(), label: text, message: text })),
  /** Gates that too few could pass, and duties that nobody different would be left for. */
  foreseen: z.array(z.object({ code: z.string(), message: text })),
});

export const adoptionPreview = z
  .object({
    system: z.string(),
    name: text,
    refusals: z.array(refusalView),
    from: z.object({ phase: z.string(), label: text }),
    to: z.object({ phase: z.string(), label: text, stage: z.string().nullable() }).nullable(),
    /** It ends: 対象外, 廃止, or with the programme. */
    ends: z
      .object({
        kind: z.enum([...retirement.shape.as.options, 'closed']),
        text,
        reason: z.string(),
        /** Systems that go on with it. */
        heirs: z.array(z.string()).optional(),
        heirNames: z.array(text).optional(),
      })
      .nullable(),
    /** Of one that ends: it has a selection or a contract, which stay with it and are counted there. */
    figuresStay: z.boolean(),
    passedOver: z.array(text),
    deadlines: z.array(movedDeadline),
    /** Of those that go on: when whoever is told of them is told next, before and after. */
    told: z.array(
      z.object({ deadline: z.string(), label: text, was: instant.nullable(), next: instant.nullable() }),
    ),
    approvals: z.array(z.string()),
    voices: z.array(z.string()),
    /** What was being decided of one that is split or merged, and falls with it. */
    falls: z.array(fallen),
    /** What was recorded in phases that the path has no more, in words: in which phase it goes on, what stays in the record alone. */
    rehoused: z.array(z.object({ phase: text, text })),
  })
  .openapi('AdoptionPreview');
export type AdoptionPreviewView = z.infer<typeof adoptionPreview>;

export const amendmentPreview = z
  .object({
    setting,
    /** The version in force, and the one that it would be. */
    version: z.object({ inForce: z.number().int(), wanted: z.number().int() }),
    differences: z.array(difference),
    /** Others that wait: once this one is adopted they lapse, as they rest on the edition before it. */
    overtakes: z.array(z.object({ number: z.number().int(), reason: z.string() })),
    /** Posts and bodies that it asks for and that have too few people today; not what is lacking anyhow. */
    lacks: z.array(lack),
    /** Bodies whose terms would end before gates that they have to decide; not what the edition in force leaves so anyhow. */
    terms: z.array(
      z.object({
        body: z.string(),
        until: day,
        gates: z.array(z.object({ system: z.string(), phase: z.string() })),
        message: text,
      }),
    ),
    /** Days that it closes, and that are closed without it (Saturdays, Sundays). */
    closedAnyway: z.array(day),
    /** What its planned switch-overs would collide with; not what they do anyhow. */
    collisions: z.array(text),
    /** Of each migration that it concerns. */
    migrations: z.array(adoptionPreview),
    /** Systems that would begin, each with its deadlines that have gone by already. */
    fresh: z.array(
      z.object({
        system: z.string(),
        name: text,
        past: z.array(z.object({ label: text, dueOn: day })),
        /** Those that are open as it begins; of one that goes on with others see there. */
        deadlines: z.array(deadlineAhead),
      }),
    ),
    /** Systems that go on with others, each with what it takes. */
    heirs: z.array(
      z.object({
        system: z.string(),
        name: text,
        from: z.array(z.string()),
        fromNames: z.array(text),
        refusals: z.array(refusalView),
        businesses: z.array(z.string()),
        /** Of each business that it takes a part of: which. */
        parts: z.record(z.string(), z.string()),
        begins: z.object({ phase: z.string(), label: text }).nullable(),
        deadlines: z.array(deadlineAhead),
        steps: z.number().int(),
        papers: z.number().int(),
        hasFigures: z.boolean(),
        /** It begins on hold, as those before it were. */
        isHeld: z.boolean(),
        /** What of those before it, or of its own, does not go on. */
        falls: z.array(fallen),
      }),
    ),
    /** Who would hold the posts of each system that begins, or goes on with others, from the day of adoption. */
    people: z.array(staffed),
  })
  .openapi('AmendmentPreview');
export type AmendmentPreview = z.infer<typeof amendmentPreview>;

const amender = z.object({ account: z.string(), name: z.string(), post: z.string(), postLabel: text });
export const amendmentView = z
  .object({
    /** By which it is called: the entry that proposed it. */
    number: z.number().int(),
    status: z.enum(amendmentStatuses),
    statusText: text,
    version: z.number().int(),
    reason: z.string(),
    by: amender,
    on: day,
    fromOn: day.nullable(),
    votes: z.array(amender.extend({ on: day, note: z.string().nullable() })),
    /** How many more must approve it. */
    missing: z.number().int(),
    /** Who may approve it. */
    approvers: z.array(z.object({ post: z.string(), label: text })),
    approvedAt: instant.nullable(),
    ended: z.object({ by: amender, reason: z.string(), on: day }).nullable(),
  })
  .openapi('Amendment');
export type AmendmentView = z.infer<typeof amendmentView>;

export const amendmentList = z
  .object({
    setting,
    version: z.number().int(),
    proposers: z.array(z.object({ post: z.string(), label: text })),
    items: z.array(
      amendmentView.extend({
        /** The first things that it changes, or changed, in words; how many more there are. */
        changes: z.array(text),
        moreChanges: z.number().int(),
      }),
    ),
  })
  .openapi('AmendmentList');

/** How far an adopted amendment has come. */
const adoption = z.object({
  /** When the programme adopted it, and by which entry of its own record. */
  adoptedAt: instant,
  entry: z.number().int(),
  systems: z.array(
    z.object({
      system: z.string(),
      name: text,
      /** `waiting`: it goes on by the version before until it takes this one; `refused`: it cannot take it as it stands. */
      status: z.enum(['adopted', 'waiting', 'refused']),
      statusText: text,
      /** Null: it begins with this amendment. */
      from: z.number().int().nullable(),
      to: z.number().int(),
      at: instant.nullable(),
      refusals: z.array(refusalView),
    }),
  ),
});

/** What an amendment would do as things stand, null once it can do nothing more; and how far it has come, null until it is adopted. */
export const oneAmendment = z
  .object({
    setting,
    amendment: amendmentView,
    preview: amendmentPreview.nullable(),
    /** What it changes of what it was made on, whatever has become of it. */
    differences: z.array(difference),
    adoption: adoption.nullable(),
  })
  .openapi('OneAmendment');
export type OneAmendment = z.infer<typeof oneAmendment>;
export type AdoptionView = z.infer<typeof adoption>;

export const proposed = z
  .object({ setting, number: z.number().int(), preview: amendmentPreview })
  .openapi('Proposed');
