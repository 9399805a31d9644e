// What a driver answers with: the entries that stand, and which of the asked-for events they are not.
import { requestKey } from '../../machines/record/claim.ts';
import { type Recordable, type Recorded, sameClaim } from './recorder.ts';
import { refused } from './refused.ts';
import type { Submitted } from './replies.ts';

export function submitted<Event, Effect>(
  recorded: readonly Recorded<Event, Effect>[],
  isRepeated: boolean,
): Submitted {
  const entries = recorded.map(({ receipt }) => receipt);
  return { version: entries.at(-1)?.seq ?? 0, entries, repeated: isRepeated };
}

/**
 * The answer to request ids that are recorded already: the entries that stand there, if they say the same.
 * @throws ApplicationFailure `Refused`
 */
export function repeated<Event extends Recordable, Effect>(
  events: readonly Event[],
  there: readonly Recorded<Event, Effect>[],
  { refuseRepeated }: { refuseRepeated: (requestId: string) => { code: string } },
): Submitted {
  const strange = strangeRequests(events, there);
  if (strange.length > 0) throw refused(strange.map((requestId) => refuseRepeated(requestId)));
  return submitted(there, true);
}

/** Request ids under which something else stands than is asked for now, or that stand while others with them do not. */
function strangeRequests<Event extends Recordable, Effect>(
  events: readonly Event[],
  there: readonly Recorded<Event, Effect>[],
): string[] {
  const byKey = new Map(there.map((entry) => [requestKey(entry.event), entry]));
  const strange = events.filter((event) => {
    const entry = byKey.get(requestKey(event));
    return entry !== undefined && !sameClaim(entry.event, event);
  });
  const partly = there.length < events.length ? there.map(({ event }) => event) : [];
  return [...strange, ...partly].map(({ requestId }) => requestId);
}
