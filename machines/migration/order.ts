// An act that follows another does not lie before it: the day of its cause is kept, and it is refused where it certainly does.
import { type Refusal, refusal } from '../record/refusal.ts';
import type { Stamp } from '../record/submission.ts';
import type { VagueDay } from '../values/date.ts';
import { liesBefore } from './reach.ts';

/** `cause`: the type of the act that it follows; `on`: its day, none where there is no such act. */
export const notBefore = (event: Stamp, cause: string, on: VagueDay | undefined): Refusal[] =>
  on !== undefined && liesBefore(event, on)
    ? [refusal('date.beforeCause', { occurredOn: event.occurredOn, cause, on })]
    : [];
