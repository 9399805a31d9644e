// A signed checkpoint that was kept elsewhere, as a file has it: whether it is one, as it was signed, and of this programme. Whether the
// record names its key, and is still as it says, is proven with the chains (prove.ts).
import { type SignedCheckpoint, signedCheckpoint } from '../../machines/record/checkpoint.ts';
import { keyTwice } from '../../machines/values/key-twice.ts';
import { fileFault } from '../lock/checkpoints.ts';

export type KeptCheckpoint =
  | { status: 'whole'; signed: SignedCheckpoint }
  | { status: 'unreadable' | 'altered' }
  | { status: 'ofAnother'; programme: string };

export function readCheckpoint(text: string, code: string): KeptCheckpoint {
  // What stands twice under one name would be read as the last of them alone.
  if (keyTwice(text) !== null) return { status: 'unreadable' };
  const read = signedCheckpoint.safeParse(jsonOf(text));
  if (!read.success) return { status: 'unreadable' };
  if (fileFault(read.data) !== null) return { status: 'altered' };
  const { programme } = read.data.checkpoint;
  return programme === code ? { status: 'whole', signed: read.data } : { status: 'ofAnother', programme };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // refused by the shape
  }
}
