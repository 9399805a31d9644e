// The one place where what a seed's files say is read as values: every text by the reader that stands beside its schema, as
// forms and commands read it, so that what is kept is the same however it was written. Follows the schemas; knows no field.
import type * as z from 'zod';
import type { Reading } from '../values/reading.ts';
import { readers } from '../values/schemas.ts';
import { readCount } from '../values/score.ts';
import { inside, type Place, problem, type SeedProblem } from './problem.ts';

type Path = Place['path'];

export interface ReadFile {
  /** What could not be read stays as it was written, and is among the problems. */
  value: unknown;
  /** What is unreadable, and what had to be interpreted. */
  problems: SeedProblem[];
  /** The place in the file of a place in the value: keys are read too. */
  asWritten(path: Path): Path;
}

/** `value` holds texts, true, false and null, in lists and mappings: no number that another reader made. */
export function readWritten(schema: z.ZodType, value: unknown, file: string): ReadFile {
  const found: Found = { problems: [], keys: new Map() };
  const read = readAt(schema, value, { file, path: [] }, found);
  return { value: read, problems: found.problems, asWritten: (path) => writtenPath(path, found.keys) };
}

interface Found {
  problems: SeedProblem[];
  /** Keys as they were written, by the path of what they were read as. */
  keys: Map<string, string>;
}

const nameOf = (path: Path): string => JSON.stringify(path);

const writtenPath = (path: Path, keys: Found['keys']): Path =>
  path.map((key, index) => keys.get(nameOf(path.slice(0, index + 1))) ?? key);

function readAt(schema: z.core.$ZodType, value: unknown, at: Place, found: Found): unknown {
  const reader = readers.get(schema)?.read;
  if (reader) return typeof value === 'string' ? readText(reader, value, at, found) : value;
  // zod's own union of all its schemas, through which alone their parts are typed.
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
      return readAt(def.innerType, value, at, found);
    case 'number':
      return typeof value === 'string' ? readText(readCount, value, at, found) : value;
    case 'array':
      return Array.isArray(value)
        ? value.map((item, index) => readAt(def.element, item, inside(at, index), found))
        : value;
    case 'object':
      return isMapping(value) ? readFields(def.shape, value, at, found) : value;
    case 'record':
      return isMapping(value) ? readEntries(def, value, at, found) : value;
    case 'union': {
      const option = def.options.find((candidate) => isFor(candidate, value));
      return option ? readAt(option, value, at, found) : value;
    }
    default:
      return value;
  }
}

type Mapping = Record<string, unknown>;
const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readText(
  read: (written: string) => Reading<unknown>,
  written: string,
  at: Place,
  { problems }: Found,
): unknown {
  const reading = read(written);
  if (reading.status === 'refused') {
    problems.push(problem('value.unread', at, { written, reason: reading.reason }));
    return written;
  }
  problems.push(...reading.remarks.map((remark) => problem('value.interpreted', at, { written, remark })));
  return reading.value;
}

const readFields = (
  shape: Readonly<Record<string, z.core.$ZodType>>,
  value: Mapping,
  at: Place,
  found: Found,
): Mapping =>
  Object.fromEntries(
    Object.entries(value).map(([key, field]) => {
      const schema = Object.hasOwn(shape, key) ? shape[key] : undefined;
      return [key, schema ? readAt(schema, field, inside(at, key), found) : field];
    }),
  );

function readEntries(
  { keyType, valueType }: z.core.$ZodRecordDef,
  value: Mapping,
  at: Place,
  found: Found,
): Mapping {
  const entries = new Map<string, unknown>();
  for (const [written, field] of Object.entries(value)) {
    const key = String(readAt(keyType, written, inside(at, written), found));
    if (entries.has(key)) found.problems.push(problem('key.duplicate', inside(at, written), { key }));
    if (key !== written) found.keys.set(nameOf([...at.path, key]), written);
    entries.set(key, readAt(valueType, field, inside(at, written), found));
  }
  return Object.fromEntries(entries);
}

/** Whether a union's option is the one that is meant: by the words that it asks for, or by its kind of value. */
function isFor(option: z.core.$ZodType, value: unknown): boolean {
  // As above.
  const { def } = (option as z.core.$ZodTypes)._zod;
  if (def.type !== 'object') return def.type === 'string' && typeof value === 'string';
  if (!isMapping(value)) return false;
  return Object.entries(def.shape).every(([key, field]) => {
    const { def: asked } = (field as z.core.$ZodTypes)._zod;
    return asked.type !== 'literal' || asked.values.some((word) => word === value[key]);
  });
}
