// What a list of who leaves, comes, moves and stays would end and begin, from one day on; every line that cannot be meant is named.
// Nothing is done here. Pure.
import { addDays, type Day, fiscalYearEnd } from '../../values/date.ts';
import { leftInTheAir } from '../deputies/covering.ts';
import { ADMINISTRATOR } from '../people/offices.ts';
import { isShut, powersAfter } from '../powers/changes.ts';
import type { Grant, Powers } from '../powers/grant.ts';
import { periodOf } from '../powers/lock.ts';
import { type Ending, type Giving, meets, saidByTransfer, type Transferred } from './acts.ts';

/** leave: 転出・退職. come: 転入・採用. move: 異動. stay: 留任. */
export const transferChanges = ['leave', 'come', 'move', 'stay'] as const;
export type TransferChange = (typeof transferChanges)[number];

export interface Line {
  /** Where it stands in the list, from 1. */
  row: number;
  change: TransferChange;
  account: string;
  name?: string | undefined;
  /** Of who comes or moves; of who leaves or stays, only this one. */
  post?: string | undefined;
  system: string | null;
  /** Of who moves: the only post that is left. */
  fromPost?: string | undefined;
  until?: Day | undefined;
}

export const lineFaults = [
  'stranger',
  'shut',
  'postMissing',
  'nothingHeld',
  'contrary',
  'twice',
  'holds',
] as const;
export type LineFault = (typeof lineFaults)[number];

export interface LineProblem {
  row: number;
  code: LineFault;
  account: string;
  post: string | null;
}

export interface Asked {
  lines: readonly Line[];
  on: Day;
  /** Whoever is not named and would have no post from that day goes on in theirs. */
  othersStay: boolean;
  today: Day;
  /** Whoever comes anew is the rehearsal's. */
  rehearsal?: boolean;
}

export type Transfer = Pick<Transferred, 'on' | 'people' | 'ends' | 'gives'>;

/** People that the installation knows. */
export type Known = ReadonlyMap<string, { name: string; rehearsal?: true }>;

/** Grants that reach the day or lie behind it: what changes hands. Administration is given and ended by itself. */
const reaching = ({ grants }: Powers, on: Day): Grant[] =>
  grants.filter((grant) => {
    const period = periodOf(grant);
    return (
      grant.overAll === undefined &&
      grant.post !== ADMINISTRATOR &&
      period !== null &&
      isReached(grant, period.until, on)
    );
  });

/** What runs out by itself is ended too, so that nobody goes on in it by a later list. */
const isReached = ({ ended }: Grant, until: Day, on: Day): boolean =>
  until >= on || (ended === undefined && until === addDays(on, -1));

/** Own posts held on the day before, and no longer on the day. */
export const runningOut = ({ grants }: Powers, on: Day): Grant[] =>
  grants.filter((grant) => {
    const period = periodOf(grant);
    const last = addDays(on, -1);
    const isOwn = grant.deputy === undefined && grant.overAll === undefined && grant.post !== ADMINISTRATOR;
    return (
      isOwn && grant.ended === undefined && period !== null && period.from <= last && period.until === last
    );
  });

const endingOf = ({ id, account, post, system, from }: Grant, on: Day): Ending => ({
  grant: id,
  account,
  post,
  system,
  ...(from < on ? { lastOn: addDays(on, -1) } : {}),
});

export function planned(
  powers: Powers,
  known: Known,
  asked: Asked,
): { transfer: Transfer; problems: LineProblem[] } {
  const { lines, on, othersStay, today, rehearsal = false } = asked;
  const problems = lines.flatMap((line) => problemsOf(line, powers, known, lines, on));
  const ends = unique(lines.flatMap((line) => endsOf(line, powers, on)));
  const named = new Set(lines.map(({ account }) => account));
  const others = othersStay
    ? runningOut(powers, on).filter(
        (grant) =>
          !named.has(grant.account) &&
          !isShut(powers.people[grant.account]?.shut) &&
          !goesOn(powers, grant, on),
      )
    : [];
  const gives = [
    ...lines.flatMap((line) => givesOf(line, powers, on)),
    ...others.map((grant) => goingOn(grant, on)),
  ].filter((given, place, all) => all.findIndex((one) => isAlike(one, given)) === place);
  const people = [...new Set(gives.map(({ account }) => account))].flatMap((account) => {
    if (powers.people[account] !== undefined) return [];
    const line = lines.find((one) => one.account === account);
    const person =
      known.get(account) ??
      (line?.name === undefined
        ? undefined
        : { name: line.name, ...(rehearsal ? { rehearsal: true as const } : {}) });
    return person === undefined ? [] : [{ account, ...person }];
  });
  const bare = { on, people, ends, gives };
  return { transfer: { ...bare, ends: [...ends, ...fallen(powers, bare, today)] }, problems };
}

const isAlike = (one: Giving, other: Giving): boolean =>
  one.account === other.account && one.post === other.post && one.system === other.system;

const unique = (ends: readonly Ending[]): Ending[] =>
  ends.filter((end, place) => ends.findIndex(({ grant }) => grant === end.grant) === place);

const isMeant = (grant: Grant, { account, system }: Line, post: string | undefined): boolean =>
  grant.account === account &&
  (post === undefined || grant.post === post) &&
  (system === null || post === undefined || grant.system === system);

function endsOf(line: Line, powers: Powers, on: Day): Ending[] {
  if (line.change === 'come' || line.change === 'stay') return [];
  const post = line.change === 'leave' ? line.post : line.fromPost;
  const where = line.change === 'leave' ? line : { ...line, system: null };
  return reaching(powers, on)
    .filter((grant) => isMeant(grant, where, post) && !(line.change === 'move' && isGoal(grant, line)))
    .map((grant) => endingOf(grant, on));
}

/** The post that is moved into, where it is held already. */
const isGoal = (grant: Grant, { post, system }: Line): boolean =>
  grant.deputy === undefined && grant.post === post && grant.system === system;

const goingOn = ({ account, post, system }: Grant, on: Day): Giving => ({
  account,
  post,
  system,
  fromOn: on,
  untilOn: fiscalYearEnd(on),
});

/** It is given from that day already. */
const goesOn = ({ grants }: Powers, grant: Grant, on: Day): boolean =>
  grants.some((one) => meets(one, goingOn(grant, on)));

function givesOf(line: Line, powers: Powers, on: Day): Giving[] {
  const { account, post, system, until: untilOn = fiscalYearEnd(on), change } = line;
  if (change === 'leave') return [];
  if (change === 'stay')
    return runningOut(powers, on)
      .filter((grant) => isMeant(grant, line, post))
      .map((grant) => ({ ...goingOn(grant, on), untilOn }));
  return post === undefined ? [] : [{ account, post, system, fromOn: on, untilOn }];
}

/** Deputyships that would rest on nothing end with what they rest on. */
function fallen(powers: Powers, transfer: Transfer, today: Day): Ending[] {
  const after = powersAfter(powers, saidByTransfer(transfer, { seq: 1, at: '', by: '' })) ?? powers;
  return leftInTheAir(powers, after, today).map(({ grant, at }) => endingOf(grant, at.on));
}

function problemsOf(
  line: Line,
  powers: Powers,
  known: Known,
  lines: readonly Line[],
  on: Day,
): LineProblem[] {
  const { row, account, post, change } = line;
  const problem = (code: LineFault): LineProblem[] => [{ row, code, account, post: post ?? null }];
  const earlier = lines.filter((other) => other.row < row && other.account === account);
  const isKnown = powers.people[account] !== undefined || known.has(account);
  if (!isKnown && (change !== 'come' || line.name === undefined)) return problem('stranger');
  if (change !== 'leave' && isShut(powers.people[account]?.shut)) return problem('shut');
  const isWhole = (one: Line) => one.change === 'leave' && one.post === undefined;
  if (earlier.length > 0 && [line, ...earlier].some(isWhole)) return problem('contrary');
  if (earlier.some((one) => one.change === change && one.post === post && one.system === line.system))
    return problem('twice');
  const [gives, ends] = [givesOf(line, powers, on), endsOf(line, powers, on)];
  if ((change === 'come' || change === 'move') && post === undefined) return problem('postMissing');
  if (change === 'stay' && gives.length === 0) return problem('nothingHeld');
  if (change === 'leave' && ends.length === 0) return problem('nothingHeld');
  if (
    change === 'move' &&
    !powers.grants.some((grant) => isMeant(grant, { ...line, system: null }, line.fromPost))
  )
    return problem('nothingHeld');
  const gone = new Set(lines.flatMap((one) => endsOf(one, powers, on)).map(({ grant }) => grant));
  const stays = powers.grants.filter(({ id }) => !gone.has(id));
  return gives.some((given) => stays.some((grant) => meets(grant, given))) ? problem('holds') : [];
}
