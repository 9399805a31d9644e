// Everything workflows ask of the world, as one object for a worker.
import type { Client } from '@temporalio/client';
import type { Ledger } from '../ledger/open.ts';
import type { CallingActivities, LedgerActivities } from '../workflows/activities-wanted.ts';
import { appendEntries } from './append-entries.ts';
import { followLedger } from './follow-ledger.ts';
import { adoptionActivities } from './tell-adoption.ts';
import { callingActivities } from './tell-workflows.ts';

export interface ActivityNeeds {
  ledger: Ledger;
  client: Client;
}

export function createActivities({ ledger, client }: ActivityNeeds): LedgerActivities & CallingActivities {
  return {
    ...appendEntries(ledger),
    ...followLedger(ledger),
    ...callingActivities(client),
    ...adoptionActivities(client, ledger),
  };
}
