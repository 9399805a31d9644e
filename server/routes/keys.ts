// The keys that vouch for senders: which there are, and another put in force. For administrators of the machine.
import type { Ledger } from '../../ledger/open.ts';
import { programmeNames } from '../../texts/names.ts';
import { administratorIn } from '../accounts/administrators-acts.ts';
import { type KeyList, keyList, type RotationView, rotation } from '../contract/keys.ts';
import { recordedOf } from '../door/submitting.ts';
import { type Api, guarded, json, refusedAnswer } from '../http/guarded-route.ts';
import { ProblemError, problemBody } from '../http/problem/problem.ts';
import { callerOf } from '../http/request.ts';
import { type Rotated, rotateKeys } from '../keys/rotation.ts';
import type { ServerParts } from '../parts.ts';

const tags = ['keys'];

const listRoute = guarded(
  { need: 'oversees', logged: true },
  {
    method: 'get',
    path: '/keys',
    operationId: 'listKeys',
    tags,
    summary:
      '署名鍵の一覧 / the keys that sign, of each programme: since when, by whose act, active or retired',
    responses: { 200: json(keyList, 'keys') },
  },
);
const rotateRoute = guarded(
  { need: 'keeps', logged: true },
  {
    method: 'post',
    path: '/keys/rotate',
    operationId: 'rotateKeys',
    tags,
    summary:
      '署名鍵の更新 / put another key in force in every programme; asked again, it completes what is left',
    responses: { 200: json(rotation, 'what came of it in each programme'), ...refusedAnswer },
  },
);

export function keyRoutes(api: Api, parts: ServerParts): void {
  const { ledger, heldKeys } = parts;
  api.openapi(listRoute, async (c) => {
    const { rehearsal: own } = callerOf(c).person;
    const all = (await ledger.programmes()).map(({ definition }) => definition);
    // A rehearsal's administrator has no say over the others.
    const programmes = all.filter(({ code }) => own === null || code === own);
    const views = programmes.map(async ({ code, name, rehearsal }) => {
      const keys = await keysOf(parts, await ledger.keyHistory(code));
      return { programme: code, name, rehearsal, keys };
    });
    const newest = heldKeys.signers()[0]?.id ?? '';
    return c.json({ newest, own: heldKeys.own !== null, programmes: await Promise.all(views) }, 200);
  });
  api.openapi(rotateRoute, async (c) => {
    const { person } = callerOf(c);
    const done = await rotateKeys(parts, (definition, today) =>
      administratorIn(parts, person, definition, today),
    );
    if (done === null) throw new ProblemError('keyGiven');
    const views = done.rotated.map((one) => rotatedView(parts, one, c.get('requestNumber')));
    return c.json({ key: done.to.id, complete: done.complete, programmes: await Promise.all(views) }, 200);
  });
}

type Named = Awaited<ReturnType<Ledger['keyHistory']>>;

async function keysOf(
  { heldKeys }: ServerParts,
  named: Named,
): Promise<KeyList['programmes'][number]['keys']> {
  const held = new Set(heldKeys.signers().map(({ id }) => id));
  return named.map(({ id, since, until, by }) => {
    const { kind, account, name } = by.actor;
    const state = until === null ? ('active' as const) : ('retired' as const);
    const publicKey = String(by.fact.publicKey);
    return {
      id,
      publicKey,
      state,
      since,
      until,
      seq: by.seq,
      by: { kind, account, name },
      held: held.has(id),
    };
  });
}

async function rotatedView(
  { systemNames, log }: ServerParts,
  { definition, outcome }: Rotated,
  instance: string,
): Promise<RotationView['programmes'][number]> {
  const of = { programme: definition.code, name: definition.name };
  if (outcome.status === 'inForce') return { ...of, status: 'inForce', seq: null, problem: null };
  try {
    const names = async () => programmeNames(definition.bodies, await systemNames(definition));
    const { recorded } = await recordedOf(outcome, names, log);
    return { ...of, status: 'rotated', seq: recorded.seq, problem: null };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { ...of, status: 'failed', seq: null, problem: problemBody(error.code, error.details, instance) };
  }
}
