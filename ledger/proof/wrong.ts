// What can be wrong with a record, and the checks that find it: the words that a verification answers with. Closed lists:
// their sentences stand in texts/.

/** Cheap ones first. */
export const checks = [
  'guards',
  'access',
  'definitions',
  'chains',
  'states',
  'columns',
  'signatures',
  'powers',
  'automatic',
  'complete',
  'anchors',
  'remembered',
  'workflows',
  'models',
  'decisions',
] as const;
export type Check = (typeof checks)[number];

/** Each fault with the check that finds it. */
export const faults = {
  trigger: 'guards',
  right: 'guards',
  function: 'guards',
  table: 'guards',
  column: 'guards',
  key: 'guards',
  shadow: 'guards',
  unexamined: 'guards',
  accessGap: 'access',
  definitionRow: 'definitions',
  definitionDigest: 'definitions',
  definition: 'definitions',
  definitionUnnamed: 'definitions',
  hash: 'chains',
  prev: 'chains',
  gap: 'chains',
  body: 'chains',
  place: 'chains',
  order: 'chains',
  wall: 'chains',
  unseen: 'chains',
  stateHash: 'states',
  effectsHash: 'states',
  unreadable: 'states',
  derived: 'columns',
  signature: 'signatures',
  unsigned: 'signatures',
  keys: 'signatures',
  broken: 'signatures',
  powers: 'powers',
  timer: 'automatic',
  milestone: 'automatic',
  adoption: 'automatic',
  occurrence: 'automatic',
  correction: 'automatic',
  seen: 'automatic',
  resolution: 'automatic',
  missing: 'complete',
  empty: 'complete',
  unnamed: 'complete',
  stranger: 'complete',
  unwatched: 'complete',
  nothing: 'complete',
  anchor: 'anchors',
  cutOff: 'anchors',
  checkpointKey: 'anchors',
  checkpointTime: 'anchors',
  rememberedDiffers: 'remembered',
  rememberedGone: 'remembered',
  workflowAhead: 'workflows',
  workflowBehind: 'workflows',
  workflowDiffers: 'workflows',
  workflowAbsent: 'workflows',
  workflowSilent: 'workflows',
  board: 'models',
  deadline: 'models',
  notice: 'models',
  letter: 'models',
  grant: 'models',
  person: 'models',
  decision: 'decisions',
  effects: 'decisions',
} as const satisfies Record<string, Check>;
export type Fault = keyof typeof faults;

/** Worth a look, and no proof that anything was changed: they have an honest cause too, which nothing here can rule out. */
export const remarks: readonly Fault[] = [
  'accessGap',
  'broken',
  'empty',
  'unnamed',
  'unwatched',
  'workflowBehind',
  'workflowSilent',
];

export interface Wrong {
  /** The chain it is about; a table's or a role's name where it is about no chain. */
  chain: string;
  /** 0 where it is about no entry. */
  seq: number;
  what: Fault;
  /** Null where there is no entry, or it is gone. */
  recordedAt: string | null;
  /** Which trigger, row or column; since when a head is known. No sentence. */
  detail?: string;
}

/** What one check came to. */
export interface Checked {
  check: Check;
  /** What it looked at: entries, definitions, rows, heads or guards. 0 and no fault shows nothing. */
  looked: number;
  wrong: Wrong[];
  remarks: Wrong[];
}
