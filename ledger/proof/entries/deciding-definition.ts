// Each entry names the definition that decided it, and where it says so by digest: that definition must stand, unaltered. One that
// no entry names decides nothing, and somebody has put it there.
import { ADOPTED, type AdoptedFact } from '../../../machines/migration/adoption/acts.ts';
import type { EntryBody } from '../../../machines/record/entry.ts';
import { eventIn } from '../../../machines/record/reader.ts';
import type { KnownDefinition, KnownDefinitions } from '../definition-rows.ts';
import type { Findings } from '../findings.ts';
import type { Fault } from '../wrong.ts';
import type { EntryText } from './entry-rows.ts';
import type { Visited, Visitor } from './visitors.ts';

export function decidingDefinition({ rows }: KnownDefinitions, findings: Findings): Visitor {
  const named = new Map<string, Set<number>>();
  const adopted = adoptedOnly();
  return {
    visit: (visited) => {
      const { chain, seq } = visited.row;
      const { versions, recordedAt } = visited.body;
      const version = versions.definition;
      const known = rows.get(chain);
      const leaves = leavesOf(visited);
      const seen = named.get(chain) ?? new Set();
      // What is left may have decided nothing: a migration without entries adopts too.
      named.set(chain, seen.add(version).add(leaves?.version ?? version));
      const isSound =
        adopted(visited) && (leaves === null || known?.get(leaves.version)?.digest === leaves.digest);
      const what = faultOf(known?.get(version), visited) ?? (isSound ? null : 'definitionDigest');
      if (what) findings.found({ chain, seq, what, recordedAt, detail: `v${version}` });
      return undefined;
    },
    done: () => {
      for (const [chain, versions] of rows) {
        // A chain without entries has its first one.
        const allowed = named.get(chain) ?? new Set([Math.min(...versions.keys())]);
        for (const version of versions.keys()) {
          const detail = `v${version}`;
          if (!allowed.has(version))
            findings.found({ chain, seq: 0, what: 'definitionUnnamed', recordedAt: null, detail });
        }
      }
      return undefined;
    },
  };
}

/** What decides a chain is what decided it before, until an entry adopts another in its place. */
function adoptedOnly(): (visited: Visited) => boolean {
  let [inChain, before]: [string, string | null] = ['', null];
  return ({ row, body }) => {
    const digest = digestNamed(body.versions);
    if (row.chain !== inChain) [inChain, before] = [row.chain, null];
    const last = before;
    before = digest;
    if (last === null || digest === null) return true;
    const leaves = leavesOf({ body });
    return leaves === null ? digest === last : leaves.digest === last;
  };
}

/** The version that an entry leaves for another; null where it adopts none. */
const leavesOf = ({ body }: Pick<Visited, 'body'>): AdoptedFact['leaves'] | null =>
  body.fact.type === ADOPTED ? eventIn<{ fact: AdoptedFact }>(body).fact.leaves : null;

function faultOf(there: KnownDefinition | undefined, { row, body }: Visited): Fault | null {
  if (there === undefined) return 'definition';
  const digest = digestNamed(body.versions);
  const isOther = digest !== null && digest !== there.digest;
  return isOther || body.rehearsal !== there.rehearsal || beganOtherwise(there, row)
    ? 'definitionDigest'
    : null;
}

/** The day on which a migration began stands in each of its states, which is hashed: canonical JSON. */
const beganOtherwise = ({ begunOn }: KnownDefinition, row: EntryText): boolean =>
  begunOn !== null && !(row.bytes?.snapshot ?? row.snapshot).includes(`"begunOn":${JSON.stringify(begunOn)}`);

function digestNamed(versions: EntryBody['versions']): string | null {
  const named = 'definitionDigest' in versions ? versions.definitionDigest : null;
  return typeof named === 'string' ? named : null;
}
