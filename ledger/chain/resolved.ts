// What a migration says that a body resolved, against the entry of its programme's chain that closed the meeting: that very entry stands,
// and in the state it led to the item is resolved so.
import { itemKey, type Resolution } from '../../machines/decision/resolution.ts';
import { isResolved } from '../../machines/migration/resolution/kinds.ts';
import { CLOSED } from '../../machines/programme/meetings/closing.ts';
import { resolutionsIn } from '../../machines/programme/meetings/resolutions.ts';
import type { ProgrammeSnapshot } from '../../machines/programme/state.ts';
import { isMigration, programmeOf, systemOf } from '../../machines/record/chain.ts';
import { digest, type EntryBody } from '../../machines/record/entry.ts';
import { bodyOf, snapshotIn } from '../../machines/record/reader.ts';
import { same } from '../../machines/record/same.ts';
import type { EntriesBetween } from './corrected.ts';

/** The entry that ended a meeting, and the state it led to, in which all of the meeting stands; null where there is none. */
export async function endedIn(entries: EntriesBetween, programme: string, seq: number) {
  const [found] = await entries(programme, seq, seq);
  if (!found) return null;
  return { by: { seq, hash: digest(found.body) }, snapshot: snapshotIn<ProgrammeSnapshot>(found) };
}

/** The entry that a resolution names as having closed its meeting; null for any other entry. */
export function closingNamed({ chain, fact }: EntryBody): { seq: number; hash: string } | null {
  if (!isMigration(chain) || !isResolved(fact.type)) return null;
  const { seq, hash } = (fact.by ?? {}) as { seq?: unknown; hash?: unknown };
  return { seq: typeof seq === 'number' ? seq : 0, hash: String(hash) };
}

/** Trusts the bytes of the entry alone, by the hash that is named. */
export async function isResolvedTruly(entries: EntriesBetween, body: EntryBody): Promise<boolean> {
  const named = closingNamed(body);
  const [found] = named ? await entries(programmeOf(body.chain), named.seq, named.seq) : [];
  if (!named || !found || digest(found.body) !== named.hash) return false;
  const closing = bodyOf(found);
  if (closing.fact.type !== CLOSED || digest(found.snapshot) !== closing.stateHash) return false;
  const said = body.fact.resolution as Resolution | undefined;
  const made = resolutionsIn(snapshotIn<ProgrammeSnapshot>(found), Number(closing.fact.meeting));
  return made.some(
    ({ system, resolution }) =>
      said !== undefined &&
      system === systemOf(body.chain) &&
      itemKey(resolution) === itemKey(said) &&
      same(resolution, said),
  );
}
