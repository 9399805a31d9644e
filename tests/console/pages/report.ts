// The report's page in a real browser: its sheets are what prints, a row opens to its entries, wrong days are told at once, and what is
// issued is the same when it is made again.
import { beforeAll, expect, it } from 'vitest';
import { barriers } from '../accessible.ts';
import { picture, type Rehearsal } from '../rehearsal.ts';

let rehearsal: Rehearsal;
const own = '/programmes/131121/report';
const october = `${own}?asOf=2023-10-31&from=2023-04-01&to=2024-03-31`;

export function reportCases(opened: () => Rehearsal): void {
  beforeAll(() => {
    rehearsal = opened();
  });

  it('shows the pages as they print, numbered, within a narrow window and on paper; a row opens by keyboard and leads to its record', async () => {
    const page = await rehearsal.page('dx-tanaka', { viewport: { width: 1366, height: 768 } }, october);
    const sheets = page.locator('.report-sheets .sheet');
    await sheets.first().waitFor();
    const count = await sheets.count();
    expect(await sheets.last().getAttribute('aria-label')).toBe(`${count} / ${count} ページ`);
    await picture(page, 'report-ja');
    expect(await barriers(page)).toEqual([]);
    const overflowing = await sheets.evaluateAll((all) =>
      all.filter((sheet) => {
        const [body, foot] = [sheet.querySelector('.sheet-body'), sheet.querySelector('.sheet-foot')];
        return (body?.getBoundingClientRect().bottom ?? 0) > (foot?.getBoundingClientRect().top ?? 0);
      }),
    );
    expect(overflowing).toEqual([]);

    await page.emulateMedia({ media: 'print' });
    const printed = await page.evaluate(() => ({
      tools: getComputedStyle(document.querySelector('.report-tools') as Element).display,
      widths: [...document.querySelectorAll('.report-sheets .sheet')].map((sheet) =>
        Math.round(sheet.getBoundingClientRect().width / (96 / 25.4)),
      ),
    }));
    expect(printed).toEqual({ tools: 'none', widths: Array.from({ length: count }, () => 210) });
    await page.emulateMedia({ media: 'screen' });

    const row = page.getByRole('button', { name: '住民基本台帳/印鑑登録' }).last();
    await row.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('cell', { name: '295,447,229' }).waitFor();
    await dialog.getByRole('link', { name: '住民基本台帳/印鑑登録の記録を開く' }).waitFor();
    await picture(page, 'report-figure');
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => row.evaluate((element) => element === document.activeElement)).toBe(true);

    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Contract sums (cost of migration) (yen)' }).waitFor();
    await page.setViewportSize({ width: 320, height: 256 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'report-narrow');
    await page.getByRole('button', { name: '日本語' }).click();
    await page.context().close();
  });

  it('tells a day before the record and one that has not come', async () => {
    const page = await rehearsal.page('dx-tanaka', {}, `${own}?asOf=2019-04-01`);
    await page.getByRole('alert').getByText('その日には、まだ記録がありません。').waitFor();
    expect(await page.locator('.report-sheets .sheet').count()).toBe(0);
    await page.getByLabel('データ基準日').fill('2024-04-01');
    await page.getByRole('button', { name: '表示する' }).click();
    await page.getByRole('alert').getByText('まだ来ていない日は表示できません。').waitFor();
    await page.context().close();
  });

  it('issues what one confirmation repeats; given up, nothing is issued; made again it is the same', async () => {
    const page = await rehearsal.page('dx-tanaka', {}, `${october}&unit=thousandYen`);
    await page.getByRole('button', { name: 'この内容で発行する' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('令和5年10月31日現在').waitFor();
    await dialog.getByRole('button', { name: '発行しない' }).click();
    const issued = page.getByLabel('版', { exact: true }).locator('option');
    expect(await issued.count()).toBe(1);
    // Without a network, and given up: what comes back with the network is no report.
    await page.getByRole('button', { name: 'この内容で発行する' }).click();
    await page.context().setOffline(true);
    await dialog.getByRole('button', { name: '第1号として発行する' }).click();
    await dialog.getByText('ネットワークにつながっていないため、送っていません').waitFor();
    await dialog.getByRole('button', { name: '発行しない' }).click();
    await page.context().setOffline(false);
    // On its way, and given up: it is cut.
    const cut = page.waitForEvent('requestfailed', (request) => request.method() === 'POST');
    await page.route('**/reports', (route) =>
      route.request().method() === 'POST' ? undefined : route.continue(),
    );
    await page.getByRole('button', { name: 'この内容で発行する' }).click();
    await dialog.getByRole('button', { name: '第1号として発行する' }).click();
    await dialog.getByText('発行しています').waitFor();
    await dialog.getByRole('button', { name: '発行しない' }).click();
    await cut;
    await page.unroute('**/reports');
    await page.reload();
    await page.getByRole('button', { name: 'この内容で発行する' }).waitFor();
    expect(await issued.count()).toBe(1);
    await page.getByRole('button', { name: 'この内容で発行する' }).click();
    await dialog.getByRole('button', { name: '第1号として発行する' }).click();
    await page.getByText('第1号：令和5年11月16日に').waitFor();
    await page.locator('.sheet-foot').first().getByText('第1号').waitFor();
    await page.getByRole('button', { name: '記録から作り直して確かめる' }).click();
    await page.getByText('一字一句同じです').waitFor();
    await picture(page, 'report-issued');
    await page.context().close();
    const clerk = await rehearsal.page('keiyaku-kimura', {}, own);
    await clerk.getByText('発行は、計画を管理する職の人が行います。').waitFor();
    await clerk.context().close();
  });
}
