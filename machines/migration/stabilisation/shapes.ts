// What is recorded after going live: the period of stabilisation, its incidents, its end. Shapes only.
import * as z from 'zod';
import { day } from '../../values/schemas.ts';
import { line, note, number, paragraph } from '../noted/fields.ts';

export const severities = ['high', 'medium', 'low'] as const;

export const stabilisationBegun = z.strictObject({ no: number, until: day, note });
export type StabilisationBegun = z.infer<typeof stabilisationBegun>;

export const stabilisationEnded = z.strictObject({ no: number, note });
export type StabilisationEnded = z.infer<typeof stabilisationEnded>;

export const incidentRecorded = z.strictObject({
  no: number,
  title: line,
  severity: z.enum(severities),
  note,
});
export type IncidentRecorded = z.infer<typeof incidentRecorded>;

export const incidentClosed = z.strictObject({
  no: number,
  /** What was done about it. */
  remedy: paragraph,
});
export type IncidentClosed = z.infer<typeof incidentClosed>;
