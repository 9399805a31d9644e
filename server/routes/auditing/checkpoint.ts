// The signed ends of all chains of a programme as they stand now, to be kept elsewhere.
import { checkpointFile } from '../../../machines/values/checkpoint.ts';
import { checkpoint } from '../../contract/verification.ts';
import { attachment } from '../../http/attachment.ts';
import { type Api, guarded, json, refusedAnswer } from '../../http/guarded-route.ts';
import { ProblemError } from '../../http/problem/problem.ts';
import { KeyMissing } from '../../keys/keyring.ts';
import type { ServerParts } from '../../parts.ts';
import { programmePath } from '../parameters.ts';

const checkpointRoute = guarded(
  { need: 'readsAll', logged: true, ofEverySystem: true },
  {
    method: 'get',
    path: '/programmes/{code}/checkpoint',
    operationId: 'checkpoint',
    tags: ['record'],
    summary:
      '署名つきチェックポイント / the ends of all chains now, signed by the server, to be kept elsewhere',
    request: { params: programmePath },
    responses: { 200: json(checkpoint, 'a checkpoint'), ...refusedAnswer },
  },
);

export function checkpointRoutes(api: Api, { checkpoints }: ServerParts): void {
  api.openapi(checkpointRoute, async (c) => {
    const { definition } = c.get('programme');
    const made = await checkpoints.of(definition).catch((error: unknown) => {
      throw error instanceof KeyMissing ? new ProblemError('keyMissing', {}, error) : error;
    });
    if (made === null) throw new ProblemError('notReady');
    return c.json(made, 200, attachment('application/json; charset=UTF-8', checkpointFile(made.checkpoint)));
  });
}
