// The rows that boards, deadline lists and inboxes are made of, from definition, snapshot and entry. Pure, so that a
// row written with its entry, one rebuilt later and one of a past day are the same.
import type { MigrationDefinition, StepStatus, Text } from '../../machines/definition/definition.ts';
import { toldInName } from '../../machines/migration/seeing/telling.ts';
import type { MigrationSnapshot } from '../../machines/migration/state.ts';
import { type DeadlineRow, type MigrationSummary, summarize } from '../../machines/migration/summary.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import { chainOf } from '../../machines/record/chain.ts';
import type { Effect, Notice } from '../../machines/record/effect.ts';
import type { Entry, EntryBody } from '../../machines/record/entry.ts';
import { bodyOf, effectsIn } from '../../machines/record/reader.ts';
import { folded, wordsOf } from '../../machines/values/names/search.ts';

/** The entry that something rests on. */
export interface Head {
  seq: number;
  hash: string;
  occurredOn: string;
  recordedAt: string;
}

export interface BoardRow {
  chain: string;
  programme: string;
  system: string;
  name: Text;
  wave: string;
  businesses: string[];
  part: string | null;
  path: string;
  definitionVersion: number;
  /** The sequence number of the entry it rests on; 0 before the first. */
  version: number;
  head: Head | null;
  summary: MigrationSummary;
  /** business → national step → status. */
  steps: Record<string, Record<string, StepStatus>>;
  /** business → national step → why it is 対象外. */
  stepReasons: Record<string, Record<string, string>>;
}

export type DeadlineListing = DeadlineRow & { programme: string; system: string; name: Text };

export interface NoticeRow {
  chain: string;
  seq: number;
  /** Its place among the entry's effects. */
  index: number;
  post: string;
  system: string;
  name: Text;
  notice: Notice;
  recordedAt: string;
  rehearsal: boolean;
}

/** One notice on its way to a channel outside the inbox. */
export type Letter = Omit<NoticeRow, 'post'> & { to: string[] };

export interface ReadModels {
  boards: { chain: string; search: string; content: BoardRow }[];
  deadlines: { chain: string; deadline: string; content: DeadlineListing }[];
  notices: { chain: string; seq: number; index: number; post: string; content: NoticeRow }[];
  letters: { chain: string; seq: number; index: number; channel: string; letter: Letter }[];
}

export const noModels = (): ReadModels => ({ boards: [], deadlines: [], notices: [], letters: [] });

export function headOf(body: EntryBody, hash: string): Head {
  return { seq: body.seq, hash, occurredOn: body.occurredOn, recordedAt: body.recordedAt };
}

export function boardRow(
  definition: MigrationDefinition,
  snapshot: MigrationSnapshot,
  head: Head | null,
): BoardRow {
  const { programme, system, path } = definition;
  return {
    chain: chainOf(programme.code, system.id),
    programme: programme.code,
    system: system.id,
    name: system.name,
    wave: system.wave,
    businesses: system.businesses,
    part: partsWord(system),
    path: path.id,
    definitionVersion: definition.version,
    version: head?.seq ?? 0,
    head,
    summary: summarize(definition, snapshot),
    steps: snapshot.context.steps,
    stepReasons: snapshot.context.stepReasons,
  };
}

/** Which part of its businesses a system carries, as a board says it; null where all of them whole. */
function partsWord({ part, parts = {} }: MigrationDefinition['system']): string | null {
  const each = Object.entries(parts).map(([business, own]) => `${business}: ${own}`);
  return part ?? (each.length > 0 ? each.join('、') : null);
}

/** Everything under which a system is looked for, now and on a past day, as it is compared. */
export const searchOf = (row: BoardRow): string => wordsOf(row).map(foldedName).join('\n');

/** The same names come with every entry. */
const foldedNames = new Map<string, string>();
const MOST_NAMES = 20_000;
function foldedName(name: string): string {
  const known = foldedNames.get(name);
  if (known !== undefined) return known;
  const made = folded(name);
  if (foldedNames.size < MOST_NAMES) foldedNames.set(name, made);
  return made;
}

/** The board's row of a migration and its deadlines. */
export function modelsOfRow(row: BoardRow): Pick<ReadModels, 'boards' | 'deadlines'> {
  const { chain, programme, system, name } = row;
  return {
    boards: [{ chain, search: searchOf(row), content: row }],
    deadlines: row.summary.deadlines.map((deadline) => ({
      chain,
      deadline: deadline.deadline,
      content: { ...deadline, programme, system, name },
    })),
  };
}

/** What an entry's effects tell people: one letter per notice, for the posts it goes to. Of the many that tell nothing the body is not read. */
export function lettersOf(
  { system: { id: system, name } }: MigrationDefinition,
  entry: Pick<Entry, 'body' | 'effects'>,
): Letter[] {
  const told = effectsIn<Effect>(entry).flatMap((effect, index) =>
    effect.kind === 'notify' ? [{ index, notice: effect.notice, to: effect.to }] : [],
  );
  if (told.length === 0) return [];
  const { chain, seq, recordedAt, rehearsal } = bodyOf(entry);
  return told.map(({ index, notice, to }) => {
    return { chain, seq, index, system, name, notice, recordedAt, rehearsal, to };
  });
}

/** What an entry of a programme's own chain tells people. Its programme goes by its code where a system would stand. */
export function lettersOfProgramme(
  { code, name }: Pick<ProgrammeDefinition, 'code' | 'name'>,
  entry: Pick<Entry, 'body'>,
): Letter[] {
  const body = bodyOf(entry);
  const told = toldInName(body);
  if (told === null) return [];
  const { chain, seq, recordedAt, rehearsal } = body;
  const { to, notice } = told;
  return [{ chain, seq, index: 0, system: code, name, notice, recordedAt, rehearsal, to: [to] }];
}

export function noticesOf(letters: readonly Letter[]): ReadModels['notices'] {
  return letters.flatMap(({ to, ...letter }) =>
    to.map((post) => ({
      chain: letter.chain,
      seq: letter.seq,
      index: letter.index,
      post,
      content: { ...letter, post },
    })),
  );
}
