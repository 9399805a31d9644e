// What was decided by 代決, each with the day by which it is to be looked at: by the definition that it was decided under, so that a later
// rule changes no earlier day.
import { seenByOf } from '../../machines/migration/seeing/seen-by.ts';
import { systemOf } from '../../machines/record/chain.ts';
import { decidedInName, type InName } from '../chain/seen.ts';
import type { Database } from '../database.ts';
import type { Definitions } from '../definitions/definitions.ts';
import type { AsOf } from './by.ts';

export async function inNameWithDays(
  database: Database,
  definitions: Definitions,
  chains: readonly string[],
  asOf: AsOf,
): Promise<InName[]> {
  const found = await decidedInName(database, chains, asOf);
  return Promise.all(
    found.map(async (one) => {
      const { chain, body, of } = one;
      // Of what was decided in the programme itself the day is what the deputyship says.
      if (systemOf(chain) === null) return one;
      const { definition } = await definitions.migration(chain, body.versions.definition);
      const said = body.actor.deputy?.seenBy;
      return { ...one, seenBy: seenByOf(definition, { said, occurredOn: of.occurredOn }) };
    }),
  );
}
