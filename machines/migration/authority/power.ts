// Who decides a gate as things stand: the bodies that it asks, and where it names a matter, the post of the programme's table (専決) for
// the amount on record.

import { type Amount, amountOf, decidedBy, deciderOf, limitOf, postsOf } from '../../decision/authority.ts';
import type { Matter } from '../../definition/decisions.ts';
import type { Gate, MigrationDefinition, Phase } from '../../definition/definition.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import type { Case } from '../act.ts';
import { notedWithout } from '../noted/noted.ts';
import { phaseOf } from '../phases.ts';
import { amountsIn } from '../procurement/amount-of-matter.ts';
import type { MigrationContext } from '../state.ts';

type Deciding = Pick<MigrationDefinition, 'decisions'>;
type Recorded = Pick<MigrationContext, 'contract' | 'noted'>;

/** What the record says that a matter comes to. */
export const amountIn = (context: Recorded): Amount | null => amountOf(amountsIn(context));

/** What a gate of the path could rest on: all that was recorded no later than in its phase. */
export function knownAt(
  { path }: Pick<MigrationDefinition, 'path'>,
  context: Recorded,
  phase: string,
): Recorded {
  const place = (id: string) => path.phases.findIndex((one) => one.id === id);
  const isKnown = (one: { phase: string }) => place(one.phase) <= place(phase);
  const { contract, noted } = context;
  return {
    contract: contract && isKnown(contract) ? contract : null,
    ...notedWithout(noted, (_type, _key, note) => !isKnown(note)),
  };
}

export const matterOf = ({ decisions }: Deciding, gate: Gate | undefined): Matter | undefined =>
  decisions?.matters?.find(({ id }) => id === gate?.matter);

/** While the amount is not known, whoever decides the highest is waited for. */
function decidedIn(definition: Deciding, context: Recorded, gate: Gate): Gate {
  const matter = matterOf(definition, gate);
  if (!matter) return gate;
  const post = deciderOf(matter, amountIn(context)) ?? postsOf(matter).at(-1);
  return post === undefined ? gate : decidedBy(gate, post);
}

/** A phase with its gate as it is decided now. */
export function asDecided(definition: Deciding, context: Recorded, phase: Phase): Phase {
  return phase.gate ? { ...phase, gate: decidedIn(definition, context, phase.gate) } : phase;
}

/** The same object where no matter is decided by a table. */
export function phaseNow(definition: MigrationDefinition, context: Recorded, phase: string): Phase {
  const found = phaseOf(definition, phase);
  return matterOf(definition, found.gate) ? asDecided(definition, context, found) : found;
}

/** Why a post of the table does not decide here, though it may decide such matters; null for any other post. */
export function beyondPower({
  definition,
  context,
  event,
  here,
}: Pick<Case, 'definition' | 'context' | 'event' | 'here'>): Refusal | null {
  const { post } = event.actor;
  const matter = matterOf(definition, here.gate);
  const limitYen = matter && limitOf(matter, post);
  if (!matter || limitYen === undefined) return null;
  const amount = amountIn(context);
  const decides = deciderOf(matter, amount);
  const { label } = matter;
  if (decides === null) return unknownAmount(definition, matter);
  return decides === post || amount === null
    ? null
    : refusal('authority.otherDecides', { matter: label, post, limitYen, decides, ...amount });
}

const unknownAmount = ({ path }: Pick<MigrationDefinition, 'path'>, { label }: Matter): Refusal =>
  refusal('authority.amountUnknown', { matter: label, who: path.control.facts });

/** Nobody decides alone while the record says no amount. */
export function powerObjections(given: Pick<Case, 'definition' | 'context' | 'event' | 'here'>): Refusal[] {
  const matter = matterOf(given.definition, given.here.gate);
  if (!matter || deciderOf(matter, amountIn(given.context)) !== null) return [];
  const isWaitedFor = postsOf(matter).at(-1) === given.event.actor.post;
  return isWaitedFor ? [unknownAmount(given.definition, matter)] : [];
}
