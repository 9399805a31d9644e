// A programme's folder, as people write it and `load` and `amend` read it: of what is in force, of a past day, or of an amendment. Logged
// as every document that leaves is.

import { z } from '@hono/zod-openapi';
import { strToU8, zipSync } from 'fflate';
import { amendmentAt } from '../../../machines/programme/amendment/acts.ts';
import type { InForce } from '../../../machines/programme/amendment/proposal.ts';
import { folderQuery, programmeFolder } from '../../contract/settings/folder.ts';
import { attachment, fileNamed } from '../../http/attachment.ts';
import { type Api, guarded, waitingAnswer } from '../../http/guarded-route.ts';
import { ProblemError } from '../../http/problem/problem.ts';
import type { ProgrammeAtHand } from '../../http/request.ts';
import { takeTurns } from '../../http/turns.ts';
import { editionNamed, inForceOf, inForceOn } from '../../intake/editions.ts';
import { folderOf, type TakenFolder } from '../../intake/taking-out.ts';
import type { ServerParts } from '../../parts.ts';
import { asOfFrom, settingOf } from '../../views/setting.ts';
import { programmePath } from '../parameters.ts';

const ZIP = 'application/zip';
/** The first instant that a ZIP can name: the same folder gives the same bytes. */
const NO_TIME = new Date(1980, 0, 1);

const folderRoute = guarded(
  { need: 'readsAll', logged: true, ofEverySystem: true },
  {
    method: 'get',
    path: '/programmes/{code}/folder',
    operationId: 'programmeFolder',
    tags: ['programmes'],
    summary:
      '計画のフォルダの取り出し / the programme as the folder of YAML that load and amend read: now, as of a day, or of an amendment',
    request: { params: programmePath, query: folderQuery },
    responses: {
      200: {
        description: 'the files; as a ZIP where it is asked for',
        content: {
          'application/json': { schema: programmeFolder },
          [ZIP]: { schema: z.string().openapi({ format: 'binary' }) },
        },
      },
      ...waitingAnswer,
    },
  },
);
/** It is made and read again, which takes as long as a folder that is handed in. */
const AT_ONCE = 2;
const AGAIN_SECONDS = 5;

export function folderRoutes(api: Api, { ledger }: ServerParts): void {
  const inTurn = takeTurns(AT_ONCE, AGAIN_SECONDS);
  api.openapi(folderRoute, async (c) => {
    const at = c.get('programme');
    const { format, amendment, ...past } = c.req.valid('query');
    const asOf = asOfFrom(past, at);
    if (asOf && amendment !== undefined) throw twoFolders();
    const on = asOf?.day ?? at.days.programme;
    const found = await inTurn(async () => folderOf(await meantOf(ledger, at, { asOf, amendment }), on));
    if (format === 'json') return c.json({ setting: settingOf(at, asOf), ...found }, 200);
    const name = `${fileNamed(at.definition, 'folder', `v${found.version}`)}.zip`;
    return c.body(packed(found), 200, attachment(ZIP, name));
  });
}

/** An amendment's folder is of no past day: under one it would be told with a date that is none of its own. */
function twoFolders(): ProblemError {
  const message = {
    ja: '過去の日と改定の番号は、どちらか一つを指定してください。',
    en: 'Name a past day or an amendment, not both.',
  };
  return new ProblemError('invalid', { issues: [{ field: 'amendment', code: 'unused', message }] });
}

type Ledger = ServerParts['ledger'];

async function meantOf(
  ledger: Ledger,
  { definition: { code } }: ProgrammeAtHand,
  { asOf, amendment }: { asOf: ReturnType<typeof asOfFrom>; amendment: string | undefined },
): Promise<InForce> {
  if (amendment !== undefined) {
    const state = await ledger.programme(code);
    const found = state && amendmentAt(state.snapshot.context, Number(amendment));
    if (!found) throw new ProblemError('notFound');
    return editionNamed(ledger, found.edition);
  }
  const then = asOf ? await inForceOn(ledger, code, asOf) : await inForceOf(ledger, code);
  if (!then) throw new ProblemError('notFound');
  return then;
}

function packed({ files, differs }: TakenFolder): ArrayBuffer {
  const remarks = differs.map(({ ja, en }) => `${ja}\n${en}`).join('\n\n');
  const texts = [
    ...files,
    ...(differs.length > 0 ? [{ path: 'differs.txt', text: `${DIFFERS}\n\n${remarks}\n` }] : []),
  ];
  const made = zipSync(Object.fromEntries(texts.map(({ path, text }) => [path, strToU8(text)])), {
    mtime: NO_TIME,
  });
  return new Uint8Array(made).buffer;
}

const DIFFERS =
  'このフォルダは、次のところで、取り出した計画と同じになりません。\nThis folder differs from what it was taken out of:';
