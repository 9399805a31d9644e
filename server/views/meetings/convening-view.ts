// What may be known before a meeting is convened, as its reader may see it: the bodies that meet, who has a seat on a day, what each could decide.
import { quorumFor } from '../../../machines/decision/ballot.ts';
import { type Decidable, decidables } from '../../../machines/migration/resolution/decidable.ts';
import { takesConditions } from '../../../machines/programme/meetings/conditions.ts';
import { chairsOf, rollOf } from '../../../machines/programme/meetings/roll.ts';
import { type MeetingBody, meetingBody } from '../../../machines/programme/meetings/sitting-rules.ts';
import type { Day } from '../../../machines/values/date.ts';
import { decidesText, equalsText } from '../../../texts/meetings/words.ts';
import { programmeNames } from '../../../texts/names.ts';
import { tieRuleText } from '../../../texts/rfp/words.ts';
import type { Convening, MeetingBodyView, PosedView } from '../../contract/meetings/convening.ts';
import type { Setting } from '../../contract/values.ts';
import type { Now } from '../../door/meetings/looking.ts';
import { hides, itemNames, type MeetingShown, seatView } from './meeting-view.ts';

interface Posed extends PosedView {
  asked: readonly string[];
}

/** In the order of the programme. */
export function conveningOf(shown: MeetingShown, on: Day, setting: Setting): Convening {
  const { bodies, systems } = shown.definition;
  const posed = systems.flatMap((system) => {
    const now = shown.states.get(system);
    return now ? posedIn(shown, system, now) : [];
  });
  const names = programmeNames(bodies, shown.systems);
  return {
    setting,
    on,
    bodies: bodies.flatMap(({ id }) => {
      const body = meetingBody(shown.definition, id);
      return body ? [bodyView(shown, body, posed, on)] : [];
    }),
    owners: bodies.map(({ id }) => ({ post: id, label: names.post(id) })),
  };
}

const posedIn = (shown: MeetingShown, system: string, now: Now): Posed[] =>
  decidables(now.definition, now.snapshot)
    .filter(({ decides }) => hides(shown, { system, decides }, now) === null)
    .map((one) => posedView(shown, system, now, one));

function posedView(shown: MeetingShown, system: string, now: Now, one: Decidable): Posed {
  const { decides, asked, isNow } = one;
  const names = itemNames(shown, now);
  return {
    system,
    systemName: names.system(system),
    decides,
    what: decides.kind === 'tie' ? equalsText(decides, names) : decidesText(decides, names),
    isNow,
    takesConditions: takesConditions({ decides }),
    tied: tiedIn(now, one),
    asked,
  };
}

/** Whoever sees that there is a tie sees all of it. */
function tiedIn({ snapshot }: Now, { decides, hows = [] }: Decidable): PosedView['tied'] {
  if (decides.kind !== 'tie') return null;
  const bidders = snapshot.context.rfp?.open?.bidders;
  return {
    bidders: decides.order.map((id) => ({ id, name: bidders?.[id]?.name ?? id })),
    hows: hows.map((how) => ({ how, label: tieRuleText[how] })),
  };
}

function bodyView(
  { definition, systems, powers }: MeetingShown,
  body: MeetingBody,
  posed: readonly Posed[],
  on: Day,
): MeetingBodyView {
  const { id, members, meets } = body;
  const names = programmeNames(definition.bodies, systems);
  const roll = powers ? rollOf(powers, id, meets, on) : [];
  const [chair = null, deputyChair = null] = powers ? chairsOf(powers, roll, meets, on) : [];
  return {
    body: id,
    label: names.post(id),
    secretariat: meets.secretariat.map((post) => ({ post, label: names.post(post) })),
    members,
    quorum: quorumFor(meets, members, 'inPerson'),
    circulationQuorum: meets.circulation ? quorumFor(meets, members, 'circulation') : null,
    minutesWanted: meets.minutes,
    seats: roll.map(seatView),
    chair,
    deputyChair,
    items: posed.flatMap(({ asked, ...item }) => (asked.includes(id) ? [item] : [])),
  };
}
