// What the planned switch-overs of an amendment would collide with, that they do not collide with today. Reads only.
import type { Ledger } from '../../../ledger/open.ts';
import type { MigrationDefinition } from '../../../machines/definition/definition.ts';
import { adoptedState } from '../../../machines/migration/adoption/preview.ts';
import { start } from '../../../machines/migration/migration.ts';
import type { MigrationSnapshot } from '../../../machines/migration/state.ts';
import {
  type Collision,
  collisions,
  newlyColliding,
} from '../../../machines/programme/vendors/collisions.ts';
import { type CutOver, cutOversOf } from '../../../machines/programme/vendors/cut-over.ts';
import { chainOf } from '../../../machines/record/chain.ts';
import { dayOf, type Instant } from '../../../machines/values/date.ts';
import type { State } from '../../door/state.ts';
import type { Amending } from '../amending.ts';

interface Looking {
  ledger: Pick<Ledger, 'statesOn' | 'programme'>;
  at: Instant;
  /** Whether the reader is shown what the system's procurement says. */
  isShown: (system: string, state: State) => boolean;
}

export async function collidingByAmendment(
  { ledger, at, isShown }: Looking,
  { inForce, proposal }: Amending,
): Promise<Collision[]> {
  const { code } = inForce.programme.definition;
  const chains = inForce.migrations.map(({ definition }) => chainOf(code, definition.system.id));
  const [programme, states] = await Promise.all([ledger.programme(code), ledger.statesOn(chains, null)]);
  if (!programme) return [];
  const { vendors: registered = {}, busyTimes = {} } = programme.snapshot.context;
  const vendors = Object.values(registered);
  const wanted = new Map(proposal.concerned.map(({ definition }) => [definition.system.id, definition]));
  const [now, then]: [CutOver[], CutOver[]] = [[], []];
  for (const state of states) {
    const { definition: leaving, snapshot } = state;
    const { id } = leaving.system;
    const cutOver = (definition: MigrationDefinition, of: MigrationSnapshot) =>
      cutOversOf(definition, of, vendors, isShown(id, state));
    const own = cutOver(leaving, snapshot);
    const definition = wanted.get(id);
    // What it cannot adopt leaves it as it is.
    const adopted = definition && adoptedState({ leaving, definition, snapshot, at });
    now.push(...own);
    then.push(...(definition && adopted ? cutOver(definition, adopted) : own));
  }
  const beginning = proposal.fresh.flatMap((definition) =>
    cutOversOf(definition, start(definition, { on: dayOf(at), at }), vendors),
  );
  const of = (cutOvers: readonly CutOver[]) => collisions({ cutOvers, vendors, busyTimes });
  return newlyColliding(of([...then, ...beginning]), of(now));
}
