// The plan and the deadlines in a real browser: a chart that keys reach and a table says as well, a look at an effect that records nothing,
// a month, and the spreadsheet with real dates.
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import readXlsx from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../../setup/program.mjs';
import { barriers, beyondWindow } from '../accessible.ts';
import { dialog, head } from '../page-words.ts';
import { picture, type Rehearsal } from '../rehearsal.ts';

let rehearsal: Rehearsal;
const home = '/programmes/131121';
const wide = { width: 1366, height: 768 };
const pageAt = (path: string) =>
  rehearsal.page('dx-tanaka', { viewport: wide, acceptDownloads: true }, `${home}${path}`);
const bars = (page: Page) => page.locator('[data-at]');

async function standsSmall(page: Page, name: string) {
  await page.setViewportSize({ width: 320, height: 256 });
  expect(await beyondWindow(page)).toBeLessThanOrEqual(0);
  await picture(page, name);
  await page.setViewportSize(wide);
}

export function planCases(opened: () => Rehearsal): void {
  beforeAll(() => {
    rehearsal = opened();
  });

  describe('the Gantt chart', () => {
    it('under forced colours marks the tab and the view that are chosen, and draws on its own ground', async () => {
      const page = await rehearsal.page(
        'dx-tanaka',
        { viewport: wide, forcedColors: 'active', colorScheme: 'dark' },
        `${home}/gantt`,
      );
      await bars(page).first().waitFor();
      const styled = (selector: string, name: 'backgroundColor' | 'borderBottomColor') =>
        page
          .locator(selector)
          .first()
          .evaluate((element, asked) => getComputedStyle(element)[asked], name);
      const ground = await styled('header', 'backgroundColor');
      expect(await styled('.shell-ways a:not([aria-current])', 'borderBottomColor')).toBe(ground);
      expect(await styled('.shell-ways a[aria-current]', 'borderBottomColor')).not.toBe(ground);
      expect(await styled('.button[aria-pressed="true"]', 'backgroundColor')).not.toBe(
        await styled('.button[aria-pressed="false"]', 'backgroundColor'),
      );
      expect(await styled('svg.gantt', 'backgroundColor')).toBe('rgb(255, 255, 255)');
      await picture(page, 'gantt-forced-colours');
      await page.context().close();
    });

    it('draws a bar for each phase that keys reach, and its table says the same in either language', async () => {
      const page = await pageAt('/gantt');
      await bars(page).first().waitFor();
      expect(await barriers(page)).toEqual([]);
      await picture(page, 'gantt', true);
      const drawn = await bars(page).count();
      await page.locator('[data-at="0/0"]').focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowRight');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('data-at'))).toBe('1/1');
      await page.getByRole('button', { name: '表', exact: true }).click();
      const rows = page.locator('.gantt-table tbody tr');
      await rows.first().waitFor();
      expect(await rows.count()).toBe(drawn);
      expect(await page.getByRole('button', { name: '表', exact: true }).getAttribute('aria-pressed')).toBe(
        'true',
      );
      expect(await barriers(page)).toEqual([]);
      await standsSmall(page, 'gantt-table-small');
      await page.getByRole('button', { name: '図', exact: true }).click();
      await standsSmall(page, 'gantt-small');
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('heading', { level: 1, name: 'Gantt chart' }).waitFor();
      expect(await page.locator('svg.gantt').textContent()).toMatch(/today/);
      expect(await barriers(page)).toEqual([]);
      await picture(page, 'gantt-en', true);
      await page.getByRole('button', { name: '日本語' }).click();
    });

    it('shows what a changed plan would move and records nothing', async () => {
      const page = await pageAt('/gantt');
      const bar = page.locator('.gantt-bar:has(.gantt-plan.here)').first();
      await bar.focus();
      await page.keyboard.press('Enter');
      await dialog(page).getByText('何も記録されません').waitFor();
      expect(await barriers(page)).toEqual([]);
      const before = await head(page, 'juki');
      await dialog(page).getByLabel(/^開始/).fill('2025-04');
      await dialog(page).getByLabel(/^終了/).fill('2026-12');
      await dialog(page)
        .getByRole('button', { name: /影響を確かめる/ })
        .click();
      // The end of a phase that its own deadline is counted from: that deadline moves, and is named with both days.
      const told = dialog(page).getByRole('status');
      await told.getByText('動く期限').waitFor();
      await told
        .getByRole('listitem')
        .filter({ hasText: /予定の終わり：.+→/ })
        .waitFor();
      await picture(page, 'gantt-effect');
      expect(await head(page, 'juki')).toBe(before);
      await page.keyboard.press('Escape');
      expect(await dialog(page).count()).toBe(0);
    });

    it('hands the days that were looked at to the act that records them, by keys, and recording is given up', async () => {
      const page = await pageAt('/gantt');
      await page.locator('.gantt-bar:has(.gantt-plan.here)').first().focus();
      await page.keyboard.press('Enter');
      await dialog(page).getByLabel(/^開始/).fill('2025-04');
      await dialog(page).getByLabel(/^終了/).fill('2026-12');
      const before = await head(page, 'juki');
      await dialog(page).getByRole('link', { name: '計画の変更を記録する画面へ' }).press('Enter');
      const asked = (name: string) => dialog(page).getByLabel(name).inputValue();
      await dialog(page).getByLabel('開始予定').waitFor();
      expect([await asked('開始予定'), await asked('終了予定')]).toEqual(['2025-04', '2026-12']);
      expect(await barriers(page)).toEqual([]);
      await picture(page, 'gantt-recorded');
      await page.keyboard.press('Escape');
      await expect.poll(() => new URL(page.url()).search).not.toContain('2025-04');
      expect(await head(page, 'juki')).toBe(before);
    });

    it('is one sheet of paper that says whose it is and of which day', async () => {
      const page = await pageAt('/gantt');
      await bars(page).first().waitFor();
      const path = join(projectFolder, 'tests/output/gantt.pdf');
      const pdf = await page.pdf({ preferCSSPageSize: true, path });
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
      await page.emulateMedia({ media: 'print' });
      await page.getByText(/印刷日 .*基準日/).waitFor();
      expect(await page.getByRole('banner').textContent()).toMatch(/世田谷区.*演習/s);
    });

    it('is a spreadsheet whose days are dates', async () => {
      const page = await pageAt('/gantt');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: /\.xlsx/ }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/-rehearsal-schedule-.*\.xlsx$/);
      const [sheet] = await readXlsx(await download.path());
      const [heads, ...rows] = sheet?.data ?? [];
      expect(heads?.slice(0, 3)).toEqual(['期', 'システム', '工程・期限']);
      expect(rows.flat().some((cell) => cell instanceof Date)).toBe(true);
    });
  });

  describe('the deadlines', () => {
    it('are a list, overdue first, and a month that keys turn, in either language', async () => {
      const page = await pageAt('/deadlines');
      const rows = page.locator('.due-table tbody tr');
      await rows.first().waitFor();
      expect(await barriers(page)).toEqual([]);
      await picture(page, 'deadlines', true);
      await standsSmall(page, 'deadlines-small');
      const all = await rows.count();
      const asked = page.getByRole('searchbox');
      await asked.fill('児扶手');
      await expect
        .poll(async () => new Set(await page.locator('.due-table tbody td:nth-child(2)').allTextContents()))
        .toEqual(new Set(['児童手当/児童扶養手当']));
      await asked.fill('該当なし');
      await page.getByText('当てはまる期限はありません。').waitFor();
      await asked.fill('');
      await expect.poll(() => rows.count()).toBe(all);
      await page.getByLabel('システム', { exact: true }).selectOption({ index: 1 });
      await expect.poll(() => rows.count()).toBeLessThan(all);
      await page.getByLabel('システム', { exact: true }).selectOption({ index: 0 });
      await page.getByRole('button', { name: '月', exact: true }).click();
      const month = page.locator('#due-month');
      const now = await month.textContent();
      await page.getByRole('button', { name: '次の月' }).press('PageDown');
      await expect.poll(() => month.textContent()).not.toBe(now);
      expect(await page.locator('.due-off').count()).toBeGreaterThan(7);
      expect(await barriers(page)).toEqual([]);
      await picture(page, 'deadlines-month', true);
      await standsSmall(page, 'deadlines-month-small');
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('heading', { level: 1, name: 'Deadlines' }).waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.getByRole('button', { name: '日本語' }).click();
    });
  });
}
