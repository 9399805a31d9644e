// What decides a programme and each of its migrations: now, by an edition, as an amendment found it, and on a past day.

import type { Ledger } from '../../ledger/open.ts';
import type { AsOf } from '../../ledger/past/by.ts';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import type { Deciding } from '../../machines/definition/parts.ts';
import { ADOPTED } from '../../machines/migration/adoption/acts.ts';
import type { AdoptedEdition, Edition } from '../../machines/programme/amendment/edition.ts';
import type { InForce } from '../../machines/programme/amendment/proposal.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import { chainOf } from '../../machines/record/chain.ts';
import { bodyOf } from '../../machines/record/reader.ts';
import { ProblemError } from '../http/problem/problem.ts';

/**
 * What decides the programme and each of its migrations now: what the edition in force names, also of a migration that has not heard of it
 * yet. Else what is proposed would name what that one is about to leave.
 */
export async function inForceOf(ledger: Ledger, code: string): Promise<InForce> {
  const { definitions } = ledger;
  const state = await ledger.programme(code);
  if (state?.snapshot.context.edition) return editionNamed(ledger, state.snapshot.context.edition.digest);
  const programme = await definitions.inForce(code);
  if (programme?.kind !== 'programme') throw new ProblemError('notFound');
  const found = await Promise.all(
    programme.definition.systems.map((system) => definitions.inForce(chainOf(code, system))),
  );
  const migrations = found.flatMap((kept): Deciding<MigrationDefinition>[] =>
    kept?.kind === 'migration' ? [kept] : [],
  );
  return { programme, migrations };
}

/** All that an edition names. */
export async function editionNamed({ definitions }: Ledger, digest: string): Promise<InForce> {
  const kept = await definitions.parts.fetch([digest]);
  // What an amendment names is an edition.
  const { programme, migrations } = kept.get(digest) as Edition;
  const of = async (one: string) => {
    const found = await definitions.byDigest(one);
    if (found === null) throw new Error(`no definition is kept by ${one}`);
    return found;
  };
  const named = await Promise.all(
    Object.values(migrations).map(async ({ digest: one }) => ({ definition: await of(one), digest: one })),
  );
  return {
    programme: {
      definition: (await of(programme.digest)) as ProgrammeDefinition,
      digest: programme.digest,
    },
    migrations: named.filter((one): one is Deciding<MigrationDefinition> => !('code' in one.definition)),
  };
}

/** What was in force once the programme's entry `base` had adopted it; 0: as it was loaded. */
export async function editionAt(ledger: Ledger, code: string, base: number): Promise<InForce> {
  const adopted = await adoptions(ledger, code);
  const there = adopted.find(({ seq }) => seq === base);
  if (there) return editionNamed(ledger, there.fact.edition);
  const [first] = adopted;
  return first ? loaded(ledger, code, first.fact.leaves.digest) : inForceOf(ledger, code);
}

/** As it stood on a day; null before there was any. */
export async function inForceOn(
  ledger: Ledger,
  code: string,
  asOf: NonNullable<AsOf>,
): Promise<InForce | null> {
  const state = await ledger.programmeOn(code, asOf.day, asOf.by);
  if (!state) return null;
  return editionAt(ledger, code, state.snapshot.context.edition?.seq ?? 0);
}

async function adoptions(ledger: Ledger, code: string): Promise<{ seq: number; fact: AdoptedEdition }[]> {
  const entries = await ledger.entriesOfType(code, ADOPTED, 0);
  // Of a programme's own chain, whose adoptions are of editions.
  return entries.map(bodyOf).map(({ seq, fact }) => ({ seq, fact: fact as unknown as AdoptedEdition }));
}

/** As the folder gave it that the programme was loaded from. */
async function loaded({ definitions }: Ledger, code: string, digest: string): Promise<InForce> {
  const programme = (await definitions.byDigest(digest)) as ProgrammeDefinition;
  const first = await definitions.firstMigrations(code);
  const migrations = first.filter(({ definition }) => programme.systems.includes(definition.system.id));
  return { programme: { definition: programme, digest }, migrations };
}
