// A small town made for bad weather: one platform, many systems that wait for it, two committees, deadlines that fall
// within weeks. Plain data that the folder, the people and the checker read; knows nothing of Sekimori's code.

export const OFFICE = 'office';
export const GROUP = 'working-group';
export const BOARD = 'committee';
export type Post = typeof OFFICE | typeof GROUP | typeof BOARD;

export interface Approval {
  body: Post;
  quorum: number;
}

export interface TownPhase {
  id: string;
  /** In their order; the last phase has none. */
  approvals: readonly Approval[];
  announces?: string;
  /** Waits for the platform's milestone. */
  awaits?: string;
}

export const PLATFORM = 'platform';
export const MILESTONE = 'joined';

const group: Approval = { body: GROUP, quorum: 1 };
const board: Approval = { body: BOARD, quorum: 2 };

export const smallPath: readonly TownPhase[] = [
  { id: 'survey', approvals: [group] },
  { id: 'choice', approvals: [group, board] },
  { id: 'build', approvals: [group, board], awaits: MILESTONE },
  { id: 'opening', approvals: [board] },
  { id: 'operation', approvals: [] },
];
export const platformPath: readonly TownPhase[] = [
  { id: 'survey', approvals: [group] },
  { id: 'joining', approvals: [group, board], announces: MILESTONE },
  { id: 'keeping', approvals: [board] },
  { id: 'operation', approvals: [] },
];
/** Who of the committee must agree to going back: as many as a gate asks of it. */
export const VOICES_TO_GO_BACK = board.quorum;

export const people: Record<Post, readonly [string, ...string[]]> = {
  [OFFICE]: ['office-a', 'office-b'],
  [GROUP]: ['group-a', 'group-b', 'group-c'],
  [BOARD]: ['board-a', 'board-b', 'board-c'],
};

export const START_DAY = '2026-04-01';
export const START_AT = `${START_DAY}T09:00:00+09:00`;
export const DUE_TIME = '17:15';
export const REMINDER_TIME = '09:00';

/** On a day, for every system but the platform; met by entering the last phase, from where nobody goes back. */
export const fixedDeadlines = [
  { id: 'spring', on: '2026-04-12', reminders: [-5, 0, 3] },
  { id: 'rains', on: '2026-06-10', reminders: [-30, -7, 0, 7] },
  { id: 'summer', on: '2026-08-20', reminders: [-30, -7, 0, 7] },
] as const;
/** Counted from entering a phase, met by leaving it: armed anew whenever the path comes back. */
export const answerDeadline = { id: 'answer', phase: 'choice', days: 10, reminders: [-7, -3, 0, 5] } as const;

export interface Town {
  code: string;
  /** All systems, the platform first. */
  systems: readonly string[];
}

export function townOf(systems: number): Town {
  const small = Array.from({ length: systems - 1 }, (_, index) => `s${String(index + 1).padStart(2, '0')}`);
  return { code: '990001', systems: [PLATFORM, ...small] };
}

export const pathOf = (system: string): readonly TownPhase[] =>
  system === PLATFORM ? platformPath : smallPath;
