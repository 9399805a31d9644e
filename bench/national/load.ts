// Puts the national systems into a ledger through its own `load` and `append`, several municipalities at a time.

import type { Signer } from '../../ledger/lock/signer.ts';
import type { Ledger } from '../../ledger/open.ts';
import { openProgramme } from '../first-entry.ts';
import type { NationalMunicipality } from './data.ts';
import { migrationDefinition, programmeDefinition } from './definition.ts';
import { begin, nationalSealer } from './entries.ts';

const atOnce = 6;
/** Municipalities differ in their days by up to this many. */
const spread = 14;

export interface LoadedNation {
  systems: number;
  entries: number;
  seconds: number;
}

export async function loadNation(
  ledger: Ledger,
  signer: Signer,
  municipalities: readonly NationalMunicipality[],
  say: (line: string) => void,
): Promise<LoadedNation> {
  const began = performance.now();
  const sealer = nationalSealer(signer);
  let [systems, entries, place] = [0, 0, 0];
  const loadNext = async () => {
    for (;;) {
      const municipality = municipalities[place];
      const offset = place % spread;
      place += 1;
      if (!municipality) return;
      const added = await loadMunicipality(ledger, municipality, offset, { sealer, signer });
      entries += added;
      systems += municipality.systems.length;
      if (place % 200 === 0) say(`${systems} システム / systems, ${entries} 件 / entries`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, loadNext));
  return { systems, entries, seconds: (performance.now() - began) / 1000 };
}

async function loadMunicipality(
  ledger: Ledger,
  municipality: NationalMunicipality,
  offset: number,
  { sealer, signer }: { sealer: ReturnType<typeof nationalSealer>; signer: Signer },
): Promise<number> {
  const definitions = municipality.systems.map((system) => migrationDefinition(municipality, system, offset));
  const migrations = definitions.map((definition) => ({ definition, begin }));
  await openProgramme(
    ledger,
    programmeDefinition(municipality),
    { recordedAt: begin.at, wallAt: begin.at },
    signer,
  );
  await ledger.load({ migrations });
  let count = 0;
  for (const [index, system] of municipality.systems.entries()) {
    const definition = definitions[index];
    if (!definition) throw new Error('a definition per system');
    const entries = sealer(definition, system, offset);
    const outcome = await ledger.append(entries);
    if (outcome.status !== 'appended') throw new Error(`${municipality.code}: loaded twice`);
    count += entries.length;
  }
  return count;
}
