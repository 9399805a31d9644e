// Fields that several kinds of noted facts have. Shapes only.
import * as z from 'zod';
import { LENGTH } from '../../record/limits.ts';
import { fiscalYear, yen } from '../../values/schemas.ts';
import { maybeWritten, written, writtenLine } from '../../values/text.ts';
import { evidence } from '../gate/papers.ts';

export const line = writtenLine(LENGTH.line);
export const paragraph = written(LENGTH.paragraph);
export const note = maybeWritten(LENGTH.paragraph);
/** Counted from 1 within a system: 第2版, 第1回変更. */
export const number = z.number().int().min(1).max(999);
/** A history may not have it; people show it. */
export const paper = evidence.optional();

/** 移行経費 and 運用経費 of one fiscal year, apart. */
export const yearCost = z.strictObject({ fiscalYear, migrationYen: yen, operationYen: yen });
