// A seed's past as events for the one door, in the order of its files, each with the place it was written at.
// Request ids follow from the order, so that loading the same seed twice records it once.

import type { Phase, StepStatus } from '../../definition/definition.ts';
import type { Act, Submission } from '../../migration/event.ts';
import { WENT_LIVE } from '../../migration/steps/national-steps.ts';
import type { ProgrammeSubmission } from '../../programme/event.ts';
import type { Actor } from '../../record/submission.ts';
import { dayOf, type VagueDay } from '../../values/date.ts';
import type { Part, Seed } from '../draft.ts';
import type { Place } from '../problem.ts';
import { inside } from '../problem.ts';
import type { HistoryFile, PathSeed, SystemSeed } from '../schema.ts';
import { phasesOf } from './path.ts';

export interface Placed<T> {
  at: Place;
  submission: T;
}

const importer: Actor = { kind: 'import', account: 'import', name: '取込', post: 'import' };

/** The request of the past's event at `index` of a system, or of the programme itself. */
export const pastRequest = (system: string | null, index: number): string =>
  `import/${system ?? 'programme'}/${index + 1}`;

type Origin = { source?: string | undefined; assumed?: string | undefined };
const origin = ({ source, assumed }: Origin) => ({
  ...(source ? { source } : {}),
  ...(assumed ? { assumed } : {}),
});

export function programmeHistory({ at, value }: Part<HistoryFile>): Placed<ProgrammeSubmission>[] {
  return value.programme.map((event, index) => ({
    at: inside(at, 'programme', index),
    submission: {
      fact: event.fact,
      actor: importer,
      occurredOn: event.on,
      requestId: pastRequest(null, index),
      ...origin(event),
    },
  }));
}

/** The day on which a system's path begins. */
export function beginOf(seed: Pick<Seed, 'history' | 'programme'>, system: string): VagueDay {
  const begin = seed.history.value.begins.find(({ systems }) => systems.includes(system));
  return begin?.on ?? dayOf(seed.programme.value.startAt);
}

interface Dated {
  at: Place;
  fact: Act;
  on: VagueDay;
  origin: Origin;
}

/** What a system's path and skips say was done or is not done, then its own events. */
export function systemHistory(
  seed: Pick<Seed, 'history' | 'programme'>,
  path: Part<PathSeed>,
  system: Part<SystemSeed>,
): Placed<Submission>[] {
  const on = beginOf(seed, system.value.id);
  const own = ownEvents(seed.history, system.value.id);
  const events = [
    ...stepsBefore(path, on),
    ...skippedSteps(path, system, on),
    ...own.flatMap((event) => [event, ...stepsOfPassing(path, system, event)]),
    ...(isToldOf(seed.history, system.value.id) ? stepsUnderWay(path, system, own, on) : []),
  ];
  return events.map(({ at, fact, on: occurredOn, origin: from }, index) => ({
    at,
    submission: {
      fact,
      actor: importer,
      occurredOn,
      requestId: pastRequest(system.value.id, index),
      ...origin(from),
    },
  }));
}

function stepsBefore({ at, value }: Part<PathSeed>, on: VagueDay): Dated[] {
  if (!value.stepsBefore) return [];
  const statuses = Object.fromEntries(value.stepsBefore.steps.map((step) => [step, 'done' as const]));
  return [
    {
      at: inside(at, 'stepsBefore'),
      fact: { type: 'steps.recorded', statuses },
      on,
      origin: { assumed: value.stepsBefore.assumed },
    },
  ];
}

function skippedSteps(path: Part<PathSeed>, { at, value }: Part<SystemSeed>, on: VagueDay): Dated[] {
  return value.skips.flatMap(({ phase, reason }, index) => {
    const steps = path.value.phases.find((candidate) => candidate.id === phase)?.steps ?? [];
    if (steps.length === 0) return [];
    const statuses = Object.fromEntries(steps.map((step) => [step, 'notApplicable' as const]));
    const fact: Act = { type: 'steps.recorded', statuses, reason };
    return [{ at: inside(at, 'skips', index), fact, on, origin: {} }];
  });
}

const ASSUMED = {
  done: '工程の完了をもって済んだとみた（40ステップの状況を示す資料はない） / taken as done with its phase; no source gives the 40 steps',
  inProgress:
    '工程の途中をもって作業中とみた（40ステップの状況を示す資料はない） / taken as in progress with its phase; no source gives the 40 steps',
};

/** Steps of a phase that a hard condition of its gate asks for are never taken as done. */
function statusesOf({ gate, steps }: Phase, status: 'done' | 'inProgress'): Record<string, StepStatus> {
  const asked = (gate?.conditions ?? []).flatMap((condition) =>
    condition.kind === 'steps' && condition.hard ? condition.steps : [],
  );
  const live = (step: string) => step === WENT_LIVE;
  return Object.fromEntries(
    steps.filter((step) => !live(step)).map((step) => [step, asked.includes(step) ? 'inProgress' : status]),
  );
}

function claim(phase: Phase | undefined, status: 'done' | 'inProgress', at: Place, on: VagueDay): Dated[] {
  const statuses = phase ? statusesOf(phase, status) : {};
  if (Object.keys(statuses).length === 0) return [];
  return [{ at, fact: { type: 'steps.recorded', statuses }, on, origin: { assumed: ASSUMED[status] } }];
}

/** A source that says a phase is over says nothing of its steps: what is taken from it is recorded as assumed. */
function stepsOfPassing(path: Part<PathSeed>, { value }: Part<SystemSeed>, { at, fact, on }: Dated): Dated[] {
  if (fact.type !== 'gate.imported' || !path.value.nationalSteps) return [];
  const phase = phasesOf(path.value, value).find(({ id }) => id === fact.phase);
  return claim(phase, 'done', at, on);
}

const isToldOf = ({ value }: Part<HistoryFile>, system: string): boolean =>
  [...value.begins, ...value.events].some(({ systems }) => systems.includes(system));

/** The phase in which a history leaves its system. */
function stepsUnderWay(
  path: Part<PathSeed>,
  { at, value }: Part<SystemSeed>,
  own: readonly Dated[],
  begun: VagueDay,
): Dated[] {
  if (!path.value.nationalSteps) return [];
  const passed = own.flatMap(({ fact, on }) =>
    fact.type === 'gate.imported' ? [{ phase: fact.phase, on }] : [],
  );
  const phases = phasesOf(path.value, value);
  const here = phases[phases.findIndex(({ id }) => id === passed.at(-1)?.phase) + 1];
  return claim(here, 'inProgress', at, passed.at(-1)?.on ?? begun);
}

function ownEvents({ at, value }: Part<HistoryFile>, system: string): Dated[] {
  return value.events.flatMap((event, index) => {
    if (!event.systems.includes(system)) return [];
    const fact: Act =
      event.fact.type === 'gate.imported'
        ? { ...event.fact, source: event.fact.source ?? event.source ?? event.assumed ?? '' }
        : event.fact;
    return [{ at: inside(at, 'events', index), fact, on: event.on, origin: event }];
  });
}
