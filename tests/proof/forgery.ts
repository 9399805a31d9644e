// What a forger makes who has a key of their own, the server’s, or the application’s role.
import { noModels } from '../../ledger/models/rows.ts';
import { isClaimed, requestKey } from '../../machines/record/claim.ts';
import { type EntryBody, seal } from '../../machines/record/entry.ts';
import type { signer } from '../builders/signing.ts';
import type { Tx } from './by-hand.ts';
import { type Copy, chains } from './prepared.ts';

const { zei } = chains;

export const byAnother = (body: EntryBody): EntryBody => ({
  ...body,
  actor: { ...body.actor, account: 'kucho', name: 'kucho' },
});
export const withKeyOf = ({ publicKey }: typeof signer, { fact, ...body }: EntryBody): EntryBody => ({
  ...body,
  fact: 'publicKey' in fact ? { ...fact, publicKey } : fact,
});
/** Timers and milestones stay as they are. */
export function signedBy(by: typeof signer, { signature: _, ...body }: EntryBody): EntryBody {
  return isClaimed(body.actor) ? by.sign(body.chain, body) : body;
}

/** Put behind a chain's last entry by one who may do everything: what no function of the database lets in. */
export const forgedByOwner =
  (alter: (body: EntryBody) => EntryBody, chain: string) =>
  async (tx: Tx): Promise<void> => {
    const [last] = await tx<{ body: string; hash: string; snapshot: string }[]>`
      select body, hash, snapshot from entry where chain = ${chain} order by seq desc limit 1`;
    if (!last) throw new Error('the prepared chain has entries');
    const before = JSON.parse(last.body) as EntryBody;
    const { signature: _, ...body } = alter({
      ...before,
      seq: before.seq + 1,
      requestId: 'forged',
      prev: last.hash,
    });
    const entry = seal(body, JSON.parse(last.snapshot), []);
    await tx`
      insert into entry (body, hash, snapshot, effects, latest_occurred_on, latest_recorded_on, backdated)
      select ${entry.body}, ${entry.hash}, ${entry.snapshot}, ${entry.effects},
        latest_occurred_on, latest_recorded_on, backdated
      from entry where chain = ${chain} and seq = ${before.seq}`;
  };

/** Sealed and chained as it should be, brought the one way that the application has; leads nowhere. */
export const forgedByApplication =
  (alter: (body: EntryBody) => EntryBody, chain = zei) =>
  async ({ app }: Copy): Promise<void> => {
    const [last] = await app<{ body: string; hash: string; snapshot: string }[]>`
      select body, hash, snapshot from entry where chain = ${chain} order by seq desc limit 1`;
    if (!last) throw new Error('the prepared chain has entries');
    const before = JSON.parse(last.body) as EntryBody;
    const body = alter({ ...before, seq: before.seq + 1, requestId: 'forged', prev: last.hash });
    const entry = seal(body, JSON.parse(last.snapshot), []);
    await app`select from append_entries(${chain}, ${body.seq}, ${[requestKey(body)]}::text[],
      ${[entry.body]}::text[], ${[entry.hash]}::text[], ${[entry.snapshot]}::text[], ${[entry.effects]}::text[],
      ${JSON.stringify(noModels())}::text::jsonb)`;
  };
