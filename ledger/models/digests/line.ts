// What a digest tells: each line one sentence, as a source says it of one system, and as it is kept once those that say the same
// of several systems are joined. Plain data.
import type { Text } from '../../../machines/definition/definition.ts';
import type { Instant } from '../../../machines/values/date.ts';

/** In the order in which a digest tells them. */
export const lineKinds = ['deadline', 'task', 'told'] as const;
export type LineKind = (typeof lineKinds)[number];

/** The deadline that a line warns of. */
export interface WarnedOf {
  deadline: string;
  dueOn: string;
  /** The reader's posts that it is told to. */
  posts: string[];
}

/** One thing told to a reader, of one system or of the programme. */
export interface Line {
  /** The same again, on another day or for another post, has the same key. */
  key: string;
  kind: LineKind;
  /** When it came to be so, on the programme's clock. */
  at: Instant;
  /** Null: of the programme as a whole. */
  system: { id: string; name: Text } | null;
  /** One sentence, without the system's name: lines that say the same of several systems are told together. */
  text: Text;
  /** What the reader is to do; null where they are only told. */
  act: Text | null;
  /** The page where it is done, such as `/programmes/131121/systems/juki`. */
  path: string;
  /** Which matter it is of, where several sources know of it: of one that is news no other line says that it still waits. */
  about?: string;
  /** True where it was told before and still stands: it is told along with what is new, never alone. */
  standing?: true;
  /** Of a reminder: the deadline it warns of, for the proof of who was warned. */
  warns?: WarnedOf;
  /** Why that date. */
  derivation?: Text;
}

/** One system's part in a line that tells of several. */
export type LinePart = Pick<Line, 'key' | 'at' | 'system' | 'path' | 'warns'>;

/** A line as it is sent and kept. */
export interface DigestLine extends Pick<Line, 'kind' | 'text' | 'act' | 'standing' | 'derivation'> {
  /** It should have been told earlier, and could not be. */
  late: boolean;
  /** At least one. */
  parts: LinePart[];
}
