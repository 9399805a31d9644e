// What is decided on, beside what was there when the phase was last returned: read from the record, where the state before the return stands.
import type { Ledger } from '../../ledger/open.ts';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import { phaseNow } from '../../machines/migration/authority/power.ts';
import { bundleOf, changesBetween } from '../../machines/migration/bundle/bundle.ts';
import { type MigrationSnapshot, standing } from '../../machines/migration/state.ts';
import { chainOf } from '../../machines/record/chain.ts';
import type { Since } from '../views/decisions-view.ts';
import { lastSentBack } from './returned.ts';
import type { State } from './state.ts';

const bundleIn = (definition: MigrationDefinition, { context }: MigrationSnapshot, phase: string) =>
  bundleOf({ definition, context, here: phaseNow(definition, context, phase) });

/** Null where its phase was never returned, or its programme does not say how it decides. */
export async function changedSince(
  ledger: Ledger,
  { code, system }: { code: string; system: string },
  { definition, snapshot }: State,
): Promise<Since | null> {
  if (!definition.decisions) return null;
  const { phase } = standing(snapshot);
  const chain = chainOf(code, system);
  const last = await lastSentBack(ledger, { programme: code, chain, asOf: null });
  if (!last || last.back.phase !== phase) return null;
  const { body } = last;
  const entered = await ledger.enteredAt(chain, body.seq);
  if (!entered) return null;
  const { ground } = entered;
  const before = bundleIn(ground.definition, ground.before, phase);
  return { on: body.occurredOn, changes: changesBetween(before, bundleIn(definition, snapshot, phase)) };
}
