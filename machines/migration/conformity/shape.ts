// What a system can be shown to conform to before it is live (標準化法5条の標準化基本方針). Shape only.
import * as z from 'zod';

/** data: データ要件; linkage: 連携要件. */
export const requirement = z.enum(['data', 'linkage']);
export type Requirement = z.infer<typeof requirement>;
