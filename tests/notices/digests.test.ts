// One digest a person and day, of what is true when it is sent.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMaker } from '../../activities/notices/digest/making.ts';
import { CODE, channelOf, type Desk, openDesk, textsOf } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
  // Thursday.
  desk.at('2023-12-07T09:00:30+09:00');
  expect(await desk.make()).toBe(0);
});
afterEach(() => desk.close());

const nearAt = '2023-12-08T09:00:00+09:00';
const everySystem = ['juki', 'zei', 'kaigo'];
const allNear = async () => {
  for (const system of everySystem) await desk.wake(system, nearAt);
};
const arriving = () => channelOf('mail', async () => '250 taken');

test('what comes up in several systems is one line, told once to a person of several posts', async () => {
  await allNear();
  desk.at('2023-12-08T09:01:00+09:00');
  expect(await desk.make()).toBe(1);
  const { lines = [], late } = (await desk.digestOf('dx')) ?? {};
  expect(textsOf(lines)).toEqual([
    'juki+kaigo+zei: 期限「⑰-1 データ移行」（令和5年12月15日）まで、あと7日です。',
  ]);
  expect(late).toBe(false);
  expect(lines[0]?.act?.ja).toContain('sekimori explain');
  expect(lines[0]?.parts[0]?.path).toBe(`/programmes/${CODE}/systems/juki?post=dx-office`);
  expect(await desk.make()).toBe(0);
});

test('two workers at once make one', async () => {
  await allNear();
  desk.at('2023-12-08T09:01:00+09:00');
  const making = { ledger: desk.ledger, channels: [], wallMs: desk.wallMs };
  const made = await Promise.all([createMaker(making)(CODE), createMaker(making)(CODE), desk.make()]);
  expect(made.reduce((sum, one) => sum + one, 0)).toBe(1);
  expect(await desk.daysOf('dx')).toEqual(['2023-12-08']);
});

test('nobody is told of nothing, nor one whose account is shut', async () => {
  await allNear();
  desk.at('2023-12-08T09:01:00+09:00');
  await desk.make();
  expect(await desk.daysOf('bukai')).toEqual([]);
  expect(await desk.daysOf('shut')).toEqual([]);
});

test('before the hour of an open day, and on closed days, none is made', async () => {
  await allNear();
  desk.at('2023-12-08T08:59:59+09:00');
  expect(await desk.make()).toBe(0);
  desk.at('2023-12-08T09:01:00+09:00');
  await desk.make();
  desk.at('2023-12-09T12:00:00+09:00');
  expect(await desk.make()).toBe(0);
});

test('a round waits for the migrations that have still to take up what is due, but not for ever', async () => {
  desk.at('2023-12-08T09:01:00+09:00');
  expect(await desk.make()).toBe(0);
  expect((await desk.ledger.rounds.last(CODE))?.day).toBe('2023-12-07');
  desk.at('2023-12-08T09:07:00+09:00');
  expect(await desk.make()).toBe(0);
  expect((await desk.ledger.rounds.last(CODE))?.day).toBe('2023-12-08');
});

describe('what is moot has disappeared', () => {
  test('a reminder of a deadline that was given another day', async () => {
    await allNear();
    await desk.extend('zei', '2023-12-08T09:00:10+09:00', '2024-01-31');
    desk.at('2023-12-08T09:01:00+09:00');
    await desk.make();
    const texts = textsOf((await desk.digestOf('dx'))?.lines ?? []);
    expect(texts[0]).toContain('juki+kaigo: 期限「⑰-1 データ移行」');
    expect(texts[1]).toContain(
      'zei: 期限「⑰-1 データ移行」が令和5年12月15日から令和6年1月31日に延長されました（計画の予定は変わりません）。',
    );
    expect(texts).toHaveLength(2);
  });

  test('a review that was decided meanwhile; what it led to is told to others', async () => {
    await desk.submit('juki', '2023-12-07T10:00:00+09:00');
    await desk.submit('zei', '2023-12-07T10:00:00+09:00');
    await desk.approve('zei', '2023-12-07T16:00:00+09:00');
    await allNear();
    desk.at('2023-12-08T09:01:00+09:00');
    await desk.make();
    expect(textsOf((await desk.digestOf('bukai'))?.lines ?? [])).toEqual([
      'juki: 「Fit&Gap分析」の審査をgyomuさんが依頼しました。',
    ]);
    expect(textsOf((await desk.digestOf('juki-only'))?.lines ?? [])).toHaveLength(1);
  });
});

test('a review that waits for longer is told along with news, never alone', async () => {
  await desk.submit('juki', '2023-12-07T10:00:00+09:00');
  await allNear();
  desk.at('2023-12-08T09:01:00+09:00');
  await desk.make();
  for (const system of everySystem) await desk.wake(system, '2023-12-14T09:00:00+09:00');
  desk.at('2023-12-14T09:01:00+09:00');
  await desk.make();
  const before = textsOf((await desk.digestOf('bukai'))?.lines ?? []);
  expect(before).toHaveLength(1);
  expect(await desk.daysOf('bukai')).toEqual(['2023-12-08']);
  for (const system of everySystem) await desk.wake(system, '2023-12-21T09:00:00+09:00');
  desk.at('2023-12-21T09:01:00+09:00');
  await desk.make();
  expect(textsOf((await desk.digestOf('bukai'))?.lines ?? [])).toEqual([
    'juki+kaigo+zei: 期限「契約」（令和5年12月22日）まで、あと1日です。',
    'juki: 「Fit&Gap分析」の審査を待っています。',
  ]);
});

describe('after an outage', () => {
  test('what still holds is told once, marked late, with the days that are left then', async () => {
    await allNear();
    desk.at('2023-12-13T11:00:00+09:00');
    expect(await desk.make()).toBe(1);
    const digest = await desk.digestOf('dx');
    expect(digest).toMatchObject({ day: '2023-12-13', late: true });
    expect(digest?.lines.map(({ late, text }) => [late, text.ja])).toEqual([
      [true, '期限「⑰-1 データ移行」（令和5年12月15日）まで、あと2日です。'],
    ]);
    expect(await desk.make()).toBe(0);
    expect(await desk.daysOf('dx')).toEqual(['2023-12-13']);
  });

  test('a mail server that was away is caught up by the newer digest, and the older is not sent', async () => {
    await desk.ledger.contacts.set('dx', { mail: 'dx@example.jp' });
    await allNear();
    desk.at('2023-12-08T09:01:00+09:00');
    await desk.make();
    const away = channelOf('mail', async () => {
      throw new Error('connect ECONNREFUSED');
    });
    expect(await desk.carry(away)).toEqual(['failed']);
    await desk.extend('kaigo', '2023-12-08T15:00:00+09:00', '2024-01-31');
    desk.at('2023-12-11T09:01:00+09:00');
    await desk.make();
    const back = arriving();
    expect(await desk.carry(back)).toEqual(['arrived']);
    expect(back.letters).toHaveLength(1);
    expect(back.letters[0]?.lines.map(({ late, text, parts }) => [late, parts.length, text.ja])).toEqual([
      [true, 2, '期限「⑰-1 データ移行」（令和5年12月15日）まで、あと4日です。'],
      [
        false,
        1,
        '期限「⑰-1 データ移行」が令和5年12月15日から令和6年1月31日に延長されました（計画の予定は変わりません）。理由: 延期',
      ],
    ]);
    expect((await desk.sendings()).map(({ day, state }) => [day, state])).toEqual([
      ['2023-12-08', 'carriedOver'],
      ['2023-12-11', 'arrived'],
    ]);
    expect(await desk.carry(arriving())).toEqual([]);
  });

  test('what has become moot while it could not be sent is not sent', async () => {
    await desk.ledger.contacts.set('bukai', { mail: 'bukai@example.jp' });
    await desk.submit('juki', '2023-12-07T10:00:00+09:00');
    await allNear();
    desk.at('2023-12-08T09:01:00+09:00');
    await desk.make();
    await desk.carry(channelOf('mail', () => Promise.reject(new Error('away'))));
    await desk.approve('juki', '2023-12-08T10:00:00+09:00');
    const back = arriving();
    expect(await desk.carry(back)).toEqual(['moot']);
    expect(back.letters).toEqual([]);
  });
});

test('what one channel has carried the other still carries by itself', async () => {
  await desk.ledger.contacts.set('dx', { mail: 'dx@example.jp', webhook: 'https://chat.example.jp/hook' });
  await allNear();
  desk.at('2023-12-08T09:01:00+09:00');
  await desk.make();
  const [mail, hook] = [arriving(), channelOf('webhook', () => Promise.reject(new Error('away')))];
  await desk.carry(mail);
  await desk.carry(hook);
  await desk.extend('kaigo', '2023-12-08T15:00:00+09:00', '2024-01-31');
  desk.at('2023-12-11T09:01:00+09:00');
  await desk.make();
  const later = channelOf('webhook', async () => 'HTTP 200');
  await desk.carry(mail);
  await desk.carry(later);
  expect(mail.letters[1]?.lines).toHaveLength(1);
  expect(later.letters[0]?.lines).toHaveLength(2);
});
