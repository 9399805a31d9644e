// A national sheet that is handed in: the file, what it would change, and what came of it.
import { z } from '@hono/zod-openapi';
import { LENGTH } from '../../machines/record/limits.ts';
import { stepStatuses } from '../../machines/values/national-step.ts';
import { chosenId, written as words, writtenLine } from '../../machines/values/text.ts';
import { setting, text, vagueDay } from './values.ts';

/** Bytes of the file: its base64 fits an ordinary request. */
export const SHEET_FILE_BYTES = 700 * 1024;

export const sheetBody = z
  .object({
    file: z.object({
      /** For people: what kind it is its bytes say. */
      name: writtenLine(LENGTH.line),
      base64: z.string().max(Math.ceil(SHEET_FILE_BYTES / 3) * 4),
    }),
    /** Which of a workbook's sheets; needed where several could be meant. */
    sheet: z.string().max(LENGTH.name).optional(),
    /** The post to act in; found where one alone fits. */
    post: chosenId(LENGTH.id).optional(),
    /** When it happened, for rows that do not say it. */
    on: vagueDay.optional(),
    /** Why steps do not apply, for rows that do not say it. */
    reason: words(LENGTH.stepReason).optional(),
  })
  .openapi('SheetFile');

const status = z.enum(stepStatuses);
const reason = z.object({ code: z.string(), message: text });
const change = z.object({
  /** The cell as the sheet calls it: `D5`. */
  at: z.string(),
  step: z.string(),
  from: status,
  to: status,
  system: z.string(),
  on: vagueDay,
});

/** What was read. */
export const sheetFile = z.object({
  name: z.string(),
  sha256: z.string(),
  kind: z.enum(['xlsx', 'csv']),
  /** Of a CSV. */
  encoding: z.enum(['UTF-8', 'CP932']).nullable(),
  sheet: z.string().nullable(),
});

export const sheetPreview = z
  .object({
    setting,
    file: sheetFile,
    /** Row by row, those of this municipality. */
    rows: z.array(
      z.object({
        row: z.number().int(),
        /** As the sheet writes the business, and its official name where it is one. */
        written: z.string(),
        business: z.string().nullable(),
        /** Cells that say what is so already, and cells that say nothing. */
        same: z.number().int(),
        blank: z.number().int(),
        changes: z.array(change),
        conflicts: z.array(
          z.object({
            at: z.string(),
            step: z.string(),
            from: status,
            to: status,
            systems: z.array(z.string()),
            reasons: z.array(reason),
          }),
        ),
        unread: z.array(z.object({ at: z.string(), code: z.string(), written: z.string(), message: text })),
      }),
    ),
    counts: z.object({
      same: z.number().int(),
      changes: z.number().int(),
      conflicts: z.number().int(),
      unread: z.number().int(),
      blank: z.number().int(),
      /** Rows of other municipalities. */
      elsewhere: z.number().int(),
      /** Cells about systems that are not the reader's to see. */
      outOfSight: z.number().int(),
      /** Cells with a change and no day: it has to be said when they happened. */
      withoutDay: z.number().int(),
    }),
    /** Headings that say nothing known. */
    unreadColumns: z.array(z.object({ at: z.string(), written: z.string() })),
    /** What would be sent: one act a system, a day and what is said alike of its businesses. */
    acts: z.array(
      z.object({
        system: z.string(),
        systemName: text,
        post: z.string(),
        occurredOn: vagueDay,
        businesses: z.array(z.string()),
        statuses: z.record(z.string(), status),
        reason: z.string().nullable(),
        cells: z.array(z.string()),
      }),
    ),
  })
  .openapi('SheetPreview');
export type SheetPreview = z.infer<typeof sheetPreview>;

export const sheetApplied = sheetPreview
  .extend({
    /** What became of each of `acts`, in their order. */
    outcomes: z.array(
      z.object({
        system: z.string(),
        requestId: z.string(),
        /** `repeated`: this file has recorded it before. `unanswered`: hand the file in again, nothing is recorded twice. */
        status: z.enum(['recorded', 'repeated', 'refused', 'unanswered']),
        seq: z.number().int().nullable(),
        reasons: z.array(reason),
      }),
    ),
  })
  .openapi('SheetApplied');
export type SheetApplied = z.infer<typeof sheetApplied>;
