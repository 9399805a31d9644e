// What others record shows by itself, over one stream a visible page; and the page of decisions that lives from it. In a real browser, on
// plain http under a name that is no loopback.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { barriers } from '../accessible.ts';
import { confirm, dialog, head } from '../page-words.ts';
import { picture, type Rehearsal } from '../rehearsal.ts';

let rehearsal: Rehearsal;
let owner: Page;
let office: Page;
const programme = '/programmes/131121';
export function liveCases(opened: () => Rehearsal): void {
  beforeAll(async () => {
    rehearsal = opened();
    office = await rehearsal.page('dx-tanaka', {}, `${programme}/systems/zei`);
    owner = await rehearsal.page('fukushi-watanabe', {}, programme);
  }, 300_000);

  interface Act {
    system: string;
    post: string;
    type: string;
    /** What its sender is asked. */
    answers?: Record<string, unknown>;
  }

  /** Records an act as the account of that page, as any client of the API would. */
  async function act(page: Page, { system, post, type, answers = {} }: Act): Promise<void> {
    const status = await page.evaluate(
      async ({ base, post, type, answers }) => {
        const explained = await (await fetch(`${base}/explanation?post=${post}`)).json();
        const { given } = explained.acts.find((one: { type: string }) => one.type === type);
        const answer = await fetch(`${base}/events`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-sekimori-request': '1' },
          body: JSON.stringify({
            fact: { ...given, type, ...answers },
            ...{ post, occurredOn: explained.setting.today, seenVersion: explained.version },
            requestId: `live/${Math.random()}`,
          }),
        });
        return answer.ok ? 'done' : await answer.text();
      },
      { base: `/api/v1${programme}/systems/${system}`, post, type, answers },
    );
    expect(status).toBe('done');
  }
  const hold = (system: string, reason: string) =>
    act(office, { system, post: 'dx-office', type: 'migration.held', answers: { reason } });
  const submit = (system: string) =>
    act(owner, { system, post: 'business-division', type: 'phase.submitted', answers: { evidence: [] } });

  describe('what another records', () => {
    it('shows on an open page by itself, and on a page that it does not concern nothing is asked for twice', async () => {
      const page = await rehearsal.page('dx-tanaka', {}, `${programme}/systems/juki`);
      const other = await rehearsal.page('dx-ito', {}, `${programme}/systems/kaigo`);
      const asked: string[] = [];
      other.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await other.reload();
      for (const one of [page, other]) await one.getByRole('region', { name: 'できること' }).waitFor();
      await hold('juki', '要員が足りない');
      await page.getByText('要員が足りない').first().waitFor();
      await page.getByRole('region', { name: 'できること' }).waitFor();
      // What its own opening asks for is asked for once, by the script that comes before the console.
      const kaigo = asked.filter((path) => /^\/api.*\/systems\/kaigo/.test(path));
      expect(kaigo).toContain(`/api/v1${programme}/systems/kaigo/explanation`);
      expect(kaigo).toEqual([...new Set(kaigo)]);
      expect(kaigo.indexOf(`/api/v1${programme}/systems/kaigo`)).toBe(0);
      expect(asked.findIndex((path) => /explanation$/.test(path))).toBeLessThan(
        asked.findIndex((path) => /\/changes$/.test(path)),
      );
      await page.context().close();
      await other.context().close();
    });

    it('is asked for by no page again and again', async () => {
      const page = await rehearsal.page('dx-tanaka', {}, `${programme}/board`);
      await page.clock.install();
      await page.reload();
      await page.getByRole('table').first().waitFor();
      // What the page opens with is asked for by then; one that asks every so often asks on.
      await page.clock.runFor(20_000);
      await page.getByRole('link', { name: '介護保険' }).waitFor();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      for (let turns = 0; turns < 4; turns += 1) await page.clock.runFor(20_000);
      expect(asked.filter((path) => !/\/(me|changes)$/.test(path))).toEqual([]);
      await page.context().close();
    });

    it('that does not arrive is said, in either language and at 400 %, until it does again', async () => {
      const page = await rehearsal.page('dx-tanaka', {}, `${programme}/systems/zei`);
      await page.getByRole('region', { name: 'できること' }).waitFor();
      await page.route('**/changes', (route) => route.abort());
      await page.reload();
      const away = page.getByText(/ほかの人の変更が、\d+分前から自動では届いていません/);
      await away.waitFor();
      expect(await barriers(page)).toEqual([]);
      await picture(page, 'not-live');
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByText(/What others change has not been arriving/).waitFor();
      await page.setViewportSize({ width: 320, height: 256 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await page.unroute('**/changes');
      await page.getByText(/What others change has not been arriving/).waitFor({ state: 'detached' });
      await page.context().close();
    });
  });

  describe('the page of decisions', () => {
    it('shows what waits for me with its papers, and J, K, A and R open without recording', async () => {
      const page = await rehearsal.page('bukai-kobayashi', {}, `${programme}/decide`);
      await page.getByText('あなたの決裁を待つものはありません。').waitFor();
      for (const system of ['kokuho', 'nenkin', 'kouki']) await submit(system);
      await page.getByText('あなたの決裁を待つもの 3 件').waitFor();
      const shown = page.getByRole('region', { name: /国民健康保険|国民年金|後期高齢者医療/ });
      await shown.getByRole('button', { name: /承認/ }).waitFor();
      expect(await barriers(page)).toEqual([]);
      await picture(page, 'decide', true);
      const first = await shown.getByRole('heading', { level: 2 }).textContent();
      await page.keyboard.press('j');
      await expect.poll(() => shown.getByRole('heading', { level: 2 }).textContent()).not.toBe(first);
      await page.keyboard.press('k');
      await expect.poll(() => shown.getByRole('heading', { level: 2 }).textContent()).toBe(first);
      const before = await head(page, 'kokuho');
      for (const key of ['a', 'r']) {
        await page.keyboard.press(key);
        await dialog(page).waitFor();
        await page.keyboard.press('j');
        await page.keyboard.press('Escape');
        await dialog(page).waitFor({ state: 'detached' });
      }
      expect(await head(page, 'kokuho')).toBe(before);
      // Come from another page, Back closes the dialog and stays; letters that are turned off stay so, and open nothing.
      await page.getByRole('link', { name: '本日', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: '本日' }).waitFor();
      await page.getByRole('link', { name: '決裁', exact: true }).click();
      await shown.getByRole('button', { name: '承認（A）' }).click();
      await dialog(page).waitFor();
      await page.goBack();
      await dialog(page).waitFor({ state: 'detached' });
      await expect.poll(() => new URL(page.url()).pathname).toBe(`${programme}/decide`);
      const letters = page.getByRole('checkbox', { name: /^文字キーで操作する/ });
      await letters.uncheck();
      await page.reload();
      await shown.getByRole('button', { name: '承認', exact: true }).waitFor();
      expect(await letters.isChecked()).toBe(false);
      await page.keyboard.press('a');
      expect(await dialog(page).count()).toBe(0);
      await letters.check();
      await page.setViewportSize({ width: 320, height: 256 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await picture(page, 'decide-400', true);
      await page.context().close();
    });

    it('records several by one confirmation that repeats them, and says of each what came of it', async () => {
      const page = await rehearsal.page('bukai-kobayashi', {}, `${programme}/decide`);
      for (const system of ['国民健康保険', '国民年金']) {
        await page.getByLabel(`${system}をまとめて承認するものに入れる`).check();
      }
      await page.getByRole('button', { name: 'まとめて承認（2 件）' }).click();
      await dialog(page)
        .getByText(/国民健康保険：.*承認/)
        .waitFor();
      // One of them is taken back before it is recorded: that line fails, the other stands.
      await page.route('**/systems/kokuho/explanation*', (route) => route.abort());
      await act(owner, {
        ...{ system: 'kokuho', post: 'business-division', type: 'submission.withdrawn' },
        answers: { reason: '差替え' },
      });
      await confirm(page);
      await dialog(page)
        .getByText(/^記録しました（\d+ 番）$/)
        .waitFor();
      await dialog(page)
        .getByText(/^記録されていません：/)
        .waitFor();
      await picture(page, 'decide-several');
      expect(await barriers(page)).toEqual([]);
      await page.context().close();
    });
  });
}
