// Under review nothing of what is decided on is taken away or made otherwise, by whichever kind of act. Who can be refused is refused;
// where the word cannot be refused (a timer, another system, the programme), the approvals fall with what they rested on. In force where
// the programme says how it decides.
import { type Refusal, refusal } from '../../record/refusal.ts';
import type { Case } from '../act.ts';
import { phaseNow } from '../authority/power.ts';
import { isReviewed } from '../gate/basis.ts';
import type { MigrationContext } from '../state.ts';
import { bundleOf, goneFrom } from './bundle.ts';

/** What an act would take from under a gate that is decided; nothing where it ends that, or lays the submission down. */
function taken(given: Case, after: MigrationContext): string[] {
  const { definition, context, here } = given;
  if (!definition.decisions || !isReviewed(given) || after.submission === null) return [];
  const then = phaseNow(definition, after, here.id);
  return goneFrom(
    bundleOf({ definition, context, here }),
    bundleOf({ definition, context: after, here: then }),
  );
}

export function takenObjections(given: Case, after: MigrationContext): Refusal[] {
  const places = taken(given, after);
  const { gate } = given.here;
  const { kind } = given.event.actor;
  const isRefused = kind === 'person' || kind === 'import';
  return gate && isRefused && places.length > 0
    ? [refusal('gate.restsOn', { gate: gate.label, what: places.map(named) })]
    : [];
}

/** `fact/contractRecorded` → `contractRecorded`: as the rule of single facts names it. */
function named(place: string): string {
  const [kind = '', ...rest] = place.split('/');
  return kind === 'fact' || kind === 'step' ? (rest[0] ?? kind) : kind;
}

/** The memory without the approvals that rested on something else. */
export const withoutFallen = (given: Case, after: MigrationContext): MigrationContext =>
  after.approvals.length > 0 && taken(given, after).length > 0 ? { ...after, approvals: [] } : after;
