// The tables as drizzle's queries see them; inbox and outbox are asked in written-out SQL. What PostgreSQL holds to is in schema-changes/; columns that only its own functions
// and triggers write are read here, never written.
import { boolean, date, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { BoardRow, DeadlineListing } from './models/rows.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const entry = pgTable('entry', {
  chain: text().notNull(),
  seq: integer().notNull(),
  latestOccurredOn: date('latest_occurred_on', { mode: 'string' }).notNull(),
  latestRecordedOn: date('latest_recorded_on', { mode: 'string' }).notNull(),
  backdated: boolean().notNull(),
  occurredBy: date('occurred_by', { mode: 'string' }).notNull(),
  recordedAt: instant('recorded_at').notNull(),
  wallAt: instant('wall_at').notNull(),
  programme: text().notNull(),
  requestKey: text('request_key').notNull(),
  type: text().notNull(),
  hash: text().notNull(),
  body: text().notNull(),
  snapshot: text().notNull(),
  effects: text().notNull(),
});

export const board = pgTable('board', {
  chain: text().primaryKey(),
  position: integer().notNull(),
  search: text().notNull(),
  row: jsonb('content').$type<BoardRow>().notNull(),
  programme: text().notNull(),
  wave: text().notNull(),
  phase: text().notNull(),
  activity: text().notNull(),
  regime: text().notNull(),
  overdue: integer().notNull(),
  version: integer().notNull(),
  waitingFor: jsonb('waiting_for').$type<string[]>().notNull(),
  stage: text(),
  live: boolean('is_live').notNull(),
  blocked: integer().notNull(),
  businesses: jsonb().$type<string[]>().notNull(),
  dueAt: instant('due_at'),
});

export const deadline = pgTable('deadline', {
  chain: text().notNull(),
  deadline: text().notNull(),
  row: jsonb('content').$type<DeadlineListing>().notNull(),
  programme: text().notNull(),
  status: text().notNull(),
  dueAt: instant('due_at'),
});
