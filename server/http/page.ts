// Pages of rows that are already all there: those of a past day, those of a few systems.

import { z } from 'zod';
import { type Page, type PageRequest, readCursor, writeCursor } from '../../ledger/models/cursor.ts';

const place = z.tuple([z.literal('at'), z.number().int().min(0)]);

export function pageOfRows<Item>(rows: readonly Item[], { cursor, limit }: PageRequest): Page<Item> {
  const from = readCursor(cursor, place)?.[1] ?? 0;
  const next = from + limit;
  return {
    items: rows.slice(from, next),
    nextCursor: rows.length > next ? writeCursor(['at', next]) : null,
  };
}
