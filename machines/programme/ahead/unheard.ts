// Which open deadlines are told to posts that nobody holds: a reminder of them reaches fewer than it should, or nobody. Pure.
import { isOpen } from '../../deadline/status.ts';
import type { MigrationDefinition } from '../../definition/definition.ts';
import { isOver, type MigrationSnapshot, standing } from '../../migration/state.ts';

export interface Unheard {
  post: string;
  /** In which systems the post is told of open deadlines and nobody holds it. */
  systems: string[];
  deadlines: number;
  /** How many of these nobody else is told of either. */
  nobody: number;
}

interface Holding {
  post: string;
  /** Left out: in every system. */
  system?: string | undefined;
}

export function unheard(
  migrations: readonly { definition: MigrationDefinition; snapshot: MigrationSnapshot }[],
  held: readonly Holding[],
): Unheard[] {
  const found = new Map<string, Unheard>();
  for (const { definition, snapshot } of migrations) {
    if (isOver(definition, standing(snapshot).activity)) continue;
    const { id: system } = definition.system;
    const isHeld = (post: string) =>
      held.some((one) => one.post === post && (one.system === undefined || one.system === system));
    for (const { id, to } of definition.deadlines) {
      const state = snapshot.context.deadlines[id];
      if (!state || !isOpen(state)) continue;
      const vacant = to.filter((post) => !isHeld(post));
      const nobody = vacant.length === to.length ? 1 : 0;
      for (const post of vacant) add(found, post, { system, nobody });
    }
  }
  return [...found.values()];
}

function add(found: Map<string, Unheard>, post: string, of: { system: string; nobody: number }): void {
  const { systems, deadlines, nobody } = found.get(post) ?? { systems: [], deadlines: 0, nobody: 0 };
  found.set(post, {
    post,
    systems: [...new Set([...systems, of.system])],
    deadlines: deadlines + 1,
    nobody: nobody + of.nobody,
  });
}
