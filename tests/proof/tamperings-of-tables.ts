// Definitions, read models and the guards of the database.
import { unguarded } from './by-hand.ts';
import { chains, code } from './prepared.ts';
import { admin, inRecord, plainly, type Tampering } from './tampering.ts';

const { zei } = chains;
const elsewhere = `create schema x; create function x.refuse_change() returns trigger
  language plpgsql as $$ begin return null; end $$;`;

export const definitions: Tampering[] = [
  inRecord('a quorum in a part of a definition', 'definitionRow', (tx) =>
    tx.unsafe(`alter table definition_part drop constraint digest_of_json;
      update definition_part set json = replace(json, '"quorum":1', '"quorum":2')`),
  ),
  inRecord('a name in a definition', 'definitionDigest', (tx) =>
    tx.unsafe(`update definition
    set json = replace(json, '住民基本台帳/印鑑登録', '別のシステム') where chain = '${zei}'`),
  ),
  inRecord('a definition deleted', 'definition', (tx) => tx`delete from definition where chain = ${zei}`),
  inRecord(
    'the programme’s definition deleted',
    'definition',
    (tx) => tx`delete from definition where chain = ${code}`,
  ),
  inRecord('a programme’s definition under another code', 'definitionRow', (tx) =>
    tx.unsafe(
      `update definition set json = replace(json, '"code":"${code}"', '"code":"131130"') where chain = '${code}'`,
    ),
  ),
  inRecord(
    'a system without definition',
    'missing',
    (tx) => tx`delete from definition where chain = ${`${code}/idle`}`,
  ),
  inRecord('a newer definition that nothing on record names', 'definitionUnnamed', (tx) =>
    tx.unsafe(`insert into definition (chain, version, kind, json, position)
      select chain, 2, kind, replace(json, '"version":1', '"version":2'), position from definition where chain = '${code}'`),
  ),
  plainly(
    'a system that the programme does not name, brought by the application’s role',
    'stranger',
    ({ app }) =>
      app.unsafe(`insert into definition (chain, version, kind, json, begin, position)
        select '${code}/ghost', 1, kind, replace(json, '"id":"zei"', '"id":"ghost"'), begin, 9 from definition where chain = '${zei}'`),
  ),
  inRecord('the day on which a migration began', 'definitionDigest', (tx) =>
    tx.unsafe(
      `update definition set begin = replace(begin, '2023-04-01', '2023-03-01') where chain = '${zei}'`,
    ),
  ),
  inRecord('a definition that is no JSON', 'definitionRow', (tx) =>
    tx.unsafe(`update definition set json = '{' where chain = '${zei}'`),
  ),
  inRecord('a beginning that is no JSON', 'definitionRow', (tx) =>
    tx.unsafe(`update definition set begin = '' where chain = '${zei}'`),
  ),
];

export const models: Tampering[] = [
  admin(
    'a grant written by hand',
    'grant',
    `insert into post_grant (chain, seq, place, account, post, programme, from_on, until_on, granted_by, granted_at)
      values ('${code}', 4, 1, 'two', 'dx-office', '${code}', '2023-04-01', '2024-03-31', 'two', now())`,
  ),
  admin('a grant prolonged by hand', 'grant', `update post_grant set until_on = '2030-03-31'`),
  admin('a grant deleted', 'grant', 'delete from post_grant'),
  admin('a person written by hand', 'person', `insert into person (account, name) values ('three', '三')`),
  admin('a person renamed by hand', 'person', `update person set name = '偽物' where account = 'one'`),
  admin('an account shut by hand', 'person', `update person set disabled_at = now() where account = 'one'`),
  admin(
    'a board row altered',
    'board',
    `update board set content = jsonb_set(content, '{summary,phase}', '"operation"') where chain = '${zei}'`,
  ),
  admin('a board row deleted', 'board', `delete from board where chain = '${zei}'`),
  admin(
    'a board row added',
    'board',
    `insert into board (chain, position, search, content)
    select '${code}/ghost', 9, search, content from board where chain = '${zei}'`,
  ),
  admin('a board row hidden from searches', 'board', `update board set search = '' where chain = '${zei}'`),
  admin(
    'a deadline altered',
    'deadline',
    `update deadline set content = jsonb_set(content, '{status}', '"met"') where chain = '${zei}'`,
  ),
  admin(
    'a deadline that is due at no time',
    'deadline',
    `alter table deadline alter column due_at drop expression;
    update deadline set due_at = 'infinity' where chain = '${zei}'`,
  ),
  admin(
    'a number in a row that is none',
    'deadline',
    `update deadline set content = jsonb_set(content, '{x}', '1e999') where chain = '${zei}'`,
  ),
  admin('a table without a column', 'unexamined', 'alter table outbox drop column letter'),
  admin('a deadline deleted', 'deadline', `delete from deadline where chain = '${zei}'`),
  admin(
    'a notice altered',
    'notice',
    `update notice set content = jsonb_set(content, '{post}', '"x"') where chain = '${zei}'`,
  ),
  admin('a notice deleted', 'notice', `delete from notice where chain = '${zei}'`),
  admin(
    'a notice added',
    'notice',
    `insert into notice (chain, seq, index, post, content)
    select chain, seq, index, 'x', content from notice where chain = '${zei}' limit 1`,
  ),
  admin(
    'a letter altered',
    'letter',
    `update outbox set letter = jsonb_set(letter, '{to}', '[]') where chain = '${zei}'`,
  ),
  admin('a letter deleted', 'letter', `delete from outbox where chain = '${zei}'`),
  admin(
    'a letter added',
    'letter',
    `insert into outbox (chain, seq, index, channel, letter)
    select chain, seq, index, 'x', letter from outbox where chain = '${zei}' limit 1`,
  ),
];

export const guards: Tampering[] = [
  admin('a trigger dropped', 'trigger', 'drop trigger append_only on entry'),
  admin('a trigger switched off', 'trigger', 'alter table definition disable trigger append_only'),
  admin('a trigger passed over by replicas', 'trigger', 'alter table entry enable trigger append_only'),
  admin('the check of what continues a chain dropped', 'trigger', 'drop trigger continues on entry'),
  admin(
    'a trigger added',
    'trigger',
    `create function swallow() returns trigger language plpgsql as $$ begin return null; end $$;
    create trigger swallow before insert on entry for each row execute function swallow()`,
  ),
  admin(
    'a trigger that calls a function of the same name elsewhere',
    'trigger',
    `${elsewhere} drop trigger append_only on entry;
    create trigger append_only before update or delete or truncate on entry for each statement execute function x.refuse_change();
    alter table entry enable always trigger append_only`,
  ),
  admin(
    'a trigger for one column alone',
    'trigger',
    `drop trigger append_only on entry;
    create trigger append_only before update of backdated or delete or truncate on entry for each statement execute function refuse_change();
    alter table entry enable always trigger append_only`,
  ),
  admin(
    'a trigger of the whole database',
    'trigger',
    `create schema x; create function x.look() returns event_trigger language plpgsql as $$ begin null; end $$;
    create event trigger look on ddl_command_end execute function x.look()`,
  ),
  admin('a key dropped', 'key', 'alter table entry drop constraint entry_request'),
  admin(
    'a column that follows from the bytes in another way',
    'column',
    `alter table definition alter column programme set expression as (lower(split_part(chain, '/', 1)))`,
  ),
  admin('the append of another owner', 'function', 'alter function append_entries owner to postgres'),
  admin(
    'a view of the same name in the schema of a role',
    'shadow',
    'create schema sekimori_app; create view sekimori_app.board as select * from public.board where false',
  ),
  plainly('another search path for the application', 'shadow', async ({ admin: sql }) => {
    const [at] = await sql<{ name: string }[]>`select current_database() as name`;
    await sql`alter role sekimori_app in database ${sql(at?.name ?? '')} set search_path = x, public`;
  }),
  admin('changes granted to the application', 'right', 'grant update, delete on entry to sekimori_app'),
  admin('reading granted to everyone', 'right', 'grant select on entry to public'),
  admin('one column’s change granted', 'right', 'grant update (hash) on entry to sekimori_app'),
  admin('the append opened to everyone', 'right', 'grant execute on function append_entries to public'),
  admin(
    'the append without its own search path',
    'function',
    'alter function append_entries reset search_path',
  ),
  admin(
    'the lock of a chain with its owner’s rights',
    'function',
    'alter function lock_chain security definer',
  ),
  admin('giving posts granted to the application', 'right', 'grant insert on post_grant to sekimori_app'),
  admin('inserting granted to the application', 'right', 'grant insert on entry to sekimori_app'),
  admin(
    'the digest replaced by a lying one',
    'function',
    `create or replace function sha256_hex(value text) returns text
    language sql immutable strict parallel safe as $$ select repeat('0', 64) $$`,
  ),
  admin(
    'the last day of a month replaced',
    'function',
    `create or replace function latest_day(vague text) returns date
    language sql immutable strict parallel safe as $$ select date '2023-01-01' $$`,
  ),
  admin(
    'the refusal of changes emptied',
    'function',
    `create or replace function refuse_change() returns trigger
    language plpgsql as $$ begin return null; end $$`,
  ),
  admin(
    'the record replaced by a view',
    'table',
    `alter table entry rename to kept; create view entry as select * from kept;
    grant select on entry to sekimori_app`,
  ),
  admin('rows hidden by a policy', 'table', `alter table entry enable row level security`),
  admin('a rule on the record', 'table', `create rule nothing as on insert to entry do instead nothing`),
  {
    name: 'nothing said of what was loaded, so that nobody watches it',
    by: 'remark',
    what: 'unwatched',
    act: (copy) => unguarded(copy, (tx) => tx`delete from programme_loading`),
  },
  {
    name: 'a line of the access log deleted',
    by: 'remark',
    what: 'accessGap',
    act: async (copy) => {
      await copy.admin`insert into access_log (account, via, what, detail, address)
        select 'kansa', 'token', 'GET /x', '{}', '127.0.0.1' from generate_series(1, 3)`;
      await unguarded(copy, (tx) => tx`delete from access_log where id = 2`);
    },
  },
];
