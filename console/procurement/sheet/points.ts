// Points as an evaluator types them: read by the reader of every door, checked against what a criterion gives at most, summed
// exactly. Knows no page.
import { readScore } from '../../../machines/values/score.ts';

export interface Criterion {
  id: string;
  label: string;
  /** The most that one evaluator gives. */
  points: string;
}
export interface Applicant {
  id: string;
  name: string;
}
export type Typed = Record<string, Record<string, string>>;

export type CellFault = 'missing' | 'noScore' | 'tooMany';

const PLACES = 4;
/** A score as a whole number of ten-thousandths: exact for what a score may be. */
const units = (score: string): number => {
  const [whole = '0', rest = ''] = score.split('.');
  return Number(whole) * 10 ** PLACES + Number(rest.padEnd(PLACES, '0'));
};

/** @returns why the cell cannot be signed; null where it can */
export function faultOf(typed: string | undefined, { points }: Criterion): CellFault | null {
  if (typed === undefined || typed.trim() === '') return 'missing';
  const read = readScore(typed);
  if (read.status !== 'read') return 'noScore';
  return units(read.value) > units(points) ? 'tooMany' : null;
}

/** Every cell that cannot be signed, by `applicant/criterion`. */
export function faultsOf(
  typed: Typed,
  applicants: readonly Applicant[],
  criteria: readonly Criterion[],
): Map<string, CellFault> {
  const found = new Map<string, CellFault>();
  for (const { id: applicant } of applicants)
    for (const criterion of criteria) {
      const fault = faultOf(typed[applicant]?.[criterion.id], criterion);
      if (fault) found.set(`${applicant}/${criterion.id}`, fault);
    }
  return found;
}

/** The points of sound cells, written as the record keeps them. */
export function pointsOf(
  typed: Typed,
  applicants: readonly Applicant[],
  criteria: readonly Criterion[],
): Typed {
  const row = (applicant: string) =>
    Object.fromEntries(
      criteria.flatMap(({ id }) => {
        const read = readScore(typed[applicant]?.[id] ?? '');
        return read.status === 'read' ? [[id, read.value]] : [];
      }),
    );
  return Object.fromEntries(applicants.map(({ id }) => [id, row(id)]));
}

/** The sum of what is a score so far: `612.5`. */
export function sumOf(row: Record<string, string> | undefined): string {
  const sum = Object.values(row ?? {}).reduce((all, typed) => {
    const read = readScore(typed);
    return read.status === 'read' ? all + units(read.value) : all;
  }, 0);
  const [whole, rest] = [Math.floor(sum / 10 ** PLACES), sum % 10 ** PLACES];
  const decimals = String(rest).padStart(PLACES, '0').replace(/0+$/, '');
  return decimals === '' ? String(whole) : `${whole}.${decimals}`;
}
