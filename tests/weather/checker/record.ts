// Reads an export by itself: JSON Lines whose bytes are hashed with Node's SHA-256, chained by `prev`. Shares no code with
// what wrote it.
import { createHash } from 'node:crypto';
import { type Violation, violation } from './violation.ts';

export interface Line {
  chain: string;
  seq: number;
  hash: string;
  requestId: string;
  fact: { type: string } & Record<string, unknown>;
  actor: { kind: string; account: string; post: string };
  occurredOn: string;
  /** Milliseconds on the programme's clock, and on the wall's. */
  recordedMs: number;
  wallMs: number;
}

export interface TownRecord {
  /** By chain, in the order of the export. */
  chains: ReadonlyMap<string, readonly Line[]>;
  violations: Violation[];
}

const NOTHING_BEFORE = '0'.repeat(64);

/** `chains` are those that must be there, and no others. */
export function readRecord(text: string, chains: readonly string[]): TownRecord {
  const violations: Violation[] = [];
  const found = new Map<string, Line[]>(chains.map((chain) => [chain, []]));
  const previous = new Map<string, string>();
  if (text !== '' && !text.endsWith('\n'))
    violations.push(violation('export', '', '', 'it ends within a line'));
  for (const bytes of text.split('\n').filter((line) => line !== '')) {
    const { line, prev } = lineIn(bytes);
    const { chain, seq, requestId } = line;
    const wrong = (what: string) => violations.push(violation('chain', chain, requestId, what));
    const lines = found.get(chain);
    if (!lines) {
      wrong('nobody knows this chain');
      continue;
    }
    if (seq !== lines.length + 1) wrong(`#${seq} stands where #${lines.length + 1} belongs`);
    if (prev !== (previous.get(chain) ?? NOTHING_BEFORE)) wrong(`#${seq} does not name the hash before it`);
    if (lines.some((other) => isSameRequest(other, line))) wrong(`#${seq} repeats a request id`);
    if (line.recordedMs < (lines.at(-1)?.recordedMs ?? 0))
      wrong(`#${seq} was recorded before the one before`);
    previous.set(chain, line.hash);
    lines.push(line);
  }
  return { chains: found, violations };
}

/** A request is known by who acts and its id: a person's and a timer's never meet. */
const isSameRequest = (one: Line, other: Line): boolean =>
  one.requestId === other.requestId && one.actor.kind === other.actor.kind;

interface Body {
  chain: string;
  seq: number;
  requestId: string;
  fact: { type: string } & Record<string, unknown>;
  actor: { kind: string; account: string; post: string };
  occurredOn: string;
  recordedAt: string;
  wallAt: string;
  prev: string;
}

function lineIn(bytes: string): { line: Line; prev: string } {
  // The export's own form (docs: JSON Lines, one entry each); what is not so shows as a violation below.
  const { chain, seq, requestId, fact, actor, occurredOn, recordedAt, wallAt, prev } = JSON.parse(
    bytes,
  ) as Body;
  const hash = createHash('sha256').update(bytes, 'utf8').digest('hex');
  const [recordedMs, wallMs] = [Date.parse(recordedAt), Date.parse(wallAt)];
  return { line: { chain, seq, hash, requestId, fact, actor, occurredOn, recordedMs, wallMs }, prev };
}

/** What stood before stands still: the earlier export is the beginning of every chain of the later one. */
export function grown(before: TownRecord, after: TownRecord): Violation[] {
  return [...before.chains].flatMap(([chain, lines]) =>
    lines.flatMap(({ seq, hash, requestId }) =>
      after.chains.get(chain)?.[seq - 1]?.hash === hash
        ? []
        : [violation('grown', chain, requestId, `#${seq} stood at rest and does not stand afterwards`)],
    ),
  );
}
