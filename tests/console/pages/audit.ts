// The audit in a real browser: a day as it was known, the record searched, verified and compared with heads kept earlier, who looked, and what
// may be taken away; as an auditor, as who coordinates, and as who owns one system.
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { barriers } from '../accessible.ts';
import { picture, type Rehearsal } from '../rehearsal.ts';

let rehearsal: Rehearsal;
const audit = '/programmes/131121/audit';
const card = (page: Page, name: string | RegExp) => page.getByRole('region', { name });

/** Nothing is cut off, and the page itself never scrolls sideways. */
async function fitsNarrow(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 256 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await picture(page, 'audit-narrow', true);
  await page.setViewportSize({ width: 1366, height: 768 });
}

export function auditCases(opened: () => Rehearsal): void {
  beforeAll(() => {
    rehearsal = opened();
  });

  let page: Page;

  it('a day is shown as it was known beside as it was; one before the record says where that begins', async () => {
    page = await rehearsal.page('kansa-mori', { viewport: { width: 1366, height: 768 } }, audit);
    const known = card(page, 'その日、何が知られていたか');
    await known.getByLabel('日付').fill('2023-10-31');
    await page.keyboard.press('Enter');
    await known.getByRole('heading', { name: /後から記録されたこと/ }).waitFor();
    await picture(page, 'audit-ja');
    await picture(page, 'audit-known', true);
    expect(await barriers(page)).toEqual([]);
    await fitsNarrow(page);
    await known.getByLabel('日付').fill('2015-01-01');
    await known.getByRole('button', { name: '差を見る' }).click();
    await known.getByText(/記録が伝える最初の日は/).waitFor();
    await known.getByLabel('日付').fill('2099-01-01');
    await known.getByRole('button', { name: '差を見る' }).click();
    await known.getByText(/まだ来ていません/).waitFor();
    await page.goto(`${rehearsal.url}${audit}?day=2023-02-29`);
    await known.getByRole('alert').waitFor();
  }, 240_000);

  it('words are found however they are written, and what is too long is refused in words', async () => {
    await page.goto(`${rehearsal.url}${audit}`);
    const find = card(page, '誰が決めたか・何と書かれたか');
    await find.getByLabel('理由・備考の語').fill('誰も書いていない語句');
    await page.keyboard.press('Enter');
    await find.getByText('見つかりません').waitFor();
    await find.getByLabel('理由・備考の語').fill('報告　２０２３・１１・１６');
    await page.keyboard.press('Enter');
    await find.getByRole('table').waitFor();
    await picture(page, 'audit-words', true);
    await find.getByLabel('職・会議体').selectOption({ index: 1 });
    await find.getByLabel('理由・備考の語').fill('');
    await find.getByRole('button', { name: '探す' }).click();
    await find.getByRole('status').waitFor();
    await picture(page, 'audit-found', true);
    await page.goto(`${rehearsal.url}${audit}?q=${'あ'.repeat(256)}`);
    await find.getByRole('alert').waitFor();
    await page.goto(`${rehearsal.url}${audit}?q=%E3%83%BB`);
    await find.getByText('文字を含む語を入れてください。').waitFor();
  }, 240_000);

  it('the record is verified with its limits said, and against heads kept earlier', async () => {
    const intact = card(page, '記録は無傷か');
    const heads = intact.getByLabel('前に保管した検証値（任意）');
    await heads.fill('131121 12 これは違う');
    await intact.getByText(/チェックポイントとしても読み取れません/).waitFor();
    expect(await intact.getByRole('button', { name: '検証する' }).isDisabled()).toBe(true);
    await heads.fill('');
    await intact.getByRole('button', { name: '検証する' }).click();
    await intact.getByText(/問題は見つかりませんでした/).waitFor();
    await intact.getByText('前の検証値とは比べていません。').waitFor();
    await fitsNarrow(page);
    const kept = await intact.getByRole('link', { name: '検証値を保存する' }).getAttribute('href');
    const text = decodeURIComponent(kept?.split(',').slice(1).join(',') ?? '');
    // As they are printed, dropped where they would be pasted.
    const lines = text.trim().split('\n');
    const words = lines.map((line) => Object(JSON.parse(line)));
    const printed = words.map(({ chain, seq, hash }) => `${chain} ${seq} ${hash}`).join('\n');
    const dropped = await page.evaluateHandle((heads) => {
      const data = new DataTransfer();
      data.items.add(new File([heads], 'heads.txt', { type: 'text/plain' }));
      return data;
    }, printed);
    await heads.dispatchEvent('drop', { dataTransfer: dropped });
    await expect.poll(() => heads.inputValue(), { timeout: 60_000 }).toBe(printed);
    await intact.getByRole('button', { name: '検証する' }).click();
    await intact.getByText(/入れられた検証値\d+個と比べました/).waitFor();
    await intact
      .getByLabel('検証値のファイル')
      .setInputFiles({ name: 'heads.jsonl', mimeType: 'text/plain', buffer: Buffer.from(text) });
    await expect.poll(() => heads.inputValue(), { timeout: 60_000 }).toBe(text);
    // One that was never ours: another hash in the same place.
    const [first = ''] = text.split('\n');
    await heads.fill(first.replace(/"hash":"[0-9a-f]{4}/, '"hash":"0000'));
    await intact.getByRole('button', { name: '検証する' }).click();
    await intact.getByText('問題が見つかりました').waitFor();
    await picture(page, 'audit-wrong', true);
    // Of another programme: nothing would be compared.
    await heads.fill(`999999 1 ${'a'.repeat(64)}`);
    await intact.getByRole('button', { name: '検証する' }).click();
    await intact.getByText(/検証値が一つもありません/).waitFor();
  }, 240_000);

  it('who looked is listed in words, what may be taken away says what it holds, and both languages are read by all', async () => {
    await card(page, '何が訂正されたか').getByRole('button', { name: '並べる' }).click();
    await card(page, '何が訂正されたか').getByText('訂正の申出はありません。').waitFor();
    const access = card(page, '誰が見たか・持ち出したか');
    await access.getByLabel('何を').selectOption('検証');
    await access.getByRole('button', { name: '並べる' }).click();
    await access.getByText('保管された検証値との照合').first().waitFor();
    await access.getByText('森（監査事務局・演習）').first().waitFor();
    const take = card(page, '持ち出す');
    const [export_] = await Promise.all([
      page.waitForEvent('download'),
      take.getByRole('link', { name: /全記録/ }).click(),
    ]);
    expect(export_.suggestedFilename()).toMatch(/\.jsonl$/);
    await picture(page, 'audit-whole', true);
    expect(await barriers(page)).toEqual([]);
    await fitsNarrow(page);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Is the record intact?' }).waitFor();
    await picture(page, 'audit-en', true);
    await page.context().close();
  }, 240_000);

  it('who coordinates asks all but the access record; who owns one system is told whose a question is', async () => {
    const other = await rehearsal.page('dx-ito', {}, audit);
    await card(other, '誰が見たか・持ち出したか')
      .getByText(/監査をする人と管理者だけ/)
      .waitFor();
    await card(other, '持ち出す')
      .getByRole('link', { name: /全記録/ })
      .waitFor();
    await other.context().close();
    const owner = await rehearsal.page('juki-sato', {}, `${audit}?day=2023-10-31`);
    await card(owner, '持ち出す').getByRole('link', { name: '工程表（Excel）' }).waitFor();
    expect(await card(owner, '持ち出す').getByRole('link').count()).toBe(1);
    await card(owner, 'その日、何が知られていたか')
      .getByRole('link', { name: 'その日に知られていた一覧' })
      .waitFor();
    expect(await owner.getByRole('alert').count()).toBe(0);
    expect(await barriers(owner)).toEqual([]);
    await picture(owner, 'audit-owner', true);
    await owner.context().close();
  }, 180_000);
}
