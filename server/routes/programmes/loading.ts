// A programme taken in from its files, by an administrator.
import { differenceText } from '../../../texts/seed/difference-texts.ts';
import { loadBody, loadCheck, loaded } from '../../contract/programmes.ts';
import { type Api, guarded, json, jsonBody, refusedAnswer } from '../../http/guarded-route.ts';
import { ProblemError } from '../../http/problem/problem.ts';
import { callerOf } from '../../http/request.ts';
import type { Unloadable } from '../../intake/loader.ts';
import { inputIssueOf } from '../../intake/read-seed.ts';
import type { Difference } from '../../intake/survey.ts';
import type { ServerParts } from '../../parts.ts';

const loadRoute = guarded(
  { need: 'administers', logged: true, takesFolder: true },
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

const checkRoute = guarded(
  { need: 'administers', logged: true, takesFolder: true },
  {
    method: 'post',
    path: '/programmes/check',
    operationId: 'checkProgramme',
    tags: ['programmes'],
    summary: '計画の下見 / what loading these files would do; nothing is done',
    request: { body: jsonBody(loadBody) },
    responses: { 200: json(loadCheck, 'what would be done'), ...refusedAnswer },
  },
);

export function loadingRoutes(api: Api, { loader }: ServerParts): void {
  api.openapi(loadRoute, async (c) => {
    const { person } = callerOf(c);
    const outcome = await loader.load(c.req.valid('json').files, { onlyOf: person.rehearsal });
    if (outcome.status === 'differs') {
      const issues = outcome.differences.map(differenceOf);
      throw new ProblemError('programmeDiffers', { facts: { code: outcome.code }, issues });
    }
    if (outcome.status !== 'loaded') throw unloadable(outcome);
    const { definition, systems, entries, created, accounts } = outcome.loaded;
    const { code, name, rehearsal } = definition;
    await loader.complete(code);
    const remarks = outcome.loaded.remarks.map(inputIssueOf);
    const told = { code, name, rehearsal, systems, entries, created, accounts, remarks };
    return c.json(told, created ? 201 : 200);
  });
  api.openapi(checkRoute, async (c) => {
    const { person } = callerOf(c);
    const outcome = await loader.check(c.req.valid('json').files, { onlyOf: person.rehearsal });
    if (outcome.status !== 'checked') throw unloadable(outcome);
    const { definition, remarks, differences, ...counts } = outcome.checked;
    const { code, name, rehearsal } = definition;
    const told = { remarks: remarks.map(inputIssueOf), differences: differences.map(differenceOf) };
    return c.json({ code, name, rehearsal, ...counts, ...told }, 200);
  });
}

const unloadable = (outcome: Unloadable): ProblemError =>
  outcome.status === 'wrong'
    ? new ProblemError('invalid', { issues: outcome.problems.map(inputIssueOf) })
    : new ProblemError('forbidden');

const differenceOf = ({ part, system }: Difference) => ({
  field: system ?? 'programme',
  code: `differs.${part}`,
  message: differenceText(part),
});
