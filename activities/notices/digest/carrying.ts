// Carries digests to their channels. What is sent is composed anew for each attempt: after an outage only what still holds is told.
// What fails, or hangs, is tried again after a longer while each time, and holds up nothing else.
import type { Contact } from '../../../ledger/models/digests/contacts.ts';
import type { DigestLine } from '../../../ledger/models/digests/line.ts';
import type { Sending } from '../../../ledger/models/digests/sendings.ts';
import type { Holding } from '../../../ledger/models/inbox.ts';
import type { Ledger } from '../../../ledger/open.ts';
import { type Channel, NotDelivered } from '../channels/channel.ts';
import { inTime } from '../in-time.ts';
import { reason } from '../reason.ts';
import { type Composer, createComposer, tellingProgramme } from './composing.ts';
import { isDigestLate } from './due.ts';
import { tellsNews } from './join.ts';
import type { Source } from './source.ts';

export interface Carrying {
  ledger: Ledger;
  channels: readonly Channel[];
  wallMs: () => number;
  sources?: readonly Source[];
  /** Told how each attempt ended; must not throw. */
  onOutcome: (sending: Sending, outcome: Outcome, why: string | null) => void;
  /** Milliseconds until the next attempt, after this many. */
  backoffMs?: (attempts: number) => number;
  /** A channel that has not answered by then has failed. */
  limitMs?: number;
}

export type Outcome = 'arrived' | 'failed' | 'givenUp' | 'moot';

const BATCH = 20;
const doubling = (attempts: number): number => Math.min(5_000 * 2 ** (attempts - 1), 600_000);

interface Told {
  composer: Composer;
  holdings: ReadonlyMap<string, readonly Holding[]>;
}

/** Tries every sending that is due once, up to a batch; gives how many those were. */
export async function carryDue(carrying: Carrying): Promise<number> {
  const { ledger, channels, limitMs = 45_000 } = carrying;
  const leased = await ledger.sendings.lease(
    channels.map(({ name }) => name),
    BATCH,
    2 * limitMs,
  );
  const looks = new Map<string, Promise<Told | null>>();
  const lookAt = (code: string): Promise<Told | null> => {
    const since = leased.filter(({ programme }) => programme === code).map((one) => one.since);
    const look = looks.get(code) ?? lookFor(carrying, code, since);
    looks.set(code, look);
    return look;
  };
  await Promise.all(leased.map((sending) => carryOne(carrying, sending, { lookAt, limitMs })));
  return leased.length;
}

async function lookFor(
  { ledger, wallMs, sources }: Carrying,
  code: string,
  since: readonly string[],
): Promise<Told | null> {
  const telling = await tellingProgramme(ledger, code);
  if (!telling) return null;
  const [earliest = ''] = [...since].sort((a, b) => Date.parse(a) - Date.parse(b));
  const composer = await createComposer(ledger, telling, { nowMs: wallMs(), since: earliest }, sources);
  const { holders } = composer.round;
  return { composer, holdings: new Map(holders.map(({ account, holdings }) => [account, holdings])) };
}

interface Attempt {
  lookAt: (code: string) => Promise<Told | null>;
  limitMs: number;
}

async function carryOne(carrying: Carrying, sending: Sending, attempt: Attempt): Promise<void> {
  const { ledger, onOutcome, backoffMs = doubling } = carrying;
  try {
    const outcome = await attemptOne(carrying, sending, attempt);
    if (outcome !== null) onOutcome(sending, outcome, null);
  } catch (error) {
    const why = reason(error);
    const isFinal = error instanceof NotDelivered;
    await (isFinal
      ? ledger.sendings.givenUp(sending, why)
      : ledger.sendings.failed(sending, why, backoffMs(sending.attempts)));
    onOutcome(sending, isFinal ? 'givenUp' : 'failed', why);
  }
}

/** Null where another has taken it over. @throws what the channel does */
async function attemptOne(
  carrying: Carrying,
  sending: Sending,
  { lookAt, limitMs }: Attempt,
): Promise<Outcome | null> {
  const { ledger, channels } = carrying;
  const told = await lookAt(sending.programme);
  const lines = told ? await linesOf(carrying, sending, told) : [];
  if (!told || !tellsNews(lines)) {
    await ledger.sendings.moot(sending);
    return 'moot';
  }
  const contact = await ledger.contacts.of(sending.account);
  const channel = channels.find(({ name }) => name === sending.channel);
  if (!contact || !channel?.reaches(contact)) throw new NotDelivered(`no address for ${sending.channel}`);
  const late = isDigestLate(told.composer.now, sending.day);
  if (!(await ledger.sendings.begun(sending, { lines, late }))) return null;
  const letter = letterOf(sending, told.composer, contact, { lines, late });
  await ledger.sendings.arrived(sending, await inTime(channel.send(letter, contact), limitMs));
  return 'arrived';
}

async function linesOf(
  { ledger }: Carrying,
  sending: Sending,
  { composer, holdings }: Told,
): Promise<DigestLine[]> {
  const held = holdings.get(sending.account);
  if (!held) return [];
  const { programme, account, since } = sending;
  const reader = { programme, account, holdings: held, sinceWall: since };
  return composer.compose(reader, await ledger.sendings.carried(sending));
}

function letterOf(
  { account, day, messageId, madeAt }: Sending,
  { round: { programme } }: Composer,
  { name, language }: Contact,
  told: { lines: readonly DigestLine[]; late: boolean },
) {
  const { code, name: called, rehearsal } = programme;
  return {
    programme: { code, name: called, rehearsal },
    account,
    name,
    language,
    day,
    madeAt,
    messageId,
    ...told,
  };
}
