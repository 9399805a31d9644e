// Text in CP932, as Excel in Japan saves it: there is a decoder everywhere and an encoder nowhere, so every pair of bytes is decoded once.
const table = new Map<string, number[]>();
const decoder = new TextDecoder('shift_jis', { fatal: true });
for (let first = 0x81; first <= 0xfc; first += 1) {
  if (first > 0x9f && first < 0xe0) continue;
  for (let second = 0x40; second <= 0xfc; second += 1) {
    const bytes = [first, second];
    try {
      const sign = decoder.decode(Uint8Array.from(bytes));
      if (!table.has(sign)) table.set(sign, bytes);
    } catch {
      // no sign has these bytes
    }
  }
}

export function cp932(text: string): Uint8Array {
  const bytes = [...text].flatMap((sign) => {
    const code = sign.codePointAt(0) ?? 0;
    if (code < 0x80) return [code];
    const found = table.get(sign);
    if (!found) throw new Error(`${sign} is not in CP932`);
    return found;
  });
  return Uint8Array.from(bytes);
}
