// The memory after an event: what its act changes, then what follows from every event alike, settled once.
import { settleDeadlines } from '../deadline/settle.ts';
import type { Case } from './act.ts';
import { actOf, type Fact } from './acts.ts';
import { dutiesGiven, withDuties } from './authority/duties.ts';
import { withoutFallen } from './bundle/standing-fast.ts';
import type { MigrationContext } from './state.ts';
import { movedOn } from './walk.ts';

export function change(given: Case<Fact>): MigrationContext {
  const { definition, event, fact } = given;
  const act = actOf(fact);
  const changed = decidedOf(given, act.change(given));
  const version = changed.version + 1;
  const acted = act.from.some((kind) => kind === 'person' || kind === 'import' || kind === 'programme');
  return {
    ...changed,
    version,
    movedOn: act.moves ? movedOn(given) : changed.movedOn,
    actedVersion: acted ? version : changed.actedVersion,
    importOpen: changed.importOpen && event.actor.kind !== 'person',
    deadlines: settleDeadlines(definition, changed, event.at),
  };
}

/** Where the programme says how it decides: duties are kept, and approvals fall with what they rested on. */
function decidedOf(given: Case<Fact>, changed: MigrationContext): MigrationContext {
  if (!given.definition.decisions) return changed;
  const duties = dutiesGiven(given, actOf(given.fact).duty, changed);
  return withDuties(given, duties, withoutFallen(given, changed));
}
