// What is wanted in place of a programme's definitions, from its folder or as small changes: read, held against what is in force,
// shown, and kept so that it can be proposed. Decides nothing itself.
import type { Ledger } from '../../ledger/open.ts';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import type { Deciding } from '../../machines/definition/parts.ts';
import type { Ended } from '../../machines/migration/adoption/beginning.ts';
import {
  type AdoptionPreview,
  adoptedState,
  previewAdoption,
} from '../../machines/migration/adoption/preview.ts';
import { type HeirPreview, previewHeir } from '../../machines/migration/adoption/preview-heir.ts';
import { type Change, changed } from '../../machines/programme/amendment/changes.ts';
import { differing, type PartDifference } from '../../machines/programme/amendment/differing.ts';
import type { Edition } from '../../machines/programme/amendment/edition.ts';
import {
  type InForce,
  type Proposal,
  problemsOf,
  proposalOf,
  type Wanted,
} from '../../machines/programme/amendment/proposal.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import { occurrenceWordsOf } from '../../machines/programme/occurrences/word.ts';
import { chainOf } from '../../machines/record/chain.ts';
import { GENESIS } from '../../machines/record/entry.ts';
import { dayOf, type Instant } from '../../machines/values/date.ts';
import { calledIn } from '../../texts/amending/called.ts';
import { proposalProblemText } from '../../texts/proposal-texts.ts';
import type { InputIssue } from '../contract/values.ts';
import { ProblemError } from '../http/problem/problem.ts';
import { inputIssueOf, readSeed, type SeedFile } from './read-seed.ts';

export interface WantedInput {
  files?: readonly SeedFile[] | undefined;
  changes?: readonly Change[] | undefined;
}

export interface Amending {
  inForce: InForce;
  proposal: Proposal;
  differences: PartDifference[];
}

/** @throws ProblemError invalid, with every mistake of the folder or of the changes */
export async function amendingOf(ledger: Ledger, code: string, given: WantedInput): Promise<Amending> {
  const inForce = await inForceOf(ledger, code);
  const wanted = wantedFrom(inForce, given);
  const proposal = proposalOf(inForce, wanted);
  const problems = problemsOf(inForce, wanted, proposal);
  if (problems.length > 0) {
    const called = calledIn(
      [...wanted.migrations, ...migrationsOf(inForce)],
      [wanted.programme, inForce.programme.definition],
    );
    throw new ProblemError('invalid', {
      issues: problems.map((problem) => ({
        field: problem.code.split('.')[0] ?? '',
        code: problem.code,
        message: proposalProblemText(problem, called),
      })),
    });
  }
  return { inForce, proposal, differences: differing(inForce, proposal) };
}

/**
 * What decides the programme and each of its migrations now: what the edition in force names, also of a migration that has not heard of it
 * yet. Else what is proposed would name what that one is about to leave.
 */
export async function inForceOf(ledger: Ledger, code: string): Promise<InForce> {
  const { definitions } = ledger;
  const state = await ledger.programme(code);
  if (state?.snapshot.context.edition) return namedBy(ledger, state.snapshot.context.edition.digest);
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
async function namedBy({ definitions }: Ledger, digest: string): Promise<InForce> {
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

/** As what was once proposed stands kept. */
export async function keptProposal(ledger: Ledger, inForce: InForce, digest: string): Promise<Amending> {
  const named = await namedBy(ledger, digest);
  const wanted: Wanted = {
    programme: named.programme.definition,
    migrations: named.migrations.map(({ definition }) => definition),
  };
  const proposal = proposalOf(inForce, wanted);
  return { inForce, proposal, differences: differing(inForce, proposal) };
}

const migrationsOf = ({ migrations }: InForce): MigrationDefinition[] =>
  migrations.map(({ definition }) => definition);

function wantedFrom(inForce: InForce, { files, changes = [] }: WantedInput): Wanted {
  if (files) return wantedInFolder(inForce, files);
  const now = {
    programme: inForce.programme.definition,
    migrations: migrationsOf(inForce),
  };
  const made = changed(now, changes);
  if ('wanted' in made) return made.wanted;
  const { problem } = made;
  const called = calledIn(now.migrations, [now.programme]);
  const issue: InputIssue = {
    field: 'changes',
    code: problem.code,
    message: proposalProblemText(problem, called),
  };
  throw new ProblemError('invalid', { issues: [issue] });
}

/** The past and the people of a folder are none of an amendment's business: they are on record. */
const OF_LOADING: ReadonlySet<string> = new Set(['history.yaml', 'accounts.yaml']);

function wantedInFolder({ programme }: InForce, files: readonly SeedFile[]): Wanted {
  const read = readSeed(files.filter(({ path }) => !OF_LOADING.has(path)));
  if (read.status === 'wrong') throw new ProblemError('invalid', { issues: read.problems.map(inputIssueOf) });
  const { seed } = read;
  if (seed.programme.code !== programme.definition.code)
    throw new ProblemError('invalid', {
      issues: [
        {
          file: 'programme.yaml',
          field: 'code',
          code: 'programme.other',
          message: {
            ja: `別の団体（${seed.programme.code}）のフォルダです。`,
            en: `This is the folder of another programme (${seed.programme.code}).`,
          },
        },
      ],
    });
  return { programme: seed.programme, migrations: seed.migrations };
}

/** What adopting it now would do to each migration that it concerns. */
export async function previewsOf(
  ledger: Ledger,
  { proposal }: Amending,
  at: Instant,
): Promise<AdoptionPreview[]> {
  const { code } = proposal.programme;
  const found: AdoptionPreview[] = [];
  const happened = (await ledger.programme(code))?.snapshot.context.happened ?? {};
  const hears = occurrenceWordsOf(code, happened, dayOf(at));
  for (const { leaving, definition } of proposal.concerned) {
    const state = await ledger.state(chainOf(code, definition.system.id));
    if (state) found.push(previewAdoption({ leaving, definition, snapshot: state.snapshot, at, hears }));
  }
  return found;
}

/** With what the systems that go on with others would begin, as things stand now. */
export async function heirPreviewsOf(
  ledger: Ledger,
  { proposal, inForce }: Amending,
  at: Instant,
): Promise<HeirPreview[]> {
  const { code } = proposal.programme;
  const concerned = new Map(proposal.concerned.map((one) => [one.definition.system.id, one]));
  const before = new Map(inForce.migrations.map(({ definition }) => [definition.system.id, definition]));
  const stateOf = async (system: string): Promise<Adopting | null> => {
    const one = concerned.get(system);
    const state = one && (await ledger.state(chainOf(code, system)));
    const snapshot = state && adoptedState({ ...one, snapshot: state.snapshot, at });
    return snapshot ? { definition: one.definition, snapshot } : null;
  };
  const found: HeirPreview[] = [];
  for (const heir of [...proposal.fresh, ...concerned.values()].map((one) =>
    'leaving' in one ? one.definition : one,
  )) {
    const known = before.get(heir.system.id)?.system.continues?.from ?? [];
    const from = heir.system.continues?.from.filter((system) => !known.includes(system)) ?? [];
    const states = await Promise.all(from.map(async (system) => ({ system, state: await stateOf(system) })));
    const ended = states.flatMap(({ system, state }) =>
      state ? [{ system, seq: 1, hash: GENESIS, ...state }] : [],
    );
    const stands = await stateOf(heir.system.id);
    const carried = before.get(heir.system.id)?.system.businesses ?? [];
    const walking = stands && { snapshot: stands.snapshot, carried };
    if (ended.length > 0) found.push(previewHeir(heir, ended, walking, at));
  }
  return found;
}

type Adopting = Pick<Ended, 'definition' | 'snapshot'>;
