// Whose day it is: what somebody holds where, and the migrations that are looked at.
import type { MigrationDefinition } from '../../definition/definition.ts';
import type { MigrationSnapshot } from '../../migration/state.ts';
import type { Actor } from '../../record/submission.ts';
import type { Day, Instant } from '../../values/date.ts';

export interface Migration {
  definition: MigrationDefinition;
  snapshot: MigrationSnapshot;
}

/** By the id of their systems, in the programme's order. */
export type Migrations = ReadonlyMap<string, Migration>;

/** A post that is held, and as whom its holder acts in it; `system` null: in every system of the programme. */
export interface Mine {
  system: string | null;
  actor: Actor;
}

export interface Looked {
  /** All of the programme: who holds up a system that is seen may stand in one that is not. */
  migrations: Migrations;
  mine: readonly Mine[];
  at: Instant;
  today: Day;
}

/** As whom somebody acts in a system, each post once. */
export const actorsIn = ({ mine }: Pick<Looked, 'mine'>, system: string): Actor[] => [
  ...new Map(
    mine
      .filter((one) => one.system === null || one.system === system)
      .map(({ actor }) => [actor.post, actor]),
  ).values(),
];
