// The parts of a definition that many systems have alike, held once: a worker has hundreds of runs of one programme, and a
// server as many definitions.
import { Alike } from './alike.ts';
import type { MigrationDefinition } from './definition.ts';

type Part = MigrationDefinition['path' | 'bodies' | 'deadlines' | 'calendar'];

const parts = new Alike<Part>(500);

/** Equal content is of the type that asks for it. */
const shared = <Own extends Part>(part: Own): Own => parts.of(part, (same: Part) => same) as Own;

/** The same definition, its parts those of all who have the like. What is one system's alone stays its own. */
export function sharing(definition: MigrationDefinition): MigrationDefinition {
  const { path, bodies, deadlines, calendar } = definition;
  return {
    ...definition,
    path: shared(path),
    bodies: shared(bodies),
    deadlines: shared(deadlines),
    calendar: shared(calendar),
  };
}
