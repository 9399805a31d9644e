// Parts of a procurement as the server shows it.
import type { RfpView } from '../../server/contract/procuring/rfp.ts';

export type Open = NonNullable<RfpView['open']>;
/** What only those with a duty in it and auditors are shown. */
export type InsideView = NonNullable<Open['inside']>;
