// Waits until the server says it can serve. Knows only its address.
import { setTimeout as sleep } from 'node:timers/promises';

const lookEveryMs = 100;
const sayEveryMs = 10_000;

export interface Waiting {
  /** Whether our own server has its port: what answers before that is somebody else's. */
  isListening?: () => boolean;
  /** Called now and then with the seconds waited and what is lacking. */
  onWait?: (seconds: number, lacking: string) => void;
  signal: AbortSignal;
  limitMs?: number;
}

/** Settles when `/readyz` answers 200. Gives what was lacking where it never did, null where it serves. */
export async function untilServing(baseUrl: string, waiting: Waiting): Promise<string | null> {
  const { isListening = () => true, onWait = () => undefined, signal, limitMs = Infinity } = waiting;
  const began = Date.now();
  let said = began;
  let lacking = '';
  while (!signal.aborted && Date.now() - began < limitMs) {
    const answer = isListening() ? await lackingOf(`${baseUrl}/readyz`) : 'server';
    if (answer === null) return null;
    lacking = answer;
    if (Date.now() - said > sayEveryMs) {
      said = Date.now();
      onWait(Math.round((said - began) / 1000), lacking);
    }
    await sleep(lookEveryMs, undefined, { signal }).catch(() => undefined); // told to stop: the loop ends
  }
  return lacking;
}

/** The parts that `/readyz` says are not there, by name; null where it is ready. */
async function lackingOf(url: string): Promise<string | null> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
    const answer: unknown = await response.json();
    if (response.status === 200) return null;
    const parts = typeof answer === 'object' && answer !== null ? Object.entries(answer) : [];
    const absent = parts.filter(([name, is]) => is === false && name !== 'ready').map(([name]) => name);
    return absent.join(', ');
  } catch {
    return 'server'; // not listening yet, or it answers nobody
  }
}

/** The address a browser on this computer would use. */
export function browserUrl(host: string, port: number): string {
  const shown =
    host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host.includes(':') ? `[${host}]` : host;
  return `http://${shown}:${port}`;
}
