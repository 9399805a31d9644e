// A migration without entries adopts another definition with its first one: what it leaves is named by that entry, by its digest.
import { describe, expect, it } from 'vitest';
import type { KnownDefinitions } from '../../ledger/proof/definition-rows.ts';
import { decidingDefinition } from '../../ledger/proof/entries/deciding-definition.ts';
import { Findings } from '../../ledger/proof/findings.ts';
import { ADOPTED } from '../../machines/migration/adoption/acts.ts';
import { type Entry, type EntryBody, seal } from '../../machines/record/entry.ts';
import { bodyOf } from '../../machines/record/reader.ts';

const chain = '131130/kyotsu';
const known = (digest: string) => ({ digest, rehearsal: true, begunOn: null });
const AT = '2027-04-01T00:00:00+09:00';

function entry(leaves: { version: number; digest: string }): Entry {
  const body = {
    format: 2,
    chain,
    seq: 1,
    fact: { type: ADOPTED, amendment: 9, leaves, adopts: { version: 3, digest: 'third' }, reason: '改正' },
    actor: { kind: 'programme', account: '131130', name: '計画', post: 'programme' },
    occurredOn: '2027-04-01',
    requestId: 'definition/9',
    recordedAt: AT,
    wallAt: AT,
    rehearsal: true,
    versions: { definition: 3, definitionDigest: 'third', path: 'p@1', calendar: 'c@1', machine: 2 },
    prev: '0'.repeat(64),
  };
  // As far as the proof of definitions reads it.
  return seal(body as unknown as Parameters<typeof seal>[0], {}, []);
}

function found(rows: Record<number, string>, leaves: { version: number; digest: string }): string[] {
  const versions = Object.entries(rows).map(([version, digest]) => [Number(version), known(digest)] as const);
  const definitions: KnownDefinitions = {
    rows: new Map([[chain, new Map(versions)]]),
    named: new Set(),
    parts: new Map(),
    naming: new Set(),
    programmes: new Set(),
  };
  const findings = new Findings();
  const visitor = decidingDefinition(definitions, findings);
  const sealed = entry(leaves);
  const body: EntryBody = bodyOf(sealed);
  visitor.visit({ row: { ...sealed, chain, seq: 1 }, body, rowBefore: null });
  visitor.done?.();
  return findings.all().flatMap(({ wrong }) => wrong.map(({ what, detail }) => `${what} ${detail}`));
}

describe('the first entry of a migration that adopts another definition', () => {
  it('names what it leaves', () =>
    expect(found({ 1: 'first', 3: 'third' }, { version: 1, digest: 'first' })).toEqual([]));
  it('names it by its digest', () =>
    expect(found({ 1: 'altered', 3: 'third' }, { version: 1, digest: 'first' })).toEqual([
      'definitionDigest v3',
    ]));
  it('names no other', () =>
    expect(found({ 1: 'first', 2: 'put in', 3: 'third' }, { version: 1, digest: 'first' })).toEqual([
      'definitionUnnamed v2',
    ]));
});
