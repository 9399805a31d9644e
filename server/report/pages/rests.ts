// What a row of a report rests on: which kinds of entries of its systems, or of the programme's own chain, and which of those. Pure.
import { NOTED } from '../../../machines/migration/noted/noted.ts';
import { planActs } from '../../../machines/migration/plan/acts.ts';
import { regimeActs } from '../../../machines/migration/regime/acts.ts';
import type { EntryBody } from '../../../machines/record/entry.ts';
import { positionTypes } from '../reported-migration.ts';
import type { Row } from '../section.ts';

export interface Known {
  /** The convenings of meetings, where what rests on them is asked for. */
  convened: readonly EntryBody[];
  /** Where its migration stood when one was recorded; null where nothing says so. */
  phaseOf: (body: EntryBody) => string | null;
}

export interface Rests {
  types: readonly string[];
  /** Of those that the kinds let through, whether one is of this row; left out: all are. */
  isOf?: (body: EntryBody, row: Row, known: Known) => boolean;
  /** The newest of each system says it all. */
  newest?: true;
  /** The type of the entries that say of which row others are. */
  convenings?: string;
}

const PASSING = [...positionTypes.filter((type) => type.startsWith('gate.')), 'gate.resolved'];
const lastPart = ({ key }: Row): string => key.slice(key.indexOf('/') + 1);

const byNumber = ({ fact }: EntryBody, row: Row): boolean => String(fact.no ?? fact.number) === lastPart(row);

/** Of a budget by its year, of a 債務負担行為 by the years of its limits; a contract speaks for each of its years. */
function ofYear({ fact }: EntryBody, row: Row): boolean {
  const year = Number(lastPart(row));
  const listed = [fact.limits, fact.amounts].filter(Array.isArray).flat();
  return fact.fiscalYear === year || listed.some((one: { fiscalYear?: unknown }) => one.fiscalYear === year);
}

function ofMovement({ fact }: EntryBody, row: Row): boolean {
  const title = (fact.title as { ja?: unknown } | undefined)?.ja;
  return fact.id === row.key || (title !== undefined && row.key.endsWith(`/${title}`));
}

/** Counted as somebody told it, or by each meeting of the body that was closed here. */
function ofBody({ fact }: EntryBody, { key }: Row, { convened: all }: Known): boolean {
  if (fact.type !== 'meeting.closed') return fact.body === key;
  const convened = all.find(({ seq }) => seq === fact.meeting);
  return convened?.fact.body === key;
}

const CONVENED = 'meeting.convened';
const CONTRACTS = ['contract.recorded', NOTED.amendment, NOTED.termination] as const;

const rests: Record<string, Rests> = {
  movements: { types: ['occurrence.recorded', 'occurrence.corrected'], isOf: ofMovement },
  meetings: {
    types: ['meetings.recorded', 'meeting.closed', CONVENED],
    isOf: ofBody,
    convenings: CONVENED,
  },
  progress: { types: [...positionTypes, 'gate.resolved', 'goingBack.resolved'], newest: true },
  passed: {
    types: PASSING,
    isOf: (body, row, { phaseOf }) => (body.fact.phase ?? phaseOf(body)) === lastPart(row),
  },
  selections: {
    types: [
      'selection.recorded',
      'rfp.candidateNamed',
      'rfp.candidateResolved',
      'rfp.failureApproved',
      'rfp.failureResolved',
    ],
  },
  contracts: { types: CONTRACTS },
  budgets: {
    types: [NOTED.budgetRequested, NOTED.budgetAssessed, NOTED.budgetVoted, NOTED.obligation, ...CONTRACTS],
    isOf: ofYear,
  },
  obligations: {
    types: [NOTED.obligation],
    isOf: ({ fact }, { key }) => key.split('/').at(-2) === String(fact.no),
  },
  estimates: { types: [NOTED.estimate], isOf: byNumber },
  versions: {
    types: CONTRACTS,
    isOf: (body, row) =>
      body.fact.type === 'contract.recorded' ? lastPart(row) === '0' : byNumber(body, row),
  },
  special: { types: Object.keys(regimeActs) },
  slips: { types: [...Object.keys(planActs), 'deadline.extended', 'extension.resolved'] },
};

/** Null for a table that no report has. */
export const restsOf = (section: string): Rests | null => {
  const id = section.split('/')[0] ?? '';
  return Object.hasOwn(rests, id) ? (rests[id] ?? null) : null;
};
