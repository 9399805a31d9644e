// Programmes: which there are, one of them, its own events, and its clock.

import * as z from 'zod';
import { factTypes } from '../../../machines/migration/acts.ts';
import { entrySeq } from '../../../machines/migration/correction/shapes.ts';
import { isProgrammeFactType, programmeActs } from '../../../machines/programme/acts.ts';
import { CLOCK_MOVED } from '../../../machines/programme/clock/acts.ts';
import { programmeSubmission } from '../../../machines/programme/event.ts';
import { programmeNames } from '../../../texts/names.ts';
import { isOf, readingScope } from '../../accounts/authority.ts';
import { submitBody, submitted } from '../../contract/entries.ts';
import {
  type ProgrammeList,
  programmeList,
  programmeView as programmeShape,
} from '../../contract/programmes.ts';
import { clockBody, clockMoved } from '../../contract/settings/clock.ts';
import { asOfQuery } from '../../contract/values.ts';
import { otherWay } from '../../door/other-way.ts';
import { aboutAct, actorOf, envelope, readBy, recordedOf } from '../../door/submitting.ts';
import { type Api, guarded, json, jsonBody, refusedAnswer } from '../../http/guarded-route.ts';
import { ProblemError } from '../../http/problem/problem.ts';
import { type Caller, callerOf, type ProgrammeAtHand } from '../../http/request.ts';
import type { ServerParts } from '../../parts.ts';
import { programmeView } from '../../views/programme-view.ts';
import { asOfFrom, settingOf } from '../../views/setting.ts';
import { programmePath } from '../parameters.ts';

const tags = ['programmes'];

const listRoute = guarded(
  { need: 'signedIn' },
  {
    method: 'get',
    path: '/programmes',
    operationId: 'listProgrammes',
    tags,
    summary: '団体の一覧 / programmes the caller may see',
    responses: { 200: json(programmeList, 'programmes') },
  },
);
const oneRoute = guarded(
  { need: 'reads', logged: 'once' },
  {
    method: 'get',
    path: '/programmes/{code}',
    operationId: 'getProgramme',
    tags,
    summary: '団体の計画 / one programme, now or on a past day',
    request: { params: programmePath, query: asOfQuery },
    responses: { 200: json(programmeShape, 'the programme') },
  },
);
const eventRoute = guarded(
  { need: 'acts' },
  {
    method: 'post',
    path: '/programmes/{code}/events',
    operationId: 'submitToProgramme',
    tags,
    summary:
      '団体の出来事・会議の登録、改定の承認、代決の後閲など / record an event or meetings of the programme, decide on amendments, look at what was decided by a deputy; no entry is corrected here: 422 `notCorrectedSo` says what is done instead',
    request: { params: programmePath, body: jsonBody(submitBody) },
    responses: { 200: json(submitted, 'recorded'), ...refusedAnswer },
  },
);
const clockRoute = guarded(
  { need: 'acts' },
  {
    method: 'post',
    path: '/programmes/{code}/clock',
    operationId: 'moveClock',
    tags,
    summary: '演習時計を進める / move the clock of a rehearsal',
    request: { params: programmePath, body: jsonBody(clockBody) },
    responses: { 200: json(clockMoved, 'moved; what fell due on the way has fired'), ...refusedAnswer },
  },
);

export function programmeRoutes(api: Api, parts: ServerParts): void {
  const { ledger, door, clocks, systemNames, log } = parts;
  const namesAt = async ({ definition }: ProgrammeAtHand) =>
    programmeNames(definition.bodies, await systemNames(definition));
  const settingAfter = async (at: ProgrammeAtHand) => {
    clocks.forget(at.definition.code);
    const { now, today } = await clocks.of(at.definition);
    return settingOf({ ...at, now, days: { ...at.days, programme: today } });
  };
  api.openapi(listRoute, async (c) => c.json(await visibleProgrammes(parts, callerOf(c)), 200));
  api.openapi(oneRoute, async (c) => {
    const at = c.get('programme');
    const { code } = at.definition;
    const asOf = asOfFrom(c.req.valid('query'), at);
    const state = asOf ? await ledger.programmeOn(code, asOf.day, asOf.by) : await ledger.programme(code);
    if (!state) throw new ProblemError('notYet');
    return c.json(programmeView(state, at, state.definition.systems.length), 200);
  });
  api.openapi(eventRoute, async (c) => {
    const at = c.get('programme');
    const body = c.req.valid('json');
    c.set('about', aboutAct(body));
    const actor = actorOf(c, body.post, null, body.occurredOn);
    refuseOwnDoor(body.fact.type);
    if (corrections.has(body.fact.type)) {
      const { entry } = readBy(aboutEntry, body.fact, ['fact']);
      throw await otherWay(ledger, at.definition.code, entry);
    }
    const submission = readBy(programmeSubmission, { fact: body.fact, actor, ...envelope(body) });
    const outcome = await door.submitToProgramme(at.definition.code, submission);
    const { recorded } = await recordedOf(outcome, () => namesAt(at), log);
    return c.json({ setting: await settingAfter(at), version: recorded.seq, ...recorded }, 200);
  });
  api.openapi(clockRoute, async (c) => {
    const at = c.get('programme');
    const { to, requestId, post } = c.req.valid('json');
    const actor = actorOf(c, post, null);
    const fact = { type: CLOCK_MOVED, to };
    const submission = { fact, actor, occurredOn: at.days.programme, requestId };
    const outcome = await door.submitToProgramme(at.definition.code, submission);
    const { fired } = await recordedOf(outcome, () => namesAt(at), log);
    return c.json({ setting: await settingAfter(at), fired }, 200);
  });
}

/** Acts by which an entry of a system is put right: of the programme's own chain each kind has its own way. */
const corrections: ReadonlySet<string> = new Set(factTypes.filter((type) => type.startsWith('correction.')));
const aboutEntry = z.looseObject({ entry: entrySeq });

/** One that cannot tell its time keeps no other from being told. */
async function visibleProgrammes(
  { ledger, clocks }: ServerParts,
  { person }: Caller,
): Promise<ProgrammeList> {
  const real = clocks.realToday();
  const all = (await ledger.programmes()).filter(
    ({ definition }) => person.rehearsal === null || definition.rehearsal,
  );
  const times = await Promise.all(all.map(({ definition }) => clocks.ofMany(definition)));
  const items: ProgrammeList['items'] = [];
  const notReady: ProgrammeList['notReady'] = [];
  for (const [index, { definition }] of all.entries()) {
    const { code, name, rehearsal, systems } = definition;
    const time = times[index];
    if (!time) {
      if (isOf(person, code)) notReady.push({ code, name, rehearsal });
    } else if (readingScope(person, code, { programme: time.today, real }) !== undefined) {
      items.push({ code, name, rehearsal, ...time, systems: systems.length });
    }
  }
  return { items, notReady };
}

/** What has a route of its own is carried out there, not only recorded. @throws ProblemError forbidden */
function refuseOwnDoor(type: string): void {
  const known: { ownDoor?: true } = isProgrammeFactType(type) ? programmeActs[type] : {};
  if (known.ownDoor) throw new ProblemError('forbidden');
}
