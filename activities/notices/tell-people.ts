// What a worker does for as long as it runs: makes digests when they are due, carries them, and makes the trials that people ask for.
// Nothing that goes wrong ends it, and a programme or channel that fails holds up no other.

import type { Trial } from '../../ledger/models/digests/trials.ts';
import { dayOf, instantFromMs } from '../../machines/values/date.ts';
import { type CarryingCheckpoints, carryCheckpoints } from './checkpoint/carrying.ts';
import { type Carrying, carryDue } from './digest/carrying.ts';
import { createMaker, messageIdOf } from './digest/making.ts';
import { inTime, pause } from './in-time.ts';
import { reason } from './reason.ts';

export interface TellingPeople extends Carrying {
  onOutcome: Carrying['onOutcome'] & CarryingCheckpoints['onOutcome'];
  /** Told of what went wrong; must not throw. */
  onTrouble: (why: string, programme: string | null) => void;
}

const POLL_MS = 2_000;
const TRIAL_MS = 45_000;
/** A round that has not ended by then is left alone and begun anew: no digest is made twice, whoever else is still at it. */
const ROUND_MS = 120_000;

/** Until `signal` aborts. */
export async function tellPeople(telling: TellingPeople, signal: AbortSignal): Promise<void> {
  const make = createMaker(telling);
  const loop = async (round: () => Promise<boolean>) => {
    while (!signal.aborted) {
      const isMore = await inTime(round(), ROUND_MS).catch((error: unknown) => {
        telling.onTrouble(reason(error), null);
        return false;
      });
      if (!isMore) await pause(POLL_MS, signal);
    }
  };
  await Promise.all([
    loop(() => makeAll(telling, make)),
    loop(async () => (await carryDue(telling)) > 0),
    loop(async () => (await carryCheckpoints(telling)) > 0),
    loop(async () => (await makeTrials(telling)) > 0),
  ]);
}

async function makeAll(
  { ledger, onTrouble }: TellingPeople,
  make: (code: string) => Promise<number>,
): Promise<false> {
  for (const code of await ledger.telling.programmes())
    await make(code).catch((error: unknown) => onTrouble(reason(error), code));
  return false;
}

/** Once each: whoever asks waits for it, and sees what came of it. */
async function makeTrials(telling: TellingPeople): Promise<number> {
  const taken = await telling.ledger.trials.take(telling.channels.map(({ name }) => name));
  await Promise.all(taken.map((trial) => makeTrial(telling, trial)));
  return taken.length;
}

async function makeTrial({ ledger, channels, wallMs }: TellingPeople, trial: Trial): Promise<void> {
  const contact = await ledger.contacts.of(trial.account);
  const channel = channels.find(({ name }) => name === trial.channel);
  if (!contact || !channel?.reaches(contact)) return ledger.trials.end(trial, { error: 'no address' });
  const now = instantFromMs(wallMs());
  const messageId = messageIdOf('trial', `${trial.account}/${trial.channel}`, trial.askedAt);
  const { account, name, language } = contact;
  const letter = {
    ...{ programme: null, account, name, language, day: dayOf(now), madeAt: now, late: false, lines: [] },
    messageId: messageId.slice(messageId.lastIndexOf('.') + 1),
  };
  const result = await inTime(channel.send(letter, contact), TRIAL_MS).then(
    (receipt) => ({ receipt }),
    (error: unknown) => ({ error: reason(error) }),
  );
  await ledger.trials.end(trial, result);
}
