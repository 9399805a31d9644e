// Signatures and keys; and what only a head kept elsewhere shows, by the names in docs/auditors.md.
import type { EntryBody } from '../../machines/record/entry.ts';
import { signer } from '../builders/signing.ts';
import { decideAnew, decideProgrammeAnew, rehash } from './by-hand.ts';
import { byAnother, signedBy, withKeyOf } from './forgery.ts';
import { chains, code } from './prepared.ts';
import { carefully, stranger, type Tampering } from './tampering.ts';

const { juki, zei, renkei } = chains;

export const signing: Tampering[] = [
  carefully('a chain decided anew with another approver', 'plain', 'signature', (tx) =>
    decideAnew(tx, zei, (body) => (body.seq === 2 ? byAnother(body) : body)),
  ),
  carefully('a chain decided anew, signed by a key that nobody named', 'plain', 'signature', (tx) =>
    decideAnew(tx, zei, (body) => signedBy(stranger, body)),
  ),
  carefully('the version that an approver saw', 'plain', 'signature', (tx) =>
    decideAnew(tx, zei, (body) => (body.seq === 2 ? { ...body, seenVersion: 0 } : body)),
  ),
  carefully('signatures taken away', 'plain', 'unsigned', (tx) =>
    decideAnew(tx, zei, ({ signature: _, ...body }) => body),
  ),
  carefully('two signatures swapped', 'plain', 'signature', async (tx) => {
    const rows = await tx<{ body: string }[]>`select body from entry where chain = ${zei} order by seq`;
    const [first, second] = rows.map(({ body }) => (JSON.parse(body) as EntryBody).signature);
    await decideAnew(tx, zei, (body) => {
      const signature = body.seq === 1 ? second : body.seq === 2 ? first : body.signature;
      return signature === undefined ? body : { ...body, signature };
    });
  }),
  carefully('a signature that is no text', 'plain', 'signature', (tx) =>
    decideAnew(
      tx,
      zei,
      (body) => JSON.parse(JSON.stringify(body).replace(/"value":"[^"]*"/, '"value":5')) as EntryBody,
    ),
  ),
  carefully('another key in the first entry', 'plain', 'keys', (tx) =>
    decideProgrammeAnew(tx, code, (body) => withKeyOf(stranger, body)),
  ),
  carefully('another key in the first entry, which signs for itself', 'plain', 'signature', (tx) =>
    decideProgrammeAnew(tx, code, (body) => signedBy(stranger, withKeyOf(stranger, body))),
  ),
  carefully('a first entry that names no key', 'plain', 'keys', (tx) =>
    rehash(tx, code, 1, ({ body, ...parts }) => ({
      ...parts,
      body:
        body.seq === 1
          ? signedBy(signer, { ...body, fact: { type: 'clock.moved', to: body.recordedAt } })
          : body,
    })),
  ),
  carefully('a key in the first entry that is no key', 'plain', 'keys', (tx) =>
    rehash(tx, code, 1, ({ body, ...parts }) => ({
      ...parts,
      body: body.seq === 1 ? { ...body, fact: { ...body.fact, publicKey: 'x' } } : body,
    })),
  ),
];

export const onlyAnchored: Tampering[] = [
  carefully(
    'a chain decided anew with another approver and signed with the server’s own key',
    'anchor',
    'anchor',
    (tx) => decideAnew(tx, zei, (body) => (body.seq === 2 ? signedBy(signer, byAnother(body)) : body)),
  ),
  carefully('all chains made anew under another key', 'anchor', 'anchor', async (tx) => {
    await decideProgrammeAnew(tx, code, (body) => signedBy(stranger, withKeyOf(stranger, body)));
    for (const chain of [juki, zei, renkei]) await decideAnew(tx, chain, (body) => signedBy(stranger, body));
  }),
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
