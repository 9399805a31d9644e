// A procurement of one system as it is read, and a score sheet as it is sent.
import { z } from '@hono/zod-openapi';
import { LENGTH } from '../../../machines/record/limits.ts';
import { score } from '../../../machines/values/schemas.ts';
import { chosenId, maybeWritten } from '../../../machines/values/text.ts';
import { SHEET_FILE_BYTES } from '../sheets.ts';
import { instant, setting, text, vagueDay } from '../values.ts';

const points = z.record(z.string(), z.record(z.string(), score));

const bidder = z.object({
  id: z.string(),
  name: z.string(),
  appliedOn: vagueDay,
  /** Why they are not scored; null where they are. */
  uncounted: text.nullable(),
  reason: z.string().nullable(),
  receivedAt: z.string().nullable(),
  late: z.boolean(),
  priceYen: z.number().int().nullable(),
});

const ranked = z.object({
  rank: z.number().int().nullable(),
  /** Null where the name is not published. */
  bidder: z.string().nullable(),
  name: z.string().nullable(),
  technical: z.string(),
  price: z.string(),
  /** What counts of the round before; null where nothing does. */
  carried: z.object({ technical: z.string(), price: z.string() }).nullable(),
  total: z.string(),
  printed: z.string(),
});

const outcome = z.object({
  on: vagueDay,
  candidate: z.string().nullable(),
  runnerUp: z.string().nullable(),
  /** Why another than the first by the scores was named. */
  reason: z.string().nullable(),
  failed: z.array(z.object({ name: z.string().nullable(), reason: z.string().nullable(), on: vagueDay })),
});

const seen = z.object({
  basis: z.string(),
  urgency: z.string().nullable(),
  ceilingYen: z.number().int().nullable(),
  /** Criteria with their points, price formula, rounding, ties; null where nobody is scored. */
  scoring: z.record(z.string(), z.unknown()).nullable(),
  /** What an evaluator gives points for, in a sheet's order, and how many at most; none where nobody is scored. */
  criteria: z.array(z.object({ id: z.string(), label: z.string(), points: z.string() })),
  questions: z.object({
    count: z.number().int(),
    unanswered: z.array(z.number().int()),
    publishedOn: vagueDay.nullable(),
  }),
  bidders: z.array(bidder),
  /** Why a single bidder is scored. */
  single: z.string().nullable(),
  /** Whether each has signed; what they gave nobody but themselves sees until scoring is closed. */
  evaluators: z.array(
    z.object({ account: z.string(), name: z.string(), signed: z.boolean(), recused: z.string().nullable() }),
  ),
  /** The reader's own sheet, while it is sealed. */
  own: points.nullable(),
  /** Who gave whom how much on what: each scoring whose sheets are opened, earlier rounds too, first to last. */
  scored: z.array(
    z.object({
      round: z.object({ id: z.string(), label: z.string() }).nullable(),
      closedOn: vagueDay,
      criteria: z.array(z.object({ id: z.string(), label: z.string(), points: z.string() })),
      /** As each evaluator signed it; by bidder, then by criterion. */
      sheets: z.array(z.object({ account: z.string(), name: z.string(), points })),
    }),
  ),
  /** Bidders that no written rule parts. */
  ties: z.array(z.array(z.string())),
  /** Who goes on from the round whose sheets are opened; null where nobody is to be told that now. */
  goesOn: z.array(z.string()).nullable(),
  /** Ties that were decided: the order of those who were equal, how, and why. */
  parted: z.array(z.object({ order: z.array(z.string()), how: text, reason: z.string() })),
  failing: z.object({ by: z.string(), reason: z.string(), votes: z.array(z.string()) }).nullable(),
});

export const rfpView = z
  .object({
    setting,
    version: z.number().int(),
    open: z
      .object({
        number: z.number().int(),
        form: text,
        title: z.string(),
        on: vagueDay,
        stages: z.array(z.object({ stage: z.string(), label: text, at: instant })),
        applicants: z.number().int(),
        closedOn: vagueDay.nullable(),
        /** What is scored now, or was scored last; null where it is not scored in rounds. */
        round: z.object({ id: z.string(), label: z.string() }).nullable(),
        /** Of that round. */
        ranking: z.array(ranked),
        /** Rounds that are over, first to last; whether somebody whose name is not published went on is not said. */
        rounds: z.array(
          z.object({
            id: z.string(),
            label: z.string(),
            closedOn: vagueDay,
            notifiedOn: vagueDay,
            ranking: z.array(ranked.extend({ goesOn: z.boolean().nullable() })),
          }),
        ),
        outcome: outcome.nullable(),
        /** What only those with a duty and auditors see. */
        inside: seen.nullable(),
      })
      .nullable(),
    /** Why nothing is shown of what is open; null where it is. */
    undisclosed: text.nullable(),
    ended: z.array(
      z.object({ number: z.number().int(), form: text, title: z.string(), on: vagueDay, reason: z.string() }),
    ),
  })
  .openapi('Rfp');
export type RfpView = z.infer<typeof rfpView>;

/** The procurements of a programme, a system each. */
export const procurementList = z
  .object({
    setting,
    items: z
      .array(
        z.object({
          system: z.string(),
          name: text,
          phaseLabel: text,
          rfp: z
            .object({
              number: z.number().int(),
              form: text,
              title: z.string(),
              on: vagueDay,
              /** The first of its stages whose hour has not come; null where all are over. */
              next: z.object({ stage: z.string(), label: text, at: instant }).nullable(),
              applicants: z.number().int(),
              closedOn: vagueDay.nullable(),
              candidate: z.string().nullable(),
              runnerUp: z.string().nullable(),
              /** The reader is asked for points and has not signed. */
              awaitsSheet: z.boolean(),
            })
            .nullable(),
          undisclosed: text.nullable(),
          ended: z.number().int(),
        }),
      )
      .openapi({ description: 'Of the systems that the reader sees whole, in the programme’s order.' }),
  })
  .openapi('Procurements');
export type ProcurementList = z.infer<typeof procurementList>;

export const rfpAnswers = z
  .object({
    setting,
    title: z.string(),
    publishedOn: vagueDay,
    /** Who asked is nowhere in it. */
    items: z.array(z.object({ number: z.number().int(), question: z.string(), answer: z.string() })),
  })
  .openapi('RfpAnswers');
export type RfpAnswers = z.infer<typeof rfpAnswers>;

export const rfpSheetBody = z
  .object({
    post: chosenId(LENGTH.id),
    requestId: chosenId(LENGTH.requestId),
    occurredOn: vagueDay.optional(),
    seenVersion: z.number().int().min(0).optional(),
    /** By bidder and criterion; or a file of the form that the same address gives. */
    points: points.optional(),
    remarks: z.record(z.string(), maybeWritten(LENGTH.paragraph)).optional(),
    /** The round that the points are of: the one that the file names, else this, else the one that is scored now. */
    round: chosenId(LENGTH.id).optional(),
    file: z
      .object({
        name: z.string().max(LENGTH.line),
        base64: z.string().max(Math.ceil(SHEET_FILE_BYTES / 3) * 4),
      })
      .optional(),
  })
  .openapi('RfpSheet');
