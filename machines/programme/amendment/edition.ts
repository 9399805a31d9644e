// An edition: all that decides in a programme from one adoption to the next, each by its digest. What is proposed, approved and
// adopted is an edition; what it names is kept beforehand.
import * as z from 'zod';
import { id } from '../../definition/definition.ts';
import { digestOf } from '../../definition/parts.ts';
import type { AdoptedFact } from '../../migration/adoption/acts.ts';
import { ADOPTED } from '../../migration/adoption/acts.ts';
import type { Submission } from '../../migration/event.ts';
import type { EntryBody } from '../../record/entry.ts';
import { followed } from './posts/following.ts';

const named = z.strictObject({ version: z.number().int().min(1), digest: digestOf });
export type NamedVersion = z.infer<typeof named>;

export const edition = z.strictObject({
  /** The programme's own. */
  programme: named,
  /** Every system's. */
  migrations: z.record(id, named),
});
export type Edition = z.infer<typeof edition>;

/** What an edition is adopted by, in a programme's own chain. */
export const adoptedEdition = z.strictObject({
  type: z.literal(ADOPTED),
  /** The entry that proposed it. */
  amendment: z.number().int().min(1),
  edition: digestOf,
  leaves: named,
  adopts: named,
  reason: z.string(),
  /** Posts that go on to whoever goes on with their system; left out where none do. */
  posts: z.array(followed).min(1).optional(),
});
export type AdoptedEdition = z.infer<typeof adoptedEdition>;

/** What an adoption in the programme's chain says to a migration that it concerns: to adopt its own definition of that edition. */
export function adoptionOf(
  { seq, occurredOn, chain }: Pick<EntryBody, 'seq' | 'occurredOn' | 'chain'>,
  { reason }: Pick<AdoptedEdition, 'reason'>,
  leaves: NamedVersion,
  adopts: NamedVersion,
): Submission & { fact: AdoptedFact } {
  return {
    fact: { type: ADOPTED, amendment: seq, leaves, adopts, reason, tellsFallen: true },
    actor: programmeActor(chain),
    occurredOn,
    requestId: `definition/${seq}`,
  };
}

/** The word as it was said in `fact`: 0.2.0, and a run that it left under way, did not say that what falls is told. */
export function saidAs<Word extends Submission>(
  word: Word,
  fact: { type: string; tellsFallen?: unknown },
): Word {
  if (fact.type !== ADOPTED || word.fact.type !== ADOPTED || 'tellsFallen' in fact) return word;
  const { tellsFallen: _told, ...before } = word.fact as AdoptedFact;
  return { ...word, fact: before };
}

/** The programme itself, as it speaks to its migrations and of itself. */
export const programmeActor = (code: string): Submission['actor'] => ({
  kind: 'programme',
  account: code,
  name: '標準化推進計画',
  post: 'programme',
});
