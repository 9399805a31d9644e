// What a plan of a sheet is made of.
import type { MigrationDefinition, StepStatus, Text } from '../../machines/definition/definition.ts';
import type { MigrationSnapshot } from '../../machines/migration/state.ts';
import type { StepsRecorded } from '../../machines/migration/steps/acts.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import type { Refusal } from '../../machines/record/refusal.ts';
import type { Actor } from '../../machines/record/submission.ts';
import type { Claim } from './claims.ts';

/** One system as it stands. */
export interface SystemNow {
  system: string;
  definition: MigrationDefinition;
  snapshot: MigrationSnapshot;
}

export interface Reason {
  code: string;
  message: Text;
}

/** A cell that says another thing than the record. */
export interface Cell extends Claim {
  from: StepStatus;
  systems: string[];
}

/** One act: what it says, and the cells that it comes from. */
export interface PlannedAct {
  system: string;
  actor: Actor;
  occurredOn: string;
  fact: StepsRecorded;
  cells: Cell[];
}

export interface Plan {
  same: Claim[];
  conflicts: (Cell & { reasons: Reason[] })[];
  acts: PlannedAct[];
}

export interface Asked {
  programme: Pick<ProgrammeDefinition, 'businesses'>;
  systems: readonly SystemNow[];
  /** Why a step does not apply, and when it happened, where its row does not say it. */
  reason: string | null;
  on: string | null;
  /** Where nobody says when, a plan is made as of today. */
  today: string;
  atMs: number;
  /** Who would act there, on that day; or why they may not. */
  actorFor: (where: SystemNow, on: string, fact: StepsRecorded) => Actor | Reason[];
  refusalText: (refusal: Refusal, where: SystemNow) => Reason;
}
