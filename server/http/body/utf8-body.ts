// A body is text in UTF-8, or it is refused before anything reads it: a byte replaced by U+FFFD would stay in the record.
import type { MiddlewareHandler } from 'hono';
import { readUtf8 } from '../../../machines/values/utf8.ts';
import { undecodedText } from '../../../texts/values.ts';
import { ProblemError } from '../problem/problem.ts';
import type { RequestEnv } from '../request.ts';

export const utf8Body: MiddlewareHandler<RequestEnv> = async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
  const charset = /charset="?([^";\s]+)/iu.exec(c.req.header('content-type') ?? '')?.[1];
  if (charset !== undefined && !/^utf-?8$/iu.test(charset)) throw new ProblemError('wrongType');
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  const found = readUtf8(bytes);
  if (found.status === 'read') return next();
  const { status: _status, code, ...facts } = found;
  const message = undecodedText('body', found);
  throw new ProblemError('unreadable', { facts, issues: [{ field: '', code, message }] });
};
