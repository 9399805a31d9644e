// What systems wait for of each other, read from their gates.
import type { Condition, Path } from './definition.ts';

type Milestone = Extract<Condition, { kind: 'milestone' }>;
interface Walking {
  system: { id: string };
  path: Path;
}

/** The milestones of other systems that a path waits for. */
export const awaitedBy = ({ phases }: Path): Milestone[] =>
  phases.flatMap(({ gate }) => gate?.conditions.filter((condition) => condition.kind === 'milestone') ?? []);

/** The systems whose gates wait for a milestone of `system`, in their order. */
export const dependentsOf = (all: readonly Walking[], system: string): string[] =>
  all
    .filter(({ path }) => awaitedBy(path).some((awaited) => awaited.system === system))
    .map((walking) => walking.system.id);
