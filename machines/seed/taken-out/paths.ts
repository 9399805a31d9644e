// The paths that migrations walk, each as the file that would give it. A system that does something otherwise walks a path of its own
// name, and has a file of its own.
import type { MigrationDefinition, Path } from '../../definition/definition.ts';
import { nationalSteps } from '../../values/national-step.ts';
import type { PathSeed } from '../schema.ts';

/** What stands in the definition of no phase: by then it was on record, or is. */
const BEFORE =
  '取り出した計画で、この工程表のどの工程にもないステップ（済んだか、対象外か、その状況は記録にある） / in no phase of this path as taken out: what became of them is on record';

export function pathFilesOf(migrations: readonly MigrationDefinition[]): PathSeed[] {
  const paths = new Map<string, Path>();
  for (const { path } of migrations) if (!paths.has(path.id)) paths.set(path.id, path);
  return [...paths.values()].map(pathFileOf);
}

function pathFileOf(path: Path): PathSeed {
  const { id, version, label, ...rest } = path;
  const named = path.phases.flatMap(({ steps }) => steps);
  const before = nationalSteps.filter((step) => !named.includes(step));
  return {
    id,
    version,
    label,
    nationalSteps: named.length > 0,
    ...(named.length > 0 && before.length > 0 ? { stepsBefore: { steps: before, assumed: BEFORE } } : {}),
    ...rest,
  };
}
