// Every field that a programme's files may have, as the schemas say it: where, what shape, whether it must be there, what
// holds without it. Follows the schemas alone; what a field means is said elsewhere.
import type * as z from 'zod';
import { condition, deadlineRule, gate, plannedPhase } from '../definition/definition.ts';
import { ladderSaid } from '../definition/ladder.ts';
import { evidence } from '../migration/gate/papers.ts';
import { toldByHistory } from '../programme/event.ts';
import {
  accountsFile,
  calendarFile,
  deadlinesFile,
  historyFile,
  importedFact,
  pathFile,
  programmeFile,
  systemsFile,
} from './schema.ts';

/** `form` is the name of what a text must be, as the schemas' messages name it; `line` and `words` where none does. */
export type Shape =
  | { kind: 'text'; form: string; most: number | null }
  | { kind: 'number'; least: number | null; most: number | null }
  | { kind: 'flag' }
  | { kind: 'words'; words: string[] }
  | { kind: 'list'; of: Shape; least: number }
  | { kind: 'record'; key: Shape; of: Shape }
  | { kind: 'either'; of: Shape[] }
  | { kind: 'orNull'; of: Shape }
  /** A part that has rows of its own, under its name. */
  | { kind: 'part'; part: string }
  /** Its rows follow. */
  | { kind: 'fields' };

export interface Field {
  /** Names on the way to it: `waves[].label`. Of a kind's own row: `kind: fixed`. */
  path: string;
  /** The kind among several that has it: `kind: fixed`. */
  of: string | null;
  needed: boolean;
  shape: Shape;
  /** What holds where it is left out; not set where nothing does. */
  otherwise?: unknown;
}

/** A file, or a part that several places of the files have alike. */
export interface Section {
  name: string;
  fields: Field[];
}

const FILES: readonly (readonly [string, z.ZodType])[] = [
  ['programme.yaml', programmeFile],
  ['paths/*.yaml', pathFile],
  ['systems.yaml', systemsFile],
  ['deadlines.yaml', deadlinesFile],
  ['calendar.yaml', calendarFile],
  ['history.yaml', historyFile],
  ['accounts.yaml', accountsFile],
];
const PARTS: readonly (readonly [string, z.ZodType])[] = [
  ['gate', gate],
  ['condition', condition],
  ['plan', plannedPhase],
  ['rule', deadlineRule],
  ['ladder', ladderSaid],
  ['fact', importedFact],
  ['programme fact', toldByHistory],
  ['evidence', evidence],
];

export const sections = (): Section[] =>
  [...FILES, ...PARTS].map(([name, schema]) => ({ name, fields: within(bare(schema).schema, '', null) }));

type Schema = z.core.$ZodTypes;

/** A schema without what only says that it may be left out or null. */
function bare(given: z.core.$ZodType): { schema: Schema; needed: boolean; otherwise?: unknown } {
  // zod's own union of all its schemas, through which alone their parts are typed.
  const schema = given as Schema;
  const { def } = schema._zod;
  if (def.type === 'optional') return { ...bare(def.innerType), needed: false };
  if (def.type === 'default')
    return { ...bare(def.innerType), needed: false, otherwise: def.defaultValue as unknown };
  return { schema, needed: true };
}

const partOf = (schema: z.core.$ZodType): string | undefined =>
  PARTS.find(([, part]) => part === schema)?.[0];

/** The rows of what has fields. */
function within({ _zod: { def } }: Schema, at: string, of: string | null): Field[] {
  if (def.type === 'object')
    return Object.entries(def.shape).flatMap(([name, field]) => rows(field, joined(at, name), of));
  if (def.type !== 'union') return [];
  const kinds = def.options.map((option) => bare(option).schema);
  return 'discriminator' in def
    ? ofKinds(kinds, String(def.discriminator), at)
    : kinds.flatMap((kind) => within(kind, at, of));
}

const joined = (at: string, name: string): string => (at === '' ? name : `${at}.${name}`);

function rows(given: z.core.$ZodType, path: string, of: string | null): Field[] {
  const { schema, ...presence } = bare(given);
  return [{ path, of, shape: shapeOf(schema), ...presence }, ...below(schema, path, of)];
}

/** The rows of a field's own fields; a part has them elsewhere. */
function below(schema: Schema, path: string, of: string | null): Field[] {
  const { def } = schema._zod;
  if (partOf(schema) !== undefined || isBoth(schema)) return [];
  switch (def.type) {
    case 'array':
      return below(bare(def.element).schema, `${path}[]`, of);
    case 'record':
      return below(bare(def.valueType).schema, `${path}.*`, of);
    case 'nullable':
      return below(bare(def.innerType).schema, path, of);
    default:
      return within(schema, path, of);
  }
}

/** What all kinds have comes first, then each kind with what is its own. */
function ofKinds(kinds: readonly Schema[], by: string, at: string): Field[] {
  const each = kinds.map((kind) => {
    const all = within(kind, at, null);
    const said = all.find(({ path }) => path === joined(at, by))?.shape;
    const word = said?.kind === 'words' ? said.words.join() : '';
    return { of: `${by}: ${word}`, fields: all.filter(({ path }) => path !== joined(at, by)) };
  });
  const same = (field: Field) => (other: Field) => JSON.stringify(other) === JSON.stringify(field);
  const common = (each[0]?.fields ?? []).filter((field) =>
    each.every(({ fields }) => fields.some(same(field))),
  );
  return [
    ...common,
    ...each.flatMap(({ of, fields }): Field[] => [
      { path: of, of: null, needed: true, shape: { kind: 'fields' } },
      ...fields.filter((field) => !common.some(same(field))).map((field) => ({ ...field, of })),
    ]),
  ];
}

/** A name or a note in both languages. */
const isBoth = ({ _zod: { def } }: Schema): boolean =>
  def.type === 'object' && Object.keys(def.shape).join() === 'ja,en';

function shapeOf(schema: Schema): Shape {
  const { def } = schema._zod;
  const part = partOf(schema);
  if (part !== undefined) return { kind: 'part', part };
  switch (def.type) {
    case 'string':
      return textOf(schema);
    case 'number':
      return { kind: 'number', least: bound(schema, 'greater_than'), most: bound(schema, 'less_than') };
    case 'boolean':
      return { kind: 'flag' };
    case 'literal':
      return { kind: 'words', words: def.values.map(String) };
    case 'enum':
      return { kind: 'words', words: Object.values(def.entries).map(String) };
    case 'array':
      return { kind: 'list', of: inner(def.element), least: bound(schema, 'min_length') ?? 0 };
    case 'record':
      return { kind: 'record', key: inner(def.keyType), of: inner(def.valueType) };
    case 'nullable':
      return { kind: 'orNull', of: inner(def.innerType) };
    case 'union':
      return { kind: 'either', of: def.options.map(inner) };
    case 'object':
      return isBoth(schema) ? { kind: 'text', form: 'both', most: null } : { kind: 'fields' };
    default:
      throw new Error(`no shape for a field that is ${def.type}`);
  }
}

const inner = (schema: z.core.$ZodType): Shape => shapeOf(bare(schema).schema);

interface Check {
  check: string;
  value?: unknown;
  minimum?: unknown;
  maximum?: unknown;
  error?: ((issue: never) => unknown) | undefined;
}
// A check's own definition, whose type zod gives for each kind of check alone.
const checksOf = ({ _zod: { def } }: Schema): Check[] =>
  (def.checks ?? []).map(({ _zod }) => _zod.def as Check);

function bound(schema: Schema, check: string): number | null {
  const found = checksOf(schema).filter((one) => one.check === check);
  const values = found.map(({ value, minimum, maximum }) => Number(value ?? minimum ?? maximum));
  if (values.length === 0) return null;
  return check === 'less_than' || check === 'max_length' ? Math.min(...values) : Math.max(...values);
}

/** What holds for every text is no form of its own. */
const EVERY = ['unstorable', 'looksEmpty', 'reservedId'];

function textOf(schema: Schema): Shape {
  const forms = checksOf(schema).flatMap(({ error }) => {
    const form = error?.({} as never);
    return typeof form === 'string' && !EVERY.includes(form) ? [form] : [];
  });
  return { kind: 'text', form: forms.at(-1) ?? 'words', most: bound(schema, 'max_length') };
}
