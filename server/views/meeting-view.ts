// A meeting as it is shown: to each reader the items of systems that they see, and of a procurement that is undecided what their duty is.

import { quorumFor } from '../../machines/decision/ballot.ts';
import type { Decides } from '../../machines/decision/resolution.ts';
import { itemKey } from '../../machines/decision/resolution.ts';
import { type Hidden, isInside } from '../../machines/migration/procurement/disclosure.ts';
import { standing } from '../../machines/migration/state.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import type { Item, KnownMeeting, Meeting } from '../../machines/programme/meetings/meeting.ts';
import { factOf } from '../../machines/programme/meetings/resolutions.ts';
import { seatOf, seatsFor } from '../../machines/programme/meetings/roll.ts';
import {
  ballotOf,
  countFor,
  type MeetingBody,
  meetingBody,
  stillOut,
  votersFor,
} from '../../machines/programme/meetings/sitting-rules.ts';
import { sees } from '../../machines/programme/people/sight.ts';
import { resolvedText } from '../../texts/meetings/act-texts.ts';
import { decidesText } from '../../texts/meetings/words.ts';
import { namesOf, programmeNames } from '../../texts/names.ts';
import { type Undisclosed, undisclosedText } from '../../texts/undisclosed-texts.ts';
import type { MeetingItemView, MeetingLine, MeetingView } from '../contract/meetings/meetings.ts';
import type { Setting } from '../contract/values.ts';
import { hiddenPhases, seesInside } from '../door/disclosing.ts';
import { barredFrom, lookedAtNow, type Now } from '../door/meetings/looking.ts';
import type { SystemNames } from '../door/system-names.ts';
import type { Viewer } from '../http/request.ts';

export interface MeetingShown {
  definition: ProgrammeDefinition;
  systems: SystemNames;
  states: ReadonlyMap<string, Now>;
  viewer: Viewer;
}

const isKnown = (meeting: Meeting | KnownMeeting): meeting is KnownMeeting => 'items' in meeting;

export function meetingLineOf(meeting: Meeting | KnownMeeting, { bodies }: ProgrammeDefinition): MeetingLine {
  const { seq, body, form, on, status, minutes = null, sat = false } = meeting;
  const bodyLabel = programmeNames(bodies, new Map()).post(body);
  const items = isKnown(meeting) ? meeting.items : meeting.agenda.length;
  return { number: seq, body, bodyLabel, form, on, status, items, minutes, sat };
}

/** The phase whose files an item tells of. */
const phaseAt = (decides: Decides, now: Now): string =>
  decides.kind === 'gate' ? decides.phase : standing(now.snapshot).phase;

function hides(
  { viewer }: MeetingShown,
  { system, decides, resolution }: Item,
  now: Now | undefined,
): Undisclosed | null {
  if (!sees(viewer.held, { system })) return 'otherSystem';
  if (!now) return null;
  const hidden: Hidden = hiddenPhases(viewer, system, now);
  if (hidden.has(phaseAt(decides, now))) return 'procurement';
  return isKeptInside(decides, resolution) && !seesInside(viewer, system, now) ? 'inside' : null;
}

/** What is never published of a procurement: until it is resolved all of it, and then what its own entry does not show. */
const isKeptInside = (decides: Decides, resolution: Item['resolution']): boolean =>
  'rfp' in decides && (resolution === undefined || isInside(factOf(resolution, NOWHERE)));

/** Whether its entry is shown does not depend on the one that closed the meeting. */
const NOWHERE = { seq: 0, hash: '' };

const nothing = (number: number, why: Undisclosed): MeetingItemView => ({
  number,
  undisclosed: undisclosedText[why],
  system: null,
  systemName: null,
  decides: null,
  what: null,
  title: null,
  now: null,
  of: null,
  mustRecuse: [],
  recused: [],
  presider: null,
  voters: [],
  out: [],
  motion: null,
  votes: [],
  count: null,
  outcome: null,
  said: null,
  taken: false,
});

function itemView(
  shown: MeetingShown,
  body: MeetingBody,
  meeting: Meeting,
  item: Item,
  number: number,
): MeetingItemView {
  const { system, decides, title = null, of = null, recused = {}, vote, resolution } = item;
  const now = shown.states.get(system);
  const why = hides(shown, item, now);
  if (why) return nothing(number, why);
  const names = now
    ? namesOf(now.definition, shown.systems)
    : programmeNames(shown.definition.bodies, shown.systems);
  const barred = now ? barredFrom(now, decides) : [];
  const counts = countFor(body, meeting, item);
  const { present } = ballotOf(meeting, item);
  return {
    number,
    undisclosed: null,
    system,
    systemName: names.system(system),
    decides,
    what: decidesText(decides, names),
    title,
    now: now ? lookedAtNow(now, decides) : null,
    of,
    mustRecuse: seatsFor(meeting, system)
      .filter((seat) => [seat.account, seatOf(seat)].some((account) => barred.includes(account)))
      .map(({ account }) => account),
    recused: Object.entries(recused).map(([account, reason]) => ({ account, reason })),
    presider: ballotOf(meeting, item).presider,
    voters: votersFor(body, meeting, item),
    out: meeting.form === 'circulation' ? stillOut(meeting, item) : [],
    motion: vote?.motion ?? null,
    // A voice is void once its giver is recused.
    votes: Object.entries(vote?.voices ?? {}).flatMap(([account, voice]) =>
      present.includes(account) ? [{ account, voice }] : [],
    ),
    count: vote || meeting.present ? counted(counts) : null,
    outcome: resolution?.outcome ?? null,
    said: resolution ? resolvedText(resolution, names) : null,
    taken: resolution !== undefined && now?.snapshot.context.resolved?.includes(itemKey(resolution)) === true,
  };
}

const counted = ({ byCasting: _byCasting, ...count }: ReturnType<typeof countFor>) => count;

/** Null where its body has no rules any more. */
export function meetingViewOf(shown: MeetingShown, meeting: Meeting, setting: Setting): MeetingView | null {
  const { definition } = shown;
  const body = meetingBody(definition, meeting.body);
  if (!body) return null;
  const names = programmeNames(definition.bodies, shown.systems);
  const [chair = null, deputyChair = null] = meeting.chairs;
  return {
    ...meetingLineOf(meeting, definition),
    setting,
    place: meeting.place ?? null,
    secretariat: body.meets.secretariat.map((post) => ({ post, label: names.post(post) })),
    members: body.members,
    quorum: quorumFor(body.meets, body.members, meeting.form),
    roll: meeting.roll.map(({ account, name, system, deputy = null }) => ({ account, name, system, deputy })),
    chair,
    deputyChair,
    present: meeting.present ?? null,
    agenda: meeting.agenda.map((item, index) => itemView(shown, body, meeting, item, index + 1)),
  };
}
