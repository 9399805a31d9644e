// A seed as far as its files could be read: every part with its place, so that a check can say where it objects.
// A file whose shape is wrong leaves its part out; checks that need it wait until it is right.

import { nearest } from '../values/names/nearest.ts';
import { type Place, problem, type SeedProblem } from './problem.ts';
import {
  type AccountsFile,
  accountsFile,
  type CalendarFile,
  calendarFile,
  type DeadlinesFile,
  deadlinesFile,
  type HistoryFile,
  historyFile,
  type PathSeed,
  type ProgrammeFile,
  pathFile,
  pathsFile,
  programmeFile,
  type SystemsFile,
  systemsFile,
} from './schema.ts';
import { checkShape } from './shape.ts';

/** One file's content as plain JSON values. */
export interface SeedDocument {
  file: string;
  value: unknown;
}

export interface Part<T> {
  at: Place;
  value: T;
}

export interface Seed {
  programme: Part<ProgrammeFile>;
  paths: Part<PathSeed>[];
  systems: Part<SystemsFile>;
  deadlines: Part<DeadlinesFile>;
  calendar: Part<CalendarFile>;
  history: Part<HistoryFile>;
  accounts: Part<AccountsFile>;
}
export type Draft = Partial<Seed>;

const FILES = [
  'programme.yaml',
  'paths.yaml',
  'systems.yaml',
  'deadlines.yaml',
  'calendar.yaml',
  'history.yaml',
  'accounts.yaml',
] as const;
const REQUIRED = ['programme.yaml', 'systems.yaml', 'calendar.yaml'] as const;
const PATH_FILE = /^paths\/[^/]+\.yaml$/;

const top = (file: string): Place => ({ file, path: [] });
const empty = <T>(file: string, value: T): Part<T> => ({ at: top(file), value });

/** `known` holds the names of files that are there, also those that could not be read as YAML. */
export function draftSeed(
  documents: readonly SeedDocument[],
  known: readonly string[],
): { draft: Draft; problems: SeedProblem[] } {
  const draft: Draft = {};
  const problems = strangers(known);
  const read = <T>(file: string, check: (value: unknown) => { value: T | null; problems: SeedProblem[] }) => {
    const document = documents.find((candidate) => candidate.file === file);
    if (!document) return undefined;
    const checked = check(document.value);
    problems.push(...checked.problems);
    return checked.value === null ? undefined : { at: top(file), value: checked.value };
  };
  const programme = read('programme.yaml', (value) => checkShape(programmeFile, value, 'programme.yaml'));
  const systems = read('systems.yaml', (value) => checkShape(systemsFile, value, 'systems.yaml'));
  const calendar = read('calendar.yaml', (value) => checkShape(calendarFile, value, 'calendar.yaml'));
  const deadlines = known.includes('deadlines.yaml')
    ? read('deadlines.yaml', (value) => checkShape(deadlinesFile, value, 'deadlines.yaml'))
    : empty('deadlines.yaml', { deadlines: [] });
  const history = known.includes('history.yaml')
    ? read('history.yaml', (value) => checkShape(historyFile, value, 'history.yaml'))
    : empty('history.yaml', { programme: [], begins: [], events: [] });
  const accounts = known.includes('accounts.yaml')
    ? read('accounts.yaml', (value) => checkShape(accountsFile, value, 'accounts.yaml'))
    : empty('accounts.yaml', { accounts: [] });
  const paths = readPaths(documents, known, problems);
  Object.assign(draft, defined({ programme, paths, systems, deadlines, calendar, history, accounts }));
  return { draft, problems };
}

const defined = (parts: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined));

function strangers(known: readonly string[]): SeedProblem[] {
  const strange = known.filter(
    (file) => !(FILES as readonly string[]).includes(file) && !PATH_FILE.test(file),
  );
  const missing = REQUIRED.filter((file) => !known.includes(file));
  const paths = known.some((file) => file === 'paths.yaml' || PATH_FILE.test(file));
  return [
    ...strange.map((file) =>
      problem('file.unknown', top(file), {
        known: [...FILES, 'paths/*.yaml'],
        nearest: nearest(file, FILES),
      }),
    ),
    ...missing.map((name) => problem('file.missing', top(name), { name })),
    ...(paths ? [] : [problem('file.missing', top('paths.yaml'), { name: 'paths.yaml' })]),
  ];
}

/** All paths, of `paths.yaml` and of `paths/*.yaml` (one each); none when any of these files is not in shape. */
function readPaths(
  documents: readonly SeedDocument[],
  known: readonly string[],
  problems: SeedProblem[],
): Part<PathSeed>[] | undefined {
  const files = known.filter((file) => file === 'paths.yaml' || PATH_FILE.test(file)).sort();
  if (files.length === 0) return undefined;
  const parts = files.flatMap((file): (Part<PathSeed> | null)[] => {
    const document = documents.find((candidate) => candidate.file === file);
    if (!document) return [null];
    if (file === 'paths.yaml') {
      const { value, problems: found } = checkShape(pathsFile, document.value, file);
      problems.push(...found);
      return value
        ? value.paths.map((path, index) => ({ at: { file, path: ['paths', index] }, value: path }))
        : [null];
    }
    const { value, problems: found } = checkShape(pathFile, document.value, file);
    problems.push(...found);
    return value ? [{ at: top(file), value }] : [null];
  });
  const whole = parts.filter((part) => part !== null);
  return whole.length === parts.length ? whole : undefined;
}
