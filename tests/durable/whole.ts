// What must hold after any fault: the chain is whole, decided alike again, has each request once, and the live migration
// stands where it ends.
import type { WorkflowHandle } from '@temporalio/client';
import { expect } from 'vitest';
import { canonical } from '../../machines/record/entry.ts';
import { bodiesOf, chainOfTown, type Rig, standingOf, type townOf } from './rig.ts';

/** The chain is whole, decided alike again, has each request once, and the live migration stands where it ends. */
export async function expectWhole(
  rig: Rig,
  handle: WorkflowHandle,
  town: ReturnType<typeof townOf>,
  requests: string[],
) {
  const chain = chainOfTown(town);
  const bodies = await bodiesOf(rig, chain);
  expect(bodies.map(({ requestId }) => requestId).sort()).toEqual([...requests].sort());
  expect(await rig.ledger.verify({ programme: town.programme.code, decide: true })).toMatchObject({
    ok: true,
    // And the programme's first entry, which names the key that signs.
    entries: requests.length + 1,
    redecided: requests.length + 1,
  });
  const head = await rig.ledger.head(chain);
  const standing = await standingOf(handle);
  expect(standing).toMatchObject({ seq: requests.length, head: head?.hash });
  expect(canonical(standing.snapshot)).toBe(head?.snapshot);
}
