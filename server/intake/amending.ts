// What is wanted in place of a programme's definitions, from its folder or as small changes: read, held against what is in force,
// shown, and kept so that it can be proposed. Decides nothing itself.
import type { Ledger } from '../../ledger/open.ts';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import type { Ended } from '../../machines/migration/adoption/beginning.ts';
import {
  type AdoptionPreview,
  adoptedState,
  previewAdoption,
} from '../../machines/migration/adoption/preview.ts';
import { type HeirPreview, previewHeir } from '../../machines/migration/adoption/preview-heir.ts';
import { amendmentAt } from '../../machines/programme/amendment/acts.ts';
import { takenUp } from '../../machines/programme/amendment/again.ts';
import { type Change, changed } from '../../machines/programme/amendment/changes.ts';
import { type ChangeProblem, wrong } from '../../machines/programme/amendment/changing.ts';
import { differing, type PartDifference } from '../../machines/programme/amendment/differing.ts';
import { type Following, heirsIn } from '../../machines/programme/amendment/posts/following.ts';
import {
  type InForce,
  type Proposal,
  type ProposalProblem,
  problemsOf,
  proposalOf,
  type Wanted,
} from '../../machines/programme/amendment/proposal.ts';
import { type Amendment, waits } from '../../machines/programme/amendment/state.ts';
import { occurrenceWordsOf } from '../../machines/programme/occurrences/word.ts';
import { chainOf } from '../../machines/record/chain.ts';
import { GENESIS } from '../../machines/record/entry.ts';
import { dayOf, type Instant } from '../../machines/values/date.ts';
import { type Called, calledByFirst, calledIn } from '../../texts/amending/called.ts';
import { proposalProblemText } from '../../texts/proposal-texts.ts';
import type { InputIssue } from '../contract/values.ts';
import { ProblemError } from '../http/problem/problem.ts';
import { editionAt, editionNamed, inForceOf } from './editions.ts';
import { whereIn } from './proposing/where-in-folder.ts';
import { inputIssueOf, readSeed, type SeedFile } from './read-seed.ts';

export interface WantedInput {
  files?: readonly SeedFile[] | undefined;
  changes?: readonly Change[] | undefined;
  /** The amendment that is taken up again. */
  again?: number | undefined;
  /** Systems to which no post goes on. */
  postsStay?: readonly string[] | undefined;
}

export interface Amending {
  inForce: InForce;
  proposal: Proposal;
  differences: PartDifference[];
  /** Systems that go on with others by it, and those to which posts go on. */
  heirs: Following[];
  following: Following[];
}

/** @throws ProblemError invalid, with every mistake of the folder or of the changes */
export async function amendingOf(ledger: Ledger, code: string, given: WantedInput): Promise<Amending> {
  const inForce = await inForceOf(ledger, code);
  const ended = given.again === undefined ? null : await endedAt(ledger, wantedOf(inForce), given.again);
  const wanted = await wantedFrom(ledger, inForce, given, ended);
  const proposal = proposalOf(inForce, wanted);
  const problems = problemsOf(inForce, wanted, proposal);
  if (problems.length > 0) {
    const both = [...wanted.migrations, ...migrationsOf(inForce)];
    const all = calledIn(both, [wanted.programme, inForce.programme.definition]);
    throw new ProblemError('invalid', {
      issues: problems.map((problem) => ({
        field: fieldOf(problem, given),
        code: problem.code,
        message: proposalProblemText(problem, calledOf(problem, both, all)),
        ...whereIn(given.files ?? [], problem),
      })),
    });
  }
  const heirs = heirsIn(migrationsOf(inForce), wanted.migrations);
  const following = followingFrom(wanted, heirs, given, ended);
  return { inForce, proposal, differences: differing(inForce, proposal), heirs, following };
}

/** What was given that says it. */
function fieldOf({ code }: ProposalProblem, { files }: WantedInput): string {
  if (code === 'nothing') return files ? 'files' : 'changes';
  return code.split('.')[0] ?? '';
}

/** Posts follow, but where it is said that they stay; of one that is taken up again, as it said. */
function followingFrom(
  wanted: Wanted,
  heirs: readonly Following[],
  { postsStay = [] }: WantedInput,
  ended: Amendment | null,
): Following[] {
  const known = heirs.map(({ system }) => system);
  const strange = postsStay.find((one) => !known.includes(one));
  if (strange !== undefined)
    throw unchangeable(wrong('change.unknown', { what: 'heir', id: strange, known }), wanted, 'postsStay');
  const before = ended?.posts;
  const stayed = before ? known.filter((one) => !before.some(({ system }) => system === one)) : [];
  return heirs.filter(({ system }) => ![...postsStay, ...stayed].includes(system));
}

/** Of a problem of one system, by its own definitions first: two paths may call phases of one id otherwise. */
function calledOf(
  { facts }: ProposalProblem,
  migrations: readonly MigrationDefinition[],
  all: Called,
): Called {
  const own = 'system' in facts ? migrations.filter(({ system }) => system.id === facts.system) : [];
  return calledByFirst(calledIn(own, []), all);
}

/** As what was once proposed stands kept. */
export async function keptProposal(
  ledger: Ledger,
  inForce: InForce,
  { edition, posts = [] }: Pick<Amendment, 'edition' | 'posts'>,
): Promise<Amending> {
  const named = await editionNamed(ledger, edition);
  const proposal = proposalOf(inForce, wantedOf(named));
  const heirs = heirsIn(migrationsOf(inForce), migrationsOf(named));
  return { inForce, proposal, differences: differing(inForce, proposal), heirs, following: posts };
}

const migrationsOf = ({ migrations }: InForce): MigrationDefinition[] =>
  migrations.map(({ definition }) => definition);
export const wantedOf = (inForce: InForce): Wanted => ({
  programme: inForce.programme.definition,
  migrations: migrationsOf(inForce),
});

async function wantedFrom(
  ledger: Ledger,
  inForce: InForce,
  { files, changes = [] }: WantedInput,
  ended: Amendment | null,
): Promise<Wanted> {
  if (files) return wantedInFolder(inForce, files);
  const now = wantedOf(inForce);
  const from = ended ? await takenUpAgain(ledger, now, ended) : now;
  const made = changed(now, changes, from);
  if ('wanted' in made) return made.wanted;
  throw unchangeable(made.problem, now);
}

export function unchangeable(problem: ChangeProblem, now: Wanted, field = 'changes'): ProblemError {
  const message = proposalProblemText(problem, calledIn(now.migrations, [now.programme]));
  const issue: InputIssue = { field, code: problem.code, message };
  return new ProblemError('invalid', { issues: [issue] });
}

/** One that was returned, withdrawn or overtaken. */
async function endedAt(ledger: Ledger, now: Wanted, number: number): Promise<Amendment> {
  const state = await ledger.programme(now.programme.code);
  const found = state && amendmentAt(state.snapshot.context, number);
  if (!found) throw new ProblemError('notFound');
  if (waits(found) || found.status === 'adopted')
    throw unchangeable(wrong('change.notEnded', { amendment: number }), now);
  return found;
}

/** What it wanted of the edition that it was made on, wanted of the one in force. */
async function takenUpAgain(
  ledger: Ledger,
  now: Wanted,
  { base: on, edition }: Pick<Amendment, 'base' | 'edition'>,
): Promise<Wanted> {
  const base = wantedOf(await editionAt(ledger, now.programme.code, on));
  const { wanted, conflicts } = takenUp(base, wantedOf(await editionNamed(ledger, edition)), now);
  if (conflicts.length > 0) throw unchangeable(wrong('change.conflict', { places: conflicts }), now);
  return wanted;
}

/** What an amendment changes of the edition that it was made on. */
export async function madeOn(
  ledger: Ledger,
  code: string,
  amendment: Pick<Amendment, 'base' | 'edition' | 'posts'>,
): Promise<Amending> {
  return keptProposal(ledger, await editionAt(ledger, code, amendment.base), amendment);
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
