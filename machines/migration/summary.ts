// One migration in a row: what a board, an inbox and a search need of its snapshot, without asking the machine again.

import type { Acknowledgement, AskedExtension } from '../deadline/deadline-state.ts';
import { isMet, isOpen } from '../deadline/status.ts';
import { askedFor } from '../deadline/undecided.ts';
import type { Deadline, MigrationDefinition, Text } from '../definition/definition.ts';
import type { DeadlineKind, SlipCause } from '../definition/ladder.ts';
import type { Refusal } from '../record/refusal.ts';
import type { Instant, VagueDay } from '../values/date.ts';
import { phaseNow } from './authority/power.ts';
import { type SlipLine, slipLines } from './deadlines/slips.ts';
import { blockers } from './gate/conditions.ts';
import { reviewersNext } from './gate/reviewers.ts';
import { phaseOf } from './phases.ts';
import { nextInstant } from './provisos/waking.ts';
import {
  type Activity,
  type DeadlineState,
  isOver,
  type MigrationSnapshot,
  type Regime,
  type Stage,
  standing,
} from './state.ts';

export interface DeadlineRow {
  deadline: string;
  label: Text;
  basis: string;
  hard: boolean;
  /** dropped: its migration has ended otherwise than by meeting it. */
  status: DeadlineState['status'] | 'dropped';
  nominalOn: string | null;
  dueOn: string | null;
  dueAt: Instant | null;
  caution: DeadlineState['caution'];
  assumed: string | null;
  extended: boolean;
  /** Met by its day, recorded only after it was told as missed. */
  recordedLate: boolean;
  /** What was made before there were kinds has none. */
  kind?: DeadlineKind;
  /** 未定 since a day; who must set it. */
  undecided?: { since: string; setBy: string[] };
  /** An extension that is asked for. */
  asked?: { dueOn: string; by: string; post: string; on: string; cause?: SlipCause };
  /** Posts that know of it. */
  acknowledged?: { post: string; by: string; on: string; doneBy?: string; note?: string }[];
}

export interface MigrationSummary {
  version: number;
  phase: string;
  phaseLabel: Text;
  /** Position of the phase on its path, from 0. */
  phaseIndex: number;
  phaseCount: number;
  stage: Stage | null;
  activity: Activity;
  regime: Regime;
  /** 判断保留 since then; left out while it is not. */
  pendingOn?: VagueDay;
  /** True while the system is recorded as live, and not retired. */
  live: boolean;
  /** Posts that have to act now for the migration to go on. */
  waitingFor: string[];
  /** What would refuse the gate's last approval now. */
  blockers: Refusal[];
  deadlines: DeadlineRow[];
  /** The soonest open due date. */
  nextDeadline: DeadlineRow | null;
  overdue: number;
  nextWakeAt: Instant | null;
  /** By how much its days moved; left out while none did with a cause. */
  slips?: SlipLine[];
}

export function summarize(definition: MigrationDefinition, snapshot: MigrationSnapshot): MigrationSummary {
  const { phase, stage, activity, regime } = standing(snapshot);
  const { phases } = definition.path;
  const phaseIndex = phases.findIndex((candidate) => candidate.id === phase);
  const deadlines = deadlineRows(definition, snapshot);
  const open = deadlines.filter(isOpen);
  const slips = slipLines(definition, snapshot.context);
  const { pending } = snapshot.context.special ?? {};
  const goesOn = activity === 'active' && !isOver(definition, activity);
  return {
    version: snapshot.context.version,
    phase,
    phaseLabel: phaseOf(definition, phase).label,
    phaseIndex,
    phaseCount: phases.length,
    stage,
    activity,
    regime,
    ...(pending ? { pendingOn: pending.on } : {}),
    live: snapshot.context.live !== null && activity !== 'retired',
    waitingFor: goesOn ? waitingFor(definition, snapshot) : [],
    blockers: goesOn ? blockers(definition, phase, snapshot.context) : [],
    deadlines,
    nextDeadline: open.sort((a, b) => (a.dueAt ?? '').localeCompare(b.dueAt ?? ''))[0] ?? null,
    overdue: deadlines.filter((row) => row.status === 'missed').length,
    nextWakeAt: isOver(definition, activity) ? null : nextInstant(definition, snapshot.context),
    ...(slips.length > 0 ? { slips } : {}),
  };
}

function deadlineRows(definition: MigrationDefinition, snapshot: MigrationSnapshot): DeadlineRow[] {
  const dropped = isOver(definition, standing(snapshot).activity);
  return definition.deadlines.map((deadline) => {
    const state = snapshot.context.deadlines[deadline.id];
    return {
      deadline: deadline.id,
      label: deadline.label,
      basis: deadline.basis,
      hard: deadline.hard,
      status: dropped && !(state && isMet(state)) ? 'dropped' : (state?.status ?? 'waiting'),
      nominalOn: state?.nominalOn ?? null,
      dueOn: state?.dueOn ?? null,
      dueAt: state?.dueAt ?? null,
      caution: state?.caution ?? null,
      assumed: deadline.assumed ?? null,
      extended: state?.extension !== undefined,
      recordedLate: state?.recordedLate === true,
      ...(deadline.kind ? { kind: deadline.kind } : {}),
      ...(state && !dropped ? openRow(definition, deadline, state, snapshot.context) : {}),
    };
  });
}

/** What of a deadline is only there while somebody has yet to act. */
function openRow(
  definition: MigrationDefinition,
  deadline: Deadline,
  { undecided, asked, acknowledged }: DeadlineState,
  context: MigrationSnapshot['context'],
): Pick<DeadlineRow, 'undecided' | 'asked' | 'acknowledged'> {
  const setBy = askedFor(definition, deadline, context);
  return {
    ...(undecided && setBy ? { undecided: { since: undecided.since, setBy } } : {}),
    ...(asked ? { asked: askedRow(asked) } : {}),
    ...(acknowledged ? { acknowledged: Object.entries(acknowledged).map(acknowledgedRow) } : {}),
  };
}

const askedRow = ({ dueOn, by, on, cause }: AskedExtension): NonNullable<DeadlineRow['asked']> => ({
  dueOn,
  by: by.name,
  post: by.post,
  on,
  ...(cause ? { cause } : {}),
});

const acknowledgedRow = ([post, { by, on, doneBy, note }]: [string, Acknowledgement]) => ({
  post,
  by: by.name,
  on,
  ...(doneBy ? { doneBy } : {}),
  ...(note ? { note } : {}),
});

function waitingFor(definition: MigrationDefinition, snapshot: MigrationSnapshot): string[] {
  const { phase, stage } = standing(snapshot);
  const here = phaseNow(definition, snapshot.context, phase);
  if (stage === 'goingBack') return definition.path.control.goBack.approve;
  if (stage === 'underReview') return reviewersNext(here, definition, snapshot.context);
  return stage === 'working' ? here.owners : [];
}
