// What counts on a past day as what is taken again: each entry by the version that was in force then.
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import { ADOPTED } from '../../machines/migration/adoption/acts.ts';
import { migrationDeed } from '../../machines/migration/playable.ts';
import type { EntryBody } from '../../machines/record/entry.ts';
import type { Definitions } from '../definitions/definitions.ts';

type MigrationDeed = ReturnType<typeof migrationDeed>;

/** What happened by then is decided by the version of then: the one in force, and each that was adopted by then. */
export async function deedsOf(
  definitions: Pick<Definitions, 'migration'>,
  later: readonly EntryBody[],
  inForce: MigrationDefinition,
): Promise<{ deeds: MigrationDeed[]; definition: MigrationDefinition }> {
  let definition = inForce;
  const deeds: MigrationDeed[] = [];
  for (const body of later) {
    const leaving = definition;
    if (body.fact.type === ADOPTED)
      ({ definition } = await definitions.migration(body.chain, body.versions.definition));
    deeds.push(migrationDeed(definition, withoutSight(body), leaving));
  }
  return { deeds, definition };
}

/** Which version its actor saw was the door's matter: on a past day there are fewer. */
function withoutSight({ seenVersion: _seen, ...body }: EntryBody): EntryBody {
  return body;
}
