// The day as it opens and the settings that change it, in a real browser on one rehearsal: the day is looked at as the first start leaves
// it, the settings move its clock at their end.
import { afterAll, beforeAll, describe } from 'vitest';
import { firstStartMs } from '../servers/supervisor.ts';
import { settingsCases } from './pages/settings.ts';
import { todayCases } from './pages/today.ts';
import { openRehearsal, type Rehearsal } from './rehearsal.ts';

let rehearsal: Rehearsal;
beforeAll(async () => {
  rehearsal = await openRehearsal('day');
}, firstStartMs);
afterAll(async () => {
  await rehearsal?.close();
}, 180_000);

describe('today', () => {
  todayCases(() => rehearsal);
  afterAll(() => rehearsal.leave());
});
describe('the settings', () => settingsCases(() => rehearsal));
