// What a superuser does by hand: guards taken away and put back, tails hashed anew, read models made to fit.
import type postgres from 'postgres';
import { CHANNELS } from '../../ledger/chain/append.ts';
import { parseDefinitions } from '../../ledger/definitions/definitions.ts';
import { Parts, partsIn } from '../../ledger/definitions/parts.ts';
import { lettersOf } from '../../ledger/models/rows.ts';
import { migrationDeed, migrationPlayable } from '../../machines/migration/playable.ts';
import { fold } from '../../machines/play/fold.ts';
import { programmeDeed, programmePlayable } from '../../machines/programme/playable.ts';
import { type Entry, type EntryBody, GENESIS, seal } from '../../machines/record/entry.ts';
import type { Copy } from './prepared.ts';

export type Tx = postgres.TransactionSql;

const GUARDED = ['entry', 'definition', 'definition_part', 'access_log', 'programme_loading'];

/** With the guards of record and definitions away, and afterwards as they were. */
export async function unguarded({ admin }: Copy, act: (tx: Tx) => Promise<unknown>): Promise<void> {
  await admin.begin(async (tx) => {
    for (const table of GUARDED) await tx`alter table ${tx(table)} disable trigger user`;
    await act(tx);
    for (const table of GUARDED) {
      await tx`alter table ${tx(table)} enable trigger user`;
      await tx`alter table ${tx(table)} enable always trigger append_only`;
    }
    await tx`alter table programme_loading enable always trigger completed`;
  });
}

interface EntryParts {
  body: EntryBody;
  snapshot: unknown;
  effects: unknown;
}

/** Alters entries from one on and hashes each anew, so that the chain fits again. */
export async function rehash(
  tx: Tx,
  chain: string,
  from: number,
  alter: (parts: EntryParts) => EntryParts,
): Promise<void> {
  const rows = await tx<(Entry & { seq: number })[]>`
    select seq, body, hash, snapshot, effects from entry where chain = ${chain} order by seq`;
  let prev = rows.find(({ seq }) => seq === from - 1)?.hash ?? GENESIS;
  for (const row of rows.filter(({ seq }) => seq >= from)) {
    const parsed = {
      body: JSON.parse(row.body) as EntryBody,
      snapshot: JSON.parse(row.snapshot) as unknown,
      effects: JSON.parse(row.effects) as unknown,
    };
    const { body, snapshot, effects } = alter(parsed);
    const entry = seal({ ...body, prev }, snapshot, effects);
    await tx`update entry set body = ${entry.body}, hash = ${entry.hash}, snapshot = ${entry.snapshot},
      effects = ${entry.effects} where chain = ${chain} and seq = ${row.seq}`;
    prev = entry.hash;
  }
}

/** Decides a migration's whole chain anew with its bodies altered: what a forger with our own program would do. */
export async function decideAnew(
  tx: Tx,
  chain: string,
  alter: (body: EntryBody) => EntryBody,
): Promise<void> {
  const [row] = await tx<{ json: string; begin: string }[]>`
    select json, begin from definition where chain = ${chain}`;
  const [kept] = row ? await parseDefinitions(new Parts(partsIn(tx)), [{ kind: 'migration', ...row }]) : [];
  if (kept?.kind !== 'migration') throw new Error('a migration has a definition');
  let { snapshot } = migrationPlayable(kept.definition).start(kept.begin);
  await rehash(tx, chain, 1, ({ body }) => {
    const altered = alter(body);
    const [decided] = fold(snapshot, [migrationDeed(kept.definition, altered)]);
    if (!decided) throw new Error('one event is one decision');
    ({ snapshot } = decided);
    return { body: altered, snapshot, effects: decided.effects };
  });
}

/** The same for a programme's own chain. */
export async function decideProgrammeAnew(tx: Tx, chain: string, alter: (body: EntryBody) => EntryBody) {
  const [row] = await tx<{ json: string }[]>`select json from definition where chain = ${chain}`;
  const [kept] = row
    ? await parseDefinitions(new Parts(partsIn(tx)), [{ kind: 'programme', begin: null, ...row }])
    : [];
  if (kept?.kind !== 'programme') throw new Error('a programme has a definition');
  let { snapshot } = programmePlayable(kept.definition).start();
  await rehash(tx, chain, 1, ({ body }) => {
    const altered = alter(body);
    const [decided] = fold(snapshot, [programmeDeed(kept.definition, altered)]);
    if (!decided) throw new Error('one event is one decision');
    ({ snapshot } = decided);
    return { body: altered, snapshot, effects: decided.effects };
  });
}

/** Board, deadlines, inbox and letters as they follow from what stands now. */
export async function makeModelsFit({ admin, ledger }: Copy): Promise<void> {
  await admin`delete from outbox`;
  await ledger.rebuildReadModels();
  const entries = await admin<
    (Entry & { chain: string })[]
  >`select chain, body, hash, snapshot, effects from entry`;
  for (const entry of entries.filter(({ chain }) => chain.includes('/'))) {
    const body = JSON.parse(entry.body) as EntryBody;
    const { definition } = await ledger.definitions.migration(entry.chain, body.versions.definition);
    for (const letter of lettersOf(definition, entry)) {
      for (const channel of CHANNELS) {
        await admin`insert into outbox (chain, seq, index, channel, letter)
          values (${letter.chain}, ${letter.seq}, ${letter.index}, ${channel}, ${JSON.stringify(letter)}::text::jsonb)`;
      }
    }
  }
}
