// The phases of a programme's paths, in their order, each name of one once; asked once per definition.
import type { Ledger } from '../../../ledger/open.ts';
import type { ProgrammeDefinition } from '../../../machines/programme/definition.ts';
import type { Known } from '../../http/problem/known-values.ts';

/** Those with which a migration began, and those of its newest version. */
export function createPhaseNames(ledger: Ledger) {
  const asked = new WeakMap<ProgrammeDefinition, Promise<Known[]>>();
  const ask = async ({ code, systems }: ProgrammeDefinition): Promise<Known[]> => {
    const newest = await Promise.all(
      systems.map((system) => ledger.definitions.latestMigration(code, system)),
    );
    const all = [...(await ledger.definitions.firstMigrations(code)), ...newest];
    const phases = all.flatMap((kept) => kept?.definition.path.phases ?? []);
    // Paths may call a phase of the same id otherwise.
    return [...new Map(phases.map(({ id, label }) => [`${id} ${label.ja}`, { id, label }])).values()];
  };
  return (definition: ProgrammeDefinition): Promise<Known[]> => {
    const found = asked.get(definition) ?? ask(definition);
    asked.set(definition, found);
    found.catch(() => asked.delete(definition));
    return found;
  };
}
