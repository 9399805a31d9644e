// The console in a real browser against the whole of `npm start`: people take a system through its gate, are refused
// with the reason, look at the past, and lose nothing. One tree for all; the tests build on each other in their order.
import { createHash } from 'node:crypto';
import { TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstStartMs } from '../servers/supervisor.ts';
import { barriers } from './accessible.ts';
import { acts, confirm, dialog, goOn, openAct, recorded } from './page-words.ts';
import { openRehearsal, picture, type Rehearsal } from './rehearsal.ts';

let rehearsal: Rehearsal;
const programme = '/programmes/131121';
const at = (page: Page, path: string) => page.goto(`${rehearsal.url}${programme}${path}`);
const pageAt = (account: string, path: string) => rehearsal.page(account, {}, `${programme}${path}`);
beforeAll(async () => {
  rehearsal = await openRehearsal('console');
}, firstStartMs);
afterAll(async () => {
  await rehearsal?.close();
}, 180_000);

describe('signing in', () => {
  it('says why a wrong password is not taken, and keeps the account', async () => {
    const page = await rehearsal.page();
    await page.getByLabel('アカウント').fill('dx-tanaka');
    await page.getByLabel('パスワード').fill('wrong');
    await page.getByRole('button', { name: 'サインイン' }).click();
    expect(await page.getByRole('alert').textContent()).toMatch(/[ぁ-ん].*。/s);
    expect(await page.getByLabel('アカウント').inputValue()).toBe('dx-tanaka');
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'sign-in');
    await page.context().close();
  });

  it('leads back to the page that was asked for, and nowhere else', async () => {
    const page = await rehearsal.page();
    await at(page, '/systems/kaigo');
    await rehearsal.signIn(page, 'dx-ito');
    await page.getByRole('heading', { level: 1, name: '介護保険' }).waitFor();
    await page.goto(`${rehearsal.url}/sign-in?back=//example.org/`);
    await rehearsal.signIn(page, 'dx-ito');
    await page.getByRole('heading', { level: 1, name: '本日' }).waitFor();
    expect(new URL(page.url()).origin).toBe(rehearsal.url);
    await page.context().close();
  });

  it('ends by the menu, and the form is there for another in the same browser', async () => {
    const page = await rehearsal.page();
    await rehearsal.signIn(page, 'dx-ito');
    await page.locator('.menu > summary').click();
    await page.getByRole('button', { name: 'サインアウト' }).click();
    await page.getByLabel('アカウント').waitFor();
    await rehearsal.signIn(page, 'houki-shimizu');
    await page.locator('.menu-name').getByText('清水').waitFor();
    await page.context().close();
  });
});

describe('how one is told', () => {
  it('is set on a page of one’s own, refused at the field, and its calendar copied without a secure context', async () => {
    const page = await rehearsal.page('houki-shimizu', {}, '/contact');
    const mail = page.getByLabel('メールアドレス');
    await mail.fill('taro@@');
    await page.getByRole('button', { name: '保存する' }).click();
    await expect.poll(() => mail.getAttribute('aria-invalid')).toBe('true');
    await page.locator('#contact-mail-fault').getByText('@city.example.lg.jp').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('contact-mail');
    await mail.fill('houki@city.example.lg.jp');
    await page.getByRole('button', { name: '保存する' }).click();
    await page.getByRole('status').getByText('保存しました').waitFor();
    await page.reload();
    await expect.poll(() => mail.inputValue()).toBe('houki@city.example.lg.jp');
    await page.getByRole('button', { name: 'アドレスを作る' }).click();
    const address = page.getByLabel('カレンダーのアドレス');
    expect(await address.inputValue()).toMatch(/^http:\/\/sekimori\.test:\d+\/feeds\/[\w-]{40,}\.ics$/);
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await page.getByRole('button', { name: 'コピーする' }).click();
    await page.getByText('コピーしました').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.reload();
    await page.getByRole('button', { name: '終わらせる' }).waitFor();
    expect(await address.count()).toBe(0);
    await page.getByRole('button', { name: '終わらせる' }).click();
    await page.getByText('アドレスはまだありません').waitFor();
    await page.context().close();
  });

  it('of a deadline is asked for when it is opened, and not before; in the past not at all', async () => {
    const page = await rehearsal.page('juki-suzuki');
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/warnings')) asked.push(request.url());
    });
    await at(page, '/systems/juki');
    const opener = page.getByRole('button', { name: /^知らせた記録\s*（第1期の稼働/ });
    await opener.focus();
    expect(asked).toEqual([]);
    await page.keyboard.press('Enter');
    await dialog(page).getByText('まだ誰にも知らせていません').waitFor();
    expect(asked).toHaveLength(1);
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
    await at(page, '/past/systems/juki?asOf=2023-10-31&by=occurred');
    await page.getByRole('heading', { name: '期限' }).waitFor();
    expect(await page.getByRole('button', { name: /知らせた記録/ }).count()).toBe(0);
    await page.context().close();
  });
});

describe('a second factor', () => {
  it('is set up from a picture of the page’s own, asked for after the password, and taken off', async () => {
    const page = await rehearsal.page('iin-yoshida');
    await page.getByRole('banner').locator('summary').last().click();
    await page.getByRole('link', { name: '二段階認証の設定' }).click();
    await page.getByLabel('今のパスワード').fill(rehearsal.passwordOf('iin-yoshida'));
    await page.getByRole('button', { name: '設定を始める' }).click();
    await page.getByRole('img', { name: /QR コード/ }).waitFor();
    await page.setViewportSize({ width: 320, height: 256 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await barriers(page)).toEqual([]);
    const key = (await page.locator('.factor-key').first().textContent()) ?? '';
    const code = new TOTP({ secret: key.replaceAll(' ', '') }).generate();
    await page.getByLabel('アプリに表示された6桁').fill(code);
    await page.getByRole('button', { name: '確かめて設定する' }).click();
    const [first = '', second = ''] = await shownCodes(page);
    await page.getByRole('button', { name: '控えたので進む' }).click();
    await page.getByRole('banner').waitFor();
    await page.context().clearCookies();
    await page.goto(`${rehearsal.url}/sign-in?setup=second-factor`);
    await page.getByLabel('アカウント').fill('iin-yoshida');
    await page.getByLabel('パスワード').fill(rehearsal.passwordOf('iin-yoshida'));
    await page.getByRole('button', { name: 'サインイン' }).click();
    await page.getByLabel('コード').fill(code);
    await page.getByRole('button', { name: 'サインイン' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('もう使われています');
    await page.getByLabel('コード').fill(first);
    await page.getByRole('button', { name: 'サインイン' }).click();
    await page.getByText('残り 9 個').waitFor();
    await page.getByLabel('コード').fill(second);
    await page.getByRole('button', { name: '二段階認証を解除する' }).click();
    await page.getByRole('banner').waitFor();
    await page.context().close();
  });
});

async function shownCodes(page: Page): Promise<string[]> {
  const codes = page.locator('.factor-codes code');
  await codes.first().waitFor();
  return codes.allTextContents();
}

describe('the board', () => {
  it('shows every system, whatever its wave, under a rehearsal’s mark, on plain http', async () => {
    const page = await pageAt('dx-tanaka', '/board');
    expect(await page.evaluate(() => [window.isSecureContext, typeof crypto.subtle])).toEqual([
      false,
      'undefined',
    ]);
    await page.getByRole('row', { name: /住民基本台帳\/印鑑登録/ }).waitFor();
    expect(await page.getByRole('table').count()).toBe(1);
    expect(await page.locator('.board-table tbody tr:not(.board-group)').count()).toBe(16);
    const banner = await page.getByRole('banner').textContent();
    expect(banner).toContain('演習');
    expect(banner).toContain('令和5年11月16日');
    const row = await page.getByRole('row', { name: /住民基本台帳/ }).textContent();
    expect(row).toMatch(/開発・テスト・研修等.*R6\.12\.31.*あと \d+ 日.*移行判定資料.*業務所管課/s);
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'board');
    await page.context().close();
  });

  it('searches for a word once it is composed, not for the kana on its way', async () => {
    const page = await pageAt('dx-tanaka', '/board');
    await page.getByRole('row', { name: /国民健康保険/ }).waitFor();
    const asked: string[] = [];
    page.on('request', (request) => {
      const word = new URL(request.url()).searchParams.get('q');
      if (word !== null) asked.push(word);
    });
    const field = page.locator('#filter-q');
    await field.focus();
    const keyboard = await page.context().newCDPSession(page);
    for (const kana of ['こ', 'こく', 'こくほ'])
      await keyboard.send('Input.imeSetComposition', {
        text: kana,
        selectionStart: kana.length,
        selectionEnd: kana.length,
      });
    expect(await field.inputValue()).toBe('こくほ');
    // Three times as long as a pause in typing, after which a finished word is looked for.
    await page.waitForTimeout(1_000);
    expect([asked, await page.locator('.board-table tbody tr:not(.board-group)').count()]).toEqual([[], 16]);
    await keyboard.send('Input.insertText', { text: '国保' });
    await expect
      .poll(() => page.locator('.board-table tbody tr:not(.board-group)').count(), { timeout: 30_000 })
      .toBe(1);
    expect(new Set(asked)).toEqual(new Set(['国保']));
    await page.context().close();
  });

  it('filters by what is asked, keeps it in the address, and shows the paths', async () => {
    const page = await pageAt('dx-tanaka', '/board');
    await page.getByLabel('期', { exact: true }).selectOption('foundation');
    await page.waitForURL(/wave=foundation/);
    await expect
      .poll(() => page.locator('.board-table tbody tr:not(.board-group)').count(), { timeout: 30_000 })
      .toBe(1);
    await page.getByRole('radio', { name: '工程図' }).check({ force: true });
    await page.getByRole('columnheader', { name: '第1期 要件定義' }).waitFor();
    expect(await page.locator('.path-table td.here').count()).toBe(1);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: '絞り込みを解除' }).click();
    await expect.poll(() => page.locator('.path-table tbody tr').count(), { timeout: 30_000 }).toBe(16);
    await picture(page, 'paths', true);
    await page.context().close();
  });
});

describe('one system', () => {
  it('goes through its gate by two people', async () => {
    const owner = await pageAt('fukushi-watanabe', '/systems/kokuho');
    await acts(owner).getByRole('button', { name: '審査の依頼' }).click();
    await dialog(owner).getByLabel('備考').fill('Gapの残りは一覧のとおり');
    expect(await barriers(owner)).toEqual([]);
    await confirm(owner);
    await recorded(owner);
    await owner.locator('.system-name').getByText('審査中').waitFor();

    const group = await rehearsal.page('bukai-kobayashi');
    const toDecide = group.getByRole('region', { name: /^決める/ });
    await toDecide.getByRole('link', { name: '国民健康保険' }).click();
    await acts(group).getByRole('button', { name: '承認', exact: true }).click();
    await dialog(group).getByLabel('備考').fill('Gapの残りを次回までに');
    await confirm(group);
    await recorded(group);
    await expect.poll(() => group.locator('.system-facts').textContent()).toContain('⑤RFI');
    const record = group.getByRole('region', { name: '記録', exact: true });
    await record.getByText('小林（作業部会・演習）').waitFor();
    const approval = record.getByRole('row').filter({ hasText: 'を承認（備考: Gapの残りを次回までに）' });
    await approval.getByText(/^\d+ 番まで見たうえで$/).waitFor();
    await approval.getByText(/^計画の第1版 [0-9a-f]{8}$/).waitFor();
    await group.locator('.system-record').getByText('備考：Gapの残りを次回までに').waitFor();
    await Promise.all([owner.context().close(), group.context().close()]);
  });

  it('refuses the same person, with the reason in sight', async () => {
    const page = await pageAt('juki-suzuki', '/systems/juki?post=business-division');
    await acts(page).getByRole('button', { name: '審査の依頼' }).click();
    await dialog(page)
      .getByLabel('備考')
      .fill(`https://files.example.jp/${'a'.repeat(400)}`);
    const papers = [Buffer.from('移行判定'), Buffer.alloc(3_000_000, 7)];
    for (const [index, buffer] of papers.entries()) {
      const paper = dialog(page).locator('fieldset.evidence').nth(index);
      await paper
        .getByLabel('ファイル', { exact: true })
        .setInputFiles({ name: `${index}.pdf`, mimeType: 'application/pdf', buffer });
      const digest = createHash('sha256').update(buffer).digest('hex');
      await expect.poll(() => paper.getByLabel(/^SHA-256/).inputValue()).toBe(digest);
      await paper.getByLabel('文書番号').fill(`５世情第${index + 1}号`);
      await paper.getByLabel('決裁日').fill('2023-11-15');
    }
    await confirm(page);
    await recorded(page);
    await page.getByLabel('職', { exact: true }).selectOption({ label: '作業部会' });
    const refusal = acts(page).locator('[data-act="gate.approved"]').first();
    await refusal.getByText('別の方が行ってください').waitFor();
    expect(await acts(page).getByRole('button', { name: '承認', exact: true }).count()).toBe(0);
    expect(await page.locator('.chart-region svg').count()).toBe(4);
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'system', true);
    await page.context().close();
  });

  it('asks for what is missing before anything is sent', async () => {
    const page = await pageAt('dx-tanaka', '/systems/zei');
    await openAct(page, '移行の中断');
    await goOn(page);
    await dialog(page).getByRole('alert').getByText('理由を入力してください').click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('act-reason');
    await goOn(page);
    const told = dialog(page).locator(':focus').getByText('次の項目を確かめてください');
    await told.waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('移行の中断');
    await page.context().close();
  });

  it('takes a document of its own, named by what the gate asks for or as any other', async () => {
    const page = await pageAt('zei-takahashi', '/systems/zei');
    await acts(page).getByRole('button', { name: '証拠文書の添付' }).click();
    const kind = dialog(page).getByLabel('文書の種類');
    expect(await kind.locator('option').allTextContents()).toEqual([
      '―',
      '移行判定資料',
      'テスト結果報告書',
      'そのほかの文書',
    ]);
    await kind.selectOption('そのほかの文書');
    const chosen = dialog(page).getByLabel('ファイル', { exact: true });
    const digest = dialog(page).getByLabel(/^SHA-256/);
    const digestOf = (text: string) => createHash('sha256').update(text).digest('hex');
    const file = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(name) });
    await dialog(page).getByLabel('文書名').fill('');
    await chosen.setInputFiles(file('別の書類.pdf'));
    await expect.poll(() => digest.inputValue()).toBe(digestOf('別の書類.pdf'));
    // A large file takes its time: until then it has no digest, least of all that of another.
    const read = await page.evaluateHandle(() => {
      const { stream } = Blob.prototype;
      let go = () => {};
      const held = new Promise<void>((resolve) => {
        go = resolve;
      });
      Blob.prototype.stream = function (this: Blob) {
        const bytes = stream.call(this);
        const pass = new TransformStream<Uint8Array, Uint8Array>();
        void held.then(() => bytes.pipeTo(pass.writable));
        return pass.readable as ReadableStream<Uint8Array<ArrayBuffer>>;
      };
      return { go };
    });
    await chosen.setInputFiles(file('議事録.pdf'));
    await dialog(page).getByText('SHA-256 を計算しています').waitFor();
    expect([await digest.inputValue(), await dialog(page).getByLabel('文書名').inputValue()]).toEqual([
      '',
      '',
    ]);
    await goOn(page);
    await dialog(page)
      .getByRole('alert')
      .getByText(/文書のファイルを選んでください（SHA-256/)
      .waitFor();
    await read.evaluate(({ go }) => go());
    await expect.poll(() => digest.inputValue()).toBe(digestOf('議事録.pdf'));
    await dialog(page).getByLabel('文書名').fill('作業部会の議事録');
    await dialog(page).getByLabel('文書番号').fill('5世情第9号');
    await dialog(page).getByLabel('決裁日', { exact: true }).fill('2023-11-15');
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'evidence');
    await confirm(page);
    await recorded(page);
    await page.getByText('作業部会の議事録（5世情第9号').first().waitFor();
    await page.context().close();
  });

  it('shows what changed when someone was faster, and loses nothing that was typed', async () => {
    const owner = await pageAt('fukushi-watanabe', '/systems/nenkin');
    await acts(owner).getByRole('button', { name: '審査の依頼' }).click();
    await dialog(owner).getByLabel('備考').fill('長い説明');

    const office = await pageAt('dx-ito', '/systems/nenkin');
    await openAct(office, '計画日程の変更');
    await dialog(office).getByLabel('終了予定').fill('2024-03');
    await dialog(office).getByLabel('理由').fill('国の様式の改定を待つ');
    await confirm(office);
    await recorded(office);

    await confirm(owner);
    const notice = dialog(owner).getByRole('alert');
    await notice.getByText('この移行は進みました').waitFor();
    expect(await notice.textContent()).toContain('伊藤（DX推進担当・演習）');
    await dialog(owner).getByRole('definition').filter({ hasText: '長い説明' }).waitFor();
    await picture(owner, 'conflict');
    await dialog(owner).getByRole('button', { name: '変更を確かめたうえで記録する' }).click();
    await recorded(owner);
    await Promise.all([owner.context().close(), office.context().close()]);
  });

  it('says why it was returned, until it is submitted again', async () => {
    const group = await pageAt('bukai-kobayashi', '/systems/nenkin');
    await acts(group).getByRole('button', { name: '差戻し' }).click();
    await dialog(group).getByLabel('理由').fill('費用の内訳が足りない');
    await confirm(group);
    await recorded(group);
    const owner = await pageAt('fukushi-watanabe', '/systems/nenkin');
    const why = owner.locator('.system-head .notice').filter({ hasText: '理由：費用の内訳が足りない' });
    await why.filter({ hasText: '小林（作業部会・演習）' }).waitFor();
    expect(await barriers(owner)).toEqual([]);
    await acts(owner).getByRole('button', { name: '審査の依頼' }).click();
    await confirm(owner);
    await recorded(owner);
    await why.waitFor({ state: 'detached' });
    await Promise.all([group.context().close(), owner.context().close()]);
  });

  it('keeps a draft over the end of a session', async () => {
    const page = await pageAt('dx-tanaka', '/systems/zei');
    await openAct(page, '移行の中断');
    await dialog(page).getByLabel('理由').fill('ベンダの要員が足りない');
    await page.context().clearCookies();
    await goOn(page);
    await page.getByText('元の画面に戻ります').waitFor();
    await rehearsal.signIn(page, 'dx-tanaka');
    await dialog(page).getByText('入力途中の内容を戻しました').waitFor();
    expect(await dialog(page).getByLabel('理由').inputValue()).toBe('ベンダの要員が足りない');
    await page.context().close();
  });
});

describe('the past', () => {
  it('is marked, shows what was so on the day, and offers no act', async () => {
    const page = await pageAt('juki-suzuki', '/past');
    await page.getByRole('textbox', { name: '日付' }).fill('2023-06-30');
    await page.getByRole('button', { name: 'この日を見る' }).click();
    await page.getByText('令和5年6月30日 に事実だったこと').waitFor();
    expect(page.url()).toContain('asOf=2023-06-30');
    const row = page.getByRole('row', { name: /住民基本台帳/ });
    await row.getByText('⑦RFP').first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'past');
    await row.getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: '住民基本台帳/印鑑登録' }).waitFor();
    await page.getByText('令和5年6月30日 に事実だったこと').waitFor();
    expect(new URL(page.url()).searchParams.get('by')).toBe('occurred');
    const history = page.locator('.in-past').getByRole('region', { name: '記録', exact: true });
    await history.getByRole('columnheader', { name: '封' }).waitFor();
    const days = await history
      .locator('tbody td:nth-child(2) time')
      .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
    expect(days[0]).toBe('2023-03');
    expect(days.length).toBeGreaterThan(3);
    expect(days.filter((day) => day > '2023-06-30')).toEqual([]);
    expect(await page.getByText('できること').count()).toBe(0);
    expect(await page.locator('main').getByRole('button').allInnerTexts()).toEqual(['印刷']);
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'past-system', true);
    await page.context().close();
  });

  it('tells what was known on a day from what was true on it', async () => {
    const page = await pageAt('dx-tanaka', '/past?asOf=2023-06-30&by=recorded');
    await page.getByText('令和5年6月30日 に知られていたこと').waitFor();
    expect(await page.getByRole('row', { name: /住民基本台帳/ }).count()).toBe(0);
    await page.context().close();
  });
});

describe('the page and what is behind it', () => {
  it('says of itself that it could not be read anew', async () => {
    const page = await pageAt('dx-tanaka', '/systems/zei');
    await acts(page).waitFor();
    const lookAgain = () => page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
    const stale = page.getByRole('status').filter({ hasText: /\d+分前の表示です。サーバに届きません。/ });
    await page.route('**/api/**', (route) => route.abort());
    await lookAgain();
    await stale.waitFor();
    await page.locator('.menu > summary').click();
    await page.getByRole('button', { name: 'サインアウト' }).click();
    await page.getByRole('alert').getByText('サインアウトできていません').waitFor();
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'stale');
    await page.unroute('**/api/**');
    await lookAgain();
    await stale.waitFor({ state: 'detached' });
    await page.context().close();
  });
});

describe('reading it otherwise', () => {
  it('speaks English once switched, and remembers it', async () => {
    const page = await pageAt('dx-tanaka', '/board');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Board' }).waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Board' }).waitFor();
    await page.locator('.board-business').getByText('Common functions').waitFor();
    await at(page, '/systems/juki');
    await page.getByRole('heading', { name: 'What you can do' }).waitFor();
    await page.locator('.history tbody tr').first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'system-english');
    await page.context().close();
  });

  it.each([1024, 390, 320])('never scrolls sideways as a whole at %i pixels', async (width) => {
    const page = await rehearsal.page('juki-suzuki', { viewport: { width, height: 800 } });
    for (const path of ['/board', '/board?view=path', '/systems/juki', '/past?asOf=2023-10-31&by=occurred']) {
      await at(page, path);
      await page.getByRole('table').first().waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(
        width,
      );
    }
    await picture(page, `narrow-${width}`);
    await page.locator('.menu > summary').click();
    const menu = await page.locator('.menu-body').boundingBox();
    expect([menu?.x ?? -1, (menu?.x ?? 0) + (menu?.width ?? 0) - width]).toEqual([
      expect.toSatisfy((left: number) => left >= 0),
      expect.toSatisfy((beyond: number) => beyond <= 0),
    ]);
    await picture(page, `narrow-menu-${width}`);
    await page.context().close();
  });

  it('is reached by keyboard alone', async () => {
    const page = await pageAt('dx-tanaka', '/board');
    await page.getByRole('table').first().waitFor();
    await page.reload();
    await page.getByRole('table').first().waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('本文へ移動');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    await page.getByRole('link', { name: '介護保険' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '介護保険' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    await page.context().close();
  });
});
