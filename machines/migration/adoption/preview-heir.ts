// What a system that goes on with others would begin with: the very word that it is told, taken beforehand.
import type { MigrationDefinition, Text } from '../../definition/definition.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import { compareInstants, dayOf, type Instant } from '../../values/date.ts';
import { start, take } from '../migration.ts';
import { phaseOf } from '../phases.ts';
import { type MigrationSnapshot, standing } from '../state.ts';
import { continuationOf } from './continuing.ts';
import { type Ended, latestPhase } from './heritage.ts';

export interface HeirPreview {
  system: string;
  name: Text;
  from: string[];
  /** Why it cannot begin so. */
  refusals: Refusal[];
  businesses: string[];
  /** Where it begins; null where it goes on its own way. */
  begins: { phase: string; label: Text } | null;
  /** Its open deadlines, each with its day, as they arise with it. */
  deadlines: { label: Text; dueOn: string; isPast: boolean }[];
  /** National steps that are done or do not apply, of the businesses that it takes. */
  steps: number;
  papers: number;
  /** It has the selection and the contract from then on. */
  hasFigures: boolean;
}

/** @param stands where it walks already; null where it begins */
export function previewHeir(
  heir: MigrationDefinition,
  ended: readonly Ended[],
  stands: MigrationSnapshot | null,
  at: Instant,
): HeirPreview {
  const said = continuationOf(heir, ended, {
    amendment: Number.MAX_SAFE_INTEGER,
    isNew: stands === null,
    actor: { kind: 'programme', account: 'preview', name: 'preview', post: 'programme' },
    occurredOn: dayOf(at),
    at,
    reason: '-',
  });
  const { takes, begins } = said.fact.heritage;
  const before = stands ?? start(heir, { on: dayOf(at), at, continues: true });
  const { snapshot } = take(heir, before, { ...said, at });
  const { phase } = standing(snapshot);
  const statuses = Object.values(takes.steps).flatMap((business) => Object.values(business));
  return {
    system: heir.system.id,
    name: heir.system.name,
    from: ended.map(({ system }) => system),
    refusals: begins ? laterThan(heir, ended) : [],
    businesses: Object.keys(takes.steps),
    begins: begins && { phase, label: phaseOf(heir, phase).label },
    deadlines: begins ? dueIn(heir, snapshot, at) : [],
    steps: statuses.filter((status) => status === 'done' || status === 'notApplicable').length,
    papers: Object.values(takes.evidence).reduce((sum, papers) => sum + papers.length, 0),
    hasFigures: begins?.contract != null || begins?.selection != null,
  };
}

/** It would be further than those that it goes on with. */
function laterThan(heir: MigrationDefinition, ended: readonly Ended[]): Refusal[] {
  const order = heir.path.phases.map(({ id }) => id);
  const [wanted, latest] = [heir.system.continues?.phase, latestPhase(heir, ended)];
  if (wanted === undefined || order.indexOf(wanted) <= order.indexOf(latest)) return [];
  return [
    refusal('migration.laterPhase', {
      phase: phaseOf(heir, wanted).label,
      latest: phaseOf(heir, latest).label,
    }),
  ];
}

function dueIn(
  heir: MigrationDefinition,
  { context }: MigrationSnapshot,
  at: Instant,
): HeirPreview['deadlines'] {
  return heir.deadlines.flatMap(({ id, label }) => {
    const { status = 'waiting', dueOn = null, dueAt = null } = context.deadlines[id] ?? {};
    const isOpen = status === 'pending' || status === 'missed';
    return isOpen && dueOn !== null && dueAt !== null
      ? [{ label, dueOn, isPast: compareInstants(dueAt, at) <= 0 }]
      : [];
  });
}
