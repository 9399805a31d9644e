// Which programmes are being taken in, and which are in: a loading begins with its definitions and comes to its end once its
// accounts have been told.
import type { Database } from '../database.ts';

export const loadingsOf = ({ sql }: Database) => ({
  /** One that was cut off goes on. */
  begin: async (code: string): Promise<void> => {
    await sql`insert into programme_loading (programme) values (${code}) on conflict do nothing`;
  },
  complete: async (code: string): Promise<void> => {
    await sql`
      update programme_loading set completed_at = now() where programme = ${code} and completed_at is null`;
  },
  isComplete: async (code: string): Promise<boolean> => {
    const rows = await sql`
      select from programme_loading where programme = ${code} and completed_at is not null`;
    return rows.length > 0;
  },
  /** Whether any programme is in. */
  anyComplete: async (): Promise<boolean> => {
    const rows = await sql`select from programme_loading where completed_at is not null limit 1`;
    return rows.length > 0;
  },
  /**
   * Programmes that are not in, as far as is known: nothing of theirs is watched, and nothing may be started but by loading them
   * again. Also those of whose loading nothing is said.
   */
  unfinished: async (): Promise<string[]> => {
    const rows = await sql<{ programme: string }[]>`
      select programme from (select programme from definition union select programme from programme_loading) known
      where not exists (
        select from programme_loading loading
        where loading.programme = known.programme and loading.completed_at is not null)
      order by programme`;
    return rows.map(({ programme }) => programme);
  },
});
