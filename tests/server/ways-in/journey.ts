// A person's way to the provider and back, by real HTTP as far as the provider is walked; and the provider's process.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { providerAddress } from '../../../server/contract/sign-in.ts';
import { cookieOf, type Town } from '../town.ts';

export const clientSecret = 'a-secret-of-the-client-that-no-log-may-hold';
export const backAddress = 'http://town.test/api/v1/session/provider/back';

export interface RunningProvider {
  issuer: string;
  process: ChildProcess;
  /** Which key it shows from now on. */
  show: (key: 'own' | 'foreign') => Promise<void>;
  stop: () => Promise<void>;
}

export async function startProvider(): Promise<RunningProvider> {
  const program = fileURLToPath(new URL('./provider-process.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', program, backAddress, clientSecret], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [told] = await once(child, 'message');
  return {
    issuer: new URL(z.object({ issuer: z.url() }).parse(told).issuer).href,
    process: child,
    show: async (key) => {
      child.send(key);
      await once(child, 'message');
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

export interface SetOut {
  /** At the provider. */
  url: string;
  /** Of this server, for the way back. */
  cookie: string;
}

export async function setOut(town: Town, back = '/'): Promise<SetOut> {
  const asking = { body: { back }, headers: { 'X-Sekimori-Request': '1' } };
  const response = await town.ask('POST', '/session/provider', asking);
  const { url } = providerAddress.parse(await response.json());
  return { url, cookie: cookieOf(response) };
}

/** Signs in at the provider as whoever is meant, agrees, and gives the address that it leads back to. */
export async function signInThere(url: string, who: string): Promise<string> {
  const jar = new Map<string, string>();
  const visit = async (at: string, form?: Record<string, string>): Promise<Response> => {
    const headers = { Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') };
    const sent = form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) };
    const response = await fetch(at, { ...sent, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
  let at = url;
  for (let steps = 0; steps < 12 && !at.startsWith(backAddress); steps += 1) {
    const response = await visit(at);
    const next = response.headers.get('Location');
    if (next !== null) at = new URL(next, at).href;
    else at = await filledIn(await response.text(), at, who, visit);
  }
  return at;
}

async function filledIn(
  page: string,
  at: string,
  who: string,
  visit: (at: string, form: Record<string, string>) => Promise<Response>,
): Promise<string> {
  const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
  if (prompt === undefined) throw new Error(`the provider shows: ${page.slice(0, 400)}`);
  const form = prompt === 'login' ? { prompt, login: who, password: 'any' } : { prompt };
  const answered = await visit(at, form);
  return new URL(answered.headers.get('Location') ?? '', at).href;
}

/** Back at this server, as the browser comes. */
export const comeBack = (town: Town, address: string, cookie: string): Promise<Response> =>
  town.ask('GET', `/session/provider/back${new URL(address).search}`, { cookie });

/** The whole way. */
export async function walk(town: Town, who: string, back?: string): Promise<Response> {
  const { url, cookie } = await setOut(town, back);
  return comeBack(town, await signInThere(url, who), cookie);
}

/** Where somebody was led, and that no session was opened. */
export const refusalOf = (response: Response): string | null => {
  const isOpen = response.headers
    .getSetCookie()
    .some((cookie) => cookie.startsWith('sekimori.session_token='));
  const leads = response.headers.get('Location') ?? '';
  return isOpen ? null : (/^\/sign-in\?refused=(\w+)$/.exec(leads)?.[1] ?? null);
};
