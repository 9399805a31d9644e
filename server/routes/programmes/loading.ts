// A programme taken in from its files, by an administrator.
import { differenceText } from '../../../texts/seed/difference-texts.ts';
import { loadBody, loadCheck, loaded } from '../../contract/settings/loading.ts';
import { type Api, guarded, json, jsonBody, refusedAnswer } from '../../http/guarded-route.ts';
import { ProblemError } from '../../http/problem/problem.ts';
import { callerOf } from '../../http/request.ts';
import type { Loader, LoadLimit, Unloadable } from '../../intake/loader.ts';
import { inputIssueOf, type SeedFile } from '../../intake/read-seed.ts';
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
  const limitOf = (c: Parameters<typeof callerOf>[0]) => ({ onlyOf: callerOf(c).person.rehearsal });
  api.openapi(loadRoute, async (c) => {
    const told = await loadedFiles(loader, c.req.valid('json').files, limitOf(c));
    return c.json(told, told.created ? 201 : 200);
  });
  api.openapi(checkRoute, async (c) =>
    c.json(await checkedFiles(loader, c.req.valid('json').files, limitOf(c)), 200),
  );
}

/** @throws ProblemError programmeDiffers, invalid, forbidden */
export async function loadedFiles(loader: Loader, files: readonly SeedFile[], limit: LoadLimit) {
  const outcome = await loader.load(files, limit);
  if (outcome.status === 'differs') {
    const issues = outcome.differences.map(differenceOf);
    throw new ProblemError('programmeDiffers', { facts: { code: outcome.code }, issues });
  }
  if (outcome.status !== 'loaded') throw unloadable(outcome);
  const { definition, systems, entries, created, accounts } = outcome.loaded;
  const { code, name, rehearsal } = definition;
  await loader.complete(code);
  const remarks = outcome.loaded.remarks.map(inputIssueOf);
  return { code, name, rehearsal, systems, entries, created, accounts, remarks };
}

/** @throws ProblemError invalid, forbidden */
export async function checkedFiles(loader: Loader, files: readonly SeedFile[], limit: LoadLimit) {
  const outcome = await loader.check(files, limit);
  if (outcome.status !== 'checked') throw unloadable(outcome);
  const { definition, remarks, differences, ...counts } = outcome.checked;
  const { code, name, rehearsal } = definition;
  const told = { remarks: remarks.map(inputIssueOf), differences: differences.map(differenceOf) };
  return { code, name, rehearsal, ...counts, ...told };
}

function unloadable(outcome: Unloadable): ProblemError {
  if (outcome.status === 'wrong')
    return new ProblemError('invalid', { issues: outcome.problems.map(inputIssueOf) });
  return outcome.status === 'rehearsal'
    ? new ProblemError('invalid', { issues: [ofRehearsal] })
    : new ProblemError('forbidden', { issues: [notTheirs(outcome)] });
}

/** A real folder is named as such, even where it has the code of their rehearsal. */
function notTheirs({ onlyOf, code, rehearsal }: Extract<Unloadable, { status: 'forbidden' }>) {
  const [ja, en] = rehearsal ? ['演習', 'a rehearsal'] : ['実運用', 'a real programme'];
  return {
    file: 'programme.yaml',
    field: rehearsal ? 'code' : 'rehearsal',
    code: 'ofAnother',
    message: {
      ja: `演習 ${onlyOf} の管理者が読み込めるのは、その演習の計画だけです。これは ${code} の${ja}の計画です。ほかの計画は、この設置の管理者が読み込みます。`,
      en: `An administrator of the rehearsal ${onlyOf} loads that rehearsal alone. This is ${en} of ${code}; another programme is loaded by an administrator of the installation.`,
    },
  };
}

const ofRehearsal = {
  file: 'programme.yaml',
  field: 'rehearsal',
  code: 'rehearsal',
  message: {
    ja: '演習の計画です。ここでは実運用の計画を読み込みます。',
    en: 'This is a rehearsal. What is loaded here is the real programme.',
  },
  expected: {
    ja: 'rehearsal を false にし、accounts.yaml を消したもの',
    en: 'one with rehearsal set to false, and without accounts.yaml',
  },
};

const differenceOf = ({ part, system }: Difference) => ({
  field: system ?? 'programme',
  code: `differs.${part}`,
  message: differenceText(part),
});
