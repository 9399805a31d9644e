// What a line tells besides: how a date comes about, in whose place somebody is told, and no matter twice.
import PostalMime from 'postal-mime';
import postgres from 'postgres';
import { afterEach, describe, expect, test } from 'vitest';
import { mailChannel } from '../../activities/notices/channels/mail.ts';
import { sources } from '../../activities/notices/digest/sources.ts';
import { DEFAULT_LADDER } from '../../machines/definition/ladder.ts';
import { deadline, definition } from '../builders/migration.ts';
import { CODE, type Desk, openDesk, textsOf } from './desk.ts';
import { openReceiver } from './smtp-receiver.ts';

let desk: Desk;
afterEach(() => desk.close());

const label = { ja: '届出', en: 'filing' };
const ladder = { ...DEFAULT_LADDER, before: [3], escalate: [{ after: 5, to: ['working-group'] }] };
/** Friday; three open days before it is Tuesday the 12th. */
const filing = (to: string[]) =>
  deadline('filing', {
    ...{ label, to, ladder, kind: 'statutory', reminders: [] },
    rule: { kind: 'fixed', on: '2023-12-15' },
  });

async function opened(over: Parameters<typeof openDesk>[0]): Promise<void> {
  desk = await openDesk(over);
  desk.at('2023-12-07T09:00:30+09:00');
  await desk.make();
}
async function reminded(system = 'juki'): Promise<void> {
  for (const each of ['juki', 'zei', 'kaigo']) await desk.wake(each, '2023-12-12T09:00:00+09:00');
  desk.at('2023-12-12T09:01:00+09:00');
  expect(await desk.make(), system).toBeGreaterThan(0);
}
const why = '法定の期限。令和5年12月15日（金）と定められている。';

test('a mail that was received says why the date is that day, as text and as HTML, and so does the digest', async () => {
  await opened({ over: { deadlines: [filing(['dx-office'])] } });
  await desk.ledger.contacts.set('dx', { mail: 'dx@example.jp' });
  await reminded();
  const receiver = await openReceiver('none');
  const server = {
    ...{ host: '127.0.0.1', port: receiver.port, tls: 'none' as const, user: null, password: () => '' },
    ...{ caFile: null, from: 'sekimori@city.example.jp', publicUrl: null, limitMs: 5_000 },
  };
  expect(await desk.carry(mailChannel(server))).toEqual(['arrived']);
  const mail = await PostalMime.parse(receiver.mails[0] ?? '');
  await receiver.close();
  expect(mail.text).toContain(`期日の根拠：${why}`);
  expect(mail.html).toContain(`期日の根拠：${why}`);
  const { lines = [] } = (await desk.digestOf('dx')) ?? {};
  expect(lines.map(({ derivation }) => derivation?.ja.startsWith(why))).toEqual([true]);
  expect(lines[0]?.derivation?.en).toMatch(/^Statutory deadline\. Set to Friday, 15 December 2023\./);
});

test('of a migration on hold says so, and asks whether it is to stay so, apart from those that go on', async () => {
  await opened({ over: { deadlines: [filing(['dx-office'])] } });
  await desk.hold('juki', '2023-12-08T10:00:00+09:00');
  await reminded();
  const lines = ((await desk.digestOf('dx'))?.lines ?? []).filter(({ kind }) => kind === 'deadline');
  expect(textsOf(lines).sort()).toEqual([
    'juki: 期限「届出」（令和5年12月15日）まで、あと3日です。中断中も期限は進みます。',
    'kaigo+zei: 期限「届出」（令和5年12月15日）まで、あと3日です。',
  ]);
  const acts = new Map(lines.map(({ parts, act }) => [parts[0]?.system?.id, act?.ja]));
  expect(acts.get('juki')).toContain('sekimori resume');
  expect(acts.get('kaigo')).not.toContain('sekimori resume');
});

describe('a reminder to a post that nobody holds', () => {
  test('is told to the posts of its escalation at once, and says in whose place', async () => {
    await opened({ over: { deadlines: [filing(['business-division'])] } });
    await reminded();
    expect(textsOf((await desk.digestOf('bukai'))?.lines ?? [])).toEqual([
      'juki+kaigo+zei: 期限「届出」（令和5年12月15日）まで、あと3日です。（business-divisionの職が空席のため、代わりにお知らせします。）',
    ]);
    expect(await desk.daysOf('dx')).toEqual([]);
    const [warned] = await desk.ledger.warnings(CODE, { system: 'juki', deadline: 'filing' });
    expect(warned).toMatchObject({ account: 'bukai', posts: ['working-group'] });
  });

  test('is told to nobody else where the post is held', async () => {
    await opened({ over: { deadlines: [filing(['dx-office'])] } });
    await reminded();
    expect(await desk.daysOf('dx')).toEqual(['2023-12-12']);
    expect(await desk.daysOf('bukai')).toEqual([]);
  });
});

test('a review that is told as unanswered does not also stand as one that still waits', async () => {
  await opened({ sources });
  await desk.submit('juki', '2023-12-08T08:00:00+09:00');
  const tell = async (day: string) => {
    for (const each of ['juki', 'zei', 'kaigo']) await desk.wake(each, `${day}T09:00:00+09:00`);
    desk.at(`${day}T09:01:00+09:00`);
    await desk.make();
    const { lines = [] } = (await desk.digestOf('bukai')) ?? {};
    return textsOf(lines).filter((line) => line.includes('審査'));
  };
  expect(await tell('2023-12-11')).toEqual(['juki: 「Fit&Gap分析」の審査をgyomuさんが依頼しました。']);
  expect(await tell('2023-12-13')).toEqual([
    'juki: 「Fit&Gap分析」の審査に、working-groupが令和5年12月8日から5日、答えていません。',
  ]);
  await tell('2023-12-15');
  // Between two rungs it stands along with news.
  expect(await tell('2023-12-21')).toEqual(['juki: 「Fit&Gap分析」の審査を待っています。']);
});

test('who administers the programme is told of what is addressed to them, by the real calendar', async () => {
  const { calendar } = definition();
  await opened({ sources, over: { calendar: { ...calendar, provisionalFrom: '2024-12-09' } } });
  const sql = postgres(desk.database.ownerUrl, { max: 1 });
  for (const [place, account, programme, until] of [
    [20, 'over-all', null, '2025-03-31'],
    [21, 'of-this', CODE, '2025-03-31'],
    [22, 'gone', null, '2023-11-30'],
  ] as const) {
    await sql`insert into person (account, name) values (${account}, ${account})`;
    await sql`insert into post_grant (chain, seq, place, account, post, programme, from_on, until_on, granted_by, granted_at)
      values (${CODE}, 1, ${place}, ${account}, 'administrator', ${programme}, '2023-04-01', ${until}, 'test', now())`;
  }
  await sql.end();
  await reminded();
  for (const account of ['over-all', 'of-this'])
    expect(JSON.stringify((await desk.digestOf(account))?.lines), account).toContain('祝日が確定している');
  expect(await desk.daysOf('gone')).toEqual([]);
});
