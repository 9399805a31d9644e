// What someone who may do everything to the database can do to a record, and what finds it. `anchor`: only a head kept
// elsewhere does; those stand in docs/auditors.md by their names.
import type { Fault } from '../../ledger/proof/wrong.ts';
import { type EntryBody, seal } from '../../machines/record/entry.ts';
import { decideAnew, makeModelsFit, rehash, type Tx, unguarded } from './by-hand.ts';
import { type Copy, chains, code } from './prepared.ts';

export interface Tampering {
  name: string;
  /** plain: `verify` alone. decide: with `--decide`. anchor: with a head kept elsewhere. remark: named, and no fault. */
  by: 'plain' | 'decide' | 'anchor' | 'remark';
  what: Fault;
  act: (copy: Copy) => Promise<unknown>;
}

const { juki, zei, renkei } = chains;
type By = Tampering['by'];

const plainly = (name: string, what: Fault, act: Tampering['act']): Tampering => ({
  name,
  by: 'plain',
  what,
  act,
});
/** Guards away for as long as it takes. */
const inRecord = (
  name: string,
  what: Fault,
  act: (tx: Tx) => Promise<unknown>,
  by: By = 'plain',
): Tampering => ({
  name,
  by,
  what,
  act: (copy) => unguarded(copy, act),
});
/** And everything derived made to fit afterwards. */
const carefully = (name: string, by: By, what: Fault, act: (tx: Tx) => Promise<unknown>): Tampering => ({
  name,
  by,
  what,
  act: async (copy) => {
    await unguarded(copy, act);
    await makeModelsFit(copy);
  },
});
const admin = (name: string, what: Fault, line: string) =>
  plainly(name, what, ({ admin: sql }) => sql.unsafe(line));

const third = `chain = '${juki}' and seq = 3`;
const altered = `replace(body, '"rehearsal":true', '"rehearsal":false')`;
const made = (column: string) => `alter table entry alter column ${column} drop expression`;

const bytes: Tampering[] = [
  inRecord('a body', 'hash', (tx) => tx.unsafe(`update entry set body = ${altered} where ${third}`)),
  inRecord('a body with its hash', 'prev', (tx) =>
    tx.unsafe(`update entry set body = ${altered}, hash = sha256_hex(${altered}) where ${third}`),
  ),
  inRecord('an actor', 'hash', (tx) =>
    tx.unsafe(`update entry set body = replace(body, 'bukai', 'kucho') where chain = '${juki}' and seq = 2`),
  ),
  inRecord('a request id', 'hash', (tx) =>
    tx.unsafe(`update entry set body = replace(body, '"requestId":"', '"requestId":"x') where ${third}`),
  ),
  inRecord('an entry in the middle deleted', 'gap', (tx) => tx.unsafe(`delete from entry where ${third}`)),
  inRecord('a state', 'stateHash', (tx) => tx.unsafe(`update entry set snapshot = '{}' where ${third}`)),
  inRecord('effects', 'effectsHash', (tx) => tx.unsafe(`update entry set effects = '[{}]' where ${third}`)),
  inRecord('two entries swapped', 'hash', (tx) =>
    tx.unsafe(`alter table entry drop constraint entry_request;
      update entry e set body = replace(replace(o.body, '"seq":' || o.seq, '"seq":' || e.seq), 'x', 'x')
      from entry o where e.chain = '${juki}' and o.chain = e.chain and (e.seq, o.seq) in ((4, 5), (5, 4))`),
  ),
  inRecord('an entry of the programme', 'hash', (tx) =>
    tx.unsafe(`update entry set body = ${altered} where chain = '${code}' and seq = 1`),
  ),
  inRecord('bytes that are no body', 'body', (tx) =>
    tx.unsafe(`${made('chain')}; ${made('seq')}; update entry set body = ' ' || body where ${third}`),
  ),
];

const columns: Tampering[] = [
  inRecord('the latest day', 'derived', (tx) =>
    tx.unsafe(`update entry set latest_occurred_on = '2023-01-01' where ${third}`),
  ),
  inRecord('the latest day of recording', 'derived', (tx) =>
    tx.unsafe(`update entry set latest_recorded_on = '2030-01-01' where ${third}`),
  ),
  inRecord('a back-dating hidden', 'derived', (tx) =>
    tx.unsafe(`update entry set backdated = not backdated`),
  ),
  ...['request_id', 'type', 'prev', 'state_hash', 'effects_hash', 'programme'].map((column) =>
    inRecord(`the column ${column} made plain and altered`, 'derived', (tx) =>
      tx.unsafe(`${made(column)}; update entry set ${column} = 'x' where ${third}`),
    ),
  ),
  ...['recorded_at', 'wall_at', 'occurred_by'].map((column) =>
    inRecord(`the column ${column} made plain and altered`, 'derived', (tx) =>
      tx.unsafe(`${made(column)}; update entry set ${column} = '2020-01-01' where ${third}`),
    ),
  ),
  inRecord('the columns chain and seq made plain, an entry moved to another chain', 'place', (tx) =>
    tx.unsafe(
      `${made('chain')}; ${made('seq')}; update entry set chain = '${zei}', seq = 4 where chain = '${juki}' and seq = 7`,
    ),
  ),
  admin('a column made plain', 'column', made('type')),
];

const chained: Tampering[] = [
  carefully('the head with another state, hashed anew', 'decide', 'decision', (tx) =>
    rehash(tx, zei, 3, (parts) => ({
      ...parts,
      snapshot: replaced(parts.snapshot, '2023-12-11', '2023-12-10'),
    })),
  ),
  carefully('a tail with its states, hashed anew', 'decide', 'decision', (tx) =>
    rehash(tx, zei, 2, (parts) => ({
      ...parts,
      snapshot: replaced(parts.snapshot, '2023-12-11', '2023-12-10'),
    })),
  ),
  carefully('effects taken away and hashed anew', 'decide', 'effects', (tx) =>
    rehash(tx, zei, 2, (parts) => ({ ...parts, effects: [] })),
  ),
  carefully('the day of the head moved, hashed anew', 'plain', 'derived', (tx) =>
    rehash(tx, zei, 3, ({ body, ...parts }) => ({ ...parts, body: { ...body, occurredOn: '2023-12-12' } })),
  ),
  carefully('an entry recorded before the one before it', 'plain', 'order', (tx) =>
    rehash(tx, zei, 3, ({ body, ...parts }) => ({
      ...parts,
      body: { ...body, recordedAt: '2023-12-01T00:00:00Z' },
    })),
  ),
  carefully('a milestone of a day on which nobody announced it', 'plain', 'milestone', (tx) =>
    decideAnew(tx, juki, (body) => (body.seq === 3 ? { ...body, occurredOn: '2023-12-01' } : body)),
  ),
  carefully('a timer that fires before it is due', 'plain', 'timer', (tx) =>
    decideAnew(tx, juki, (body) =>
      body.seq === 7 ? { ...body, recordedAt: '2023-12-20T09:00:00+09:00' } : body,
    ),
  ),
  inRecord('a chain copied under another name', 'definition', (tx) =>
    tx.unsafe(`insert into entry (body, hash, snapshot, effects, latest_occurred_on, latest_recorded_on, backdated)
      select replace(body, '${zei}', '${code}/copy'), sha256_hex(replace(body, '${zei}', '${code}/copy')), snapshot, effects,
        latest_occurred_on, latest_recorded_on, backdated from entry where chain = '${zei}' and seq = 1`),
  ),
  plainly('an entry that nobody decided, brought by the application’s role', 'board', forgedByApplication),
  plainly('the chain deleted that announced a milestone', 'milestone', async (copy) => {
    await unguarded(copy, (tx) => tx`delete from entry where chain = ${renkei}`);
    await makeModelsFit(copy);
  }),
  inRecord(
    'the last entry deleted, and nothing else',
    'board',
    (tx) => tx`delete from entry where chain = ${zei} and seq = 3`,
  ),
  plainly('all chains deleted, and all that is derived', 'nothing', async (copy) => {
    await unguarded(copy, (tx) => tx`delete from entry`);
    await makeModelsFit(copy);
  }),
];

const onlyAnchored: Tampering[] = [
  carefully('a chain decided anew with another approver', 'anchor', 'anchor', (tx) =>
    decideAnew(tx, zei, (body) =>
      body.seq === 2 ? { ...body, actor: { ...body.actor, account: 'kucho', name: 'kucho' } } : body,
    ),
  ),
  carefully(
    'the last entry deleted, and all that is derived',
    'anchor',
    'cutOff',
    (tx) => tx`delete from entry where chain = ${zei} and seq = 3`,
  ),
  carefully(
    'the last three entries deleted, and all that is derived',
    'anchor',
    'cutOff',
    (tx) => tx`delete from entry where chain = ${juki} and seq > 4`,
  ),
  carefully(
    'a whole chain deleted, and all that is derived',
    'anchor',
    'cutOff',
    (tx) => tx`delete from entry where chain = ${zei}`,
  ),
  carefully('all chains and definitions deleted', 'anchor', 'cutOff', async (tx) => {
    await tx`delete from entry`;
    await tx`delete from definition`;
    await tx`delete from board`;
    await tx`delete from deadline`;
    await tx`delete from notice`;
  }),
];

const definitions: Tampering[] = [
  inRecord(
    'a quorum in a definition',
    'decision',
    (tx) =>
      tx.unsafe(`update definition
    set json = replace(json, '"quorum":1', '"quorum":2') where chain = '${zei}'`),
    'decide',
  ),
  inRecord('a name in a definition', 'board', (tx) =>
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
];

const models: Tampering[] = [
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

const guards: Tampering[] = [
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
  admin('changes granted to the application', 'right', 'grant update, delete on entry to sekimori_app'),
  admin('reading granted to everyone', 'right', 'grant select on entry to public'),
  admin('one column’s change granted', 'right', 'grant update (hash) on entry to sekimori_app'),
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
    name: 'a line of the access log deleted',
    by: 'remark',
    what: 'accessGap',
    act: async (copy) => {
      await copy.admin`insert into access_log (account, via, what, detail)
        select 'kansa', 'token', 'GET /x', '{}' from generate_series(1, 3)`;
      await unguarded(copy, (tx) => tx`delete from access_log where id = 2`);
    },
  },
];

const replaced = (value: unknown, from: string, to: string): unknown =>
  JSON.parse(JSON.stringify(value).replaceAll(from, to));

/** Sealed and chained as it should be, and leads nowhere. */
async function forgedByApplication({ app }: Copy): Promise<void> {
  const [last] = await app<{ body: string; hash: string; snapshot: string }[]>`
    select body, hash, snapshot from entry where chain = ${zei} order by seq desc limit 1`;
  if (!last) throw new Error('the prepared chain has entries');
  const before = JSON.parse(last.body) as EntryBody;
  const body = { ...before, seq: before.seq + 1, requestId: 'forged', prev: last.hash };
  const { hash, ...entry } = seal(body, JSON.parse(last.snapshot), []);
  await app`insert into entry (body, hash, snapshot, effects)
    values (${entry.body}, ${hash}, ${entry.snapshot}, ${entry.effects})`;
}

export const tamperings: readonly Tampering[] = [
  ...bytes,
  ...columns,
  ...chained,
  ...onlyAnchored,
  ...definitions,
  ...models,
  ...guards,
];
