// The units of the drawing: how wide it is, where the names end, and what of a text has room.
export const WIDTH = 1260;
export const NAMES = 170;
export const xOf = (place: number): number => Math.round((NAMES + place * (WIDTH - NAMES)) * 10) / 10;

/** What of a text has room: all, or its beginning with a sign for the rest; nothing where that would be less than two signs. */
export function cut(text: string, room: number, size: number): string {
  const signs = [...text];
  if (widthOf(signs, size) <= room) return text;
  const kept = signs.filter((_sign, index) => widthOf(signs.slice(0, index + 1), size) + size <= room);
  return kept.length < 2 ? '' : `${kept.join('')}…`;
}

/** A bar's label: all of it, or none. What is seen has to be what the bar is called by voice. */
export const whole = (text: string, room: number, size: number): string =>
  widthOf([...text], size) <= room ? text : '';

/** An ideograph is as wide as its size, a letter about half. */
const widthOf = (signs: readonly string[], size: number): number =>
  signs.reduce((sum, sign) => sum + (sign > '\u2e80' ? size : size * 0.58), 0);
