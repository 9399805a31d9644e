// What was decided by 代決, each with the day by which it is to be looked at: by the definition that it was decided under, so that a later
// rule changes no earlier day.
import { seenByOf } from '../../machines/migration/seeing/seen-by.ts';
import { systemOf } from '../../machines/record/chain.ts';
import type { EntryBody } from '../../machines/record/entry.ts';
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
      const said = body.actor.deputy?.seenBy;
      const rule = await (systemOf(chain) === null ? ruleOfProgramme : ruleOfMigration)(definitions, body);
      return rule ? { ...one, seenBy: seenByOf(rule, { said, occurredOn: of.occurredOn }) } : one;
    }),
  );
}

type Rule = Parameters<typeof seenByOf>[0];

const ruleOfMigration = async (definitions: Definitions, { chain, versions }: EntryBody): Promise<Rule> =>
  (await definitions.migration(chain, versions.definition)).definition;

/** A programme has no calendar of its own: open days are those of its first system. */
async function ruleOfProgramme(
  definitions: Definitions,
  { chain: code, versions }: EntryBody,
): Promise<Rule | null> {
  const { decisions, systems } = await definitions.programme(code, versions.definition);
  const [first = ''] = systems;
  if (decisions?.seenWithin === undefined) return null;
  const kept = await definitions.latestMigration(code, first);
  return kept && { decisions, calendar: kept.definition.calendar };
}
