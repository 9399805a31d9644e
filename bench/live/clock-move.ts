// A rehearsal's clock is moved over all of its migrations at once: how long until the move is acknowledged, which is when
// every one of them has recorded what fell due.
import type { Client } from '@temporalio/client';
import type { Signer } from '../../ledger/lock/signer.ts';
import { dayOf, instantFromMs } from '../../machines/values/date.ts';
import { type Clock, programmeMsAt } from '../../workflows/clock.ts';
import { programmeSubmitUpdate, programmeWorkflowId, updateIds } from '../../workflows/messages.ts';
import type { Fleet } from './fleet.ts';

const DAYS = 60;
const DAY_MS = 86_400_000;

export interface ClockMove {
  days: number;
  /** Deadline points that fell due on the way. */
  points: number;
  seconds: number;
}

export async function moveClock(
  client: Client,
  signer: Signer,
  { programme: { code }, mover }: Fleet,
  clock: Clock,
): Promise<ClockMove> {
  const nowMs = programmeMsAt(clock, Date.now());
  const requestId = 'clock-move';
  const submission = signer.sign(code, {
    fact: { type: 'clock.moved' as const, to: instantFromMs(nowMs + DAYS * DAY_MS) },
    actor: { kind: 'person' as const, account: 'keisoku', name: '計測', post: mover },
    occurredOn: dayOf(instantFromMs(nowMs)),
    requestId,
  });
  const began = performance.now();
  const { fired } = await client.workflow
    .getHandle(programmeWorkflowId(code))
    .executeUpdate(programmeSubmitUpdate, {
      args: [{ submissions: [submission] }],
      updateId: updateIds.person(requestId),
    });
  return { days: DAYS, points: fired, seconds: (performance.now() - began) / 1000 };
}
