// Bytes as text, or why they are none: with the encoding that they most likely are. A byte that is no UTF-8 is never
// replaced: U+FFFD in a record would stay for ever.

export type Encoding = 'CP932' | 'EUC-JP' | 'ISO-2022-JP' | 'UTF-16';
export type DecodedText =
  | { status: 'read'; text: string }
  /** `likely` is null where no encoding used in Japan fits; `line` counts from 1. */
  | { status: 'refused'; code: 'bytes.notUtf8'; likely: Encoding | null; line: number }
  | { status: 'refused'; code: 'bytes.nul'; line: number };

/** UTF-8, with or without its mark. */
export function readUtf8(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return { status: 'refused', code: 'bytes.notUtf8', likely: 'UTF-16', line: 1 };
  const text = decoded(bytes, 'utf-8');
  if (text === null)
    return { status: 'refused', code: 'bytes.notUtf8', likely: likely(bytes), line: wrongLine(bytes) };
  if (text.includes('\u001b$'))
    return { status: 'refused', code: 'bytes.notUtf8', likely: 'ISO-2022-JP', line: lineOf(text, '\u001b') };
  if (text.includes('\0')) return { status: 'refused', code: 'bytes.nul', line: lineOf(text, '\0') };
  return { status: 'read', text };
}

/** The same where a file comes from Excel: CP932 too, where its bytes are that and nothing else, and it is told. */
export function readUtf8OrCp932(
  bytes: Uint8Array,
): { status: 'read'; text: string; encoding: 'UTF-8' | 'CP932' } | Exclude<DecodedText, { status: 'read' }> {
  const found = readUtf8(bytes);
  if (found.status === 'read') return { ...found, encoding: 'UTF-8' };
  const text =
    found.code === 'bytes.notUtf8' && found.likely === 'CP932' ? decoded(bytes, 'shift_jis') : null;
  return text === null || text.includes('\0') ? found : { status: 'read', text, encoding: 'CP932' };
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null; // fatal: these bytes are not of that encoding, which is the answer
  }
}

/** EUC read as CP932 is valid too, and full of half-width kana. */
function likely(bytes: Uint8Array): Encoding | null {
  const [cp932, euc] = [decoded(bytes, 'shift_jis'), decoded(bytes, 'euc-jp')];
  if (cp932 === null) return euc === null ? null : 'EUC-JP';
  const halfWidth = [...cp932].filter((sign) => sign >= '\uff61' && sign <= '\uff9f').length;
  return euc !== null && halfWidth > 0 ? 'EUC-JP' : 'CP932';
}

const lineOf = (text: string, sign: string): number => text.slice(0, text.indexOf(sign)).split('\n').length;

function wrongLine(bytes: Uint8Array): number {
  const lossy = new TextDecoder('utf-8').decode(bytes);
  return lineOf(lossy, '\ufffd');
}
