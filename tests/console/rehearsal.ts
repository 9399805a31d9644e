// The whole of `npm start` with Setagaya's rehearsal, its accounts as the first start prints them, and a real browser
// that reaches it under a name that is no loopback: plain http on a LAN is no secure context.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, type Cookie, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { buildAll } from '../../setup/build.mjs';
import { projectFolder } from '../../setup/program.mjs';
import { createDataFolder } from '../servers/data-folder.ts';
import { copyLoadedRehearsal, untilWell } from '../servers/loaded-rehearsal.ts';
import { createOutsideServers } from '../servers/outside-servers.ts';
import { startSupervised } from '../servers/supervisor.ts';

const HOST = 'sekimori.test';
const args = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--host-resolver-rules=MAP ${HOST} 127.0.0.1`,
];

export interface Rehearsal {
  url: string;
  /**
   * A page of a browser of its own at that path, signed in where an account is named: by its form the first time, later by the
   * session that this gave, where it is still in force.
   */
  page: (account?: string, options?: BrowserContextOptions, path?: string) => Promise<Page>;
  signIn: (page: Page, account: string) => Promise<void>;
  passwordOf: (account: string) => string;
  /** Whoever keeps the machine, as its data folder has it: they ask as any account of a rehearsal. */
  operator: () => { url: string; token: string };
  /** Accounts that another programme brought, by the passwords with which they were made. */
  learn: (accounts: readonly { account: string; password: string }[]) => void;
  /** Closes every page: each that stays open holds one of its account's streams. */
  leave: () => Promise<void>;
  close: () => Promise<void>;
}

/** @param name of its namespace, another for each file: they run beside each other */
export async function openRehearsal(name: string): Promise<Rehearsal> {
  await buildAll(() => undefined);
  const { folder, servers, said } = await copyLoadedRehearsal(name);
  const tree = await startSupervised({
    dataFolder: folder.path,
    env: { ...servers.env, SEKIMORI_PUBLIC_HOSTS: HOST, SEKIMORI_SECOND_FACTOR: 'optional' },
  });
  await tree.untilSaid('to stop:');
  await untilWell(tree.url);
  const passwords = new Map(
    [...said.matchAll(/^ +([a-z]+-[a-z]+) +([a-z0-9]+(?:-[a-z0-9]+)+) /gm)].map(([, account, password]) => [
      account,
      password ?? '',
    ]),
  );
  const browser = await openBrowser();
  const url = `http://${HOST}:${tree.port}`;
  const signIn = async (page: Page, account: string) => {
    const another = page.getByRole('button', { name: '別のアカウントでサインインする' });
    await another.or(page.getByLabel('アカウント')).first().waitFor();
    if (await another.isVisible()) await another.click();
    await page.getByLabel('アカウント').fill(account);
    await page.getByLabel('パスワード').fill(passwords.get(account) ?? '');
    await page.getByRole('button', { name: 'サインイン' }).click();
    await page.getByRole('banner').waitFor();
  };
  const sessions = new Map<string, Cookie[]>();
  const enter = async (page: Page, account: string) => {
    const inside = page.getByRole('banner');
    await inside.or(page.getByLabel('アカウント')).first().waitFor();
    if (!(await inside.isVisible())) await signIn(page, account);
    sessions.set(account, await page.context().cookies());
  };
  return {
    url,
    signIn,
    passwordOf: (account) => passwords.get(account) ?? '',
    operator: () => JSON.parse(readFileSync(join(folder.path, 'operator.json'), 'utf8')),
    learn: (accounts) => {
      for (const { account, password } of accounts) passwords.set(account, password);
    },
    page: async (account, options = {}, path = '') => {
      const page = await newPage(browser, options);
      await page.context().addCookies(sessions.get(account ?? '') ?? []);
      await page.goto(`${url}${path}`);
      if (account) await enter(page, account);
      return page;
    },
    leave: async () => {
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    close: async () => {
      await browser.close();
      tree.child.kill('SIGTERM');
      await tree.ended;
      await servers.drop();
      folder.remove();
    },
  };
}

function openBrowser(): Promise<Browser> {
  const executablePath = inject('chromiumPath');
  if (executablePath === '') throw new Error('no Chromium on this machine: install the package `chromium`');
  // The language of its own controls, the date field's above all.
  const env = { ...process.env, LANGUAGE: 'ja' };
  return chromium.launch({ executablePath, headless: false, args, env });
}

export interface Empty {
  url: string;
  /** All that its start has said. */
  said: () => string;
  page: (options?: BrowserContextOptions) => Promise<Page>;
  close: () => Promise<void>;
}

/** `npm start` on an empty installation that is to be real. @param name of its namespace, as above */
export async function openEmpty(name: string): Promise<Empty> {
  await buildAll(() => undefined);
  const folder = createDataFolder();
  const servers = await createOutsideServers(name);
  const env = { ...servers.env, SEKIMORI_PUBLIC_HOSTS: HOST, SEKIMORI_PROGRAMME: 'none' };
  const tree = await startSupervised({ dataFolder: folder.path, env });
  await tree.untilSaid('to stop:');
  const browser = await openBrowser();
  return {
    url: `http://${HOST}:${tree.port}`,
    said: tree.said,
    page: (options = {}) => newPage(browser, options),
    close: async () => {
      await browser.close();
      tree.child.kill('SIGTERM');
      await tree.ended;
      await servers.drop();
      folder.remove();
    },
  };
}

async function newPage(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(180_000);
  // What a page could not get is said beside the failure of whoever waits for it.
  page.on('response', (response) => {
    if (response.status() >= 500) console.error(`${response.status()} ${response.url()} (${page.url()})`);
  });
  page.on('pageerror', (error) => console.error(`${page.url()}: ${error.message}`));
  return page;
}

/** A picture for a person to look at, beside the test's own words. */
export async function picture(page: Page, name: string, fullPage = false): Promise<void> {
  const folder = join(projectFolder, 'tests/output');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage });
}
