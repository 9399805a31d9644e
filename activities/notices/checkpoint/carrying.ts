// Carries the day's checkpoints by mail, to those who audit and asked for them. The file is that which the server made, whenever it is sent:
// what was sent and never answered for is sent again as the same mail. Knows nothing of keys.
import { createHash } from 'node:crypto';
import type { CheckpointSending } from '../../../ledger/models/digests/checkpoints.ts';
import type { Ledger } from '../../../ledger/open.ts';
import { signedCheckpoint } from '../../../machines/record/checkpoint.ts';
import { dayOf, instantFromMs } from '../../../machines/values/date.ts';
import { type Channel, NotDelivered } from '../channels/channel.ts';
import type { Outcome } from '../digest/carrying.ts';
import { inTime } from '../in-time.ts';
import type { Letter } from '../letter/letter.ts';
import { reason } from '../reason.ts';

export interface CarryingCheckpoints {
  ledger: Pick<Ledger, 'checkpoints' | 'contacts' | 'definitions'>;
  channels: readonly Channel[];
  wallMs: () => number;
  /** Told how each attempt ended; must not throw. */
  onOutcome: (sending: CheckpointSending & { channel: string }, outcome: Outcome, why: string | null) => void;
  /** Milliseconds until the next attempt, after this many. */
  backoffMs?: (attempts: number) => number;
  /** A channel that has not answered by then has failed. */
  limitMs?: number;
}

const BATCH = 20;
const BY = 'mail';
const doubling = (attempts: number): number => Math.min(5_000 * 2 ** (attempts - 1), 600_000);

/** Tries every sending that is due once, up to a batch; gives how many those were. None where no mail is set up here. */
export async function carryCheckpoints(carrying: CarryingCheckpoints): Promise<number> {
  const { ledger, channels, limitMs = 45_000 } = carrying;
  const mail = channels.find(({ name }) => name === BY);
  if (!mail) return 0;
  const leased = await ledger.checkpoints.lease(BATCH, 2 * limitMs);
  await Promise.all(leased.map((sending) => carryOne(carrying, sending, { mail, limitMs })));
  return leased.length;
}

interface Attempt {
  mail: Channel;
  limitMs: number;
}

async function carryOne(
  carrying: CarryingCheckpoints,
  sending: CheckpointSending,
  attempt: Attempt,
): Promise<void> {
  const { ledger, backoffMs = doubling } = carrying;
  const ended = (outcome: Outcome, why: string | null) =>
    carrying.onOutcome({ ...sending, channel: BY }, outcome, why);
  try {
    ended(await attemptOne(carrying, sending, attempt), null);
  } catch (error) {
    const why = reason(error);
    const isFinal = error instanceof NotDelivered;
    await (isFinal
      ? ledger.checkpoints.givenUp(sending, why)
      : ledger.checkpoints.failed(sending, why, backoffMs(sending.attempts)));
    ended(isFinal ? 'givenUp' : 'failed', why);
  }
}

/** @throws what the channel does */
async function attemptOne(
  { ledger, wallMs }: CarryingCheckpoints,
  sending: CheckpointSending,
  { mail, limitMs }: Attempt,
): Promise<Outcome> {
  const today = dayOf(instantFromMs(wallMs()));
  const [contact, programme, isWanted] = await Promise.all([
    ledger.contacts.of(sending.account),
    ledger.definitions.latestProgramme(sending.programme),
    ledger.checkpoints.isWanted(sending, today),
  ]);
  if (!contact || !programme || !isWanted) {
    await ledger.checkpoints.moot(sending);
    return 'moot';
  }
  const letter = letterOf(sending, programme, contact);
  await ledger.checkpoints.arrived(sending, await inTime(mail.send(letter, contact), limitMs));
  return 'arrived';
}

function letterOf(
  { account, day, content }: CheckpointSending,
  { code, name: called, rehearsal }: NonNullable<Letter['programme']>,
  { name, language }: Pick<Letter, 'name' | 'language'>,
): Letter {
  const signed = signedCheckpoint.parse(JSON.parse(content));
  return {
    programme: { code, name: called, rehearsal },
    ...{ account, name, language, day, madeAt: signed.checkpoint.at, late: false, lines: [] },
    checkpoint: { signed, content },
    messageId: messageIdOf(signed.digest, account, day),
  };
}

/** Of the checkpoint and whom it goes to: whatever is sent again is the same letter. */
function messageIdOf(digest: string, account: string, day: string): string {
  const of = createHash('sha256')
    .update(JSON.stringify(['checkpoint', digest, account]))
    .digest('hex');
  return `${day}.checkpoint.${of.slice(0, 32)}`;
}
