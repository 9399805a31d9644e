// The set-up of an installation that nobody administers, from the console's first page: its real programme, then its first administrator.
// Sent with the secret that the server told as it began; from then on there is an administrator, and nothing of this answers any more.
import { isReservedAccount } from '../../../machines/programme/people/reserved-accounts.ts';
import { accountName } from '../../../machines/values/names/account-name.ts';
import { loadBody, loadCheck, loaded } from '../../contract/settings/loading.ts';
import { firstAdministrator, firstAppointed, setUpState } from '../../contract/settings/setting-up.ts';
import { type Api, guarded, guessAnswers, json, jsonBody, refusedAnswer } from '../../http/guarded-route.ts';
import { ProblemError } from '../../http/problem/problem.ts';
import { takeTurns } from '../../http/turns.ts';
import { appointFirst } from '../../intake/first-administrator.ts';
import type { ServerParts } from '../../parts.ts';
import { reservedName } from '../accounts.ts';
import { checkedFiles, loadedFiles } from '../programmes/loading.ts';
import { refusePoor } from '../sign-in/poor-password.ts';

const tags = ['setup'];
/** One makes the first administrator; whoever pressed at the same time finds that there is one. */
const WAITING = 4;
const AGAIN_SECONDS = 5;
/** The set-up is of the real programme: a rehearsal is loaded by its own way. */
const real = { onlyOf: null, isReal: true } as const;

const stateRoute = guarded(
  { need: 'setsUp' },
  {
    method: 'get',
    path: '/setup',
    operationId: 'setUpState',
    tags,
    summary: 'はじめての設定の状態 / how far the first set-up is',
    responses: { 200: json(setUpState, 'what stands'), 429: guessAnswers[429] },
  },
);
const checkRoute = guarded(
  { need: 'setsUp', takesFolder: true },
  {
    method: 'post',
    path: '/setup/check',
    operationId: 'setUpCheck',
    tags,
    summary: '最初の計画の下見 / what loading these files would do; nothing is done',
    request: { body: jsonBody(loadBody) },
    responses: { 200: json(loadCheck, 'what would be done'), ...refusedAnswer },
  },
);
const programmeRoute = guarded(
  { need: 'setsUp', logged: true, takesFolder: true },
  {
    method: 'post',
    path: '/setup/programme',
    operationId: 'setUpProgramme',
    tags,
    summary: '最初の計画の読込み / load the real programme; loading the same again changes nothing',
    request: { body: jsonBody(loadBody) },
    responses: {
      200: json(loaded, 'it was there already'),
      201: json(loaded, 'loaded'),
      ...refusedAnswer,
    },
  },
);
const administratorRoute = guarded(
  { need: 'setsUp', logged: true },
  {
    method: 'post',
    path: '/setup/administrator',
    operationId: 'setUpAdministrator',
    tags,
    summary: '最初の管理者 / the first administrator, with the password they choose; the secret is used up',
    request: { body: jsonBody(firstAdministrator) },
    responses: { 201: json(firstAppointed, 'appointed'), ...refusedAnswer, 429: guessAnswers[429] },
  },
);

export function settingUpRoutes(api: Api, parts: ServerParts): void {
  const { ledger, loader, people, authentication, clocks, firstSecret } = parts;
  const inTurn = takeTurns(WAITING, AGAIN_SECONDS);
  api.openapi(stateRoute, async (c) => {
    const found = (await ledger.programmes()).find(({ definition }) => !definition.rehearsal);
    if (!found) return c.json({ programme: null }, 200);
    const { code, name } = found.definition;
    const { length: systems } = found.definition.systems;
    const isIn = await ledger.loadings.isComplete(code);
    return c.json({ programme: { code, name, systems, isIn } }, 200);
  });
  api.openapi(checkRoute, async (c) =>
    c.json(await checkedFiles(loader, c.req.valid('json').files, real), 200),
  );
  api.openapi(programmeRoute, async (c) => {
    const told = await loadedFiles(loader, c.req.valid('json').files, real);
    return c.json(told, told.created ? 201 : 200);
  });
  api.openapi(administratorRoute, async (c) => {
    const { account, name, password } = c.req.valid('json');
    const person = { account: accountName(account), name };
    if (isReservedAccount(person.account)) throw reservedName(person.account);
    await refusePoor({ field: 'password', password }, person);
    await inTurn(async () => {
      if (await people.hasAdministrator(clocks.realToday())) throw new ProblemError('setUpOver');
      if (!(await ledger.loadings.anyComplete())) throw new ProblemError('setUpNoProgramme');
      if (await people.find(person.account)) throw new ProblemError('accountExists');
      await authentication.givePassword(person, password, 'owner');
      await appointFirst(parts, person);
      firstSecret.useUp();
    });
    return c.json(person, 201);
  });
}
