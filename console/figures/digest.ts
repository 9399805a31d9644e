// The SHA-256 of a file, computed in the browser without crypto.subtle: that is missing on a plain-http LAN. The file
// itself goes nowhere.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** Lower-case hex of the file's digest, read in pieces so that large scans fit in memory. */
export async function digestOf(file: Blob): Promise<string> {
  const hash = sha256.create();
  const reader = file.stream().getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) hash.update(piece.value);
  return bytesToHex(hash.digest());
}
