// Which rows of a long list are drawn: those that are seen and a few around them. All rows are of one height. Pure.
export interface Seen {
  /** Scrolled off above, in pixels. */
  top: number;
  height: number;
}

/** Drawn beyond what is seen, so that a little scrolling shows no gap. */
const AROUND = 8;

export function drawn(
  { top, height }: Seen,
  rowHeight: number,
  count: number,
): { from: number; until: number } {
  const first = Math.floor(top / rowHeight) - AROUND;
  const last = Math.ceil((top + height) / rowHeight) + AROUND;
  return { from: Math.max(0, Math.min(first, count)), until: Math.max(0, Math.min(last, count)) };
}

/** The beginnings of the windows in which those rows lie. */
export function windowsOf({ from, until }: { from: number; until: number }, size: number): number[] {
  const windows: number[] = [];
  for (let at = Math.floor(from / size) * size; at < until; at += size) windows.push(at);
  return windows.length === 0 ? [0] : windows;
}
