// A meeting as it is shown: to each reader the items of systems that they see, and of a procurement that is undecided what their duty is.

import { quorumFor } from '../../../machines/decision/ballot.ts';
import type { Decides } from '../../../machines/decision/resolution.ts';
import { itemKey } from '../../../machines/decision/resolution.ts';
import { type Hidden, isInside } from '../../../machines/migration/procurement/disclosure.ts';
import { barredFrom } from '../../../machines/migration/resolution/barred.ts';
import { standing } from '../../../machines/migration/state.ts';
import type { ProgrammeDefinition } from '../../../machines/programme/definition.ts';
import { conditionsOf, takesConditions } from '../../../machines/programme/meetings/conditions.ts';
import type { Item, KnownMeeting, Meeting, Seat } from '../../../machines/programme/meetings/meeting.ts';
import { factOf } from '../../../machines/programme/meetings/resolutions.ts';
import { rollNow, seatOf, seatsFor } from '../../../machines/programme/meetings/roll.ts';
import {
  ballotOf,
  countFor,
  isRecused,
  type MeetingBody,
  mayAnswer,
  meetingBody,
  stillOut,
  votersFor,
} from '../../../machines/programme/meetings/sitting-rules.ts';
import { sees } from '../../../machines/programme/people/sight.ts';
import type { Powers } from '../../../machines/programme/powers/grant.ts';
import { resolvedText } from '../../../texts/meetings/act-texts.ts';
import { decidesText } from '../../../texts/meetings/words.ts';
import { type Names, namesOf, programmeNames } from '../../../texts/names.ts';
import { type Undisclosed, undisclosedText } from '../../../texts/undisclosed-texts.ts';
import type { MeetingItemView, MeetingLine, MeetingView } from '../../contract/meetings/meetings.ts';
import type { Setting } from '../../contract/values.ts';
import { hiddenPhases, seesInside } from '../../door/disclosing.ts';
import { groundOf, lookedAtNow, type Now } from '../../door/meetings/looking.ts';
import type { SystemNames } from '../../door/naming/system-names.ts';
import type { Viewer } from '../../http/request.ts';
import { nameFor } from '../procuring/rfp-view.ts';

export interface MeetingShown {
  definition: ProgrammeDefinition;
  /** Who holds what: of a meeting under way, who has been given a seat since it was convened has it too. */
  powers: Powers | undefined;
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

export function hides(
  { viewer }: Pick<MeetingShown, 'viewer'>,
  { system, decides, resolution }: Pick<Item, 'system' | 'decides' | 'resolution'>,
  now: Now | undefined,
): Undisclosed | null {
  if (!sees(viewer.held, { system })) return 'otherSystem';
  if (!now) return null;
  const hidden: Hidden = hiddenPhases(viewer, system, now);
  if (hidden.has(phaseAt(decides, now))) return 'procurement';
  return isKeptInside(decides, resolution) && !seesInside(viewer, now) ? 'inside' : null;
}

/** What is never published of a procurement: until it is resolved all of it, and then what its own entry does not show. */
const isKeptInside = (decides: Decides, resolution: Item['resolution']): boolean =>
  'rfp' in decides && (resolution === undefined || isInside(factOf(resolution, NOWHERE)));

/** Whether its entry is shown does not depend on the one that closed the meeting. */
const NOWHERE = { seq: 0, hash: '' };

/** The names of an item's system, and of bidders as far as the reader may know them. */
export function itemNames({ viewer, systems, definition }: Named, now: Now | undefined): Names {
  const open = now?.snapshot.context.rfp?.open;
  const named = now && open ? nameFor(open, seesInside(viewer, now)) : null;
  const names = now ? namesOf(now.definition, systems) : programmeNames(definition.bodies, systems);
  // An id is one of its own procurement: of one that is over, the same id may be another's.
  return { ...names, bidder: (rfp, id) => (rfp === open?.number ? named?.(id) : undefined) ?? id };
}
type Named = Pick<MeetingShown, 'viewer' | 'systems' | 'definition'>;

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
  answerable: [],
  takesConditions: false,
  conditions: [],
  motion: null,
  votes: [],
  casting: null,
  reason: null,
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
  const names = itemNames(shown, now);
  const barred = now ? barredFrom(groundOf(now), decides) : [];
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
      .filter((seat) => !isRecused(item, seat))
      .map(({ account }) => account),
    recused: Object.entries(recused).map(([account, reason]) => ({ account, reason })),
    presider: ballotOf(meeting, item).presider,
    voters: votersFor(body, meeting, item),
    out: meeting.form === 'circulation' ? stillOut(meeting, item) : [],
    answerable: meeting.form === 'circulation' ? mayAnswer(meeting, item) : [],
    takesConditions: takesConditions(item),
    conditions: conditionsOf(meeting, item).map(({ reopens = null, ...asked }) => ({
      ...asked,
      ownerLabel: names.post(asked.owner),
      reopens,
    })),
    motion: vote?.motion ?? null,
    // A voice is void once its giver is recused.
    votes: Object.entries(vote?.voices ?? {}).flatMap(([account, voice]) =>
      present.includes(account) ? [{ account, voice }] : [],
    ),
    casting: vote?.casting ?? null,
    reason: resolution?.reason ?? vote?.reason ?? null,
    count: vote || meeting.present ? counted(counts) : null,
    outcome: resolution?.outcome ?? null,
    said: resolution ? resolvedText(resolution, names) : null,
    taken: resolution !== undefined && now?.snapshot.context.resolved?.includes(itemKey(resolution)) === true,
  };
}

const counted = ({ byCasting: _byCasting, ...count }: ReturnType<typeof countFor>) => count;

export const seatView = ({ account, name, system, deputy }: Seat): MeetingView['roll'][number] => ({
  account,
  name,
  system,
  deputy: deputy ?? null,
});

/** Null where its body has no rules any more. */
export function meetingViewOf(shown: MeetingShown, known: Meeting, setting: Setting): MeetingView | null {
  const { definition, powers } = shown;
  const body = meetingBody(definition, known.body);
  if (!body) return null;
  const meeting = known.status === 'open' ? { ...known, ...rollNow(known, powers, body.meets) } : known;
  const names = programmeNames(definition.bodies, shown.systems);
  const [chair = null, deputyChair = null] = meeting.chairs;
  return {
    ...meetingLineOf(meeting, definition),
    setting,
    at: meeting.at ?? null,
    place: meeting.place ?? null,
    secretariat: body.meets.secretariat.map((post) => ({ post, label: names.post(post) })),
    members: body.members,
    quorum: quorumFor(body.meets, body.members, meeting.form),
    roll: meeting.roll.map(seatView),
    chair,
    deputyChair,
    present: meeting.present ?? null,
    away: Object.entries(meeting.absence ?? {}).map(([account, reason]) => ({ account, reason })),
    minutesWanted: body.meets.minutes,
    agenda: meeting.agenda.map((item, index) => itemView(shown, body, meeting, item, index + 1)),
  };
}
