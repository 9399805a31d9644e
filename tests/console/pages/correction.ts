// An amount that was typed wrongly, put right in a real browser: proposed from the record by one, refused where the sums do not agree,
// decided by another who sees both side by side.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { barriers } from '../accessible.ts';
import { picture, type Rehearsal } from '../rehearsal.ts';

const system = '/programmes/131121/systems/kaigo';

export function correctionCases(opened: () => Rehearsal): void {
  const at = (account: string) => opened().page(account, { viewport: { width: 1366, height: 768 } }, system);
  const wayOf = async (page: Page, what: RegExp) => {
    page.setDefaultTimeout(60_000);
    const row = page.locator('.history tbody tr').filter({ hasText: what }).first();
    await row.getByRole('link', { name: /番の訂正$/ }).click();
    await page.getByRole('heading', { level: 1, name: '記録の訂正' }).waitFor();
  };
  const record = (page: Page) => page.getByRole('button', { name: /記録する/ });

  it('is proposed from the record with what stands there filled in, and refused in words where the sums do not agree', async () => {
    const page = await at('keiyaku-hara');
    await wayOf(page, /契約を登録/);
    await page.getByText('正しい内容が、まだ入力されていません。').waitFor();
    expect(await record(page).isDisabled()).toBe(true);
    const amount = page.locator('#act-amount-0-amountYen');
    const stood = await amount.inputValue();
    expect(stood).toMatch(/^\d{6,}$/);
    await amount.fill(String(Number(stood) - 1_000_000));
    await page.getByLabel(/^訂正の理由/).fill('桁の誤り');
    await page.getByText(`→ 2023: ${Number(stood) - 1_000_000}`, { exact: false }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'correction', true);
    await record(page).click();
    await page.getByRole('alert').getByText(/合計/).first().waitFor();
    await page.reload();
    expect(await amount.inputValue()).toBe(String(Number(stood) - 1_000_000));
    const total = page.locator('#act-totalYen');
    await total.fill(String(Number(await total.inputValue()) - 1_000_000));
    await record(page).click();
    await page.getByRole('status').getByText('訂正を申し出ました').waitFor();
    // Whoever proposed it does not decide on it.
    await page.getByText('取り下げる（申し出た人）').first().waitFor();
    expect(await page.getByLabel('承認する').count()).toBe(0);
    await page.context().close();
  }, 240_000);

  it('is decided by another, who sees both; the record keeps the pair', async () => {
    const page = await at('keiyaku-kimura');
    await wayOf(page, /契約を登録/);
    await page.getByText('桁の誤り').first().waitFor();
    await page.setViewportSize({ width: 320, height: 256 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.setViewportSize({ width: 1366, height: 768 });
    expect(await page.locator('.correction-field').count()).toBeGreaterThan(0);
    await picture(page, 'correction-decide', true);
    await record(page).click();
    await page.getByRole('status').getByText('記録しました。').waitFor();
    await page.getByRole('link', { name: 'システムの画面へ' }).click();
    await page
      .locator('.history')
      .getByText(/番で訂正/)
      .first()
      .waitFor();
    await page.context().close();
  }, 240_000);
}
