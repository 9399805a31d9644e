// A vendor's notice over several systems, and what collides, as people and a program ask for them.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { amendmentPreview } from '../../server/contract/amendments.ts';
import { submitted } from '../../server/contract/entries.ts';
import { systemView } from '../../server/contract/migrations/system.ts';
import { effectView } from '../../server/contract/planning/schedule.ts';
import { collisionList, vendorList } from '../../server/contract/procuring/vendors.ts';
import { programmeView } from '../../server/contract/programmes.ts';
import { openTown, type Town } from './town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const as = 'dx-tanaka';
let sent = 0;
const eventsPath = () => `/programmes/${town.code}/events`;

async function bodyOf(fact: Record<string, unknown>) {
  const { today, version } = await town.answered(programmeView, 'GET', `/programmes/${town.code}`, { as });
  sent += 1;
  return { fact, post: 'dx-office', occurredOn: today, requestId: `vendors/${sent}`, seenVersion: version };
}
const record = async (fact: Record<string, unknown>) =>
  town.answered(submitted, 'POST', eventsPath(), { as, body: await bodyOf(fact) });
async function refused(fact: Record<string, unknown>): Promise<string> {
  const answer = await town.ask('POST', eventsPath(), { as, body: await bodyOf(fact) });
  expect(answer.status).not.toBe(200);
  return answer.text();
}
const vendors = () => town.answered(vendorList, 'GET', `/programmes/${town.code}/vendors`, { as });
const colliding = (query = '') =>
  town.answered(collisionList, 'GET', `/programmes/${town.code}/collisions${query}`, { as });

const four = ['juki', 'zei', 'kaigo', 'shugaku'];
const letter = {
  kind: 'other',
  title: '撤退の通知',
  sha256: 'c'.repeat(64),
  documentNo: '第12号',
  decidedOn: '2023-11-15',
};
const withdrawal = {
  type: 'vendor.noticed',
  vendor: 'ko',
  kind: 'withdrawal',
  systems: four.map((system) => ({ system })),
  until: null,
  evidence: letter,
};

it('a withdrawal over four systems shows what each stands to miss, until it is said what is done about each', async () => {
  expect(await refused(withdrawal)).toContain('vendor.unknown');
  await record({
    type: 'vendor.registered',
    vendor: 'ko',
    // The contracts on record name it with its legal form.
    name: '富士通Japan',
    serves: four.map((system) => ({ system, as: 'next' })),
    aMonth: 2,
  });
  expect(await refused({ ...withdrawal, systems: [{ system: 'nowhere' }] })).toContain('nowhere');
  const { seq } = await record(withdrawal);

  const [notice] = (await vendors()).notices;
  expect(notice).toMatchObject({ notice: seq, kind: 'withdrawal', until: null });
  expect(notice?.systems.map(({ system, reasonType, answer }) => [system, reasonType, answer])).toEqual(
    four.map((system) => [system, 3, null]),
  );
  for (const { deadlines } of notice?.systems ?? []) {
    expect(deadlines.length).toBeGreaterThan(0);
    expect(deadlines.every(({ outcome }) => outcome === 'open')).toBe(true);
  }

  const answer = { type: 'vendor.answered', notice: seq, answer: 'otherVendor', reason: '次点と協議する' };
  expect(await refused({ ...answer, system: 'senkyo' })).toContain('vendor.notTouched');
  await record({ ...answer, system: 'juki' });
  const [after] = (await vendors()).notices;
  expect(after?.systems.map(({ answer: said }) => said?.answer ?? null)).toEqual([
    'otherVendor',
    null,
    null,
    null,
  ]);
});

it('switch-overs of one vendor collide, and a plan can be tried before it is made', async () => {
  const now = await colliding();
  const weeks = now.collisions.filter(({ code }) => code === 'sameWeek');
  expect(weeks.map(({ message }) => message.ja.includes('富士通Japanの切替'))).toEqual([true]);
  const tried = await colliding('?system=juki&startOn=2025-04-01&endOn=2025-04-01');
  expect(tried.collisions.filter(({ code }) => code === 'busyTime').map(({ systems }) => systems)).toEqual([
    ['juki'],
  ]);
  // Nothing was planned by asking.
  expect((await colliding()).collisions).toEqual(now.collisions);
});

it('an amendment that plans a switch-over says what it would collide with, and no more than that', async () => {
  const previewed = (startOn: string) =>
    town.answered(amendmentPreview, 'POST', `/programmes/${town.code}/amendments/preview`, {
      as,
      body: {
        changes: [{ kind: 'plan', of: 'system', id: 'juki', phase: 'go-live', startOn, endOn: '2025-04-30' }],
      },
    });
  const [told, ...more] = (await previewed('2025-04-01')).collisions;
  expect(told?.ja).toMatch(/切替（令和7年4月1日）が「4月の異動期」に重なります/u);
  expect(more).toEqual([]);
  expect((await previewed('2025-04-16')).collisions).toEqual([]);
});

it('a plan that is about to be moved says the same, before it is recorded', async () => {
  const path = `/programmes/${town.code}/systems/juki`;
  const headNow = async () => (await town.answered(systemView, 'GET', path, { as })).head?.seq;
  const seenVersion = await headNow();
  const looked = async (startOn: string) => {
    const fact = {
      type: 'plan.changed',
      phase: 'go-live',
      startOn,
      endOn: '2025-04-30',
      reason: '見直し',
      cause: 'other',
    };
    const body = { ...(await bodyOf(fact)), seenVersion };
    return town.answered(effectView, 'POST', `${path}/effect`, { as, body });
  };
  const { refusals, collisions } = await looked('2025-04-01');
  expect(refusals).toEqual([]);
  expect(collisions.map(({ ja }) => ja)).toEqual([
    expect.stringMatching(/切替（令和7年4月1日）が「4月の異動期」に重なります/u),
  ]);
  expect((await looked('2025-04-16')).collisions).toEqual([]);
  expect(await headNow()).toBe(seenVersion);
});
