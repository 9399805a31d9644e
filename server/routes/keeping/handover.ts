// A programme is handed over to another installation: its chain names that one's key, and from there on nothing is recorded here.
import { readPublicKey } from '../../../ledger/lock/signatures.ts';
import { HANDED_OVER } from '../../../machines/programme/keys/acts.ts';
import { programmeNames } from '../../../texts/names.ts';
import { administratorIn } from '../../accounts/administrators-acts.ts';
import { type HandedOver, handedOver, handoverBody } from '../../contract/keeping.ts';
import { recordedOf } from '../../door/submitting.ts';
import { endHandedOver, ofProgramme } from '../../health/handed-over.ts';
import { type Api, guarded, json, jsonBody, refusedAnswer } from '../../http/guarded-route.ts';
import { ProblemError } from '../../http/problem/problem.ts';
import { callerOf } from '../../http/request.ts';
import type { ServerParts } from '../../parts.ts';
import { settingOf } from '../../views/setting.ts';
import { programmePath } from '../parameters.ts';

const handoverRoute = guarded(
  { need: 'keeps', logged: true },
  {
    method: 'post',
    path: '/programmes/{code}/handover',
    operationId: 'handOver',
    tags: ['record'],
    summary:
      '別の設置への引渡し / hand the programme over to the installation of this key: from then on nothing is recorded here',
    request: { params: programmePath, body: jsonBody(handoverBody) },
    responses: { 200: json(handedOver, 'the entry by which it is handed over'), ...refusedAnswer },
  },
);

export function handoverRoutes(api: Api, parts: ServerParts): void {
  const { ledger, door, heldKeys, systemNames, log } = parts;
  api.openapi(handoverRoute, async (c) => {
    const { definition, days } = c.get('programme');
    const { code } = definition;
    const { publicKey } = c.req.valid('json');
    const key = keyOf(publicKey);
    if (heldKeys.signers().some(({ id }) => id === key)) throw wrongKey('own');
    const outcome = await door.submitToProgramme(code, {
      fact: { type: HANDED_OVER, publicKey },
      actor: administratorIn(parts, callerOf(c).person, definition, days.programme),
      occurredOn: days.programme,
      // Whoever asks again asks for the same.
      requestId: `handover/${key}`,
    });
    const names = async () => programmeNames(definition.bodies, await systemNames(definition));
    const { recorded } = await recordedOf(outcome, names, log);
    await endHandedOver(parts, ofProgramme(code));
    await ledger.keys(code);
    const answer: HandedOver = { setting: settingOf(c.get('programme')), key, ...recorded };
    return c.json(answer, 200);
  });
}

/** @throws ProblemError invalid where it is no key of Ed25519 */
function keyOf(publicKey: string): string {
  try {
    return readPublicKey(publicKey).id;
  } catch {
    throw wrongKey('none'); // what node says of it says less
  }
}

function wrongKey(why: 'none' | 'own'): ProblemError {
  const message =
    why === 'own'
      ? {
          ja: 'この設置自身の鍵です。移す先の公開鍵を指定してください。',
          en: 'This is a key of this very installation. Give that of the other one.',
        }
      : { ja: 'Ed25519 の公開鍵ではありません。', en: 'This is no public key of Ed25519.' };
  return new ProblemError('invalid', { issues: [{ field: 'publicKey', code: `key.${why}`, message }] });
}
