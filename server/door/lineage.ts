// Where a system came from and where it went, by its own record: by which amendment it ended, who goes on with it, with whom it goes on.
import type { Ledger } from '../../ledger/open.ts';
import { ADOPTED, type AdoptedFact } from '../../machines/migration/adoption/acts.ts';
import { CONTINUED, type ContinuedFact } from '../../machines/migration/adoption/continuing.ts';
import { chainOf } from '../../machines/record/chain.ts';
import type { EntryBody } from '../../machines/record/entry.ts';
import { bodyOf } from '../../machines/record/reader.ts';
import type { VagueDay } from '../../machines/values/date.ts';
import type { State } from './state.ts';

export interface Lineage {
  /** The number of the amendment by which it ended; null where it goes on, or was loaded as ended. */
  endedBy: number | null;
  continues: { system: string; seq: number; on: VagueDay; amendment: number | null }[];
}

type Asked = Pick<Ledger, 'entriesOfType' | 'entries' | 'definitions'>;

export async function lineageOf(
  ledger: Asked,
  { code, system }: { code: string; system: string },
  { definition, head }: Pick<State, 'definition' | 'head'>,
): Promise<Lineage> {
  const chain = chainOf(code, system);
  const known = async (type: string) =>
    (await ledger.entriesOfType(chain, type, 0)).map(bodyOf).filter(({ seq }) => seq <= (head?.seq ?? 0));
  const { retired, continues } = definition.system;
  const ended = retired ? await endingIn(ledger, chain, await known(ADOPTED)) : null;
  const words = continues ? await known(CONTINUED) : [];
  const told = await Promise.all(
    words.map(async (body) => {
      // Of an entry of that type.
      const { from, amendment } = body.fact as unknown as ContinuedFact;
      const number = await proposedBy(ledger, code, amendment);
      return from.map(({ system: one, seq }) => ({
        system: one,
        seq,
        on: body.occurredOn,
        amendment: number,
      }));
    }),
  );
  return {
    endedBy: ended === null ? null : await proposedBy(ledger, code, ended),
    continues: told.flat(),
  };
}

/** The programme's entry by which a version was adopted that says that it has ended, where the one before did not: the newest such. */
async function endingIn(
  { definitions }: Asked,
  chain: string,
  adopted: readonly EntryBody[],
): Promise<number | null> {
  for (const { fact } of adopted.toReversed()) {
    // Of an entry of that type.
    const { leaves, adopts, amendment } = fact as unknown as AdoptedFact;
    const [before, after] = await Promise.all(
      [leaves, adopts].map(({ version }) => definitions.migration(chain, version)),
    );
    if (after?.definition.system.retired && !before?.definition.system.retired) return amendment;
  }
  return null;
}

/** What a migration names is the programme's adoption, which names what was proposed. */
async function proposedBy(ledger: Asked, code: string, adoption: number): Promise<number | null> {
  const [entry] = await ledger.entries(code, adoption - 1, 1);
  const body = entry && bodyOf(entry);
  return body?.fact.type === ADOPTED ? Number(body.fact.amendment) : null;
}
