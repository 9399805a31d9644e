// What adopting a definition would do to a migration: the very adoption, looked at before and after. So what is shown is what is done.
import { type Derivation, derivationOf } from '../../deadline/derivation.ts';
import { isMet } from '../../deadline/status.ts';
import type { Deadline, MigrationDefinition, Text } from '../../definition/definition.ts';
import { deciding } from '../../definition/parts.ts';
import { decideOne } from '../../play/decide.ts';
import type { Fallen } from '../../record/fallen.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import { same } from '../../record/same.ts';
import { compareInstants, dayOf, type Instant } from '../../values/date.ts';
import type { Submission } from '../event.ts';
import { phaseOf } from '../phases.ts';
import { migrationPlayable } from '../playable.ts';
import { hasEnded, type MigrationContext, type MigrationSnapshot, type Stage, standing } from '../state.ts';
import { ADOPTED, datesMoved } from './acts.ts';
import { type Ending, endingBy, fallenWith } from './ending.ts';
import { fallenWithSystem } from './falling.ts';
import { type Rehoused, rehousedIn } from './rehoused.ts';
import { type ToldOtherwise, toldOtherwise } from './told-otherwise.ts';
import { askingsFallen, fallenAtMove } from './undecided.ts';

/** Why a day is another: its own rule, the days that are closed, the plan, what it is counted from, or that all of it ends. */
export type MovedWhy = 'rule' | 'calendar' | 'plan' | 'position' | 'ending';

export interface MovedDeadline {
  deadline: string;
  label: Text;
  change: 'moved' | 'new' | 'gone';
  was: string | null;
  dueOn: string | null;
  /** Where the day is the same and its hour is not. */
  hours?: { was: string; now: string };
  why: MovedWhy;
  /** How the new date comes about; null where there is none. */
  derivation: Derivation | null;
}

export interface AdoptionPreview {
  system: string;
  name: Text;
  /** Why it cannot be adopted; then nothing else is told. */
  refusals: Refusal[];
  from: { phase: string; label: Text };
  to: { phase: string; label: Text; stage: Stage | null } | null;
  /** Phases before the one it stands in that it has never been in: it does not walk them. */
  passedOver: Text[];
  deadlines: MovedDeadline[];
  /** Of those that go on: whoever is told of them is told at other times. */
  told: ToldOtherwise[];
  /** By what it ends; null where it goes on, or had ended before. */
  ends: Ending | null;
  /** Of one that ends: it has a selection or a contract, which stay with it and are counted there. */
  figuresStay: boolean;
  /** Whose approvals fall. */
  approvals: string[];
  /** Whose voices for going back or for cancelling fall. */
  voices: string[];
  /** What was being decided and is decided no more: its review, proposals, what was asked for; of one that is split or merged too. */
  falls: Fallen[];
  /** What was recorded in phases that it has no more, and where that goes on. */
  rehoused: Rehoused[];
}

interface Asked {
  leaving: MigrationDefinition;
  definition: MigrationDefinition;
  snapshot: MigrationSnapshot;
  at: Instant;
  /** What the programme has to tell of what happened, which it hears right after; what it knows, or has no use for, changes nothing. */
  hears?: readonly Submission[];
}

export function previewAdoption({ leaving, definition, snapshot, at, hears = [] }: Asked): AdoptionPreview {
  const { id: system, name } = definition.system;
  const here = phaseOf(leaving, standing(snapshot).phase);
  const machine = migrationPlayable(definition, leaving);
  const decided = decideOne(machine, snapshot, adoption(leaving, definition, at), Date.parse(at));
  if (decided.status === 'failed') throw decided.error;
  const ends = endingBy({ definition, leaving });
  const nothing = {
    figuresStay: false,
    passedOver: [],
    deadlines: [],
    told: [],
    approvals: [],
    voices: [],
    falls: [],
    rehoused: [],
  };
  const none = { ends, to: null, ...nothing };
  const from = { phase: here.id, label: here.label };
  if (decided.status === 'refused') return { system, name, refusals: decided.refusals, from, ...none };
  const after = heard(definition, decided.decision.snapshot, hears, at);
  const { phase, stage } = standing(after);
  const to = { phase, label: phaseOf(definition, phase).label, stage };
  if (ends) return { ...ended({ leaving, definition, snapshot }, ends), system, name, from, to };
  const [was, is] = [snapshot.context, after.context];
  return {
    system,
    name,
    refusals: [],
    from,
    ends,
    figuresStay: false,
    to,
    passedOver: passedOver(definition, after),
    deadlines: datesMoved({ definition, leaving }, was.deadlines, is.deadlines).map((date) =>
      movedDeadline(date, leaving, definition, is),
    ),
    told: toldOtherwise({ leaving, definition }, was, is),
    approvals: fallen(was.approvals, is.approvals),
    voices: [
      ...fallen(was.goingBack?.votes ?? [], is.goingBack?.votes ?? []),
      ...fallen(was.cancellation?.votes ?? [], is.cancellation?.votes ?? []),
    ],
    falls: [
      ...fallenAtMove({ leaving, was, is, phase: here.id })
        .map((one) => one.fallen)
        // Named beside it already, as `voices`.
        .filter(({ kind }) => kind !== 'voices'),
      ...askingsFallen(leaving, was, (id) => isAskedStill(definition, is, id)),
    ],
    rehoused: rehousedIn({ leaving, definition }, was, is),
  };
}

/** Under its own name, or that of the one that stands for it; what is met is asked of nobody. */
function isAskedStill(definition: MigrationDefinition, { deadlines }: MigrationContext, id: string): boolean {
  const now = definition.deadlines.find((one) => one.id === id || one.replaces === id);
  const state = now && deadlines[now.id];
  return state !== undefined && (state.asked !== undefined || isMet(state));
}

function heard(
  definition: MigrationDefinition,
  adopted: MigrationSnapshot,
  words: readonly Submission[],
  at: Instant,
): MigrationSnapshot {
  const machine = migrationPlayable(definition);
  return words.reduce((before, word) => {
    const told = decideOne(machine, before, word, Date.parse(at));
    return told.status === 'decided' ? told.decision.snapshot : before;
  }, adopted);
}

/** What of a system that is split or merged falls beside its deadlines: it begins with none of it elsewhere. */
const fallenVoices = ({ context }: MigrationSnapshot): Pick<AdoptionPreview, 'approvals' | 'voices'> => ({
  approvals: context.approvals.map(({ name }) => name),
  voices: [...(context.goingBack?.votes ?? []), ...(context.cancellation?.votes ?? [])].map(
    ({ name }) => name,
  ),
});

/** As it stands once it has adopted that; null where it cannot. */
export function adoptedState({ leaving, definition, snapshot, at }: Asked): MigrationSnapshot | null {
  const machine = migrationPlayable(definition, leaving);
  const decided = decideOne(machine, snapshot, adoption(leaving, definition, at), Date.parse(at));
  if (decided.status === 'failed') throw decided.error;
  return decided.status === 'refused' ? null : decided.decision.snapshot;
}

/** Deadlines of a system that begins at that instant whose day has gone by then: they are told as missed at once. */
export function pastAtBeginning(
  definition: MigrationDefinition,
  { context: { deadlines } }: Pick<MigrationSnapshot, 'context'>,
  at: Instant,
): { label: Text; dueOn: string }[] {
  return definition.deadlines.flatMap(({ id, label }) => {
    const { dueOn = null, dueAt = null } = deadlines[id] ?? {};
    return dueOn !== null && dueAt !== null && compareInstants(dueAt, at) <= 0 ? [{ label, dueOn }] : [];
  });
}

/** Nothing is due any more. */
function ended(
  { leaving, definition, snapshot }: Omit<Asked, 'at'>,
  ends: Ending,
): Omit<AdoptionPreview, 'system' | 'name' | 'from' | 'to'> {
  const { context } = snapshot;
  const { phase, activity } = standing(snapshot);
  const { label } = phaseOf(leaving, phase);
  const hasFigures = context.contract !== null || context.selection !== null;
  const isDone = context.live !== null || hasEnded(activity) || definition.system.retired !== undefined;
  const deadlines = fallenWith(leaving, context).map(({ id: deadline, label: named }) => {
    const was = context.deadlines[deadline]?.dueOn ?? null;
    return {
      deadline,
      label: named,
      change: 'gone' as const,
      was,
      dueOn: null,
      why: 'ending' as const,
      derivation: null,
    };
  });
  return {
    refusals: [
      ...(ends.kind === 'closed' && !isDone ? [refusal('programme.underWay', { phase: label })] : []),
      // What was given up has nothing that others go on with.
      ...(ends.heirs && activity === 'cancelled'
        ? [refusal('migration.cancelledHasNoHeir', { on: context.pause?.on ?? '' })]
        : []),
    ],
    ends,
    figuresStay: hasFigures && definition.system.retired?.figures === undefined,
    passedOver: [],
    deadlines,
    told: [],
    ...(ends.heirs ? fallenVoices(snapshot) : { approvals: [], voices: [] }),
    falls: fallenWithSystem(leaving, definition, context, phase),
    rehoused: [],
  };
}

/** As the programme would say it; whichever entry it would be. */
function adoption(leaving: MigrationDefinition, definition: MigrationDefinition, at: Instant): Submission {
  const named = (one: MigrationDefinition) => ({ version: one.version, digest: deciding(one).digest });
  return {
    fact: {
      type: ADOPTED,
      amendment: Number.MAX_SAFE_INTEGER,
      leaves: named(leaving),
      adopts: named(definition),
      reason: '-',
      tellsFallen: true,
    },
    actor: { kind: 'programme', account: 'preview', name: 'preview', post: 'programme' },
    occurredOn: dayOf(at),
    requestId: 'preview',
  };
}

type Voice = { account: string; name: string };
const fallen = (before: readonly Voice[], after: readonly Voice[]): string[] =>
  before.filter(({ account }) => !after.some((one) => one.account === account)).map(({ name }) => name);

function passedOver(definition: MigrationDefinition, snapshot: MigrationSnapshot): Text[] {
  const { phases } = definition.path;
  const here = phases.findIndex(({ id }) => id === standing(snapshot).phase);
  return phases
    .slice(0, here)
    .filter(({ id }) => snapshot.context.days[id]?.entered === undefined)
    .map(({ label }) => label);
}

function movedDeadline(
  { id, deadline: label, to: _to, ...days }: ReturnType<typeof datesMoved>[number],
  leaving: MigrationDefinition,
  definition: MigrationDefinition,
  context: MigrationContext,
): MovedDeadline {
  const now = definition.deadlines.find((one) => one.id === id);
  const before = leaving.deadlines.find((one) => one.id === id || one.id === now?.replaces);
  const change = before === undefined ? 'new' : now === undefined ? 'gone' : 'moved';
  const derivation = now && days.dueOn !== null ? derivationOf(definition, now, context) : null;
  return { deadline: id, label, change, ...days, why: why(before, now, leaving, definition), derivation };
}

function why(
  before: Deadline | undefined,
  now: Deadline | undefined,
  leaving: MigrationDefinition,
  definition: MigrationDefinition,
): MovedWhy {
  const counts = (one: Deadline | undefined) => (one ? [one.rule, one.roll, one.at] : null);
  if (!same(counts(before), counts(now))) return 'rule';
  if (!same(leaving.plan, definition.plan) && now?.rule.kind !== 'fixed' && now?.rule.kind !== 'forward')
    return 'plan';
  return same(leaving.calendar, definition.calendar) ? 'position' : 'calendar';
}
