// What decides a programme as the files that would give it: what `load` and `amend` read, made from the definitions alone. What the
// definitions do not keep (comments, reasons of single deviations, paths that nobody walks) is not there.
import type { MigrationDefinition } from '../../definition/definition.ts';
import type { ProgrammeDefinition } from '../../programme/definition.ts';
import { inProgrammeOrder } from '../../programme/in-order.ts';
import type { SeedDocument } from '../draft.ts';
import { calendarFileOf } from './calendar.ts';
import { deadlinesFileOf } from './deadlines.ts';
import { pathFilesOf } from './paths.ts';
import { programmeFileOf } from './programme.ts';
import { systemsFileOf } from './systems.ts';

export interface Deciding {
  programme: ProgrammeDefinition;
  migrations: readonly MigrationDefinition[];
}

export function takenOut({ programme, migrations: given }: Deciding): SeedDocument[] {
  const migrations = inProgrammeOrder(programme, given);
  const [calendar] = migrations.map((one) => one.calendar);
  const paths = pathFilesOf(migrations);
  const systems = systemsFileOf(migrations, paths);
  const walked = paths.filter(({ id }) => systems.systems.some(({ path }) => path === id));
  return [
    { file: 'programme.yaml', value: programmeFileOf(programme) },
    { file: 'systems.yaml', value: brief(systems) },
    { file: 'deadlines.yaml', value: brief(deadlinesFileOf(migrations, systems.systems)) },
    ...(calendar ? [{ file: 'calendar.yaml', value: brief(calendarFileOf(calendar)) }] : []),
    ...walked.map((path) => ({ file: `paths/${path.id}.yaml`, value: brief(path) })),
  ];
}

/** Lists that hold without being said. */
const SILENT = new Set([
  'plan',
  'skips',
  'changes',
  'awaits',
  'waves',
  'paths',
  'systems',
  'except',
  'recurring',
]);
const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** Without what holds where it is left out. */
function brief(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(brief);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([name, part]) =>
      part !== undefined &&
      !(SILENT.has(name) && isEmpty(part)) &&
      !(name === 'followsRegime' && part === false) &&
      !(name === 'nationalSteps' && part === true),
  );
  return Object.fromEntries(kept.map(([name, part]) => [name, brief(part)]));
}
