// Migrations whose board does not rest on the newest entry of their chain: written in one transaction, they never differ
// unless somebody has changed one of the two.
import type { Database } from '../database.ts';

export async function laggingBoards({ sql }: Database): Promise<string[]> {
  const rows = await sql<{ chain: string }[]>`
    select board.chain from board left join lateral (
      select seq from entry where entry.chain = board.chain order by seq desc limit 1
    ) head on true
    where board.version <> coalesce(head.seq, 0) order by board.chain limit 200`;
  return rows.map(({ chain }) => chain);
}
