// Small changes by which a system goes, and by which a programme is closed.
import * as z from 'zod';
import { id, type MigrationDefinition, paragraph, retiredAs } from '../../definition/definition.ts';
import { withoutAwaiting } from '../../definition/dependents.ts';
import { countsFor } from '../../migration/steps/national-steps.ts';
import { type Changed, systemIn, unknownSystem, wrong } from './changing.ts';
import type { Wanted } from './proposal.ts';

const retireChange = z.strictObject({
  kind: z.literal('retire'),
  system: id,
  as: retiredAs,
  reason: paragraph,
  /** Whoever waits for a milestone of it does not wait any more. */
  release: z.boolean().optional(),
});
const closeChange = z.strictObject({ kind: z.literal('close'), reason: paragraph });

export const endingChanges = [retireChange, closeChange] as const;

export function retire(wanted: Wanted, given: z.infer<typeof retireChange>): Changed {
  const { system: named, as, reason, release = false } = given;
  const found = systemIn(wanted, named);
  if (!found) return unknownSystem(wanted, named);
  if (found.system.retired) return { problem: wrong('change.already', { what: named }) };
  const migrations = wanted.migrations.map((one) => {
    if (one.system.id === named) return { ...one, system: { ...one.system, retired: { as, reason } } };
    return release ? withoutAwaiting(one, named) : one;
  });
  return {
    wanted:
      as === 'notApplicable' ? outside({ ...wanted, migrations }, found, reason) : { ...wanted, migrations },
  };
}

/** What no system does any more is 対象外 of the municipality, for the same reason. */
function outside({ programme, migrations }: Wanted, { system }: MigrationDefinition, reason: string): Wanted {
  const businesses = programme.businesses.map((business) => {
    const { name, applies } = business;
    const isLeft = system.businesses.includes(name) && !migrations.some((one) => countsFor(name, one));
    return applies && isLeft ? { name, applies: false, reason } : business;
  });
  return { programme: { ...programme, businesses }, migrations };
}

export function close({ programme, migrations }: Wanted, { reason }: z.infer<typeof closeChange>): Changed {
  return {
    wanted: {
      programme: { ...programme, closed: reason },
      migrations: migrations.map((one) => ({ ...one, programme: { ...one.programme, closed: reason } })),
    },
  };
}
