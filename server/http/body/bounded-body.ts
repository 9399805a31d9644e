// What no route needs to look at: words that cannot be kept, and bodies of more parts than any form has. Refused with
// the field before a schema reads them, so that one request cannot keep everybody waiting. Knows no route.
import type { MiddlewareHandler } from 'hono';
import type { Text } from '../../../machines/definition/definition.ts';
import { isStorable } from '../../../machines/values/text.ts';
import type { InputIssue } from '../../contract/values.ts';
import { formatText } from '../problem/input-texts.ts';
import { MOST_ISSUES, ProblemError } from '../problem/problem.ts';
import type { RequestEnv } from '../request.ts';

const MOST_VALUES = 20_000;
const DEEPEST = 40;
/** Characters of a name: no field, business or step has as many. */
const LONGEST_NAME = 200;
/** Characters of a place as it is told: enough to find it. */
const LONGEST_PLACE = 300;

/** Before anything is logged of it. @throws ProblemError invalid */
export const storableQuery: MiddlewareHandler<RequestEnv> = async (c, next) => {
  const words = Object.entries(c.req.query());
  refuse(words.flatMap(([name, value]) => (isText(name) && isText(value) ? [] : [unstorable(name)])));
  await next();
};

/** @throws ProblemError invalid, unreadable, tooLarge */
export const boundedBody: MiddlewareHandler<RequestEnv> = async (c, next) => {
  const type = c.req.header('Content-Type') ?? '';
  if (type.startsWith('application/json')) {
    const text = await c.req.text();
    if (text !== '') refuse(issuesIn(parsed(text)));
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

/** A value by its name in the one around it: its whole place is written only where something is wrong there. */
interface Part {
  name: string;
  value: unknown;
  depth: number;
  around: Part | null;
}

/** One after another and not by recursion: the sender chooses the depth. No more than are told. */
function issuesIn(body: unknown): InputIssue[] {
  const found: InputIssue[] = [];
  const open: Part[] = [{ name: '', value: body, depth: 0, around: null }];
  let values = 0;
  for (let part = open.pop(); part !== undefined && found.length < MOST_ISSUES; part = open.pop()) {
    found.push(...wrongIn(part));
    const inner = part.name.length > LONGEST_NAME ? [] : partsOf(part);
    values += inner.length;
    if (values > MOST_VALUES) throw beyond(part, 'values');
    if (inner.length > 0 && part.depth === DEEPEST) throw beyond(part, 'depth');
    open.push(...inner);
  }
  return found.slice(0, MOST_ISSUES);
}

function partsOf(part: Part): Part[] {
  const { value, depth } = part;
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value).slice(0, MOST_VALUES + 1);
  return entries.map(([name, inner]) => ({ name, value: inner, depth: depth + 1, around: part }));
}

function wrongIn(part: Part): InputIssue[] {
  const { name, value, around } = part;
  if (name.length > LONGEST_NAME) return [tooLongName(placeOf(around))];
  const isWrong = !isText(name) || (typeof value === 'string' && !isText(value));
  return isWrong ? [unstorable(placeOf(isText(name) ? part : around))] : [];
}

function placeOf(part: Part | null): string {
  const names: string[] = [];
  for (let at = part; at?.around; at = at.around) names.unshift(at.name);
  return told(names.join('.'));
}

const told = (place: string): string =>
  place.length > LONGEST_PLACE ? `${place.slice(0, LONGEST_PLACE)}…` : place;

/** Files are judged by their reader, with their line; here only what no text may hold. */
const isText = (text: string): boolean => (text.length > 10_000 ? !text.includes('\0') : isStorable(text));

const unstorable = (field: string): InputIssue => ({
  field: told(field),
  code: 'unstorable',
  ...formatText('unstorable'),
});

const tooLongName = (field: string): InputIssue => ({
  field,
  code: 'tooLongName',
  message: { ja: '項目の名前が長すぎます。', en: 'The name of a field is too long.' },
  expected: { ja: `${LONGEST_NAME}文字以下`, en: `at most ${LONGEST_NAME} characters` },
});

const limits = {
  values: {
    message: { ja: '値の数が多すぎます。', en: 'Too many values.' },
    expected: { ja: `全体で${MOST_VALUES}個以下`, en: `at most ${MOST_VALUES} in all` },
  },
  depth: {
    message: { ja: '入れ子が深すぎます。', en: 'Nested too deeply.' },
    expected: { ja: `${DEEPEST}段以下`, en: `at most ${DEEPEST} levels` },
  },
} as const satisfies Record<string, { message: Text; expected: Text }>;

const beyond = (part: Part, limit: keyof typeof limits): ProblemError =>
  new ProblemError('tooLarge', { issues: [{ field: placeOf(part), code: limit, ...limits[limit] }] });

function refuse(issues: InputIssue[]): void {
  if (issues.length > 0) throw new ProblemError('invalid', { issues });
}
