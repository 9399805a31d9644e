// A record without the gate of migrations and programmes: for machines of another trade, whose chains have no definition.

import { failureOf } from '../../ledger/chain/failure.ts';
import { noModels } from '../../ledger/models/rows.ts';
import type { Ledger } from '../../ledger/open.ts';
import { requestKey } from '../../machines/record/claim.ts';
import type { Entry } from '../../machines/record/entry.ts';
import { bodyOf } from '../../machines/record/reader.ts';

export function unguarded({ ledger }: { ledger: Ledger }): Ledger {
  return {
    ...ledger,
    append: async (entries) => {
      const bodies = entries.map(bodyOf);
      const standing = await ledger.database.sql<Entry[]>`
        select body, hash, snapshot, effects from append_entries(
          ${bodies[0]?.chain ?? ''}, ${bodies[0]?.seq ?? 0}, ${bodies.map(requestKey)}::text[],
          ${entries.map(({ body }) => body)}::text[], ${entries.map(({ hash }) => hash)}::text[],
          ${entries.map(({ snapshot }) => snapshot)}::text[], ${entries.map(({ effects }) => effects)}::text[],
          ${JSON.stringify(noModels())}::text::jsonb)`.catch((error: unknown) => {
        throw failureOf(error);
      });
      return standing.length === 0 ? { status: 'appended' } : { status: 'occupied', entries: [...standing] };
    },
  };
}
