// A starting programme for another municipality: the template's text with its code and name filled in, and the calendar's years by the day it starts. Pure; who
// reads and writes the files is the caller's business.
import { line } from '../machines/definition/definition.ts';
import { withCheckDigit } from '../machines/seed/municipality-code.ts';
import { withYears, yearsAround } from './calendar-years.ts';

export interface NewProgramme {
  /** 6-digit 団体コード with its check digit. */
  code: string;
  name: string;
  /** The Japanese name where left out. */
  nameEn?: string;
  /** The day the programme starts, `YYYY-MM-DD`. */
  today: string;
}

/** Why nothing was made: the code is no six digits, its check digit is not `right`, or a name is no label or cannot stand in YAML. */
export type NewProgrammeRefusal =
  | { code: 'code.format' }
  | { code: 'code.checkDigit'; right: string }
  | { code: 'name.format' };

export type MadeProgramme =
  | { status: 'made'; files: { path: string; text: string }[] }
  | { status: 'refused'; refusal: NewProgrammeRefusal };

/** `template` holds the files of `seeds/template`, by their paths inside it. */
export function newProgramme(
  template: readonly { path: string; text: string }[],
  { code, name, nameEn = name, today }: NewProgramme,
): MadeProgramme {
  const refused = objection(code, [name, nameEn]);
  if (refused) return { status: 'refused', refusal: refused };
  const words: Record<string, string> = { code, name, nameEn, today };
  const years = yearsAround(Number(today.slice(0, 4)));
  const files = template.map(({ path, text }) => ({
    path,
    text: (path === 'calendar.yaml' ? withYears(text, years) : text).replaceAll(
      /\{\{(\w+)\}\}/g,
      (whole, word: string) => words[word] ?? whole,
    ),
  }));
  return { status: 'made', files };
}

function objection(code: string, names: readonly string[]): NewProgrammeRefusal | null {
  if (!/^\d{6}$/.test(code)) return { code: 'code.format' };
  const right = withCheckDigit(code);
  if (right !== code) return { code: 'code.checkDigit', right };
  const writable = names.every((name) => line.safeParse(name).success && !/['"\\{}]/.test(name));
  return writable ? null : { code: 'name.format' };
}
