// What an archive says for its readers beside the chains, from the chains alone: the keys that vouched, the people and what they held,
// the documents by their digests. No secret: a chain holds none.
import { powersAfter } from '../../machines/programme/powers/changes.ts';
import type { Powers } from '../../machines/programme/powers/grant.ts';
import { isMigration } from '../../machines/record/chain.ts';
import { canonical, type EntryBody } from '../../machines/record/entry.ts';
import { powersIn } from '../lock/empowered.ts';
import { type KnownKeys, keysAfter, publicKeyOf } from '../lock/signatures.ts';
import { DOCUMENTS, KEYS, PEOPLE } from './shape.ts';

/** Takes the entries of a programme's chain and then of its migrations, each in order; gives the lines of each file. */
export class Derived {
  #keys: KnownKeys = new Map();
  #powers: Powers | undefined;
  readonly #documents: string[] = [];

  take(body: EntryBody): void {
    if (!isMigration(body.chain)) {
      this.#keys = keysAfter(this.#keys, body);
      const changes = powersIn(body);
      if (changes) this.#powers = powersAfter(this.#powers, changes);
    }
    this.#papers(body.fact, body);
  }

  files(): ReadonlyMap<string, readonly string[]> {
    const { people = {}, grants = [] } = this.#powers ?? {};
    const held = ({ account: _their, ...grant }: Powers['grants'][number]) => grant;
    return new Map([
      [
        KEYS,
        [...this.#keys.values()].map(({ id, key, since, until }) =>
          canonical({ id, publicKey: publicKeyOf(key), since, until }),
        ),
      ],
      [
        PEOPLE,
        Object.entries(people)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([account, person]) =>
            canonical({
              account,
              ...person,
              grants: grants.filter((grant) => grant.account === account).map(held),
            }),
          ),
      ],
      [DOCUMENTS, this.#documents],
    ]);
  }

  /** Whatever a fact fixes by its digest, wherever it says so. */
  #papers(value: unknown, { chain, seq }: EntryBody): void {
    if (typeof value !== 'object' || value === null) return;
    if ('sha256' in value && typeof value.sha256 === 'string')
      this.#documents.push(canonical({ chain, seq, document: value }));
    else for (const part of Object.values(value)) this.#papers(part, { chain, seq } as EntryBody);
  }
}
