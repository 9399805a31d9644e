// The door in a process whose clock is wrong, as a server on another machine may have it. Its orders come as JSON in its only
// argument; it prints the outcome of one act, and of the same act asked again where it is told to.
import type { Submission } from '../../machines/migration/event.ts';

export interface SkewedOrders {
  /** Its clock shows so much more than the others'. */
  aheadMs: number;
  address: string;
  databaseUrl: string;
  answerMs: number;
  chain: string;
  submission: Submission;
}

const { aheadMs, address, databaseUrl, answerMs, chain, submission } = JSON.parse(
  process.argv[2] ?? '',
) as SkewedOrders;

const RightDate = Date;
class WrongDate extends RightDate {
  constructor(...given: [] | [number | string]) {
    if (given.length === 0) super(RightDate.now() + aheadMs);
    else super(given[0]);
  }
  static override now = () => RightDate.now() + aheadMs;
}
// A date's constructor has more forms than anybody here uses.
globalThis.Date = WrongDate as unknown as DateConstructor;

// Only now: whoever keeps a clock of their own must keep this one.
const { Client } = await import('@temporalio/client');
const { connectTemporal } = await import('../../host/process/temporal-connection.ts');
const { openLedger } = await import('../../ledger/open.ts');
const { createDoor } = await import('../../server/door/door.ts');
const { createKeyring, givenKeys } = await import('../../server/keys/keyring.ts');
const { signer } = await import('../builders/signing.ts');

const ledger = openLedger(databaseUrl, { connections: 2 });
const connection = await connectTemporal({ address });
const care = { revive: async () => false, unanswered: () => undefined };
const limits = { answerMs, clockMs: answerMs };
const keyring = createKeyring(givenKeys(signer), ledger);
const door = createDoor({ ledger, temporal: new Client({ connection }), keyring, care, limits });
const [code = '', system = ''] = chain.split('/');
const outcome = await door.submit(code, system, submission);
console.log(JSON.stringify(outcome.status === 'unanswered' ? { status: 'unanswered' } : outcome));
await connection.close();
await ledger.close();
