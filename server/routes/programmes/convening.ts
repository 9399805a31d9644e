// A meeting is convened with what is under decision; before it is, whoever asks is told which bodies meet, who has a seat, what they could decide.
import { z } from '@hono/zod-openapi';
import type { Decides } from '../../../machines/decision/resolution.ts';
import { puttingObjections } from '../../../machines/migration/resolution/putting.ts';
import { convening } from '../../contract/meetings/convening.ts';
import { meetingRecorded, newMeeting } from '../../contract/meetings/meetings.ts';
import { day } from '../../contract/values.ts';
import { lookedAtNow, type Now, statesBySystem, underDecision } from '../../door/meetings/looking.ts';
import { type Api, guarded, json, jsonBody, refusedAnswer } from '../../http/guarded-route.ts';
import { ProblemError } from '../../http/problem/problem.ts';
import { refusedWith } from '../../http/problem/refused-by.ts';
import type { ServerParts } from '../../parts.ts';
import { conveningOf } from '../../views/meetings/convening-view.ts';
import { hides } from '../../views/meetings/meeting-view.ts';
import { settingOf } from '../../views/setting.ts';
import { programmePath } from '../parameters.ts';
import { meetingsAtHand } from './meetings-at-hand.ts';

const tags = ['meetings'];

const conveningRoute = guarded(
  { need: 'reads', ofEverySystem: true },
  {
    method: 'get',
    path: '/programmes/{code}/convening',
    operationId: 'convening',
    tags,
    summary:
      '招集の前に分かること：会議体・その日に席のある人・議案にできるもの / before convening: bodies that meet, who has a seat that day, what each could decide',
    request: { params: programmePath, query: z.object({ on: day.optional() }) },
    responses: { 200: json(convening, 'as the reader may see it') },
  },
);
const conveneRoute = guarded(
  { need: 'acts' },
  {
    method: 'post',
    path: '/programmes/{code}/meetings',
    operationId: 'conveneMeeting',
    tags,
    summary: '会議・書面開催の招集 / convene a meeting or a circulation; what is under decision is filled in',
    request: { params: programmePath, body: jsonBody(newMeeting) },
    responses: { 200: json(meetingRecorded, 'convened'), ...refusedAnswer },
  },
);

export function conveningRoutes(api: Api, parts: ServerParts): void {
  const { ledger } = parts;
  const { namesAt, record, shownOf } = meetingsAtHand(parts);

  api.openapi(conveningRoute, async (c) => {
    const at = c.get('programme');
    const { on = at.days.programme } = c.req.valid('query');
    return c.json(conveningOf(await shownOf(c, at.definition.systems), on, settingOf(at)), 200);
  });
  api.openapi(conveneRoute, async (c) => {
    const { code } = c.req.valid('param');
    const { post, requestId, agenda: asked, at: hour, place, ...given } = c.req.valid('json');
    const at = c.get('programme');
    const states = await statesBySystem(
      ledger,
      code,
      asked.map(({ system }) => system),
    );
    const posed: { now: Now; decides: Decides }[] = [];
    const agenda = asked.map(({ system, decides: wanted, title, conditions }, index) => {
      const now = states.get(system);
      const decides = wanted ?? (now && underDecision(now));
      if (!decides) throw nothingThere(index);
      // Whoever is not shown the item is told nothing of it here either: its resolution is refused.
      if (now && hides(at, { system, decides }, now) === null) posed.push({ now, decides });
      const of = given.form === 'circulation' && now ? lookedAtNow(now, decides) : null;
      return {
        system,
        decides,
        ...(title ? { title } : {}),
        ...(conditions ? { conditions } : {}),
        ...(of ? { of } : {}),
      };
    });
    const why = posed.flatMap(({ now, decides }) =>
      puttingObjections(now.definition, now.snapshot.context, { body: given.body, decides }),
    );
    if (why.length > 0) throw refusedWith(why, await namesAt(at));
    const fact = {
      type: 'meeting.convened' as const,
      ...given,
      ...(hour ? { at: hour } : {}),
      ...(place ? { place } : {}),
      agenda,
    };
    const { seq, repeated } = await record(c, post, fact, requestId);
    return c.json({ setting: settingOf(at), meeting: seq, repeated }, 200);
  });
}

function nothingThere(index: number): ProblemError {
  const message = {
    ja: 'そのシステムでは、いま決めることがありません（審査・手戻り・中止の申出がない）。何を決めるかを指定してください。',
    en: 'Nothing is under decision in that system. Say what is to be decided.',
  };
  return new ProblemError('invalid', {
    issues: [{ field: `agenda.${index}.system`, code: 'unknown', message }],
  });
}
