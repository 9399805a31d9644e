// The code of a page, which comes when the page is opened, and why it may not come: the server is away, or has been renewed since this window
// was loaded and keeps the former scripts no longer.
import { lazyRouteComponent } from '@tanstack/react-router';

/** Told by the page of failures: the router's own way is to load the window anew without a word. */
class CodeMissing extends Error {
  constructor(cause: unknown) {
    super('the code of a page did not come', { cause });
    this.name = 'CodeMissing';
  }
}

export function lazyPage<T extends Record<string, unknown>, K extends keyof T & string>(
  load: () => Promise<T>,
  name: K,
) {
  const loaded = () =>
    load().catch((error: unknown) => {
      throw new CodeMissing(error);
    });
  return lazyRouteComponent(loaded, name);
}

export type Missing = 'away' | 'renewed' | 'broken';

/** Why a page could not be drawn: the server gives out this very console, another one, or nothing. */
export async function whyMissing(): Promise<Missing> {
  const headers = { accept: 'text/html' };
  const signal = AbortSignal.timeout(READ_MS);
  const written = await fetch('/', { headers, signal, cache: 'no-store' })
    .then((answer) => (answer.ok ? answer.text() : null))
    .catch(() => null);
  if (written === null) return 'away';
  // The entry's name has the digest of all that it loads.
  const entry = document.querySelector('script[src^="/assets/index-"]')?.getAttribute('src');
  return entry && !written.includes(`"${entry}"`) ? 'renewed' : 'broken';
}

const READ_MS = 10_000;
