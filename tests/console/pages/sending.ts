// An act given up is not sent, one that may have arrived says so until the record answers: in a real browser, with the
// network cut, the answer slow, the page loaded anew.
import type { Page, Route } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { barriers } from '../accessible.ts';
import { acts, confirm, dialog, goOn, head, openAct, recorded } from '../page-words.ts';
import { picture, type Rehearsal } from '../rehearsal.ts';

let rehearsal: Rehearsal;
export function sendingCases(opened: () => Rehearsal): void {
  beforeAll(() => {
    rehearsal = opened();
  });

  const events = '**/systems/*/events';

  /** A page with a written proposal to hold one system. */
  async function holding(system: string, reason = 'ベンダの要員が足りない'): Promise<Page> {
    const page = await rehearsal.page('dx-tanaka', {}, `/programmes/131121/systems/${system}`);
    await openAct(page, '移行の中断');
    await dialog(page).getByLabel('理由').fill(reason);
    return page;
  }
  /** The request reaches the server whatever becomes of its answer; where a starved server has none in time, it is sent again. */
  async function arrive(route: Route): Promise<void> {
    const { origin: _origin, host: _host, ...headers } = await route.request().allHeaders();
    const url = route.request().url().replace(new URL(rehearsal.url).hostname, '127.0.0.1');
    const sentOnce = async () => (await route.fetch({ url, headers })).status();
    await expect.poll(sentOnce, { timeout: 120_000 }).toBe(200);
  }
  /** The next act arrives and its answer is lost; nor can the record be asked until its route is free again. */
  async function loseAnswer(page: Page, system: string): Promise<void> {
    await page.route(`**/systems/${system}/entries*`, (route) => route.abort());
    await page.route(events, async (route) => {
      await arrive(route);
      await page.unroute(events);
      await route.abort();
    });
  }

  const cancel = (page: Page) => dialog(page).getByRole('button', { name: 'やめる' }).click();
  const asking = (page: Page) => page.getByText('届いたかどうか確かめています');

  describe('an act given up', () => {
    it('is not sent later when there was no network', async () => {
      const page = await holding('kaigo');
      const before = await head(page, 'kaigo');
      await page.context().setOffline(true);
      await confirm(page);
      await dialog(page).getByText('送っていません').waitFor();
      await cancel(page);
      await page.context().setOffline(false);
      // The page itself asks nothing where nothing moved: that its network is back is seen by a question of the test's own.
      await expect.poll(() => page.evaluate(async () => (await fetch('/api/v1/me')).status)).toBe(200);
      await page.reload();
      await acts(page).waitFor();
      expect(await head(page, 'kaigo')).toBe(before);
      expect(await asking(page).count()).toBe(0);
      await page.context().close();
    });

    it('is cut off on its way, and the page asks until the record answers: it had not arrived', async () => {
      const page = await holding('kaigo');
      const before = await head(page, 'kaigo');
      let free = () => {};
      const held = new Promise<void>((resolve) => {
        free = resolve;
      });
      const cut = new Promise<void>((resolve, reject) => {
        const end = (route: Route) => held.then(() => route.abort()).then(resolve, reject);
        page.route(events, end).catch(reject);
      });
      await confirm(page);
      await dialog(page).getByText('記録しています').waitFor();
      await cancel(page);
      free();
      await cut;
      await page.unroute(events);
      await asking(page).waitFor();
      expect(await barriers(page)).toEqual([]);
      await picture(page, 'asking');
      // Another's act takes the version that this one had seen: from now on it can no longer come.
      const other = await rehearsal.page('dx-ito', {}, '/programmes/131121/systems/kaigo');
      await openAct(other, '移行の中断');
      await dialog(other).getByLabel('理由').fill('別の理由');
      await confirm(other);
      await recorded(other);
      await page.getByText('届かず、記録されていません').waitFor();
      expect(await head(page, 'kaigo')).toBe(before + 1);
      await Promise.all([page.context().close(), other.context().close()]);
    });
  });

  describe('a page that could not come', () => {
    it('comes by itself once there is a network again, whether its code or its answer was missing', async () => {
      const page = await rehearsal.page('dx-tanaka', {}, '/programmes/131121/board');
      await page.getByRole('link', { name: '介護保険', exact: true }).waitFor();
      await page.context().setOffline(true);
      await page.getByRole('link', { name: '工程表', exact: true }).click();
      await page.getByText('つながると、自動で読み込み直します').first().waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.context().setOffline(false);
      await page.locator('svg.gantt').waitFor();
      await page.route('**/systems/kaigo?*', (route) => route.abort());
      await page.route('**/systems/kaigo', (route) => route.abort());
      await page.evaluate(() => {
        window.history.pushState({}, '', '/programmes/131121/systems/kaigo');
        window.dispatchEvent(new PopStateEvent('popstate'));
      });
      await page.getByText('つながると、自動で読み込み直します').first().waitFor();
      await page.unroute('**/systems/kaigo?*');
      await page.unroute('**/systems/kaigo');
      await acts(page).waitFor();
      await page.context().close();
    });

    it('since the console was renewed says so, and is there when it is loaded again', async () => {
      const page = await rehearsal.page('dx-tanaka', {}, '/programmes/131121');
      await page.getByRole('heading', { level: 1, name: '本日' }).waitFor();
      const code = '**/assets/page-*.js';
      const other = '<script type="module" src="/assets/index-other.js"></script>';
      await page.route(code, (route) => route.fulfill({ status: 404, body: '' }));
      await page.route(`${rehearsal.url}/`, (route) =>
        route.fulfill({ contentType: 'text/html', body: other }),
      );
      await page.getByRole('link', { name: '工程表', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: '関守の画面が新しくなりました' }).waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.unroute(code);
      await page.getByRole('button', { name: '読み込み直す' }).click();
      await page.locator('svg.gantt').waitFor();
      await page.context().close();
    });
  });

  describe('an act that may have arrived', () => {
    it('is found in the record although its answer was lost and its sender had left', async () => {
      const page = await holding('kokuho');
      const before = await head(page, 'kokuho');
      // The record is not to be asked before the dialog is closed and the page loaded anew.
      await loseAnswer(page, 'kokuho');
      await confirm(page);
      await dialog(page).getByText('答えが届きませんでした').waitFor();
      await cancel(page);
      await asking(page).waitFor();
      await page.reload();
      await asking(page).waitFor();
      await page.unroute('**/systems/kokuho/entries*');
      await page.getByText(`は届いていました。${before + 1} 番`).waitFor();
      expect(await head(page, 'kokuho')).toBe(before + 1);
      await page.context().close();
    });

    it('is told as what stands when something else was typed since, and nothing of that is lost', async () => {
      const page = await holding('kosodate', '一つ目の理由');
      const before = await head(page, 'kosodate');
      // The browser believes that there is no network, as on a machine that holds the server and nothing else.
      await page.evaluate(() => Object.defineProperty(navigator, 'onLine', { get: () => false }));
      await loseAnswer(page, 'kosodate');
      await confirm(page);
      await dialog(page).getByText('答えが届きませんでした').waitFor();
      await dialog(page).getByRole('button', { name: '入力に戻る' }).click();
      await dialog(page).getByLabel('理由').fill('二つ目の理由');
      // What is told once does not take the focus from who types.
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('act-reason');
      await page.keyboard.type('を足す');
      await page.unroute('**/systems/kosodate/entries*');
      await confirm(page);
      await dialog(page)
        .getByText(`先に送った内容が ${before + 1} 番に記録されています`)
        .waitFor();
      expect(await dialog(page).getByLabel('理由').inputValue()).toBe('二つ目の理由を足す');
      expect(await head(page, 'kosodate')).toBe(before + 1);
      await page.context().close();
    });

    it('is recorded once when it is sent again', async () => {
      const page = await holding('nenkin');
      const before = await head(page, 'nenkin');
      await loseAnswer(page, 'nenkin');
      await confirm(page);
      await dialog(page).getByText('答えが届きませんでした').waitFor();
      await confirm(page);
      await acts(page).getByText('すでに記録されています').waitFor();
      expect(await head(page, 'nenkin')).toBe(before + 1);
      await page.context().close();
    });

    it('says so also when the page is loaded anew while it is being sent', async () => {
      const page = await holding('jidou');
      const before = await head(page, 'jidou');
      await page.route(events, async (route) => {
        await arrive(route);
        // No answer: the page is gone by then.
      });
      const sent = page.waitForRequest(events);
      await confirm(page);
      await sent;
      await expect.poll(() => head(page, 'jidou')).toBe(before + 1);
      await page.reload();
      await page.getByText(`は届いていました。${before + 1} 番`).waitFor();
      await page.context().close();
    });
  });

  describe('two people in one browser', () => {
    it('never act as one another: the act is refused, and its draft stays with who typed it', async () => {
      const page = await holding('kenkou', '田中の理由');
      const before = await head(page, 'kenkou');
      const other = await page.context().newPage();
      await other.goto(`${rehearsal.url}/sign-in`);
      await rehearsal.signIn(other, 'dx-ito');
      await goOn(page);
      const told = page.getByRole('alert').filter({ hasText: 'サインインし直されています' });
      await told.filter({ hasText: '伊藤' }).waitFor();
      await dialog(page).waitFor({ state: 'detached' });
      expect(await head(page, 'kenkou')).toBe(before);
      await openAct(page, '移行の中断');
      expect(await dialog(page).getByLabel('理由').inputValue()).toBe('');
      await page.goto(`${rehearsal.url}/sign-in`);
      await rehearsal.signIn(page, 'dx-tanaka');
      await page.goto(`${rehearsal.url}/programmes/131121/systems/kenkou`);
      await openAct(page, '移行の中断');
      await dialog(page).getByText('入力途中の内容を戻しました').waitFor();
      expect(await dialog(page).getByLabel('理由').inputValue()).toBe('田中の理由');
      await page.context().close();
    });
  });

  describe('a draft', () => {
    it('outlives a reload, is closed by Back, is not recorded by Enter, and can be thrown away', async () => {
      const page = await rehearsal.page('dx-tanaka', {}, '/programmes/131121/systems/koseki');
      const before = await head(page, 'koseki');
      await openAct(page, '特定移行支援の候補');
      await dialog(page).getByLabel('対象の範囲').fill('一部の帳票');
      await dialog(page).getByLabel('対象の範囲').press('Enter');
      await page.reload();
      await dialog(page).getByText('入力途中の内容を戻しました').waitFor();
      expect(await dialog(page).getByLabel('対象の範囲').inputValue()).toBe('一部の帳票');
      await page.goBack();
      await dialog(page).waitFor({ state: 'detached' });
      expect(new URL(page.url()).pathname).toBe('/programmes/131121/systems/koseki');
      await openAct(page, '特定移行支援の候補');
      await dialog(page).getByRole('button', { name: '入力を破棄する' }).click();
      expect(await dialog(page).getByLabel('対象の範囲').inputValue()).toBe('');
      await page.reload();
      await dialog(page).waitFor();
      expect(await dialog(page).getByText('入力途中の内容を戻しました').count()).toBe(0);
      expect(await head(page, 'koseki')).toBe(before);
      await page.context().close();
    });

    it('of an act that another has made impossible is not offered any more, and says why', async () => {
      const page = await holding('shougai');
      const other = await rehearsal.page('dx-ito', {}, '/programmes/131121/systems/shougai');
      await openAct(other, '移行の中断');
      await dialog(other).getByLabel('理由').fill('先に中断する');
      await confirm(other);
      await recorded(other);
      await dialog(page).getByText('いまはもう行えません').waitFor();
      expect(
        await dialog(page)
          .getByRole('button', { name: /記録する/ })
          .count(),
      ).toBe(0);
      await Promise.all([page.context().close(), other.context().close()]);
    });
  });
}
