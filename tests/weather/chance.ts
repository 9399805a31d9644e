// Chance that can be had again: the same seed and name give the same numbers. Knows nothing of what they decide.

export interface Chance {
  /** From 0 up to but not 1. */
  next: () => number;
  between: (least: number, most: number) => number;
  pick: <T>(from: readonly [T, ...T[]]) => T;
}

/** Each name has a stream of its own, so that one who draws more changes nobody else's. */
export function chanceOf(seed: number, name: string): Chance {
  let state = stirred(seed, name);
  const next = () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
  const pick = <T>(from: readonly [T, ...T[]]): T => from[Math.floor(next() * from.length)] ?? from[0];
  return { next, between: (least, most) => least + next() * (most - least), pick };
}

function stirred(seed: number, name: string): number {
  let hash = seed | 0;
  for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}
