// A list of people handed in for a programme: first what it would change, then, where that is asked for, the acts. And what the
// programme still lacks in people.
import type { Context } from 'hono';
import type { z } from 'zod';
import { votesOfGates } from '../../../machines/migration/gate/work-ahead.ts';
import { lacking } from '../../../machines/programme/powers/lacking.ts';
import { chainOf } from '../../../machines/record/chain.ts';
import { programmeNames } from '../../../texts/names.ts';
import { peopleFileTexts } from '../../../texts/sheets/people-sheet-texts.ts';
import {
  lacks,
  peopleApplied,
  peopleApplyBody,
  peopleBody,
  peoplePreview,
} from '../../contract/people-sheets.ts';
import { requireOwn } from '../../door/posts.ts';
import { type Api, guarded, json, jsonBody, waitingAnswer } from '../../http/guarded-route.ts';
import { callerOf, type RequestEnv } from '../../http/request.ts';
import { takeTurns } from '../../http/turns.ts';
import type { ServerParts } from '../../parts.ts';
import { applyPeople } from '../../people-sheet/applying.ts';
import { peopleColumnsOf } from '../../people-sheet/columns.ts';
import { type KnownPerson, planPeople } from '../../people-sheet/plan.ts';
import { type PlannedPeople, previewOf } from '../../people-sheet/preview.ts';
import { peopleRows } from '../../people-sheet/reader.ts';
import { columnsTwice, opened, sheetNamed, wrong } from '../../sheet/handed-in.ts';
import type { Table } from '../../sheet/workbook.ts';
import { lackView } from '../../views/lack-view.ts';
import { settingOf } from '../../views/setting.ts';
import { programmePath } from '../parameters.ts';

const tags = ['accounts'];
/** Lists worked off at the same time wait for each other: what one makes, the next finds. */
const WAITING = 4;
const AGAIN_SECONDS = 5;

const previewRoute = guarded(
  { need: 'administers', logged: true },
  {
    method: 'post',
    path: '/programmes/{code}/people/preview',
    operationId: 'previewPeople',
    tags,
    summary:
      '人の一覧の取込みの下見 / what a list of people (CSV, .xlsx) would change, row by row; nothing is recorded',
    request: { params: programmePath, body: jsonBody(peopleBody) },
    responses: { 200: json(peoplePreview, 'who would be made, what they would be given, what is refused') },
  },
);
const applyRoute = guarded(
  { need: 'administers', logged: true },
  {
    method: 'post',
    path: '/programmes/{code}/people/apply',
    operationId: 'applyPeople',
    tags,
    summary:
      '人の一覧の取込み / make people and give posts, for a few seconds; asked again it goes on, and nothing is done twice',
    request: { params: programmePath, body: jsonBody(peopleApplyBody) },
    responses: {
      200: json(peopleApplied, 'what became of each row, the passwords given out, and where to go on'),
      ...waitingAnswer,
    },
  },
);
const lacksRoute = guarded(
  { need: 'administers', logged: true },
  {
    method: 'get',
    path: '/programmes/{code}/lacks',
    operationId: 'lacks',
    tags,
    summary: '足りない人 / posts that nobody holds, bodies too few to decide, administrators',
    request: { params: programmePath },
    responses: { 200: json(lacks, 'what is lacking today') },
  },
);

export function peopleRoutes(api: Api, parts: ServerParts): void {
  const inTurn = takeTurns(WAITING, AGAIN_SECONDS);
  api.openapi(previewRoute, async (c) =>
    c.json(previewOf(await planFor(c, parts, c.req.valid('json'))), 200),
  );
  api.openapi(applyRoute, async (c) => {
    const body = c.req.valid('json');
    const { fromRow, passwordsAgain } = body;
    const { definition } = c.get('programme');
    const done = await inTurn(async () => {
      const { setting, file, rows } = await planFor(c, parts, body);
      const given = { c, parts, definition, fromRow, passwordsAgain };
      return { setting, file, ...(await applyPeople(rows, given)) };
    });
    return c.json(done, 200);
  });
  api.openapi(lacksRoute, async (c) => {
    const { definition, days } = requireOwnProgramme(c);
    const { ledger, systemNames } = parts;
    const powers = (await ledger.powers(definition.code)) ?? { people: {}, grants: [] };
    const states = await ledger.statesOn(
      definition.systems.map((system) => chainOf(definition.code, system)),
      null,
    );
    const gates = states.flatMap((state) => votesOfGates(state.definition.path, definition.bodies));
    const names = programmeNames(definition.bodies, await systemNames(definition));
    const items = lacking(definition, powers, { gates, days }).map((lack) => lackView(lack, names));
    return c.json({ setting: settingOf(c.get('programme')), items }, 200);
  });
}

function requireOwnProgramme(c: Context<RequestEnv>) {
  const at = c.get('programme');
  requireOwn(callerOf(c).person, at.definition.code);
  return at;
}

async function planFor(
  c: Context<RequestEnv>,
  { people, ledger, systemNames }: ServerParts,
  { file, sheet, rename }: z.output<typeof peopleBody>,
): Promise<PlannedPeople> {
  const at = requireOwnProgramme(c);
  const { definition, days } = at;
  const { workbook, sha256 } = await opened(file.base64);
  const { table, columns } = listIn(sheetNamed(workbook.tables, sheet));
  const { kind, encoding, serials } = workbook;
  const read = peopleRows(table, { columns, serials, today: days.programme });
  if (read.length === 0) throw wrong('file', 'people.empty', peopleFileTexts['people.empty']);
  const rows = planPeople(read, {
    programme: definition,
    systemNames: await systemNames(definition),
    people: await knownPeople(
      { people, ledger },
      read.map(({ account }) => account),
    ),
    today: days.programme,
    rename,
  });
  const told = { name: file.name, sha256, kind, encoding, sheet: table.name };
  return { setting: settingOf(at), file: told, columns, rows };
}

/** @throws ProblemError invalid */
function listIn(tables: readonly Table[]) {
  const found = tables.flatMap((table) => {
    const columns = peopleColumnsOf(table);
    return columns === null ? [] : [{ table, columns }];
  });
  const [only, ...others] = found;
  if (!only) throw wrong('file', 'people.none', peopleFileTexts['people.none']);
  if (others.length > 0) throw wrong('sheet', 'people.several', peopleFileTexts['people.several']);
  if (only.columns.twice.length > 0) throw columnsTwice(only.columns.twice);
  return only;
}

async function knownPeople(
  { people, ledger }: Pick<ServerParts, 'people' | 'ledger'>,
  accounts: readonly string[],
): Promise<Map<string, KnownPerson>> {
  const [found, unfinished, contacts] = await Promise.all([
    people.list(accounts),
    people.withoutWayIn(accounts),
    ledger.contacts.among(accounts),
  ]);
  const mails = new Map(contacts.map(({ account, mail }) => [account, mail]));
  return new Map(
    found.map((person) => {
      const { account } = person;
      return [
        account,
        { ...person, isUnfinished: unfinished.has(account), mail: mails.get(account) ?? null },
      ];
    }),
  );
}
