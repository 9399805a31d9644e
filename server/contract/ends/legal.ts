// What the server tells of a system's other legal ends: PIA, ordinances, 移行判定, rehearsals, stabilisation.
import { z } from '@hono/zod-openapi';
import { passages } from '../../../machines/migration/ordinance/shapes.ts';
import { evaluations } from '../../../machines/migration/pia/shapes.ts';
import {
  criterionKinds,
  findings,
  judgements,
  rehearsalResults,
} from '../../../machines/migration/readiness/shapes.ts';
import { severities } from '../../../machines/migration/stabilisation/shapes.ts';
import { day, text, vagueDay } from '../values.ts';
import { paperView } from './money.ts';

const no = z.number().int();
const mark = z.object({ on: vagueDay, evidence: paperView.nullable() }).nullable();

export const legalView = z
  .object({
    pia: z.array(
      z.object({
        no,
        evaluation: z.enum(evaluations),
        label: text,
        subjects: z.number().int().nullable(),
        on: vagueDay,
        commented: z
          .object({ openedOn: day, closedOn: day, opinions: z.number().int().nullable() })
          .nullable(),
        reviewed: mark,
        submitted: mark,
        published: mark,
      }),
    ),
    ordinances: z.array(
      z.object({
        ordinance: z.string(),
        label: text,
        kind: z.enum(['ordinance', 'rule']),
        passed: z.array(z.object({ passage: z.enum(passages), label: text, on: vagueDay })),
        inForceOn: day.nullable(),
      }),
    ),
    criteria: z.array(
      z.object({
        no,
        title: z.string(),
        kind: z.enum(criterionKinds),
        found: z
          .object({ finding: z.enum(findings), on: vagueDay, evidence: paperView.nullable() })
          .nullable(),
      }),
    ),
    judgements: z.array(
      z.object({ no, judgement: z.enum(judgements), on: vagueDay, note: z.string().nullable() }),
    ),
    rehearsals: z.array(
      z.object({
        no,
        records: z.number().int(),
        errors: z.number().int(),
        result: z.enum(rehearsalResults),
        on: vagueDay,
        evidence: paperView.nullable(),
      }),
    ),
    stabilisation: z.object({
      periods: z.array(z.object({ no, from: vagueDay, until: day, endedOn: vagueDay.nullable() })),
      incidents: z.array(
        z.object({
          no,
          title: z.string(),
          severity: z.enum(severities),
          on: vagueDay,
          closed: z.object({ on: vagueDay, remedy: z.string() }).nullable(),
        }),
      ),
    }),
  })
  .openapi('LegalEnds');
export type LegalView = z.infer<typeof legalView>;
