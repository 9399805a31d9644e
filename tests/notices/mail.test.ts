// Mail to a real SMTP server on its own socket, and what comes of each way in which one fails.
import PostalMime from 'postal-mime';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type MailServer, mailChannel } from '../../activities/notices/channels/mail.ts';
import type { Letter } from '../../activities/notices/letter/letter.ts';
import type { Contact } from '../../ledger/models/digests/contacts.ts';
import { type Desk, openDesk } from './desk.ts';
import { issuePapers, type Papers } from './papers.ts';
import { openMute, openReceiver, type Receiver } from './smtp-receiver.ts';

const contact: Contact = {
  ...{ account: 'dx', name: '山田　太郎\r\nBcc: thief@example.jp', mail: 'dx@example.jp' },
  ...{ webhook: null, webhookSecret: null, language: 'ja', checkpoint: false },
};
const letter: Letter = {
  programme: { code: '131121', name: { ja: '世田谷区', en: 'Setagaya' }, rehearsal: true },
  ...{ account: 'dx', name: '山田', language: 'ja', day: '2023-12-08', madeAt: '2023-12-08T09:00:10+09:00' },
  late: true,
  messageId: '2023-12-08.0123456789abcdef',
  lines: [
    {
      kind: 'deadline',
      text: { ja: '期限「<b>⑰-1</b>」まで、あと7日です。', en: '7 days left.' },
      act: {
        ja: '足りない条件を確かめてください（sekimori explain）。',
        en: 'See what is missing (sekimori explain).',
      },
      derivation: { ja: '起算日 令和5年11月16日', en: 'counted from 16 November' },
      late: true,
      parts: [
        {
          key: 'k',
          at: '2023-12-08T09:00:00+09:00',
          system: { id: 'juki', name: { ja: '住民記録', en: 'residents' } },
          path: '/programmes/131121/systems/juki?post=dx-office',
        },
      ],
    },
    {
      kind: 'task',
      text: { ja: '定足数に足りません。', en: 'Short of its quorum.' },
      act: null,
      late: false,
      parts: [{ key: 'q', at: '2023-12-08T09:00:00+09:00', system: null, path: '/programmes/131121' }],
    },
  ],
};
const serverAt = (port: number, over: Partial<MailServer> = {}): MailServer => ({
  ...{ host: '127.0.0.1', port, tls: 'none', user: null, password: () => '', caFile: null },
  ...{
    from: '関守 <sekimori@city.example.lg.jp>',
    publicUrl: 'https://sekimori.example.lg.jp',
    limitMs: 5_000,
  },
  ...over,
});
let open: Receiver[] = [];
const opened = async (receiver: Promise<Receiver>): Promise<Receiver> => {
  open.push(await receiver);
  return receiver;
};
afterEach(async () => {
  for (const each of open) await each.close();
  open = [];
});

describe('a mail', () => {
  test('is read by another parser as it was meant: both parts, links, why and what to do', async () => {
    const receiver = await opened(openReceiver('none'));
    const receipt = await mailChannel(serverAt(receiver.port)).send(letter, contact);
    expect(receipt).toMatch(/^250 .*<2023-12-08.0123456789abcdef@city.example.lg.jp>$/);
    const mail = await PostalMime.parse(receiver.mails[0] ?? '');
    expect(mail.subject).toBe('【演習】[遅れて] 世田谷区 令和5年12月8日のお知らせ（2件）');
    expect(mail.messageId).toBe('<2023-12-08.0123456789abcdef@city.example.lg.jp>');
    expect(mail.from).toEqual({ name: '関守', address: 'sekimori@city.example.lg.jp' });
    expect(mail.text).toContain('【演習】これは演習の通知です。');
    expect(mail.text).toContain('・[遅れて] 住民記録：期限「<b>⑰-1</b>」まで、あと7日です。');
    expect(mail.text).toContain('すること：足りない条件を確かめてください。');
    expect(mail.text).toContain('期日の根拠：起算日 令和5年11月16日');
    expect(mail.text).toContain(
      '画面：住民記録 https://sekimori.example.lg.jp/programmes/131121/systems/juki?post=dx-office',
    );
    expect(mail.text).toContain('画面：計画の一覧 https://sekimori.example.lg.jp/programmes/131121\n');
    expect(mail.text).toContain('受け取り方の画面 https://sekimori.example.lg.jp/contact');
    expect(mail.html).toContain('期限「&lt;b&gt;⑰-1&lt;/b&gt;」');
    const linked = (path: string, name: string) =>
      `<a href="https://sekimori.example.lg.jp${path}">${name}</a>`;
    expect(mail.html).toContain(
      `画面：${linked('/programmes/131121/systems/juki?post=dx-office', '住民記録')}`,
    );
    expect(mail.html).toContain(`画面：${linked('/programmes/131121', '計画の一覧')}`);
    expect(mail.html).toContain(linked('/contact', '受け取り方の画面'));
  });

  test('has no link where nobody has said where the console is', async () => {
    const receiver = await opened(openReceiver('none'));
    await mailChannel(serverAt(receiver.port, { publicUrl: null })).send(letter, contact);
    const mail = await PostalMime.parse(receiver.mails[0] ?? '');
    expect(`${mail.text}${mail.html}`).not.toMatch(/画面：|href=|\/contact/u);
  });

  test('has no header that a name brought, and no line of its head is long or bare Japanese', async () => {
    const receiver = await opened(openReceiver('none'));
    await mailChannel(serverAt(receiver.port)).send(letter, contact);
    const [head = ''] = (receiver.mails[0] ?? '').split('\r\n\r\n');
    const { headers, to } = await PostalMime.parse(receiver.mails[0] ?? '');
    expect(headers.map(({ key }) => key)).not.toContain('bcc');
    expect(to).toEqual([{ name: '山田　太郎 Bcc: thief@example.jp', address: 'dx@example.jp' }]);
    expect(head).toMatch(/^[\x20-\x7e\r\n\t]*$/);
    for (const line of head.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
  });

  test('is in English for whoever asked for it', async () => {
    const receiver = await opened(openReceiver('none'));
    await mailChannel(serverAt(receiver.port)).send({ ...letter, language: 'en' }, contact);
    const mail = await PostalMime.parse(receiver.mails[0] ?? '');
    expect(mail.subject).toBe('[Rehearsal] [Late] Setagaya: 8 December 2023, 2 items');
    expect(mail.text).toContain('residents: 7 days left.');
  });
});

describe('the line to the server', () => {
  let papers: Papers;
  beforeAll(() => {
    papers = issuePapers();
    return () => papers.remove();
  });
  const auth = { user: 'sekimori', password: () => 'open sesame' };
  const guarded = () => {
    const { key, cert } = papers;
    return openReceiver('none', {
      ...{ key, cert, authOptional: false },
      onAuth: ({ username, password }, _session, done) =>
        username === 'sekimori' && password === 'open sesame'
          ? done(null, { user: username })
          : done(new Error('wrong')),
    });
  };

  test('is STARTTLS under an authority of one’s own, with a password', async () => {
    const receiver = await opened(guarded());
    const over = {
      ...auth,
      tls: 'starttls' as const,
      caFile: papers.caFile,
      host: 'localhost',
      limitMs: 5_000,
    };
    expect(await mailChannel(serverAt(receiver.port, over)).send(letter, contact)).toMatch(/^250/);
    expect(receiver.mails).toHaveLength(1);
  });

  test('is not trusted under an authority that nobody named, and nothing is sent', async () => {
    const receiver = await opened(guarded());
    const over = { ...auth, tls: 'starttls' as const, host: 'localhost', limitMs: 5_000 };
    await expect(mailChannel(serverAt(receiver.port, over)).send(letter, contact)).rejects.toThrow(
      /certificate/,
    );
    expect(receiver.mails).toEqual([]);
  });

  test('a wrong password is tried again later: it is no fault of the reader’s address', async () => {
    const receiver = await opened(guarded());
    const over = {
      ...auth,
      password: () => 'no',
      tls: 'starttls' as const,
      caFile: papers.caFile,
      host: 'localhost',
      limitMs: 5_000,
    };
    const failed = await mailChannel(serverAt(receiver.port, over))
      .send(letter, contact)
      .catch((error: unknown) => error);
    expect(failed).toMatchObject({ name: 'Error', message: expect.stringContaining('535') });
    expect(String(failed)).not.toContain('sesame');
  });

  test('is TLS from the first byte where it is asked for', async () => {
    const { key, cert, caFile } = papers;
    const receiver = await opened(openReceiver('none', { secure: true, key, cert }));
    const over = { tls: 'implicit' as const, caFile, host: 'localhost', limitMs: 5_000 };
    expect(await mailChannel(serverAt(receiver.port, over)).send(letter, contact)).toMatch(/^250/);
  });

  test('a required STARTTLS that is not offered sends nothing in the open', async () => {
    const receiver = await opened(openReceiver('none'));
    await expect(
      mailChannel(serverAt(receiver.port, { tls: 'starttls' })).send(letter, contact),
    ).rejects.toThrow(/TLS/);
    expect(receiver.mails).toEqual([]);
  });
});

describe('a server that fails', () => {
  const polite = (line: string) =>
    line.startsWith('EHLO')
      ? '250 mute\r\n'
      : line.startsWith('DATA')
        ? '354 go on\r\n'
        : /^(MAIL|RCPT)/.test(line)
          ? '250 ok\r\n'
          : null;
  test.each<[string, () => Promise<Receiver>]>([
    ['hangs before its greeting', () => openMute(() => null, '')],
    ['hangs after DATA', () => openMute(polite)],
    ['answers half a line', () => openMute((line) => (line.startsWith('EHLO') ? '250-mu' : null))],
    ['puts off the recipient (450)', () => openReceiver('recipient 450')],
    ['puts off the letter (451)', () => openReceiver('data 451')],
    ['closes after DATA', () => openReceiver('close after data')],
  ])('%s is asked again', async (_name, fault) => {
    const receiver = await opened(fault());
    const failed = await mailChannel(serverAt(receiver.port, { limitMs: 1_000 }))
      .send(letter, contact)
      .catch((error: unknown) => error);
    expect(failed).toMatchObject({ name: 'Error' });
  });

  test('refuses the connection is asked again', async () => {
    const receiver = await openReceiver('none');
    await receiver.close();
    const failed = await mailChannel(serverAt(receiver.port, { limitMs: 1_000 }))
      .send(letter, contact)
      .catch((error: unknown) => error);
    expect(failed).toMatchObject({ name: 'Error', message: expect.stringContaining('ECONNREFUSED') });
  });

  test.each<['recipient 550' | 'data 552']>([['recipient 550'], ['data 552']])(
    '%s is for good',
    async (fault) => {
      const receiver = await opened(openReceiver(fault));
      const failed = await mailChannel(serverAt(receiver.port, { limitMs: 1_000 }))
        .send(letter, contact)
        .catch((error: unknown) => error);
      expect(failed).toMatchObject({ name: 'NotDelivered' });
    },
  );
});

describe('on its way', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk({ rehearsal: true });
    await desk.ledger.contacts.set('dx', { mail: 'dx@example.jp' });
    desk.at('2023-12-07T09:00:30+09:00');
    await desk.make();
    await desk.wake('juki', '2023-12-08T09:00:00+09:00');
    await desk.wake('zei', '2023-12-08T09:00:00+09:00');
    await desk.wake('kaigo', '2023-12-08T09:00:00+09:00');
    desk.at('2023-12-08T09:01:00+09:00');
    await desk.make();
    return () => desk.close();
  });

  test('a mail that the server took and never said so is sent again under the same Message-ID', async () => {
    const first = await opened(openReceiver('close after data'));
    expect(await desk.carry(mailChannel(serverAt(first.port)))).toEqual(['failed']);
    const second = await opened(openReceiver('none'));
    expect(await desk.carry(mailChannel(serverAt(second.port)))).toEqual(['arrived']);
    const [one, other] = await Promise.all(
      [first, second].map(({ mails }) => PostalMime.parse(mails[0] ?? '')),
    );
    expect(one?.messageId).toMatch(/^<2023-12-08\.[0-9a-f]{32}@city\.example\.lg\.jp>$/);
    expect(other?.messageId).toBe(one?.messageId);
    expect(other?.subject).toBe(one?.subject);
    expect(other?.text).toBe(one?.text);
    expect(await desk.sendings()).toMatchObject([{ state: 'arrived', attempts: 2, last_error: null }]);
  });

  test('a server that hangs holds up nothing else: the record goes on, and it is seen', async () => {
    const mute = await opened(openMute(() => null, ''));
    const carrying = desk.carry(mailChannel(serverAt(mute.port, { limitMs: 5_000 })));
    await desk.submit('juki', '2023-12-08T10:00:00+09:00');
    await desk.approve('juki', '2023-12-08T11:00:00+09:00');
    expect(await desk.ledger.sendings.waiting()).toMatchObject([
      { channel: 'mail', waiting: 1, attempts: 1 },
    ]);
    expect(await carrying).toEqual(['failed']);
  });

  test('a mailbox that is not there is given up, and why is kept', async () => {
    const receiver = await opened(openReceiver('recipient 550'));
    expect(await desk.carry(mailChannel(serverAt(receiver.port)))).toEqual(['givenUp']);
    expect(await desk.carry(mailChannel(serverAt(receiver.port)))).toEqual([]);
    expect((await desk.ledger.sendings.lately(1))[0]).toMatchObject({
      account: 'dx',
      channel: 'mail',
      why: expect.stringContaining('550'),
    });
  });
});
