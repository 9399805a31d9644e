// An amount that was typed wrongly, put right in a real browser: proposed from the record by one, refused where the sums do not agree,
// decided by another who sees both side by side.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { barriers } from '../accessible.ts';
import { type Ask, askAs } from '../as-account.ts';
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
    // Both sides in words, by the year, before anything is sent.
    const yen = (amount: number) => `${amount.toLocaleString('ja-JP')} 円`;
    const change = `令和5年度（2023）：${yen(Number(stood))} → ${yen(Number(stood) - 1_000_000)}`;
    await page.getByText(change).waitFor();
    await amount.fill('-5');
    await page.getByText('負の金額は扱えません', { exact: false }).first().waitFor();
    await amount.fill(String(Number(stood) - 1_000_000));
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'correction', true);
    await record(page).click();
    await page.getByRole('alert').getByText(/合計/).first().waitFor();
    await page.reload();
    expect(await amount.inputValue()).toBe(String(Number(stood) - 1_000_000));
    const total = page.locator('#act-totalYen');
    await total.fill(String(Number(await total.inputValue()) - 1_000_000));
    // Without a network nothing is sent, then or later.
    await page.context().setOffline(true);
    await record(page).click();
    await page.getByText('ネットワークにつながっていないため、送っていません').waitFor();
    await page.context().setOffline(false);
    await record(page).click();
    await page.getByRole('status').getByText('訂正を申し出ました').waitFor();
    // Whoever proposed it does not decide on it: they are told whom it waits for, and may take it back.
    await page.getByText('承認を待っています。', { exact: false }).waitFor();
    await page.locator('summary', { hasText: '申出を取り下げる' }).waitFor();
    expect(await record(page).count()).toBe(0);
    expect(await page.getByLabel('承認する').count()).toBe(0);
    await page.context().close();
  }, 240_000);

  it('is decided by another, who sees both sides and the reason from the day’s page and on its own; the record keeps the pair', async () => {
    const page = await at('keiyaku-kimura');
    page.setDefaultTimeout(60_000);
    await page.goto(page.url().replace(/\/systems\/.*$/, ''));
    await page
      .getByRole('button', { name: /^記録の訂正・取消しの承認：/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    const shown = async () => {
      await dialog.locator('.correction-field').first().waitFor();
      const words = (await dialog.textContent()) ?? '';
      expect(words).toContain('桁の誤り');
      expect(words).toMatch(/令和5年度（2023）\s*[\d,]+円 → [\d,]+円/u);
    };
    await shown();
    await dialog.getByRole('button', { name: '確認へ進む' }).click();
    await dialog.locator('.act-repeated').waitFor();
    await shown();
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'correction-today');
    await dialog.getByRole('button', { name: 'やめる' }).click();
    await page.getByRole('link', { name: '決裁', exact: true }).click();
    await page
      .getByRole('link', { name: /訂正を決める/ })
      .first()
      .click();
    await page.getByText('桁の誤り').first().waitFor();
    await page.setViewportSize({ width: 320, height: 256 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.setViewportSize({ width: 1366, height: 768 });
    expect(await page.locator('.correction-field').count()).toBeGreaterThan(0);
    await picture(page, 'correction-decide', true);
    await record(page).click();
    await page.getByRole('status').getByText('記録しました。').waitFor();
    await page
      .getByRole('heading', { name: /今の内容/ })
      .getByText('訂正済み')
      .waitFor();
    await page.getByRole('heading', { name: 'この記録の訂正' }).waitFor();
    expect(await page.locator('.correction-made').textContent()).toMatch(/承認：\s*木村/u);
    await page.getByRole('link', { name: 'システムの画面へ' }).click();
    const row = page.locator('.history tbody tr').filter({ hasText: '訂正済み' }).first();
    await row.locator('del').first().waitFor();
    expect(await row.textContent()).toMatch(/[\d,]+円 → [\d,]+円/u);
    // From the figure itself one comes to its entry, too.
    await page.goto(page.url().replace(/\/systems\/.*$/, '/procurement/kaigo'));
    await page
      .getByRole('link', { name: /番・訂正…$/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: '記録の訂正' }).waitFor();
    await page.context().close();
  }, 240_000);

  it('a document is put right in the form that it was attached by: what is called otherwise of it is said, before and after', async () => {
    const owner = 'fukushi-watanabe';
    await attachPaper(askAs(opened(), owner));
    const page = await at(owner);
    await wayOf(page, /証拠文書「移行判定資料」/);
    const kind = page.getByLabel(/^文書の種類/);
    expect(await kind.locator('option:checked').textContent()).toBe('移行判定資料');
    expect(await page.locator('#act-evidence-0-sha256').inputValue()).toBe('5'.repeat(64));
    await page.locator('#act-evidence-0-decidedOn').fill('2099-01-01');
    await page.getByText('決裁日が今日より後です。').first().waitFor();
    await page.locator('#act-evidence-0-decidedOn').fill('2023-11-14');
    await page.locator('#act-evidence-0-documentNo').fill('5世DX第21号');
    await page.getByLabel(/^訂正の理由/).fill('番号の写し誤り');
    await page.getByText('証拠文書「移行判定資料」の文書番号：5世DX第12号 → 5世DX第21号').waitFor();
    expect(await barriers(page)).toEqual([]);
    await record(page).click();
    await page.getByText('承認を待っています。', { exact: false }).waitFor();
    const fields = await page.locator('.correction-field').allTextContents();
    expect(fields).toEqual([
      '証拠文書「移行判定資料」の文書番号5世DX第12号 → 5世DX第21号',
      '証拠文書「移行判定資料」の決裁日令和5年11月15日 → 令和5年11月14日',
    ]);
    await page.context().close();
  }, 240_000);
}

async function attachPaper(ask: Ask): Promise<void> {
  const { row, setting } = await ask<{ row: { version: number }; setting: { today: string } }>('GET', system);
  const evidence = {
    kind: 'readiness-report',
    title: '移行判定資料',
    sha256: '5'.repeat(64),
    documentNo: '5世DX第12号',
    decidedOn: '2023-11-15',
  };
  await ask('POST', `${system}/events`, {
    requestId: 'correction/attached',
    fact: { type: 'evidence.attached', evidence },
    post: 'business-division',
    occurredOn: setting.today,
    seenVersion: row.version,
  });
}
