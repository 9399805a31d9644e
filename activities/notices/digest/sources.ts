// Every source of a digest's lines, in the order in which a section tells them.
import type { Source } from './source.ts';

export const sources: readonly Source[] = [];
