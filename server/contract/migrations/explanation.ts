// What may be done now, what is missing, and who could do it; a paper's slips.
import { z } from '@hono/zod-openapi';
import { slipCause } from '../../../machines/definition/ladder.ts';
import { questionKinds } from '../../../machines/record/act.ts';
import { bodyStanding, bundleView, matterView, provisoView } from '../decisions.ts';
import { refusalView, setting, text, vagueDay } from '../values.ts';

export const conditionView = z.object({
  label: text,
  kind: z.enum(['evidence', 'milestone', 'steps', 'fact']),
  evidence: z.string().nullable().openapi({ description: 'The kind of document that meets it.' }),
  hard: z.boolean(),
  met: z.boolean(),
  missing: refusalView.nullable(),
  who: z.array(z.object({ post: z.string(), label: text })),
});
export const question = z.object({
  name: z.string().openapi({ description: 'Where the answer goes in the fact; `outOf.price` is a part.' }),
  kind: z.enum(questionKinds),
  optional: z.boolean(),
  label: text,
  most: z.number().int().nullable().openapi({ description: 'Characters of a written answer.' }),
  choices: z
    .array(z.object({ value: z.string(), label: text }))
    .nullable()
    .openapi({ description: 'Of a `choice`: the words that it takes.' }),
});
export type QuestionView = z.infer<typeof question>;
export const actView = z.object({
  type: z.string(),
  label: text,
  allowed: z.boolean(),
  refusals: z.array(refusalView),
  who: z.array(z.object({ post: z.string(), label: text })),
  phase: z.string(),
  moves: z.boolean().openapi({ description: 'It moves the path; always shown, allowed or not.' }),
  asks: z.array(question).openapi({ description: 'What its sender is asked, in order.' }),
  given: z
    .record(z.string(), z.unknown())
    .openapi({ description: 'The fact before its sender is asked: each answer goes in under its name.' }),
});
export type ActView = z.infer<typeof actView>;
export const explanationView = z
  .object({
    setting,
    version: z.number().int(),
    post: z.string(),
    gate: z
      .object({
        gate: z.string(),
        label: text,
        next: text.nullable(),
        conditions: z.array(conditionView),
        approvals: z.array(
          z.object({
            body: z.string(),
            label: text,
            quorum: z.number().int(),
            complete: z.boolean(),
            /** Bodies that decide before this one and have not. */
            waitsFor: z.array(z.object({ post: z.string(), label: text })),
            /** Why it cannot decide today: it has no term. */
            outsideTerm: refusalView.nullable(),
            ...bodyStanding,
            by: z.array(
              z.object({
                account: z.string(),
                name: z.string(),
                on: vagueDay,
                note: z.string().nullable(),
                warnings: z.array(z.string()),
              }),
            ),
          }),
        ),
        matter: matterView.nullable(),
        bundle: bundleView.nullable().openapi({
          description: 'What there is to decide on; null where the programme does not say how it decides.',
        }),
      })
      .nullable(),
    provisos: z.array(provisoView).openapi({ description: 'Conditions of the approvals that stand.' }),
    acts: z.array(actView),
  })
  .openapi('Explanation');
export type ExplanationView = z.infer<typeof explanationView>;
/** By how much days of one kind have moved in a phase, for one cause. */
export const slipLine = z
  .object({
    /** plan: a phase's planned end. deadline: an extension. */
    of: z.enum(['plan', 'deadline']),
    phase: z.string(),
    phaseLabel: text,
    cause: slipCause,
    times: z.number().int(),
    /** Calendar days later in all; negative where it was brought forward. */
    days: z.number().int(),
    openDays: z.number().int(),
  })
  .openapi('Slip');
export type SlipLine = z.infer<typeof slipLine>;
