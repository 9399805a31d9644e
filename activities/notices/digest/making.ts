// Makes a programme's digests once its open day's hour has come: for each person one, of what is true then. A round that was cut off is
// gone on with; two workers that make it at once make one.
import { createHash } from 'node:crypto';
import type { Contact } from '../../../ledger/models/digests/contacts.ts';
import type { DoneRound } from '../../../ledger/models/digests/rounds.ts';
import type { Ledger } from '../../../ledger/open.ts';
import { instantFromMs } from '../../../machines/values/date.ts';
import type { Channel } from '../channels/channel.ts';
import {
  createComposer,
  isClosed,
  standingProgramme,
  type TellingProgramme,
  withOverlap,
} from './composing.ts';
import { digestDay, isDigestLate, programmeNow } from './due.ts';
import { tellsNews } from './join.ts';
import type { Source } from './source.ts';

export interface Making {
  ledger: Ledger;
  channels: readonly Pick<Channel, 'name' | 'reaches'>[];
  wallMs: () => number;
  /** All of them where left out. */
  sources?: readonly Source[];
}

/** So long a round waits for migrations that have not yet taken up what is due: what they tell is to be in it. */
const SETTLING_MS = 300_000;

export function createMaker(making: Making) {
  const waitingSince = new Map<string, number>();
  const settles = async (code: string, now: string): Promise<boolean> => {
    if (!(await making.ledger.telling.hasUnfired(code, now))) return true;
    const since = waitingSince.get(code) ?? making.wallMs();
    waitingSince.set(code, since);
    return making.wallMs() - since >= SETTLING_MS;
  };
  /** Gives how many digests were made; none where none is due. */
  return async (code: string): Promise<number> => {
    const { ledger } = making;
    const telling = await standingProgramme(ledger, code);
    if (!telling) return 0;
    const nowMs = making.wallMs();
    const now = programmeNow({ ...telling.anchor, nowMs });
    const day = digestDay(telling.calendar, now);
    const round = { day, wallAt: instantFromMs(nowMs) };
    const last = await ledger.rounds.last(code);
    if (last === null) return beginRounds(ledger, code, round);
    if (last.day >= day) return 0;
    if (isClosed(telling)) return goOnClosed(ledger, code, round);
    if (!(await settles(code, now))) return 0;
    waitingSince.delete(code);
    const made = await makeRound(making, telling, { round, last, nowMs });
    await ledger.rounds.done(code, round);
    return made;
  };
}

/** What was told before there were digests is not told again; nothing is begun while a programme is being loaded. */
async function beginRounds(ledger: Ledger, code: string, round: DoneRound): Promise<0> {
  if ((await ledger.loadings.unfinished()).includes(code)) return 0;
  await ledger.rounds.done(code, round);
  return 0;
}

/** Nobody is told of anything any more, but the record is still audited: its days go on, and with them its daily checkpoints. */
async function goOnClosed(ledger: Ledger, code: string, round: DoneRound): Promise<0> {
  await ledger.rounds.done(code, round);
  return 0;
}

interface Due {
  round: DoneRound;
  last: DoneRound;
  nowMs: number;
}

async function makeRound(
  { ledger, channels, sources }: Making,
  telling: TellingProgramme,
  due: Due,
): Promise<number> {
  const { programme } = telling;
  const since = withOverlap(due.last.wallAt);
  const composer = await createComposer(ledger, telling, { nowMs: due.nowMs, since }, sources);
  const { holders } = composer.round;
  const [newest, beginning] = await Promise.all([
    ledger.rounds.newest(programme.code),
    ledger.telling.beginningOf(programme.code),
  ]);
  const contacts = new Map(
    (await ledger.contacts.among(holders.map(({ account }) => account))).map((one) => [one.account, one]),
  );
  let made = 0;
  for (const { account, holdings } of holders) {
    const before = newest.get(account);
    if (before && before.day >= due.round.day) continue;
    const reader = { programme: programme.code, account, holdings, sinceWall: since };
    const lines = composer.compose(reader, new Set(before?.keys));
    if (!tellsNews(lines)) continue;
    const digest = {
      ...{ programme: programme.code, account, day: due.round.day, since, lines },
      madeAt: composer.round.now,
      late: isDigestLate(composer.now, due.round.day),
      sendings: sendingsTo(channels, contacts.get(account), messageIdOf(beginning, account, due.round.day)),
    };
    if (await ledger.rounds.make(digest)) made += 1;
  }
  return made;
}

const sendingsTo = (channels: Making['channels'], contact: Contact | undefined, messageId: string) =>
  channels
    .filter((channel) => contact !== undefined && channel.reaches(contact))
    .map(({ name: channel }) => ({ channel, messageId }));

/** Of programme, account and day: whatever is sent again is the same letter. */
export function messageIdOf(beginning: string, account: string, day: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([beginning, account, day]))
    .digest('hex');
  return `${day}.${digest.slice(0, 32)}`;
}
