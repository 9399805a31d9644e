// What the systems of a programme are called, asked once per definition; and what an entry's ids are called by the
// definition that decided it.
import type { Ledger } from '../../../ledger/open.ts';
import type { Text } from '../../../machines/definition/definition.ts';
import type { ProgrammeDefinition } from '../../../machines/programme/definition.ts';
import { isMigration } from '../../../machines/record/chain.ts';
import type { Entry, EntryBody } from '../../../machines/record/entry.ts';
import { bodyOf } from '../../../machines/record/reader.ts';
import { type Called, calledBy, type Names, namesOf, programmeNames } from '../../../texts/names.ts';
import { inForceOf } from '../../intake/editions.ts';

export type SystemNames = ReadonlyMap<string, Text>;

/**
 * Gives the names by system id; the same definition is not asked for twice. A system that has not begun yet, as an heir has not at once, is
 * called as the edition in force calls it.
 */
export function createSystemNames(ledger: Ledger) {
  const known = new WeakMap<ProgrammeDefinition, Promise<SystemNames>>();
  const ask = async ({ code, systems }: ProgrammeDefinition): Promise<SystemNames> => {
    const begun = await ledger.definitions.firstMigrations(code);
    const named = new Map(begun.map(({ definition: { system } }) => [system.id, system.name]));
    if (systems.every((id) => named.has(id))) return named;
    const { migrations } = await inForceOf(ledger, code);
    return new Map([
      ...migrations.map(({ definition: { system } }) => [system.id, system.name] as const),
      ...named,
    ]);
  };
  return (definition: ProgrammeDefinition): Promise<SystemNames> => {
    const asked = known.get(definition) ?? ask(definition);
    known.set(definition, asked);
    asked.then(
      (names) => definition.systems.every((id) => names.has(id)) || known.delete(definition),
      () => known.delete(definition),
    );
    return asked;
  };
}

export async function namesAtEntry(
  ledger: Ledger,
  entry: Pick<Entry, 'body'>,
  { bodies }: ProgrammeDefinition,
  systems: SystemNames,
): Promise<Names> {
  const body = bodyOf(entry);
  const { chain, versions } = body;
  const called = await calledIn(ledger, body);
  if (!isMigration(chain)) return calledBy(programmeNames(bodies, systems), called);
  const { definition } = await ledger.definitions.migration(chain, versions.definition);
  return calledBy(namesOf(definition, systems), called);
}

/** Whoever an entry names by account, and applicants that it names by their id. Whether it is shown at all is asked elsewhere. */
async function calledIn(ledger: Ledger, { chain, fact, actor }: EntryBody): Promise<Called> {
  const of = (fact.of as { account?: unknown } | undefined)?.account;
  const accounts = [fact.account, of, actor.deputy?.holder].filter((one) => typeof one === 'string');
  // Every fact of a procurement says which one it is of.
  const namesBidders = fact.rfp !== undefined || fact.resolution !== undefined;
  const [people, bidders] = await Promise.all([
    ledger.peopleCalled(accounts),
    namesBidders ? ledger.applicantsCalled(chain) : new Map<string, string>(),
  ]);
  return { people, bidders };
}
