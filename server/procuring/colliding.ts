// What planned switch-overs would collide with that they do not collide with today: by an amendment, by a plan that is moved. Reads only.
import type { Ledger } from '../../ledger/open.ts';
import { adoptedState } from '../../machines/migration/adoption/preview.ts';
import { start } from '../../machines/migration/migration.ts';
import { type Collision, collisions, newlyColliding } from '../../machines/programme/vendors/collisions.ts';
import {
  type CutOver,
  cutOversOf,
  type Planned,
  withPlan,
} from '../../machines/programme/vendors/cut-over.ts';
import { chainOf } from '../../machines/record/chain.ts';
import { dayOf, type Instant } from '../../machines/values/date.ts';
import type { State } from '../door/state.ts';
import type { Amending } from '../intake/amending.ts';

interface Looking {
  ledger: Pick<Ledger, 'statesOn' | 'programme'>;
  code: string;
  /** Those that go on, of which the reader may be told. */
  systems: readonly string[];
  /** Whether the reader is shown what the system's procurement says. */
  isShown: (system: string, state: State) => boolean;
}

type Now = Pick<State, 'definition' | 'snapshot'>;

/** What a system would be; as it stands where nothing becomes of it. */
type Becomes = (now: Now) => Now;

async function colliding(
  { ledger, code, systems, isShown }: Looking,
  becomes: Becomes,
  beginning: readonly Now[] = [],
): Promise<Collision[]> {
  const chains = systems.map((system) => chainOf(code, system));
  const [programme, states] = await Promise.all([ledger.programme(code), ledger.statesOn(chains, null)]);
  if (!programme) return [];
  const { vendors: registered = {}, busyTimes = {} } = programme.snapshot.context;
  const vendors = Object.values(registered);
  const found = (of: (now: Now) => Now, fresh: readonly Now[]) => {
    const cutOvers = [
      ...states.flatMap((state): CutOver[] => {
        const { definition, snapshot } = of(state);
        return cutOversOf(definition, snapshot, vendors, isShown(state.definition.system.id, state));
      }),
      ...fresh.flatMap(({ definition, snapshot }) => cutOversOf(definition, snapshot, vendors)),
    ];
    return collisions({ cutOvers, vendors, busyTimes });
  };
  return newlyColliding(
    found(becomes, beginning),
    found((now) => now, []),
  );
}

export function collidingByAmendment(
  looking: Omit<Looking, 'code' | 'systems'> & { at: Instant },
  { inForce, proposal }: Amending,
): Promise<Collision[]> {
  const { at } = looking;
  const wanted = new Map(proposal.concerned.map(({ definition }) => [definition.system.id, definition]));
  const { code } = inForce.programme.definition;
  const systems = inForce.migrations.map(({ definition }) => definition.system.id);
  return colliding(
    { ...looking, code, systems },
    (now) => {
      const definition = wanted.get(now.definition.system.id);
      const { definition: leaving, snapshot } = now;
      // What it cannot adopt leaves it as it is.
      const adopted = definition && adoptedState({ leaving, definition, snapshot, at });
      return definition && adopted ? { definition, snapshot: adopted } : now;
    },
    proposal.fresh.map((definition) => ({
      definition,
      snapshot: start(definition, { on: dayOf(at), at }),
    })),
  );
}

export const collidingByPlan = (looking: Looking, system: string, plan: Planned): Promise<Collision[]> =>
  colliding(looking, ({ definition, snapshot }) => ({
    definition,
    snapshot: definition.system.id === system ? withPlan(snapshot, plan) : snapshot,
  }));
