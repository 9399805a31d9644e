// What ages without a deadline of its own, in a whole town: told in the digests of a year's days, each step once to each person; and what
// the doctor says of those whom nothing reaches.
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createMaker } from '../../activities/notices/digest/making.ts';
import type { DigestLine } from '../../ledger/models/digests/line.ts';
import { doctorReport } from '../../server/contract/health.ts';
import { systemView } from '../../server/contract/migrations/system.ts';
import { clockMoved } from '../../server/contract/settings/clock.ts';
import { openTown, type Town, withParts } from './town.ts';

let town: Town;
let make: () => Promise<number>;
beforeAll(async () => {
  town = await openTown();
  const maker = createMaker({ ledger: town.rig.ledger, channels: [], wallMs: Date.now });
  make = () => maker(town.code);
});
afterAll(() => town.close());

let moves = 0;
/** To the end of a day, as who plays a rehearsal does, and its digests. */
async function endOf(day: string): Promise<number> {
  moves += 1;
  const body = { to: `${day}T17:15:00+09:00`, requestId: `aging/${moves}`, post: 'dx-office' };
  await town.answered(clockMoved, 'POST', `/programmes/${town.code}/clock`, { as: 'dx-tanaka', body });
  return make();
}

async function submit(system: string, phase: string, as: string, post: string): Promise<void> {
  const path = `/programmes/${town.code}/systems/${system}`;
  const { row, setting } = await town.answered(systemView, 'GET', path, { as: 'dx-ito' });
  const answer = await town.ask('POST', `${path}/events`, {
    as,
    body: {
      fact: { type: 'phase.submitted', phase, evidence: [] },
      post,
      occurredOn: setting.today,
      requestId: `aging/submit/${system}`,
      seenVersion: row.version,
    },
  });
  expect([answer.status, answer.status === 200 ? '' : await answer.text()]).toEqual([200, '']);
}

interface Told {
  account: string;
  day: string;
  lines: DigestLine[];
}
const digests = async (): Promise<Told[]> =>
  town.rig.ledger.database.sql<Told[]>`
    select account, day::text as day, lines from digest where programme = ${town.code} order by day, account`;
const agingOf = ({ lines }: Told) =>
  lines.flatMap(({ parts }) => parts.map(({ key }) => key)).filter((key) => key.startsWith('ahead/'));

it('a year of days’ ends tells each step once to each person, at most one digest a day, and the doctor names what is left unanswered', async () => {
  const { row } = await town.answered(systemView, 'GET', `/programmes/${town.code}/systems/senkyo`, {
    as: 'dx-ito',
  });
  await make();
  await submit('senkyo', row.phase, 'koseki-nakamura', 'business-division');
  const days = [
    '2023-11-20',
    '2023-11-21',
    '2023-11-22',
    '2023-11-28',
    '2023-12-01',
    '2023-12-04',
    '2023-12-11',
    '2024-01-12',
    '2024-03-29',
    '2024-04-05',
    '2024-09-30',
  ];
  for (const day of days) await endOf(day);
  const all = await digests();
  const told = all.flatMap((one) => agingOf(one).map((key) => `${one.account} ${key}`));
  expect(told.length).toBeGreaterThan(5);
  expect(new Set(told).size).toBe(told.length);
  expect(new Set(all.map(({ account, day }) => `${account} ${day}`)).size).toBe(all.length);
  const reviews = (account: string) =>
    all
      .filter((one) => one.account === account)
      .flatMap((one) => agingOf(one))
      .filter((key) => key.startsWith('ahead/review/senkyo'));
  expect(reviews('bukai-kobayashi').map((key) => key.slice(-10))).toEqual([
    '2023-11-21',
    '2023-11-24',
    '2023-12-01',
    '2023-12-08',
    '2024-01-12',
    '2024-03-29',
    '2024-04-05',
    '2024-09-27',
  ]);
  // Who asked hears of it from the tenth open day on.
  expect(reviews('koseki-nakamura')[0]?.slice(-10)).toBe('2023-12-01');
  const report = await town.answered(doctorReport, 'GET', '/doctor', { as: 'dx-tanaka' });
  const ahead = report.parts.find(({ part }) => part === 'ahead');
  expect(ahead?.ok).toBe(true);
  expect(JSON.stringify(ahead?.notes)).toContain('答えていません');
}, 600_000);

it('the doctor says whom nothing reaches and why, and is ill only where digests stay away', async () => {
  const reach = async (parts: Partial<Town['parts']> = {}) => {
    const at = withParts(town, parts);
    const report = await at.answered(doctorReport, 'GET', '/doctor', { as: 'operator' });
    return report.parts.find(({ part }) => part === 'reach');
  };
  const before = await reach();
  expect(before?.ok).toBe(true);
  const { sql } = town.rig.ledger.database;
  await sql`insert into contact (account, mail) values ('dx-ito', 'ito@city.example')`;
  const ended = await town.ask('POST', '/accounts/keiyaku-kimura/posts/end', {
    as: 'dx-tanaka',
    body: { post: 'contracts-division', programme: town.code },
  });
  expect(ended.status).toBe(200);
  await town.ask('POST', '/accounts/keiyaku-hara/posts/end', {
    as: 'dx-tanaka',
    body: { post: 'contracts-division', programme: town.code },
  });
  expect(JSON.stringify((await reach())?.notes ?? [])).toContain('契約課');
  // A sending that nobody carries.
  await sql`insert into digest_sending (programme, account, day, channel, since, message_id, last_error)
    select programme, account, day, 'mail', since, 'x', 'refused' from digest where programme = ${town.code} and account = 'dx-ito'
    order by day desc limit 1`;
  expect((await reach())?.ok).toBe(true);
  const owner = postgres(town.rig.database.ownerUrl, { max: 1 });
  await owner`update digest set wall_at = now() - interval '2 hours' where programme = ${town.code}`;
  await owner.end();
  const ill = await reach();
  expect([ill?.ok, JSON.stringify(ill?.notes)]).toEqual([
    false,
    expect.stringContaining('送れていません（refused）'),
  ]);
  await sql`update digest_sending set state = 'givenUp', ended_at = now() where programme = ${town.code} and channel = 'mail'`;
  const given = JSON.stringify((await reach())?.notes ?? []);
  expect(given).toContain('dx-ito へのメールは受け付けられず');
  expect((await reach())?.ok).toBe(true);
  moves += 1;
  const body = { to: '2024-10-03T12:00:00+09:00', requestId: `aging/${moves}`, post: 'dx-office' };
  await town.answered(clockMoved, 'POST', `/programmes/${town.code}/clock`, { as: 'dx-tanaka', body });
  const away = await reach();
  expect([away?.ok, JSON.stringify(away?.notes)]).toEqual([
    false,
    expect.stringContaining('まとめの知らせが作られていません'),
  ]);
  await make();
  expect((await reach())?.ok).toBe(true);
}, 300_000);
