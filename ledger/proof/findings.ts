// Collects what the checks of one verification looked at and found: the first fault of each kind in each chain.
import { type Check, type Checked, checks, faults, remarks, type Wrong } from './wrong.ts';

interface Tally {
  looked: number;
  wrong: Map<string, Wrong>;
}

export class Findings {
  readonly #tallies = new Map<Check, Tally>();

  /** Says that a check was made, over how many things. */
  looked(check: Check, count: number): void {
    this.#tally(check).looked += count;
  }

  /** Later entries of a chain follow from its first wrong one: only that is kept, for each kind of fault. */
  found(wrong: Wrong): void {
    const { wrong: known } = this.#tally(faults[wrong.what]);
    const key = `${wrong.what} ${wrong.chain}${wrong.seq === 0 ? ` ${wrong.detail ?? ''}` : ''}`;
    const before = known.get(key);
    if (!before || wrong.seq < before.seq) known.set(key, wrong);
  }

  /** The checks that were made, in their order. */
  all(): Checked[] {
    return checks.flatMap((check) => {
      const tally = this.#tallies.get(check);
      if (!tally) return [];
      const found = inOrder([...tally.wrong.values()]);
      const isRemark = ({ what }: Wrong) => remarks.includes(what);
      return [
        {
          check,
          looked: tally.looked,
          wrong: found.filter((one) => !isRemark(one)),
          remarks: found.filter(isRemark),
        },
      ];
    });
  }

  #tally(check: Check): Tally {
    const known = this.#tallies.get(check);
    if (known) return known;
    const made = { looked: 0, wrong: new Map<string, Wrong>() };
    this.#tallies.set(check, made);
    return made;
  }
}

/** The eldest entry first; what is about no entry comes last. */
export function inOrder(found: Wrong[]): Wrong[] {
  const time = ({ recordedAt }: Wrong) => (recordedAt === null ? Number.MAX_VALUE : Date.parse(recordedAt));
  return found.sort(
    (a, b) => time(a) - time(b) || (a.chain < b.chain ? -1 : a.chain > b.chain ? 1 : a.seq - b.seq),
  );
}
