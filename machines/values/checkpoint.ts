// How a checkpoint is written for people: hashes in groups of four, to be read aloud, and what its file is called.
import { dayOf } from './date.ts';

const grouped = (hash: string): string => hash.match(/.{1,4}/g)?.join(' ') ?? '';

/** The beginning of a head, as it stands on paper: `9f3a 02bc 11de 77aa`. */
export const headWord = (hash: string): string => grouped(hash.slice(0, 16));

/** A digest in lines that fit a narrow page. */
export const digestLines = (digest: string): string[] => digest.match(/.{1,16}/g)?.map(grouped) ?? [];

/** What a file of it is called, by the day on which it was made; a rehearsal's says so. */
export const checkpointFile = (of: { programme: string; rehearsal: boolean; at: string }): string =>
  `sekimori-${of.programme}${of.rehearsal ? '-rehearsal' : ''}-${dayOf(of.at)}.checkpoint.json`;
