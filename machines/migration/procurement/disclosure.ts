// What of a procurement is hidden until it is decided, and whose duty it is to see it all the same: the path names its phases, and by
// their owners, deciders and suppliers the posts. Pure; who holds which post is programme/people/sight.ts's to say.
import type { MigrationDefinition, Phase } from '../../definition/definition.ts';
import type { MigrationAct } from '../act.ts';
import { acts, isFactType } from '../acts.ts';
import { notedWithout, renoted } from '../noted/noted.ts';
import { type MigrationContext, standing } from '../state.ts';
import { dutyIn } from './duty.ts';
import { type Stood, undecidedPhases } from './undecided.ts';

type Where = Pick<MigrationDefinition, 'path' | 'decisions'>;

/** Phases whose files are hidden from somebody. */
export interface Hidden {
  readonly size: number;
  has(phase: string): boolean;
}

/**
 * The undecided phases in which none of these posts has a duty. While there is one, a phase that the path does not have any more (renamed,
 * merged) is hidden with it: past days and old entries name it, and nobody says of what it was.
 */
export function hiddenFrom(posts: ReadonlySet<string>, definition: Where, now: Stood): Hidden {
  const { path } = definition;
  const hidden = undecidedPhases(definition, now).filter((phase) => !hasDutyIn(posts, definition, phase));
  const ids = new Set(hidden.map(({ id }) => id));
  const isGone = (phase: string) => !path.phases.some(({ id }) => id === phase);
  return { size: ids.size, has: (phase) => ids.has(phase) || (ids.size > 0 && isGone(phase)) };
}

/** Whether an entry made in a phase is hidden with it: all but those whose act says that it tells nothing of a procurement. */
export function hidesEntry(type: string, phase: string, hidden: Hidden): boolean {
  if (!hidden.has(phase)) return false;
  const act: Pick<MigrationAct<never>, 'open'> | null = isFactType(type) ? acts[type] : null;
  return act?.open !== true;
}

/**
 * The phases whose entries tell of the procurement that is open: an RFI's up to where the path stands, since it is over before what
 * follows; any other's to the last, also where the path has gone back. Where none is open, all of them.
 */
export function toldIn({ path }: Where, { value, context }: Stood): string[] {
  const named = new Set(path.procurement?.phases);
  const ids = path.phases.map(({ id }) => id);
  const open = context.rfp?.open;
  const from = open && named.has(open.phase) ? ids.indexOf(open.phase) : 0;
  const here = ids.indexOf(standing({ value }).phase);
  const isBrief = open?.terms.form === 'rfi' && here >= from;
  return ids.slice(from, isBrief ? here + 1 : undefined).filter((id) => named.has(id));
}

const hasDutyIn = (posts: ReadonlySet<string>, definition: Where, phase: Phase): boolean =>
  [...dutyIn(definition, phase)].some((post) => posts.has(post));

/** True where one of these posts has a duty in each of these phases, decided or not: who sees one phase does not see the next by it. */
export function hasDuty(posts: ReadonlySet<string>, definition: Where, phases: readonly string[]): boolean {
  const sees = (id: string) =>
    definition.path.phases.some((phase) => phase.id === id && hasDutyIn(posts, definition, phase));
  return phases.length > 0 && phases.every(sees);
}

/** Whether an entry is kept from those without a duty for good: what is published of a procurement is its outcome. */
export function isInside(fact: { type: string }): boolean {
  if (!isFactType(fact.type)) return false;
  // An entry's fact is the fact of its own act; the compiler cannot pair the two through an index.
  const { inside }: Pick<MigrationAct<never>, 'inside'> = acts[fact.type];
  return typeof inside === 'function' ? inside(fact as never) : inside === true;
}

/** The same of a kind, where what the entry says is not at hand: true where it may be. */
export const isEverInside = (type: string): boolean => isFactType(type) && 'inside' in acts[type];

/** Whether whoever is not shown an entry is not told who sent it either: who scores is no secret of those who run it, and of them alone. */
export const keepsSender = (type: string): boolean => isFactType(type) && Object.hasOwn(acts[type], 'sealed');

/** Whether nobody but its author reads an entry yet, as things stand now. */
export function isSealed(fact: { type: string }, { context }: Pick<Stood, 'context'>): boolean {
  if (!isFactType(fact.type)) return false;
  // An entry's fact is the fact of its own act; the compiler cannot pair the two through an index.
  const act: Pick<MigrationAct<never>, 'sealed'> = acts[fact.type];
  return act.sealed?.(context, fact as never) === true;
}

/** The same memory without what is hidden; `words` stand where somebody's own words were. */
export function disclosed<T extends Stood>(snapshot: T, hidden: Hidden, words: string): T {
  const { context } = snapshot;
  if (hidden.size === 0) return snapshot;
  const shown: MigrationContext = {
    ...renoted(
      context,
      notedWithout(context.noted, (type, _key, { phase }) => hidesEntry(type, phase, hidden)),
    ),
    evidence: without(context.evidence, hidden),
    contract: context.contract && hidden.has(context.contract.phase) ? null : context.contract,
    passed: Object.fromEntries(
      Object.entries(context.passed).map(([phase, gate]) => [
        phase,
        hidden.has(phase) ? { ...gate, approvals: gate.approvals.map(withoutNote) } : gate,
      ]),
    ),
    ...(hidden.has(standing(snapshot).phase) ? wordless(context, words) : {}),
  };
  return { ...snapshot, context: shown };
}

/** What is said where the path stands, without its words. */
function wordless(
  { submission, approvals, goingBack, cancellation, pause }: MigrationContext,
  words: string,
) {
  return {
    submission: submission && withoutNote(submission),
    approvals: approvals.map(withoutNote),
    goingBack: goingBack && { ...goingBack, reason: words },
    cancellation: cancellation && { ...cancellation, reason: words },
    pause: pause && { ...pause, reason: words },
  };
}

/** What somebody wrote beside their voice, and what they asked for. */
function withoutNote<T extends { note?: string; provisos?: unknown }>({
  note: _note,
  provisos: _asked,
  ...rest
}: T): Omit<T, 'note' | 'provisos'> {
  return rest;
}

const without = <T>(kept: Record<string, T>, hidden: Hidden): Record<string, T> =>
  Object.fromEntries(Object.entries(kept).filter(([phase]) => !hidden.has(phase)));
