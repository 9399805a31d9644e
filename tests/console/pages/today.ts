// The day and the board in a real browser: what is mine is one line for all systems, done for all of them in one dialog; who really
// holds the rest is named; what moved is seen once; the board shows the worst first, whatever its wave.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { barriers, beyondWindow } from '../accessible.ts';
import { dialog } from '../page-words.ts';
import { picture, type Rehearsal } from '../rehearsal.ts';

const home = '/programmes/131121';
const part = (page: Page, name: RegExp) => page.getByRole('region', { name });

export function todayCases(opened: () => Rehearsal): void {
  const pageAt = (account: string, path = '') => opened().page(account, {}, `${home}${path}`);
  describe('the day', () => {
    it('tells 法規 of the gates that name it, and records the same for all of them after one confirmation', async () => {
      const page = await pageAt('houki-shimizu');
      const supply = part(page, /^そろえる/);
      await supply.getByText(/⑰-1 を登録/).waitFor();
      expect(await supply.locator('li').first().textContent()).toMatch(/就学\s*の4件/);
      expect(await barriers(page)).toEqual([]);
      await picture(page, 'today');
      await supply.getByRole('button', { name: /進捗登録/ }).click();
      await dialog(page).getByRole('checkbox', { name: '就学' }).uncheck();
      await page.setViewportSize({ width: 320, height: 256 });
      expect(await beyondWindow(page)).toBeLessThanOrEqual(0);
      expect(await barriers(page)).toEqual([]);
      await page.setViewportSize({ width: 1366, height: 768 });
      await dialog(page).getByRole('button', { name: '確認へ進む' }).click();
      const repeated = dialog(page).locator('.act-repeated');
      expect(await repeated.textContent()).toMatch(
        /⑰-1：完了済み[\s\S]*令和5年11月16日（2023-11-16）[\s\S]*住民基本台帳\/印鑑登録[\s\S]*介護保険/,
      );
      expect(await repeated.textContent()).not.toContain('就学');
      // Another is first with one of them, and the network fails for another: each is told for itself.
      await page.route('**/systems/zei/events', (route) => route.abort());
      await dialog(page).getByRole('button', { name: 'この内容で 3 件を記録する' }).click();
      await dialog(page).getByText('3 件のうち 2 件を記録しました').waitFor();
      await dialog(page)
        .getByText(/二重には記録しません/)
        .waitFor();
      await picture(page, 'today-partly');
      await page.unroute('**/systems/zei/events');
      await dialog(page).getByRole('button', { name: '分からないものをもう一度送る' }).click();
      await dialog(page).getByText('3 件を記録しました').waitFor();
      await dialog(page).locator('footer').getByRole('button', { name: '閉じる' }).click();
      await expect.poll(() => supply.locator('li').first().textContent()).toMatch(/— 就学\s*40ステップ/);
      await page.context().close();
    });

    it('records nothing of what was given up before it was confirmed', async () => {
      const page = await pageAt('fukushi-watanabe');
      const sent: string[] = [];
      page.on('request', (request) => {
        if (request.method() === 'POST' && request.url().endsWith('/events')) sent.push(request.url());
      });
      const supply = part(page, /^そろえる/);
      await supply.getByRole('button', { name: /審査の依頼：「④/ }).click();
      await dialog(page).getByRole('button', { name: '確認へ進む' }).click();
      await dialog(page).getByRole('button', { name: 'やめる' }).click();
      await dialog(page).waitFor({ state: 'detached' });
      expect(sent).toEqual([]);
      await page.context().close();
    });

    it('leads through what waits to who really holds it, and tells a body only what it can decide', async () => {
      const page = await pageAt('dx-tanaka');
      const waits = part(page, /^ほかを待っているもの/);
      const held = waits.locator('.today-holder').filter({ hasText: '連携基盤' });
      expect(await held.first().textContent()).toMatch(
        /連携基盤\s*「第1期 要件定義」の作業・提出：DX推進担当部/,
      );
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await beyondWindow(page)).toBeLessThanOrEqual(0);
      await picture(page, 'today-ja-390');
      await page.setViewportSize({ width: 1366, height: 768 });
      await picture(page, 'today-ja');
      await held.first().getByRole('link', { name: '連携基盤' }).click();
      await page.getByRole('heading', { level: 1, name: '連携基盤' }).waitFor();
      await page.context().close();
      const group = await pageAt('bukai-kato');
      await part(group, /^決める/)
        .getByText('決めるものはありません')
        .waitFor();
      await group.context().close();
    });

    it('shows what moved until it is seen, by saying so or by leaving, and keeps that for the account', async () => {
      const clerk = await pageAt('fukushi-watanabe');
      await part(clerk, /^そろえる/)
        .getByRole('button', { name: /審査の依頼：「④/ })
        .click();
      await dialog(clerk).getByRole('button', { name: '確認へ進む' }).click();
      await dialog(clerk)
        .getByRole('button', { name: /件を記録する/ })
        .click();
      await dialog(clerk).getByText('6 件を記録しました').waitFor();
      await clerk.context().close();

      const group = await pageAt('bukai-kobayashi');
      const decide = part(group, /^決める/);
      await decide.getByText('「④残課題及び確認事項の整理」の審査を決める').waitFor();
      const moved = part(group, /^前に見てからの動き/);
      await moved.getByRole('listitem').first().waitFor();
      expect(await moved.getByRole('listitem').count()).toBe(1);
      await group.getByRole('link', { name: '移行の一覧' }).click();
      await group.getByRole('heading', { level: 1, name: '移行の一覧' }).waitFor();
      await group.getByRole('link', { name: '本日' }).click();
      await moved.getByText('新しい動きはありません').waitFor();
      await group.getByText('お知らせ（まとめ・以前のもの）').click();
      await group.getByText(/審査/).first().waitFor();
      expect(await barriers(group)).toEqual([]);
      await group.context().close();
    });

    it('is read in English, on a phone and at 400 %, and prints', async () => {
      const page = await opened().page('dx-tanaka', { viewport: { width: 390, height: 844 } }, home);
      await page.getByRole('button', { name: 'English' }).click();
      await part(page, /^Waiting/).waitFor();
      expect(await page.locator('main').textContent()).not.toMatch(/そろえる|決める/);
      await picture(page, 'today-phone');
      await page.setViewportSize({ width: 320, height: 256 });
      expect(await beyondWindow(page)).toBeLessThanOrEqual(0);
      expect(await barriers(page)).toEqual([]);
      await page.context().close();
    });
  });

  describe('the board', () => {
    it('leads on from its old address, keeps filters, finds as people write, and has rows two lines high', async () => {
      const page = await opened().page(
        'dx-ito',
        { viewport: { width: 1366, height: 768 } },
        `${home}?q=国保`,
      );
      await page.waitForURL(/\/board\?q=/);
      const rows = page.locator('.board-table tbody tr:not(.board-group)');
      await expect.poll(() => rows.count()).toBe(1);
      for (const written of ['こくほ', 'ｺｸﾎ', '國民健康保険']) {
        await page.locator('#filter-q').fill(written);
        await page.waitForURL((url) => url.searchParams.get('q') === written);
        await expect.poll(() => rows.allInnerTexts().then((texts) => texts.join())).toContain('国民健康保険');
      }
      await page.getByRole('button', { name: '絞り込みを解除' }).click();
      await expect.poll(() => rows.count()).toBe(16);
      expect(await beyondWindow(page)).toBeLessThanOrEqual(0);
      expect(await page.locator('section.scroll').evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(
        0,
      );
      const heights = await rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height));
      expect(Math.max(...heights)).toBeLessThanOrEqual(44);
      await picture(page, 'board-ja');
      await page.getByLabel('まとめかた').selectOption('wave');
      await expect.poll(() => page.locator('.board-group').count()).toBe(3);
      await page.getByRole('button', { name: '審査中' }).click();
      await page.waitForURL(/stage=underReview/);
      await expect.poll(() => rows.count()).toBe(6);
      expect(await barriers(page)).toEqual([]);
      await picture(page, 'board-1366');
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await beyondWindow(page)).toBeLessThanOrEqual(0);
      await picture(page, 'board-390');
      await page.context().close();
    });

    it('of all programmes counts by prefecture and finds the same systems', async () => {
      const page = await opened().page('dx-ito', {}, '/systems');
      await page.getByRole('status').getByText('16 件').waitFor();
      await page.getByLabel('集計').selectOption('prefecture');
      await page.getByRole('button', { name: '東京都' }).click();
      await page
        .getByRole('region', { name: /全国の業務システム/ })
        .getByRole('link', { name: '介護保険' })
        .waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.context().close();
    });
  });
}
