// What of a programme ages without a deadline of its own, by a day: the record's state laid before the rules.
import { workAhead } from '../../machines/migration/gate/work-ahead.ts';
import type { Telling } from '../../machines/programme/ahead/matter.ts';
import { tellings, type Unseen } from '../../machines/programme/ahead/tellings.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import type { Powers } from '../../machines/programme/powers/grant.ts';
import { chainOf, systemOf } from '../../machines/record/chain.ts';
import { type Day, latestDay } from '../../machines/values/date.ts';
import type { Database } from '../database.ts';
import type { Definitions } from '../definitions/definitions.ts';
import { inNameWithDays } from './in-name.ts';
import { statesOn } from './past.ts';
import { programmeState } from './programmes.ts';

interface From {
  database: Database;
  definitions: Definitions;
  powers: (programme: string) => Promise<Powers | null>;
}

export async function agingOf(
  { database, definitions, powers }: From,
  programme: ProgrammeDefinition,
  today: Day,
): Promise<Telling[]> {
  const { code, systems } = programme;
  const chains = systems.map((system) => chainOf(code, system));
  // What a deputy decided in the programme itself is to be looked at as well.
  const all = [...chains, chainOf(code)];
  const [migrations, inName, held, own] = await Promise.all([
    statesOn(database, definitions, chains, null),
    inNameWithDays(database, definitions, all, null),
    powers(code),
    programmeState(database, definitions, code),
  ]);
  const [first] = migrations;
  if (!first) return [];
  return tellings({
    programme,
    powers: held,
    migrations,
    works: migrations.flatMap(({ definition, snapshot }) => workAhead(definition, snapshot) ?? []),
    unseen: inName.flatMap((one): Unseen[] =>
      one.seenOn === null
        ? [
            {
              system: systemOf(one.chain),
              entry: one.seq,
              act: one.of.act,
              holder: one.of.holder,
              seenBy: one.seenBy,
              on: latestDay(one.of.occurredOn),
            },
          ]
        : [],
    ),
    notices: own?.snapshot.context.vendorNotices ?? [],
    vendors: own?.snapshot.context.vendors ?? {},
    calendar: first.definition.calendar,
    today,
  });
}
