// What of a seed stands already, and what stands otherwise: the same look before a loading and in place of one. Reads only.
import type { KeptMigration } from '../../ledger/definitions/definitions.ts';
import type { Ledger } from '../../ledger/open.ts';
import type { Submission } from '../../machines/migration/event.ts';
import type { ProgrammeSubmission } from '../../machines/programme/event.ts';
import { chainOf } from '../../machines/record/chain.ts';
import { claimText, requestKey } from '../../machines/record/claim.ts';
import { bodyOf } from '../../machines/record/reader.ts';
import { same } from '../../machines/record/same.ts';
import type { ExpandedSeed } from '../../machines/seed/expand/expand.ts';
import { pastRequest } from '../../machines/seed/expand/history.ts';
import { fewAtOnce } from '../../machines/values/at-once.ts';
import { dayOf, instantFromMs } from '../../machines/values/date.ts';
import type { DifferingPart } from '../../texts/seed/difference-texts.ts';

/** What stands under the same code and is not what the seed says; `system` null is the programme itself. */
export interface Difference {
  part: DifferingPart;
  system: string | null;
}

type Past = readonly (Submission | ProgrammeSubmission)[];

export interface Survey {
  stands: 'nothing' | 'part' | 'whole';
  /** Each migration with its beginning; one that is recorded already began when it did. */
  migrations: KeptMigration[];
  differences: Difference[];
}

export async function survey(ledger: Ledger, seed: ExpandedSeed): Promise<Survey> {
  const { programme } = seed;
  const there = await ledger.definitions.latestProgramme(programme.code);
  const isWhole = await ledger.loadings.isComplete(programme.code);
  const kept = await keptOf(ledger, seed);
  const migrations = kept.map(({ migration }) => migration);
  if (!there) return { stands: 'nothing', migrations, differences: [] };
  const differences: Difference[] = [];
  if (!same(there, programme)) differences.push({ part: 'definition', system: null });
  for (const { migration, differs } of kept) {
    const { id: system } = migration.definition.system;
    differences.push(...differs.map((part): Difference => ({ part, system })));
  }
  const known = differences.filter(({ part }) => part === 'history').map(({ system }) => system);
  differences.push(
    ...(await otherPasts(ledger, seed, isWhole)).filter(({ system }) => !known.includes(system)),
  );
  return { stands: isWhole ? 'whole' : 'part', migrations, differences: differences.sort(inOrder) };
}

const inOrder = (a: Difference, b: Difference): number =>
  (a.system ?? '').localeCompare(b.system ?? '') || a.part.localeCompare(b.part);

interface KeptBeside {
  migration: KeptMigration;
  differs: DifferingPart[];
}

function keptOf({ definitions }: Ledger, seed: ExpandedSeed): Promise<KeptBeside[]> {
  const { programme, migrations, starts } = seed;
  const at = programme.rehearsal ? programme.startAt : instantFromMs(Date.now());
  return Promise.all(
    migrations.map(async (definition): Promise<KeptBeside> => {
      const { id: system } = definition.system;
      const on = starts[system] ?? dayOf(programme.startAt);
      const kept = await definitions.latestMigration(programme.code, system);
      if (!kept) return { migration: { definition, begin: { on, at } }, differs: [] };
      const isSame = same(kept.definition, definition);
      return {
        migration: { definition, begin: kept.begin },
        differs: [
          ...(isSame ? [] : ['definition' as const]),
          ...(kept.begin.on === on ? [] : ['history' as const]),
        ],
      };
    }),
  );
}

/** Chains whose recorded past is another; one that is still missing is none where the loading has not come to its end. */
async function otherPasts(
  ledger: Ledger,
  { programme, history }: ExpandedSeed,
  isWhole: boolean,
): Promise<Difference[]> {
  const { code } = programme;
  const pasts: [string | null, Past][] = [[null, history.programme], ...Object.entries(history.migrations)];
  const found: Difference[] = [];
  await fewAtOnce(pasts, async ([system, past]) => {
    if (!(await isSamePast(ledger, code, system, past, isWhole))) found.push({ part: 'history', system });
  });
  return found;
}

async function isSamePast(
  ledger: Pick<Ledger, 'entriesByRequest'>,
  code: string,
  system: string | null,
  past: Past,
  isWhole: boolean,
): Promise<boolean> {
  const chain = system === null ? code : chainOf(code, system);
  // One more than the seed has: where it is recorded, the seed has lost its end.
  const beyond = { actor: { kind: 'import' }, requestId: pastRequest(system, past.length) };
  const keys = [...past.map(requestKey), requestKey(beyond)];
  const recorded = await ledger.entriesByRequest(chain, keys);
  const claims = new Set(past.map((submission) => claimText({ chain, ...submission })));
  const isComplete = recorded.length === past.length || (!isWhole && recorded.length < past.length);
  return isComplete && recorded.every((entry) => claims.has(claimText(bodyOf(entry))));
}
