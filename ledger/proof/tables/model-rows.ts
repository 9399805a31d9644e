// The rows that the read models should hold for a chain, and those that they do hold: content and the columns beside it.

import type postgres from 'postgres';
import { programmeOf } from '../../../machines/record/chain.ts';
import { bodyOf } from '../../../machines/record/reader.ts';
import { CHANNELS } from '../../chain/append.ts';
import type { KeptMigration } from '../../definitions/definitions.ts';
import { beginning, lettersOfChain, rowsOfChain } from '../../models/rebuild.ts';
import {
  type BoardRow,
  type DeadlineListing,
  type Letter,
  lettersOfProgramme,
  type NoticeRow,
  noticesOf,
} from '../../models/rows.ts';
import type { KeptDefinitions } from '../kept-definitions.ts';
import type { ToldChain } from './told-chains.ts';

export type Model = 'board' | 'deadline' | 'notice' | 'letter';
/** `{table} {key}` → the row. */
export type Rows = Map<string, Row>;

export interface Row {
  content: unknown;
  /** The columns beside it, as the database has them. */
  beside: Record<string, unknown>;
}

export interface StoredRow {
  model: Model;
  chain: string;
  key: string;
  /** JSON. */
  content: string;
  beside: Row['beside'];
}

/** What a programme's own chain leads to: notices alone. Null where a definition is missing. */
export async function expectedOfProgramme(
  definitions: KeptDefinitions,
  chain: string,
  told: ToldChain | undefined,
): Promise<Rows | null> {
  const rows: Rows = new Map();
  const { versions = [], telling = [] } = told ?? {};
  const kept = await definitions.versions(chain);
  const definitionOf = (version: number) => {
    const found = kept.get(version)?.kept;
    return found?.kind === 'programme' ? found.definition : null;
  };
  if ([...versions].some((version) => definitionOf(version) === null)) return null;
  for (const entry of telling) {
    const definition = definitionOf(versionOf(entry.body));
    if (definition) tellRows(rows, lettersOfProgramme(definition, entry));
  }
  return rows;
}

function tellRows(rows: Rows, letters: readonly Letter[]): void {
  for (const { seq, index, post, content } of noticesOf(letters))
    rows.set(`notice ${seq}.${index} ${post}`, { content, beside: besideNotice(content) });
  for (const letter of letters)
    for (const channel of CHANNELS)
      rows.set(`letter ${letter.seq}.${letter.index} ${channel}`, { content: letter, beside: {} });
}

/** Null where a definition is missing, which another check names. */
export async function expectedRows(
  definitions: KeptDefinitions,
  chain: string,
  told: ToldChain | undefined,
): Promise<Rows | null> {
  const versions = await definitions.versions(chain);
  const kept = new Map<number, KeptMigration>();
  for (const [version, row] of versions) if (row.kept?.kind === 'migration') kept.set(version, row.kept);
  const models = told === undefined ? beginning(firstOf(kept)) : await modelsBy(kept, told);
  if (models === null) return null;
  const position = Math.max(0, ...[...versions.values()].map((row) => row.position));
  const rows: Rows = new Map();
  for (const { search, content } of models.boards)
    rows.set('board', { content, beside: { position, search, ...besideBoard(content) } });
  for (const { deadline, content } of models.deadlines)
    rows.set(`deadline ${deadline}`, { content, beside: besideDeadline(content) });
  tellRows(rows, models.letters);
  return rows;
}

/** Of every entry its own definition must be there. */
async function modelsBy(
  kept: ReadonlyMap<number, KeptMigration>,
  { versions, telling, last }: ToldChain,
): Promise<ReturnType<typeof beginning> | null> {
  if (![...versions].every((version) => kept.has(version))) return null;
  const deciding = async (version: number) => kept.get(version) as KeptMigration;
  const rows = await rowsOfChain(last, last.snapshot, deciding);
  return { ...rows, letters: await lettersOfChain(telling, deciding) };
}

const firstOf = (kept: ReadonlyMap<number, KeptMigration>) => [...kept.values()][0] ?? null;

// The bytes have passed the proof of the chain.
const versionOf = (body: string) => bodyOf({ body }).versions.definition;

const besideBoard = ({ programme, wave, version, summary }: BoardRow) => {
  const { phase, activity, regime, overdue, waitingFor } = summary;
  return { programme, wave, version, phase, activity, regime, overdue, waiting_for: waitingFor };
};
const besideDeadline = ({ programme, status, dueAt }: DeadlineListing) => ({
  programme,
  status,
  due_at: dueAt === null ? null : String(Date.parse(dueAt)),
});
const besideNotice = ({ chain, recordedAt }: NoticeRow) => ({
  programme: programmeOf(chain),
  recorded_at: String(Date.parse(recordedAt)),
});

/** As a text: an instant may be infinite, which no number of JSON is. */
const milliseconds = (tx: postgres.TransactionSql, column: string) =>
  tx`trim_scale(extract(epoch from ${tx(column)}) * 1000)::text`;

export async function storedRows(
  tx: postgres.TransactionSql,
  chains: readonly string[],
): Promise<StoredRow[]> {
  const ours = tx`chain = any (${[...chains]}::text[])`;
  const boards = tx<StoredRow[]>`
    select 'board' as model, chain, '' as key, content::text, jsonb_build_object('position', position, 'search', search,
      'programme', programme, 'wave', wave, 'version', version, 'phase', phase, 'activity', activity, 'regime', regime,
      'overdue', overdue, 'waiting_for', waiting_for) as beside
    from public.board where ${ours}`;
  const deadlines = tx<StoredRow[]>`
    select 'deadline' as model, chain, deadline as key, content::text, jsonb_build_object('programme', programme,
      'status', status, 'due_at', ${milliseconds(tx, 'due_at')}) as beside
    from public.deadline where ${ours}`;
  const notices = tx<StoredRow[]>`
    select 'notice' as model, chain, seq || '.' || index || ' ' || post as key, content::text, jsonb_build_object(
      'programme', programme, 'recorded_at', ${milliseconds(tx, 'recorded_at')}) as beside
    from public.notice where ${ours}`;
  const letters = tx<StoredRow[]>`
    select 'letter' as model, chain, seq || '.' || index || ' ' || channel as key, letter::text as content,
      '{}'::jsonb as beside
    from public.outbox where ${ours}`;
  // Asked one behind the other without waiting: the first that fails is the one that is told.
  return (await Promise.all([boards, deadlines, notices, letters])).flat();
}
