// Everything a rule may look at: the definition, what is remembered, where the migration stands, and the event.
import type { MigrationDefinition } from '../definition/definition.ts';
import type { StampedEvent } from './event.ts';
import type { MigrationContext, Standing } from './state.ts';

export interface Case {
  definition: MigrationDefinition;
  context: MigrationContext;
  standing: Standing;
  event: StampedEvent;
}
