// A programme that lives: an amendment is looked at, filed, approved by two, adopted by the programme and by each migration that it
// concerns; a past day is still seen as it was.
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { chainOf } from '../../machines/record/chain.ts';
import { amendmentList, amendmentPreview, oneAmendment, proposed } from '../../server/contract/amendments.ts';
import { submitted } from '../../server/contract/entries.ts';
import { boardPage } from '../../server/contract/migrations.ts';
import { clockMoved } from '../../server/contract/programmes.ts';
import type { SeedFile } from '../../server/intake/read-seed.ts';
import { filesOf, openTown, type Town } from './town.ts';

const SYSTEMS = 16;

let town: Town;
let requests = 0;

beforeAll(async () => {
  town = await openTown();
}, 240_000);
afterAll(() => town?.close());

const requestId = () => {
  requests += 1;
  return `amending/${requests}`;
};
const path = (rest = '') => `/programmes/${town.code}/amendments${rest}`;
const wantedFrom = (changes: unknown[]) => ({ changes });

async function filed(wanted: unknown, over: object = {}, as = 'dx-tanaka') {
  const body = { wanted, reason: '令和7年度の改正', post: 'dx-office', requestId: requestId(), ...over };
  return town.answered(proposed, 'POST', path(), { as, body });
}

const voice = (as: string, number: number, type = 'approved', over: object = {}) => ({
  as,
  body: {
    fact: { type: `amendment.${type}`, amendment: number, ...over },
    post: 'promotion-committee',
    occurredOn: '2023-11-16',
    seenVersion: 0,
    requestId: requestId(),
  },
});

const events = () => `/programmes/${town.code}/events`;
const approved = (as: string, number: number) =>
  town.answered(submitted, 'POST', events(), voice(as, number));

async function statusOf(number: number): Promise<string | undefined> {
  const list = await town.answered(amendmentList, 'GET', path(), { as: 'dx-ito' });
  return list.items.find((one) => one.number === number)?.status;
}

async function adopted(number: number): Promise<void> {
  await approved('iin-yoshida', number);
  expect(await statusOf(number)).toBe('open');
  await approved('iin-yamada', number);
  await vi.waitFor(async () => expect(await statusOf(number)).toBe('adopted'), 30_000);
}

const adoptionsOf = (chain: string) => town.rig.ledger.entriesOfType(chain, 'definition.adopted', 0);
const boardNow = async () => {
  const { items } = await town.answered(boardPage, 'GET', `/programmes/${town.code}/systems`, {
    as: 'dx-ito',
  });
  return new Map(items.map(({ system, phase }) => [system, phase]));
};
async function versionsNow(): Promise<number[]> {
  const { items } = await town.rig.ledger.board({ programme: town.code }, { limit: 50 });
  return [...new Set(items.map(({ definitionVersion }) => definitionVersion))];
}
const clean = async () => {
  const { ok, firstWrong } = await town.rig.ledger.verify({ programme: town.code, decide: true });
  expect([ok, firstWrong]).toEqual([true, null]);
};

it('a closed day is shown with what it moves, approved by two others, and adopted by every migration', async () => {
  const wanted = wantedFrom([{ kind: 'closedDay', on: '2025-12-26', closed: true }]);
  const preview = await town.answered(amendmentPreview, 'POST', path('/preview'), {
    as: 'dx-tanaka',
    body: wanted,
  });
  expect(preview.version).toEqual({ inForce: 1, wanted: 2 });
  expect(preview.differences.map(({ part, was, now }) => [part, was, now])).toContainEqual([
    'calendar',
    null,
    '2025-12-26',
  ]);
  expect(preview.migrations).toHaveLength(SYSTEMS);
  const { number } = await filed(wanted);
  const own = await town.refused('POST', events(), {
    ...voice('dx-tanaka', number),
    body: { ...voice('dx-tanaka', number).body, post: 'dx-office' },
  });
  expect(own.refusals?.map(({ code }) => code)).toEqual(['actor.wrongPost', 'amendment.own']);
  await adopted(number);
  await vi.waitFor(async () => {
    for (const system of ['juki', 'renkei']) {
      const [entry] = await adoptionsOf(chainOf(town.code, system));
      expect(entry).toBeDefined();
    }
  }, 30_000);
  const again = await town.refused('POST', path('/preview'), { as: 'dx-tanaka', body: wanted });
  expect(again.issues?.map(({ code }) => code)).toEqual(['change.already']);
  await clean();
}, 120_000);

/** The folder in which a phase of every path is called otherwise. */
const renamed = (version: number): SeedFile[] =>
  filesOf(town.code)
    .filter(({ path: file }) => file !== 'history.yaml')
    .map(({ path: file, text }) => {
      const called = text.replaceAll('fit-gap', 'analysis');
      if (file === 'programme.yaml')
        return { path: file, text: called.replace(/^version: \d+/m, `version: ${version}`) };
      if (!file.startsWith('paths/')) return { path: file, text: called };
      const stands = called.replace(/^( *)- id: analysis$/m, '$1- id: analysis\n$1  replaces: [fit-gap]');
      return { path: file, text: stands.replace(/^version: 1$/m, 'version: 2') };
    });

it('a folder that calls a phase otherwise is adopted; what was decided before is seen as it was', async () => {
  const low = await town.refused('POST', path('/preview'), { as: 'dx-tanaka', body: { files: renamed(2) } });
  expect(low.issues?.map(({ code }) => code)).toEqual(['version.notRaised']);
  const without = renamed(3).map(({ path: file, text }) => ({
    path: file,
    text: text.replace(/^ *replaces: .*$/m, ''),
  }));
  const lost = await town.refused('POST', path('/preview'), { as: 'dx-tanaka', body: { files: without } });
  expect(new Set(lost.issues?.map(({ code }) => code))).toEqual(new Set(['path.noCounterpart']));
  const before = await boardNow();
  const { number, preview } = await filed({ files: renamed(3) });
  expect(preview.migrations.flatMap(({ refusals }) => refusals)).toEqual([]);
  expect(
    preview.migrations.flatMap(({ deadlines }) => deadlines.filter(({ change }) => change !== 'moved')),
  ).toEqual([]);
  await adopted(number);
  await vi.waitFor(async () => expect(await versionsNow()).toEqual([3]), 60_000);
  const after = await boardNow();
  for (const [system, phase] of before)
    expect([system, after.get(system)]).toEqual([system, phase === 'fit-gap' ? 'analysis' : phase]);
  await clean();
}, 180_000);

it('what a change names and is not there is told with what is', async () => {
  const nobody = await town.refused('POST', path('/preview'), {
    as: 'dx-tanaka',
    body: wantedFrom([{ kind: 'members', body: 'nobody', members: 3 }]),
  });
  expect(nobody.issues?.[0]?.message.ja).toContain('dx-office');
  const many = await town.refused('POST', path('/preview'), {
    as: 'dx-tanaka',
    body: wantedFrom([{ kind: 'members', body: 'promotion-committee', members: 1 }]),
  });
  expect(many.issues?.map(({ code }) => code)).toEqual(['change.beyond']);
  const neither = await town.refused('POST', path('/preview'), { as: 'dx-tanaka', body: {} });
  expect(neither.status).toBe(422);
});

it('an amendment of a later day waits for it, and one made on the edition before is overtaken', async () => {
  const later = wantedFrom([
    { kind: 'label', of: 'body', id: 'dx-office', label: { ja: 'デジタル推進課', en: 'Digital division' } },
  ]);
  const { number } = await filed(later, { fromOn: '2024-04-01' });
  const { number: other } = await filed(
    wantedFrom([
      { kind: 'plan', of: 'system', id: 'juki', phase: 'development', startOn: '2024-02', endOn: '2025-01' },
    ]),
  );
  await approved('iin-yoshida', number);
  await approved('iin-yamada', number);
  expect(await statusOf(number)).toBe('approved');
  const waiting = await town.answered(oneAmendment, 'GET', path(`/${number}`), { as: 'dx-ito' });
  expect(waiting.preview?.migrations).toHaveLength(SYSTEMS);
  await town.answered(clockMoved, 'POST', `/programmes/${town.code}/clock`, {
    as: 'dx-tanaka',
    body: { to: '2024-04-02T09:00:00+09:00', requestId: requestId(), post: 'dx-office' },
  });
  await vi.waitFor(async () => expect(await statusOf(number)).toBe('adopted'), 60_000);
  expect(await statusOf(other)).toBe('overtaken');
  await clean();
  const past = await town.answered(boardPage, 'GET', `/programmes/${town.code}/systems?asOf=2024-03-31`, {
    as: 'dx-ito',
  });
  expect(past.items.length).toBe(SYSTEMS);
  expect(past.items.find(({ system }) => system === 'juki')?.phase).toBe((await boardNow()).get('juki'));
}, 180_000);
