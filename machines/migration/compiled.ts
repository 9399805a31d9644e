// The machine of a path, compiled once and shared by every run of a thread. It holds nothing of any run: what a run remembers
// is its snapshot, and whose migration it is comes with each event.
import { Alike } from '../definition/alike.ts';
import type { Path } from '../definition/definition.ts';
import { type MigrationMachine, migrationMachine } from './machine.ts';

const compiled = new Alike<MigrationMachine>(100);
const known = new WeakMap<Path, MigrationMachine>();

export function machineOf({ path }: { path: Path }): MigrationMachine {
  const machine = known.get(path) ?? compiled.of(path, migrationMachine);
  known.set(path, machine);
  return machine;
}
