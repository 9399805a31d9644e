// Pages and the cursors between them: the sort key of the last row given, opaque to whoever carries it.
import { z } from 'zod';
import { isStorable } from '../../machines/values/text.ts';

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

export interface PageRequest {
  cursor?: string | undefined;
  limit: number;
}

export class CursorFailure extends Error {
  override readonly name = 'CursorFailure';
}

/** What a cursor's parts may be: whoever sends one may have made it up, and the database compares them. */
export const cursorWord = z.string().max(400).refine(isStorable);
export const cursorNumber = z.number().int().min(-2_147_483_648).max(2_147_483_647);
/** As the database reads it, whatever offset it was written with. */
export const cursorInstant = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .refine((at) => at.getUTCFullYear() >= 1 && at.getUTCFullYear() <= 9999)
  .transform((at) => at.toISOString());

export function writeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** @throws CursorFailure for a text that is no cursor of this list */
export function readCursor<Key>(cursor: string | undefined, shape: z.ZodType<Key>): Key | null {
  if (cursor === undefined) return null;
  const parsed = shape.safeParse(jsonOf(cursor));
  if (!parsed.success) throw new CursorFailure('not a cursor of this list');
  return parsed.data;
}

function jsonOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}

/** Cuts the one row more than asked for, by which it is known that another page follows. */
export function pageOf<Item>(
  rows: Item[],
  limit: number,
  key: (last: Item) => readonly (string | number)[],
): Page<Item> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? writeCursor(key(last)) : null };
}
