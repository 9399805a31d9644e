// Why a system's last submission came back, read from its record: the state itself keeps only that it is worked on again.

import type { Ledger } from '../../ledger/open.ts';
import type { AsOf } from '../../ledger/past/by.ts';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import type { Fact } from '../../machines/migration/acts.ts';
import { fact as migrationFact } from '../../machines/migration/event.ts';
import { sentBack, sentBackTypes } from '../../machines/migration/resolution/sent-back.ts';
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
const types = [...sentBackTypes, 'phase.submitted'] as const satisfies readonly Fact['type'][];

const LATEST = 5;

/** The newest entry of those that sends its phase back, or ends the matter of an earlier return. */
export async function lastSentBack(
  ledger: Pick<Ledger, 'newestEntries'>,
  filter: { programme: string; chain: string; asOf: AsOf },
  of: readonly Fact['type'][] = sentBackTypes,
) {
  const { items } = await ledger.newestEntries({ ...filter, types: [...of] }, { limit: LATEST });
  for (const entry of items) {
    const body = bodyOf(entry);
    const read = migrationFact.safeParse(body.fact);
    const back = read.success ? sentBack(read.data, body.actor) : null;
    if (back) return { back, body };
    if (body.fact.type === 'phase.submitted') return null;
  }
  return null;
}

/** Null where the phase at hand was not returned, or has been submitted since. */
export async function returnedOf(
  ledger: Ledger,
  at: { code: string; system: string; asOf: AsOf },
  { definition, snapshot, head }: State,
): Promise<Returned | null> {
  const { phase, stage } = standing(snapshot);
  if (stage !== 'working' || !head) return null;
  const filter = { programme: at.code, chain: chainOf(at.code, at.system), asOf: at.asOf };
  const last = await lastSentBack(ledger, filter, types);
  if (!last || last.back.phase !== phase) return null;
  const { by, reason } = last.back;
  return { ...('body' in by ? asBody(by.body, definition) : by), reason, on: last.body.occurredOn };
}

/** A body goes by its own name, in its post. */
function asBody(body: string, { bodies }: Pick<MigrationDefinition, 'bodies'>): Person {
  return { account: body, name: bodies.find(({ id }) => id === body)?.label.ja ?? body, post: body };
}
