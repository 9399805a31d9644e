// The access log outside the chains: what its ids alone can tell. A gap is an attempt that was rolled back, an unclean stop
// of the database (which skips up to 32), or a deletion; which of them cannot be told from here.
import type postgres from 'postgres';
import type { Findings } from '../findings.ts';

export async function checkAccessIds(tx: postgres.TransactionSql, findings: Findings): Promise<void> {
  const [all] = await tx<{ rows: string }[]>`select count(*) as rows from public.access_log`;
  const gaps = await tx<{ id: string; missing: string }[]>`
    select id, id - before - 1 as missing from (
      select id, lag(id, 1, 0::bigint) over (order by id) as before from public.access_log) as placed
    where id <> before + 1 order by id limit 1000`;
  findings.looked('access', Number(all?.rows ?? 0));
  for (const { id, missing } of gaps) {
    const detail = `${missing} before ${id}`;
    findings.found({ chain: 'access_log', seq: 0, what: 'accessGap', recordedAt: null, detail });
  }
}
