// A file's content, read and checked against its schema: zod's issues as this seed's problems.
import * as z from 'zod';
import { nearest } from '../values/names/nearest.ts';
import { isStorable, looksEmpty } from '../values/text.ts';
import { type Format, inside, isWarning, type Place, problem, type SeedProblem } from './problem.ts';
import { readWritten } from './written.ts';

type Issue = z.core.$ZodIssue;

const FORMATS: ReadonlySet<string> = new Set<Format>([
  'day',
  'vagueDay',
  'plannedDay',
  'id',
  'municipalityCode',
  'rehearsalMark',
  'unstorable',
  'looksEmpty',
  'oneLine',
]);

export function checkShape<T extends z.ZodType>(
  schema: T,
  written: unknown,
  file: string,
): { value: z.infer<T> | null; problems: SeedProblem[] } {
  const { value, problems: told, asWritten } = readWritten(schema, written, file);
  const parsed = schema.safeParse(value);
  const unread = new Set(told.filter((one) => !isWarning(one)).map(({ at }) => JSON.stringify(at.path)));
  const issues = parsed.success ? [] : parsed.error.issues;
  const problems = issues
    .flatMap((issue) => translate(issue, schema, value, file))
    .map((one) => ({ ...one, at: { file, path: asWritten(one.at.path) } }))
    .filter(({ at }) => !unread.has(JSON.stringify(at.path)));
  return {
    value: parsed.success && unread.size === 0 ? parsed.data : null,
    problems: [...told, ...problems],
  };
}

/** What a schema says of a value that `at` makes, with other parts of its folder or alone. */
export function misshapen(schema: z.ZodType, value: unknown, at: Place): SeedProblem[] {
  const { error } = schema.safeParse(value);
  return (error?.issues ?? [])
    .flatMap((issue) => translate(issue, schema, value, at.file))
    .map((one) => ({ ...one, at: inside(at, ...one.at.path) }));
}

function translate(issue: Issue, schema: z.ZodType, root: unknown, file: string): SeedProblem[] {
  const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
  const at: Place = { file, path };
  const got = shown(valueAt(root, path));
  if (valueAt(root, path) === undefined && issue.code !== 'unrecognized_keys')
    return [problem('shape.missing', at, { field: String(path.at(-1) ?? '') })];
  switch (issue.code) {
    case 'invalid_type':
      if (FORMATS.has(issue.message))
        return [problem('shape.format', at, { format: formatOf(issue.message), got })];
      return [problem('shape.type', at, { expected: issue.expected, got })];
    case 'invalid_value':
      return [problem('shape.value', at, { values: issue.values.map(String), got })];
    case 'invalid_format':
    case 'custom':
      if (issue.message === 'reservedId') return [problem('id.reserved', at, { id: got })];
      return [problem('shape.format', at, { format: formatOf(issue.message), got })];
    case 'invalid_key':
      return [
        problem('shape.format', at, { format: formatOf(issue.issues[0]?.message), got: String(path.at(-1)) }),
      ];
    case 'unrecognized_keys': {
      const known = knownKeys(schema, root, path, issue.keys);
      return issue.keys.map((key) =>
        problem('shape.unknownKey', { file, path: [...path, key] }, { key, nearest: nearest(key, known) }),
      );
    }
    case 'too_small':
      return [
        problem('shape.range', at, { minimum: Number(issue.minimum), maximum: null, of: lengthOf(issue) }),
      ];
    case 'too_big':
      return [
        problem('shape.range', at, { minimum: null, maximum: Number(issue.maximum), of: lengthOf(issue) }),
      ];
    case 'invalid_union':
      return [unionProblem(issue, at, got)];
    default:
      return [problem('shape.form', at, { got })];
  }
}

function unionProblem(issue: Extract<Issue, { code: 'invalid_union' }>, at: Place, got: string): SeedProblem {
  const options = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
  return options.length > 0
    ? problem('shape.value', at, { values: options, got })
    : problem('shape.form', at, { got });
}

const formatOf = (message: string | undefined): Format =>
  message && FORMATS.has(message) ? (message as Format) : 'other';

const lengthOf = (issue: { origin: string }): 'value' | 'length' =>
  issue.origin === 'number' || issue.origin === 'int' ? 'value' : 'length';

/** Keys that may have been meant: all that the schema has anywhere, but those already written here. */
function knownKeys(
  schema: z.ZodType,
  root: unknown,
  path: readonly (string | number)[],
  unknown: readonly string[],
): string[] {
  const here = valueAt(root, path);
  const present = typeof here === 'object' && here !== null ? Object.keys(here) : [];
  const taken = present.filter((key) => !unknown.includes(key));
  const fields = fieldNames(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }));
  return [...new Set(fields)].filter((name) => !taken.includes(name));
}

function fieldNames(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties } = schema as { properties?: unknown };
  const own = typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
  return [...own, ...Object.values(schema).flatMap(fieldNames)];
}

export function valueAt(root: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string | number, unknown>)[key]
        : undefined,
    root,
  );
}

/** A value as a message may quote it, cut to a line; what cannot be seen as it stands, in JSON's escapes. */
function shown(value: unknown): string {
  const isSeen =
    typeof value === 'string' && isStorable(value) && !/[\n\r]/.test(value) && !looksEmpty(value);
  const text = isSeen ? value : (JSON.stringify(value) ?? '');
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
