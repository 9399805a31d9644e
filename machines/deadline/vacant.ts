// Whom a notice reaches where some of its posts are held by nobody. Pure; who holds what is known where it is sent.

interface Addressed {
  to: readonly string[];
  /** Posts that are told in place of a vacant one. */
  instead?: readonly string[] | undefined;
}

/** The posts that are told: in place of a vacant one those that stand in for it, at once. None where they are vacant too. */
export function reaches({ to, instead = [] }: Addressed, isHeld: (post: string) => boolean): string[] {
  const held = to.filter(isHeld);
  return held.length === to.length ? held : [...new Set([...held, ...instead.filter(isHeld)])];
}
