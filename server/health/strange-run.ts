// Whether a run that stands on its chain goes by the record's own clock, definition and state: whoever reaches Temporal can end ours
// and start another with anything in its place.
import type { Client } from '@temporalio/client';
import { SKEW_MS } from '../../ledger/lock/programme-clock.ts';
import type { Ledger } from '../../ledger/open.ts';
import { CLOCK_MOVED } from '../../machines/programme/clock/acts.ts';
import { programmeOf } from '../../machines/record/chain.ts';
import type { Entry, EntryBody } from '../../machines/record/entry.ts';
import { bodyOf } from '../../machines/record/reader.ts';
import { type Clock, programmeMsAt, realClock } from '../../workflows/clock.ts';
import { programmeWorkflowId, type Whereabouts } from '../../workflows/messages.ts';
import { whereaboutsOf } from '../door/whereabouts.ts';

interface Asked {
  ledger: Pick<Ledger, 'entries' | 'entriesOfType' | 'definitions'>;
  temporal: Client;
}

/** What of it is not the record's; null where nothing is. `entry` is the one it stands on, null before the first. */
export async function strangeIn(
  asked: Asked,
  chain: string,
  its: Whereabouts,
  entry: Entry | null,
): Promise<'definition' | 'state' | 'clock' | null> {
  const { ledger } = asked;
  const inForce = await ledger.definitions.inForce(chain);
  if (inForce === null || its.decidedBy !== inForce.digest) return 'definition';
  if (entry !== null && bodyOf(entry).stateHash !== its.stateHash) return 'state';
  const { rehearsal } = inForce.kind === 'migration' ? inForce.definition.programme : inForce.definition;
  const isRight = rehearsal ? await isOfRehearsal(asked, chain, its) : isReal(its.clock);
  return isRight ? null : 'clock';
}

async function entryAt({ ledger }: Asked, chain: string, seq: number): Promise<EntryBody | null> {
  const [entry] = await ledger.entries(chain, seq - 1, 1);
  return entry ? bodyOf(entry) : null;
}

const isReal = ({ revision, programmeMs, wallMs, speed }: Clock): boolean =>
  revision === realClock.revision && programmeMs === wallMs && speed === realClock.speed;

async function isOfRehearsal(asked: Asked, chain: string, { seq, clock }: Whereabouts): Promise<boolean> {
  const code = programmeOf(chain);
  if (clock.speed !== 1) return false;
  if (clock.revision === 0) return isFirstClock(asked, code, clock);
  const move = await entryAt(asked, code, clock.revision);
  if (move) {
    const { fact, wallAt } = move;
    return (
      fact.type === CLOCK_MOVED &&
      clock.programmeMs === Date.parse(String(fact.to)) &&
      clock.wallMs === Date.parse(wallAt)
    );
  }
  // The record lacks the move. A programme that has taken it, too, knows of an entry that was lost: nothing is made up.
  if (code === chain) return clock.revision <= seq;
  const programme = await whereaboutsOf(asked.temporal, programmeWorkflowId(code));
  return clock.revision <= programme.seq;
}

/** Before the first move it runs through the programme's first entry. */
async function isFirstClock(asked: Asked, code: string, clock: Clock): Promise<boolean> {
  const first = await entryAt(asked, code, 1);
  const moved = await asked.ledger.entriesOfType(code, CLOCK_MOVED, 0);
  if (first === null || moved.length > 0) return true;
  const ranMs = Date.now() - Date.parse(first.wallAt);
  return Math.abs(programmeMsAt(clock, Date.now()) - Date.parse(first.recordedAt) - ranMs) <= SKEW_MS;
}
