// What an archive is made of: one programme, whole, as a ZIP of texts. Its files, in their order, and how much of them is read.
import * as z from 'zod';
import { chainForm, programmeKeyForm, programmeOf } from '../../machines/record/chain.ts';
import { GENESIS } from '../../machines/record/entry.ts';

/** Far more than one municipality writes in ten years, far less than what would keep others waiting. */
export const ARCHIVE = {
  /** Bytes of the file itself, and of all that it holds. */
  packed: 512 * 1024 * 1024,
  unpacked: 2 * 1024 * 1024 * 1024,
  /** Of one file: a text of more is none. */
  file: 480 * 1024 * 1024,
  files: 5_000,
} as const;

export const DEFINITIONS = 'definitions.jsonl';
export const PARTS = 'parts.jsonl';
export const KEYS = 'keys.jsonl';
export const PEOPLE = 'people.jsonl';
export const DOCUMENTS = 'documents.jsonl';
export const MANIFEST = 'manifest.json';
/** Those of which the chains say it all: for readers, and held to what the chains say. */
export const DERIVED = [KEYS, PEOPLE, DOCUMENTS] as const;

const chain = z.string().regex(chainForm);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const text = z.strictObject({ ja: z.string(), en: z.string() });

export const manifest = z.strictObject({
  kind: z.literal('sekimori-archive'),
  format: z.literal(1),
  programme: z.string().regex(programmeKeyForm),
  name: text,
  rehearsal: z.boolean(),
  /** The newest entry of every chain; of one that has only begun there is none: 0, and what a first entry follows. */
  heads: z.array(z.strictObject({ chain, seq: z.number().int().min(0), hash: sha256 })),
  /** Every file but this one, in its order. */
  files: z.array(z.strictObject({ path: z.string(), bytes: z.number().int().min(0), sha256 })),
});
export type Manifest = z.infer<typeof manifest>;

export const NOTHING = { seq: 0, hash: GENESIS };

export const definitionLine = z.strictObject({
  chain,
  version: z.number().int().min(1),
  kind: z.enum(['programme', 'migration']),
  json: z.string(),
  begin: z.string().nullable(),
  position: z.number().int(),
});
export const partLine = z.strictObject({ digest: sha256, json: z.string() });
export const entryLine = z.strictObject({
  hash: sha256,
  body: z.string(),
  snapshot: z.string(),
  effects: z.string(),
});

/** Of a chain's entries. */
export const pathOf = (of: string): string => `chains/${of}.jsonl`;

/** The files of a programme with these chains, in their order. */
export const pathsOf = (chains: readonly string[]): string[] => [
  DEFINITIONS,
  PARTS,
  ...chains.map(pathOf),
  ...DERIVED,
  MANIFEST,
];

/** A programme's own chain before those of its migrations, which follow by their names. */
export const inOrder = (chains: readonly string[]): string[] => [...new Set(chains)].sort();

export const isOf = (programme: string, of: string): boolean => programmeOf(of) === programme;
