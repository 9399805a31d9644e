// Proves the chains of an archive by the very checks that prove a record in its tables: bytes and hashes, who vouched, what people
// held, what nobody claimed, what decided, and every decision made again. Asks no database.

import type { SignedCheckpoint } from '../../machines/record/checkpoint.ts';
import type { Entry } from '../../machines/record/entry.ts';
import type { EntriesBetween } from '../chain/corrected.ts';
import { compare } from '../proof/anchors.ts';
import { anchorsIn, checkKey, keysNamed } from '../proof/checkpoint.ts';
import { checkChains } from '../proof/complete.ts';
import { knownFrom } from '../proof/definition-rows.ts';
import { automaticEntries } from '../proof/entries/automatic.ts';
import { correctedEntries } from '../proof/entries/corrected.ts';
import { decidingDefinition } from '../proof/entries/deciding-definition.ts';
import type { EntryText } from '../proof/entries/entry-rows.ts';
import { powers } from '../proof/entries/powers.ts';
import { redecide } from '../proof/entries/redecide.ts';
import { seenEntries } from '../proof/entries/seen.ts';
import { signatures } from '../proof/entries/signatures.ts';
import { walkPages } from '../proof/entries/walk-chains.ts';
import { Findings, inOrder } from '../proof/findings.ts';
import { KeptDefinitions, type LyingDefinitions } from '../proof/kept-definitions.ts';
import type { Checked, Wrong } from '../proof/wrong.ts';
import type { Archive } from './read.ts';

export interface ArchiveProof {
  ok: boolean;
  entries: number;
  checks: Checked[];
  /** The first fault of each kind in each chain, the eldest first. */
  wrong: Wrong[];
}

/** @param signed a checkpoint of the same programme that is whole (fileFault): only it shows that a tail was cut off */
export async function proveArchive(
  { definitions, parts, chains }: Archive,
  signed: SignedCheckpoint | null = null,
): Promise<ArchiveProof> {
  const findings = new Findings();
  const byDigest = new Map(parts.map((part) => [part.digest, part]));
  const lying: LyingDefinitions = {
    rows: async (asked) => definitions.filter(({ chain }) => asked.includes(chain)),
    parts: async (digests) => digests.flatMap((digest) => byDigest.get(digest) ?? []),
  };
  const known = await knownFrom([definitions], lying.parts, findings);
  const kept = new KeptDefinitions(lying);
  const between: EntriesBetween = async (chain, from, to) =>
    (chains.get(chain) ?? []).slice(Math.max(0, from - 1), to);
  const visitors = [
    decidingDefinition(known, findings),
    automaticEntries(kept, findings),
    correctedEntries(between, kept, findings),
    seenEntries(between, findings),
    signatures(findings),
    powers(findings, new Map()),
    redecide(kept, findings),
  ];
  const { entries, heads } = await walkPages(pagesOf(chains), findings, visitors);
  checkChains(known, heads, findings);
  if (signed !== null) checkAgainst(signed, chains, findings);
  const checks = findings.all();
  const wrong = inOrder(checks.flatMap((checked) => checked.wrong));
  return { ok: wrong.length === 0, entries, checks, wrong };
}

function checkAgainst(
  signed: SignedCheckpoint,
  chains: ReadonlyMap<string, readonly Entry[]>,
  findings: Findings,
): void {
  const bodyAt = (chain: string, seq: number) => chains.get(chain)?.[seq - 1]?.body;
  const own = chains.get(signed.checkpoint.programme) ?? [];
  checkKey(signed, keysNamed(own.map(({ body }) => body)), findings);
  const anchors = anchorsIn(signed);
  findings.looked('anchors', anchors.length);
  for (const anchor of anchors) compare('anchors', anchor, bodyAt(anchor.chain, anchor.seq), findings);
}

function* pagesOf(chains: ReadonlyMap<string, readonly Entry[]>): Generator<EntryText[]> {
  for (const [chain, entries] of chains)
    yield entries.map((entry, index) => ({ chain, seq: index + 1, ...entry }));
}
