// A programme that lives: an amendment is looked at, filed, approved by two, adopted by the programme and by each migration that it
// concerns; a past day is still seen as it was.
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { z } from 'zod';
import { chainOf } from '../../machines/record/chain.ts';
import { bodyOf } from '../../machines/record/reader.ts';
import { addDays } from '../../machines/values/date.ts';
import { accessPage } from '../../server/contract/accounts.ts';
import { amendmentList, amendmentPreview, oneAmendment, proposed } from '../../server/contract/amendments.ts';
import { entryPage, submitted } from '../../server/contract/entries.ts';
import { boardPage } from '../../server/contract/migrations/board.ts';
import { systemView } from '../../server/contract/migrations/system.ts';
import { nationalSheet } from '../../server/contract/planning/national-sheet.ts';
import { report } from '../../server/contract/reports/tables.ts';
import { clockMoved } from '../../server/contract/settings/clock.ts';
import { programmeFolder } from '../../server/contract/settings/folder.ts';
import { officesView } from '../../server/contract/settings/paths.ts';
import type { SeedFile } from '../../server/intake/read-seed.ts';
import { migrationWorkflowId } from '../../workflows/messages.ts';
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

const progressOf = (number: number) =>
  town.answered(oneAmendment, 'GET', path(`/${number}`), { as: 'dx-ito' });
const takenOf = async (number: number, status: string) =>
  (await progressOf(number)).adoption?.systems.filter((one) => one.status === status);
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
  // Whoever wants the same is told that it waits; the same sent again is its proposer's.
  for (const [to, body] of [
    ['/preview', wanted],
    ['', { wanted, reason: '同じ日', post: 'dx-office', requestId: requestId() }],
  ] as const) {
    const twice = await town.refused('POST', path(to), { as: 'dx-ito', body });
    expect(twice.issues?.map(({ code }) => code)).toEqual(['change.proposed']);
    expect(twice.issues?.[0]?.message.ja).toContain(`改定 ${number} で既に提案`);
  }
  const own = await town.refused('POST', events(), {
    ...voice('dx-tanaka', number),
    body: { ...voice('dx-tanaka', number).body, post: 'dx-office' },
  });
  expect(own.refusals?.map(({ code }) => code)).toEqual(['actor.wrongPost', 'amendment.own']);
  expect((await progressOf(number)).adoption).toBeNull();
  await town.rig.client.workflow.getHandle(migrationWorkflowId(town.code, 'zei')).terminate('lost');
  await adopted(number);
  // Who is still on the version before is told; once it runs again it goes on by itself.
  await vi.waitFor(async () => expect(await takenOf(number, 'adopted')).toHaveLength(SYSTEMS - 1), 30_000);
  const { adoption } = await progressOf(number);
  const lost = adoption?.systems.find(({ system }) => system === 'zei');
  expect(lost).toMatchObject({ status: 'waiting', from: 1, to: 2, at: null, refusals: [] });
  await town.parts.health.watch.round();
  await vi.waitFor(async () => expect(await takenOf(number, 'adopted')).toHaveLength(SYSTEMS), 60_000);
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
  expect(waiting.preview?.overtakes.map((one) => one.number)).toEqual([other]);
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

/** One system comes in the folder, and another goes. */
function replaced(version: number): SeedFile[] {
  const old = '  - id: shougai-techou\n';
  const part = '身障手帳・療育手帳・国手当';
  const come = `  - id: shougai-shin\n    name: { ja: 手帳の新システム, en: Handbooks }\n    businesses: [障害者福祉]\n    part: ${part}\n    wave: wave-2\n    path: wave-2\n`;
  const goes = `${old}    retired: { as: withdrawn, reason: 新システムに替える }\n`;
  return renamed(version).map((file) =>
    file.path === 'systems.yaml' ? { ...file, text: file.text.replace(old, `${come}${goes}`) } : file,
  );
}

const rowsOn = async (day?: string) => {
  const query = day === undefined ? '' : `?asOf=${day}`;
  const board = `/programmes/${town.code}/systems${query}`;
  const { items } = await town.answered(boardPage, 'GET', board, { as: 'dx-ito' });
  return new Map(items.map((row) => [row.system, row]));
};
const sheetOn = (day?: string) =>
  town.answered(
    nationalSheet,
    'GET',
    `/programmes/${town.code}/national-sheet${day === undefined ? '' : `?asOf=${day}`}`,
    { as: 'dx-ito' },
  );
/** Every migration that it concerns has adopted it; before that the programme decides nothing else. */
const reached = ({ version, migrations }: z.infer<typeof amendmentPreview>) =>
  vi.waitFor(async () => {
    const { items } = await town.rig.ledger.board({ programme: town.code }, { limit: 50 });
    const behind = items.filter(
      ({ system, definitionVersion }) =>
        definitionVersion !== version.wanted && migrations.some((one) => one.system === system),
    );
    expect(behind.map(({ system }) => system)).toEqual([]);
  }, 90_000);
const contractedNow = async () => {
  const { contracts } = await town.answered(report, 'GET', `/programmes/${town.code}/report`, {
    as: 'dx-ito',
  });
  return contracts.reduce((sum, { totalYen }) => sum + totalYen, 0);
};
const carriersOf = (sheet: Awaited<ReturnType<typeof sheetOn>>, business: string) =>
  sheet.rows.find((row) => row.business === business);
const refusedAt = async (chain: string) => {
  const body = {
    fact: { type: 'migration.held', reason: '待ち' },
    post: 'dx-office',
    requestId: requestId(),
  };
  const sent = { ...body, occurredOn: '2024-04-02', seenVersion: 0 };
  const { refusals = [] } = await town.refused('POST', `/programmes/${town.code}/systems/${chain}/events`, {
    as: 'dx-tanaka',
    body: sent,
  });
  return refusals.map(({ code }) => code);
};

it('a system that a folder adds begins on the day of adoption, the one that goes ends, and the days before know neither', async () => {
  const files = replaced((await versionsNow()).reduce((a, b) => Math.max(a, b)) + 1);
  const { number, preview } = await filed({ files });
  expect(preview.fresh.map(({ system }) => system)).toEqual(['shougai-shin']);
  const going = preview.migrations.find(({ system }) => system === 'shougai-techou');
  expect(going?.ends).toMatchObject({ kind: 'withdrawn', reason: '新システムに替える' });
  expect(going?.deadlines.every(({ change, dueOn }) => change === 'gone' && dueOn === null)).toBe(true);
  await adopted(number);
  await reached(preview);
  const rows = await rowsOn();
  const techou = rows.get('shougai-techou');
  expect([techou?.activity, rows.get('shougai-shin')?.phase]).toEqual(['retired', 'analysis']);
  expect([techou?.waitingFor, techou?.nextDeadline, techou?.overdue]).toEqual([[], null, 0]);
  expect(await refusedAt('shougai-techou')).toEqual(['migration.retired']);
  const before = await rowsOn('2024-04-01');
  expect([before.has('shougai-shin'), before.get('shougai-techou')?.activity]).toEqual([false, 'active']);
  expect(carriersOf(await sheetOn(), '障害者福祉')?.systems).toEqual(['shougai', 'shougai-shin']);
  expect(carriersOf(await sheetOn('2024-04-01'), '障害者福祉')?.systems).toEqual([
    'shougai',
    'shougai-techou',
  ]);
  await clean();
}, 180_000);

const paper = {
  kind: 'other',
  title: '協議録',
  sha256: 'c'.repeat(64),
  documentNo: '6世DX第9号',
  decidedOn: '2024-04-01',
};
/** What its owner does there. */
async function actOn(system: string, status: number) {
  const body = {
    fact: { type: 'evidence.attached', evidence: { ...paper, title: '引継書', sha256: 'd'.repeat(64) } },
    post: 'business-division',
    occurredOn: '2024-04-02',
    seenVersion: (await rowsOn()).get(system)?.version ?? 0,
    requestId: requestId(),
  };
  const at = `/programmes/${town.code}/systems/${system}/events`;
  const as = 'kosodate-yamamoto';
  if (status === 200) return { ...(await town.answered(submitted, 'POST', at, { as, body })), code: '' };
  return town.refused('POST', at, { as, body });
}
async function grantsOf(account: string) {
  const [known] = (await town.parts.people.list()).filter((one) => one.account === account);
  return known?.grants ?? [];
}
async function heldOn(day: string | null) {
  const asked = day === null ? '' : `?asOf=${day}&by=occurred`;
  const { held } = await town.answered(officesView, 'GET', `/programmes/${town.code}/offices${asked}`, {
    as: 'dx-ito',
  });
  return held
    .flatMap(({ account, system }) =>
      account === 'kosodate-yamamoto' && system?.startsWith('jidou') ? [system] : [],
    )
    .sort();
}

it('a system is split and another is taken up: each heir begins where the old one stood, proven by its last entry', async () => {
  const into = [
    { id: 'jidou-teate', businesses: ['児童手当'] },
    { id: 'jidou-fuyou', businesses: ['児童扶養手当'] },
  ];
  const split = { kind: 'split', system: 'jidou', into, reason: '調達単位の見直し', release: true };
  const merge = {
    kind: 'merge',
    systems: ['kokuho', 'kouki'],
    into: { id: 'kokuho' },
    reason: '共同調達',
    release: true,
  };
  await town.answered(submitted, 'POST', `/programmes/${town.code}/systems/jidou/events`, {
    as: 'kosodate-yamamoto',
    body: {
      fact: { type: 'evidence.attached', evidence: paper },
      post: 'business-division',
      occurredOn: '2024-04-02',
      seenVersion: (await rowsOn()).get('jidou')?.version,
      requestId: requestId(),
    },
  });
  const [old, sheet, contracts] = [(await rowsOn()).get('jidou'), await sheetOn(), await contractedNow()];
  const late = into.map((one) => ({ ...one, phase: 'operation' }));
  const refused = await town.refused('POST', path(), {
    as: 'dx-tanaka',
    body: {
      wanted: wantedFrom([{ ...split, into: late }]),
      reason: '-',
      post: 'dx-office',
      requestId: requestId(),
    },
  });
  expect(refused.issues?.map(({ field, code }) => `${field} ${code}`)).toEqual([
    'jidou-teate migration.laterPhase',
    'jidou-fuyou migration.laterPhase',
  ]);
  const { number, preview } = await filed(wantedFrom([split, merge]));
  expect(preview.heirs.map(({ system, from, begins }) => [system, from, begins?.phase])).toEqual([
    ['jidou-teate', ['jidou'], old?.phase],
    ['jidou-fuyou', ['jidou'], old?.phase],
    ['kokuho', ['kouki'], undefined],
  ]);
  expect(preview.heirs[0]?.papers).toBeGreaterThan(0);
  // Each deadline of an heir has its day and the rule by which it is counted; those of the old one go on.
  const [due] = preview.heirs[0]?.deadlines ?? [];
  expect([due?.was, due?.derivation.length]).toEqual([due?.dueOn, expect.any(Number)]);
  expect(due?.derivation.length).toBeGreaterThan(0);
  // Who holds a post of the old one alone holds it of the heirs, where it is not said that it stays.
  const staff = (of: typeof preview) =>
    of.people.map(({ system, posts, followed, unheld }) => [
      system,
      posts,
      followed.map(({ account, post }) => `${account} ${post}`),
      unheld.map(({ post }) => post),
    ]);
  expect(staff(preview)).toEqual([
    ['jidou-teate', 'follow', ['kosodate-yamamoto business-division'], []],
    ['jidou-fuyou', 'follow', ['kosodate-yamamoto business-division'], []],
    ['kokuho', 'follow', [], []],
  ]);
  const stays = { ...wantedFrom([split]), postsStay: ['jidou-fuyou'] };
  const apart = await town.answered(amendmentPreview, 'POST', path('/preview'), {
    as: 'dx-tanaka',
    body: stays,
  });
  expect(staff(apart)[1]).toEqual(['jidou-fuyou', 'stay', [], ['business-division']]);
  expect(apart.people[1]?.unheld[0]?.message.ja).toContain('業務所管課に誰も就いていません');
  const ofJidou = await actOn('jidou-teate', 403);
  expect(ofJidou.code).toBe('forbidden');
  expect(preview.migrations.find(({ system }) => system === 'jidou')?.ends).toMatchObject({
    kind: 'split',
    heirs: ['jidou-teate', 'jidou-fuyou'],
  });
  await adopted(number);
  await reached(preview);
  const [grants, adoption] = [await grantsOf('kosodate-yamamoto'), (await adoptionsOf(town.code)).at(-1)];
  const given = adoption && bodyOf(adoption);
  expect(
    grants.flatMap(({ system, from }) => (system?.startsWith('jidou-') ? [`${system} ${from}`] : [])).sort(),
  ).toEqual([`jidou-fuyou ${given?.occurredOn}`, `jidou-teate ${given?.occurredOn}`]);
  await vi.waitFor(async () => {
    for (const [heir, from] of [
      ['jidou-teate', 'jidou'],
      ['jidou-fuyou', 'jidou'],
      ['kokuho', 'kouki'],
    ] as const) {
      const [entry] = await town.rig.ledger.entriesOfType(chainOf(town.code, heir), 'migration.continued', 0);
      const ended = (await adoptionsOf(chainOf(town.code, from))).at(-1);
      expect(entry && bodyOf(entry).fact.from).toEqual([
        { system: from, seq: ended && bodyOf(ended).seq, hash: ended?.hash },
      ]);
    }
  }, 90_000);
  const rows = await rowsOn();
  expect(rows.get('jidou')?.activity).toBe('retired');
  expect(rows.get('jidou-teate')?.phase).toBe(old?.phase);
  const first = await town.rig.ledger.entries(chainOf(town.code, 'jidou-teate'), 0, 1);
  expect(first.map((entry) => bodyOf(entry).fact.type)).toEqual(['migration.continued']);
  const now = await sheetOn();
  const counted = (of: typeof sheet) =>
    of.rows.map(({ business, statuses, live }) => [business, statuses, live]);
  expect(counted(now)).toEqual(counted(sheet));
  expect(carriersOf(now, '児童手当')?.systems).toEqual(['jidou-teate']);
  expect(carriersOf(now, '後期高齢者医療')?.systems).toEqual(['kokuho']);
  expect(await contractedNow()).toEqual(contracts);
  const before = await rowsOn('2024-04-01');
  expect([before.has('jidou-teate'), before.get('jidou')?.activity]).toEqual([false, 'active']);
  expect(await refusedAt('jidou')).toEqual(['migration.retired']);
  const lineage = async (system: string) =>
    (await town.answered(systemView, 'GET', `/programmes/${town.code}/systems/${system}`, { as: 'dx-ito' }))
      .lineage;
  const names = preview.heirs.slice(0, 2).map(({ system, name }) => ({ system, name }));
  expect(await lineage('jidou')).toMatchObject({
    ended: {
      as: 'split',
      on: given?.occurredOn,
      amendment: number,
      reason: '調達単位の見直し',
      heirs: names,
    },
    continues: [],
  });
  expect(await lineage('jidou-teate')).toMatchObject({
    ended: null,
    continues: [{ system: 'jidou', amendment: number, on: given?.occurredOn }],
  });
  // What others have taken is put right with them: of the rest no correction is offered that would be refused.
  const { items: told } = await town.answered(
    entryPage,
    'GET',
    `/programmes/${town.code}/systems/jidou/entries`,
    {
      as: 'dx-ito',
    },
  );
  const papers = told.filter(({ type }) => type === 'evidence.attached' || type === 'steps.recorded');
  expect([papers.length > 0, papers.some(({ correctable }) => correctable)]).toEqual([true, false]);
  // The entry by which it ended says what fell with it.
  const ending = told.find(({ type }) => type === 'definition.adopted');
  expect(ending?.summary.ja).toMatch(/なくなったもの: .*期限「標準準拠システムへの移行/);
  // Her act on an heir names the grant that the adoption gave; on the day before she held the old one alone.
  await actOn('jidou-teate', 200);
  const [, own] = await town.rig.ledger.entries(chainOf(town.code, 'jidou-teate'), 0, 10);
  expect(own && bodyOf(own).actor.grant).toBe(`${given?.seq}.0`);
  const dayBefore = addDays(given?.occurredOn ?? '', -1);
  expect([await heldOn(dayBefore), await heldOn(null)]).toEqual([
    ['jidou'],
    ['jidou', 'jidou-fuyou', 'jidou-teate'],
  ]);
  await clean();
}, 240_000);

it('the folder taken out changes nothing when it is handed in, is that of a past day too, and who took it is on record', async () => {
  const taken = (query = '') =>
    town.answered(programmeFolder, 'GET', `/programmes/${town.code}/folder${query}`, { as: 'dx-ito' });
  const now = await taken();
  expect(now.differs).toEqual([]);
  const { issues } = await town.refused('POST', path('/preview'), {
    as: 'dx-tanaka',
    body: { files: now.files },
  });
  expect(issues?.map(({ code, field }) => [code, field])).toEqual([['nothing', 'files']]);
  const real = now.files.map(({ path: file, text }) => ({
    path: file,
    text: file === 'programme.yaml' ? text.replace(/^rehearsal: true$/m, 'rehearsal: false') : text,
  }));
  const fixed = await town.refused('POST', path('/preview'), { as: 'dx-tanaka', body: { files: real } });
  expect(fixed.issues?.[0]).toMatchObject({
    file: 'programme.yaml',
    field: 'rehearsal',
    code: 'programme.fixed',
  });
  expect(fixed.issues?.[0]?.line).toBeGreaterThan(1);
  const systems = (files: readonly SeedFile[]) => files.find((file) => file.path === 'systems.yaml')?.text;
  expect(systems(now.files)).toContain('heirs: [ jidou-teate, jidou-fuyou ]');
  const before = await taken('?asOf=2023-11-16&by=recorded');
  expect(systems(before.files)).not.toContain('jidou-teate');
  const both = `/programmes/${town.code}/folder?asOf=2023-10-31&amendment=1`;
  expect(await town.refused('GET', both, { as: 'dx-ito' })).toMatchObject({ status: 422, code: 'invalid' });
  await town.refused('GET', `/programmes/${town.code}/folder?amendment=1`, { as: 'dx-ito' });
  const { items } = await town.answered(accessPage, 'GET', `/programmes/${town.code}/access-log`, {
    as: 'kansa-mori',
  });
  expect(items.some((one) => JSON.stringify(one).includes('/folder'))).toBe(true);
});

it('an amendment that was overtaken is taken up again, with another change; one in force is not', async () => {
  const { items } = await town.answered(amendmentList, 'GET', path(), { as: 'dx-ito' });
  const lost = items.find(({ status }) => status === 'overtaken');
  expect(lost?.changes.map(({ ja }) => ja).join()).toContain('2024');
  const closed = { kind: 'closedDay', on: '2027-05-06', closed: true };
  const again = await town.answered(amendmentPreview, 'POST', path('/preview'), {
    as: 'dx-tanaka',
    body: { again: lost?.number, changes: [closed] },
  });
  expect(new Set(again.differences.map(({ part }) => part))).toEqual(new Set(['system', 'calendar']));
  expect(again.differences.find(({ part }) => part === 'system')?.systems).toEqual(['juki']);
  const done = items.find(({ status }) => status === 'adopted');
  const { issues } = await town.refused('POST', path('/preview'), {
    as: 'dx-tanaka',
    body: { again: done?.number },
  });
  expect(issues?.map(({ code }) => code)).toEqual(['change.notEnded']);
});

it('a system is moved and called otherwise, another is 対象外; then all go, and the programme is closed', async () => {
  const wave = { kind: 'move', system: 'shugaku', wave: 'wave-2' };
  const name = { kind: 'label', of: 'system', id: 'juki', label: { ja: '住民記録', en: 'Residents' } };
  const retire = (system: string) => ({
    kind: 'retire',
    system,
    as: 'notApplicable',
    reason: '事務の廃止',
    release: true,
  });
  const { number, preview } = await filed(wantedFrom([wave, name, retire('senkyo')]));
  const moved = preview.migrations.find(({ system }) => system === 'shugaku');
  expect([moved?.refusals, moved?.to?.phase]).toEqual([[], moved?.from.phase]);
  await adopted(number);
  await reached(preview);
  const rows = await rowsOn();
  expect([rows.get('shugaku')?.wave, rows.get('juki')?.name.ja]).toEqual(['wave-2', '住民記録']);
  expect(rows.get('senkyo')?.activity).toBe('retired');
  const [now, then] = [await sheetOn(), await sheetOn('2024-04-01')];
  expect(carriersOf(now, '選挙人名簿管理')).toMatchObject({ applies: false, systems: [], live: false });
  expect(carriersOf(then, '選挙人名簿管理')).toMatchObject({ applies: true, systems: ['senkyo'] });
  expect((await rowsOn('2024-04-01')).get('shugaku')?.wave).toBe('wave-1');

  const close = { kind: 'close', reason: '移行完了' };
  const early = await town.refused('POST', path(), {
    as: 'dx-tanaka',
    body: { wanted: wantedFrom([close]), reason: '-', post: 'dx-office', requestId: requestId() },
  });
  const still = [...(await rowsOn()).values()].filter(({ activity, live }) => activity === 'active' && !live);
  const named = early.issues?.map(({ field, code }) => `${field} ${code}`);
  expect(new Set(named)).toEqual(new Set(still.map(({ system }) => `${system} programme.underWay`)));
  const { number: last, preview: end } = await filed(
    wantedFrom([...still.map(({ system }) => retire(system)), close]),
  );
  await adopted(last);
  await reached(end);
  const after = [...(await rowsOn()).values()];
  expect(new Set(after.map(({ activity, overdue }) => `${activity} ${overdue}`))).toEqual(
    new Set(['retired 0']),
  );
  expect(await refusedAt('juki')).toEqual(['programme.closed']);
  const clock = await town.refused('POST', `/programmes/${town.code}/clock`, {
    as: 'dx-tanaka',
    body: { to: '2024-05-01T09:00:00+09:00', requestId: requestId(), post: 'dx-office' },
  });
  expect(clock.refusals?.map(({ code }) => code)).toEqual(['programme.closed']);
  await clean();
}, 240_000);
