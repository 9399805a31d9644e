// A committee gets a term by an amendment: its preview names the gates that would be left, and once the term is over nobody speaks for it,
// as everybody is told beforehand.
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { amendmentList, amendmentPreview, proposed } from '../../server/contract/amendments.ts';
import { submitted } from '../../server/contract/entries.ts';
import { doctorReport } from '../../server/contract/health.ts';
import { explanationView } from '../../server/contract/migrations/explanation.ts';
import { clockMoved } from '../../server/contract/settings/clock.ts';
import { openTown, type Town } from './town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
}, 300_000);
afterAll(() => town?.close());

const path = (rest: string) => `/programmes/${town.code}${rest}`;
const changes = [{ kind: 'term', body: 'working-group', term: { until: '2024-03-31' } }];
let requests = 0;
const requestId = () => {
  requests += 1;
  return `terms/${requests}`;
};

async function adopted(): Promise<void> {
  const body = {
    wanted: { changes },
    reason: '委員の任期',
    post: 'dx-office',
    requestId: requestId(),
  };
  const { number } = await town.answered(proposed, 'POST', path('/amendments'), { as: 'dx-tanaka', body });
  for (const as of ['iin-yoshida', 'iin-yamada'])
    await town.answered(submitted, 'POST', path('/events'), {
      as,
      body: {
        fact: { type: 'amendment.approved', amendment: number },
        post: 'promotion-committee',
        occurredOn: '2023-11-16',
        seenVersion: 0,
        requestId: requestId(),
      },
    });
  await vi.waitFor(async () => {
    const { items } = await town.answered(amendmentList, 'GET', path('/amendments'), { as: 'dx-ito' });
    expect(items.find((one) => one.number === number)?.status).toBe('adopted');
  }, 60_000);
}

const moveTo = (to: string) =>
  town.answered(clockMoved, 'POST', path('/clock'), {
    as: 'dx-ito',
    body: { to: `${to}T09:00:00+09:00`, requestId: requestId(), post: 'dx-office' },
  });

async function ahead(): Promise<string[]> {
  const { parts } = await town.answered(doctorReport, 'GET', '/doctor', { as: 'operator' });
  return parts.find(({ part }) => part === 'ahead')?.notes?.map(({ ja }) => ja) ?? [];
}

it('the preview names the gates that would be left, with their systems and phases, and small changes give a term', async () => {
  const preview = await town.answered(amendmentPreview, 'POST', path('/amendments/preview'), {
    as: 'dx-tanaka',
    body: { changes },
  });
  const [left, ...more] = preview.terms;
  expect(more).toEqual([]);
  expect(left).toMatchObject({ body: 'working-group', until: '2024-03-31' });
  expect(left?.gates.length).toBeGreaterThan(3);
  expect(left?.message.ja).toContain('作業部会の任期は令和6年3月31日に終わります');
  expect(left?.message.ja).toMatch(/の.+ほか\d+件/u);
  expect(preview.differences.some(({ place }) => place.ja.includes('任期'))).toBe(true);
  const wrong = await town.refused('POST', path('/amendments/preview'), {
    as: 'dx-tanaka',
    body: { changes: [{ kind: 'term', body: 'promotion-committee', term: { until: '2024-03-31' } }] },
  });
  expect(wrong.issues?.map(({ code }) => code)).toEqual(['amend.termed']);
});

it('the doctor names a term from thirty days before its end; afterwards a voice is refused, as explained to all', async () => {
  await adopted();
  await moveTo('2024-02-29');
  expect((await ahead()).filter((note) => note.includes('任期'))).toEqual([]);
  await moveTo('2024-03-05');
  const [note] = (await ahead()).filter((one) => one.includes('作業部会の任期'));
  expect(note).toContain('令和6年3月31日');
  await moveTo('2024-04-02');
  const as = 'bukai-kobayashi';
  const at = path('/systems/juki');
  const explained = await town.answered(explanationView, 'GET', `${at}/explanation?post=working-group`, {
    as,
  });
  const body = explained.gate?.approvals.find((one) => one.body === 'working-group');
  expect(body?.outsideTerm).toMatchObject({ code: 'body.outsideTerm' });
  const told = explained.acts.find(({ type }) => type === 'gate.approved');
  expect(told?.refusals.map(({ code }) => code)).toContain('body.outsideTerm');
  const refused = await town.refused('POST', `${at}/events`, {
    as,
    body: {
      fact: { type: 'gate.approved', phase: 'development' },
      post: 'working-group',
      occurredOn: '2024-03-29',
      seenVersion: explained.version,
      requestId: requestId(),
    },
  });
  expect(refused.refusals?.map(({ code }) => code)).toContain('body.outsideTerm');
  expect(refused.refusals?.find(({ code }) => code === 'body.outsideTerm')?.message.ja).toContain(
    '令和6年4月2日',
  );
  const { ok, firstWrong } = await town.rig.ledger.verify({ programme: town.code, decide: true });
  expect([ok, firstWrong]).toEqual([true, null]);
});
