// What no route needs to look at: words that cannot be kept, and bodies of more parts than any form has. Refused with
// the field before a schema reads them, so that one request cannot keep everybody waiting. Knows no route.
import type { MiddlewareHandler } from 'hono';
import { isStorable } from '../../../machines/values/text.ts';
import type { InputIssue } from '../../contract/values.ts';
import { formatText } from '../input-texts.ts';
import { ProblemError } from '../problem.ts';
import type { RequestEnv } from '../request.ts';

const MOST_VALUES = 20_000;
const DEEPEST = 40;

/** Before anything is logged of it. @throws ProblemError invalid */
export const storableQuery: MiddlewareHandler<RequestEnv> = async (c, next) => {
  refuse(Object.entries(c.req.query()).flatMap(([name, value]) => issuesOf(name, [name, value])));
  await next();
};

/** @throws ProblemError invalid, unreadable, tooLarge */
export const boundedBody: MiddlewareHandler<RequestEnv> = async (c, next) => {
  const type = c.req.header('Content-Type') ?? '';
  if (type.startsWith('application/json')) {
    const text = await c.req.text();
    if (text !== '') refuse(unstorableIn(parsed(text)));
  }
  await next();
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ProblemError('unreadable');
  }
}

/** One after another and not by recursion: the sender chooses the depth. */
function unstorableIn(body: unknown): InputIssue[] {
  const found: InputIssue[] = [];
  const open: { value: unknown; path: string[] }[] = [{ value: body, path: [] }];
  for (let seen = 0; open.length > 0; seen += 1) {
    const { value, path } = open.pop() ?? { value: null, path: [] };
    if (seen > MOST_VALUES || path.length > DEEPEST) throw new ProblemError('tooLarge');
    if (typeof value === 'string') found.push(...issuesOf(path.join('.'), [value]));
    if (typeof value !== 'object' || value === null) continue;
    const parts = Object.entries(value);
    if (parts.length > MOST_VALUES) throw new ProblemError('tooLarge');
    for (const [name, part] of parts) {
      found.push(...issuesOf(path.join('.'), [name]));
      open.push({ value: part, path: [...path, name] });
    }
  }
  return found;
}

/** Files are judged by their reader, with their line; here only what no text may hold. */
const isText = (text: string): boolean => (text.length > 10_000 ? !text.includes('\0') : isStorable(text));

function issuesOf(field: string, texts: readonly string[]): InputIssue[] {
  return texts.every(isText) ? [] : [{ field, code: 'unstorable', ...formatText('unstorable') }];
}

function refuse(issues: InputIssue[]): void {
  if (issues.length > 0) throw new ProblemError('invalid', { issues });
}
