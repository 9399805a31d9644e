// The second factor of a local password against a town's server: set up by its first code, asked for after the password, each code
// taken once; required, lost and reset. Time is moved by the codes' own clock, never waited for.
import { TOTP } from 'otpauth';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSecondFactors } from '../../server/accounts/second-factor/second-factors.ts';
import { accessPage, accountView, issuedAccount, issuedToken } from '../../server/contract/accounts.ts';
import { entryPage } from '../../server/contract/entries.ts';
import { me } from '../../server/contract/programmes.ts';
import { backupCodes, secondFactorKey, secondFactorView } from '../../server/contract/sign-in.ts';
import { problem } from '../../server/contract/values.ts';
import { statedRoutes } from '../../server/http/guarded-route.ts';
import { cookieOf, secret, type Town, withParts } from '../server/town.ts';

const OURS = { 'X-Sekimori-Request': '1' };
const HALF_MINUTE = 30_000;

export function secondFactorCases(openedTown: () => Town): void {
  let town: Town;
  /** Where the clock of the codes stands, and of the device with it. */
  let now = Date.now();
  beforeAll(() => {
    const { sql } = openedTown().rig.ledger.database;
    town = withParts(openedTown(), {
      secondFactor: 'administrators',
      secondFactors: createSecondFactors(sql, secret, () => now),
    });
  });

  const codeOf = (key: string, offMs = 0) => new TOTP({ secret: key }).generate({ timestamp: now + offMs });
  const enter = (account: string, password: string, code?: string) =>
    town.ask('POST', '/session', { body: { account, password, ...(code && { code }) }, headers: OURS });
  const refusal = async (response: Promise<Response>) => problem.parse(await (await response).json()).code;
  /** A person with a password of their own, and a session of theirs. */
  const person = async (account: string, post?: string) => {
    const body = { account, name: '段田 守' };
    const { password } = await town.answered(issuedAccount, 'POST', '/accounts', { as: 'operator', body });
    if (post) {
      const given = { post, programme: null };
      await town.ask('POST', `/accounts/${account}/posts`, { as: 'operator', body: given });
    }
    const own = `kawa-no-nagare-ni-${account.length}-hotaru`;
    const cookie = cookieOf(await enter(account, password));
    await town.ask('POST', '/password', { cookie, body: { current: password, next: own } });
    return { account, password: own, cookie: cookieOf(await enter(account, own)) };
  };
  type Someone = Awaited<ReturnType<typeof person>>;
  const enrol = async ({ password, cookie }: Someone) => {
    const key = await town.answered(secondFactorKey, 'POST', '/second-factor', {
      cookie,
      body: { password },
    });
    const body = { code: codeOf(key.key) };
    const codes = await town.answered(backupCodes, 'POST', '/second-factor/confirm', { cookie, body });
    now += HALF_MINUTE;
    return { ...key, codes: codes.backupCodes };
  };

  describe('a second factor', () => {
    let one: Someone;
    let key: string;
    let papers: string[];
    beforeAll(async () => {
      one = await person('danda.mamoru');
    });

    it('is set up with the password and a first code of the device, and then asked for', async () => {
      const other = cookieOf(await enter(one.account, one.password));
      const asking = { cookie: one.cookie, body: { password: 'not mine' } };
      expect((await town.refused('POST', '/second-factor', asking)).code).toBe('signInFailed');
      const enrolled = await enrol(one);
      [key, papers] = [enrolled.key, enrolled.codes];
      expect(enrolled.uri).toMatch(/^otpauth:\/\/totp\/Sekimori:danda\.mamoru\?.*secret=/);
      expect(new Set(papers).size).toBe(10);
      expect((await town.ask('GET', '/me', { cookie: other })).status).toBe(401);
      expect((await town.ask('GET', '/me', { cookie: one.cookie })).status).toBe(200);
      expect(await refusal(enter(one.account, one.password))).toBe('secondFactorAsked');
      expect(await refusal(enter(one.account, 'wrong', codeOf(key)))).toBe('signInFailed');
      const [row] = await town.rig.ledger.database
        .sql`select sealed from second_factor where account = ${one.account}`;
      expect(String(row?.sealed)).not.toContain(key);
    });

    it('takes a code once, also of two at the same time, and never an older one', async () => {
      const code = codeOf(key);
      const both = await Promise.all([
        enter(one.account, one.password, code),
        enter(one.account, one.password, code),
      ]);
      expect(both.map(({ status }) => status).toSorted()).toEqual([200, 401]);
      expect(await refusal(enter(one.account, one.password, code))).toBe('secondFactorWrong');
      expect(await refusal(enter(one.account, one.password, codeOf(key, -HALF_MINUTE)))).toBe(
        'secondFactorWrong',
      );
      now += HALF_MINUTE;
    });

    it('lets the device’s clock be off by half a minute, and not by more, and reads full-width digits', async () => {
      expect(await refusal(enter(one.account, one.password, codeOf(key, 2 * HALF_MINUTE)))).toBe(
        'secondFactorWrong',
      );
      const ahead = codeOf(key, HALF_MINUTE).replaceAll(/\d/g, (digit) =>
        String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
      );
      expect((await enter(one.account, one.password, `${ahead.slice(0, 3)} ${ahead.slice(3)}`)).status).toBe(
        200,
      );
      now += 3 * HALF_MINUTE;
      expect((await enter(one.account, one.password, codeOf(key, -HALF_MINUTE))).status).toBe(200);
    });

    it('has backup codes, each good once, and new ones in their place', async () => {
      const [first = '', second = ''] = papers;
      const entered = await enter(one.account, one.password, first.toUpperCase());
      expect(entered.status).toBe(200);
      expect(await refusal(enter(one.account, one.password, first))).toBe('secondFactorWrong');
      const cookie = cookieOf(entered);
      const { backupCodesLeft } = await town.answered(secondFactorView, 'GET', '/second-factor', { cookie });
      expect(backupCodesLeft).toBe(9);
      now += HALF_MINUTE;
      const body = { code: codeOf(key) };
      const renewed = await town.answered(backupCodes, 'POST', '/second-factor/backup-codes', {
        cookie,
        body,
      });
      expect(await refusal(enter(one.account, one.password, second))).toBe('secondFactorWrong');
      expect((await enter(one.account, one.password, renewed.backupCodes[0])).status).toBe(200);
      const page = await town.answered(
        accessPage,
        'GET',
        `/programmes/${town.code}/access-log?account=${one.account}`,
        {
          as: 'operator',
        },
      );
      expect(page.items.map(({ detail }) => detail.secondFactor)).toEqual(
        expect.arrayContaining(['backup', 'authenticator']),
      );
    });

    it('shuts out whoever guesses: the password alone does not clear what was guessed', async () => {
      town.from.address = '192.0.2.77';
      for (let guesses = 0; guesses < 5; guesses += 1) {
        expect(await refusal(enter(one.account, one.password, '000000'))).toBe('secondFactorWrong');
        expect(await refusal(enter(one.account, one.password))).toBe('secondFactorAsked');
      }
      now += HALF_MINUTE;
      expect(await refusal(enter(one.account, one.password, codeOf(key)))).toBe('locked');
      town.from.address = '127.0.0.1';
      expect((await enter(one.account, one.password, codeOf(key))).status).toBe(200);
    });

    it('opens nothing that was not told: a session whose code was wrong is none', async () => {
      const count = () => town.rig.ledger.database
        .sql`select from sign_in_session s join sign_in_user u on u.id = s.user_id
        where u.username = ${one.account}`;
      const before = (await count()).length;
      expect((await enter(one.account, one.password, '000000')).headers.getSetCookie()).toEqual([]);
      await enter(one.account, one.password);
      expect((await count()).length).toBe(before);
    });

    it('does not hinder a token, which was made in a whole sign-in', async () => {
      now += HALF_MINUTE;
      const cookie = cookieOf(await enter(one.account, one.password, codeOf(key)));
      const body = { label: '端末', days: 1 };
      const { token } = await town.answered(issuedToken, 'POST', '/tokens', { cookie, body });
      expect((await town.ask('GET', '/me', { token })).status).toBe(200);
      const guess = { token, body: { code: codeOf(key) } };
      expect((await town.refused('POST', '/second-factor/remove', guess)).code).toBe('forbidden');
    });

    it('lost, is taken off by an administrator: in the record, with all that stood open ended', async () => {
      now += HALF_MINUTE;
      const cookie = cookieOf(await enter(one.account, one.password, codeOf(key)));
      const path = `/accounts/${one.account}/second-factor/reset`;
      expect((await town.refused('POST', path, { as: 'dx-ito' })).code).toBe('forbidden');
      expect((await town.ask('POST', path, { as: 'operator' })).status).toBe(204);
      expect((await town.refused('POST', path, { as: 'operator' })).code).toBe('secondFactorNone');
      expect((await town.ask('GET', '/me', { cookie })).status).toBe(401);
      expect((await enter(one.account, one.password)).status).toBe(200);
      expect(await refusal(enter(one.account, 'wrong'))).toBe('signInFailed');
      const page = await town.answered(entryPage, 'GET', `/programmes/${town.code}/entries?limit=100`, {
        as: 'operator',
      });
      const changes = page.items
        .filter(({ fact }) => fact.account === one.account)
        .map(({ fact }) => fact.change);
      expect(changes[0]).toBe('secondFactorReset');
    });

    it('is taken off by its owner with a code, and stays asked of nobody where it is off', async () => {
      const two = await person('futari.me');
      const { key: own } = await enrol(two);
      const wrong = { cookie: two.cookie, body: { code: '123' } };
      expect((await town.refused('POST', '/second-factor/remove', wrong)).code).toBe('secondFactorWrong');
      const off = withParts(town, { secondFactor: 'off' });
      const body = { account: two.account, password: two.password };
      expect((await off.ask('POST', '/session', { body, headers: OURS })).status).toBe(200);
      const none = { cookie: two.cookie, body: { password: two.password } };
      expect((await off.refused('POST', '/second-factor', none)).code).toBe('secondFactorOff');
      const code = { cookie: two.cookie, body: { code: codeOf(own) } };
      expect((await town.ask('POST', '/second-factor/remove', code)).status).toBe(204);
      expect((await enter(two.account, two.password)).status).toBe(200);
    });

    it('sealed by another secret says so, and is no way in', async () => {
      const three = await person('mitsume.no');
      await enrol(three);
      const { sql } = town.rig.ledger.database;
      const other = withParts(town, {
        secondFactors: createSecondFactors(sql, `${secret} of another`, () => now),
      });
      const body = { account: three.account, password: three.password, code: '123456' };
      expect((await other.refused('POST', '/session', { body, headers: OURS })).code).toBe(
        'secondFactorUnreadable',
      );
      const view = await town.answered(accountView, 'POST', `/accounts/${three.account}/disabled`, {
        as: 'operator',
        body: { disabled: false },
      });
      expect(view.secondFactor).toBe(true);
    });
  });

  it('a second factor that is required of administrators is set up before anything else, and stays', async () => {
    const head = await person('kimura.kashira', 'administrator');
    expect((await town.answered(me, 'GET', '/me', { cookie: head.cookie })).mustSetSecondFactor).toBe(true);
    const answered: string[] = [];
    for (const { method, path, need } of statedRoutes(town.app.api)) {
      if (need === 'open' || path === '/session') continue;
      const at = path
        .replace(':code', town.code)
        .replace(':system', 'juki')
        .replace(':account', 'x')
        .replace(':id', 'x');
      const body = method === 'POST' ? { body: {} } : {};
      const asked = await town.ask(method, at, { ...body, cookie: head.cookie });
      // Begins an installation by a code; here somebody administers, and no session is good for it.
      if (need === 'setsUp') {
        expect([path, asked.status]).toEqual([path, 401]);
        continue;
      }
      const code = asked.status === 403 ? problem.parse(await asked.json()).code : asked.status;
      if (code !== 'secondFactorNeeded') answered.push(`${method} ${path}`);
    }
    expect(answered.toSorted()).toEqual([
      'GET /me',
      'GET /second-factor',
      'POST /password',
      'POST /second-factor',
      'POST /second-factor/confirm',
    ]);
    const { key } = await enrol(head);
    expect((await town.ask('GET', '/accounts', { cookie: head.cookie })).status).toBe(200);
    const body = { code: codeOf(key) };
    const kept = await town.refused('POST', '/second-factor/remove', { cookie: head.cookie, body });
    expect(kept.code).toBe('secondFactorRequired');
    // A rehearsal's accounts, and whoever administers nothing, are not concerned.
    const plain = await person('nami.no-hito');
    expect((await town.ask('GET', '/programmes', { cookie: plain.cookie })).status).toBe(200);
    const all = withParts(town, { secondFactor: 'all' });
    expect((await all.refused('GET', '/programmes', { cookie: plain.cookie })).code).toBe(
      'secondFactorNeeded',
    );
  });
}
