// A list of people that is handed in: the file, what it would change, and what came of it. And what a programme still lacks.
import { z } from '@hono/zod-openapi';
import { LENGTH } from '../../machines/record/limits.ts';
import { issuedAccount, postView } from './accounts.ts';
import { sheetBody, sheetFile } from './sheets.ts';
import { setting, text } from './values.ts';

export const peopleBody = z
  .object({
    ...sheetBody.pick({ file: true, sheet: true }).shape,
    /** Another name for an account is that person's new name, and not another person. */
    rename: z.boolean().default(false),
  })
  .openapi('PeopleFile');

export const peopleApplyBody = peopleBody
  .extend({
    /** The row to go on from, as the last answer said; the first where left out. */
    fromRow: z.number().int().min(1).default(1),
    /** Gives a new password also to those who never changed the one given out: where it was lost before it was told. */
    passwordsAgain: z.boolean().default(false),
  })
  .openapi('PeopleApply');

const said = z.object({
  /** The cell as the sheet calls it: `C5`. */
  at: z.string(),
  code: z.string(),
  written: z.string(),
  message: text,
});

const row = z.object({
  row: z.number().int(),
  /** Where the row begins in the text of a CSV. */
  line: z.number().int().nullable(),
  account: z.string(),
  name: z.string(),
  /** `new`, `renamed` and `known` are taken as told; `refused`: nothing of the row is; `elsewhere`: of another municipality. */
  status: z.enum(['new', 'renamed', 'known', 'refused', 'elsewhere']),
  /** The name before, where it is another. */
  before: z.string().nullable(),
  /** A password is given out. */
  password: z.boolean(),
  /** The mail address that is set, and the one before; null where it stays. */
  mail: z.object({ before: z.string().nullable(), after: z.string() }).nullable(),
  gives: z.array(postView),
  /** Held so already. */
  held: z.array(postView),
  faults: z.array(said),
  remarks: z.array(said),
});

export const peoplePreview = z
  .object({
    setting,
    file: sheetFile,
    rows: z.array(row),
    counts: z.object({
      new: z.number().int(),
      renamed: z.number().int(),
      known: z.number().int(),
      refused: z.number().int(),
      elsewhere: z.number().int(),
      /** Whose mail address is set. */
      mail: z.number().int(),
      /** Posts that are given, and that are held so already. */
      gives: z.number().int(),
      held: z.number().int(),
    }),
    /** Headings that say nothing known. */
    unreadColumns: z.array(z.object({ at: z.string(), written: z.string() })),
  })
  .openapi('PeoplePreview');
export type PeoplePreview = z.infer<typeof peoplePreview>;
export type PeoplePreviewRow = z.infer<typeof row>;

export const peopleApplied = z
  .object({
    setting,
    file: sheetFile,
    /** The rows worked off by this answer, refused ones too. */
    rows: z.array(
      row.extend({
        outcome: z.enum(['done', 'nothing', 'refused', 'unanswered']),
        reasons: z.array(z.object({ code: z.string(), message: text })),
      }),
    ),
    /** Passwords given out: they are told here, and nowhere again. */
    passwords: z.array(issuedAccount),
    /** Where to go on: ask again with `fromRow`. Null once all rows are worked off. */
    nextRow: z.number().int().nullable(),
  })
  .openapi('PeopleApplied');
export type PeopleApplied = z.infer<typeof peopleApplied>;

export const lack = z
  .object({
    code: z.enum(['post.vacant', 'body.belowQuorum', 'administrator.none', 'administrator.single']),
    /** Null: of the machine. */
    post: z.string().max(LENGTH.id).nullable(),
    message: text,
  })
  .openapi('Lack');
export type LackView = z.infer<typeof lack>;

export const lacks = z.object({ setting, items: z.array(lack) }).openapi('Lacks');
