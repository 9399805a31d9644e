// How long a reader waits for the console's pages in a real Chromium: each opened anew in a window that has nothing of it yet, and the
// board narrowed down while it is open. Setagaya's rehearsal, signed in as its office.
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../setup/chromium.mjs';
import { type Spread, spreadOf } from '../percentiles.ts';
import { temporaryFolder } from '../servers.ts';
import { type Product, startProduct } from './product.ts';

const programme = '/programmes/131121';
const account = 'dx-tanaka';

/** Each with what its reader came for: only then it is there. */
const pages = [
  { id: 'today', name: '本日 / today', path: '', there: 'main section li' },
  { id: 'board', name: '移行の一覧 / board', path: '/board', there: '.board-table tbody th' },
  { id: 'gantt', name: '工程表 / Gantt', path: '/gantt', there: '.gantt-bar' },
  { id: 'system', name: 'システム / system', path: '/systems/juki', there: '.system-head h1' },
  {
    id: 'acts',
    name: 'システムのできること / its acts',
    path: '/systems/juki',
    there: '.acts-possible .button',
  },
  { id: 'deadlines', name: '期限 / deadlines', path: '/deadlines', there: 'main table tbody tr' },
  { id: 'procurement', name: '調達・契約 / procurement', path: '/procurement', there: 'main table tbody tr' },
  { id: 'audit', name: '監査 / audit', path: '/audit', there: 'main section h2' },
  { id: 'report', name: '報告書 / report', path: '/report', there: '.report-sheets .sheet' },
  { id: 'settings', name: '設定 / settings', path: '/settings', there: 'main h2' },
] as const;

export interface PagesMeasurement {
  /** Milliseconds from the address to what the reader came for. */
  opened: { id: string; name: string; spread: Spread }[];
  /** Milliseconds from a choice to the rows that are left. */
  filtered: Spread;
}

/** Null where the machine has no Chromium. */
export async function measurePages(
  rounds: number,
  say: (line: string) => void,
): Promise<PagesMeasurement | null> {
  const executablePath = findChromium();
  if (!executablePath) {
    say('Chromium がないため計りません / not measured: there is no Chromium on this machine');
    return null;
  }
  const folder = temporaryFolder();
  const product = await startProduct(folder.path);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const cookies = await signedIn(browser, product);
    const opened = [];
    for (const { id, name, path, there } of pages) {
      const times: number[] = [];
      for (let round = 0; round < rounds; round += 1)
        times.push(await openedIn(browser, cookies, `${product.url}${programme}${path}`, there));
      opened.push({ id, name, spread: spreadOf(times) });
    }
    const filtered = spreadOf(await filterTimes(browser, cookies, product, rounds * 4));
    return { opened, filtered };
  } finally {
    await browser.close();
    await product.stop();
    folder.remove();
  }
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

async function signedIn(browser: Browser, product: Product): Promise<Cookies> {
  const context = await browser.newContext({ locale: 'ja-JP' });
  const page = await context.newPage();
  await page.goto(product.url);
  await page.getByLabel('アカウント').fill(account);
  await page.getByLabel('パスワード').fill(await passwordSaid(product));
  await page.getByRole('button', { name: 'サインイン' }).click();
  await page.getByRole('banner').waitFor();
  const cookies = await context.cookies();
  await context.close();
  return cookies;
}

/** Said once everything is open, a little after it is ready. */
async function passwordSaid({ said }: Product): Promise<string> {
  const line = new RegExp(`^ +${account} +(\\S+)`, 'm');
  for (const until = Date.now() + 60_000; Date.now() < until; await sleep(100)) {
    const [, password] = line.exec(said()) ?? [];
    if (password) return password;
  }
  throw new Error(`waited for the password of ${account}:\n${said().slice(-2000)}`);
}

async function newPage(browser: Browser, cookies: Cookies): Promise<Page> {
  const context = await browser.newContext({ locale: 'ja-JP', viewport: { width: 1366, height: 768 } });
  await context.addCookies(cookies);
  return context.newPage();
}

async function openedIn(browser: Browser, cookies: Cookies, url: string, there: string): Promise<number> {
  const page = await newPage(browser, cookies);
  const began = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator(there).first().waitFor();
  const took = performance.now() - began;
  await page.context().close();
  return took;
}

async function filterTimes(browser: Browser, cookies: Cookies, { url }: Product, times: number) {
  const page = await newPage(browser, cookies);
  await page.goto(`${url}${programme}/board`);
  const rows = page.locator('.board-table tbody tr:not(.board-group)');
  await rows.first().waitFor();
  // Each business once: what was asked for a moment ago is not asked for again.
  const field = page.locator('#filter-business');
  const choices = await field
    .locator('option')
    .evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value));
  const taken: number[] = [];
  for (const chosen of choices.filter((choice) => choice !== '').slice(0, times)) {
    const answered = page.waitForResponse((response) => response.url().includes('/systems?'));
    const began = performance.now();
    await field.selectOption(chosen);
    await answered.then((response) => response.finished());
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(null))));
    taken.push(performance.now() - began);
  }
  await page.context().close();
  return taken;
}
