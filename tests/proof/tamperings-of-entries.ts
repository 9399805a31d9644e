// Bytes, columns and chains, altered by one who may do everything.
import { signer } from '../builders/signing.ts';
import { decideAnew, makeModelsFit, rehash, unguarded } from './by-hand.ts';
import { forgedByApplication, forgedByOwner, signedBy } from './forgery.ts';
import { chains, code } from './prepared.ts';
import {
  admin,
  altered,
  carefully,
  inRecord,
  made,
  plainly,
  stranger,
  type Tampering,
  third,
} from './tampering.ts';

const { juki, zei, renkei } = chains;

export const bytes: Tampering[] = [
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
  inRecord('a number in a body that is none', 'body', (tx) =>
    tx.unsafe(`update entry set body = replace(body, '"seq":3', '"seq":3,"x":1e999') where ${third}`),
  ),
  inRecord('an instant in a body that there is not', 'body', (tx) =>
    tx.unsafe(`${made('recorded_at')}; update entry
      set body = regexp_replace(body, '"recordedAt":"[^"]*"', '"recordedAt":"2023-99-99T00:00:00Z"') where ${third}`),
  ),
  inRecord('bytes that are no body', 'body', (tx) =>
    tx.unsafe(`${made('chain')}; ${made('seq')}; update entry set body = ' ' || body where ${third}`),
  ),
];

export const columns: Tampering[] = [
  inRecord('the latest day', 'derived', (tx) =>
    tx.unsafe(`update entry set latest_occurred_on = '2023-01-01' where ${third}`),
  ),
  inRecord('the latest day of recording', 'derived', (tx) =>
    tx.unsafe(`update entry set latest_recorded_on = '2030-01-01' where ${third}`),
  ),
  inRecord('a back-dating hidden', 'derived', (tx) =>
    tx.unsafe(`update entry set backdated = not backdated`),
  ),
  ...['request_key', 'type', 'prev', 'state_hash', 'effects_hash', 'programme'].map((column) =>
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

export const chained: Tampering[] = [
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
  carefully('an entry at a wall instant before the one before it', 'plain', 'wall', (tx) =>
    rehash(tx, zei, 3, ({ body, ...parts }) => ({
      ...parts,
      body: { ...body, wallAt: '2023-12-01T00:00:00Z' },
    })),
  ),
  carefully('a rehearsal’s entries said to be real', 'plain', 'definitionDigest', (tx) =>
    rehash(tx, zei, 1, ({ body, ...parts }) => ({ ...parts, body: { ...body, rehearsal: false } })),
  ),
  inRecord('a state at the head that is none, hashed anew', 'unreadable', (tx) =>
    rehash(tx, zei, 3, (parts) => ({ ...parts, snapshot: {} })),
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
  plainly(
    'an entry under another’s signature, brought by the application’s role',
    'signature',
    forgedByApplication((body) => body),
  ),
  plainly(
    'an entry signed by a key of one’s own, brought by the application’s role',
    'signature',
    forgedByApplication((body) => signedBy(stranger, body)),
  ),
  plainly(
    'a timer’s entry that was not due, brought by the application’s role',
    'timer',
    forgedByApplication(({ signature: _, ...body }) => ({
      ...body,
      actor: { ...body.actor, kind: 'timer' },
    })),
  ),
  ...['robot', 'Person'].map((kind) =>
    carefully(`an entry by an actor of no kind (${kind}) that leads nowhere`, 'plain', 'unsigned', (tx) =>
      forgedByOwner((body) => ({ ...body, actor: { ...body.actor, kind } }), zei)(tx),
    ),
  ),
  carefully('a timer’s entry in the chain of a programme', 'plain', 'timer', (tx) =>
    forgedByOwner(
      (body) => ({
        ...body,
        fact: { type: 'clock.moved', to: '2030-01-01T09:00:00+09:00' },
        actor: { ...body.actor, kind: 'timer' },
      }),
      code,
    )(tx),
  ),
  ...[{ type: 'gate.approved', phase: 'fit-gap' }, { type: 'nonsense.act' }].map(
    (fact): Tampering => ({
      name: `an act that the machine refuses (${fact.type}), signed by the server, with the state before it`,
      by: 'decide',
      what: 'decision',
      act: async (copy) => {
        await forgedByApplication((body) => signedBy(signer, { ...body, fact }))(copy);
        await makeModelsFit(copy);
      },
    }),
  ),
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

const replaced = (value: unknown, from: string, to: string): unknown =>
  JSON.parse(JSON.stringify(value).replaceAll(from, to));
