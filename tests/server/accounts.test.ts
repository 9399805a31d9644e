// People and their posts over the API, for a real programme beside a rehearsal: made, given posts until the fiscal year
// ends, disabled; and the rehearsal's accounts have no say over any of it.
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applySchemaChanges } from '../../ledger/schema-changes.ts';
import { fiscalYearOf } from '../../machines/values/date.ts';
import { createRehearsalAccounts } from '../../server/accounts/rehearsal-accounts.ts';
import { accountList, accountView, issuedAccount } from '../../server/contract/accounts.ts';
import { entryPage, submitted } from '../../server/contract/entries.ts';
import { systemView } from '../../server/contract/migrations/system.ts';
import { deputyList, deputyRecorded, transferApplied, transferPreview } from '../../server/contract/posts.ts';
import { me, programmeList } from '../../server/contract/programmes.ts';
import { loaded } from '../../server/contract/settings/loading.ts';
import { inboxView } from '../../server/contract/telling/inbox.ts';
import { createApp } from '../../server/http/app.ts';
import { cp932 } from '../report/cp932.ts';
import { altered } from '../seeds/folder.ts';
import { peopleListCases } from './people-list.ts';
import { enterFirst, filesOf, freshTownCode, openTown, type Town } from './town.ts';

let town: Town;
const real = freshTownCode();
const withAccounts = () => altered('programme.yaml', 'rehearsal: true', 'rehearsal: false', filesOf(real));
const realFiles = () => withAccounts().filter(({ path }) => path !== 'accounts.yaml');

beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const enter = (account: string, password: string) => enterFirst(town, account, password);

describe('a real programme', () => {
  it('is loaded by the operator, not by a rehearsal’s administrator, and brings no accounts', async () => {
    const body = { files: realFiles() };
    const notTheirs = await town.refused('POST', '/programmes', { as: 'dx-tanaka', body });
    expect([notTheirs.code, notTheirs.issues?.[0]?.message.ja]).toEqual([
      'forbidden',
      `演習 ${town.code} の管理者が読み込めるのは、その演習の計画だけです。これは ${real} の実運用の計画です。ほかの計画は、この設置の管理者が読み込みます。`,
    ]);
    const refused = await town.refused('POST', '/programmes', {
      as: 'operator',
      body: { files: withAccounts() },
    });
    expect(refused.issues).toMatchObject([{ file: 'accounts.yaml', code: 'accounts.real' }]);
    expect(refused.issues?.[0]?.expected?.ja).toContain('sekimori people add');
    const answer = await town.answered(loaded, 'POST', '/programmes', { as: 'operator', body });
    expect(answer).toMatchObject({ code: real, created: true, accounts: [] });
  });

  it('says that a password is poor before there is an account to have it, by what is known of its owner', async () => {
    const path = '/accounts/password-check';
    const refusal = async (body: object) =>
      (await town.refused('POST', path, { as: 'operator', body })).issues?.[0]?.code;
    expect(await refusal({ password: 'password12345' })).toBe('commonPassword');
    const named = { password: 'fuji-hanako-mizuumi', account: 'kato.hanako', name: '加藤花子' };
    expect(await refusal(named)).toBe('nameInPassword');
    const good = { password: 'fuji-kakitsubata-mizuumi' };
    expect((await town.ask('POST', path, { as: 'operator', body: good })).status).toBe(204);
    expect((await town.ask('POST', path, { as: 'dx-ito', body: good })).status).toBe(403);
  });

  it('is closed to the rehearsal’s accounts, however they come', async () => {
    const { items } = await town.answered(programmeList, 'GET', '/programmes', { as: 'dx-tanaka' });
    expect(items.map(({ code }) => code)).toEqual([town.code]);
    for (const account of ['dx-tanaka', 'kansa-mori']) {
      expect((await town.refused('GET', `/programmes/${real}`, { as: account })).code).toBe('forbidden');
    }
    const post = { post: 'dx-office', programme: real };
    const asked = await town.refused('POST', '/accounts/dx-ito/posts', { as: 'operator', body: post });
    expect(asked.code).toBe('forbidden');
  });

  it('has people made by an administrator, who act in the posts they are given', async () => {
    const body = { account: 'kato.hanako', name: '加藤花子' };
    const made = await town.answered(issuedAccount, 'POST', '/accounts', { as: 'operator', body });
    expect((await town.refused('POST', '/accounts', { as: 'operator', body })).code).toBe('accountExists');
    const cookie = await enter('kato.hanako', made.password);
    expect((await town.refused('GET', `/programmes/${real}`, { cookie })).status).toBe(403);
    const post = { post: 'dx-office', programme: real };
    const given = await town.answered(accountView, 'POST', '/accounts/kato.hanako/posts', {
      as: 'operator',
      body: post,
    });
    const today = town.parts.clocks.realToday();
    const until = `${fiscalYearOf(today) + 1}-03-31`;
    expect(given.posts).toMatchObject([
      { ...post, label: { ja: 'DX推進担当部' }, system: null, from: today, until },
    ]);
    const { row } = await town.answered(systemView, 'GET', `/programmes/${real}/systems/juki`, { cookie });
    const event = {
      fact: { type: 'migration.held', reason: '予算の再調整' },
      post: 'dx-office',
      occurredOn: today,
      requestId: 'real/1',
      seenVersion: row.version,
    };
    const path = `/programmes/${real}/systems/juki/events`;
    const done = await town.answered(submitted, 'POST', path, { cookie, body: event });
    expect(done.setting.rehearsal).toBe(false);
  });

  it('cannot have its clock moved', async () => {
    const cookie = await reenter('kato.hanako');
    const body = { to: '2030-01-01T00:00:00+09:00', requestId: 'clock/1', post: 'dx-office' };
    const refused = await town.refused('POST', `/programmes/${real}/clock`, { cookie, body });
    expect(refused.refusals?.map(({ code }) => code)).toEqual(['clock.real']);
  });

  it('keeps who was relieved or disabled out, and keeps their account', async () => {
    const cookie = await reenter('kato.hanako');
    const end = { post: 'dx-office', programme: real };
    await town.answered(accountView, 'POST', '/accounts/kato.hanako/posts/end', {
      as: 'operator',
      body: end,
    });
    expect((await town.refused('GET', `/programmes/${real}`, { cookie })).status).toBe(403);
    const again = await town.refused('POST', '/accounts/kato.hanako/posts/end', {
      as: 'operator',
      body: end,
    });
    expect(again.code).toBe('notFound');
    const off = { as: 'operator', body: { disabled: true } };
    await town.answered(accountView, 'POST', '/accounts/kato.hanako/disabled', off);
    expect((await town.ask('GET', '/me', { cookie })).status).toBe(401);
    const { items } = await town.answered(accountList, 'GET', '/accounts', { as: 'operator' });
    expect(items.find(({ account }) => account === 'kato.hanako')).toMatchObject({
      disabled: true,
      posts: [],
    });
  });
});

async function reenter(account: string): Promise<string> {
  const { password } = await town.answered(issuedAccount, 'POST', `/accounts/${account}/password`, {
    as: 'operator',
  });
  return enter(account, password);
}

describe('a list of people', () => peopleListCases(() => town, real));

describe('a post of this year and one of the next', () => {
  it('end one at a time, by the day they begin; a day that none begins on ends nothing', async () => {
    const body = { account: 'two.years', name: '二年' };
    await town.answered(issuedAccount, 'POST', '/accounts', { as: 'operator', body });
    const today = town.parts.clocks.realToday();
    const next = `${fiscalYearOf(today) + 1}-04-01`;
    const post = { post: 'dx-office', programme: real };
    const change = (path: string, more: object) =>
      town.answered(accountView, 'POST', `/accounts/two.years/${path}`, {
        as: 'operator',
        body: { ...post, ...more },
      });
    await change('posts', {});
    await change('posts', { from: next });
    const wrong = { as: 'operator', body: { ...post, from: '2001-01-01' } };
    expect((await town.refused('POST', '/accounts/two.years/posts/end', wrong)).code).toBe('notFound');
    const left = await change('posts/end', {});
    expect(left.posts.map(({ from }) => from)).toEqual([next]);
  });

  it('leave the last administrator of the machine in office', async () => {
    const made = { as: 'operator', body: { account: 'last.one', name: '最後' } };
    await town.answered(issuedAccount, 'POST', '/accounts', made);
    const body = { post: 'administrator', programme: null };
    await town.answered(accountView, 'POST', '/accounts/last.one/posts', { as: 'operator', body });
    const off = { as: 'operator', body: { disabled: true } };
    expect((await town.refused('POST', '/accounts/last.one/disabled', off)).code).toBe('lastAdministrator');
    const end = await town.refused('POST', '/accounts/last.one/posts/end', { as: 'operator', body });
    expect(end.code).toBe('lastAdministrator');
  });
});

describe('a rehearsal that names an account that stands', () => {
  it('gives it no post, no password and no say', async () => {
    const before = await town.parts.people.find('kato.hanako');
    const seeds = [{ account: 'kato.hanako', name: '偽物', posts: [], administrator: true }];
    const accounts = createRehearsalAccounts(town.parts.people, town.parts.authentication);
    expect(await accounts.named(town.code, seeds, '2023-11-16')).toEqual({ people: [], grants: [] });
    expect(await accounts.givePasswords(town.code, seeds)).toEqual([]);
    expect(await town.parts.people.find('kato.hanako')).toEqual(before);
  });
});

describe('a rehearsal’s administrator', () => {
  it('administers the rehearsal’s accounts and no others', async () => {
    const { items } = await town.answered(accountList, 'GET', '/accounts', { as: 'dx-tanaka' });
    expect(items.every(({ rehearsal }) => rehearsal === town.code)).toBe(true);
    for (const action of ['password', 'disabled', 'posts']) {
      const body = action === 'disabled' ? { disabled: false } : { post: 'dx-office', programme: town.code };
      const asked = await town.refused('POST', `/accounts/kato.hanako/${action}`, { as: 'dx-tanaka', body });
      expect([action, asked.status]).toEqual([action, 403]);
    }
    const over = { as: 'dx-tanaka', body: { post: 'administrator', programme: null } };
    expect((await town.refused('POST', '/accounts/dx-ito/posts', over)).status).toBe(403);
  });

  it('gives posts that exist, for days that make sense', async () => {
    const give = (body: object) => town.refused('POST', '/accounts/dx-ito/posts', { as: 'dx-tanaka', body });
    const post = { post: 'dx-office', programme: town.code };
    expect((await give({ ...post, post: 'mayor' })).issues?.[0]?.field).toBe('post');
    expect((await give({ ...post, system: 'absent' })).issues?.[0]?.field).toBe('system');
    const absent = { as: 'operator', body: { ...post, programme: '999999' } };
    const refused = await town.refused('POST', '/accounts/dx-ito/posts', absent);
    expect(refused.issues?.[0]?.field).toBe('programme');
    expect((await give({ ...post, programme: null })).status).toBe(403);
    expect((await give({ ...post, from: '2024-01-01', until: '2023-12-31' })).issues?.[0]?.field).toBe(
      'until',
    );
    const given = await town.answered(accountView, 'POST', '/accounts/dx-ito/posts', {
      as: 'dx-tanaka',
      body: { post: 'working-group', programme: town.code, system: 'juki' },
    });
    expect(given.posts).toContainEqual({
      post: 'working-group',
      programme: town.code,
      system: 'juki',
      from: '2023-11-16',
      until: '2024-03-31',
      label: { ja: '作業部会', en: 'Working group' },
      programmeName: { ja: '世田谷区', en: 'Setagaya City' },
      systemName: { ja: '住民基本台帳/印鑑登録', en: 'Resident records / Seal registration' },
    });
    const { posts } = await town.answered(me, 'GET', '/me', { as: 'dx-ito' });
    expect(posts.map((held) => held.post)).toContain('working-group');
  });
});

describe('a deputy', () => {
  const path = () => `/programmes/${town.code}/deputies`;
  const asked = (more: object = {}) => ({
    account: 'juki-sato',
    post: 'dx-office',
    systems: ['juki'],
    kind: 'forAbsent',
    holder: 'dx-ito',
    until: '2023-12-15',
    seenBy: '2023-12-22',
    reason: '入院のため',
    requestId: 'deputy/1',
    ...more,
  });
  const fact = { type: 'migration.held', reason: '調整のため' };
  const held = async (system: string, requestId: string) => {
    const at = `/programmes/${town.code}/systems/${system}`;
    const { row } = await town.answered(systemView, 'GET', at, { as: 'dx-ito' });
    const body = { fact, post: 'dx-office', occurredOn: '2023-11-16', requestId, seenVersion: row.version };
    return { path: `${at}/events`, asking: { as: 'juki-sato', body } };
  };

  it('is appointed once by who gives posts, and by nobody else; what none can be is refused', async () => {
    const by = (as: string, body: object) => ({ as, body });
    expect((await town.refused('POST', path(), by('dx-ito', asked()))).status).toBe(403);
    const self = await town.refused(
      'POST',
      path(),
      by('dx-tanaka', asked({ holder: 'juki-sato', requestId: 'x' })),
    );
    expect(self.refusals?.map(({ code }) => code)).toEqual(['deputy.self']);
    const made = await town.answered(deputyRecorded, 'POST', path(), by('dx-tanaka', asked()));
    expect(made).toMatchObject({
      repeated: false,
      deputy: { state: 'now', systems: ['juki'], holder: 'dx-ito' },
    });
    const again = await town.answered(deputyRecorded, 'POST', path(), by('dx-tanaka', asked()));
    expect(again).toMatchObject({ repeated: true, deputy: { number: made.deputy.number } });
    const { items } = await town.answered(deputyList, 'GET', path(), { as: 'dx-ito' });
    expect(items).toEqual([made.deputy]);
  });

  it('acts in the post where they stand in, and the entry says so', async () => {
    const juki = await held('juki', 'deputy/act');
    const done = await town.answered(submitted, 'POST', juki.path, juki.asking);
    const page = await town.answered(entryPage, 'GET', `/programmes/${town.code}/systems/juki/entries`, {
      as: 'dx-ito',
    });
    const entry = page.items.find(({ seq }) => seq === done.version);
    expect(entry?.actor).toMatchObject({
      account: 'juki-sato',
      postLabel: { ja: 'DX推進担当部代理として（代決）' },
      deputy: { kind: 'forAbsent', holder: 'dx-ito', seenBy: '2023-12-22' },
    });
    const { posts } = await town.answered(me, 'GET', '/me', { as: 'juki-sato' });
    expect(posts.map(({ label }) => label.ja)).toContain('DX推進担当部代理として（代決）');
    const zei = await held('zei', 'deputy/zei');
    expect((await town.refused('POST', zei.path, zei.asking)).status).toBe(403);
  });

  it('has what they decided looked at by the holder, once, as it stands in the record (後閲)', async () => {
    const at = `/programmes/${town.code}/systems/juki`;
    const awaiting = async () => (await town.answered(deputyList, 'GET', path(), { as: 'dx-ito' })).awaiting;
    const [waiting] = await awaiting();
    expect(waiting).toMatchObject({
      system: 'juki',
      of: { act: 'migration.held', holder: 'dx-ito', account: 'juki-sato' },
      seenBy: '2023-12-22',
      isLate: false,
    });
    const { row } = await town.answered(systemView, 'GET', at, { as: 'dx-ito' });
    const seeing = (requestId: string, more: object = {}) => ({
      as: 'dx-ito',
      body: {
        fact: { type: 'decision.seen', entry: waiting?.entry, of: waiting?.of, ...more },
        post: 'dx-office',
        occurredOn: '2023-11-16',
        requestId,
        seenVersion: row.version,
      },
    });
    const untrue = seeing('seen/untrue', { of: { ...waiting?.of, act: 'gate.approved' } });
    const refused = await town.refused('POST', `${at}/events`, untrue);
    expect(refused.refusals?.map(({ code }) => code)).toEqual(['seen.neverSo']);
    const done = await town.answered(submitted, 'POST', `${at}/events`, seeing('seen/1'));
    expect(await awaiting()).toEqual([]);
    const page = await town.answered(entryPage, 'GET', `${at}/entries`, { as: 'dx-ito' });
    expect(page.items.find(({ seq }) => seq === waiting?.entry)?.seeing).toMatchObject({
      seenBy: '2023-12-22',
      seenOn: '2023-11-16',
      seenAt: done.version,
    });
    const found = await town.parts.ledger.verify({ programme: town.code });
    expect(found.wrong).toEqual([]);
  });

  it('decides for the programme itself, and its holder looks at that as well', async () => {
    const at = `/programmes/${town.code}`;
    const whole = { account: 'zei-takahashi', systems: undefined, requestId: 'deputy/whole' };
    const made = await town.answered(deputyRecorded, 'POST', path(), { as: 'dx-tanaka', body: asked(whole) });
    const recorded = {
      fact: { type: 'occurrence.recorded', title: { ja: '省令の公布', en: 'order' }, kind: 'notice' },
      post: 'dx-office',
      occurredOn: '2023-11-16',
      requestId: 'deputy/occurrence',
      seenVersion: 0,
    };
    const done = await town.answered(submitted, 'POST', `${at}/events`, {
      as: 'zei-takahashi',
      body: recorded,
    });
    // At once, before any digest.
    const { notices } = await town.answered(inboxView, 'GET', `${at}/inbox`, { as: 'dx-ito' });
    expect(notices[0]).toMatchObject({
      code: 'decision.inName',
      system: town.code,
      post: 'dx-office',
      read: false,
    });
    expect(notices[0]?.message.ja).toContain('「出来事の登録」を代決しました');
    const awaiting = async () => (await town.answered(deputyList, 'GET', path(), { as: 'dx-ito' })).awaiting;
    const waiting = (await awaiting()).find(({ system }) => system === town.code);
    expect(waiting).toMatchObject({ entry: done.seq, of: { act: 'occurrence.recorded', holder: 'dx-ito' } });
    const seeing = (requestId: string, more: object = {}) => ({
      as: 'dx-ito',
      body: {
        ...recorded,
        fact: { type: 'decision.seen', entry: waiting?.entry, of: waiting?.of, ...more },
        requestId,
      },
    });
    const untrue = seeing('programme/untrue', { of: { ...waiting?.of, act: 'meetings.recorded' } });
    const refused = await town.refused('POST', `${at}/events`, untrue);
    expect(refused.refusals?.map(({ code }) => code)).toEqual(['seen.neverSo']);
    await town.answered(submitted, 'POST', `${at}/events`, seeing('programme/seen'));
    expect((await awaiting()).filter(({ system }) => system === town.code)).toEqual([]);
    const again = await town.refused('POST', `${at}/events`, seeing('programme/again'));
    expect(again.refusals?.map(({ code }) => code)).toEqual(['seen.already']);
    const found = await town.parts.ledger.verify({ programme: town.code, decide: true });
    expect(found.wrong).toEqual([]);
    const end = { reason: '復帰', requestId: 'deputy/whole/end' };
    await town.answered(deputyRecorded, 'POST', `${path()}/${made.deputy.number}/end`, {
      as: 'dx-tanaka',
      body: end,
    });
  });

  it('acts no more once it has ended', async () => {
    const { items } = await town.answered(deputyList, 'GET', path(), { as: 'dx-ito' });
    const body = { reason: '復帰', requestId: 'deputy/end' };
    const end = `${path()}/${items.find(({ account }) => account === 'juki-sato')?.number}/end`;
    const ended = await town.answered(deputyRecorded, 'POST', end, { as: 'dx-tanaka', body });
    expect(ended.deputy.state).toBe('over');
    const juki = await held('juki', 'deputy/late');
    expect((await town.refused('POST', juki.path, juki.asking)).code).toBe('postNotHeld');
  });
});

describe('a transfer from a list of people', () => {
  const list = [
    'アカウント,氏名,異動区分,新職,業務システム,発令日',
    'ｄｘ-ｉｔｏ,,転出,,,２０２４/４/１',
    'houki-shimizu,,異動,DX推進担当部,,2024/4/1',
    'shin.hanako,新花子,転入,business-division,juki,令和6年4月1日',
  ];
  const path = () => `/programmes/${town.code}/transfers`;
  const bodyOf = (rows: string[], more: object = {}) => ({
    file: { name: '異動.csv', base64: Buffer.from(cp932(`${rows.join('\r\n')}\r\n`)).toString('base64') },
    others: 'stay',
    ...more,
  });
  const apply = { reason: '定期異動', requestId: 'transfer/2024' };

  it('is looked at first, and says what would no longer go on', async () => {
    const as = 'dx-tanaka';
    const seen = await town.answered(transferPreview, 'POST', `${path()}/preview`, {
      as,
      body: bodyOf(list),
    });
    expect(seen.on).toBe('2024-04-01');
    expect(seen.people).toEqual([{ account: 'shin.hanako', name: '新花子' }]);
    expect(seen.ends.map(({ account, lastOn }) => [account, lastOn])).toEqual([
      // What runs out by then is ended too.
      ['dx-ito', '2024-03-31'],
      ['dx-ito', '2024-03-31'],
      ['houki-shimizu', '2024-03-31'],
    ]);
    expect(seen.gives.map(({ account, post, until }) => [account, post, until])).toContainEqual([
      'shin.hanako',
      'business-division',
      '2025-03-31',
    ]);
    const both = ['アカウント,区分', 'iin-yoshida,転出', 'iin-yamada,転出'];
    const short = await town.answered(transferPreview, 'POST', `${path()}/preview`, {
      as,
      body: bodyOf(both, { on: '2024-04-01' }),
    });
    expect(short.foreseen.map(({ message }) => message.ja).join()).toContain('標準化推進委員会');
    expect(
      (await town.refused('POST', `${path()}/preview`, { as: 'dx-ito', body: bodyOf(list) })).status,
    ).toBe(403);
  });

  it('is refused whole, with each row that cannot be meant', async () => {
    const wrong = bodyOf([...list, 'operator,偽物,転入,dx-office,,2024/4/1', 'dx-ito,,異動,市長,,2024/13/1']);
    const refused = await town.refused('POST', path(), { as: 'dx-tanaka', body: { ...wrong, ...apply } });
    expect(refused.issues?.map(({ line, field }) => [line, field])).toEqual([
      [6, 'post'],
      [6, 'on'],
      [5, 'account'],
    ]);
  });

  it('is one entry, once, by which people act from its day', async () => {
    const by = { as: 'dx-tanaka', body: { ...bodyOf(list), ...apply } };
    const done = await town.answered(transferApplied, 'POST', path(), by);
    expect(done.repeated).toBe(false);
    expect(done.summary.ja).toContain('終わり3件');
    const again = await town.answered(transferApplied, 'POST', path(), by);
    expect(again).toMatchObject({ number: done.number, repeated: true });
    const other = { ...by, body: { ...by.body, requestId: 'transfer/other' } };
    expect((await town.refused('POST', path(), other)).issues?.map(({ code }) => code)).toEqual([
      'nothingHeld',
      'holds',
      'holds',
    ]);
    const { items } = await town.answered(accountList, 'GET', '/accounts', { as: 'dx-tanaka' });
    const of = (account: string) => items.find((one) => one.account === account);
    expect(of('shin.hanako')).toMatchObject({
      rehearsal: town.code,
      posts: [{ system: 'juki', from: '2024-04-01' }],
    });
    expect(of('dx-ito')?.posts.every(({ until }) => until <= '2024-03-31')).toBe(true);
    expect(of('houki-shimizu')?.posts.map(({ post, from }) => [post, from])).toContainEqual([
      'dx-office',
      '2024-04-01',
    ]);
  });
});

describe('what an administrator does with people', () => {
  const peopleActs = ['account.changed', 'post.given', 'post.ended'];
  const traces = async (code: string, account: string) => {
    const { items } = await town.answered(entryPage, 'GET', `/programmes/${code}/entries?limit=100`, {
      as: 'operator',
    });
    const found = items.filter(({ type, fact }) => peopleActs.includes(type) && fact.account === account);
    return found.reverse();
  };
  const post = (path: string, as: string, body?: object) =>
    town.ask('POST', `/accounts/${path}`, body === undefined ? { as } : { as, body });

  it('stands in the record of the programme it is about, with its subject, and in no other', async () => {
    const held = { post: 'working-group', programme: town.code, system: 'juki' };
    const days = { from: '2023-11-16', until: '2024-01-31' };
    expect((await post('bukai-kato/password', 'dx-tanaka')).status).toBe(200);
    expect((await post('bukai-kato/posts', 'dx-tanaka', { ...held, ...days })).status).toBe(200);
    expect((await post('bukai-kato/posts', 'dx-tanaka', { ...held, ...days })).status).toBe(200);
    expect((await post('bukai-kato/posts/end', 'dx-tanaka', held)).status).toBe(200);
    const found = await traces(town.code, 'bukai-kato');
    const who = { account: 'bukai-kato', name: found[0]?.fact.name, rehearsal: true };
    const { post: name, system } = held;
    expect(found.map(({ fact }) => fact)).toEqual([
      { type: 'account.changed', ...who, change: 'passwordReset' },
      { type: 'post.given', ...who, post: name, system, fromOn: days.from, untilOn: days.until },
      { type: 'post.ended', ...who, post: name, system, fromOn: days.from, grant: `${found[1]?.seq}.0` },
    ]);
    expect(found.every(({ actor }) => actor.account === 'dx-tanaka' && actor.post === 'administrator')).toBe(
      true,
    );
    expect(await traces(real, 'bukai-kato')).toEqual([]);
  });

  it('stands in every programme where the account has no post, or one over all of them', async () => {
    const over = { post: 'auditor', programme: null };
    expect((await post('last.one/posts', 'operator', over)).status).toBe(200);
    for (const code of [real, town.code]) {
      const types = (await traces(code, 'last.one')).map(({ type }) => type);
      expect([code, types]).toEqual([code, ['account.changed', 'post.given', 'post.given']]);
    }
  });

  it('is told apart: disabled and enabled once each, and a refused one is none', async () => {
    for (const disabled of [true, true, false]) {
      expect((await post('two.years/disabled', 'operator', { disabled })).status).toBe(200);
    }
    const held = { post: 'dx-office', programme: real, from: '2001-01-01' };
    expect((await post('two.years/posts/end', 'operator', held)).status).toBe(404);
    const changes = (await traces(real, 'two.years')).map(({ type, fact }) => fact.change ?? type);
    expect(changes).toEqual(['made', 'post.given', 'post.given', 'post.ended', 'disabled', 'enabled']);
    for (const programme of [real, town.code]) {
      const found = await town.parts.ledger.verify({ programme, decide: true });
      expect(found.wrong.filter(({ chain }) => chain.startsWith(programme))).toEqual([]);
      expect(found.redecided).toBeGreaterThan(0);
    }
  });

  it('is not done where the programme does not answer', async () => {
    const before = await town.parts.people.find('dx-ito');
    const unanswered = { status: 'unanswered' as const, cause: new Error('away') };
    const door = { ...town.parts.door, submitToProgramme: async () => unanswered };
    const { hono } = createApp({ ...town.parts, door });
    const answer = await hono.request('http://town.test/api/v1/accounts/dx-ito/disabled', {
      method: 'POST',
      headers: {
        ...{ Host: 'town.test', Authorization: `Bearer ${town.operatorToken}` },
        ...{ 'Content-Type': 'application/json', 'Content-Length': '17' },
      },
      body: JSON.stringify({ disabled: true }),
    });
    expect(answer.status).toBe(503);
    expect(await town.parts.people.find('dx-ito')).toEqual(before);
  });
});

describe('the machine’s administration', () => {
  it('is left to somebody, also where two are taken out of it at once', async () => {
    const over = { post: 'administrator', programme: null };
    const act = (account: string, path: string, body: object) =>
      town.ask('POST', `/accounts/${account}/${path}`, { as: 'operator', body });
    await town.ask('POST', '/accounts', { as: 'operator', body: { account: 'other.one', name: '別' } });
    expect((await act('other.one', 'posts', over)).status).toBe(200);
    const both = ['last.one', 'other.one'];
    const shut = await Promise.all(both.map((account) => act(account, 'disabled', { disabled: true })));
    expect(shut.map(({ status }) => status).sort()).toEqual([200, 409]);
    for (const account of both) await act(account, 'disabled', { disabled: false });
    const ended = await Promise.all([
      act('last.one', 'posts/end', over),
      act('other.one', 'disabled', { disabled: true }),
    ]);
    expect(ended.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await town.parts.people.hasAdministrator(town.parts.clocks.realToday())).toBe(true);
  });

  it('makes nobody under a name with which they could not act', async () => {
    for (const name of ['山田\n太郎', '山田\u2028太郎', '\u200b', '山田\u001b太郎', '山'.repeat(101)]) {
      const body = { account: 'yamada.taro', name };
      const refused = await town.refused('POST', '/accounts', { as: 'operator', body });
      expect([name, refused.status, refused.issues?.map(({ field }) => field)]).toEqual([
        name,
        422,
        ['name'],
      ]);
      expect(await town.parts.people.find('yamada.taro')).toBeNull();
    }
  });

  it('gives nobody a name that is the machine’s own', async () => {
    for (const account of ['operator', 'admin', 'admin-2', 'sekimori']) {
      const body = { account, name: '紛らわしい' };
      const refused = await town.refused('POST', '/accounts', { as: 'operator', body });
      expect([refused.status, refused.issues?.[0]?.field]).toEqual([422, 'account']);
      expect(refused.issues?.[0]?.message.ja).toContain(account);
      expect(await town.parts.people.find(account)).toBeNull();
    }
  });
});

describe('numbers that the database gives out', () => {
  it('go on above the highest that stands, however rows came in', async () => {
    const { adminUrl } = town.rig.database;
    const admin = postgres(adminUrl, { max: 1 });
    await admin`
      insert into access_log (id, account, via, address, what, detail) overriding system value
      select max(id) + 1, 'dx-ito', 'nobody', '192.0.2.1', 'a backup', '{}' from access_log`;
    expect((await applySchemaChanges(adminUrl, 'sekimori_app')).applied).toEqual([]);
    const next = await admin<{ id: string; before: string }[]>`
      select nextval(pg_get_serial_sequence('access_log', 'id')) as id, max(id) as before from access_log`;
    await admin.end();
    expect(Number(next[0]?.id)).toBeGreaterThan(Number(next[0]?.before));
  });
});
