// Waits until the server says it can serve. Knows only its address.
import { setTimeout as sleep } from 'node:timers/promises';

const lookEveryMs = 100;
const sayEveryMs = 10_000;

/** Settles when `/readyz` answers 200; calls `onWait` with the seconds waited now and then. */
export async function untilServing(
  baseUrl: string,
  onWait: (seconds: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const began = Date.now();
  let said = began;
  while (!signal.aborted) {
    if (await isServing(`${baseUrl}/readyz`)) return;
    if (Date.now() - said > sayEveryMs) {
      said = Date.now();
      onWait(Math.round((said - began) / 1000));
    }
    await sleep(lookEveryMs);
  }
}

async function isServing(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    return false; // not listening yet
  }
}

/** The address a browser on this computer would use. */
export function browserUrl(host: string, port: number): string {
  const shown =
    host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host.includes(':') ? `[${host}]` : host;
  return `http://${shown}:${port}`;
}
