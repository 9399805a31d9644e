// 除斥: who has an interest in a matter says so, and takes no part in deciding it; nor does whoever would decide in their name. Their body
// decides with those that are left, where they are enough.
import type { Tally } from '../../decision/tally.ts';
import type { MigrationDefinition } from '../../definition/definition.ts';
import { answersFor } from '../../record/deputy.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import type { Case } from '../act.ts';
import type { MigrationContext, Recusal } from '../state.ts';

type Memory = Pick<MigrationContext, 'recused'>;

/** Those that hold for the gate of a phase. */
export const recusedAt = ({ recused = [] }: Memory, phase: string): Recusal[] =>
  recused.filter((one) => one.phase === undefined || one.phase === phase);

export function recusedObjections({
  context,
  definition,
  event,
  here,
}: Pick<Case, 'context' | 'definition' | 'event' | 'here'>): Refusal[] {
  const mine = answersFor(event.actor);
  const own = recusedAt(context, here.id).find(({ account }) => mine.includes(account));
  if (!own) return [];
  const { account, on, reason } = own;
  const { post } = event.actor;
  const members = membersOf(definition, post);
  const left = members - seatsRecused(context, here.id, post).length;
  return [refusal('gate.recused', { account, body: post, on, reason, left })];
}

const membersOf = ({ bodies }: Pick<MigrationDefinition, 'bodies'>, body: string): number =>
  bodies.find(({ id }) => id === body)?.members ?? 1;

/** Members of a body who take no part, each once, by name. */
function seatsRecused(context: Memory, phase: string, body: string): string[] {
  const seats = new Map(
    recusedAt(context, phase)
      .filter((one) => one.body === body)
      .map(({ account, name }) => [account, name]),
  );
  return [...seats.values()];
}

/** Why a body cannot come to its quorum by its members any more, and who sees to it; null where it can. */
export function outOfReach(
  definition: MigrationDefinition,
  context: Memory,
  phase: string,
  { body, quorum, complete }: Pick<Tally, 'body' | 'quorum' | 'complete'>,
): Refusal | null {
  const recused = seatsRecused(context, phase, body);
  const members = membersOf(definition, body);
  if (complete || recused.length === 0 || members - recused.length >= quorum) return null;
  return refusal('gate.outOfReach', { body, quorum, members, recused, plans: definition.path.control.plan });
}
