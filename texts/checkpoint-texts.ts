// What is said of a checkpoint: its page on paper, the letter that carries it, and why a file is refused. Hashes are written in groups of
// four, to be read aloud.
import type { CheckpointFault } from '../ledger/lock/checkpoints.ts';
import type { Text } from '../machines/definition/definition.ts';

/** `9f3a 02bc …`, sixteen groups of a whole hash. */
export const grouped = (hash: string): string => hash.match(/.{1,4}/g)?.join(' ') ?? '';

/** The beginning of a head, as it stands on paper. */
export const headWord = (hash: string): string => grouped(hash.slice(0, 16));

/** A digest in lines that fit a narrow page. */
export const digestLines = (digest: string): string[] => digest.match(/.{1,16}/g)?.map(grouped) ?? [];

export const refusedFile: Record<Exclude<CheckpointFault, 'unnamed' | 'untimely'>, Text> = {
  heads: {
    ja: 'チェックポイントの連鎖の並びが、サーバの作るものではありません。書き換えられています。',
    en: 'The chains of this checkpoint do not stand as a server writes them: it was altered.',
  },
  digest: {
    ja: 'チェックポイントの内容が、その検証値と合いません。書き換えられています。',
    en: 'This checkpoint is not what its digest says: it was altered.',
  },
  altered: {
    ja: 'チェックポイントの内容が、その署名と合いません。書き換えられています。',
    en: 'This checkpoint is not what was signed: it was altered.',
  },
};

export const ofAnother = (programme: string, code: string): Text => ({
  ja: `この計画（${code}）のチェックポイントではありません（${programme} のものです）。`,
  en: `This checkpoint is of ${programme}, not of this programme (${code}).`,
});
