// One YAML file: what it says, as texts in lists and mappings, where each part of it stands, and what cannot be read. A number
// stays the text that stands there: 2023.10 is a month to its reader, and 2023.1 to YAML.
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  visit,
} from 'yaml';
import { type Place, problem, type SeedProblem } from '../../machines/seed/problem.ts';
import { DEEPEST, measure } from './yaml-depth.ts';

export interface Position {
  line: number;
  column: number;
}

export interface YamlFile {
  file: string;
  /** Null when the text is not YAML; then `problems` says why. */
  value: unknown;
  readable: boolean;
  problems: { problem: SeedProblem; position: Position }[];
  /** The position of a value by its path, or of the nearest part around it that is there. */
  find(path: Place['path']): Position;
}

/** A ward's largest file is a twentieth of it. */
const MOST_CHARACTERS = 400_000;
const MOST_TOGETHER = 1_000_000;
/** Ten times a ward's whole folder. Reading costs everybody's time by what there is to read, up to 25 µs each, not by its length. */
const MOST_TOKENS = 150_000;

/** Reads the files in their order, as far as all of them together are not too large. */
export function readYamlFiles(files: readonly { path: string; text: string }[]): YamlFile[] {
  let together = 0;
  let tokens = 0;
  return files.map(({ path, text }) => {
    const file = path.replace(/^\.\//, '');
    together += text.length;
    if (text.length > MOST_CHARACTERS) return unread(file, tooLarge(file, MOST_CHARACTERS));
    if (together > MOST_TOGETHER) return unread(file, tooLarge(file, MOST_TOGETHER));
    const measured = measure(text, MOST_TOKENS - tokens);
    tokens += measured.tokens;
    if (measured.deepLine !== null) return unread(file, tooDeep(file, measured.deepLine), measured.deepLine);
    return tokens > MOST_TOKENS ? unread(file, tooMany(file)) : readYaml(file, text);
  });
}

const tooLarge = (file: string, limit: number) => problem('file.tooLarge', { file, path: [] }, { limit });
const tooMany = (file: string) => problem('file.tooMany', { file, path: [] }, { limit: MOST_TOKENS });
const tooDeep = (file: string, line: number) =>
  noYaml(file, 'TOO_DEEP', `nested deeper than ${DEEPEST}`, { line, column: 1 });

const noYaml = (file: string, fault: string, reason: string, at: Position) =>
  problem('yaml.syntax', { file, path: [] }, { fault, reason: shortly(reason), ...at });

function unread(file: string, why: SeedProblem, line = 1): YamlFile {
  const position = { line, column: 1 };
  return { file, value: null, readable: false, problems: [{ problem: why, position }], find: () => position };
}

export function readYaml(file: string, text: string): YamlFile {
  const lines = new LineCounter();
  // The library compares each key of a mapping with every other; ours are looked up.
  const options = { lineCounter: lines, prettyErrors: false, version: '1.2', uniqueKeys: false } as const;
  const document = parseDocument(text, options);
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const problems = [...document.errors, ...document.warnings].slice(0, MOST_PROBLEMS).map((error) => {
    const at = position(error.pos[0]);
    return { problem: noYaml(file, error.code, error.message, at) as SeedProblem, position: at };
  });
  for (const offset of repeatedKeys(document).slice(0, MOST_PROBLEMS)) {
    const repeated = problem('yaml.duplicateKey', { file, path: [] }, {});
    problems.push({ problem: repeated, position: position(offset) });
  }
  for (const { name, offset } of strayAliases(document).slice(0, MOST_PROBLEMS)) {
    const at = position(offset);
    problems.push({ problem: noYaml(file, 'STRAY_ALIAS', `no &${name} before *${name}`, at), position: at });
  }
  const blank = document.contents === null && problems.length === 0;
  if (blank) {
    const empty = problem('file.empty', { file, path: [] }, {});
    problems.push({ problem: empty, position: { line: 1, column: 1 } });
  }
  const find = (path: Place['path']) => position(offsetOf(document.contents, path, document));
  const value = problems.length === 0 ? plainValue(document) : null;
  if (value && 'reason' in value) {
    const at = { line: 1, column: 1 };
    problems.push({ problem: noYaml(file, 'TOO_MUCH', value.reason, at), position: at });
  }
  const readable = problems.length === 0;
  return { file, value: value && 'plain' in value ? value.plain : null, readable, problems, find };
}

/** A text that is wrong throughout is mended from its beginning. */
const MOST_PROBLEMS = 50;

/** The library may quote all of what it could not read. */
const shortly = (reason: string): string => (reason.length > 200 ? `${reason.slice(0, 200)}…` : reason);

/** Where a key stands in its mapping for the second time. */
function repeatedKeys(document: Document): number[] {
  const found: number[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        const name = isScalar(key) ? keyOf(key) : key;
        if (seen.has(name) && isNode(key)) found.push(key.range?.[0] ?? 0);
        seen.add(name);
      }
    },
  });
  return found.sort((a, b) => a - b);
}

/** Values of one file; a programme's largest has a tenth of it. Aliases multiply without end. */
const MOST_VALUES = 200_000;
/** Deeper than any text may be written (yaml-depth.ts): an alias brings its own depth to where it stands. */
const DEEPEST_VALUE = 100;

function plainValue(document: Document): { plain: unknown } | { reason: string } {
  const count = { left: MOST_VALUES };
  const plain = plainOf(document.contents, document, count, 0);
  return plain === TOO_MUCH ? { reason: `more than ${MOST_VALUES} values, aliases counted` } : { plain };
}

const TOO_MUCH = Symbol('more values than any programme has');

function plainOf(node: unknown, document: Document, count: { left: number }, depth: number): unknown {
  count.left -= 1;
  if (count.left < 0 || depth > DEEPEST_VALUE) return TOO_MUCH;
  const meant = isNode(node) ? resolved(node, document) : null;
  if (isScalar(meant)) return wordOf(meant);
  if (isSeq(meant)) {
    const items = meant.items.map((item) => plainOf(item, document, count, depth + 1));
    return items.includes(TOO_MUCH) ? TOO_MUCH : items;
  }
  if (!isMap(meant)) return null;
  const entries = meant.items.map(
    ({ key, value }) => [keyOf(key), plainOf(value, document, count, depth + 1)] as const,
  );
  return entries.some(([, value]) => value === TOO_MUCH) ? TOO_MUCH : Object.fromEntries(entries);
}

/** What is written, quoted or not; only true, false and nothing are more than their text. */
function wordOf({ value, source }: Scalar): unknown {
  if (value === null || typeof value === 'boolean') return value;
  return typeof value === 'string' ? value : (source ?? String(value));
}

/** A key as it is written, `0o17` and `1.0` too. */
const keyOf = (key: unknown): string => (isScalar(key) ? (key.source ?? String(key.value)) : String(key));

/** What each alias means: the library looks through the whole text for every one. */
const meanings = new WeakMap<Document, ReadonlyMap<Node, Node>>();

function meaningsOf(document: Document): ReadonlyMap<Node, Node> {
  const known = meanings.get(document);
  if (known) return known;
  const anchored = new Map<string, Node>();
  const made = new Map<Node, Node>();
  visit(document, {
    Node: (_, node) => {
      const meant = isAlias(node) ? anchored.get(node.source) : undefined;
      if (meant) made.set(node, meant);
      else if (!isAlias(node) && node.anchor !== undefined) anchored.set(node.anchor, node);
    },
  });
  meanings.set(document, made);
  return made;
}

/** Aliases of what was given no name before them: the library would read nothing there. */
function strayAliases(document: Document): { name: string; offset: number }[] {
  const found: { name: string; offset: number }[] = [];
  visit(document, {
    Alias: (_, alias) => {
      if (!meaningsOf(document).has(alias)) found.push({ name: alias.source, offset: alias.range?.[0] ?? 0 });
    },
  });
  return found;
}

const resolved = (node: Node, document: Document): Node =>
  isAlias(node) ? (meaningsOf(document).get(node) ?? node) : node;

/** A scalar's own place; for a list or a mapping under a key, the key's. */
function offsetOf(root: Node | null, path: Place['path'], document: Document): number {
  let offset = root?.range?.[0] ?? 0;
  let node = root;
  for (const key of path) {
    if (!node) return offset;
    const next = childOf(resolved(node, document), key);
    if (!next) return offset;
    offset = next.offset;
    node = next.node;
  }
  return offset;
}

function childOf(node: Node, key: string | number): { node: Node | null; offset: number } | null {
  if (isMap(node)) {
    const pair = node.items.find((item) => keyOf(item.key) === String(key));
    if (!pair) return null;
    const value = (pair.value ?? null) as Node | null;
    const keyOffset = (pair.key as Node).range?.[0] ?? 0;
    const scalar = value && !isCollection(value) && !isAlias(value);
    return { node: value, offset: scalar ? (value.range?.[0] ?? keyOffset) : keyOffset };
  }
  if (isSeq(node)) {
    const item = node.items[Number(key)] as Node | undefined;
    return item ? { node: item, offset: item.range?.[0] ?? 0 } : null;
  }
  return null;
}
