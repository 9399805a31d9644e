// Signing in with a password, the session it opens, tokens, and what stops a guesser or another site.
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdPerson } from '../../server/accounts/ending.ts';
import { LIMIT } from '../../server/accounts/sign-in/address-rate.ts';
import { accessPage, issuedAccount, issuedToken } from '../../server/contract/accounts.ts';
import { me, programmeList } from '../../server/contract/programmes.ts';
import { ClockUnknown, createClocks } from '../../server/door/clocks.ts';
import { rehearsalClock } from '../../workflows/clock.ts';
import { programmeWorkflowId, programmeWorkflowType } from '../../workflows/messages.ts';
import {
  cookieOf,
  freshTownCode,
  openTown,
  ownPassword,
  PROXY,
  passwordOf,
  shutAccount,
  signIn,
  type Town,
  tokenOf,
} from './town.ts';

let town: Town;
let admin: postgres.Sql;
beforeAll(async () => {
  town = await openTown();
  admin = postgres(town.rig.database.adminUrl, { max: 1 });
});
afterAll(async () => {
  await admin.end();
  await town.close();
});

const keyOf = (account: string) => town.parts.lockout.keyOf(account);
const enter = (account: string) => signIn(town, account, passwordOf(town, account));

describe('a session', () => {
  it('opens with the right password, in a cookie that scripts and other sites cannot have', async () => {
    const response = await enter('dx-ito');
    expect(response.status).toBe(200);
    expect(me.parse(await response.json()).posts.map(({ post }) => post)).toEqual(['dx-office']);
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^sekimori\.session_token=.+; HttpOnly; SameSite=Strict$/);
    const asked = await town.answered(me, 'GET', '/me', { cookie: cookieOf(response) });
    expect(asked.account).toBe('dx-ito');
  });

  it('has a cookie for https alone where a known proxy says that the reader comes by https, and nobody else', async () => {
    const headers = { 'X-Sekimori-Request': '1', 'X-Forwarded-Proto': 'https' };
    const secure = async () => {
      const response = await signIn(town, 'dx-ito', passwordOf(town, 'dx-ito'), headers);
      const cookies = response.headers.getSetCookie();
      expect(cookies.length).toBeGreaterThan(0);
      return cookies.map((cookie) => cookie.endsWith('; Secure'));
    };
    expect(await from(PROXY, secure)).not.toContain(false);
    expect(await from('192.0.2.201', secure)).not.toContain(true);
  });

  it('stands in the access log with its address, for those who oversee the machine alone', async () => {
    await from('192.0.2.200', () => enter('dx-ito'));
    const read = (as: string) =>
      town.answered(accessPage, 'GET', `/programmes/${town.code}/access-log`, { as });
    const ofSignIn = { account: 'dx-ito', what: 'POST /api/v1/session', address: '192.0.2.200' };
    expect((await read('operator')).items).toContainEqual(expect.objectContaining(ofSignIn));
    for (const as of ['kansa-mori', 'dx-tanaka']) {
      const { items } = await read(as);
      expect(items.length).toBeGreaterThan(0);
      expect(items.every(({ programme }) => programme === town.code)).toBe(true);
    }
  });

  it('takes an account’s name in any case', async () => {
    expect((await signIn(town, ' DX-Ito ', passwordOf(town, 'dx-ito'))).status).toBe(200);
  });

  it('ends when it is signed out, on the server too', async () => {
    const cookie = cookieOf(await enter('dx-ito'));
    expect((await town.ask('DELETE', '/session', { cookie })).status).toBe(204);
    expect((await town.ask('GET', '/me', { cookie })).status).toBe(401);
  });

  it('ends after twelve hours although it is in use', async () => {
    const cookie = cookieOf(await enter('zaisei-hayashi'));
    await admin`
      update sign_in_session set created_at = now() - interval '12 hours 1 minute'
      where user_id = (select id from sign_in_user where username = 'zaisei-hayashi')`;
    expect((await town.ask('GET', '/me', { cookie })).status).toBe(401);
    expect(await sessionsOf('zaisei-hayashi')).toBe(0);
  });

  it('ends when it lay idle, and lives on while it is used', async () => {
    const cookie = cookieOf(await enter('keiyaku-kimura'));
    await admin`update sign_in_session set expires_at = now() + interval '5 minutes'`;
    const used = await town.ask('GET', '/me', { cookie });
    expect(used.status).toBe(200);
    expect(used.headers.getSetCookie().length).toBeGreaterThan(0);
    const [row] = await admin<{ left: number }[]>`
      select extract(epoch from max(expires_at) - now())::int as left from sign_in_session`;
    expect(row?.left).toBeGreaterThan(600);
    await admin`update sign_in_session set expires_at = now() - interval '1 second'`;
    expect((await town.ask('GET', '/me', { cookie })).status).toBe(401);
  });

  it('is not kept alive by a page that asks by itself', async () => {
    const cookie = cookieOf(await enter('keiyaku-kimura'));
    await admin`update sign_in_session set expires_at = now() + interval '5 minutes'`;
    const headers = { 'X-Sekimori-Unattended': '1' };
    const asked = await town.ask('GET', '/me', { cookie, headers });
    expect([asked.status, asked.headers.getSetCookie()]).toEqual([200, []]);
    const [row] = await admin<{ left: number }[]>`
      select extract(epoch from max(expires_at) - now())::int as left from sign_in_session`;
    expect(row?.left).toBeLessThanOrEqual(300);
  });

  it('does nothing for a page of somebody who was signed in before', async () => {
    const cookie = cookieOf(await enter('dx-ito'));
    const asAnother = { cookie, headers: { 'X-Sekimori-Account': 'dx-tanaka' } };
    const path = `/programmes/${town.code}/inbox/read`;
    for (const [method, at, body] of [
      ['POST', path, { ids: [] }],
      ['POST', '/password', { current: passwordOf(town, 'dx-ito'), next: 'a-new-one-of-my-own-32' }],
      ['DELETE', '/session', undefined],
      ['GET', '/me', undefined],
    ] as const) {
      const refused = await town.refused(method, at, body ? { ...asAnother, body } : asAnother);
      expect([at, refused.status, refused.code]).toEqual([at, 409, 'otherAccount']);
      expect(refused.detail.ja).toContain('別の利用者でサインインし直されています');
    }
    const asOneself = { cookie, headers: { 'X-Sekimori-Account': 'dx-ito' } };
    expect((await town.ask('POST', path, { ...asOneself, body: { ids: [] } })).status).toBe(204);
    expect((await enter('dx-ito')).status).toBe(200);
  });

  it('is nobody’s where the cookie was altered', async () => {
    const cookie = cookieOf(await enter('dx-ito'));
    expect((await town.ask('GET', '/me', { cookie: cookie.replace(/=.{5}/, '=AAAAA') })).status).toBe(401);
  });

  it('ends with its account’s disabling, and nobody disabled signs in', async () => {
    const cookie = cookieOf(await enter('houki-shimizu'));
    const disabled = await town.ask('POST', '/accounts/houki-shimizu/disabled', {
      as: 'dx-tanaka',
      body: { disabled: true },
    });
    expect(disabled.status).toBe(200);
    expect((await town.ask('GET', '/me', { cookie })).status).toBe(401);
    const again = await enter('houki-shimizu');
    expect(again.status).toBe(401);
    expect(((await again.json()) as { code: string }).code).toBe('signInFailed');
    expect((await town.parts.people.find('houki-shimizu'))?.disabled).toBe(true);
  });
});

const sessionsOf = async (account: string): Promise<number> => {
  const rows = await admin`
    select from sign_in_session where user_id = (select id from sign_in_user where username = ${account})`;
  return rows.length;
};

async function from<T>(address: string, act: () => Promise<T>): Promise<T> {
  town.from.address = address;
  try {
    return await act();
  } finally {
    town.from.address = '127.0.0.1';
  }
}

describe('a guesser', () => {
  it('is told the same for an unknown account and for a wrong password', async () => {
    const answers = await Promise.all(
      ['dx-ito', 'nobody-at-all', 'お客様'].map(async (account) => {
        const response = await signIn(town, account, 'wrong password');
        const { instance: _instance, ...answer } = (await response.json()) as Record<string, unknown>;
        return { status: response.status, answer, cookies: response.headers.getSetCookie() };
      }),
    );
    expect(answers[0]).toMatchObject({ status: 401, answer: { code: 'signInFailed' }, cookies: [] });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it.each(['bukai-kato', 'nobody-is-called-this'])(
    'is shut out of %s after five tries, at once or in turn',
    async (account) => {
      const tries = await Promise.all(
        [1, 2, 3, 4, 5, 6, 7].map(() => signIn(town, account, 'wrong password')),
      );
      const statuses = tries.map(({ status }) => status).sort();
      expect(statuses).toEqual([401, 401, 401, 401, 401, 423, 423]);
      const shut = await signIn(town, account, account === 'bukai-kato' ? passwordOf(town, account) : 'x');
      expect(shut.status).toBe(423);
      expect(Number(shut.headers.get('Retry-After'))).toBeGreaterThan(800);
      await admin`update sign_in_attempt set since = since - interval '16 minutes' where account = ${keyOf(account)}`;
      expect((await signIn(town, account, 'wrong password')).status).toBe(401);
    },
  );

  it('shuts out the address it comes from, not the person elsewhere; a reset lifts it', async () => {
    await from('192.0.2.1', async () => {
      for (let index = 0; index < 6; index += 1) await signIn(town, 'juki-suzuki', 'wrong password');
      expect((await enter('juki-suzuki')).status).toBe(423);
    });
    expect((await enter('juki-suzuki')).status).toBe(200);
    const { password } = await town.answered(issuedAccount, 'POST', '/accounts/juki-suzuki/password', {
      as: 'dx-tanaka',
    });
    await from('192.0.2.1', async () => {
      expect((await signIn(town, 'juki-suzuki', password)).status).toBe(200);
    });
  });

  it('shuts out its whole network where addresses are IPv6, and no other', async () => {
    for (let index = 0; index < 6; index += 1) {
      await from(`2001:db8:0:1::${index}`, () => signIn(town, 'sentei-inoue', 'wrong password'));
    }
    const right = (address: string) => from(address, () => signIn(town, 'iin-yoshida', 'x'));
    expect((await from('2001:db8:0:1:ffff::9', () => signIn(town, 'sentei-inoue', 'x'))).status).toBe(423);
    expect((await from('2001:db8:0:2::9', () => signIn(town, 'sentei-inoue', 'x'))).status).toBe(401);
    expect((await right('2001:db8:0:1::9')).status).toBe(401);
  });

  it('does not keep out whoever was given a new password, wherever tries come from', async () => {
    const account = 'bukai-kobayashi';
    const { lockout } = town.parts;
    for (let index = 0; index < 13; index += 1) await lockout.attempt(account, `198.51.100.${index}`);
    const { password } = await town.answered(issuedAccount, 'POST', `/accounts/${account}/password`, {
      as: 'dx-tanaka',
    });
    for (let index = 0; index < 13; index += 1) await lockout.attempt(account, `203.0.113.${index % 2}`);
    await from('203.0.113.1', async () => expect((await signIn(town, account, password)).status).toBe(200));
    for (let index = 0; index < 11; index += 1) await lockout.attempt(account, `198.51.100.${index}`);
    expect((await from('192.0.2.77', () => signIn(town, account, password))).status).toBe(429);
    await from('203.0.113.1', async () => expect((await signIn(town, account, password)).status).toBe(200));
  });

  it('leaves no name that was typed in the database', async () => {
    await signIn(town, 'my-password-in-the-wrong-field', 'x');
    const rows = await admin<{ row: string }[]>`
      select t::text as row from sign_in_attempt t union all select t::text from sign_in_pace t`;
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ row }) => /wrong-field|dx-ito/.test(row))).toEqual([]);
  });

  it('from many addresses makes the next wait a little, but where the person has been before', async () => {
    await from('192.0.2.9', async () => expect((await enter('koseki-nakamura')).status).toBe(200));
    for (let index = 0; index < 11; index += 1) {
      await from(`198.51.100.${index}`, () => signIn(town, 'koseki-nakamura', 'wrong password'));
    }
    await from('203.0.113.5', async () => {
      const paced = await enter('koseki-nakamura');
      expect(paced.status).toBe(429);
      expect(Number(paced.headers.get('Retry-After'))).toBeLessThanOrEqual(30);
    });
    await from('192.0.2.9', async () => expect((await enter('koseki-nakamura')).status).toBe(200));
  });

  it('is made to wait 30 seconds at most, and waiting counts as no wrong try', async () => {
    const seconds: number[] = [];
    for (let index = 0; index < 20; index += 1) {
      const held = await town.parts.lockout.attempt('nobody-is-this', `198.51.100.${index}`);
      seconds.push(held?.seconds ?? 0);
      await admin`update sign_in_pace set free_at = now() where account = ${keyOf('nobody-is-this')} and ${held === null && index < 19}`;
      if (index < 19) continue;
      const [row] = await admin<{ wait: number }[]>`
        select extract(epoch from free_at - since)::int as wait from sign_in_pace where account = ${keyOf('nobody-is-this')}`;
      expect(row?.wait).toBe(30);
    }
    expect(seconds.every((wait) => wait === 0)).toBe(true);
    for (let index = 0; index < 9; index += 1) {
      expect(await town.parts.lockout.attempt('nobody-is-this', '203.0.113.77')).toMatchObject({
        as: 'paced',
      });
    }
  });

  it('starts from nothing again after the right password', async () => {
    for (const password of ['a', 'b', 'c', 'd']) await signIn(town, 'iin-yamada', password);
    expect((await enter('iin-yamada')).status).toBe(200);
    for (const password of ['a', 'b', 'c', 'd']) {
      expect((await signIn(town, 'iin-yamada', password)).status).toBe(401);
    }
  });

  it('is slowed from one address, whatever the account', async () => {
    for (let index = 0; index < LIMIT; index += 1) {
      await town.parts.signInLimit.attempt('192.0.2.44');
    }
    const slowed = await from('192.0.2.44', () => enter('iin-yamada'));
    expect(slowed.status).toBe(429);
    expect(Number(slowed.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect((await enter('iin-yamada')).status).toBe(200);
  });

  it('finds no password in the database', async () => {
    const rows = await admin<{ password: string }[]>`select password from sign_in_credential`;
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.every(({ password }) => password.startsWith('$argon2id$v=19$m=19456,t=2,p=1$'))).toBe(true);
    const token = await tokenOf(town, 'dx-ito');
    const kept = await admin<{ row: string }[]>`select t::text as row from access_token t`;
    expect(kept.some(({ row }) => row.includes(token))).toBe(false);
  });
});

describe('a session under the former password', () => {
  it('survives no reset, however close they come', async () => {
    const { authentication } = town.parts;
    for (const waitMs of [0, 10, 20, 30]) {
      const [former, next] = [ownPassword(), ownPassword()];
      await authentication.setPassword('sentei-yamaguchi', former, 'owner');
      const entering = signIn(town, 'sentei-yamaguchi', former);
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      await authentication.setPassword('sentei-yamaguchi', next, 'owner');
      await entering;
      expect([waitMs, await sessionsOf('sentei-yamaguchi')]).toEqual([waitMs, 0]);
    }
  });

  it('changes no password that was given out anew meanwhile', async () => {
    const { authentication } = town.parts;
    const [former, given, own] = [ownPassword(), ownPassword(), ownPassword()];
    await authentication.setPassword('sentei-yamaguchi', former, 'owner');
    const known = await authentication.knows('sentei-yamaguchi', former);
    await authentication.setPassword('sentei-yamaguchi', given, 'owner');
    expect(await authentication.setPassword('sentei-yamaguchi', own, 'owner', known)).toBe(false);
    expect(await authentication.knows('sentei-yamaguchi', own)).toBeNull();
    expect(await authentication.knows('sentei-yamaguchi', given)).not.toBeNull();
  });
});

describe('another site', () => {
  const change = (headers: Record<string, string>, cookie: string) =>
    town.ask('POST', `/programmes/${town.code}/inbox/read`, {
      body: { ids: [] },
      headers: { Cookie: cookie, ...headers },
    });

  it('cannot change anything with a reader’s cookie', async () => {
    const cookie = cookieOf(await enter('dx-ito'));
    const ours = { 'X-Sekimori-Request': '1' };
    expect((await change(ours, cookie)).status).toBe(204);
    expect((await change({ ...ours, Origin: 'http://town.test' }, cookie)).status).toBe(204);
    for (const theirs of [
      {},
      { 'X-Sekimori-Request': '0' },
      { ...ours, Origin: 'http://evil.test' },
      { ...ours, Origin: 'null' },
      { ...ours, 'Sec-Fetch-Site': 'cross-site' },
      { ...ours, 'Sec-Fetch-Site': 'same-site' },
    ]) {
      const refused = await change(theirs, cookie);
      expect([theirs, refused.status]).toEqual([theirs, 403]);
      expect(((await refused.json()) as { code: string }).code).toBe('crossSite');
    }
  });

  it('cannot sign a reader in as somebody else', async () => {
    expect((await signIn(town, 'dx-ito', passwordOf(town, 'dx-ito'), {})).status).toBe(403);
  });

  it('may not frame a page or run a script in it', async () => {
    const { headers } = await town.app.hono.request('http://town.test/docs');
    const policy = headers.get('Content-Security-Policy');
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  });
});

describe('a token', () => {
  it('is issued to a session, works without the header, and ends when revoked', async () => {
    const cookie = cookieOf(await enter('dx-ito'));
    const body = { label: '手元の端末', days: 7 };
    const { token, id } = await town.answered(issuedToken, 'POST', '/tokens', { cookie, body });
    expect((await town.answered(me, 'GET', '/me', { token })).account).toBe('dx-ito');
    const marked = await town.ask('POST', `/programmes/${town.code}/inbox/read`, {
      token,
      body: { ids: [] },
    });
    expect(marked.status).toBe(204);
    expect((await town.refused('POST', '/tokens', { token, body })).code).toBe('forbidden');
    expect((await town.ask('DELETE', `/tokens/${id}`, { as: 'dx-tanaka' })).status).toBe(404);
    expect((await town.ask('DELETE', `/tokens/${id}`, { cookie })).status).toBe(204);
    expect((await town.ask('GET', '/me', { token })).status).toBe(401);
  });

  it('is for something that can be read in one line of a list', async () => {
    const cookie = cookieOf(await enter('dx-ito'));
    for (const label of ['\u200b', '端末\nもう一つ', '端末\u0007', '端'.repeat(101)]) {
      const refused = await town.refused('POST', '/tokens', { cookie, body: { label, days: 1 } });
      expect([label, refused.status, refused.issues?.[0]?.field]).toEqual([label, 422, 'label']);
    }
  });

  it('ends by its date, and for good with its account', async () => {
    const shut = await tokenOf(town, 'iin-sasaki');
    await shutAccount(town, 'iin-sasaki');
    expect((await town.ask('GET', '/me', { token: shut })).status).toBe(401);
    await shutAccount(town, 'iin-sasaki', false);
    expect((await town.ask('GET', '/me', { token: shut })).status).toBe(401);
    const token = await tokenOf(town, 'iin-sasaki');
    expect((await town.ask('GET', '/me', { token })).status).toBe(200);
    await admin`update access_token set expires_at = now() - interval '1 second' where account = 'iin-sasaki'`;
    expect((await town.ask('GET', '/me', { token })).status).toBe(401);
  });

  it('is not issued where its session ended while it was asked for', async () => {
    const cookie = cookieOf(await enter('iin-sasaki'));
    const body = { label: '競争', days: 1 };
    const asked = await admin.begin(async (tx) => {
      await holdPerson(tx, 'iin-sasaki');
      const asking = town.ask('POST', '/tokens', { cookie, body });
      await Promise.race([asking, new Promise((resolve) => setTimeout(resolve, 500))]);
      await tx`delete from sign_in_session`;
      return { asking };
    });
    expect((await asked.asking).status).toBe(401);
  });
});

describe('a password', () => {
  it.each([
    ['aaaaaaaaaaaa', 'commonPassword'],
    ['password1234', 'commonPassword'],
    ['P@ssw0rd1234', 'commonPassword'],
    ['qwertyuiop12', 'commonPassword'],
    ['sekimori-sekimori', 'nameInPassword'],
    ['関守の塔に今夜も月が出る', 'nameInPassword'],
    ['my own KOSEKI-Nakamura tower', 'nameInPassword'],
    ['ＫＯＳＥＫＩ の塔に月が出る夜', 'nameInPassword'],
    ['中村 は 塔 に 月 を 見る 夜', 'nameInPassword'],
  ])('%s is not taken: %s', async (next, code) => {
    const cookie = cookieOf(await enter('koseki-nakamura'));
    const body = { current: passwordOf(town, 'koseki-nakamura'), next };
    const refused = await town.refused('POST', '/password', { cookie, body });
    expect([refused.status, refused.issues?.[0]?.field, refused.issues?.[0]?.code]).toEqual([
      422,
      'next',
      code,
    ]);
    expect((await town.ask('GET', '/me', { cookie })).status).toBe(200);
  });

  it('is not changed to itself', async () => {
    const cookie = cookieOf(await enter('koseki-nakamura'));
    const current = passwordOf(town, 'koseki-nakamura');
    const refused = await town.refused('POST', '/password', { cookie, body: { current, next: current } });
    expect(refused.issues?.[0]?.code).toBe('samePassword');
  });

  it('is changed by who knows it, and every session ends', async () => {
    const cookie = cookieOf(await enter('iin-yoshida'));
    const next = 'a new and longer password';
    const wrong = await town.refused('POST', '/password', { cookie, body: { current: 'wrong', next } });
    expect(wrong.code).toBe('signInFailed');
    const short = await town.refused('POST', '/password', { cookie, body: { current: 'x', next: 'short' } });
    expect(short.issues?.[0]?.field).toBe('next');
    const body = { current: passwordOf(town, 'iin-yoshida'), next };
    expect((await town.ask('POST', '/password', { cookie, body })).status).toBe(204);
    expect((await town.ask('GET', '/me', { cookie })).status).toBe(401);
    expect((await enter('iin-yoshida')).status).toBe(401);
    expect((await signIn(town, 'iin-yoshida', next)).status).toBe(200);
  });
});

describe('a rehearsal that is half loaded, or does not answer', () => {
  it('keeps nobody from signing in, nor from seeing the others, and is named', async () => {
    const { ledger, client } = town.rig;
    const definition = await ledger.definitions.latestProgramme(town.code);
    if (!definition) throw new Error('the town is loaded');
    const [half, silent] = [freshTownCode(), freshTownCode()];
    for (const code of [half, silent]) {
      await ledger.load({ programme: { ...definition, code }, migrations: [] });
      await ledger.database.sql`insert into programme_loading (programme) values (${code})`;
    }
    const start = { definition: { ...definition, code: silent }, clock: rehearsalClock(0, Date.now()) };
    const handle = await client.workflow.start(programmeWorkflowType, {
      ...{ workflowId: programmeWorkflowId(silent), taskQueue: 'a queue that nobody polls', args: [start] },
    });
    const response = await enter('dx-ito');
    expect([response.status, me.parse(await response.json()).posts.map(({ post }) => post)]).toEqual([
      ...[200, ['dx-office']],
    ]);
    const began = performance.now();
    const operator = await town.answered(me, 'GET', '/me', { as: 'operator' });
    expect(operator.notReady.toSorted()).toEqual([half, silent].toSorted());
    const list = await town.answered(programmeList, 'GET', '/programmes', { as: 'operator' });
    expect(list.items.map(({ code }) => code)).toEqual([town.code]);
    expect(list.notReady.map(({ code }) => code).toSorted()).toEqual([half, silent].toSorted());
    // It was asked once; nobody waits for it again.
    expect(performance.now() - began).toBeLessThan(4_000);
    const others = await town.answered(programmeList, 'GET', '/programmes', { as: 'dx-ito' });
    expect([others.items.length, others.notReady]).toEqual([1, []]);
    const inside = await town.refused('GET', `/programmes/${half}`, { as: 'operator' });
    expect([inside.status, inside.code]).toEqual([503, 'notReady']);
    await handle.terminate();
  }, 60_000);

  it('is one too where its clock shows a day that no calendar has', async () => {
    const later = () => Date.parse('9999-12-31T00:00:00Z');
    const clocks = createClocks(
      town.rig.client,
      { revive: async () => false, ofHandedOver: async () => null },
      later,
    );
    const programme = { code: town.code, rehearsal: true };
    await expect(clocks.of(programme)).rejects.toThrow(ClockUnknown);
    expect(await clocks.ofMany(programme)).toBeNull();
  });
});
