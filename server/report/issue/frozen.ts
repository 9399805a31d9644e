// What is frozen of a report that is issued: its figures and the 40 steps beside them, as canonical JSON under one digest. What changes
// with whoever looks (the clock) is no part of it. Pure.
import { type Part, partOf } from '../../../machines/definition/parts.ts';
import type { NationalSheet } from '../../contract/planning/national-sheet.ts';
import type { Report } from '../../contract/reports/tables.ts';
import type { Setting } from '../../contract/values.ts';

/**
 * Counts up where what is frozen is made otherwise: an older one is then shown as it was kept, and made again as it was made then.
 * 1: an assumption does not say which figures rest on it. 2: neither 債務負担行為 nor 判断保留 is told.
 */
const FORMS = [1, 2, 3] as const;
type Form = (typeof FORMS)[number];
const FORM: Form = 3;

type Whose = Pick<Setting, 'programme' | 'municipality' | 'programmeName' | 'rehearsal' | 'by'>;

type Body = Omit<Report, 'setting'>;
type Special = Report['special'][number];

/** A report's body in any form. */
type Kept = Omit<Body, 'obligations' | 'special'> & {
  obligations?: Body['obligations'];
  special: (Omit<Special, 'pendingOn'> & Partial<Special>)[];
};

export interface Frozen {
  form: Form;
  of: Whose;
  report: Kept;
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
    report: inForm(report, form),
    steps,
  };
  return { frozen, part: partOf(frozen) };
}

function inForm(report: Body, form: Form): Kept {
  if (form === 3) return report;
  const { obligations: _since3, ...before } = report;
  return {
    ...before,
    special: report.special.map(({ pendingOn: _also, ...row }) => row),
    notes: form === 1 ? report.notes.map(({ ja, en }) => ({ ja, en })) : report.notes,
  };
}

/** As whichever form has that digest; today's where none has. */
export function frozenAs(digest: string, report: Report, sheet: NationalSheet) {
  const made = FORMS.map((form) => frozenOf(report, sheet, form));
  return made.find(({ part }) => part.digest === digest) ?? frozenOf(report, sheet);
}

/** The report and its steps again, as of when it was issued. */
export function thawed({ of, report, steps }: Frozen, now: string): { report: Report; steps: NationalSheet } {
  const setting: Setting = { ...of, now, today: report.reportOn, asOf: report.dataOn };
  const { obligations = [], special } = report;
  const rows = special.map((row) => ({ ...row, pendingOn: row.pendingOn ?? null }));
  return { report: { setting, ...report, obligations, special: rows }, steps: { setting, ...steps } };
}
