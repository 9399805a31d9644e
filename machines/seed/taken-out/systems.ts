// Systems and their plans as the file that would give them: what most systems of a wave have is the wave's.
import type { MigrationDefinition, PlannedPhase } from '../../definition/definition.ts';
import { canonical } from '../../record/canonical.ts';
import { same } from '../../record/same.ts';
import { planOf } from '../expand/deadlines.ts';
import type { PathSeed, SystemSeed, SystemsFile } from '../schema.ts';
import { commonest } from './commonest.ts';
import { deviationOf } from './deviation.ts';

type Plans = SystemsFile['plans'];

export function systemsFileOf(
  migrations: readonly MigrationDefinition[],
  paths: readonly PathSeed[],
): SystemsFile {
  const plans = plansOf(migrations);
  // A path that several walk is no one's own.
  const isAlone = ({ path }: MigrationDefinition) =>
    migrations.filter((other) => other.path.id === path.id).length === 1;
  return { plans, systems: migrations.map((one) => systemOf(one, plans, isAlone(one) ? paths : [])) };
}

function plansOf(migrations: readonly MigrationDefinition[]): Plans {
  const waves = [...new Set(migrations.map(({ system }) => system.wave))];
  const found = waves.map((wave): [string, PlannedPhase[]] => [
    wave,
    commonest(migrations.filter(({ system }) => system.wave === wave).map(({ plan }) => plan)) ?? [],
  ]);
  return Object.fromEntries(found.filter(([, plan]) => plan.length > 0));
}

const NOTHING: Pick<SystemSeed, 'plan' | 'skips' | 'changes' | 'awaits'> = {
  plan: [],
  skips: [],
  changes: [],
  awaits: [],
};

function systemOf(
  { system, path, plan }: MigrationDefinition,
  plans: Plans,
  paths: readonly PathSeed[],
): SystemSeed {
  const { id, name, businesses, part, parts, wave, assumed, retired, continues } = system;
  const plain: SystemSeed = {
    id,
    name,
    businesses,
    ...(part === undefined ? {} : { part }),
    ...(parts === undefined ? {} : { parts }),
    wave,
    path: path.id,
    ...(assumed === undefined ? {} : { assumed }),
    ...(retired === undefined ? {} : { retired }),
    ...(continues === undefined ? {} : { continues }),
    ...NOTHING,
  };
  const seed = { ...plain, ...(deviationOf(path, plain, paths) ?? {}) };
  return { ...seed, ...otherwisePlanned(seed, path.phases, plan, plans) };
}

function otherwisePlanned(
  seed: SystemSeed,
  phases: MigrationDefinition['path']['phases'],
  plan: readonly PlannedPhase[],
  plans: Plans,
): Partial<SystemSeed> {
  const wanted = canonical(plan);
  const common = planOf(plans, seed, phases);
  if (canonical(common) === wanted) return {};
  const own = plan.filter((one) => !common.some((other) => same(other, one)));
  const isSame = canonical(planOf(plans, { ...seed, plan: own }, phases)) === wanted;
  return isSame ? { plan: own } : { ownPlan: [...plan] };
}
