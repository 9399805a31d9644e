// Which phase of one system waits for which phase of another: each milestone that a gate asks for, with the phase that announces it.
import type { Path } from './definition.ts';

export interface Wait {
  /** The system and phase whose gate waits. */
  system: string;
  phase: string;
  /** The system that is waited for, and the phase that announces the milestone. */
  awaits: string;
  announcedBy: string;
}

/** Waits for a milestone that no phase announces are left out: there is nothing to draw a line from. */
export function waitsAmong(systems: readonly { system: string; path: Path }[]): Wait[] {
  const announcing = new Map(
    systems.flatMap(({ system, path }) =>
      path.phases.flatMap(({ id, announces }) =>
        announces === undefined ? [] : [[`${system}/${announces}`, id] as const],
      ),
    ),
  );
  return systems.flatMap(({ system, path }) =>
    path.phases.flatMap(({ id: phase, gate }) =>
      (gate?.conditions ?? []).flatMap((condition) => {
        if (condition.kind !== 'milestone') return [];
        const announcedBy = announcing.get(`${condition.system}/${condition.milestone}`);
        return announcedBy === undefined ? [] : [{ system, phase, awaits: condition.system, announcedBy }];
      }),
    ),
  );
}
