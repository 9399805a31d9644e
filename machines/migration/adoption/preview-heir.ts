// What a system that goes on with others would begin with: the very word that it is told, taken beforehand.
import { type Derivation, derivationOf } from '../../deadline/derivation.ts';
import { isOpen } from '../../deadline/status.ts';
import { type MigrationDefinition, partOfBusiness, type Text } from '../../definition/definition.ts';
import type { Fallen } from '../../record/fallen.ts';
import { PAPERS } from '../../record/limits.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import { compareInstants, dayOf, type Instant } from '../../values/date.ts';
import { type WorkAhead, workAhead } from '../gate/work-ahead.ts';
import { start, take } from '../migration.ts';
import { phaseOf } from '../phases.ts';
import { type MigrationContext, type MigrationSnapshot, standing } from '../state.ts';
import { type Ended, latestPhase, mayBeginIn } from './beginning.ts';
import { continuationOf, fallenIn } from './continuing.ts';

export interface HeirPreview {
  system: string;
  name: Text;
  from: string[];
  /** Why it cannot begin so. */
  refusals: Refusal[];
  businesses: string[];
  /** Of each business that it takes a part of: which. */
  parts: Record<string, string>;
  /** Where it begins; null where it goes on its own way. */
  begins: { phase: string; label: Text } | null;
  /** Its open deadlines, each with its day, as they arise with it. */
  deadlines: DeadlineAhead[];
  /** National steps that are done or do not apply, of the businesses that it takes. */
  steps: number;
  papers: number;
  /** It has the selection and the contract from then on. */
  hasFigures: boolean;
  /** It stands still as those before it did. */
  isHeld: boolean;
  /** What of those before it it does not have. */
  falls: Fallen[];
  /** What of it lies ahead for people; null where it begins as cancelled. */
  work: WorkAhead | null;
}

export interface DeadlineAhead {
  label: Text;
  dueOn: string;
  isPast: boolean;
  /** Its day of those that it goes on with; null where none of them has it. */
  was: string | null;
  /** By which rule the day comes about. */
  derivation: Derivation;
}

/** One that walks already: as it will stand once it has adopted the edition, and what it carried before. */
export interface Walking {
  snapshot: MigrationSnapshot;
  carried: readonly string[];
}

/** @param stands null where it begins */
export function previewHeir(
  heir: MigrationDefinition,
  ended: readonly Ended[],
  stands: Walking | null,
  at: Instant,
): HeirPreview {
  const said = continuationOf(heir, ended, {
    amendment: Number.MAX_SAFE_INTEGER,
    carried: stands?.carried ?? null,
    actor: { kind: 'programme', account: 'preview', name: 'preview', post: 'programme' },
    occurredOn: dayOf(at),
    at,
    reason: '-',
  });
  const { takes, begins } = said.fact.heritage;
  const before = stands?.snapshot ?? start(heir, { on: dayOf(at), at, continues: true });
  const { snapshot } = take(heir, before, { ...said, at });
  const { phase, activity } = standing(snapshot);
  const statuses = Object.values(takes.steps).flatMap((business) => Object.values(business));
  return {
    system: heir.system.id,
    name: heir.system.name,
    from: ended.map(({ system }) => system),
    refusals: [
      ...(begins ? laterThan(heir, ended) : cannotTake(before, ended)),
      ...tooMany(snapshot.context),
    ],
    businesses: Object.keys(takes.steps),
    parts: partsOf(heir.system, Object.keys(takes.steps)),
    begins: begins && { phase, label: phaseOf(heir, phase).label },
    deadlines: begins ? deadlinesAhead(heir, snapshot, at, ended) : [],
    steps: statuses.filter((status) => status === 'done' || status === 'notApplicable').length,
    papers: Object.values(takes.evidence).reduce((sum, papers) => sum + papers.length, 0),
    hasFigures: begins?.contract != null || begins?.selection != null,
    isHeld: begins !== null && activity === 'onHold',
    falls: [
      ...fallenIn(said.fact, before.context, snapshot.context),
      ...lapsed(heir, begins?.deadlines ?? {}, snapshot.context, ended),
    ],
    work: workAhead(heir, snapshot),
  };
}

function partsOf(
  system: MigrationDefinition['system'],
  businesses: readonly string[],
): Record<string, string> {
  const found = businesses.flatMap((business) => {
    const part = partOfBusiness(system, business);
    return part === null ? [] : [[business, part] as const];
  });
  return Object.fromEntries(found);
}

/** Extensions of which the rule counts to another day where it begins. */
function lapsed(
  { deadlines }: MigrationDefinition,
  before: MigrationContext['deadlines'],
  after: MigrationContext,
  [first]: readonly Ended[],
): Fallen[] {
  return deadlines.flatMap(({ id, label }): Fallen[] => {
    const extension = before[id]?.extension;
    if (extension === undefined || after.deadlines[id]?.extension !== undefined) return [];
    return [{ kind: 'extension', of: first?.system ?? '', deadline: label, dueOn: extension.dueOn }];
  });
}

/** What goes its own way takes nothing that its own way could not complete. */
function cannotTake(own: MigrationSnapshot, ended: readonly Ended[]): Refusal[] {
  const { live, pause } = own.context;
  const systems = ended.filter(({ snapshot }) => !snapshot.context.live).map(({ system }) => system);
  return [
    ...(own.value.activity === 'cancelled'
      ? [refusal('migration.cancelledIsNoHeir', { on: pause?.on ?? '' })]
      : []),
    ...(live && systems.length > 0 ? [refusal('migration.liveHeir', { systems })] : []),
  ];
}

/** A run carries every paper that it takes. */
function tooMany({ evidence }: MigrationContext): Refusal[] {
  const counts = Object.values(evidence).map((papers) => papers.length);
  const would = counts.reduce((sum, count) => sum + count, 0);
  return would > PAPERS.migration
    ? [refusal('limit.papers', { within: 'migration', would, most: PAPERS.migration })]
    : [];
}

/** It would be further than those that it goes on with. */
function laterThan(heir: MigrationDefinition, ended: readonly Ended[]): Refusal[] {
  const [wanted, latest] = [heir.system.continues?.phase, latestPhase(heir, ended)];
  if (wanted === undefined || mayBeginIn(heir, latest).includes(wanted)) return [];
  return [
    refusal('migration.laterPhase', {
      phase: phaseOf(heir, wanted).label,
      latest: phaseOf(heir, latest).label,
    }),
  ];
}

/** Of a system that begins, as they stand then. @param before those that it goes on with */
export function deadlinesAhead(
  definition: MigrationDefinition,
  { context }: MigrationSnapshot,
  at: Instant,
  before: readonly Ended[] = [],
): DeadlineAhead[] {
  return definition.deadlines.flatMap((deadline) => {
    const { id, label } = deadline;
    const { status = 'waiting', dueOn = null, dueAt = null } = context.deadlines[id] ?? {};
    if (!isOpen({ status }) || dueOn === null || dueAt === null) return [];
    const was = before.flatMap(({ snapshot }) => snapshot.context.deadlines[id]?.dueOn ?? [])[0] ?? null;
    const derivation = derivationOf(definition, deadline, context);
    return [{ label, dueOn, isPast: compareInstants(dueAt, at) <= 0, was, derivation }];
  });
}
