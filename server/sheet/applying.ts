// The acts of a sheet go through the door, one after another, each under an id that the file and the act give: handing the same file in
// again records nothing twice. What one act is refused keeps no other out.
import { createHash } from 'node:crypto';
import { canonical } from '../../machines/record/entry.ts';
import type { Names } from '../../texts/names.ts';
import { refusalView } from '../../texts/refusals/refusal-texts.ts';
import type { SheetApplied, SheetPreview } from '../contract/sheets.ts';
import type { Door } from '../door/door.ts';
import type { Outcome } from '../door/outcome.ts';
import { recordedOf } from '../door/submitting.ts';
import { ProblemError } from '../http/problem/problem.ts';
import { problems } from '../http/problem/problem-texts.ts';
import type { ServerParts } from '../parts.ts';
import type { PlannedAct, Reason } from './planned.ts';

type Applied = SheetApplied['outcomes'][number];

export interface Applying {
  code: string;
  door: Door;
  log: ServerParts['log'];
  file: SheetPreview['file'];
  /** The version of each system that the plan was made on. */
  versions: ReadonlyMap<string, number>;
  namesOf: (system: string) => Names;
}

export async function applied(acts: readonly PlannedAct[], given: Applying): Promise<Applied[]> {
  const versions = new Map(given.versions);
  const outcomes: Applied[] = [];
  for (const act of acts) {
    const { system, fact, actor, occurredOn } = act;
    const requestId = requestOf(given.file, act);
    const seenVersion = versions.get(system) ?? 0;
    const source = sourceOf(given.file, act);
    const submission = { fact, actor, occurredOn, requestId, seenVersion, source };
    const outcome = await given.door.submit(given.code, system, submission);
    const told = await toldOf(outcome, system, given);
    if (outcome.status === 'recorded') versions.set(system, Math.max(seenVersion, outcome.recorded.seq));
    outcomes.push({ system, requestId, ...told });
  }
  return outcomes;
}

const short = (digest: string): string => digest.slice(0, 20);

/** Of the file, the day and what is said: the same again is the entry that stands. */
function requestOf({ sha256 }: SheetPreview['file'], { fact, occurredOn }: PlannedAct): string {
  const said = createHash('sha256').update(canonical({ fact, occurredOn })).digest('hex');
  return `sheet/${short(sha256)}/${short(said)}`;
}

/** Where an auditor finds what it rests on. */
function sourceOf({ name, sheet, sha256 }: SheetPreview['file'], { cells }: PlannedAct): string {
  const [first, ...others] = cells.map(({ at }) => at);
  const where = [sheet, others.length === 0 ? first : `${first}…${others.at(-1)}`].filter(
    (part) => part !== null,
  );
  return `${name}（${where.join(' ')}、SHA-256 ${sha256}）`;
}

async function toldOf(
  outcome: Outcome,
  system: string,
  { namesOf, log }: Applying,
): Promise<Pick<Applied, 'status' | 'seq' | 'reasons'>> {
  if (outcome.status === 'recorded') {
    const { seq, repeated } = outcome.recorded;
    return { status: repeated ? 'repeated' : 'recorded', seq, reasons: [] };
  }
  const names = namesOf(system);
  if (outcome.status === 'refused')
    return {
      status: 'refused',
      seq: null,
      reasons: outcome.refusals.map((one) => reasonOf(refusalView(one, names))),
    };
  // Every other outcome is a problem of the door's, told in its words.
  const problem = await recordedOf(outcome, async () => names, log).then(
    () => null,
    (error: unknown) => error,
  );
  if (!(problem instanceof ProblemError)) throw problem;
  const reasons = [{ code: problem.code, message: problems[problem.code].detail }];
  return { status: outcome.status === 'unanswered' ? 'unanswered' : 'refused', seq: null, reasons };
}

export const reasonOf = ({ code, message }: Reason): Reason => ({ code, message });
