// The processes of one tree of `npm start`, from /proc: each part by its command line, as an operator would find it.
import { readdirSync, readFileSync } from 'node:fs';

export const partNames = ['worker', 'server', 'Temporal', 'PostgreSQL'] as const;
export type Part = (typeof partNames)[number];

interface Process {
  pid: number;
  parent: number;
  state: string;
  command: string;
}

const commands: Record<Part, RegExp> = {
  worker: /dist\/worker\/main\.js/,
  server: /dist\/server\/main\.js/,
  Temporal: /server start-dev/,
  PostgreSQL: /postgres.* -D /,
};

/** The part's own process and whatever it has started, its own first; empty where it does not run. */
export function processesOf(supervisor: number, part: Part): number[] {
  const all = allProcesses();
  const tree = descendants(all, supervisor);
  const own = tree.find(({ state, command }) => state !== 'Z' && commands[part].test(command));
  return own ? [own.pid, ...descendants(all, own.pid).map(({ pid }) => pid)] : [];
}

function descendants(all: readonly Process[], of: number): Process[] {
  const children = all.filter(({ parent }) => parent === of);
  return [...children, ...children.flatMap(({ pid }) => descendants(all, pid))];
}

function allProcesses(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const [state = '', parent = ''] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
        return [{ pid: Number(name), parent: Number(parent), state, command }];
      } catch {
        return []; // ended while we looked
      }
    });
}

/** Sends a signal to each that still lives. A number below 1 would be a whole group: refused. */
export function signal(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    if (pid < 1) throw new Error(`${pid} is no process`);
    try {
      process.kill(pid, name);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
  }
}
