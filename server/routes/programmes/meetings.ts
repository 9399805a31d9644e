// Meetings of a programme's bodies: shown to each as far as they see, closed, and carried to the migrations; their agenda and a draft of
// their minutes as documents.

import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { barredFrom } from '../../../machines/migration/resolution/barred.ts';
import { CLOSED } from '../../../machines/programme/meetings/closing.ts';
import { isRecused, meetingsOf, presentFor } from '../../../machines/programme/meetings/sitting-rules.ts';
import { programmeRefusal } from '../../../machines/programme/refusal.ts';
import { answersFor } from '../../../machines/record/deputy.ts';
import { refusal } from '../../../machines/record/refusal.ts';
import { agendaDocument, minutesDraft } from '../../../texts/meetings/document.ts';
import { programmeNames } from '../../../texts/names.ts';
import { refusalView } from '../../../texts/refusals/refusal-texts.ts';
import {
  meetingCarried,
  meetingCarrying,
  meetingClosing,
  meetingList,
  meetingView,
} from '../../contract/meetings/meetings.ts';
import { carryAll } from '../../door/meetings/carrying.ts';
import { groundOf, statesBySystem, type WholeMeeting } from '../../door/meetings/looking.ts';
import { attachment, MARKDOWN } from '../../http/attachment.ts';
import { type Api, guarded, json, jsonBody, refusedAnswer } from '../../http/guarded-route.ts';
import { ProblemError } from '../../http/problem/problem.ts';
import type { RequestEnv } from '../../http/request.ts';
import type { ServerParts } from '../../parts.ts';
import { meetingLineOf, meetingViewOf } from '../../views/meetings/meeting-view.ts';
import { settingOf } from '../../views/setting.ts';
import { meetingPath, programmePath } from '../parameters.ts';
import { meetingsAtHand } from './meetings-at-hand.ts';

const tags = ['meetings'];
const markdown = (description: string) => ({
  description,
  content: { 'text/markdown': { schema: z.string() } },
});

const listRoute = guarded(
  { need: 'reads' },
  {
    method: 'get',
    path: '/programmes/{code}/meetings',
    operationId: 'listMeetings',
    tags,
    summary: '会議の一覧 / meetings of bodies, the newest first',
    request: { params: programmePath },
    responses: { 200: json(meetingList, 'meetings') },
  },
);
const oneRoute = guarded(
  { need: 'reads', logged: 'once' },
  {
    method: 'get',
    path: '/programmes/{code}/meetings/{number}',
    operationId: 'getMeeting',
    tags,
    summary: '会議：議案・出席・採決・議決 / one meeting: agenda, presence, votes, resolutions',
    request: { params: meetingPath },
    responses: { 200: json(meetingView, 'the meeting') },
  },
);
/** A document of one meeting: its head but for what it is called. */
const documentRoute = <Path extends string>(
  path: Path,
  operationId: string,
  { summary, description }: Record<'summary' | 'description', string>,
) =>
  guarded(
    { need: 'reads' },
    {
      method: 'get',
      path,
      operationId,
      tags,
      summary,
      request: { params: meetingPath },
      responses: { 200: markdown(description) },
    },
  );
const agendaRoute = documentRoute('/programmes/{code}/meetings/{number}/agenda', 'meetingAgenda', {
  summary: '次第（Markdown） / the agenda as a document',
  description: 'the agenda',
});
const minutesRoute = documentRoute('/programmes/{code}/meetings/{number}/minutes', 'meetingMinutesDraft', {
  summary: '議事録案（Markdown） / a draft of the minutes',
  description: 'the draft',
});
const closeRoute = guarded(
  { need: 'acts' },
  {
    method: 'post',
    path: '/programmes/{code}/meetings/{number}/close',
    operationId: 'closeMeeting',
    tags,
    summary:
      '閉会し、議決を各システムに反映する / close it, and carry what it resolved to each system, item by item',
    request: { params: meetingPath, body: jsonBody(meetingClosing) },
    responses: { 200: json(meetingCarried, 'closed; what came of each item'), ...refusedAnswer },
  },
);
const resumeRoute = guarded(
  { need: 'acts' },
  {
    method: 'post',
    path: '/programmes/{code}/meetings/{number}/resume',
    operationId: 'resumeMeeting',
    tags,
    summary: '反映の残りを続ける / carry what is left of a closed meeting; nothing twice',
    request: { params: meetingPath, body: jsonBody(meetingCarrying) },
    responses: { 200: json(meetingCarried, 'what came of each item'), ...refusedAnswer },
  },
);

type C = Context<RequestEnv>;

export function meetingRoutes(api: Api, parts: ServerParts): void {
  const { namesAt, contextOf, wholeOf, record, shownOf } = meetingsAtHand(parts);
  const viewOf = async (c: C, number: number) => {
    const at = c.get('programme');
    const { meeting } = await wholeOf(at.definition.code, number);
    const shown = await shownOf(
      c,
      meeting.agenda.map(({ system }) => system),
    );
    const view = meetingViewOf(shown, meeting, settingOf(at));
    if (!view) throw new ProblemError('notFound');
    return view;
  };
  const carried = async (c: C, whole: WholeMeeting, post: string) => {
    const { meeting, by } = whole;
    if (!by || meeting.status !== 'closed') {
      const { seq, status } = meeting;
      const refused = programmeRefusal('meeting.notClosed', { meeting: seq, status });
      throw new ProblemError('refused', {
        refusals: [refusalView(refused, await namesAt(c.get('programme')))],
      });
    }
    const items = await carryAll(parts, c, { meeting, by }, post);
    return { setting: settingOf(c.get('programme')), meeting: meeting.seq, closedBy: by.seq, items };
  };

  api.openapi(listRoute, async (c) => {
    const at = c.get('programme');
    const { open, known } = meetingsOf((await contextOf(at.definition.code)).context);
    const all = [...open, ...known].sort((a, b) => b.seq - a.seq);
    return c.json(
      { setting: settingOf(at), items: all.map((one) => meetingLineOf(one, at.definition)) },
      200,
    );
  });
  api.openapi(oneRoute, async (c) => c.json(await viewOf(c, c.req.valid('param').number), 200));
  api.openapi(agendaRoute, async (c) => {
    const view = await viewOf(c, c.req.valid('param').number);
    return c.body(agendaDocument(view), 200, attachment(MARKDOWN));
  });
  api.openapi(minutesRoute, async (c) => {
    const view = await viewOf(c, c.req.valid('param').number);
    return c.body(minutesDraft(view), 200, attachment(MARKDOWN));
  });
  api.openapi(closeRoute, async (c) => {
    const { code, number } = c.req.valid('param');
    const { post, reasons, requestId } = c.req.valid('json');
    const open = await wholeOf(code, number);
    if (open.by === null) await requireRecused(parts, c, open);
    const fact = { type: CLOSED, meeting: number, ...(reasons ? { reasons } : {}) };
    await record(c, post, fact, requestId);
    return c.json(await carried(c, await wholeOf(code, number), post), 200);
  });
  api.openapi(resumeRoute, async (c) => {
    const { code, number } = c.req.valid('param');
    return c.json(await carried(c, await wholeOf(code, number), c.req.valid('json').post), 200);
  });
}

/** @throws ProblemError refused where somebody took part who drafted: once it is closed, only another meeting could mend that */
async function requireRecused(parts: ServerParts, c: C, { meeting }: WholeMeeting): Promise<void> {
  const { definition } = c.get('programme');
  const states = await statesBySystem(
    parts.ledger,
    definition.code,
    meeting.agenda.map(({ system }) => system),
  );
  const names = programmeNames(definition.bodies, await parts.systemNames(definition));
  const wrong = meeting.agenda.flatMap((item) => {
    const now = states.get(item.system);
    const barred = now && item.vote ? barredFrom(groundOf(now), item.decides) : [];
    const there = presentFor(meeting, item);
    const seats = meeting.roll.filter((seat) => there.includes(seat.account) && !isRecused(item, seat));
    const found = seats.filter((seat) => answersFor(seat).some((account) => barred.includes(account)));
    return found.map(({ account, name }) => `${name}（${account}）`);
  });
  if (wrong.length === 0) return;
  const refused = refusal('meeting.mustRecuse', { accounts: [...new Set(wrong)] });
  throw new ProblemError('refused', { refusals: [refusalView(refused, names)] });
}
