// What was kept of the record: a signed checkpoint; or heads, one a line as JSON or as it is printed (chain, number, hash), a list, a whole
// answer of a verification.
import { keyTwice } from '../../machines/values/key-twice.ts';
import type { Head } from '../../server/contract/verification.ts';

const HASH = /^[0-9a-f]{64}$/;

/** As it is sent to be compared; nothing where nothing is given. */
export type Kept = { anchors: Head[] } | { checkpoint: unknown } | Record<string, never>;

/** Null where the text holds anything else. The server looks at a checkpoint whole, and says what is wrong with one. */
export function keptIn(text: string): Kept | null {
  // Which of the two would be meant is not decided here.
  if (keyTwice(text) !== null) return null;
  const whole = parsed(text);
  if (typeof whole === 'object' && whole !== null && 'checkpoint' in whole && 'signature' in whole)
    return { checkpoint: whole };
  const heads = headsIn(text);
  if (heads === null) return null;
  return heads.length > 0 ? { anchors: heads } : {};
}

/** None where it is empty. */
function headsIn(text: string): Head[] | null {
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
