// Everything workflows ask of the world, as one object for a worker.
import type { Client } from '@temporalio/client';
import type { Ledger } from '../ledger/open.ts';
import type { CallingActivities, LedgerActivities } from '../workflows/activities-wanted.ts';
import { appendEntries } from './append-entries.ts';
import { confirmMoves } from './confirm-moves.ts';
import { followLedger } from './follow-ledger.ts';
import { adoptionActivities } from './tell-adoption.ts';
import { occurrenceActivities } from './tell-occurrence.ts';
import { callingActivities } from './tell-workflows.ts';

export interface ActivityNeeds {
  ledger: Ledger;
  client: Client;
}

export function createActivities({ ledger, client }: ActivityNeeds): LedgerActivities & CallingActivities {
  const [appending, following] = [appendEntries(ledger), followLedger(ledger)];
  return {
    ...appending,
    ...following,
    async appendForNews(entries, wallMs, asked) {
      const answer = await appending.appendEntries(entries, wallMs);
      return answer.status === 'appended' ? { ...answer, news: await following.news(asked) } : answer;
    },
    ...confirmMoves(ledger, appending),
    ...callingActivities(client, ledger),
    ...adoptionActivities(client, ledger),
    ...occurrenceActivities(client, ledger),
  };
}
