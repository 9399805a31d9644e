// Where people are told, and who was warned, over HTTP: who may see and set it, its bounds, and what a wrong one is told.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessPage } from '../../server/contract/accounts.ts';
import { contactSet, contactView, warningList } from '../../server/contract/telling/contacts.ts';
import { openTown, type Town } from './town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const set = (as: string, body: unknown) => town.answered(contactSet, 'POST', '/contact', { as, body });
const saidTo = async (path: string, as: string, body: unknown) => {
  const refused = await town.refused('POST', path, { as, body });
  return [refused.status, JSON.stringify(refused)] as const;
};

describe('one’s own contact', () => {
  it('is set and taken off by oneself; what is left out stays; a webhook’s secret is shown once', async () => {
    const first = await set('bukai-kato', {
      mail: 'kato@city.example',
      webhook: 'https://chat.example/hook',
    });
    expect(first).toMatchObject({ account: 'bukai-kato', mail: 'kato@city.example', language: 'ja' });
    expect(first.webhookSecret).toMatch(/^[\w-]{43}$/);
    const next = await set('bukai-kato', { language: 'en', webhook: 'https://chat.example/hook' });
    expect(next).toMatchObject({ mail: 'kato@city.example', language: 'en', webhookSecret: null });
    const shown = await (await town.ask('GET', '/contact', { as: 'bukai-kato' })).text();
    expect(shown).toContain('kato@city.example');
    expect(shown).not.toContain(first.webhookSecret);
    expect(await set('bukai-kato', { mail: null })).toMatchObject({ mail: null, language: 'en' });
    const other = await town.answered(contactView, 'GET', '/contact', { as: 'bukai-kobayashi' });
    expect(other).toMatchObject({ account: 'bukai-kobayashi', mail: null, webhook: null });
  });

  it.each([
    [{ mail: 'kato' }, 'メールアドレス'],
    [{ mail: 'a@b.example\r\nBcc: c@d.example' }, 'メールアドレス'],
    [{ mail: `a@${'b'.repeat(260)}.example` }, 'mail'],
    [{ webhook: 'http://chat.example.com/' }, 'https'],
    [{ webhook: 'http://169.254.169.254/' }, 'https'],
    [{ webhook: 'https://user:word@chat.example/' }, 'https'],
    [{ language: 'fr' }, 'language'],
  ])('%j is refused in words', async (body, words) => {
    const [status, said] = await saidTo('/contact', 'bukai-kobayashi', body);
    expect(status).toBe(422);
    expect(said).toContain(words);
    const { mail, webhook } = await town.answered(contactView, 'GET', '/contact', { as: 'bukai-kobayashi' });
    expect([mail, webhook]).toEqual([null, null]);
  });

  it('is tried by every channel that is set, and by none where none is', async () => {
    await set('dx-ito', { mail: 'ito@city.example' });
    const trialOf = async (as: string) => {
      const answer = await town.ask('POST', '/contact/trial', { as });
      expect(answer.status).toBe(202);
      return contactView.parse(await answer.json()).trials;
    };
    expect(await trialOf('dx-ito')).toMatchObject({ mail: { ended: false, receipt: null, error: null } });
    expect(await trialOf('bukai-kobayashi')).toEqual({});
  });

  it.each([
    ['GET', '/contact'],
    ['POST', '/contact'],
    ['POST', '/contact/trial'],
    ['POST', '/accounts/bukai-kato/contact'],
  ])('%s %s is nobody’s who has not signed in', async (method, path) => {
    const body = method === 'POST' ? { body: {} } : {};
    expect((await town.refused(method, path, body)).status).toBe(401);
  });
});

describe('another’s contact', () => {
  const path = '/accounts/bukai-kato/contact';

  it('is an administrator’s to set, as to its mail address and language alone', async () => {
    const body = { mail: 'k@city.example', webhook: 'https://thief.example/' };
    const answer = await town.answered(contactView, 'POST', path, { as: 'dx-tanaka', body });
    expect(answer).toMatchObject({ account: 'bukai-kato', mail: 'k@city.example' });
    expect(answer.webhook).not.toBe('https://thief.example/');
  });

  it('is refused to who does not administer, of an account that is not there, and of a wrong address', async () => {
    expect((await saidTo(path, 'bukai-kobayashi', { mail: 'x@city.example' }))[0]).toBe(403);
    expect((await saidTo('/accounts/nobody-here/contact', 'dx-tanaka', { mail: 'x@city.example' }))[0]).toBe(
      404,
    );
    const [status, said] = await saidTo(path, 'dx-tanaka', { mail: 'no address' });
    expect([status, said.includes('メールアドレス')]).toEqual([422, true]);
  });
});

describe('who was warned', () => {
  const at = (rest: string) => `/programmes/${town.code}/systems/juki${rest}`;

  it('is read by whoever reads the programme, of all deadlines or of one', async () => {
    for (const path of ['/warnings', '/deadlines/step-17-1/warnings'])
      expect(await town.answered(warningList, 'GET', at(path), { as: 'dx-ito' })).toEqual({ items: [] });
  });

  it('is taken out as a CSV by whoever reads the whole programme, and it is logged', async () => {
    const path = `/programmes/${town.code}/warnings.csv`;
    const answer = await town.ask('GET', path, { as: 'dx-ito' });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=UTF-8']);
    const name = `sekimori-${town.code}-rehearsal-warnings-2023-11-16.csv`;
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString('utf8')).toContain('お知らせの日');
    const logged = await town.answered(accessPage, 'GET', `/programmes/${town.code}/access-log`, {
      as: 'kansa-mori',
    });
    expect(logged.items.map(({ what }) => what)).toContain('GET /api/v1/programmes/:code/warnings.csv');
    expect((await town.refused('GET', path, { as: 'zei-takahashi' })).status).toBe(403);
    expect((await town.refused('GET', path)).status).toBe(401);
    const of = (query: string) => town.refused('GET', `${path}?${query}`, { as: 'dx-ito' });
    expect((await of('system=nowhere')).status).toBe(404);
    expect((await of('to=2023-13-01')).status).toBe(422);
  });

  it('is not told of a system that is not there, nor to who has not signed in', async () => {
    const nowhere = `/programmes/${town.code}/systems/nowhere/warnings`;
    expect((await town.refused('GET', nowhere, { as: 'dx-ito' })).status).toBe(404);
    expect((await town.refused('GET', at('/warnings'))).status).toBe(401);
    const long = at(`/deadlines/${'x'.repeat(300)}/warnings`);
    expect((await town.refused('GET', long, { as: 'dx-ito' })).status).toBe(422);
  });
});
