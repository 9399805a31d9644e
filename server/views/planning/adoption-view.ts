// How far an adopted amendment has come, as it is told: each system that has taken it, has it still to come, or cannot take it.
import type { AdoptionProgress } from '../../../ledger/definitions/adoption-progress.ts';
import type { Ledger } from '../../../ledger/open.ts';
import type { MigrationDefinition } from '../../../machines/definition/definition.ts';
import { previewAdoption } from '../../../machines/migration/adoption/preview.ts';
import { chainOf } from '../../../machines/record/chain.ts';
import type { Refusal } from '../../../machines/record/refusal.ts';
import { adoptionStatusText } from '../../../texts/amending/amendment-texts.ts';
import type { Names } from '../../../texts/names.ts';
import { refusalView } from '../../../texts/refusals/refusal-texts.ts';
import type { AdoptionView } from '../../contract/amendments.ts';
import type { ProgrammeAtHand } from '../../http/request.ts';

type One = AdoptionProgress['systems'][number];
type Asked = Pick<Ledger, 'adoptionProgress' | 'definitions' | 'state'>;

/** Null until it is adopted. */
export async function adoptionOf(
  ledger: Asked,
  at: ProgrammeAtHand,
  amendment: number,
  names: Names,
): Promise<AdoptionView | null> {
  const found = await ledger.adoptionProgress(at.definition.code, amendment);
  if (!found) return null;
  const refusals = await Promise.all(found.systems.map((one) => refusalsOf(ledger, at, one)));
  const systems = found.systems.map(({ system, leaves, adopts, takenAt }, index) => {
    const why = refusals[index] ?? [];
    const notYet = why.length > 0 ? ('refused' as const) : ('waiting' as const);
    const status = takenAt === null ? notYet : ('adopted' as const);
    return {
      system,
      name: names.system(system),
      status,
      statusText: adoptionStatusText[status],
      from: leaves?.version ?? null,
      to: adopts.version,
      at: takenAt,
      refusals: why.map((refusal) => refusalView(refusal, names)),
    };
  });
  return { adoptedAt: found.body.recordedAt, entry: found.body.seq, systems };
}

/** What speaks against its adoption now; of one that has others to take before it, nothing is known yet. */
async function refusalsOf(
  { definitions, state }: Asked,
  { definition: { code }, now }: ProgrammeAtHand,
  { system, leaves, adopts, takenAt }: One,
): Promise<Refusal[]> {
  if (takenAt !== null || leaves === null) return [];
  const [there, leaving, wanted] = await Promise.all([
    state(chainOf(code, system)),
    definitions.byDigest(leaves.digest),
    definitions.byDigest(adopts.digest),
  ]);
  if (!there || !isMigration(leaving) || !isMigration(wanted)) return [];
  if (there.definition.version !== leaves.version) return [];
  return previewAdoption({ leaving, definition: wanted, snapshot: there.snapshot, at: now }).refusals;
}

const isMigration = (found: object | null): found is MigrationDefinition =>
  found !== null && !('code' in found);
