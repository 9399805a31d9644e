// A process that makes digests and carries them by mail, as a worker does, at an instant that it is told. Its orders come as JSON in its
// only argument; it is killed from outside.
import { mailChannel } from '../../activities/notices/channels/mail.ts';
import { tellPeople } from '../../activities/notices/tell-people.ts';
import { exitWithParent } from '../../host/process/parent.ts';
import { openLedger } from '../../ledger/open.ts';
import { pinnable } from '../builders/signing.ts';

export interface TellingOrders {
  databaseUrl: string;
  mailPort: number;
  /** The wall's clock, which stands still. */
  nowMs: number;
}

/** A mail server or a dead process holds a mail no longer than twice this. */
const LIMIT_MS = 1_500;

exitWithParent(async () => undefined); // what it leaves undone is the next one's
const { databaseUrl, mailPort, nowMs } = JSON.parse(process.argv[2] ?? '') as TellingOrders;
const mail = mailChannel({
  ...{ host: '127.0.0.1', port: mailPort, tls: 'none', user: null, password: () => '', caFile: null },
  ...{ from: 'sekimori@city.example', publicUrl: null, limitMs: LIMIT_MS },
});
console.log('telling');
await tellPeople(
  {
    ledger: openLedger(databaseUrl, { connections: 6, pinnable }),
    channels: [mail],
    wallMs: () => nowMs,
    limitMs: LIMIT_MS,
    backoffMs: () => 200,
    onOutcome: () => undefined,
    onTrouble: (why) => console.error(why),
  },
  new AbortController().signal,
);
