// The text of a seed's files to what is loaded, or to every mistake with its file and line, in both languages.
// Touches no disk and no database: a wrong seed changes nothing.
import type { Text } from '../../machines/definition/definition.ts';
import type { ExpandedSeed } from '../../machines/seed/expand/expand.ts';
import { loadSeed } from '../../machines/seed/load.ts';
import type { SeedProblem } from '../../machines/seed/problem.ts';
import { type Instant, instantFromMs } from '../../machines/values/date.ts';
import { seedProblemText } from '../../texts/seed/problem-texts.ts';
import { type Position, readYamlFiles, type YamlFile } from './yaml-document.ts';

export interface SeedFile {
  /** Relative to the seed's folder, with `/`. */
  path: string;
  text: string;
}

export interface SeedIssue extends Position {
  file: string;
  /** The value inside the file, `systems[2].businesses[0]`. */
  field: string;
  code: SeedProblem['code'];
  facts: SeedProblem['facts'];
  message: Text;
  expected: Text;
}

export type ReadSeed =
  | { status: 'sound'; seed: ExpandedSeed; warnings: SeedIssue[] }
  | { status: 'wrong'; problems: SeedIssue[]; warnings: SeedIssue[] };

const isYaml = (path: string): boolean => /\.ya?ml$/.test(path);

/** Reads the YAML files among `files`; others (a README, a table) are none of its business. */
export function readSeed(files: readonly SeedFile[], now?: Instant): ReadSeed {
  return judgeSeed(readYamlFiles(files.filter(({ path }) => isYaml(path))), now);
}

/** What files say that were read. */
export function judgeSeed(read: readonly YamlFile[], now: Instant = instantFromMs(Date.now())): ReadSeed {
  const documents = read.filter(({ readable }) => readable).map(({ file, value }) => ({ file, value }));
  const outcome = loadSeed(
    documents,
    read.map(({ file }) => file),
    now,
  );
  const warnings = outcome.warnings.map((problem) => issueOf(problem, read));
  if (outcome.status === 'sound') return { status: 'sound', seed: outcome.seed, warnings };
  const unread = read.flatMap(({ problems }) =>
    problems.map(({ problem, position }) => withText(problem, position)),
  );
  const problems = outcome.problems.map((problem) => issueOf(problem, read));
  return { status: 'wrong', problems: [...unread, ...problems].sort(inOrder), warnings };
}

function issueOf(problem: SeedProblem, files: readonly YamlFile[]): SeedIssue {
  const file = files.find((candidate) => candidate.file === problem.at.file);
  return withText(problem, file?.find(problem.at.path) ?? { line: 1, column: 1 });
}

function withText(problem: SeedProblem, position: Position): SeedIssue {
  const { at, code, facts } = problem;
  return { file: at.file, ...position, field: fieldOf(at.path), code, facts, ...seedProblemText(problem) };
}

const fieldOf = (path: readonly (string | number)[]): string =>
  path.map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`)).join('');

/** What is not there, or no text to be read, comes before what is wrong with the rest. */
const unread: ReadonlySet<string> = new Set([
  'file.missing',
  'file.empty',
  'file.tooLarge',
  'file.tooMany',
  'yaml.syntax',
]);
const rank = ({ code }: SeedIssue): number => (unread.has(code) ? 0 : 1);
const inOrder = (a: SeedIssue, b: SeedIssue): number =>
  rank(a) - rank(b) || a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column;

/** As the API tells it. */
export const inputIssueOf = ({ file, line, field, code, message, expected }: SeedIssue) => ({
  file,
  line,
  field,
  code,
  message,
  expected,
});
