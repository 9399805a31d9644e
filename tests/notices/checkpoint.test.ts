// The day's checkpoint by mail: to those who audit and asked for it, once a day, after the digests, as the same mail whenever it is sent.
import PostalMime from 'postal-mime';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type MailServer, mailChannel } from '../../activities/notices/channels/mail.ts';
import { carryCheckpoints } from '../../activities/notices/checkpoint/carrying.ts';
import { checkpointFault } from '../../ledger/lock/checkpoints.ts';
import { signedCheckpoint } from '../../machines/record/checkpoint.ts';
import { type Checkpoints, createCheckpoints } from '../../server/checkpoints/checkpoints.ts';
import { signer } from '../builders/signing.ts';
import { CODE, type Desk, openDesk } from './desk.ts';
import { openReceiver, type Receiver } from './smtp-receiver.ts';

let desk: Desk;
let checkpoints: Checkpoints;
let trouble: unknown[];
let receivers: Receiver[] = [];
const everybody = ['dx', 'kansa-all', 'kansa-juki', 'kansa-over', 'kansa-mute'];

beforeEach(async () => {
  desk = await openDesk();
  trouble = [];
  checkpoints = createCheckpoints({
    ledger: desk.ledger,
    keyring: { of: async () => signer },
    log: { warn: (given: unknown) => trouble.push(given) },
    wallMs: desk.wallMs,
  });
  await giveAudits(desk.database.ownerUrl);
  for (const account of everybody)
    await desk.ledger.contacts.set(account, {
      mail: `${account}@example.jp`,
      checkpoint: account !== 'kansa-mute',
    });
  // Thursday.
  desk.at('2023-12-07T09:00:30+09:00');
});
afterEach(async () => {
  for (const each of receivers) await each.close();
  receivers = [];
  await desk.close();
});

/** One audits the whole programme, one a system of it, one all programmes; one has not asked for it. */
async function giveAudits(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1 });
  const grants = [
    ['kansa-all', 'audit', CODE, null, '2025-03-31'],
    ['kansa-juki', 'audit', CODE, 'juki', '2025-03-31'],
    ['kansa-over', 'auditor', null, null, '2023-12-08'],
    ['kansa-mute', 'audit', CODE, null, '2025-03-31'],
  ] as const;
  for (const [place, [account, post, programme, system, until]] of grants.entries()) {
    await sql`insert into person (account, name) values (${account}, ${account})`;
    await sql`insert into post_grant (chain, seq, place, account, post, programme, system, from_on, until_on, granted_by, granted_at)
      values (${CODE}, 2, ${place}, ${account}, ${post}, ${programme}, ${system}, '2023-04-01', ${until}, 'test', now())`;
  }
  await sql.end();
}

const serverAt = (port: number): MailServer => ({
  ...{ host: '127.0.0.1', port, tls: 'none', user: null, password: () => '', caFile: null },
  ...{
    from: '関守 <sekimori@city.example.lg.jp>',
    publicUrl: 'https://sekimori.example.lg.jp',
    limitMs: 5_000,
  },
});
async function opened(fault: Parameters<typeof openReceiver>[0]): Promise<Receiver> {
  const receiver = await openReceiver(fault);
  receivers.push(receiver);
  return receiver;
}
async function carry({ port }: Receiver): Promise<string[]> {
  const outcomes: string[] = [];
  await carryCheckpoints({
    ...{ ledger: desk.ledger, channels: [mailChannel(serverAt(port))], wallMs: desk.wallMs },
    ...{ onOutcome: (_sending, outcome) => outcomes.push(outcome), backoffMs: () => 0 },
  });
  return outcomes.sort();
}
const recipients = async ({ mails }: Receiver) =>
  (await Promise.all(mails.map((mail) => PostalMime.parse(mail)))).map(({ to }) => to?.[0]?.address).sort();

test('who audits the whole gets the day’s, once; nobody else, and nobody before the digests are made', async () => {
  expect(await checkpoints.makeDue()).toBe(0);
  await desk.make();
  expect([await checkpoints.makeDue(), await checkpoints.makeDue()]).toEqual([1, 0]);
  const receiver = await opened('none');
  expect(await carry(receiver)).toEqual(['arrived', 'arrived']);
  expect(await recipients(receiver)).toEqual(['kansa-all@example.jp', 'kansa-over@example.jp']);
  desk.at('2023-12-07T17:00:00+09:00');
  await desk.submit('juki', '2023-12-07T10:00:00+09:00');
  expect([await desk.make(), await checkpoints.makeDue(), await carry(receiver)]).toEqual([0, 0, []]);
  // Who asks for it later on that day gets that day's too.
  await desk.ledger.contacts.set('kansa-mute', { checkpoint: true });
  await checkpoints.makeDue();
  expect(await carry(receiver)).toEqual(['arrived']);
  // On Monday one audits no more.
  desk.at('2023-12-11T09:07:00+09:00');
  await desk.make();
  desk.at('2023-12-11T09:13:00+09:00');
  await desk.make();
  expect(await checkpoints.makeDue()).toBe(1);
  expect(await carry(receiver)).toEqual(['arrived', 'arrived']);
  expect((await recipients(receiver)).filter((to) => to === 'kansa-over@example.jp')).toHaveLength(1);
  expect(trouble).toEqual([]);
});

test('a programme that is closed tells nobody of anything, and its record goes on being audited each open day', async () => {
  await desk.make();
  expect(await checkpoints.makeDue()).toBe(1);
  const { definitions } = desk.ledger;
  const latest = definitions.latestProgramme.bind(definitions);
  vi.spyOn(definitions, 'latestProgramme').mockImplementation(async (code) => {
    const found = await latest(code);
    return found && { ...found, closed: '全システムの移行が終わったため' };
  });
  desk.at('2023-12-08T09:01:00+09:00');
  expect(await desk.make()).toBe(0);
  expect(await checkpoints.makeDue()).toBe(1);
  expect(await desk.daysOf('dx')).toEqual([]);
  expect(await carry(await opened('none'))).toEqual(['arrived', 'arrived', 'arrived', 'arrived']);
  // A Saturday.
  desk.at('2023-12-09T12:00:00+09:00');
  expect([await desk.make(), await checkpoints.makeDue()]).toEqual([0, 0]);
});

test('two servers at once make one', async () => {
  await desk.make();
  const made = await Promise.all([checkpoints.makeDue(), checkpoints.makeDue()]);
  expect(made.reduce((sum, one) => sum + one, 0)).toBe(1);
  expect(await carry(await opened('none'))).toEqual(['arrived', 'arrived']);
});

test('the mail has the file whole and its digest to be read aloud; the next one names the one before', async () => {
  await desk.make();
  await checkpoints.makeDue();
  const receiver = await opened('none');
  await carry(receiver);
  const mails = await Promise.all(receiver.mails.map((raw) => PostalMime.parse(raw)));
  const mail = mails.find(({ to }) => to?.[0]?.address === 'kansa-all@example.jp');
  const [file] = mail?.attachments ?? [];
  expect(file?.filename).toBe(`sekimori-${CODE}-2023-12-07.checkpoint.json`);
  const content = new TextDecoder().decode(file?.content as ArrayBuffer);
  const signed = signedCheckpoint.parse(JSON.parse(content));
  expect(checkpointFault(signed, await desk.ledger.keys(CODE))).toBeNull();
  expect(signed.checkpoint.heads.map(({ chain }) => chain)).toEqual(
    (await desk.ledger.heads(CODE)).map(({ chain }) => chain),
  );
  expect(mail?.subject).toBe('世田谷区 令和5年12月7日のチェックポイント');
  expect(mail?.text).toContain('■ 全体の検証値（SHA-256）');
  expect(mail?.text).toContain(signed.digest.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 '));
  expect(mail?.text).toContain(`https://sekimori.example.lg.jp/programmes/${CODE}/audit`);
  expect((await checkpoints.of({ code: CODE, rehearsal: false }))?.checkpoint.previous).toBe(signed.digest);
  const { wrong } = await desk.ledger.verify({ only: ['anchors'], checkpoint: signed });
  expect(wrong).toEqual([]);
});

describe('a mail that does not go through', () => {
  test('is sent again as the same, though more was recorded meanwhile', async () => {
    await desk.ledger.contacts.set('kansa-over', { checkpoint: false });
    await desk.make();
    await checkpoints.makeDue();
    const first = await opened('close after data');
    expect(await carry(first)).toEqual(['failed']);
    await desk.submit('juki', '2023-12-07T10:00:00+09:00');
    const second = await opened('none');
    expect(await carry(second)).toEqual(['arrived']);
    const [one, other] = await Promise.all(
      [first, second].map(({ mails }) => PostalMime.parse(mails[0] ?? '')),
    );
    expect(one?.messageId).toMatch(/^<2023-12-07\.checkpoint\.[0-9a-f]{32}@city\.example\.lg\.jp>$/);
    expect([other?.messageId, other?.text]).toEqual([one?.messageId, one?.text]);
    expect(other?.attachments[0]?.content).toEqual(one?.attachments[0]?.content);
  });

  test('is given up where there is no such mailbox, and seen; who no longer wants it is not written to', async () => {
    await desk.make();
    await checkpoints.makeDue();
    await desk.ledger.contacts.set('kansa-over', { checkpoint: false });
    const receiver = await opened('recipient 550');
    expect(await desk.ledger.sendings.waiting()).toMatchObject([{ channel: 'mail', waiting: 2 }]);
    expect(await carry(receiver)).toEqual(['givenUp', 'moot']);
    expect(await desk.ledger.sendings.lately(1)).toMatchObject([
      { account: 'kansa-all', channel: 'mail', why: expect.stringContaining('550') },
    ]);
  });
});
