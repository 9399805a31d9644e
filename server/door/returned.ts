// Why a system's last submission came back, read from its record: the state itself keeps only that it is worked on again.

import type { Ledger } from '../../ledger/open.ts';
import type { AsOf } from '../../ledger/past/by.ts';
import type { Fact } from '../../machines/migration/acts.ts';
import { fact as migrationFact } from '../../machines/migration/event.ts';
import { type Person, standing } from '../../machines/migration/state.ts';
import { chainOf } from '../../machines/record/chain.ts';
import { bodyOf } from '../../machines/record/reader.ts';
import type { VagueDay } from '../../machines/values/date.ts';
import type { State } from './state.ts';

export interface Returned extends Person {
  reason: string;
  on: VagueDay;
}

/** A submission ends the matter of an earlier return. */
const types = ['gate.returned', 'phase.submitted'] as const satisfies readonly Fact['type'][];

/** Null where the phase at hand was not returned, or has been submitted since. */
export async function returnedOf(
  ledger: Ledger,
  at: { code: string; system: string; asOf: AsOf },
  { snapshot, head }: State,
): Promise<Returned | null> {
  const { phase, stage } = standing(snapshot);
  if (stage !== 'working' || !head) return null;
  const filter = { programme: at.code, chain: chainOf(at.code, at.system), types, asOf: at.asOf };
  const [last] = (await ledger.newestEntries(filter, { limit: 1 })).items;
  if (!last) return null;
  const { fact: stored, actor, occurredOn } = bodyOf(last);
  const read = migrationFact.safeParse(stored);
  if (!read.success || read.data.type !== 'gate.returned' || read.data.phase !== phase) return null;
  const { account, name, post } = actor;
  return { account, name, post, reason: read.data.reason, on: occurredOn };
}
