// What the server tells of a system's money: budgets, estimates in versions with what they differ by, the contract in its versions.
import { z } from '@hono/zod-openapi';
import { contractTypes } from '../../../machines/definition/legal-ends.ts';
import { estimateKinds } from '../../../machines/migration/estimates/shapes.ts';
import { day, setting, text, vagueDay } from '../values.ts';

const yen = z.number().int();
const yearAmount = z.object({ fiscalYear: z.number().int(), amountYen: yen });
/** Negative where a supplement made it less. */
const budgetPart = z.object({ migrationYen: yen, operationYen: yen, on: vagueDay }).nullable();

export const paperView = z.object({
  title: z.string(),
  sha256: z.string(),
  documentNo: z.string(),
  decidedOn: day,
});

const variance = z.object({
  fromYen: yen,
  toYen: yen,
  amountYen: yen.openapi({ description: 'Negative where it became less.' }),
  percent: z.string().nullable().openapi({ description: 'An exact decimal, or rounded to four places.' }),
  exact: z.boolean().openapi({ description: 'False where the per cent was rounded.' }),
});
export type VarianceView = z.infer<typeof variance>;

export const estimateView = z.object({
  no: z.number().int(),
  kind: z.enum(estimateKinds),
  kindLabel: text,
  vendor: z.string(),
  costs: z.array(z.object({ fiscalYear: z.number().int(), migrationYen: yen, operationYen: yen })),
  migrationYen: yen,
  operationYen: yen,
  totalYen: yen,
  on: vagueDay,
  evidence: paperView.nullable(),
  reason: z.string().nullable(),
  /** The version that it is compared with: the one it names, or its vendor's last before it. */
  against: z.object({ no: z.number().int(), variance }).nullable(),
});
export type EstimateView = z.infer<typeof estimateView>;

export const contractVersionView = z.object({
  no: z.number().int().openapi({ description: '0 as made, then the number of its amendment.' }),
  on: vagueDay,
  decidedOn: day.nullable(),
  amounts: z.array(yearAmount),
  totalYen: yen,
  changeYen: yen,
  continuesInto: z.array(z.number().int()),
  until: day.nullable(),
  reason: z.string().nullable(),
});

const requestView = z.object({
  no: z.number().int(),
  subject: z.string(),
  purpose: z.string(),
  plannedYen: yen,
  procedure: z.string(),
  costBasis: z.string(),
  budgetItem: z.string(),
  limits: z.array(yearAmount),
  payments: z.number().int().nullable(),
  on: vagueDay,
  note: z.string().nullable(),
});
export type RequestView = z.infer<typeof requestView>;

export const moneyView = z
  .object({
    budgets: z.array(
      z.object({
        fiscalYear: z.number().int(),
        /** Null of the initial budget. */
        supplement: z.number().int().nullable(),
        requested: budgetPart,
        assessed: budgetPart,
        voted: budgetPart,
      }),
    ),
    obligations: z.array(
      z.object({
        no: z.number().int(),
        matter: z.string(),
        startOn: vagueDay,
        endOn: vagueDay,
        limits: z.array(yearAmount),
        on: vagueDay,
      }),
    ),
    estimates: z.array(estimateView),
    requests: z.array(requestView),
    votes: z.array(
      z.object({
        no: z.number().int(),
        bill: z.string(),
        totalYen: yen,
        rejected: z.boolean(),
        on: vagueDay,
      }),
    ),
    contract: z
      .object({
        contractType: z.enum(contractTypes).nullable(),
        versions: z.array(contractVersionView),
        terminated: z.object({ on: vagueDay, paidYen: yen.nullable(), reason: z.string() }).nullable(),
        /** What each of its years has; null where nothing is said. */
        cover: z.array(yearAmount.extend({ votedYen: yen.nullable(), limitYen: yen.nullable() })),
      })
      .nullable(),
    /** What a decision is about: the contract, else the newest estimate, else the voted budgets; null of nothing. */
    matterYen: yen.nullable(),
  })
  .openapi('Money');
export type MoneyView = z.infer<typeof moneyView>;

/** A figure, by its kind and what names it among those: `estimate/2`, `version/0` of a contract as made, of a budget `voted/2023/0` (year and supplement). */
export const moneyEntry = z.object({
  figure: z.string(),
  entry: z.number().int(),
  /** Its entry was put right; the figure is the corrected one. */
  corrected: z.boolean(),
});
export type MoneyEntry = z.infer<typeof moneyEntry>;
export const moneyEntries = z.object({ setting, items: z.array(moneyEntry) }).openapi('MoneyEntries');
export type MoneyEntries = z.infer<typeof moneyEntries>;
