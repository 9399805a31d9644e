// The checker's own small model of one migration: walks a chain by the town's rules and says where it breaks them, when
// each phase was entered and left, and which words the platform owes its dependents.
import type { Line } from './record.ts';
import { type Violation, violation } from './violation.ts';

export interface RulePhase {
  id: string;
  approvals: readonly { body: string; quorum: number }[];
  announces?: string;
  awaits?: string;
}

/** A phase while the path stood in it; `until` is null while it still does. */
export interface Stay {
  phase: string;
  day: string;
  fromMs: number;
  untilMs: number | null;
}

export type Said = 'milestone.reached' | 'milestone.withdrawn';

export interface Walked {
  stays: Stay[];
  /** What the dependents must have heard, in order. */
  said: Said[];
  violations: Violation[];
  /** Where it stands after the last line. */
  state: State;
}

export interface State {
  index: number;
  stage: 'working' | 'underReview' | 'goingBack';
  approvals: { account: string; body: string }[];
  back: { to: string; by: string; votes: string[]; before: 'working' | 'underReview' } | null;
  isHeld: boolean;
  drafters: Set<string>;
  announced: boolean;
  /** Milestones of others that stand. */
  known: Set<string>;
}

export interface WalkRules {
  path: readonly RulePhase[];
  voicesToGoBack: number;
  begun: { day: string; ms: number };
}

export function walk(lines: readonly Line[], rules: WalkRules): Walked {
  const first = rules.path[0]?.id ?? '';
  const state: State = {
    index: 0,
    stage: 'working',
    approvals: [],
    back: null,
    isHeld: false,
    drafters: new Set(),
    announced: false,
    known: new Set(),
  };
  const stays: Stay[] = [{ phase: first, day: rules.begun.day, fromMs: rules.begun.ms, untilMs: null }];
  const walked: Walked = { stays, said: [], violations: [], state };
  for (const line of lines) takeLine(line, state, rules, walked);
  return walked;
}

/** Whether the rules would let a line follow these. */
export function mayFollow(lines: readonly Line[], line: Line, rules: WalkRules): boolean {
  const { state } = walk(lines, rules);
  const walked: Walked = { stays: [], said: [], violations: [], state };
  takeLine(line, state, rules, walked);
  return walked.violations.length === 0;
}

const MOVES = /^(phase|submission|gate|goingBack)\./;

function takeLine(line: Line, state: State, rules: WalkRules, walked: Walked): void {
  const { fact, seq, chain, requestId, actor } = line;
  const wrong = (what: string) =>
    void walked.violations.push(violation('walk', chain, requestId, `#${seq} ${fact.type}: ${what}`));
  const here = rules.path[state.index];
  if (!here) {
    wrong('the path has no such phase');
    return;
  }
  if (MOVES.test(fact.type) && state.isHeld) wrong('it moved while it was held');
  if ('phase' in fact && MOVES.test(fact.type) && fact.phase !== here.id)
    wrong(`it is about ${fact.phase}, and the path stands in ${here.id}`);
  const given: Given = { line, state, rules, walked, here, wrong };
  const known = taken[fact.type];
  if (known) known(given);
  else if (actor.kind === 'person' && fact.type !== 'steps.recorded') wrong('nobody here sends such a thing');
}

interface Given {
  line: Line;
  state: State;
  rules: WalkRules;
  walked: Walked;
  here: RulePhase;
  wrong: (what: string) => void;
}

const taken: Record<string, (given: Given) => void> = {
  'phase.submitted': ({ line, state, here, wrong }) => {
    if (state.stage !== 'working') wrong(`submitted while ${state.stage}`);
    if (here.approvals.length === 0) wrong('the last phase has no gate');
    state.drafters.add(line.actor.account);
    Object.assign(state, { stage: 'underReview', approvals: [] });
  },
  'submission.withdrawn': toWork,
  'gate.returned': toWork,
  'gate.approved': approve,
  'goingBack.proposed': ({ line, state, rules, wrong }) => {
    if (state.stage === 'goingBack') {
      wrong('it is proposed already');
      return;
    }
    const to = rules.path.findIndex(({ id }) => id === line.fact.to);
    if (to === -1 || to >= state.index) wrong(`${line.fact.to} is no earlier phase`);
    const back = { to: String(line.fact.to), by: line.actor.account, votes: [], before: state.stage };
    Object.assign(state, { stage: 'goingBack', back });
  },
  'goingBack.approved': voice,
  'goingBack.dismissed': asBefore,
  'goingBack.withdrawn': asBefore,
  'migration.held': ({ state, wrong }) => {
    if (state.isHeld) wrong('it is held already');
    state.isHeld = true;
  },
  'migration.resumed': ({ state, wrong }) => {
    if (!state.isHeld) wrong('it is not held');
    state.isHeld = false;
  },
  'milestone.reached': ({ line, state }) => void state.known.add(String(line.fact.milestone)),
  'milestone.withdrawn': ({ line, state, here }) => {
    state.known.delete(String(line.fact.milestone));
    if (here.awaits !== undefined && here.awaits === line.fact.milestone) state.approvals = [];
  },
};

function toWork({ state, wrong }: Given): void {
  if (state.stage !== 'underReview') wrong(`nothing is under review (${state.stage})`);
  Object.assign(state, { stage: 'working', approvals: [] });
}

function approve({ line, state, rules, walked, here, wrong }: Given): void {
  const { account, post: body } = line.actor;
  if (state.stage !== 'underReview') {
    wrong(`nothing is under review (${state.stage})`);
    return;
  }
  if (state.drafters.has(account)) wrong(`${account} drafted it`);
  if (state.approvals.some((one) => one.account === account)) wrong(`${account} approves this gate twice`);
  if (here.awaits !== undefined && !state.known.has(here.awaits)) wrong(`${here.awaits} is not there`);
  const have = (of: string) => state.approvals.filter((one) => one.body === of).length;
  const turn = here.approvals.find((one) => have(one.body) < one.quorum);
  if (turn?.body !== body) wrong(`${body} decides, and it is the turn of ${turn?.body}`);
  state.approvals.push({ account, body });
  if (here.approvals.some((one) => have(one.body) < one.quorum)) return;
  if (here.announces) {
    walked.said.push('milestone.reached');
    state.announced = true;
  }
  enter(state.index + 1, { line, state, rules, walked });
}

function voice({ line, state, rules, walked, wrong }: Given): void {
  const { back } = state;
  const { account } = line.actor;
  if (!back) {
    wrong('nothing is proposed');
    return;
  }
  if (back.by === account) wrong(`${account} proposed it`);
  if (back.votes.includes(account)) wrong(`${account} votes twice`);
  if (line.fact.to !== back.to) wrong(`${back.to} is proposed, not ${line.fact.to}`);
  back.votes.push(account);
  if (back.votes.length < rules.voicesToGoBack) return;
  const to = rules.path.findIndex(({ id }) => id === back.to);
  const announcing = rules.path.findIndex(({ announces }) => announces !== undefined);
  if (state.announced && to <= announcing) {
    walked.said.push('milestone.withdrawn');
    state.announced = false;
  }
  enter(to, { line, state, rules, walked });
}

function asBefore({ line, state, wrong }: Given): void {
  const { back } = state;
  if (!back) {
    wrong('nothing is proposed');
    return;
  }
  if (line.fact.type === 'goingBack.withdrawn' && back.by !== line.actor.account)
    wrong('another proposed it');
  Object.assign(state, { stage: back.before, back: null });
}

function enter(
  index: number,
  { line, state, rules, walked }: Pick<Given, 'line' | 'state' | 'rules' | 'walked'>,
): void {
  const last = walked.stays.at(-1);
  if (last) last.untilMs = line.recordedMs;
  const phase = rules.path[index]?.id ?? '';
  walked.stays.push({ phase, day: line.occurredOn, fromMs: line.recordedMs, untilMs: null });
  Object.assign(state, { index, stage: 'working', approvals: [], back: null });
}
