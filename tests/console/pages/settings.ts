// The settings in a real browser: a clock that says first what it will cause, an amendment proposed and approved by two others, a change of year
// looked at, and what those who may not change are told. The tests build on each other in their order.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { barriers } from '../accessible.ts';
import { picture, type Rehearsal } from '../rehearsal.ts';

const settings = '/programmes/131121/settings';

/** Nothing is cut off, and the page itself never scrolls sideways. */
async function fitsNarrow(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 256 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.setViewportSize({ width: 1366, height: 768 });
}

/** What is asked there has no answer until it is let go. */
async function heldBack(page: Page, asked: string): Promise<() => void> {
  let release: () => void = () => undefined;
  const released = new Promise<void>((go) => {
    release = go;
  });
  await page.route(asked, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

export function settingsCases(opened: () => Rehearsal): void {
  const at = (account: string, path = '') => opened().page(account, {}, `${settings}${path}`);
  it('a closed day is proposed only after its effect was seen, and keeps what was typed over a reload', async () => {
    const page = await at('dx-tanaka');
    await page.getByRole('button', { name: '変更に加える' }).click();
    await page.getByText('日 を入れてください。').waitFor();
    await page.getByLabel('日必須', { exact: true }).fill('2026-11-13');
    await page.getByRole('button', { name: '変更に加える' }).click();
    await page.getByLabel('何を変えるか').selectOption('quorum');
    await page.getByLabel('工程必須').selectOption('wave-1/rfi');
    await page.getByLabel('会議体・部署必須').selectOption('promotion-committee');
    await page.getByText('（いま 3名中2名）').first().waitFor({ state: 'attached' });
    await page.getByLabel('人数必須').fill('3');
    await page.getByRole('button', { name: '変更に加える' }).click();
    await page.reload();
    await page.getByText('令和8年11月13日（2026-11-13） / 閉庁にする').waitFor();
    await page.getByRole('button', { name: '下見する' }).click();
    await page.getByRole('heading', { name: '移行ごとの影響' }).waitFor();
    const seen = await page.locator('.amend-preview').textContent();
    expect(seen).toContain('⑥RFI（情報提供依頼） › 関門 › 承認 › 標準化推進委員会 › 定足数');
    expect(seen).toContain('令和8年11月13日（2026-11-13）');
    expect(seen).not.toMatch(/promotion-committee|wave-1/);
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'settings-amend-preview', true);
    await fitsNarrow(page);
    await page.getByLabel('理由必須').fill('庁舎の停電のため');
    await page.getByRole('button', { name: 'この内容で提案する' }).click();
    await page.getByRole('link', { name: /として提案しました/ }).click();
    await page.getByText('あと2名の承認が要ります').waitFor();
    const waiting = await at('iin-yoshida');
    await waiting.getByRole('table').getByRole('link').first().waitFor();
    expect(await waiting.getByRole('table').first().textContent()).toContain('暦 › 閉庁日');
    await waiting.context().close();
    expect(await page.getByRole('button', { name: '承認する' }).count()).toBe(0);
    await page.context().close();
  }, 240_000);

  it('of one system’s people nobody is left before a refusal: the page says whose it is', async () => {
    const page = await at('juki-sato', '/calendar');
    for (const name of ['暦', '工程', '改定']) {
      await page.getByRole('link', { name, exact: true }).click();
      await page.getByText('計画全体に職のある人に示します').waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
    }
    expect(await barriers(page)).toEqual([]);
    await page.context().close();
  });

  it('an amendment is approved by two others and then adopted', async () => {
    for (const account of ['iin-yoshida', 'iin-yamada']) {
      const page = await at(account);
      await page.getByRole('table').getByRole('link').first().click();
      await page.getByRole('button', { name: '承認する' }).click();
      await page.getByText('承認：').first().waitFor();
      if (account === 'iin-yamada') {
        await page.getByText('関係する16システムのすべてに適用されました。').waitFor();
        expect(await barriers(page)).toEqual([]);
        await picture(page, 'settings-amendment', true);
        await fitsNarrow(page);
      }
      await page.context().close();
    }
    const page = await at('dx-ito', '/calendar?year=2026');
    await page.getByRole('row', { name: /11月13日/ }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'settings-calendar');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('link', { name: /^Open after all \(by amendment\): 2026-11-13/ }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.context().close();
  }, 240_000);

  it('where a thing is seen leads into the form of its change, and what is gathered from anywhere is one amendment', async () => {
    const page = await at('dx-tanaka', '/calendar');
    const add = page.getByRole('button', { name: '変更に加える' });
    await page.getByRole('link', { name: '閉庁日を加える（改定）' }).click();
    await page.getByLabel('日必須', { exact: true }).fill('2026-05-07');
    await add.click();
    await page.getByRole('link', { name: '工程', exact: true }).click();
    await page.getByText('書きかけの改定（変更 1 件）').waitFor();
    await page
      .getByRole('link', { name: /RFI（情報提供依頼）の標準化推進委員会の定足数を改める/ })
      .first()
      .click();
    await page.getByLabel('人数必須').fill('3');
    await add.click();
    await page.goto(`${opened().url}/programmes/131121/deadlines`);
    await page
      .getByRole('link', { name: /の日を改める（改定）：標準準拠システムへの移行/ })
      .first()
      .click();
    await page.getByLabel('日必須', { exact: true }).fill('2028-03-31');
    await add.click();
    await page.goto(`${opened().url}/programmes/131121/systems/jidou`);
    await page.getByRole('link', { name: '分割する…' }).click();
    await page.getByText('新しいシステム 1', { exact: true }).waitFor();
    // What one may begin in is where the old one stands, or earlier.
    const begins = page.getByLabel('始まる工程').first();
    expect(await begins.locator('option').allTextContents()).not.toContain('⑥RFI（情報提供依頼）');
    await add.click();
    expect(new URL(page.url()).search).toBe('');
    // Its reason stands in the split too: it is asked for before the look, and once.
    await page.getByRole('button', { name: '下見する' }).click();
    await page.getByText('理由 を入れてください。').waitFor();
    await page.getByLabel('理由必須').fill('令和8年度の体制の見直し');
    await page.getByRole('button', { name: '下見する' }).click();
    await page.getByRole('heading', { name: '移行ごとの影響' }).waitFor();
    const seen = await page.locator('.amend-preview').textContent();
    expect(seen).toContain('令和8年度の体制の見直し');
    expect(seen).toContain('令和10年3月31日');
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel('適用日').fill('2026-04-01');
    await page.getByText('下見の後に内容が変わりました').waitFor();
    expect(await page.getByRole('button', { name: 'この内容で提案する' }).count()).toBe(0);
    await picture(page, 'settings-gathered', true);
    await page.context().close();
  }, 240_000);

  it('what happened around the programme is recorded by one press, and what is missing is told at its field', async () => {
    const page = await at('dx-ito', '/occurrences');
    await page.getByLabel('出来事必須').selectOption({ label: 'その他（期限は数えない）' });
    await page.getByLabel('あった日必須').fill('11月');
    await page.getByRole('button', { name: 'この内容で記録する' }).click();
    await page.getByText('あった日 を入れてください。').waitFor();
    await page.getByLabel('事項（日本語）必須').fill('庁内説明会');
    await page.getByLabel('あった日必須').fill('2023-11-10');
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'settings-occurrences', true);
    await fitsNarrow(page);
    await page.getByRole('button', { name: 'この内容で記録する' }).click();
    await page.getByText(/記録しました（計画の第\d+件）/).waitFor();
    await page.getByRole('row', { name: /庁内説明会/ }).waitFor();
    await page.context().close();
  }, 180_000);

  it('a change of year asks for nobody before the list of people is there, and shows what would stand still before anything is recorded', async () => {
    const page = await at('dx-tanaka');
    const release = await heldBack(page, '**/api/v1/accounts');
    await page.getByRole('link', { name: '年度替わり' }).click();
    await page.getByRole('heading', { name: '年度替わり', level: 2 }).waitFor();
    expect(await page.getByLabel('1行目 アカウント').count()).toBe(0);
    await page.getByText('読み込んでいます').waitFor({ timeout: 30_000 });
    release();
    await page.getByLabel('1行目 アカウント').fill('清水');
    await page.getByLabel('1行目 アカウント').blur();
    await page.getByText('アカウントを入れました').waitFor({ timeout: 30_000 });
    expect(await page.getByLabel('1行目 アカウント').inputValue()).toBe('houki-shimizu');
    expect(await page.getByLabel('1行目 旧職').textContent()).toContain('いまの職すべて（');
    await page.getByRole('button', { name: '行を加える' }).click();
    await page.getByRole('button', { name: '行を除く（2行目）' }).click();
    expect(await page.getByLabel('2行目 アカウント').count()).toBe(0);
    await page.setViewportSize({ width: 390, height: 844 });
    const last = await page.getByLabel('1行目 終わりの日').boundingBox();
    expect((last?.x ?? 390) + (last?.width ?? 390)).toBeLessThanOrEqual(390);
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.getByLabel('発令日必須').fill('');
    await page.getByRole('button', { name: '下見する' }).click();
    await page.getByText('発令日 を入れてください。').waitFor();
    expect(await page.getByLabel('発令日必須').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('発令日必須').fill('2030-04-01');
    await page.getByRole('button', { name: '下見する' }).click();
    await page.getByRole('heading', { name: /終わる職/ }).waitFor();
    await page.getByRole('button', { name: '年度替わりを記録する' }).click();
    await page.getByText('理由 を入れてください。').waitFor();
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'settings-transfer', true);
    await fitsNarrow(page);
    await page.context().close();
  }, 180_000);

  it('people are listed for an administrator by words, on paper too; another is told who changes them', async () => {
    const page = await at('dx-tanaka', '/people?q=清水');
    await page.getByRole('row', { name: /清水/ }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'settings-people', true);
    await page.getByRole('button', { name: /変える: .*清水/ }).click();
    const changing = page.getByRole('dialog');
    await changing.getByLabel('職必須').selectOption({ label: '標準化推進委員会' });
    await changing.getByRole('button', { name: '職を与える' }).click();
    await changing.getByText('「標準化推進委員会」の職を与えました。').waitFor();
    expect(await changing.getByLabel('職必須').inputValue()).toBe('');
    await changing.getByRole('button', { name: 'パスワードを出し直す' }).click();
    await changing.getByText('初期パスワード（表示は今だけです').waitFor();
    await picture(page, 'settings-people-password');
    await page.keyboard.press('Escape');
    expect(await page.getByText('初期パスワード（表示は今だけです').count()).toBe(1);
    await page.goto(`${opened().url}${settings}/people`);
    const listed = page.getByRole('table').first();
    const own = listed.getByRole('row').filter({ hasText: 'dx-tanaka' });
    await own.getByText('システム管理者 期間の定めなし').waitFor();
    await listed.getByText(/^業務所管課（介護保険、/).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await own.isVisible()).toBe(true);
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
    await page.context().close();
    const other = await at('dx-ito', '/people');
    await other.getByText('システム管理者だけです').waitFor();
    expect(await other.getByRole('button', { name: /変える/ }).count()).toBe(0);
    await other.goto(`${opened().url}${settings}/paths`);
    await other
      .getByRole('list', { name: /の工程図$/ })
      .first()
      .waitFor();
    expect(await barriers(other)).toEqual([]);
    await picture(other, 'settings-paths');
    await other.context().close();
  }, 180_000);

  it('the clock says what a move will cause, in either language, before one press makes it', async () => {
    const page = await at('dx-tanaka', '/clock');
    await page.getByRole('button', { name: '30日後' }).click();
    await page.getByRole('button', { name: '何が起こるかを見る' }).click();
    await page.getByRole('button', { name: /まで進める$/ }).waitFor();
    await picture(page, 'settings-clock');
    await fitsNarrow(page);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: /^Move to/ }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'settings-clock-en');
    await page.getByRole('button', { name: /^Move to/ }).click();
    await page.getByText(/points fell due/).waitFor();
    await page.context().close();
  }, 240_000);
}
