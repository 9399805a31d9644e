// What someone who may do everything to the database can do to a record, and what finds it.
import type { Tampering } from './tampering.ts';
import { bytes, chained, columns } from './tamperings-of-entries.ts';
import { onlyAnchored, signing } from './tamperings-of-signatures.ts';
import { definitions, guards, models } from './tamperings-of-tables.ts';

export const tamperings: readonly Tampering[] = [
  ...bytes,
  ...columns,
  ...chained,
  ...signing,
  ...onlyAnchored,
  ...definitions,
  ...models,
  ...guards,
];
