// From the values of a seed's files to what is loaded, or to everything that is wrong with them. Pure.

import type { Instant } from '../values/date.ts';
import { checkAccounts } from './check/accounts.ts';
import { checkCalendar, checkYears } from './check/calendar.ts';
import { checkDeadlines } from './check/deadlines.ts';
import { checkDecisions } from './check/decisions.ts';
import { checkAtDoors } from './check/doors.ts';
import { checkHistory } from './check/history.ts';
import { checkLadders } from './check/ladders.ts';
import { checkMeetings } from './check/meetings.ts';
import { checkMilestones } from './check/milestones.ts';
import { checkPaths } from './check/paths.ts';
import { checkCoverage, checkProgramme } from './check/programme.ts';
import { checkSystems } from './check/systems.ts';
import { checkTerms, termRemarks } from './check/terms.ts';
import { type Draft, draftSeed, type Seed, type SeedDocument } from './draft.ts';
import { type ExpandedSeed, expandSeed } from './expand/expand.ts';
import { isWarning, problem, type SeedProblem } from './problem.ts';

export type SeedOutcome =
  | { status: 'sound'; seed: ExpandedSeed; warnings: SeedProblem[] }
  | { status: 'wrong'; problems: SeedProblem[]; warnings: SeedProblem[] };

/**
 * `files` names all files of the folder, also those whose text could not be read into a document. `now`: a real programme's
 * past is judged on the real clock, as its door will judge it.
 */
export function loadSeed(
  documents: readonly SeedDocument[],
  files: readonly string[],
  now: Instant,
): SeedOutcome {
  const { draft, problems: shapes } = draftSeed(documents, files);
  const found = withoutFollowing([...shapes, ...checkSeed(draft)], files);
  const warnings = found.filter(isWarning);
  const problems = found.filter((problem) => !isWarning(problem));
  const unread = files.length > documents.length;
  if (problems.length > 0 || unread || !isWhole(draft)) return { status: 'wrong', problems, warnings };
  const seed = expandSeed(draft);
  const refused = checkAtDoors(draft, seed, now);
  return refused.length > 0
    ? { status: 'wrong', problems: refused, warnings }
    : { status: 'sound', seed, warnings: [...warnings, ...termRemarks(draft, seed, now)] };
}

/**
 * An id given twice leaves another without its owner, and a path whose file is not there leaves all that it names: that these are unknown
 * wherever they are used follows, and is not told.
 */
function withoutFollowing(problems: readonly SeedProblem[], files: readonly string[]): SeedProblem[] {
  const missing = missingPaths(problems, files);
  if (missing.length > 0)
    return [
      ...missing.map((name) => problem('file.missing', { file: name, path: [] }, { name })),
      ...problems.filter(({ code }) => code !== 'id.unknown'),
    ];
  const twice = new Set(problems.flatMap(({ code, facts }) => (code === 'id.duplicate' ? [facts.kind] : [])));
  const left = problems.filter(({ code, facts }) => code !== 'id.unknown' || !twice.has(facts.kind));
  const isPathless = left.some(({ code, facts }) => code === 'id.unknown' && facts.kind === 'path');
  const follows = ({ code, facts }: SeedProblem) =>
    isPathless && code === 'id.unknown' && facts.kind === 'phase' && facts.known.length === 0;
  return left.filter((one) => !follows(one));
}

/** Of paths in files of their own: whatever several systems walk and no file holds. One alone is a slip of the pen. */
function missingPaths(problems: readonly SeedProblem[], files: readonly string[]): string[] {
  const unknown = problems.flatMap(({ code, facts }) =>
    code === 'id.unknown' && facts.kind === 'path' ? [`paths/${facts.id}.yaml`] : [],
  );
  const several = unknown.filter((name, at) => unknown.indexOf(name) !== at);
  return [...new Set(several)].filter((name) => !files.includes(name) && !files.includes('paths.yaml'));
}

/** All that the files say against each other, as far as they could be read. */
export function checkSeed(draft: Draft): SeedProblem[] {
  const { programme, calendar } = draft;
  return [
    ...(programme
      ? [...checkProgramme(programme), ...checkTerms(programme), ...checkMeetings(programme)]
      : []),
    ...checkCoverage(draft),
    ...(calendar ? checkCalendar(calendar) : []),
    ...checkYears(draft),
    ...checkPaths(draft),
    ...checkSystems(draft),
    ...checkDeadlines(draft),
    ...checkLadders(draft),
    ...checkMilestones(draft),
    ...checkHistory(draft),
    ...checkAccounts(draft),
    ...checkDecisions(draft),
  ];
}

const isWhole = (draft: Draft): draft is Seed =>
  Object.values({
    programme: draft.programme,
    paths: draft.paths,
    systems: draft.systems,
    deadlines: draft.deadlines,
    calendar: draft.calendar,
    history: draft.history,
    accounts: draft.accounts,
  }).every((part) => part !== undefined);
