// Ends one process, and with it the tree that it keeps, when whoever started both is gone. The process's id is its only
// argument.
import { exitWithParent } from '../../host/process/parent.ts';
import { endProcess } from '../../host/process/processes.ts';

const pid = Number(process.argv[2]);
if (!Number.isInteger(pid) || pid < 2) throw new Error(`${process.argv[2]} is no process to end`);
exitWithParent(() =>
  endProcess(pid, [
    ['SIGTERM', 10_000],
    ['SIGKILL', 3_000],
  ]),
);
