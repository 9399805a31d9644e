// Procurement in a real browser: an evaluator signs a sheet that nobody else sees, the office sees who has signed, and whoever has no
// duty sees that something is open and nothing of it. One procurement for all, opened by the same door.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { terms } from '../../builders/rfp.ts';
import { barriers } from '../accessible.ts';
import { picture, type Rehearsal } from '../rehearsal.ts';

let rehearsal: Rehearsal;
const programme = '/programmes/131121';
const own = `${programme}/procurement/koseki`;

/** Asks the server as the page's own account. @returns what it answered */
async function ask(page: Page, method: string, path: string, body?: unknown) {
  const answer = await page.evaluate(
    async ([how, where, sent]) => {
      const response = await fetch(`/api/v1${where}`, {
        method: String(how),
        headers: { 'content-type': 'application/json', 'x-sekimori-request': '1' },
        ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
      });
      return { status: response.status, json: await response.json() };
    },
    [method, path, body] as const,
  );
  expect(answer.status, `${method} ${path}: ${JSON.stringify(answer.json)}`).toBe(200);
  return answer.json;
}

const there = `${programme}/systems/koseki`;
let sent = 0;
async function record(page: Page, fact: { type: string; [more: string]: unknown }): Promise<void> {
  const { row, setting } = await ask(page, 'GET', there);
  sent += 1;
  await ask(page, 'POST', `${there}/events`, {
    fact: { rfp: 1, ...fact },
    post: 'dx-office',
    occurredOn: setting.today,
    requestId: `procurement/${sent}`,
    seenVersion: row.version,
  });
}

export function procurementCases(opened: () => Rehearsal): void {
  beforeAll(async () => {
    rehearsal = opened();
    const office = await rehearsal.page('dx-ito', {}, programme);
    await record(office, { type: 'rfp.opened', terms: terms() });
    for (const [bidder, name] of [
      ['a', '青葉情報'],
      ['b', '若草システム'],
    ]) {
      await record(office, { type: 'rfp.bidderApplied', bidder, name });
      await record(office, { type: 'rfp.bidderQualified', bidder, accepted: true });
      const receivedAt = '2023-11-16T09:00:00+09:00';
      await record(office, { type: 'rfp.proposalReceived', bidder, receivedAt, priceYen: 98_000_000 });
    }
    const evaluators = [
      { account: 'sentei-yamaguchi', name: '山口（事業者選定委員会・演習）' },
      { account: 'sentei-matsumoto', name: '松本（事業者選定委員会・演習）' },
    ];
    await record(office, { type: 'rfp.evaluatorsAppointed', evaluators });
    const clerk = await rehearsal.page('dx-tanaka', {}, programme);
    await ask(clerk, 'POST', `${programme}/clock`, {
      to: '2023-12-01T09:00:00+09:00',
      requestId: 'procurement/clock',
      post: 'dx-office',
    });
    await clerk.context().close();
    await office.context().close();
  }, 300_000);

  describe('an evaluator', () => {
    it('is led from the list to their sheet; wrong points are told at their cells, a reload keeps what was typed', async () => {
      const page = await rehearsal.page('sentei-yamaguchi', {}, `${programme}/procurement`);
      await page.getByText('あなたの採点待ち').waitFor();
      await picture(page, 'procurement-list');
      await page.getByRole('row').filter({ hasText: 'あなたの採点待ち' }).getByRole('link').click();
      await page.getByRole('heading', { name: '採点表' }).waitFor();
      const first = page.locator('.sheet input[type=text]').first();
      await first.fill('９９９');
      await first.press('Enter');
      expect(await page.getByRole('dialog').count()).toBe(0);
      await page.getByRole('button', { name: '提出の内容を確かめる' }).click();
      await page.getByText('を超えています').first().waitFor();
      await page.getByText('点が入っていません').first().waitFor();
      expect(await first.getAttribute('aria-invalid')).toBe('true');
      expect(await first.evaluate((element) => element === document.activeElement)).toBe(true);
      await page.reload();
      await expect.poll(() => first.inputValue()).toBe('９９９');
      expect(await barriers(page)).toEqual([]);
      await page.context().close();
    });

    it('signs what the confirmation repeats; given up, nothing is sent', async () => {
      const page = await rehearsal.page('sentei-yamaguchi', {}, own);
      await page.locator('.sheet input[type=text]').first().waitFor();
      const inputs = await page.locator('.sheet input[type=text]').all();
      for (const [index, input] of inputs.entries()) await input.fill(index === 0 ? '３１１．２７' : '1');
      await page.getByRole('button', { name: '提出の内容を確かめる' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('311.27').waitFor();
      await picture(page, 'procurement-sheet');
      await dialog.getByRole('button', { name: '直す' }).click();
      const { open } = await ask(page, 'GET', `${there}/rfp`);
      expect(open.inside.own).toBeNull();
      await page.getByRole('button', { name: '提出の内容を確かめる' }).click();
      await dialog.getByRole('button', { name: 'この採点で提出する' }).click();
      await page.getByText('採点表を提出しました').waitFor();
      await page.getByText('採点済み').waitFor();
      const signed = await ask(page, 'GET', `${there}/rfp`);
      expect(Object.values<Record<string, string>>(signed.open.inside.own).flatMap(Object.values)).toContain(
        '311.27',
      );
      await page.context().close();
    });
  });

  describe('everybody else', () => {
    it('of the office sees who has signed, and no points', async () => {
      const page = await rehearsal.page('dx-ito', { viewport: { width: 1366, height: 768 } }, own);
      await page.getByText('採点済み').waitFor();
      expect(await page.getByRole('main').textContent()).not.toContain('311.27');
      await page.getByRole('region', { name: 'この手続でできること' }).getByRole('link').first().waitFor();
      expect(await page.getByRole('heading', { name: '採点表' }).count()).toBe(0);
      expect(await barriers(page)).toEqual([]);
      await picture(page, 'procurement-office', true);
      await page.context().close();
    });

    it('without a duty is told that it is not shown, in one language, at 400 % without sideways scrolling', async () => {
      const page = await rehearsal.page('houki-shimizu', { viewport: { width: 320, height: 256 } }, own);
      await page.getByText('選定が決まるまで非開示').waitFor();
      const main = page.getByRole('main');
      expect(await main.textContent()).not.toMatch(/青葉|若草|311/);
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('heading', { level: 1, name: /Procurement of/ }).waitFor();
      expect(await main.textContent()).not.toMatch(/[ぁ-ん]/);
      // A bar at the side takes part of the width: what counts is that nothing lies beyond it.
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
      ).toBe(0);
      expect(await barriers(page)).toEqual([]);
      await page.context().close();
    });
  });
}
