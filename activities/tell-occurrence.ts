// What happened around a programme reaches the migrations whose deadlines are counted from it. Every step may be repeated; a migration
// that does not run learns of it when it is started.
import type { Client } from '@temporalio/client';
import type { Ledger } from '../ledger/open.ts';
import { chainOf } from '../machines/record/chain.ts';
import { fewAtOnce } from '../machines/values/at-once.ts';
import type { CallingActivities } from '../workflows/activities-wanted.ts';
import { migrationWorkflowId, updateIds } from '../workflows/messages.ts';
import { tellOne } from './tell-adoption.ts';
import { whileBeating } from './tell-workflows.ts';

export function occurrenceActivities(
  client: Client,
  ledger: Ledger,
): Pick<CallingActivities, 'tellOccurrence'> {
  return {
    tellOccurrence: ({ programme, entry }) =>
      whileBeating(async () => {
        const migrations = await ledger.definitions.firstMigrations(programme);
        const systems = migrations.map(({ definition }) => definition.system.id);
        await fewAtOnce(systems, async (system) => {
          const words = await ledger.unadopted(chainOf(programme, system));
          // What it is to adopt and to hear it takes by the same message, in the order of the record.
          if (words.length > 0)
            await tellOne(
              client,
              migrationWorkflowId(programme, system),
              { adopted: entry },
              updateIds.occurrence(entry),
            );
        });
      }),
  };
}
