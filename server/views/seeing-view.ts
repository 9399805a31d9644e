// What was decided by 代決, as it is told: in whose name, by when it is to be looked at (後閲), and when it was.
import * as z from 'zod';
import type { InName } from '../../ledger/chain/seen.ts';
import type { Text } from '../../machines/definition/definition.ts';
import { programmeOf, systemOf } from '../../machines/record/chain.ts';
import { actText } from '../../texts/acts/act-texts.ts';
import type { Names } from '../../texts/names.ts';
import { undisclosedText } from '../../texts/undisclosed-texts.ts';
import type { SeeingView } from '../contract/entries.ts';
import type { AwaitingView } from '../contract/posts.ts';
import type { Hides } from '../door/disclosing.ts';

export const seeingView = ({ of, seenBy, seenOn, seenAt }: InName): SeeingView => ({
  of,
  seenBy,
  seenOn,
  seenAt,
});

interface Around {
  names: Names;
  systems: ReadonlyMap<string, Text>;
  today: string;
  hides: Hides;
}

/** What still waits, in the order of the days by which it is to be seen; what has none comes last. */
export function awaitingViews(all: readonly InName[], around: Around): AwaitingView[] {
  const due = ({ seenBy, of }: InName) => `${seenBy ?? '9999'} ${of.occurredOn}`;
  return all
    .filter(({ seenOn }) => seenOn === null)
    .sort((one, other) => due(one).localeCompare(due(other)))
    .map((one) => awaitingView(one, around));
}

/** An answer names its meeting; what a migration has taken of one, the resolution does. */
const ofMeeting = z.object({ meeting: z.number() });
const ofResolution = z.object({ resolution: ofMeeting });

function meetingIn(fact: unknown): number | null {
  const answered = ofMeeting.safeParse(fact);
  if (answered.success) return answered.data.meeting;
  const taken = ofResolution.safeParse(fact);
  return taken.success ? taken.data.resolution.meeting : null;
}

function awaitingView({ chain, seq, of, name, seenBy, body }: InName, around: Around): AwaitingView {
  const { names, systems, today, hides } = around;
  // What was decided in the programme itself goes by its code.
  const system = systemOf(chain) ?? programmeOf(chain);
  const why = hides(body);
  return {
    system,
    systemName: systems.get(system) ?? { ja: system, en: system },
    entry: seq,
    summary: why === null ? actText(of.act) : undisclosedText[why],
    of: why === null ? of : null,
    holder: of.holder,
    account: of.account,
    name,
    post: of.post,
    postLabel: names.post(of.post),
    occurredOn: of.occurredOn,
    meeting: why === null ? meetingIn(body.fact) : null,
    seenBy,
    isLate: seenBy !== null && seenBy < today,
  };
}
