// The report as its pages show it, and as it was issued: what is asked for, the tables as they are printed, what a figure rests on, and
// what was issued when.
import { z } from '@hono/zod-openapi';
import { LENGTH } from '../../../machines/record/limits.ts';
import { chosenId } from '../../../machines/values/text.ts';
import { entryView } from '../entries.ts';
import { asOfQuery, day, instant, setting } from '../values.ts';

export const reportUnit = z.enum(['yen', 'thousandYen']).default('yen');
const language = z.enum(['ja', 'en']).default('ja');
/** own: all that the reader is shown; public: what anybody may be shown, which is what is issued. */
const sight = z.enum(['own', 'public']).default('own');

/** What a report is made of: its data day, and the period of which it tells what happened. */
export const reportOf = asOfQuery.extend({ from: day.optional(), to: day.optional() });
export const reportQuery = reportOf.extend({
  format: z.enum(['json', 'pages', 'html', 'md', 'csv', 'xlsx']).default('json'),
  lang: language,
  unit: reportUnit,
  sight,
});
export const issuedQuery = z.object({
  format: z
    .enum(['json', 'pages', 'html', 'md', 'csv', 'xlsx', 'steps-csv', 'steps-xlsx'])
    .default('json')
    .openapi({ description: 'steps-…: the 40 national steps as they stood in it' }),
  lang: language,
  unit: reportUnit.optional().openapi({ description: 'Left out: as it was issued.' }),
});

const was = z
  .object({ head: z.array(z.string()), cells: z.array(z.string()) })
  .nullable()
  .openapi({ description: 'The same row of the report issued before; null where it had none.' });
const row = z.object({
  key: z.string(),
  cells: z.array(z.string()).openapi({ description: 'As they are printed, in the unit asked for.' }),
  isSum: z.boolean(),
  since: z.enum(['same', 'new', 'changed']).nullable().openapi({
    description: 'Against the report issued before; null where there is none.',
  }),
  marked: z
    .array(
      z.object({
        column: z.number().int(),
        parts: z.array(z.object({ text: z.string(), notes: z.array(z.number().int()) })),
      }),
    )
    .optional()
    .openapi({ description: 'Cells that bear footnotes, as they are printed: each part with its numbers.' }),
});
const issuedBrief = z.object({ number: z.number().int(), issuedOn: day, dataOn: day });

/** A report as it is printed: every cell written. */
export const reportPages = z
  .object({
    setting,
    title: z.string(),
    dates: z.array(z.string()),
    sections: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        head: z.array(z.string()),
        right: z.array(z.number().int()),
        rows: z.array(row),
        below: z.array(z.string()),
        /** Rows of the report issued before that this one does not have. */
        gone: z.number().int(),
      }),
    ),
    noteHeading: z.string(),
    notes: z.array(z.string()),
    footnoteHeading: z.string(),
    /** What is assumed, in the order of its numbers (※1 …). */
    footnotes: z.array(z.string()),
    unit: z.enum(['yen', 'thousandYen']),
    /** What it is compared with; null where none was issued before. */
    before: issuedBrief.nullable(),
    /** SHA-256 of what would be issued, or was. */
    digest: z.string(),
    /** The number under which it was issued; null of one that is not. */
    number: z.number().int().nullable(),
  })
  .openapi('ReportPages');
export type ReportPages = z.infer<typeof reportPages>;

/** One row of a table. */
export const figureQuery = reportOf.extend({
  section: z.string().min(1).max(LENGTH.id),
  row: z
    .string()
    .min(1)
    .max(LENGTH.line * 2),
  lang: language,
  unit: reportUnit,
  sight,
  number: z.coerce.number().int().min(1).max(999_999_999).optional().openapi({
    description: 'Of the report issued under it; the days are its own then.',
  }),
});
export const reportFigure = z
  .object({
    setting,
    head: z.array(z.string()),
    cells: z.array(z.string()),
    /** Newest first: what the row rests on, as far as the reader is shown it. */
    entries: z.array(entryView),
    /** There are more than are listed. */
    more: z.boolean(),
    before: issuedBrief.nullable(),
    was,
  })
  .openapi('ReportFigure');
export type ReportFigure = z.infer<typeof reportFigure>;

export const newReport = reportOf
  .extend({
    /** Left out: today. */
    asOf: day.optional(),
    unit: reportUnit,
    post: z.string().max(LENGTH.id),
    requestId: chosenId(LENGTH.requestId),
    /** Of what its sender has looked at: where the record has moved on since, it is refused. */
    digest: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
  })
  .openapi('NewReport');

export const issuedReport = issuedBrief
  .extend({
    entry: z.number().int().openapi({ description: "Of the programme's own chain." }),
    recordedAt: instant,
    by: z.enum(['occurred', 'recorded']),
    period: z.object({ from: day, to: day }).nullable(),
    unit: z.enum(['yen', 'thousandYen']),
    digest: z.string(),
    issuedBy: z.object({ account: z.string(), name: z.string(), post: z.string() }),
  })
  .openapi('IssuedReport');
export type IssuedReport = z.infer<typeof issuedReport>;
export const issuedList = z
  .object({
    setting,
    items: z.array(issuedReport),
    /** Posts that issue one, of those that the reader holds. */
    posts: z.array(z.string()),
  })
  .openapi('IssuedReports');
export type IssuedList = z.infer<typeof issuedList>;
export const reportIssued = issuedReport.extend({ setting, repeated: z.boolean() }).openapi('ReportIssued');
export type ReportIssued = z.infer<typeof reportIssued>;

/** Made again from the record as it stood, against what was issued. */
export const reportCheck = z
  .object({
    setting,
    number: z.number().int(),
    /** Byte by byte. */
    equal: z.boolean(),
    digest: z.string(),
    /** Of what is made of the record again. */
    again: z.string(),
    /** Whether the bytes that were issued are kept beside their digest. */
    kept: z.boolean(),
    /** Where it differs, by table and row; empty where it is equal. */
    differences: z.array(z.object({ section: z.string(), row: z.string(), head: z.string() })),
  })
  .openapi('ReportCheck');
export type ReportCheck = z.infer<typeof reportCheck>;
