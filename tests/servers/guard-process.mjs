// @ts-check
// Ends one process, and with it the tree that it keeps, when whoever started both is gone. The process's id is its only
// argument. Plain, so that it starts in a moment: there is one beside each tree that tests start.
import { setTimeout as sleep } from 'node:timers/promises';

const pid = Number(process.argv[2]);
if (!Number.isInteger(pid) || pid < 2) throw new Error(`${process.argv[2]} is no process to end`);

/** @param {NodeJS.Signals | 0} signal whether it was there to be told */
function told(signal) {
  try {
    return process.kill(pid, signal);
  } catch {
    return false; // it is gone
  }
}

/** @type {(readonly [NodeJS.Signals, number])[]} */
const signals = [
  ['SIGTERM', 10_000],
  ['SIGKILL', 3_000],
];

async function end() {
  for (const [signal, limitMs] of signals) {
    told(signal);
    for (const until = Date.now() + limitMs; told(0) && Date.now() < until; ) await sleep(25);
  }
}

process
  .once('disconnect', end)
  .once('SIGTERM', end)
  .on('SIGINT', () => undefined);
// Gone before we were there.
if (!process.connected) await end();
