// Every source of a digest's lines.
import type { Source } from './source.ts';
import { agingLines } from './sources/aging.ts';
import { deadlineLines } from './sources/deadlines.ts';
import { decisionLines } from './sources/decisions.ts';
import { toldLines } from './sources/told.ts';

export const sources: readonly Source[] = [deadlineLines, decisionLines, toldLines, agingLines];
