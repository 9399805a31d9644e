// What the tests of the console press and look for on a system's page.
import type { Page } from 'playwright-core';

export const acts = (page: Page) => page.getByRole('region', { name: 'できること' });
export const dialog = (page: Page) => page.getByRole('dialog');
/** On to the confirmation, where something is still asked. */
export async function goOn(page: Page): Promise<void> {
  const onward = dialog(page).getByRole('button', { name: '確認へ進む' });
  if (await onward.isVisible()) await onward.click();
}
/** What was asked is repeated once, and recorded. */
export async function confirm(page: Page): Promise<void> {
  await goOn(page);
  await dialog(page).getByRole('button', { name: 'この内容で記録する' }).click();
}
export const recorded = (page: Page) =>
  acts(page).getByRole('status').filter({ hasText: 'を記録しました' }).waitFor();

/** One of the acts that stand behind one press. */
export async function openAct(page: Page, name: string): Promise<void> {
  await acts(page).getByText('ほかにできること').click();
  await acts(page).getByRole('button', { name }).click();
}

/** The number of the newest entry, as the record itself tells it. */
export async function head(page: Page, system: string): Promise<number> {
  const found = await page.evaluate(async (path) => {
    const answer = await fetch(path);
    return (await answer.json()).head;
  }, `/api/v1/programmes/131121/systems/${system}`);
  return found?.seq ?? 0;
}
