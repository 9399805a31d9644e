// Measures one 09:00 at which ten thousand reminders fall due: until every one is recorded, until everybody's digest is made, and until
// the last mail has been taken by a server. Two of each work at it, as two workers would.
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { mailChannel } from '../../activities/notices/channels/mail.ts';
import { carryDue } from '../../activities/notices/digest/carrying.ts';
import { createMaker } from '../../activities/notices/digest/making.ts';
import { type Ledger, openLedger } from '../../ledger/open.ts';
import { packageFolder } from '../../ledger/package-folder.ts';
import { newSigner } from '../first-entry.ts';
import { readNationalData } from '../national/data.ts';
import { furtherDatabase, type Servers } from '../servers.ts';
import { begin, type DueProgramme, dueAt, givePosts, loadDue, tellDue } from './due-programmes.ts';

const DATABASE = 'bench_notices';
const SYSTEMS = 20;
const WORKERS = 2;

export interface NoticesMeasurement {
  programmes: number;
  points: number;
  /** Who is told something. */
  people: number;
  recordedSeconds: number;
  madeSeconds: number;
  carriedSeconds: number;
  digests: number;
  mails: number;
  /** Mails or digests that a person had more than once. */
  doubled: number;
}

export async function measureNotices(
  servers: Servers,
  points: number,
  say: (line: string) => void,
): Promise<NoticesMeasurement> {
  const url = await furtherDatabase(servers, DATABASE);
  const signer = newSigner();
  let nowMs = Date.parse(begin.at);
  const ledger = openLedger(url, {
    pinnable: () => [signer.publicKey],
    wallMs: () => nowMs,
    connections: 12,
  });
  const mailServer = await startMailServer();
  try {
    const nation = readNationalData(join(packageFolder(), 'seeds/national'));
    const programmes = await loadDue(ledger, signer, nation.slice(0, Math.ceil(points / SYSTEMS)));
    const people = await givePosts(
      ownerOf(servers),
      programmes.map(({ code }) => code),
    );
    nowMs = Date.parse('2026-02-27T17:00:00+09:00');
    const wallMs = () => nowMs;
    await makeAll(ledger, programmes, wallMs);
    say(`${programmes.length} 団体 / programmes, ${people} 人 / people`);
    nowMs = Date.parse(dueAt);
    const recorded = await timed(() => tellDue(ledger, signer, programmes));
    nowMs += 60_000;
    const made = await timed(() => makeAll(ledger, programmes, wallMs));
    const carried = await timed(() => carryAll(ledger, mailServer.port, wallMs));
    const digests = await digestsOf(ledger);
    say(
      `${recorded.value} 点、${digests.all} 通 / points, digests; ${mailServer.received.size} 通のメール / mails`,
    );
    return {
      ...{ programmes: programmes.length, points: recorded.value, people },
      ...{ recordedSeconds: recorded.seconds, madeSeconds: made.seconds, carriedSeconds: carried.seconds },
      ...{ digests: digests.all, mails: mailServer.received.size },
      doubled: digests.all - digests.people + mailServer.again(),
    };
  } finally {
    await ledger.close();
    await mailServer.close();
  }
}

const ownerOf = ({ postgres }: Servers): string => {
  const url = new URL(postgres.ownerUrl);
  url.pathname = `/${DATABASE}`;
  return url.href;
};

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; seconds: number }> {
  const began = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - began) / 1000 };
}

/** Each worker goes through all of them, as it does every two seconds. */
async function makeAll(
  ledger: Ledger,
  programmes: readonly DueProgramme[],
  wallMs: () => number,
): Promise<void> {
  const work = async () => {
    const make = createMaker({ ledger, channels: [{ name: 'mail', reaches: () => true }], wallMs });
    for (const { code } of programmes) await make(code);
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
}

async function carryAll(ledger: Ledger, port: number, wallMs: () => number): Promise<void> {
  const mail = mailChannel({
    ...{ host: '127.0.0.1', port, tls: 'none', user: null, password: () => '', caFile: null },
    ...{ from: 'sekimori@city.example', publicUrl: null },
  });
  const troubles: string[] = [];
  const onOutcome = (_sending: unknown, outcome: string, why: string | null) => {
    if (outcome !== 'arrived') troubles.push(`${outcome}: ${why}`);
  };
  const work = async () => {
    while ((await carryDue({ ledger, channels: [mail], wallMs, onOutcome })) > 0);
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
  if (troubles.length > 0) throw new Error(`${troubles.length} mails did not arrive, such as ${troubles[0]}`);
}

async function digestsOf({ database: { sql } }: Ledger): Promise<{ all: number; people: number }> {
  const [row] = await sql<{ all: number; people: number }[]>`
    select count(*)::integer as all, count(distinct account)::integer as people from digest`;
  return row ?? { all: 0, people: 0 };
}

interface MailServer {
  port: number;
  /** How often each message came, by its id. */
  received: ReadonlyMap<string, number>;
  again: () => number;
  close: () => Promise<void>;
}

async function startMailServer(): Promise<MailServer> {
  const received = new Map<string, number>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      let text = '';
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString('latin1');
      });
      stream.on('end', () => {
        const id = /^Message-ID: *(\S+)/im.exec(text)?.[1] ?? text.slice(0, 200);
        received.set(id, (received.get(id) ?? 0) + 1);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('the mail server listens nowhere');
  return {
    port: address.port,
    received,
    again: () => [...received.values()].reduce((sum, times) => sum + times - 1, 0),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
