// Facts that are kept beside the path as they were told, each under a key of its own that its fact names: nothing takes another's
// place, so that any of them is put right by itself. The memory and how it is read; what speaks against a fact is its room's to say.
import type { VagueDay } from '../../values/date.ts';
import type { BudgetAmounts, ObligationVoted } from '../budget/shapes.ts';
import type {
  ContractAmended,
  ContractRequested,
  ContractTerminated,
  ContractVoted,
} from '../contract/shapes.ts';
import type { EstimateRecorded } from '../estimates/shapes.ts';
import type { OrdinanceAdvanced } from '../ordinance/shapes.ts';
import type { PiaAdvanced, PiaCommented, PiaJudged } from '../pia/shapes.ts';
import type {
  CriterionFound,
  CriterionSet,
  ReadinessJudged,
  RehearsalRecorded,
} from '../readiness/shapes.ts';
import type {
  IncidentClosed,
  IncidentRecorded,
  StabilisationBegun,
  StabilisationEnded,
} from '../stabilisation/shapes.ts';

/** The acts whose facts are kept so, named once for all who read them. */
export const NOTED = {
  budgetRequested: 'budget.requested',
  budgetAssessed: 'budget.assessed',
  budgetVoted: 'budget.voted',
  obligation: 'obligation.voted',
  estimate: 'estimate.recorded',
  request: 'contract.requested',
  councilVote: 'contract.councilVoted',
  amendment: 'contract.amended',
  termination: 'contract.terminated',
  piaJudged: 'pia.judged',
  piaCommented: 'pia.commented',
  piaAdvanced: 'pia.advanced',
  ordinance: 'ordinance.advanced',
  criterion: 'criterion.set',
  finding: 'criterion.found',
  judgement: 'readiness.judged',
  rehearsal: 'rehearsal.recorded',
  stabilisation: 'stabilisation.begun',
  stabilised: 'stabilisation.ended',
  incident: 'incident.recorded',
  incidentClosed: 'incident.closed',
} as const satisfies Record<string, NotedType>;

/** What each says, by the type of its act. */
export interface NotedFacts {
  'budget.requested': BudgetAmounts;
  'budget.assessed': BudgetAmounts;
  /** Of a vote with amounts; one without is in `budgets`. */
  'budget.voted': BudgetAmounts;
  'obligation.voted': ObligationVoted;
  'estimate.recorded': EstimateRecorded;
  'contract.requested': ContractRequested;
  'contract.councilVoted': ContractVoted;
  'contract.amended': ContractAmended;
  'contract.terminated': ContractTerminated;
  'pia.judged': PiaJudged;
  'pia.commented': PiaCommented;
  'pia.advanced': PiaAdvanced;
  'ordinance.advanced': OrdinanceAdvanced;
  'criterion.set': CriterionSet;
  'criterion.found': CriterionFound;
  'readiness.judged': ReadinessJudged;
  'rehearsal.recorded': RehearsalRecorded;
  'stabilisation.begun': StabilisationBegun;
  'stabilisation.ended': StabilisationEnded;
  'incident.recorded': IncidentRecorded;
  'incident.closed': IncidentClosed;
}
export type NotedType = keyof NotedFacts;

/** `phase`: where the path stood when it was recorded; `by`: the account that did. */
export type Note<T extends NotedType> = NotedFacts[T] & { on: VagueDay; phase: string; by: string };
export type Noted = { [T in NotedType]?: Record<string, Note<T>> };

type Remembers = { noted?: Noted };

/** Whether the memory is kept so: a type of this table. */
export const noteAt = <T extends NotedType>(
  { noted }: Remembers,
  type: T,
  key: string | number,
): Note<T> | undefined => (noted?.[type] as Record<string, Note<T>> | undefined)?.[String(key)];

/** In the order of their keys: numbers as numbers. */
export function notesOf<T extends NotedType>({ noted }: Remembers, type: T): Note<T>[] {
  // One type's notes are of one type; the compiler does not follow the index.
  const found = (noted?.[type] ?? {}) as Record<string, Note<T>>;
  return Object.entries(found)
    .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(([, note]) => note);
}

export const lastNote = <T extends NotedType>(context: Remembers, type: T): Note<T> | undefined =>
  notesOf(context, type).at(-1);

/** The number after the highest. */
export const nextNo = <T extends NotedType>(context: Remembers, type: T): number =>
  Math.max(0, ...Object.keys(context.noted?.[type] ?? {}).map(Number)) + 1;

export const withNote = <T extends NotedType>(
  noted: Noted | undefined,
  type: T,
  key: string,
  note: Note<T>,
): Noted => ({ ...noted, [type]: { ...noted?.[type], [key]: note } });

/** Without those for which `falls` says so; nothing at all where none is left. */
export function notedWithout(
  noted: Noted | undefined,
  falls: (type: NotedType, key: string, note: Note<NotedType>) => boolean,
): { noted?: Noted } {
  const kept = Object.entries(noted ?? {}).flatMap(([type, notes]) => {
    // The keys of the memory are the types of the table.
    const stays = Object.entries(notes).filter(([key, note]) => !falls(type as NotedType, key, note));
    return stays.length > 0 ? [[type, Object.fromEntries(stays)] as const] : [];
  });
  return kept.length > 0 ? { noted: Object.fromEntries(kept) } : {};
}

/** The memory with other notes, or with none at all. */
export function renoted<C extends Remembers>(context: C, { noted }: Remembers): C {
  const { noted: _before, ...rest } = context;
  // What was left out is optional in every memory.
  return { ...rest, ...(noted ? { noted } : {}) } as C;
}

/** Money of a system: it has one home, and no two heirs count it. */
export const isFigure = (type: string): boolean => /^(?:budget|obligation|estimate|contract)\./.test(type);
