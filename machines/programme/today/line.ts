// A line of somebody's day: what there is to do, said once for all systems of which the same is true. One closed list. Pure.
import type { Text } from '../../definition/definition.ts';
import type { FactType } from '../../migration/acts.ts';
import type { Day } from '../../values/date.ts';

/** Who holds up another's work, where, and with what: the end of the chain of those that wait for each other. */
export interface Holder {
  /** Null: of the very system that waits. */
  system: string | null;
  phase: Text;
  posts: readonly string[];
  /** `work`: nothing is lacking but that its phase be submitted; `paused`: the migration is held. */
  by:
    | { code: 'review' | 'goingBack' | 'work' | 'paused' | 'proviso' }
    | { code: 'condition'; label: Text }
    | { code: 'deadline'; label: Text };
}

/** What a line is about; its sentence is made at the edge, from today-texts.ts. */
export type Subject =
  /** A gate that waits for one of my bodies, and that it can decide now. */
  | { code: 'review'; phase: Text }
  | { code: 'goingBack'; phase: Text }
  | { code: 'cancellation' }
  | { code: 'extension'; deadline: Text; id: string; dueOn: Day }
  | { code: 'waiver' }
  /** `act`: the kind of the entry's fact; voids: it should not have been at all. */
  | { code: 'correction'; entry: number; act: string; voids: boolean }
  /** A gate, one of mine, that cannot go on: whoever really holds it is named. */
  | { code: 'waits'; phase: Text; holder: Holder }
  /** Something that the gate of the phase asks for, and that I may supply; not hard: asked for, and no hindrance. */
  | { code: 'paper'; phase: Text; label: Text; hard: boolean; evidence: string }
  | { code: 'steps'; phase: Text; label: Text; hard: boolean; steps: readonly string[] }
  | { code: 'fact'; phase: Text; label: Text; hard: boolean }
  | { code: 'submit'; phase: Text }
  | { code: 'proviso'; proviso: string; words: string; dueOn: Day }
  | { code: 'undecided'; deadline: Text; id: string }
  /** Open, and past or near; `on`: its day. */
  | { code: 'due'; deadline: Text; id: string; on: Day; past: boolean; hard: boolean };

export type Section = 'decide' | 'waits' | 'supply' | 'due';

/** The same of one system. */
export interface Found {
  section: Section;
  subject: Subject;
  system: string;
  /** In which of my posts; null where it is for nobody in particular. */
  post: string | null;
  /** What I may do about it now, in the order in which it is offered. */
  acts: readonly FactType[];
}

export type Line = Omit<Found, 'system'> & { systems: string[] };

/** Found of many systems, each line once, in the order in which they first came. */
export function together(found: readonly Found[]): Line[] {
  const lines = new Map<string, Line>();
  for (const { system, ...one } of found) {
    const key = JSON.stringify(one);
    const known = lines.get(key) ?? { ...one, systems: [] };
    if (!known.systems.includes(system)) known.systems.push(system);
    lines.set(key, known);
  }
  return [...lines.values()];
}
