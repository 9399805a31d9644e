// A system's page in a real browser: its parts have addresses, a step is recorded from its cell, a file is held against the document that the
// record knows, a return stands over the page with its reason; a past day shows all of it and offers nothing. The pages of meetings open.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { barriers, beyondWindow } from '../accessible.ts';
import { confirm, dialog, recorded } from '../page-words.ts';
import { picture, type Rehearsal } from '../rehearsal.ts';

let rehearsal: Rehearsal;
const programme = '/programmes/131121';
const juki = `${programme}/systems/juki`;
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '');
const contents = (page: Page) => page.getByRole('navigation', { name: 'この画面の内容' });

export function systemCases(opened: () => Rehearsal): void {
  beforeAll(() => {
    rehearsal = opened();
  });

  describe("a system's page", () => {
    it('leads by address, press and Back to its parts, is no wider than a small page, and hides nothing on paper', async () => {
      const page = await rehearsal.page('juki-suzuki', {}, `${juki}#deadlines`);
      await page.getByRole('region', { name: 'いまの関門' }).waitFor();
      await expect.poll(() => focused(page)).toBe('deadlines');
      await contents(page).getByRole('link', { name: '40ステップ' }).click();
      await expect.poll(() => focused(page)).toBe('steps');
      expect(page.url()).toContain(`${juki}#steps`);
      await picture(page, 'system-steps');
      expect(await barriers(page)).toEqual([]);
      await page.goBack();
      await expect.poll(() => focused(page)).toBe('deadlines');
      await page.setViewportSize({ width: 320, height: 256 });
      expect(await beyondWindow(page)).toBeLessThanOrEqual(0);
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      expect(await page.getByRole('region', { name: 'できること' }).isVisible()).toBe(false);
      expect(await page.locator('main details:not([open])').count()).toBe(0);
      await page.context().close();
    });

    it('records one step from its cell, and Back from its dialog leads to the cell with nothing sent', async () => {
      const page = await rehearsal.page('juki-suzuki', {}, `${juki}#steps`);
      const cell = page.getByRole('button', { name: /⑰-1/ }).first();
      await cell.click();
      await dialog(page).getByText('⑰-1', { exact: false }).first().waitFor();
      expect(await dialog(page).getByText('⑯-1').count()).toBe(0);
      await page.goBack();
      await dialog(page).waitFor({ state: 'detached' });
      await expect.poll(() => focused(page)).toBe('step-⑰-1');
      await cell.click();
      await dialog(page).getByLabel('完了済み').check();
      await confirm(page);
      await recorded(page);
      await expect.poll(() => cell.textContent()).toContain('完了済み');
      await page.context().close();
    });

    it('holds a file against its document: the same, another, empty, none; and sends it nowhere', async () => {
      const page = await rehearsal.page('juki-suzuki', {}, juki);
      const file = (name: string, text: string) => ({
        name,
        mimeType: 'text/plain',
        buffer: Buffer.from(text),
      });
      await page
        .getByRole('region', { name: 'できること' })
        .getByRole('button', { name: '証拠文書の添付' })
        .click();
      await dialog(page).getByLabel('種類').selectOption({ label: '移行判定資料' });
      await dialog(page).getByLabel('ファイル', { exact: true }).setInputFiles(file('判定.txt', '移行判定'));
      await dialog(page).getByLabel('文書番号').fill('5世住第1号');
      await dialog(page).getByLabel('決裁日').first().fill('2023-11-15');
      await confirm(page);
      await recorded(page);
      const gate = page.getByRole('region', { name: 'いまの関門' });
      const check = gate.locator('.paper input[type=file]');
      await check.waitFor({ state: 'attached' });
      const sent: string[] = [];
      page.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()));
      const said = gate.locator('.paper [role=status]');
      for (const [chosen, answer] of [
        [file('判定.txt', '移行判定'), /^一致/],
        [
          file('別.txt', '別のもの'),
          /^不一致：「別.txt」は、記録された「移行判定資料」と同じファイルではありません/,
        ],
        [file('空.txt', ''), /空のファイル/],
      ] as const) {
        await check.setInputFiles(chosen);
        await expect.poll(async () => (await said.textContent())?.trim()).toMatch(answer);
      }
      expect(sent).toEqual([]);
      await page.context().close();
    });

    it('shows a past day with its steps and its record, and nothing to press that records', async () => {
      const path = `${programme}/past/systems/juki?asOf=2023-10-31&by=occurred#steps`;
      const page = await rehearsal.page('kansa-mori', {}, path);
      await page.getByRole('heading', { name: '国の40ステップ' }).waitFor();
      expect(await page.locator('button.step-cell').count()).toBe(0);
      expect(await contents(page).getByRole('link', { name: '関門' }).count()).toBe(0);
      await page.context().close();
    });
  });

  describe('meetings', () => {
    it('have a page of their own beside decisions, which says so where there are none', async () => {
      const page = await rehearsal.page('dx-ito', {}, `${programme}/decide`);
      await page.getByRole('link', { name: '会議・書面開催' }).click();
      await page.getByText('この計画に会議の記録はありません').waitFor();
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByText('No meeting is recorded.').waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.context().close();
    });
  });
}
