// The entry by which an installation goes on with a programme of an archive: taken up where it was handed over to this one's key; where
// what held the key before is lost, by a break that is named so and stands in the chain for ever.
import { decideOne } from '../../machines/play/decide.ts';
import type { ProgrammeSubmission } from '../../machines/programme/event.ts';
import { BROKEN, TAKEN_UP } from '../../machines/programme/keys/acts.ts';
import { ADMINISTRATOR } from '../../machines/programme/people/offices.ts';
import { programmePlayable, programmeVersionsOf } from '../../machines/programme/playable.ts';
import type { ProgrammeSnapshot } from '../../machines/programme/state.ts';
import { type Entry, seal } from '../../machines/record/entry.ts';
import { OPERATOR } from '../../machines/record/grant-id.ts';
import { bodyOf, snapshotIn, toldOf } from '../../machines/record/reader.ts';
import { dayOf, instantFromMs } from '../../machines/values/date.ts';
import { parseDefinitions } from '../definitions/definitions.ts';
import { keyInForce, keysIn } from '../lock/signatures.ts';
import type { Signer } from '../lock/signer.ts';
import { ArchiveRefusal } from './fault.ts';
import type { Archive } from './read.ts';

export interface GoingOn {
  signer: Signer;
  /** Why it goes on without having been handed over; null where it was. */
  lost: string | null;
  wallMs: number;
}

/** @throws ArchiveRefusal where it may not go on here */
export async function takingUp(archive: Archive, { signer, lost, wallMs }: GoingOn): Promise<Entry> {
  const { programme, rehearsal } = archive.manifest;
  const chain = archive.chains.get(programme) ?? [];
  const last = chain.at(-1);
  if (!last) throw new ArchiveRefusal({ code: 'open.notHandedOver', programme });
  const snapshot = snapshotIn<ProgrammeSnapshot>(last);
  requireOurs(archive, snapshot, signer, lost);
  const { versions, seq } = bodyOf(last);
  const row = archive.definitions.find(
    (one) => one.chain === programme && one.version === versions.definition,
  );
  const [kept] = row ? await parseDefinitions({ wholes: async () => [] }, [row]) : [];
  if (kept?.kind !== 'programme') throw new Error(`no definition of the programme ${programme}`);
  const atMs = rehearsal ? clockAt(archive, wallMs) : wallMs;
  const event = signer.sign(programme, eventOf(signer, lost, dayOf(instantFromMs(atMs))));
  const decided = decideOne(programmePlayable(kept.definition), snapshot, event, atMs);
  if (decided.status === 'failed') throw decided.error;
  if (decided.status === 'refused') {
    const refusals = decided.refusals.map(({ code }) => code);
    throw new ArchiveRefusal({ code: 'open.refused', refusals });
  }
  const recordedAt = instantFromMs(atMs);
  return seal(
    {
      format: 2,
      chain: programme,
      rehearsal,
      versions: programmeVersionsOf(kept.definition, kept.digest),
      ...toldOf(event),
      seq: seq + 1,
      prev: last.hash,
      recordedAt,
      wallAt: rehearsal ? instantFromMs(wallMs) : recordedAt,
    },
    decided.decision.snapshot,
    decided.decision.effects,
  );
}

function requireOurs(
  { manifest: { programme }, chains }: Archive,
  { context }: ProgrammeSnapshot,
  { id: held }: Signer,
  lost: string | null,
): void {
  const key = keyInForce(keysIn((chains.get(programme) ?? []).map(bodyOf)))?.id ?? '';
  const isOurs = context.handedOver === true && key === held;
  if (isOurs && lost !== null) throw new ArchiveRefusal({ code: 'open.notLost', programme });
  if (isOurs || lost !== null) return;
  throw new ArchiveRefusal(
    context.handedOver
      ? { code: 'open.toAnother', programme, key, held }
      : { code: 'open.notHandedOver', programme },
  );
}

function eventOf({ id, publicKey }: Signer, lost: string | null, occurredOn: string): ProgrammeSubmission {
  return {
    fact: lost === null ? { type: TAKEN_UP } : { type: BROKEN, publicKey, reason: lost },
    actor: { kind: 'person', name: '運用者', post: ADMINISTRATOR, ...OPERATOR },
    occurredOn,
    requestId: `opened/${id}`,
  };
}

/** A rehearsal's clock, laid through the instants of its newest entry. */
function clockAt({ chains }: Archive, wallMs: number): number {
  const instants = [...chains.values()].flatMap((entries) => {
    const last = entries.at(-1);
    return last ? [bodyOf(last)] : [];
  });
  const [newest] = instants.sort((a, b) => Date.parse(b.recordedAt) - Date.parse(a.recordedAt));
  if (!newest) return wallMs;
  return Date.parse(newest.recordedAt) + Math.max(0, wallMs - Date.parse(newest.wallAt));
}
