// The load of the live measurement: one made-up rehearsal whose systems are those of the Setagaya seed over and over, each
// under a name of its own, so that definitions, calendars, deadlines and pasts are as large as real ones.
import { join } from 'node:path';
import { packageFolder } from '../../ledger/package-folder.ts';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import type { Submission } from '../../machines/migration/event.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import { readSeed } from '../../server/intake/read-seed.ts';
import { readSeedFolder } from '../../server/intake/seed-folder.ts';

/** No municipality has it. */
const CODE = '991236';

export interface Ship {
  definition: MigrationDefinition;
  begin: { on: string; at: string };
  past: Submission[];
}

export interface Fleet {
  programme: ProgrammeDefinition;
  ships: Ship[];
  /** A post that may move the programme's clock. */
  mover: string;
}

export async function fleetOf(count: number): Promise<Fleet> {
  const read = readSeed(await readSeedFolder(join(packageFolder(), 'seeds/setagaya')));
  if (read.status === 'wrong') throw new Error('seeds/setagaya is not sound');
  const { programme, migrations, starts, history } = read.seed;
  const ships = Array.from({ length: count }, (_, index): Ship => {
    const model = migrations[index % migrations.length] as MigrationDefinition;
    const { id } = model.system;
    const system = { ...model.system, id: `${id}-${index}` };
    const definition = {
      ...model,
      programme: { ...model.programme, code: CODE },
      system,
      dependents: [],
    };
    const on = starts[id] ?? programme.startAt.slice(0, 10);
    return { definition, begin: { on, at: programme.startAt }, past: history.migrations[id] ?? [] };
  });
  const systems = ships.map(({ definition }) => definition.system.id);
  const [mover] = programme.control;
  if (!mover) throw new Error('nobody may move the clock');
  return { programme: { ...programme, code: CODE, systems }, ships, mover };
}
