// 年度替わり: a list of who leaves, comes and moves, first looked at, then recorded as one act. Nothing is recorded by a preview.
import type { Context } from 'hono';
import { requestKey } from '../../../machines/record/claim.ts';
import { bodyOf } from '../../../machines/record/reader.ts';
import { entryText } from '../../../texts/acts/act-texts.ts';
import { programmeNames } from '../../../texts/names.ts';
import { foreseenText } from '../../../texts/sheets/transfer-texts.ts';
import { administratorIn } from '../../accounts/administrators-acts.ts';
import { transferApplied, transferApply, transferBody, transferPreview } from '../../contract/posts.ts';
import { requireOwn } from '../../door/posts.ts';
import { recordedOf } from '../../door/submitting.ts';
import { type Api, guarded, json, jsonBody, refusedAnswer } from '../../http/guarded-route.ts';
import { ProblemError } from '../../http/problem/problem.ts';
import { callerOf, type RequestEnv } from '../../http/request.ts';
import type { ServerParts } from '../../parts.ts';
import { type AskedTransfer, transferring } from '../../transfer-list/transferring.ts';
import { settingOf } from '../../views/setting.ts';
import { programmePath } from '../parameters.ts';

const tags = ['posts'];

const previewRoute = guarded(
  { need: 'administers', logged: true },
  {
    method: 'post',
    path: '/programmes/{code}/transfers/preview',
    operationId: 'previewTransfer',
    tags,
    summary: '人事異動（年度替わり）の下見 / what a list of people would end and begin; nothing is recorded',
    request: { params: programmePath, body: jsonBody(transferBody) },
    responses: { 200: json(transferPreview, 'posts that end and begin, and what would no longer go on') },
  },
);
const applyRoute = guarded(
  { need: 'administers', logged: true },
  {
    method: 'post',
    path: '/programmes/{code}/transfers',
    operationId: 'applyTransfer',
    tags,
    summary: '人事異動（年度替わり）の記録 / record a list of people as one act: all of it or nothing',
    request: { params: programmePath, body: jsonBody(transferApply) },
    responses: { 200: json(transferApplied, 'recorded'), ...refusedAnswer },
  },
);

type C = Context<RequestEnv>;

export function transferRoutes(api: Api, parts: ServerParts): void {
  const { ledger, door, log, systemNames } = parts;
  const asked = async (c: C, body: AskedTransfer) => {
    const at = c.get('programme');
    const by = callerOf(c).person;
    requireOwn(by, at.definition.code);
    const names = programmeNames(at.definition.bodies, await systemNames(at.definition));
    return { at, by, names, found: () => transferring(parts, at, by, body, names) };
  };
  api.openapi(previewRoute, async (c) => {
    const { at, names, found } = await asked(c, c.req.valid('json'));
    const { transfer, foreseen, called, unread, elsewhere } = await found();
    const named = <T extends { account: string; post: string }>({ account, post, ...rest }: T) => ({
      account,
      name: called[account] ?? account,
      post,
      postLabel: names.post(post),
      ...rest,
    });
    const ends = transfer.ends.map(({ grant: _grant, lastOn = null, ...end }) => ({ ...named(end), lastOn }));
    const gives = transfer.gives.map(({ fromOn: from, untilOn: until, ...given }) => ({
      ...named(given),
      from,
      until,
    }));
    const told = foreseen.map((one) => ({ code: one.code, message: foreseenText(one, transfer.on, names) }));
    const people = transfer.people.map(({ account, name }) => ({ account, name }));
    const { on } = transfer;
    return c.json(
      { setting: settingOf(at), on, people, ends, gives, foreseen: told, unread, elsewhere },
      200,
    );
  });
  api.openapi(applyRoute, async (c) => {
    const { reason, requestId, ...body } = c.req.valid('json');
    const { at, by, names, found } = await asked(c, body);
    const { definition, days } = at;
    const actor = administratorIn(parts, by, definition, days.programme);
    // What a list says is laid against what people hold: once it is recorded it says nothing more.
    const there = await ledger.entryByRequest(definition.code, requestKey({ actor, requestId }));
    if (there) {
      const { fact, seq, actor: who } = bodyOf(there);
      if (fact.type !== 'post.transferred' || who.account !== by.account)
        throw new ProblemError('requestReused');
      return c.json(
        { setting: settingOf(at), number: seq, repeated: true, summary: entryText(fact, names) },
        200,
      );
    }
    const fact = { type: 'post.transferred' as const, ...(await found()).transfer, reason };
    const submission = { fact, actor, occurredOn: days.programme, requestId };
    const outcome = await door.submitToProgramme(definition.code, submission);
    const { recorded } = await recordedOf(outcome, async () => names, log);
    const { seq: number, repeated } = recorded;
    return c.json({ setting: settingOf(at), number, repeated, summary: entryText(fact, names) }, 200);
  });
}
