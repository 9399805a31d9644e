// What concerns the reader: migrations that wait for one of their posts, and notices sent to them.
import { z } from '@hono/zod-openapi';
import type { Reader } from '../../ledger/models/inbox.ts';
import { calledBy, programmeNames } from '../../texts/names.ts';
import { namedIn, noticeText } from '../../texts/telling/notice-texts.ts';
import { postsHeld } from '../accounts/authority.ts';
import { inboxView } from '../contract/telling/inbox.ts';
import { day, pageQuery } from '../contract/values.ts';
import { type Api, guarded, json, jsonBody } from '../http/guarded-route.ts';
import { type Caller, callerOf, type ProgrammeAtHand } from '../http/request.ts';
import type { ServerParts } from '../parts.ts';
import { deadlineView } from '../views/deadline-view.ts';
import { digestView } from '../views/digest-view.ts';
import { settingOf } from '../views/setting.ts';
import { programmePath } from './parameters.ts';

const tags = ['inbox'];

const inboxRoute = guarded(
  { need: 'reads' },
  {
    method: 'get',
    path: '/programmes/{code}/inbox',
    operationId: 'inbox',
    tags,
    summary: '受信箱 / what waits for one of my posts, and my notices',
    request: { params: programmePath, query: pageQuery },
    responses: { 200: json(inboxView, 'tasks and notices') },
  },
);
const readRoute = guarded(
  { need: 'reads' },
  {
    method: 'post',
    path: '/programmes/{code}/inbox/read',
    operationId: 'markRead',
    tags,
    summary: '通知を既読にする / mark notices as read',
    request: {
      params: programmePath,
      body: jsonBody(z.object({ ids: z.array(z.string().max(400)).max(200) }).openapi('ReadMarks')),
    },
    responses: { 204: { description: 'marked' } },
  },
);
const readUntilRoute = guarded(
  { need: 'reads' },
  {
    method: 'post',
    path: '/programmes/{code}/inbox/read-until',
    operationId: 'markReadUntil',
    tags,
    summary: 'ある通知までをすべて既読にする / mark every notice up to this one as read',
    request: {
      params: programmePath,
      body: jsonBody(z.object({ id: z.string().max(400) }).openapi('ReadUntil')),
    },
    responses: { 204: { description: 'marked' } },
  },
);

const digestReadRoute = guarded(
  { need: 'reads' },
  {
    method: 'post',
    path: '/programmes/{code}/inbox/digests/read',
    operationId: 'markDigestRead',
    tags,
    summary: 'ある日までのお知らせを既読にする / mark the digests up to this day as read',
    request: { params: programmePath, body: jsonBody(z.object({ day }).openapi('DigestRead')) },
    responses: { 204: { description: 'marked' } },
  },
);

export function inboxRoutes(api: Api, parts: ServerParts): void {
  const { ledger, systemNames } = parts;
  digestRead(api, parts);
  api.openapi(inboxRoute, async (c) => {
    const at = c.get('programme');
    const reader = readerOf(callerOf(c), at);
    const [tasks, notices, unread, digest] = await Promise.all([
      ledger.tasks(reader),
      ledger.notices(reader, c.req.valid('query')),
      ledger.unread(reader),
      ledger.digests.newest(reader.programme, reader.account),
    ]);
    const [systems, people] = await Promise.all([
      systemNames(at.definition),
      ledger.peopleCalled(notices.items.flatMap(({ notice }) => namedIn(notice))),
    ]);
    const names = calledBy(programmeNames(at.definition.bodies, systems), { people });
    return c.json(
      {
        setting: settingOf(at),
        tasks: tasks.map(({ post, row }) => ({
          system: row.system,
          systemName: row.name,
          post,
          postLabel: names.post(post),
          phaseLabel: row.summary.phaseLabel,
          stage: row.summary.stage ?? 'final',
          nextDeadline: row.summary.nextDeadline && deadlineView(row.summary.nextDeadline, at.days.programme),
        })),
        notices: notices.items.map(({ id, system, name, post, notice, recordedAt, read }) => ({
          id,
          system,
          systemName: name,
          post,
          postLabel: names.post(post),
          code: notice.code,
          message: noticeText(notice, names),
          recordedAt,
          read,
        })),
        nextCursor: notices.nextCursor,
        unread,
        digest: digest && digestView(digest),
      },
      200,
    );
  });
  api.openapi(readRoute, async (c) => {
    await ledger.markRead(readerOf(callerOf(c), c.get('programme')), c.req.valid('json').ids);
    return c.body(null, 204);
  });
  api.openapi(readUntilRoute, async (c) => {
    await ledger.markReadUntil(readerOf(callerOf(c), c.get('programme')), c.req.valid('json').id);
    return c.body(null, 204);
  });
}

function digestRead(api: Api, { ledger }: ServerParts): void {
  api.openapi(digestReadRoute, async (c) => {
    const { code } = c.get('programme').definition;
    await ledger.digests.markRead(code, callerOf(c).person.account, c.req.valid('json').day);
    return c.body(null, 204);
  });
}

export function readerOf({ person }: Caller, { definition, days }: ProgrammeAtHand): Reader {
  const { code } = definition;
  const holdings = postsHeld(person, code, days).map(({ post, system }) => {
    return system === null ? { post } : { post, system };
  });
  return { programme: code, account: person.account, holdings };
}
