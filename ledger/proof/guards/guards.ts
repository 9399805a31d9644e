// The guards of the database against those that this program's schema changes put up: triggers in force, functions with
// their own source, columns that are still generated, tables that are tables, and no more rights than were granted.
import type postgres from 'postgres';
import { readSchemaChanges } from '../../schema-changes.ts';
import type { Findings } from '../findings.ts';
import { callers, functions, type Say } from './functions.ts';
import { type SchemaWords, schemaWords, type Trigger } from './schema-words.ts';

type Tx = postgres.TransactionSql;

/** Tables whose guards are looked at: the record, what is derived from it, and the access log. */
const TABLES = ['entry', 'definition', 'board', 'deadline', 'notice', 'notice_read', 'outbox', 'access_log'];

export async function checkGuards(tx: Tx, findings: Findings): Promise<void> {
  const words = schemaWords(readSchemaChanges().map(({ text }) => text));
  const say: Say = (what, of, detail) =>
    findings.found({ chain: of, seq: 0, what, recordedAt: null, detail });
  const counts = [
    await triggers(tx, words, say),
    await functions(tx, words, say),
    await tables(tx, words, say),
    await rights(tx, words, say),
  ];
  findings.looked(
    'guards',
    counts.reduce((sum, count) => sum + count, 0),
  );
}

async function triggers(tx: Tx, words: SchemaWords, say: Say): Promise<number> {
  const found = await tx<
    { table: string; name: string; run: string; enabled: string; type: number; plain: boolean }[]
  >`
    select c.relname as "table", t.tgname as name, p.proname as run, t.tgenabled as enabled, t.tgtype as type,
      t.tgqual is null and t.tgnargs = 0 as plain
    from pg_catalog.pg_trigger t join pg_catalog.pg_class c on c.oid = t.tgrelid
      join pg_catalog.pg_proc p on p.oid = t.tgfoid
    where c.relnamespace = 'public'::regnamespace and not t.tgisinternal`;
  const there = new Map(found.map((row) => [`${row.table} ${row.name}`, row]));
  const wanted = new Set(words.triggers.map(({ table, name }) => `${table} ${name}`));
  for (const trigger of words.triggers) {
    const row = there.get(`${trigger.table} ${trigger.name}`);
    const holds =
      row?.plain &&
      row.run === trigger.function &&
      row.enabled === (trigger.always ? 'A' : 'O') &&
      row.type === bitsOf(trigger);
    if (!holds) say('trigger', trigger.table, trigger.name);
  }
  for (const { table, name } of found) {
    if (TABLES.includes(table) && !wanted.has(`${table} ${name}`)) say('trigger', table, name);
  }
  return words.triggers.length;
}

/** pg_trigger.tgtype. */
function bitsOf({ when, each }: Trigger): number {
  const bits: Record<string, number> = { before: 2, insert: 4, delete: 8, update: 16, truncate: 32 };
  const words = when.split(' ').filter((word) => word !== 'or');
  return words.reduce((sum, word) => sum | (bits[word] ?? 0), each === 'row' ? 1 : 0);
}

async function tables(tx: Tx, { generated }: SchemaWords, say: Say): Promise<number> {
  const found = await tx<{ name: string; plain: boolean; generated: string[] }[]>`
    select c.relname as name,
      c.relkind = 'r' and c.relpersistence = 'p' and not c.relrowsecurity and not c.relhasrules
        and not exists (select from pg_catalog.pg_inherits i where c.oid in (i.inhrelid, i.inhparent)) as plain,
      array(select a.attname::text from pg_catalog.pg_attribute a
        where a.attrelid = c.oid and a.attgenerated = 's' and not a.attisdropped) as generated
    from pg_catalog.pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relname = any (${TABLES}::text[])`;
  for (const table of TABLES) {
    const row = found.find(({ name }) => name === table);
    if (!row?.plain) say('table', table, row ? 'kind' : 'gone');
    for (const column of generated.get(table) ?? []) {
      if (row && !row.generated.includes(column)) say('column', table, column);
    }
  }
  return TABLES.length;
}

/** Of everyone but the owner: the application has what was granted, others have nothing. */
async function rights(tx: Tx, { rights: wanted, closed }: SchemaWords, say: Say): Promise<number> {
  const found = await tx<{ table: string; role: string; rights: string[] }[]>`
    select c.relname as "table", coalesce(r.rolname, 'public') as role, array_agg(distinct lower(a.privilege_type)) as rights
    from pg_catalog.pg_class c
      left join pg_catalog.pg_attribute t on t.attrelid = c.oid and t.attacl is not null
      cross join lateral (
        select * from aclexplode(c.relacl) union all select * from aclexplode(t.attacl)) as a
      left join pg_catalog.pg_roles r on r.oid = a.grantee
    where c.relnamespace = 'public'::regnamespace and c.relname = any (${TABLES}::text[]) and a.grantee <> c.relowner
    group by 1, 2`;
  for (const { table, role, rights: held } of found) {
    const allowed = wanted.get(table) ?? [];
    const more = held.filter((right) => !allowed.includes(right));
    if (more.length > 0) say('right', table, `${role}: ${more.sort().join(', ')}`);
  }
  const roles = new Set([...found.map(({ role }) => role), ...(await callers(tx, closed, say))]);
  if (roles.size > 1) say('right', 'entry', [...roles].sort().join(', '));
  for (const { role, why } of await mighty(tx)) say('right', role, why);
  return found.length;
}

/** The role that asks, where it may do more than use the tables. */
function mighty(tx: Tx): Promise<{ role: string; why: string }[]> {
  return tx<{ role: string; why: string }[]>`
    select rolname as role, case when rolsuper then 'superuser' when rolbypassrls then 'bypassrls'
      when rolreplication then 'replication' when rolcreaterole then 'createrole' else 'owner' end as why
    from pg_catalog.pg_roles
    where rolname = current_user and (rolsuper or rolbypassrls or rolreplication or rolcreaterole
      or exists (select from pg_catalog.pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relname = any (${TABLES}::text[])
          and pg_has_role(current_user, c.relowner, 'member')))`;
}
