// A small change by which a body or a division comes, and decides at a gate where that is said.
import * as z from 'zod';
import { ownQuorum } from '../../decision/quorum.ts';
import { type Gate, id, type MigrationDefinition, text } from '../../definition/definition.ts';
import { type Changed, wrong } from './changing.ts';
import type { Wanted } from './proposal.ts';

export const bodyChange = z.strictObject({
  kind: z.literal('body'),
  id,
  label: text,
  members: z.number().int().min(1).max(1000),
  /** The gate at which it decides, after those who decide there; on every path that has the phase, or on one. */
  decides: z
    .strictObject({ phase: id, quorum: z.number().int().min(1).max(1000), path: id.optional() })
    .optional(),
});
type NewBody = z.infer<typeof bodyChange>;

export function addBody({ programme, migrations }: Wanted, given: NewBody): Changed {
  const { id: named, label, members, decides } = given;
  if (programme.bodies.some((one) => one.id === named))
    return { problem: wrong('change.bodyThere', { body: named }) };
  const isAsked = (one: MigrationDefinition) =>
    decides !== undefined && (decides.path === undefined || one.path.id === decides.path);
  const gates = migrations.flatMap((one) =>
    isAsked(one) ? one.path.phases.flatMap(({ id: phase, gate }) => (gate ? [phase] : [])) : [],
  );
  if (decides && !gates.includes(decides.phase))
    return {
      problem: wrong('change.unknown', { what: 'phase', id: decides.phase, known: [...new Set(gates)] }),
    };
  const body = { id: named, label, members };
  const quorum = ownQuorum(body, []);
  const settled = migrations.map((one) => ({
    ...one,
    bodies: [...one.bodies, { ...body, quorum }],
    path: decides && isAsked(one) ? asking(one.path, named, decides) : one.path,
  }));
  return {
    wanted: { programme: { ...programme, bodies: [...programme.bodies, body] }, migrations: settled },
  };
}

const asking = (
  path: MigrationDefinition['path'],
  body: string,
  { phase, quorum }: NonNullable<NewBody['decides']>,
): MigrationDefinition['path'] => {
  const withIt = (gate: Gate): Gate => ({ ...gate, approvals: [...gate.approvals, { body, quorum }] });
  const phases = path.phases.map((one) =>
    one.id === phase && one.gate ? { ...one, gate: withIt(one.gate) } : one,
  );
  return { ...path, phases };
};
