// The functions of the database against those that this program's schema changes wrote: their source, with whose rights they
// run, what they set, and who may call them.
import type postgres from 'postgres';
import type { Fault } from '../wrong.ts';
import type { SchemaWords, WrittenFunction } from './schema-words.ts';

type Tx = postgres.TransactionSql;
export type Say = (what: Fault, of: string, detail: string) => void;

interface Row {
  name: string;
  source: string;
  text: boolean;
  definer: boolean;
  settings: string[];
}

export async function functions(tx: Tx, { functions: wanted }: SchemaWords, say: Say): Promise<number> {
  const found = await tx<Row[]>`
    select proname as name, prosrc as source, prosqlbody is null as text, prosecdef as definer,
      coalesce(proconfig, '{}') as settings
    from pg_catalog.pg_proc where pronamespace = 'public'::regnamespace`;
  for (const [name, written] of wanted) {
    const same = found.filter((row) => row.name === name);
    if (same.length > 1) say('function', name, 'overloaded');
    else if (!same[0] || !isAsWritten(same[0], written)) say('function', name, 'source');
  }
  for (const { name } of found) if (!wanted.has(name)) say('function', name, 'added');
  return wanted.size;
}

const isAsWritten = ({ source, text, definer, settings }: Row, written: WrittenFunction): boolean =>
  text &&
  source.replaceAll(/--[^\n]*/g, '') === written.source &&
  definer === written.definer &&
  settings.join('; ') === written.settings.join('; ');

/** The roles, but for its owner, that may call what not everyone may. */
export async function callers(tx: Tx, closed: readonly string[], say: Say): Promise<string[]> {
  const found = await tx<{ name: string; role: string | null }[]>`
    select distinct p.proname as name, r.rolname as role
    from pg_catalog.pg_proc p
      cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) as a
      left join pg_catalog.pg_roles r on r.oid = a.grantee
    where p.pronamespace = 'public'::regnamespace and p.proname = any (${[...closed]}::text[])
      and a.grantee <> p.proowner`;
  for (const { name, role } of found) if (role === null) say('right', name, 'public: execute');
  return found.flatMap(({ role }) => role ?? []);
}
