// A notice of a round that no later one has overtaken (machines/programme/today/still-true.ts).
import type { SinceNotice } from '../../../ledger/models/digests/told-since.ts';
import type { StillTrue as Standing } from '../../../machines/programme/today/still-true.ts';

export type StillTrue = Standing<SinceNotice>;
