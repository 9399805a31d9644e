// A digest to a real receiver on its own socket: signed, tried again or given up by what it answers, and never redirected.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { webhookChannel } from '../../activities/notices/channels/webhook.ts';
import type { Letter } from '../../activities/notices/letter/letter.ts';
import type { Contact } from '../../ledger/models/digests/contacts.ts';
import { webhookAddress } from '../../server/contract/telling/contacts.ts';
import { type Desk, openDesk } from './desk.ts';

interface Asked {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

let server: Server;
let asked: Asked[];
let answer: (response: ServerResponse) => void;
const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      asked.push({ path: request.url ?? '', headers: request.headers, body });
      answer(response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const wallMs = () => Date.parse('2023-12-08T09:00:10+09:00');
const channel = (limitMs = 2_000) =>
  webhookChannel({ publicUrl: 'https://sekimori.example.jp', wallMs, limitMs });
const contact = (): Contact => ({
  ...{
    account: 'dx',
    name: '山田',
    mail: null,
    webhook: url(),
    webhookSecret: 'a secret of its own',
    language: 'ja',
    checkpoint: false,
  },
});
const letter: Letter = {
  programme: { code: '131121', name: { ja: '世田谷区', en: 'Setagaya' }, rehearsal: true },
  ...{ account: 'dx', name: '山田', language: 'ja', day: '2023-12-08', madeAt: '2023-12-08T09:00:10+09:00' },
  ...{ late: false, lines: [], messageId: '2023-12-08.0123' },
};
const says =
  (status: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse) => {
    response.writeHead(status, headers).end();
  };
const outcome = (limitMs?: number) =>
  channel(limitMs)
    .send(letter, contact())
    .then(
      (receipt) => receipt,
      (error: Error) => error.name,
    );

test('is signed with its time, so that its receiver knows whose it is and that it is not an old one', async () => {
  answer = says(204);
  expect(await outcome()).toBe('HTTP 204');
  const { headers, body } = asked[0] ?? { headers: {} as IncomingHttpHeaders, body: '' };
  const [, seconds = '', mac = ''] =
    /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['sekimori-signature'])) ?? [];
  const expected = createHmac('sha256', 'a secret of its own').update(`${seconds}.${body}`).digest();
  expect(timingSafeEqual(Buffer.from(mac, 'hex'), expected)).toBe(true);
  expect(Number(seconds)).toBe(wallMs() / 1000);
  expect(headers['idempotency-key']).toBe('2023-12-08.0123');
  expect(JSON.parse(body)).toMatchObject({
    format: 1,
    kind: 'digest',
    rehearsal: true,
    day: '2023-12-08',
    account: 'dx',
  });
});

test.each([400, 401, 404, 410, 422])('%i is for good', async (status) => {
  answer = says(status);
  expect(await outcome()).toBe('NotDelivered');
});

test.each([408, 429, 500, 502, 503])('%i is asked again', async (status) => {
  answer = says(status);
  expect(await outcome()).toBe('Error');
});

test('a redirect is not followed: the signature is for the address that was given', async () => {
  answer = says(307, { location: `${url()}/elsewhere` });
  expect(await outcome()).toBe('NotDelivered');
  expect(asked.map(({ path }) => path)).toEqual(['/hook']);
});

test('one that hangs, closes or answers half a line is asked again', async () => {
  answer = () => undefined;
  expect(await outcome(200)).toBe('TimeoutError');
  answer = (response) => response.socket?.destroy();
  expect(await outcome()).toBe('TypeError');
  answer = (response) => response.socket?.end('HTTP/1.1 20');
  expect(await outcome()).toBe('TypeError');
});

test.each([
  ['https://chat.example.jp/hook', true],
  ['http://192.168.1.20/hook', true],
  ['http://intra:8080/hook', true],
  ['http://chat.example.jp/hook', false],
  ['http://169.254.169.254/latest', false],
  ['https://user:pass@chat.example.jp/', false],
  ['ftp://intra/hook', false],
  ['hook', false],
])('%s as an address: %s', (address, isOne) => {
  expect(webhookAddress.safeParse(address).success).toBe(isOne);
});

test('what it did not take is sent again with the same key', async () => {
  const desk: Desk = await openDesk();
  await desk.ledger.contacts.set('dx', { webhook: url() });
  desk.at('2023-12-07T09:00:30+09:00');
  await desk.make();
  for (const system of ['juki', 'zei', 'kaigo']) await desk.wake(system, '2023-12-08T09:00:00+09:00');
  desk.at('2023-12-08T09:01:00+09:00');
  await desk.make();
  answer = says(503);
  expect(await desk.carry(channel())).toEqual(['failed']);
  answer = says(200);
  expect(await desk.carry(channel())).toEqual(['arrived']);
  expect(new Set(asked.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  await desk.close();
});
