// The pages of the console in a real browser, one after the other on one rehearsal: to start `npm start` and a browser for each costs
// more than the pages do. What changes the rehearsal for others stands last.
import { afterAll, beforeAll, describe } from 'vitest';
import { firstStartMs } from '../servers/supervisor.ts';
import { auditCases } from './pages/audit.ts';
import { correctionCases } from './pages/correction.ts';
import { liveCases } from './pages/live.ts';
import { meetingCases } from './pages/meetings.ts';
import { planCases } from './pages/plan.ts';
import { procurementCases } from './pages/procurement.ts';
import { reportCases } from './pages/report.ts';
import { sendingCases } from './pages/sending.ts';
import { systemCases } from './pages/system.ts';
import { openRehearsal, type Rehearsal } from './rehearsal.ts';

let rehearsal: Rehearsal;
beforeAll(async () => {
  rehearsal = await openRehearsal('pages');
}, firstStartMs);
afterAll(async () => {
  await rehearsal?.close();
}, 180_000);

function pages(title: string, cases: (opened: () => Rehearsal) => void): void {
  describe(title, () => {
    cases(() => rehearsal);
    afterAll(() => rehearsal.leave());
  });
}

pages('the plan and the deadlines', planCases);
pages('the report', reportCases);
pages('the audit', auditCases);
pages('a system and its meetings', systemCases);
pages('others at work', liveCases);
pages('an act on its way', sendingCases);
pages('procurement', procurementCases);
pages('a correction', correctionCases);
pages('meetings and decisions of an office', meetingCases);
