// Meetings of an office in a real browser, each role at its own page: the secretariat convenes, records and closes; members answer, one is
// recused, a deputy answers in a member's name; and one decides in another's name at 決裁. Each does one thing wrong, and is told what helps.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { barriers } from '../accessible.ts';
import { goOn } from '../page-words.ts';
import { picture, type Rehearsal } from '../rehearsal.ts';
import { comeToATie, committee, type Office, office, openOffice } from './an-office.ts';

let rehearsal: Rehearsal;
let at: Office;
const main = (page: Page) => page.getByRole('main');
const dialog = (page: Page) => page.getByRole('dialog');
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const item = (page: Page, number: number) => page.locator('.meeting-item').nth(number - 1);
const confirm = async (page: Page) => {
  await goOn(page);
  await press(page, 'この内容で記録する');
};
/** Recorded: its dialog is gone. */
const recorded = async (page: Page) => {
  await confirm(page);
  await dialog(page).waitFor({ state: 'detached' });
};
const meetingIn = (page: Page) => Number(new URL(page.url()).pathname.split('/').at(-1));
const wide = { viewport: { width: 1366, height: 768 } };
const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function recordMinutes(page: Page, documentNo: string): Promise<void> {
  await press(page, '議事録を登録');
  await dialog(page).getByLabel('ファイル', { exact: true }).setInputFiles(file('議事録.txt', documentNo));
  await dialog(page).getByLabel('文書番号').fill(documentNo);
  await dialog(page).getByLabel('決裁日').fill('2026-04-14');
  await dialog(page)
    .getByText(/SHA-256：[0-9a-f]{64}/u)
    .waitFor();
  await recorded(page);
}

export function meetingCases(opened: () => Rehearsal): void {
  beforeAll(async () => {
    rehearsal = opened();
    at = await openOffice(rehearsal);
    await comeToATie(at);
  }, 300_000);

  describe('the secretariat', () => {
    it('convenes what the body could decide, keeps what is typed over a reload, and records presence, votes and minutes until it is closed', async () => {
      const page = await rehearsal.page('dx-a', wide, `${office}/meetings`);
      await page.getByRole('link', { name: '会議・書面開催を招集する' }).click();
      await page.getByText('令和8年4月14日に席のある 5 名（定足数 3 名）').waitFor();
      await page.getByRole('checkbox', { name: /同点（青葉情報・若草システム）の順位/ }).check();
      await page.getByRole('checkbox', { name: /候補者を 若草システム/ }).check();
      await page.getByLabel('1 位').selectOption({ label: '若草システム' });
      await page.getByLabel('開会の時刻').fill('14:00');
      await page.getByLabel('場所').fill('第2会議室');
      await page.reload();
      await page.getByText('順位：若草システム、青葉情報（委員会の決定）').waitFor();
      await picture(page, 'meetings-convene', true);
      expect(await barriers(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 256 });
      expect(await overflow(page)).toBe(0);
      await page.setViewportSize(wide.viewport);
      await confirm(page);
      await page.getByRole('heading', { level: 1, name: /事業者選定委員会（会議/ }).waitFor();

      const seats = page.locator('.meeting-seat input[type=checkbox]');
      for (const seat of (await seats.all()).slice(0, 4)) await seat.check();
      await page.getByText('出席 4 名／定足数 3 名').waitFor();
      await page.getByLabel('欠席の理由：選定委員D').fill('出張');
      await press(page, '出席を登録');
      await dialog(page).getByText('欠席：選定委員D（演習）（出張）').waitFor();
      await recorded(page);

      await item(page, 1).getByRole('button', { name: '採決を登録' }).click();
      await press(page, '全員賛成にする');
      await confirm(page);
      await dialog(page).getByText('議案1には理由が要ります').waitFor();
      await dialog(page).getByLabel('理由').fill('実施体制の実績で勝る');
      await recorded(page);
      await item(page, 2).getByRole('button', { name: '採決を登録' }).click();
      await press(page, '全員賛成にする');
      await recorded(page);
      await item(page, 2).getByText('賛成 3 名').waitFor();

      await press(page, '閉会し、議決を反映する');
      await confirm(page);
      await dialog(page).getByText('先に議事録を登録してください').waitFor();
      await dialog(page).getByRole('button', { name: 'やめる' }).click();
      await recordMinutes(page, '8渋DX第12号');
      await press(page, '閉会し、議決を反映する');
      await recorded(page);
      await expect.poll(() => page.locator('.meeting-came li').count()).toBe(2);
      expect(await page.locator('.meeting-came').textContent()).toMatch(/反映しました.*反映しました/su);
      await picture(page, 'meetings-closed', true);
      expect(await barriers(page)).toEqual([]);

      await press(page, '議事録案');
      const document = page.getByRole('region', { name: '議事録案' });
      await document.getByText('出席: 副区長（演習）').waitFor();
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(false);
      expect(await document.isVisible()).toBe(true);
      await picture(page, 'meetings-minutes-print', true);
      await page.context().close();
    });

    it('shows how a tie was parted to those with a duty in the procurement, and to nobody else', async () => {
      const path = `${office}/procurement/juki`;
      const inside = await rehearsal.page('dx-a', {}, path);
      await inside.getByText('同点の順位：若草システム、次に青葉情報（委員会の決定）').waitFor();
      await inside.context().close();
      const outside = await rehearsal.page('houki-a', {}, path);
      await outside.getByText('若草システム').first().waitFor();
      expect(await main(outside).textContent()).not.toMatch(/実施体制の実績で勝る|同点の順位/u);
      await outside.context().close();
    });
  });

  describe('a circulation with one away, one recused and a deputy', () => {
    let meeting = 0;
    const path = () => `${office}/meetings/${meeting}`;

    it('is convened on a condition; what is not under review yet is refused with what helps', async () => {
      const deputy = { account: 'houki-a', kind: 'forAbsent', until: '2026-06-30', reason: '入院' };
      await at.deputy({ ...deputy, post: committee, holder: 'sentei-c' });
      await at.deputy({ ...deputy, post: 'working-group', holder: 'bukai-a' });
      const evidence = [
        {
          kind: 'selection-report',
          title: '報告書',
          sha256: '1'.repeat(64),
          documentNo: '第9号',
          decidedOn: '2026-04-14',
        },
      ];
      await at.record('shokan-a', 'business-division', 'zei', {
        type: 'phase.submitted',
        phase: 'rfp',
        evidence,
      });
      await at.record('dx-a', 'dx-office', 'kosodate', {
        type: 'phase.submitted',
        phase: 'preparation',
        evidence: [],
      });
      const failed = { type: 'rfp.negotiationFailed', rfp: 1, reason: '協議が整わない' };
      await at.record('dx-b', 'dx-office', 'juki', failed);
      const page = await rehearsal.page('dx-a', wide, `${office}/meetings/convene`);
      await page.getByRole('radio', { name: /書面開催/ }).check();
      await page
        .getByText(/まだ審査に出ていない関門/)
        .first()
        .click();
      await page.getByRole('checkbox', { name: /^保険・年金/ }).check();
      await confirm(page);
      await page.getByText('まだ審査・申出の中にありません').waitFor();
      await page.getByRole('checkbox', { name: /^保険・年金/ }).uncheck();
      await page.getByRole('checkbox', { name: /協議不調/ }).check();
      await page.getByRole('checkbox', { name: /^税/ }).check();
      await page.getByLabel('回答期日').fill('2026-04-17');
      await press(page, '条件を加える');
      await page.getByLabel('何を満たすか').fill('比較表を添える');
      await page.getByText('条件には、何を・担当・期日のすべてが要ります。').waitFor();
      await page.getByLabel('担当').selectOption({ label: 'DX推進担当' });
      await page.getByLabel('期日', { exact: true }).fill('2026-05-20');
      await page.getByText('法規担当A（演習）').first().waitFor();
      await confirm(page);
      await page.getByRole('heading', { level: 1, name: /事業者選定委員会（会議/ }).waitFor();
      await item(page, 2).getByText('条件：比較表を添える（DX推進担当、令和8年5月20日まで').waitFor();
      meeting = meetingIn(page);
      await page.context().close();
    });

    it('is answered by the chair and the members; whoever is recused answers no more', async () => {
      const chair = await rehearsal.page('fukukucho', {}, path());
      await item(chair, 1).getByRole('button', { name: '回答する' }).click();
      await dialog(chair).getByText('まだ入っていないところがあります').waitFor();
      await dialog(chair).getByRole('radio', { name: '賛成' }).check();
      await recorded(chair);
      expect(await chair.getByRole('button', { name: /閉会/ }).count()).toBe(0);
      await chair.context().close();
      const member = await rehearsal.page('sentei-b', { viewport: { width: 390, height: 844 } }, path());
      await item(member, 2).getByRole('button', { name: '除斥する' }).click();
      await dialog(member).getByLabel('理由').fill('配偶者が候補者に勤務');
      await dialog(member).getByLabel('誰を').selectOption({ label: '選定委員B（演習）' });
      await recorded(member);
      await item(member, 2).getByText('除斥：選定委員B（演習）（配偶者が候補者に勤務）').waitFor();
      await expect.poll(() => item(member, 2).getByRole('button', { name: '回答する' }).count()).toBe(0);
      expect(await item(member, 1).getByRole('button', { name: '回答する' }).count()).toBe(1);
      expect(await overflow(member)).toBe(0);
      await picture(member, 'meetings-member-phone', true);
      await member.context().close();
    });

    it("is answered by a deputy in the member's name, after whom the member is told that the seat has answered", async () => {
      const holder = await rehearsal.page('sentei-c', {}, path());
      await item(holder, 1).getByRole('button', { name: '回答する' }).click();
      await dialog(holder).getByRole('radio', { name: '反対' }).check();
      const deputy = await rehearsal.page('houki-a', wide, path());
      await item(deputy, 1).getByRole('button', { name: '回答する' }).click();
      await dialog(deputy).getByRole('radio', { name: '賛成' }).check();
      await dialog(deputy).getByText('不在の選定委員C（演習）さんの名で行います').waitFor();
      await picture(deputy, 'meetings-deputy');
      expect(await barriers(deputy)).toEqual([]);
      await recorded(deputy);
      await item(deputy, 1).getByText('法規担当A（演習）（選定委員C（演習）の代理）').first().waitFor();
      await deputy.context().close();
      await confirm(holder);
      await dialog(holder).getByText('この席は既に回答しています').waitFor();
      await holder.context().close();
    });

    it('is closed once enough have answered, tells what each system took, and goes on with the rest; a 後閲 whose day is over says so', async () => {
      const page = await rehearsal.page('dx-a', wide, path());
      await press(page, '閉会し、議決を反映する');
      await confirm(page);
      await dialog(page).getByText('まだ決まっていません').waitFor();
      await dialog(page).getByRole('button', { name: 'やめる' }).click();
      for (const who of ['fukukucho', 'sentei-a', 'houki-a']) await at.answer(who, meeting, 2);
      for (const who of ['sentei-a', 'sentei-b']) await at.answer(who, meeting, 1);
      await recordMinutes(page, '8渋DX第20号');
      await press(page, '閉会し、議決を反映する');
      await recorded(page);
      const came = page.locator('.meeting-came li');
      await expect.poll(() => came.allTextContents()).toHaveLength(2);
      expect(await came.nth(0).textContent()).toContain('反映しました');
      expect(await came.nth(1).textContent()).toMatch(/反映できません.*予算/su);
      await press(page, '反映の残りを続ける');
      await recorded(page);
      await expect.poll(() => came.first().textContent()).toContain('反映済み');
      await at.clock('2026-04-24');
      await page.getByText(/後閲の期限（R8.4.21）を過ぎています/).waitFor();
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByText('was to be looked at by 2026-04-21, and is not yet').waitFor();
      await picture(page, 'meetings-circulation-en', true);
      expect(await barriers(page)).toEqual([]);
      await page.getByRole('button', { name: '日本語' }).click();
      await page.context().close();
    });
  });

  describe('決裁 in the stead of another', () => {
    it('says in whose name and until when it is looked at, wants a reason to return, and records the approval', async () => {
      const page = await rehearsal.page('houki-a', wide, `${office}/decide`);
      await page.locator('[data-system=zei] .decide-open').click();
      await page.getByText('事業者選定委員会は会議で決めます').waitFor();
      await page.locator('[data-system=kosodate] .decide-open').click();
      await page.getByText('不在の作業部会員A（演習）さんの名で決めます').waitFor();
      await page
        .getByRole('button', { name: /差戻し/ })
        .first()
        .click();
      await goOn(page);
      await dialog(page).locator('.fault').filter({ hasText: /./ }).first().waitFor();
      await page.keyboard.press('Escape');
      await dialog(page).waitFor({ state: 'detached' });
      await page.keyboard.press('a');
      await dialog(page).getByText('作業部会（代決：作業部会員A（演習））').waitFor();
      await picture(page, 'meetings-decide-stead');
      await recorded(page);
      const { row } = await at.as('dx-a')<{ row: { phase: string } }>('GET', `${office}/systems/kosodate`);
      expect(row.phase).toBe('fit-gap');
      await page.context().close();
    });
  });
}
