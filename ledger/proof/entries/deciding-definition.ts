// Each entry names the definition that decided it, and where it says so by digest: that definition must stand, unaltered.
import type { KnownDefinitions } from '../definition-rows.ts';
import type { Findings } from '../findings.ts';
import type { Visitor } from './visitors.ts';

export function decidingDefinition({ digests }: KnownDefinitions, findings: Findings): Visitor {
  return {
    visit: ({ row: { chain, seq }, body: { versions, recordedAt } }) => {
      const there = digests.get(`${chain}@${versions.definition}`);
      const detail = `v${versions.definition}`;
      const named = digestNamed(versions);
      if (there === undefined) findings.found({ chain, seq, what: 'definition', recordedAt, detail });
      else if (named !== null && named !== there) {
        findings.found({ chain, seq, what: 'definitionDigest', recordedAt, detail });
      }
      return undefined;
    },
  };
}

function digestNamed(versions: object): string | null {
  const named = 'definitionDigest' in versions ? versions.definitionDigest : null;
  return typeof named === 'string' ? named : null;
}
