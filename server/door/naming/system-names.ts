// What the systems of a programme are called, asked once per definition; and what an entry's ids are called by the
// definition that decided it.
import type { Ledger } from '../../../ledger/open.ts';
import type { Resolution } from '../../../machines/decision/resolution.ts';
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

/** Each entry, in their order, with what it calls its parts, its people and its applicants; those are asked for once for all of them. */
export async function namedEntries<One extends Pick<Entry, 'body'>>(
  ledger: Ledger,
  entries: readonly One[],
  { bodies }: ProgrammeDefinition,
  systems: SystemNames,
): Promise<{ entry: One; names: Names }[]> {
  const calledIn = await callingIn(ledger, entries.map(bodyOf));
  return Promise.all(
    entries.map(async (entry) => {
      const body = bodyOf(entry);
      const parts = await partsAt(ledger, body, bodies, systems);
      return { entry, names: calledBy(parts, calledIn(body)) };
    }),
  );
}

/** The same of one. */
export async function namesAtEntry(
  ledger: Ledger,
  entry: Pick<Entry, 'body'>,
  { bodies }: ProgrammeDefinition,
  systems: SystemNames,
): Promise<Names> {
  const body = bodyOf(entry);
  const [calledIn, parts] = await Promise.all([
    callingIn(ledger, [body]),
    partsAt(ledger, body, bodies, systems),
  ]);
  return calledBy(parts, calledIn(body));
}

/** By the definition that decided it. */
async function partsAt(
  { definitions }: Ledger,
  { chain, versions }: EntryBody,
  bodies: ProgrammeDefinition['bodies'],
  systems: SystemNames,
): Promise<Names> {
  if (!isMigration(chain)) return programmeNames(bodies, systems);
  const { definition } = await definitions.migration(chain, versions.definition);
  return namesOf(definition, systems);
}

/** Whoever entries name by account, and applicants that they name by their id. Whether they are shown at all is asked elsewhere. */
async function callingIn(ledger: Ledger, said: readonly EntryBody[]): Promise<(body: EntryBody) => Called> {
  const chains = [...new Set(said.filter(namesBidders).map(({ chain }) => chain))];
  const [people, applicants] = await Promise.all([
    ledger.peopleCalled(said.flatMap(accountsIn)),
    Promise.all(chains.map(async (chain) => [chain, await ledger.applicantsCalled(chain)] as const)),
  ]);
  const bidders = new Map(applicants);
  return ({ chain }) => ({ people, bidders: bidders.get(chain) ?? new Map() });
}

function accountsIn({ fact, actor }: EntryBody): string[] {
  const of = (fact.of as { account?: unknown } | undefined)?.account;
  const { present = [] } = (fact.resolution ?? {}) as { present?: Resolution['present'] };
  const stood = present.map(({ deputy }) => deputy?.holder);
  return [fact.account, of, actor.deputy?.holder, ...stood].filter((one) => typeof one === 'string');
}

/** Every fact of a procurement says which one it is of. */
const namesBidders = ({ fact }: EntryBody): boolean =>
  fact.rfp !== undefined || fact.resolution !== undefined;
