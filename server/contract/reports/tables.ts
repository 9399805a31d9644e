// The report's figures as tables, and the days that moved.
import { z } from '@hono/zod-openapi';
import { contractVersionView, estimateView } from '../ends/money.ts';
import { slipLine } from '../migrations/explanation.ts';
import { programmeView } from '../programmes.ts';
import { day, setting, text, vagueDay } from '../values.ts';

/** The ward's report, as tables. Report day and data day differ: both are stated. */
export const report = z
  .object({
    setting,
    reportOn: day,
    dataOn: day,
    /** What happened within it is told; null where all of it is. */
    period: z.object({ from: day, to: day }).nullable(),
    occurrences: programmeView.shape.occurrences,
    meetings: programmeView.shape.meetings,
    progress: z.array(
      z.object({
        wave: z.string(),
        waveLabel: text,
        phases: z.array(
          z.object({
            phase: z.string(),
            label: text,
            systems: z.array(z.object({ system: z.string(), name: text, assumed: z.boolean() })),
          }),
        ),
      }),
    ),
    /** Phases left through their gates within the period; none where there is no period. */
    passed: z.array(
      z.object({ system: z.string(), name: text, phase: z.string(), label: text, on: vagueDay }),
    ),
    selections: z.array(
      z.object({
        system: z.string(),
        name: text,
        candidate: z.string(),
        technical: z.string(),
        price: z.string(),
        total: z.string(),
        printedTotal: z.string(),
        rounded: z.boolean(),
        outOf: z.object({ technical: z.string(), price: z.string() }),
        method: z.string(),
        applicants: z.number().int().nullable(),
      }),
    ),
    contracts: z.array(
      z.object({
        system: z.string(),
        name: text,
        vendor: z.string(),
        amounts: z.array(z.object({ fiscalYear: z.number().int(), amountYen: z.number().int() })),
        totalYen: z.number().int(),
        continuesInto: z.array(z.number().int()),
      }),
    ),
    contractSums: z.object({
      amounts: z.array(z.object({ fiscalYear: z.number().int(), amountYen: z.number().int() })),
      totalYen: z.number().int(),
    }),
    /** Budgets that are recorded with amounts, and what contracts take of them by fiscal year. */
    budgets: z.array(
      z.object({
        system: z.string(),
        name: text,
        fiscalYear: z.number().int(),
        requestedYen: z.number().int().nullable(),
        assessedYen: z.number().int().nullable(),
        votedYen: z.number().int().nullable(),
        limitYen: z.number().int().nullable(),
        contractYen: z.number().int().nullable(),
      }),
    ),
    /** 債務負担行為, a row for each year of its limits. */
    obligations: z.array(
      z.object({
        system: z.string(),
        name: text,
        no: z.number().int(),
        matter: z.string(),
        startOn: vagueDay,
        endOn: vagueDay,
        on: vagueDay,
        fiscalYear: z.number().int(),
        limitYen: z.number().int(),
      }),
    ),
    estimates: z.array(estimateView.extend({ system: z.string(), name: text })),
    /** Of contracts that were amended, terminated or recorded with the day of their 決裁. */
    contractVersions: z.array(
      contractVersionView.extend({ system: z.string(), name: text, terminatedOn: vagueDay.nullable() }),
    ),
    special: z.array(
      z.object({
        system: z.string(),
        name: text,
        regime: z.string(),
        scope: z.string().nullable(),
        reasonTypes: z.array(z.number().int()),
        completionOn: z.string().nullable(),
        pendingOn: vagueDay
          .nullable()
          .openapi({ description: '判断保留: left open by the State since then.' }),
      }),
    ),
    /** By how much days have moved; none where nobody gave a cause. */
    slips: z.array(slipLine.extend({ system: z.string(), name: text })),
    notes: z.array(
      z.object({
        ja: z.string(),
        en: z.string(),
        /** Of an assumption: the figures that rest on it. */
        about: z
          .object({
            table: z.enum(['progress', 'selections', 'contracts', 'special', 'system']),
            systems: z.array(z.string()),
          })
          .optional(),
      }),
    ),
  })
  .openapi('Report');
export type Report = z.infer<typeof report>;

/** Of the systems whose days have moved. */
export const slipList = z
  .object({
    setting,
    systems: z.array(z.object({ system: z.string(), name: text, slips: z.array(slipLine) })),
  })
  .openapi('Slips');
export type SlipList = z.infer<typeof slipList>;
