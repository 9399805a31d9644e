// What a migration remembers besides where it stands: plain JSON, replaced and never changed in place. Where it
// stands (phase, stage, active or held, regime) is the machine's state value, not a field here.

import type { DeadlineState, Slips } from '../deadline/deadline-state.ts';
import type { Duty } from '../definition/decisions.ts';
import type { MigrationDefinition, PlannedPhase, StepStatus } from '../definition/definition.ts';
import type { Person } from '../record/person.ts';
import type { Day, VagueDay } from '../values/date.ts';
import type { Requirement } from './conformity/shape.ts';
import type { Pair, Said } from './correction/shapes.ts';
import type { Evidence } from './gate/papers.ts';
import type { Noted } from './noted/noted.ts';
import type { ContractFacts, SelectionFacts } from './procurement/shapes.ts';
import type { Proviso } from './provisos/shapes.ts';
import type { RfpMemory } from './rfp/memory.ts';

export type { DeadlineState, Person };

/** One person's voice in a body. */
export interface Vote extends Person {
  body: string;
  on: VagueDay;
}

export interface Decision extends Vote {
  note?: string;
  /** Soft conditions that were unmet when this person approved, by label. */
  warnings: string[];
  /** The meeting in which the body resolved so, and its item. */
  resolved?: { meeting: number; item: number };
  /** The digest of what was decided on; left out where the programme does not say how it decides. */
  bundle?: string;
  /** 条件付承認: what it asks for besides; left out while it asks for nothing. */
  provisos?: Proviso[];
}

/** Who takes no part in deciding (除斥), in which body; at every gate where no phase is named. */
export interface Recusal extends Person {
  body: string;
  on: VagueDay;
  reason: string;
  phase?: string;
}

/** The days on which the path reached, was submitted from, and left a phase; the latest walk counts. */
export interface PhaseDays {
  entered?: VagueDay;
  submitted?: VagueDay;
  left?: VagueDay;
}

export interface PassedGate {
  on: VagueDay;
  approvals: Decision[];
  /** Set when a source states the passing and no approvals are known. */
  source?: string;
}

/** `phase`: where the path stood when it was recorded; going back behind it lays it down. */
export type Selection = SelectionFacts & { total: string; on: VagueDay; phase: string };
export type Contract = ContractFacts & { on: VagueDay; phase: string };

/** A document that a phase has; `from`: the system in whose chain it was recorded, where that is another. */
export type Paper = Evidence & { by: string; on: VagueDay; from?: string };

/** Something one person proposes and a body decides by its quorum. */
export interface Proposal extends Person {
  reason: string;
  on: VagueDay;
  votes: Vote[];
}

/** 経過措置 of one function: filed on a day, until a day; `endedOn`: since when the function conforms. */
export interface Measure {
  until: Day;
  basis: string;
  on: VagueDay;
  endedOn?: VagueDay;
}

export interface Hold {
  from: VagueDay;
  until: VagueDay;
}

/** A correction that one person proposes and another decides; */
export type OpenCorrection = Person & Pair & { reason: string; on: VagueDay };

/** What stands of an entry since entry `at`; null where it was voided. */
export interface MadeCorrection {
  at: number;
  type: string;
  as: Said | null;
}

/** By the sequence number of the entry that is put right. */
export interface Corrections {
  open: Record<string, OpenCorrection>;
  made: Record<string, MadeCorrection>;
}

export interface MigrationContext {
  /** Accepted events so far: the sequence number of the last entry. */
  version: number;
  /** The version of the last event that was not the timer's or another migration's. */
  actedVersion: number;
  /** The last day that a move along the path can mean; the next may not lie before it. */
  movedOn: string;
  /** False once anyone but the import has acted. */
  importOpen: boolean;
  /** The day the path began; nothing happens before it. */
  begunOn: VagueDay;
  days: Record<string, PhaseDays>;
  /** The last day that one of `days` can mean where that is not its month's end: the day of recording cuts it short. */
  reach: Record<string, PhaseDays>;
  passed: Record<string, PassedGate>;
  submission: (Person & { on: VagueDay; note?: string; bundle?: string }) | null;
  approvals: Decision[];
  goingBack: (Proposal & { to: string }) | null;
  /** Cancelling for good, as proposed. */
  cancellation: Proposal | null;
  /** Accounts that supplied anything a gate of this migration rests on: they approve no gate of it. */
  drafters: string[];
  /** Who has had which duty, where the programme separates some; left out while nobody has. */
  duties?: Partial<Record<Duty, string[]>>;
  /** Left out while nobody is. */
  recused?: Recusal[];
  evidence: Record<string, Paper[]>;
  /** Milestones of other migrations, `{system}/{milestone}` → day. */
  milestones: Record<string, VagueDay>;
  /** What the programme has told of what happens around it; `on`: null where it did not happen after all. Left out before the first. */
  occurrences?: Record<string, { on: VagueDay | null; entry: number }>;
  /** Those that cannot come any more, their system being cancelled. */
  forsaken: Record<string, VagueDay>;
  /** Those that a body has decided to do without; `complete` once its quorum has. */
  waived: Record<string, { votes: Vote[]; reason: string; complete: boolean }>;
  budgets: Record<string, VagueDay>;
  selection: Selection | null;
  contract: Contract | null;
  /** Facts kept as they were told, by the type of their act and their key; left out while there are none. */
  noted?: Noted;
  /** The procurement that is open, and those that are over; left out while there was none. */
  rfp?: RfpMemory;
  /** 稼働: since when, on which document; null before it and after a 切戻し. */
  live: (Person & { on: VagueDay; reach: Day; evidence: Evidence }) | null;
  /** The day of the last 切戻し, and no less once the system is live again: so 0.2.0 kept it, and its entries are decided again. */
  rolledBackOn?: VagueDay;
  /** business → national step → status. */
  steps: Record<string, Record<string, StepStatus>>;
  /** Phase → the last day on which a step that its gate asks for was closed; left out while none was. */
  closedOn?: Record<string, VagueDay>;
  /** business → national step → why it is 対象外. */
  stepReasons: Record<string, Record<string, string>>;
  plan: Record<string, Omit<PlannedPhase, 'phase'>>;
  deadlines: Record<string, DeadlineState>;
  special: {
    reasonTypes: number[];
    scope?: string;
    completionOn: string | null;
    basis?: string;
    /** 判断保留: applied for, and left open by the State for now; gone once it is decided. */
    pending?: { on: VagueDay; basis: string };
    on: VagueDay;
  } | null;
  /** What it has been shown to conform to, live or not; left out while nothing. */
  conforms?: Partial<Record<Requirement, { on: VagueDay; reach: Day; evidence: Evidence }>>;
  /** Functions of it that follow later (経過措置), by name; left out while there never was any. */
  measures?: Record<string, Measure>;
  /** By how much days moved; left out while none did with a cause, or of a deadline that has a kind. */
  slips?: Slips;
  /** Left out while nothing was ever put right. */
  corrections?: Corrections;
  /** Entries by 代決 that whoever they were in the name of has looked at (後閲), and when; left out while there are none. */
  seen?: Record<string, VagueDay>;
  /** Items of meetings that were taken here, `{meeting}/{item}`; left out while there are none. */
  resolved?: string[];
  /** Holds that are over, oldest first; left out while there was none. */
  holds?: Hold[];
  /** Of parts that the definition in force does not have; left out while there are none. */
  aside?: SetAside;
  /** The entry of the programme's chain by which the definition in force was adopted; left out before any was. */
  adopted?: number;
  /** The entries of other systems that it went on from: none yet while it waits for their word; left out where it goes on with nobody. */
  continues?: ContinuedFrom[];
  /** Since when and why it is held or was cancelled; null while active. */
  pause: { on: VagueDay; reason: string; by: Person } | null;
  /** Since when the definition in force says that its system is retired, and what it was before; left out while it does not. */
  retired?: { on: VagueDay; from: Exclude<Activity, 'retired'> };
}

/** By which entry another system ended, so that this one goes on with it. */
export interface ContinuedFrom {
  system: string;
  seq: number;
  hash: string;
}

/** Everything that is remembered of one phase: what decides it where a definition does not have it any more. */
export type Planned = Omit<PlannedPhase, 'phase'>;

export interface PhaseMemory {
  days?: PhaseDays;
  reach?: PhaseDays;
  passed?: PassedGate;
  evidence?: Paper[];
  closedOn?: VagueDay;
  plan?: Planned;
  /** What the definition planned: an act's own plan goes on only where that is the same again. */
  planned?: Planned;
  /** Recorded in it; only of one that is set aside. */
  selection?: Selection;
  contract?: Contract;
}

export interface SetAside {
  phases?: Record<string, PhaseMemory>;
  deadlines?: Record<string, DeadlineState>;
  /** By business. */
  steps?: Record<string, { statuses: Record<string, StepStatus>; reasons?: Record<string, string> }>;
}

export const regimes = ['standard', 'candidate', 'applied', 'designated'] as const;
export type Regime = (typeof regimes)[number];
export type Stage = 'working' | 'underReview' | 'goingBack';
/** retired: ended by an amendment, since its system is 対象外 or given up; neither cancelled nor done. */
export const activities = ['active', 'onHold', 'cancelled', 'retired'] as const;
export type Activity = (typeof activities)[number];

/** It goes no further. */
export const hasEnded = (activity: Activity): boolean => activity === 'cancelled' || activity === 'retired';

/** It has ended, or its programme is closed: nothing is due any more and nobody is waited for. */
export const isOver = ({ programme }: Pick<MigrationDefinition, 'programme'>, activity: Activity): boolean =>
  hasEnded(activity) || programme.closed !== undefined;

/** Where a migration stands, read from the machine's state value. */
export interface Standing {
  phase: string;
  /** Null in the last phase, which has no gate. */
  stage: Stage | null;
  activity: Activity;
  regime: Regime;
}

/** A snapshot as it is stored: JSON, restorable by any later process. */
export interface MigrationSnapshot {
  status: 'active';
  value: { path: Record<string, Stage> | string; activity: Standing['activity']; regime: Regime };
  context: MigrationContext;
  historyValue: Record<string, never>;
  children: Record<string, never>;
}

export function standing(snapshot: Pick<MigrationSnapshot, 'value'>): Standing {
  const { path, activity, regime } = snapshot.value;
  if (typeof path === 'string') return { phase: path, stage: null, activity, regime };
  const [phase, stage] = Object.entries(path)[0] as [string, Stage];
  return { phase, stage, activity, regime };
}

/** What of a definition a migration begins with. */
type Beginning = Pick<MigrationDefinition, 'path' | 'plan'> & {
  system: Pick<MigrationDefinition['system'], 'businesses'>;
};

export function initialContext(definition: Beginning, on: VagueDay): MigrationContext {
  const first = definition.path.phases[0] as MigrationDefinition['path']['phases'][number];
  return {
    version: 0,
    actedVersion: 0,
    movedOn: '0001-01-01',
    importOpen: true,
    begunOn: on,
    days: { [first.id]: { entered: on } },
    reach: {},
    passed: {},
    submission: null,
    approvals: [],
    goingBack: null,
    cancellation: null,
    drafters: [],
    evidence: {},
    milestones: {},
    forsaken: {},
    waived: {},
    budgets: {},
    selection: null,
    contract: null,
    live: null,
    steps: Object.fromEntries(definition.system.businesses.map((business) => [business, {}])),
    stepReasons: {},
    plan: Object.fromEntries(definition.plan.map(({ phase, ...dates }) => [phase, dates])),
    deadlines: {},
    special: null,
    pause: null,
  };
}
