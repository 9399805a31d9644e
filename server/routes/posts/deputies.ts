// Deputies of a programme's posts: appointed and ended by whoever gives posts, told to everyone who sees the whole programme.
import type { Context } from 'hono';
import type { ProgrammeSubmission } from '../../../machines/programme/event.ts';
import { chainOf } from '../../../machines/record/chain.ts';
import { programmeNames } from '../../../texts/names.ts';
import { administratorIn } from '../../accounts/administrators-acts.ts';
import { deputiesOf } from '../../accounts/deputies.ts';
import { deputyEnd, deputyList, deputyRecorded, newDeputy } from '../../contract/posts.ts';
import { hidingIn } from '../../door/disclosing.ts';
import { requireOwn } from '../../door/posts.ts';
import { recordedOf } from '../../door/submitting.ts';
import { type Api, guarded, json, jsonBody, refusedAnswer } from '../../http/guarded-route.ts';
import { ProblemError } from '../../http/problem/problem.ts';
import { callerOf, type ProgrammeAtHand, type RequestEnv } from '../../http/request.ts';
import type { ServerParts } from '../../parts.ts';
import { deputyView } from '../../views/deputy-view.ts';
import { awaitingViews } from '../../views/seeing-view.ts';
import { settingOf } from '../../views/setting.ts';
import { subjectOf } from '../accounts.ts';
import { deputyPath, programmePath } from '../parameters.ts';

const tags = ['posts'];

const listRoute = guarded(
  { need: 'readsAll' },
  {
    method: 'get',
    path: '/programmes/{code}/deputies',
    operationId: 'listDeputies',
    tags,
    summary:
      '職務代理・代決の一覧 / who stands in for whom, the newest first, and what they decided that is still to be seen (後閲)',
    request: { params: programmePath },
    responses: { 200: json(deputyList, 'deputies') },
  },
);
const appointRoute = guarded(
  { need: 'administers', logged: true },
  {
    method: 'post',
    path: '/programmes/{code}/deputies',
    operationId: 'appointDeputy',
    tags,
    summary: '職務代理・代決の指定 / appoint a deputy for a post',
    request: { params: programmePath, body: jsonBody(newDeputy) },
    responses: { 200: json(deputyRecorded, 'appointed'), ...refusedAnswer },
  },
);
const endRoute = guarded(
  { need: 'administers', logged: true },
  {
    method: 'post',
    path: '/programmes/{code}/deputies/{number}/end',
    operationId: 'endDeputy',
    tags,
    summary: '代理の終了 / end a deputyship before its time',
    request: { params: deputyPath, body: jsonBody(deputyEnd) },
    responses: { 200: json(deputyRecorded, 'ended'), ...refusedAnswer },
  },
);

type C = Context<RequestEnv>;

export function deputyRoutes(api: Api, parts: ServerParts): void {
  const { ledger, door, log, systemNames } = parts;
  const namesAt = async ({ definition }: ProgrammeAtHand) =>
    programmeNames(definition.bodies, await systemNames(definition));
  const record = async (c: C, fact: ProgrammeSubmission['fact'], requestId: string) => {
    const at = c.get('programme');
    const { definition, days } = at;
    const actor = administratorIn(parts, callerOf(c).person, definition, days.programme);
    const submission = { fact, actor, occurredOn: days.programme, requestId };
    const outcome = await door.submitToProgramme(definition.code, submission);
    return (await recordedOf(outcome, () => namesAt(at), log)).recorded;
  };
  const told = async (at: ProgrammeAtHand, number: number, repeated: boolean) => {
    const found = (await deputiesOf(ledger.database.sql, at.definition.code)).find(
      ({ seq }) => seq === number,
    );
    if (!found) throw new ProblemError('notFound');
    const deputy = deputyView(found, await namesAt(at), at.days.programme);
    return { setting: settingOf(at), repeated, deputy };
  };
  api.openapi(listRoute, async (c) => {
    const at = c.get('programme');
    const names = await namesAt(at);
    const all = await deputiesOf(ledger.database.sql, at.definition.code);
    const items = all.map((one) => deputyView(one, names, at.days.programme));
    const chains = at.definition.systems.map((system) => chainOf(at.definition.code, system));
    const [inName, systems, hides] = await Promise.all([
      ledger.decidedInName([...chains, at.definition.code], null),
      systemNames(at.definition),
      hidingIn(ledger, at.viewer, chains),
    ]);
    const called = new Map([...systems, [at.definition.code, at.definition.name]]);
    const awaiting = awaitingViews(inName, { names, systems: called, hides, today: at.days.programme });
    return c.json({ setting: settingOf(at), items, awaiting }, 200);
  });
  api.openapi(appointRoute, async (c) => {
    const at = c.get('programme');
    const by = callerOf(c).person;
    const { requestId, systems = null, from = at.days.programme, until, ...asked } = c.req.valid('json');
    requireOwn(by, at.definition.code);
    const person = await subjectOf(parts, by, asked.account);
    if (person.rehearsal !== null && person.rehearsal !== at.definition.code)
      throw new ProblemError('forbidden');
    const fact = {
      type: 'post.deputyAppointed' as const,
      ...asked,
      name: person.name,
      ...(person.rehearsal === null ? {} : { rehearsal: true as const }),
      systems,
      fromOn: from,
      untilOn: until,
    };
    const { seq, repeated } = await record(c, fact, requestId);
    return c.json(await told(at, seq, repeated), 200);
  });
  api.openapi(endRoute, async (c) => {
    const at = c.get('programme');
    const { code } = at.definition;
    const { number } = c.req.valid('param');
    const { on, reason, requestId } = c.req.valid('json');
    requireOwn(callerOf(c).person, code);
    const found = (await deputiesOf(ledger.database.sql, code)).find(({ seq }) => seq === number);
    if (!found) throw new ProblemError('notFound');
    const { account, name, post, grants } = found;
    const last = on === undefined ? {} : { lastOn: on };
    const fact = { type: 'post.deputyEnded' as const, account, name, post, grants, ...last, reason };
    const { repeated } = await record(c, fact, requestId);
    return c.json(await told(at, number, repeated), 200);
  });
}
