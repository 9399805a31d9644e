// Notices on their way to channels outside the inbox. A letter is leased to one dispatcher at a time; one that dies
// with it lets the lease run out, so a letter arrives at least once.
import type { Database } from '../database.ts';
import type { Letter } from './rows.ts';

export interface LeasedLetter {
  channel: string;
  /** This attempt's number, from 1. */
  attempts: number;
  letter: Letter;
}

export interface Outbox {
  /** Letters that are due on these channels, eldest first; nobody else gets them until the lease runs out. */
  lease: (channels: readonly string[], limit: number, leaseMs: number) => Promise<LeasedLetter[]>;
  delivered: (leased: LeasedLetter) => Promise<void>;
  failed: (leased: LeasedLetter, why: string, retryInMs: number) => Promise<void>;
  /** Letters not delivered yet, and the most attempts that any of them has taken. */
  waiting: () => Promise<{ letters: number; attempts: number }>;
  /** Letters that so many attempts have not delivered, and what the last attempt of one of them met. */
  stuck: (attempts: number) => Promise<{ letters: number; why: string | null }>;
}

const milliseconds = (count: number) => `${count} milliseconds`;

export function outboxOf({ sql }: Database): Outbox {
  const isThis = ({ channel, letter: { chain, seq, index } }: LeasedLetter) =>
    sql`(chain, seq, index, channel) = (${chain}, ${seq}, ${index}, ${channel})`;
  return {
    lease: async (channels, limit, leaseMs) => {
      const leased = await sql<LeasedLetter[]>`
        update outbox set attempts = attempts + 1, due_at = now() + ${milliseconds(leaseMs)}::interval
        where (chain, seq, index, channel) in (
          select chain, seq, index, channel from outbox
          where delivered_at is null and due_at <= now() and channel = any (${[...channels]}::text[])
          order by due_at, chain, seq, index limit ${limit} for update skip locked)
        returning channel, attempts, letter`;
      return [...leased].sort((a, b) => order(a.letter, b.letter));
    },
    delivered: async (leased) => {
      await sql`update outbox set delivered_at = now(), last_error = null where ${isThis(leased)}`;
    },
    failed: async (leased, why, retryInMs) => {
      await sql`update outbox set due_at = now() + ${milliseconds(retryInMs)}::interval, last_error = ${why}
        where ${isThis(leased)} and delivered_at is null`;
    },
    waiting: async () => {
      const [row] = await sql<{ letters: number; attempts: number }[]>`
        select count(*)::integer as letters, coalesce(max(attempts), 0) as attempts
        from outbox where delivered_at is null`;
      return row ?? { letters: 0, attempts: 0 };
    },
    stuck: async (attempts) => {
      const [row] = await sql<{ letters: number; why: string | null }[]>`
        select count(*)::integer as letters, max(last_error) as why
        from outbox where delivered_at is null and attempts >= ${attempts}`;
      return row ?? { letters: 0, why: null };
    },
  };
}

function order(a: Letter, b: Letter): number {
  return Date.parse(a.recordedAt) - Date.parse(b.recordedAt) || a.seq - b.seq || a.index - b.index;
}
