// Checkpoints of a programme: made when they are asked for, and one a day for those who audit it and want it by mail. A server makes
// them, since it alone signs; a worker carries them. Several servers at once make one.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Ledger } from '../../ledger/open.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import { checkpointOf, type SignedCheckpoint } from '../../machines/record/checkpoint.ts';
import { dayOf, instantFromMs } from '../../machines/values/date.ts';
import { KeyMissing, type Keyring } from '../keys/keyring.ts';

export interface CheckpointParts {
  ledger: Pick<Ledger, 'heads' | 'checkpoints' | 'definitions'>;
  keyring: Pick<Keyring, 'of'>;
  log: Pick<Logger, 'warn'>;
  wallMs?: () => number;
}

export interface Checkpoints {
  /** As the record stands now; null where its own chain has not begun. @throws KeyMissing */
  of: (programme: Pick<ProgrammeDefinition, 'code' | 'rehearsal'>) => Promise<SignedCheckpoint | null>;
  /** Makes what is due of the day and says to whom it goes; gives how many were made. What fails of one programme holds up no other. */
  makeDue: () => Promise<number>;
  /** Until `signal` aborts. */
  keep: (signal: AbortSignal) => Promise<void>;
}

const POLL_MS = 15_000;

export function createCheckpoints(parts: CheckpointParts): Checkpoints {
  const { ledger, log, wallMs = Date.now } = parts;
  const of: Checkpoints['of'] = (programme) => madeNow({ ...parts, wallMs }, programme);
  const makeDue = async (): Promise<number> => {
    const today = dayOf(instantFromMs(wallMs()));
    let made = 0;
    for (const due of await ledger.checkpoints.due(today)) {
      const isMade = await makeDaily(parts, due, of).catch((error: unknown) => {
        const why = error instanceof KeyMissing ? error.message : error;
        log.warn({ programme: due.programme, err: why }, 'the checkpoint of the day could not be made');
        return false;
      });
      if (isMade) made += 1;
    }
    await ledger.checkpoints.address(today);
    return made;
  };
  return {
    of,
    makeDue,
    keep: async (signal) => {
      while (!signal.aborted) {
        await makeDue().catch((error: unknown) => log.warn({ err: error }, 'checkpoints could not be made'));
        await pause(POLL_MS, signal);
      }
    },
  };
}

async function madeNow(
  { ledger, keyring, wallMs }: CheckpointParts & { wallMs: () => number },
  { code, rehearsal }: Pick<ProgrammeDefinition, 'code' | 'rehearsal'>,
): Promise<SignedCheckpoint | null> {
  const at = instantFromMs(wallMs());
  const [heads, previous] = await Promise.all([ledger.heads(code), ledger.checkpoints.newest(code)]);
  if (!heads.some(({ chain }) => chain === code)) return null;
  const signer = await keyring.of(code);
  return signer.signCheckpoint(checkpointOf({ programme: code, rehearsal, at, previous, heads }));
}

async function makeDaily(
  { ledger }: CheckpointParts,
  due: { programme: string; day: string },
  of: Checkpoints['of'],
): Promise<boolean> {
  const definition = await ledger.definitions.latestProgramme(due.programme);
  const signed = definition && (await of(definition));
  return signed ? ledger.checkpoints.keep(due, `${JSON.stringify(signed, null, 2)}\n`) : false;
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => undefined); // it ends with its signal
