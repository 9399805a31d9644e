// What processes have used: CPU and resident memory, from Linux's /proc. Elsewhere nothing is measured and nothing claimed.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ticksPerSecond =
  process.platform === 'linux' ? Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' })) : 0;

/** CPU milliseconds of a process so far, with its children that ended; null where it cannot be told. */
export function cpuMs(pid: number | null): number | null {
  const stat = pid === null ? null : fieldsOf(pid);
  if (stat === null) return null;
  const ticks = stat.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return (ticks * 1000) / ticksPerSecond;
}

/** CPU milliseconds of a process and its living children: a server with a process per connection. */
export function familyCpuMs(pid: number): number | null {
  const own = cpuMs(pid);
  if (own === null) return null;
  return childrenOf(pid).reduce((sum, child) => sum + (cpuMs(child) ?? 0), own);
}

/** CPU milliseconds by process; null where they cannot be told. */
export type Cpu = Record<'worker' | 'temporal' | 'postgres' | 'client', number | null>;

type Measured = { postgres: { pid: number }; temporal: { pid: number | null } };

/** Begins to count; the answer gives what each process has used since then for each of so many. */
export function countCpu(servers: Measured, worker: number): (count: number) => Cpu {
  const used = (): Cpu => ({
    worker: cpuMs(worker),
    temporal: cpuMs(servers.temporal.pid),
    postgres: familyCpuMs(servers.postgres.pid),
    client: cpuMs(process.pid),
  });
  const before = used();
  return (count) => {
    const after = used();
    const per = (name: keyof Cpu) => {
      const [from, to] = [before[name], after[name]];
      return from === null || to === null ? null : (to - from) / count;
    };
    return {
      worker: per('worker'),
      temporal: per('temporal'),
      postgres: per('postgres'),
      client: per('client'),
    };
  };
}

/** Resident memory in MiB; null where it cannot be told. */
export function residentMiB(pid: number | null): number | null {
  if (process.platform !== 'linux' || pid === null) return null;
  const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return line ? Number(line[1]) / 1024 : null;
}

/** Kilobytes of the embedded Temporal's database, with what is not yet moved into its main file; null for one that is not ours. */
export function storeKb({ dataFolder, temporal }: { dataFolder: string; temporal: { pid: number | null } }) {
  if (temporal.pid === null) return null;
  const files = ['temporal.db', 'temporal.db-wal'].map((name) => join(dataFolder, name));
  return files.reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0) / 1000;
}

export function childrenOf(pid: number): number[] {
  if (process.platform !== 'linux') return [];
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return all.map(Number).filter((candidate) => Number(fieldsOf(candidate)?.[1]) === pid);
}

/** The fields of /proc/PID/stat from the state on. */
function fieldsOf(pid: number): string[] | null {
  if (process.platform !== 'linux') return null;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null; // ended meanwhile
  }
}
