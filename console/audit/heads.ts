// Heads as they were kept: one a line as JSON, or as it is printed (chain, number, hash); a list; a whole answer of a verification.
import type { Head } from '../../server/contract/verification.ts';

const HASH = /^[0-9a-f]{64}$/;

/** Null where the text holds anything else; none where it is empty. */
export function headsIn(text: string): Head[] | null {
  if (text.trim() === '') return [];
  const whole = parsed(text);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const given = whole === undefined ? lines.map((line) => parsed(line) ?? printed(line)) : listIn(whole);
  return given.length > 0 && given.every(isHead) ? given : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `131121/juki 12 9f…`, as a verification prints it. */
function printed(line: string): unknown {
  const [chain, seq, hash, ...more] = line.trim().split(/\s+/u);
  return more.length === 0 ? { chain, seq: Number(seq), hash } : undefined;
}

function listIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value === 'object' && value !== null && 'heads' in value && Array.isArray(value.heads))
    return value.heads;
  return [value];
}

function isHead(value: unknown): value is Head {
  if (typeof value !== 'object' || value === null) return false;
  if (!('chain' in value && 'seq' in value && 'hash' in value)) return false;
  const { chain, seq, hash } = value;
  return (
    typeof chain === 'string' &&
    chain !== '' &&
    Number.isInteger(seq) &&
    Number(seq) > 0 &&
    typeof hash === 'string' &&
    HASH.test(hash)
  );
}
