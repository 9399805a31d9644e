// Every source of a digest's lines, in the order in which a section tells them.
import type { Source } from './source.ts';
import { agingLines } from './sources/aging.ts';

export const sources: readonly Source[] = [agingLines];
