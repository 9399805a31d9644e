// What is frozen of a report that is issued: its figures and the 40 steps beside them, as canonical JSON under one digest. What changes
// with whoever looks (the clock) is no part of it. Pure.
import { type Part, partOf } from '../../../machines/definition/parts.ts';
import type { NationalSheet, Report } from '../../contract/programmes.ts';
import type { Setting } from '../../contract/values.ts';

/**
 * Counts up where what is frozen is made otherwise: an older one is then shown as it was kept, and made again as it was made then.
 * 1: an assumption does not say which figures rest on it.
 */
const FORMS = [1, 2] as const;
type Form = (typeof FORMS)[number];
const FORM: Form = 2;

type Whose = Pick<Setting, 'programme' | 'municipality' | 'programmeName' | 'rehearsal' | 'by'>;

export interface Frozen {
  form: Form;
  of: Whose;
  report: Omit<Report, 'setting'>;
  steps: Omit<NationalSheet, 'setting'>;
}

export function frozenOf(
  { setting, ...report }: Report,
  { setting: _same, ...steps }: NationalSheet,
  form: Form = FORM,
): { frozen: Frozen; part: Part } {
  const { programme, municipality, programmeName, rehearsal, by } = setting;
  const frozen: Frozen = {
    form,
    of: { programme, municipality, programmeName, rehearsal, by },
    report: form === 1 ? { ...report, notes: report.notes.map(({ ja, en }) => ({ ja, en })) } : report,
    steps,
  };
  return { frozen, part: partOf(frozen) };
}

/** As whichever form has that digest; today's where none has. */
export function frozenAs(digest: string, report: Report, sheet: NationalSheet) {
  const made = FORMS.map((form) => frozenOf(report, sheet, form));
  return made.find(({ part }) => part.digest === digest) ?? frozenOf(report, sheet);
}

/** The report and its steps again, as of when it was issued. */
export function thawed({ of, report, steps }: Frozen, now: string): { report: Report; steps: NationalSheet } {
  const setting: Setting = { ...of, now, today: report.reportOn, asOf: report.dataOn };
  return { report: { setting, ...report }, steps: { setting, ...steps } };
}
