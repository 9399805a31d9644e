// The guards of the database as its own catalogues tell them: each by name, with its whole definition. Whatever else may get in the
// way of the record is told too, so that it is one guard too many.
import type postgres from 'postgres';
import type { Fault } from '../wrong.ts';

type Tx = postgres.TransactionSql;

/** Tables whose guards are looked at: the record, what is derived from it, people and what they hold, what is watched, and the access log. */
const TABLES = [
  'entry',
  'definition',
  'definition_part',
  'board',
  'deadline',
  'notice',
  'notice_read',
  'outbox',
  'access_log',
  'programme_loading',
  'person',
  'post_grant',
  'post_grant_before',
];

export interface Guard {
  /** What it is where it is not as it was made. */
  what: Extract<Fault, 'trigger' | 'right' | 'function' | 'table' | 'column' | 'key' | 'shadow'>;
  /** The table, function or role. */
  of: string;
  name: string;
  /** The whole of it; no role but the owner and the application is named otherwise than by its name. */
  is: string;
}

/** All of them as they stand; the application's role is the one that asks. */
export async function guardsOf(tx: Tx): Promise<Guard[]> {
  await tx`select set_config('quote_all_identifiers', 'off', true)`;
  const found: Guard[] = [];
  for (const ask of [tables, columns, keys, triggers, functions, rights, mighty, inTheWay]) {
    found.push(...(await ask(tx)));
  }
  return found;
}

/** Whose they must all be: the owner of the record. */
const owner = (tx: Tx) => tx`(select relowner from pg_catalog.pg_class where oid = 'public.entry'::regclass)`;
const asking = (tx: Tx) => tx`(select oid from pg_catalog.pg_roles where rolname = current_user)`;
const ours = (tx: Tx) => tx`c.relnamespace = 'public'::regnamespace and c.relname = any (${TABLES}::text[])`;

const tables = (tx: Tx) => tx<Guard[]>`
  select 'table' as what, c.relname as of, 'kind' as name, concat_ws(' ', c.relkind, c.relpersistence,
    case when c.relrowsecurity then 'policies' end, case when c.relhasrules then 'rules' end,
    case when exists (select from pg_catalog.pg_inherits i where c.oid in (i.inhrelid, i.inhparent)) then 'inherits' end,
    case when c.relowner <> ${owner(tx)} then 'of another owner' end) as is
  from pg_catalog.pg_class c where ${ours(tx)}`;

const columns = (tx: Tx) => tx<Guard[]>`
  select 'column' as what, c.relname as of, a.attname as name, concat_ws(' ', pg_catalog.format_type(a.atttypid, a.atttypmod),
    case when a.attnotnull then 'not null' end, nullif(a.attidentity, ''), nullif(a.attgenerated, ''),
    pg_catalog.pg_get_expr(d.adbin, d.adrelid)) as is
  from pg_catalog.pg_class c join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_catalog.pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where ${ours(tx)}`;

const keys = (tx: Tx) => tx<Guard[]>`
  select 'key' as what, c.relname as of, k.conname as name, pg_catalog.pg_get_constraintdef(k.oid) as is
  from pg_catalog.pg_class c join pg_catalog.pg_constraint k on k.conrelid = c.oid and k.contype in ('p', 'u', 'c', 'f', 'x')
  where ${ours(tx)}`;

/** Of all tables of ours, and those of the whole database. */
const triggers = (tx: Tx) => tx<Guard[]>`
  select 'trigger' as what, c.relname as of, t.tgname as name,
    t.tgenabled::text || ' ' || pg_catalog.pg_get_triggerdef(t.oid) as is
  from pg_catalog.pg_trigger t join pg_catalog.pg_class c on c.oid = t.tgrelid
  where c.relnamespace = 'public'::regnamespace and not t.tgisinternal
  union all
  select 'trigger', evtevent, evtname, evtfoid::regprocedure::text from pg_catalog.pg_event_trigger`;

const functions = (tx: Tx) => tx<Guard[]>`
  select 'function' as what, p.proname as of, p.oid::regprocedure::text as name, concat(
    case when p.prokind in ('f', 'p') then pg_catalog.pg_get_functiondef(p.oid) else p.prokind::text end,
    case when p.proowner <> ${owner(tx)} then 'of another owner' end) as is
  from pg_catalog.pg_proc p where p.pronamespace = 'public'::regnamespace`;

/** What everyone but the owner may do; of a column where it is not the table's. */
const rights = (tx: Tx) => tx<Guard[]>`
  select 'right' as what, given.of, given.of || ' ' || given.role || coalesce(' ' || given.part, '') as name,
    string_agg(distinct given.may, ', ' order by given.may) as is
  from (
    select c.relname as of, lower(a.privilege_type) as may, part,
      case when a.grantee = 0 then 'everyone' when a.grantee = ${asking(tx)} then 'the application' else a.grantee::regrole::text end as role
    from pg_catalog.pg_class c cross join lateral (
      select null as part, * from pg_catalog.aclexplode(c.relacl)
      union all
      select t.attname, x.* from pg_catalog.pg_attribute t cross join lateral pg_catalog.aclexplode(t.attacl) x where t.attrelid = c.oid) a
    where ${ours(tx)} and a.grantee <> c.relowner
    union all
    select p.proname, lower(a.privilege_type), null,
      case when a.grantee = 0 then 'everyone' when a.grantee = ${asking(tx)} then 'the application' else a.grantee::regrole::text end
    from pg_catalog.pg_proc p
      cross join lateral pg_catalog.aclexplode(coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner))) a
    where p.pronamespace = 'public'::regnamespace and a.grantee <> p.proowner
  ) given group by given.of, given.role, given.part`;

/** Where the application may do more than use the tables, and whoever else may write to them without being the owner or a superuser. */
const mighty = (tx: Tx) => tx<Guard[]>`
  select 'right' as what, rolname as of, why as name, why as is
  from pg_catalog.pg_roles cross join lateral unnest(array[
    case when rolsuper then 'superuser' end, case when rolbypassrls then 'bypassrls' end,
    case when rolreplication then 'replication' end, case when rolcreaterole then 'createrole' end,
    case when exists (select from pg_catalog.pg_class c where ${ours(tx)} and pg_catalog.pg_has_role(current_user, c.relowner, 'member'))
      then 'owner' end]) as why
  where rolname = current_user and why is not null
  union all
  select 'right', current_user::text, 'member of ' || m.roleid::regrole, 'member'
  from pg_catalog.pg_auth_members m where m.member = ${asking(tx)}
  union all
  select 'right', m.member::regrole::text, 'member of ' || m.roleid::regrole, 'member'
  from pg_catalog.pg_auth_members m join pg_catalog.pg_roles r on r.oid = m.roleid
  where m.member <> ${asking(tx)} and m.member >= 16384 and (r.rolsuper or r.oid = ${owner(tx)})
  union all
  select distinct 'right', r.rolname, 'writes ' || c.relname, 'writes'
  from pg_catalog.pg_roles r cross join pg_catalog.pg_class c
  where ${ours(tx)} and c.relkind = 'r' and r.oid >= 16384 and not r.rolsuper and r.rolname <> current_user and r.oid <> c.relowner
    and pg_catalog.has_table_privilege(r.oid, c.oid, 'insert, update, delete, truncate')`;

/** What shows a reader another record or has our statements mean something else: names of ours elsewhere, settings, operators, casts. */
const inTheWay = (tx: Tx) => tx<Guard[]>`
  select 'shadow' as what, c.relname as of, c.oid::regclass::text as name, c.relkind::text as is
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'v', 'm', 'f', 'p') and n.nspname not in ('public', 'pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)'
    and exists (select from pg_catalog.pg_class o where o.relnamespace = 'public'::regnamespace and o.relname = c.relname and o.relkind in ('r', 'v'))
  union all
  select 'shadow', p.proname, p.oid::regprocedure::text, 'function'
  from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
  where n.nspname not in ('public', 'pg_catalog', 'information_schema') and n.nspname !~ '^pg_temp'
    and exists (select from pg_catalog.pg_proc o where o.pronamespace = 'public'::regnamespace and o.proname = p.proname)
  union all
  select 'shadow', case s.setrole when 0 then current_database()::text else s.setrole::regrole::text end, split_part(given, '=', 1), given
  from pg_catalog.pg_db_role_setting s cross join lateral unnest(s.setconfig) as given
  where s.setdatabase in (0, (select oid from pg_catalog.pg_database where datname = current_database()))
    and (s.setrole = 0 or s.setrole = ${asking(tx)})
    and split_part(given, '=', 1) in ('search_path', 'role', 'session_replication_role', 'session_preload_libraries', 'local_preload_libraries')
  union all
  select 'shadow', o.oprname, o.oid::regoperator::text, 'operator' from pg_catalog.pg_operator o where o.oid >= 16384
  union all
  select 'shadow', 'cast', c.castsource::regtype || ' → ' || c.casttarget::regtype, 'cast' from pg_catalog.pg_cast c where c.oid >= 16384`;
