// The first set-up in a real browser, as a person who has just started Sekimori: what is wrong is told and nothing is lost, a reload goes on where
// it stood, and in the end somebody administers a real programme with its people. The tests build on each other in their order.
import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dayOf, instantFromMs } from '../../machines/values/date.ts';
import { newProgramme } from '../../seeds/new-programme.ts';
import type { SeedFile } from '../../server/intake/read-seed.ts';
import { readSeedFolder } from '../../server/intake/seed-folder.ts';
import { altered, folder } from '../seeds/folder.ts';
import { firstStartMs } from '../servers/supervisor.ts';
import { barriers } from './accessible.ts';
import { type Empty, openEmpty, picture } from './rehearsal.ts';

let empty: Empty;
let page: Page;
let rehearsal: SeedFile[];
let real: SeedFile[];

beforeAll(async () => {
  const template = await readSeedFolder(folder('template'));
  const today = dayOf(instantFromMs(Date.now()));
  const made = newProgramme(template, { code: '131130', name: '渋谷区', nameEn: 'Shibuya City', today });
  if (made.status === 'refused') throw new Error(made.refusal.code);
  rehearsal = made.files;
  const without = rehearsal.filter(({ path }) => path !== 'accounts.yaml');
  real = altered('programme.yaml', 'rehearsal: true', 'rehearsal: false', without);
  empty = await openEmpty('first-set-up');
  page = await empty.page({ viewport: { width: 1366, height: 768 } });
  page.setDefaultTimeout(30_000);
  await page.goto(empty.url);
}, firstStartMs);
afterAll(async () => {
  await empty?.close();
}, 180_000);

/** Nothing is cut off, and the page itself never scrolls sideways. */
async function fitsNarrow(): Promise<void> {
  await page.setViewportSize({ width: 320, height: 256 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.setViewportSize({ width: 1366, height: 768 });
}

const standsAt = (part: string) => page.locator('[aria-current="step"]').filter({ hasText: part }).waitFor();
const press = (name: string) => page.getByRole('button', { name }).click();
const zipOf = (files: readonly SeedFile[], name = 'keikaku.zip') => ({
  name,
  mimeType: 'application/zip',
  buffer: Buffer.from(zipSync(Object.fromEntries(files.map(({ path, text }) => [path, strToU8(text)])))),
});
const drop = (file: ReturnType<typeof zipOf>) =>
  page.locator('input[type="file"][accept*="zip"]').setInputFiles(file);

it('is the first page where nobody administers, and goes on by the code alone that the start told', async () => {
  await page.getByRole('heading', { name: 'はじめての設定' }).waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByLabel('設定コード必須').fill('aaaaa-bbbbb-ccccc-ddddd');
  await press('始める');
  await page.getByText('設定コードが違います').waitFor();
  expect(await page.getByLabel('設定コード必須').inputValue()).toBe('aaaaa-bbbbb-ccccc-ddddd');
  await picture(page, 'first-set-up-code');
  await fitsNarrow();
  const code = /^ +([a-z2-9]{5}(?:-[a-z2-9]{5}){3})$/m.exec(empty.said())?.[1] ?? '';
  await page.getByLabel('設定コード必須').fill(` ${code.toUpperCase()} `);
  await press('始める');
  await page.getByRole('heading', { name: '計画' }).waitFor();
}, 60_000);

it('tells of wrong bytes, a faulty file and a rehearsal what is wrong, and loads the programme once it was seen', async () => {
  await drop({ ...zipOf(real), buffer: Buffer.alloc(40) });
  await page.getByText('keikaku.zip は zip ではありません').waitFor();
  await drop(zipOf(altered('programme.yaml', '"131130"', '"131131"', real)));
  await page.getByText(/programme\.yaml \d+行目/).waitFor();
  await drop(zipOf(rehearsal));
  await page.getByText('演習の計画です').waitFor();
  expect(await page.getByRole('button', { name: 'この計画を読み込む' }).count()).toBe(0);
  await picture(page, 'first-set-up-refused');
  await drop(zipOf(real));
  await page.getByText('まだ何も読み込んでいません').waitFor();
  expect(await barriers(page)).toEqual([]);
  await picture(page, 'first-set-up-programme', true);
  await fitsNarrow();
  await press('この計画を読み込む');
  await page.getByLabel('アカウント必須').waitFor();
}, 120_000);

it('goes on where it stood after a reload, and takes an administrator with a password that nobody guesses', async () => {
  await page.getByLabel('アカウント必須').fill('kato.hanako');
  await page.getByLabel('氏名必須').fill('加藤花子');
  await page.reload();
  await standsAt('管理者');
  expect(await page.getByLabel('氏名必須').inputValue()).toBe('加藤花子');
  const passwords = async (first: string, again: string) => {
    await page.getByLabel('パスワード必須').fill(first);
    await page.getByLabel('パスワード（もう一度）必須').fill(again);
    await press('管理者として登録して進む');
  };
  await passwords('password1234', 'password1234');
  await page.getByText('推測されやすいパスワードです').waitFor();
  await passwords('fuji-kakitsubata-mizuumi', 'fuji-kakitsubata-mizuum1');
  await page.getByText('二つのパスワードが違います').waitFor();
  expect(await barriers(page)).toEqual([]);
  await picture(page, 'first-set-up-administrator', true);
  await fitsNarrow();
  await passwords('fuji-kakitsubata-mizuumi', 'fuji-kakitsubata-mizuumi');
  await page.getByRole('heading', { name: 'まだ足りないもの' }).waitFor();
  await standsAt('人');
}, 120_000);

it('records a list of people after a look at it, says what is lacking still, in either language', async () => {
  const rows = 'アカウント,氏名,職\nsuzuki,鈴木 﨑子,dx-office\nyamada,山田太郎,そんな職\n';
  await page
    .getByLabel('ファイル')
    .setInputFiles({ name: '職員.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });
  await page.getByText('この計画にその職はありません').waitFor();
  await press('この一覧を記録する');
  await page.getByText('初期パスワード（表示は今だけです').waitFor();
  await page.getByText('機械の管理者が一人だけです').waitFor();
  await page.getByText('3行目 山田太郎').waitFor();
  expect(await barriers(page)).toEqual([]);
  await picture(page, 'first-set-up-people', true);
  await fitsNarrow();
  await press('English');
  await page.getByRole('heading', { name: 'Still lacking' }).waitFor();
  expect(await barriers(page)).toEqual([]);
  await picture(page, 'first-set-up-people-en', true);
  await page.getByRole('link', { name: 'Open today’s page' }).click();
  await page.getByRole('banner').getByText('Shibuya City').waitFor();
}, 120_000);

it('is over for whoever comes by later: they are led to sign in', async () => {
  const other = await empty.page();
  await other.goto(`${empty.url}/setup`);
  await other.getByRole('button', { name: 'サインイン' }).waitFor();
  expect(await other.getByText('はじめての設定').count()).toBe(0);
}, 60_000);
