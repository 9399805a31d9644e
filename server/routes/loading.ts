// A programme taken in from its files, by an administrator.
import { loadBody, loaded } from '../contract/programmes.ts';
import { type Api, guarded, json, jsonBody, refusedAnswer } from '../http/guarded-route.ts';
import { ProblemError } from '../http/problem.ts';
import { callerOf } from '../http/request.ts';
import type { SeedIssue } from '../intake/read-seed.ts';
import type { ServerParts } from '../parts.ts';

const loadRoute = guarded(
  { need: 'administers', logged: true },
  {
    method: 'post',
    path: '/programmes',
    operationId: 'loadProgramme',
    tags: ['programmes'],
    summary: '計画の読込み / load a programme; loading the same again changes nothing',
    request: { body: jsonBody(loadBody) },
    responses: {
      200: json(loaded, 'it was there already'),
      201: json(loaded, 'loaded'),
      ...refusedAnswer,
    },
  },
);

export function loadingRoutes(api: Api, { loader }: ServerParts): void {
  api.openapi(loadRoute, async (c) => {
    const { person } = callerOf(c);
    const outcome = await loader.load(c.req.valid('json').files, {
      rehearsalsOnly: person.rehearsal !== null,
    });
    if (outcome.status === 'wrong')
      throw new ProblemError('invalid', { issues: outcome.problems.map(issueOf) });
    if (outcome.status === 'differs')
      throw new ProblemError('programmeDiffers', { facts: { code: outcome.code } });
    if (outcome.status === 'forbidden') throw new ProblemError('forbidden');
    const { definition, systems, entries, created, accounts } = outcome.loaded;
    const { code, name } = definition;
    await loader.complete(code);
    const remarks = outcome.loaded.remarks.map(issueOf);
    return c.json({ code, name, systems, entries, created, accounts, remarks }, created ? 201 : 200);
  });
}

export const issueOf = ({ file, line, field, code, message, expected }: SeedIssue) => ({
  file,
  line,
  field,
  code,
  message,
  expected,
});
