// Which processes of this computer belong to a data folder: by their command line or their environment, from /proc.
import { readdirSync, readFileSync } from 'node:fs';

export interface Leftover {
  pid: number;
  command: string;
}

/** Living processes that name the folder, this one excepted. */
export function processesOf(folder: string): Leftover[] {
  const pids = readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid);
  return pids.filter((pid) => names(pid, folder)).map((pid) => ({ pid, command: read(pid, 'cmdline') }));
}

function names(pid: number, folder: string): boolean {
  return read(pid, 'cmdline').includes(folder) || read(pid, 'environ').includes(`SEKIMORI_DATA=${folder}`);
}

/** A zombie's files are empty: it counts as gone. */
function read(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return ''; // ended while we looked
  }
}
