// The units of the drawing: how wide it is, and where the names end.
export const WIDTH = 1260;
export const NAMES = 170;
export const xOf = (place: number): number => Math.round((NAMES + place * (WIDTH - NAMES)) * 10) / 10;

/** What of a text has room: all, or its beginning with a sign for the `rest`; nothing where that would be less than two signs. */
export function cut(text: string, room: number, size: number, rest = '…'): string {
  const signs = [...text];
  if (widthOf(signs, size) <= room) return text;
  const kept = signs.filter(
    (_sign, index) => widthOf(signs.slice(0, index + 1), size) + widthOf([...rest], size) <= room,
  );
  return kept.length < 2 ? '' : `${kept.join('')}${rest}`;
}

/** An ideograph is as wide as its size, a letter about half. */
const widthOf = (signs: readonly string[], size: number): number =>
  signs.reduce((sum, sign) => sum + (sign > '\u2e80' ? size : size * 0.58), 0);
