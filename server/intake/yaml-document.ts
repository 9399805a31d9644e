// One YAML file: its value as JSON, where in the text each part of it stands, and what cannot be read.
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
} from 'yaml';
import { type Place, problem, type SeedProblem } from '../../machines/seed/problem.ts';

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

export function readYaml(file: string, text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2' });
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const problems = [...document.errors, ...document.warnings].map((error) => ({
    problem:
      error.code === 'DUPLICATE_KEY'
        ? problem('yaml.duplicateKey', { file, path: [] }, {})
        : problem('yaml.syntax', { file, path: [] }, { reason: error.message }),
    position: position(error.pos[0]),
  }));
  const blank = document.contents === null && problems.length === 0;
  if (blank) {
    const empty = problem('file.empty', { file, path: [] }, {});
    problems.push({ problem: empty, position: { line: 1, column: 1 } });
  }
  const find = (path: Place['path']) => position(offsetOf(document.contents, path, document));
  const value = problems.length === 0 ? plainValue(document) : null;
  if (value && 'reason' in value) {
    const tooMuch = problem('yaml.syntax', { file, path: [] }, value);
    problems.push({ problem: tooMuch, position: { line: 1, column: 1 } });
  }
  const readable = problems.length === 0;
  return { file, value: value && 'plain' in value ? value.plain : null, readable, problems, find };
}

/** The library refuses texts whose aliases multiply without end by throwing. */
function plainValue(document: Document): { plain: unknown } | { reason: string } {
  try {
    return { plain: document.toJS({ maxAliasCount: 1000 }) };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

const resolved = (node: Node, document: Document): Node =>
  isAlias(node) ? (node.resolve(document) ?? node) : node;

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
    const pair = node.items.find((item) => String((item.key as Scalar | null)?.value) === String(key));
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
