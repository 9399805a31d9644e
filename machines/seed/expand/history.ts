// A seed's past as events for the one door, in the order of its files, each with the place it was written at.
// Request ids follow from the order, so that loading the same seed twice records it once.

import type { Act, Submission } from '../../migration/event.ts';
import type { ProgrammeSubmission } from '../../programme/event.ts';
import type { Actor } from '../../record/submission.ts';
import { dayOf, type VagueDay } from '../../values/date.ts';
import type { Part, Seed } from '../draft.ts';
import type { Place } from '../problem.ts';
import { inside } from '../problem.ts';
import type { HistoryFile, PathSeed, SystemSeed } from '../schema.ts';

export interface Placed<T> {
  at: Place;
  submission: T;
}

const importer: Actor = { kind: 'import', account: 'import', name: '取込', post: 'import' };

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
      requestId: `import/programme/${index + 1}`,
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
  const events = [
    ...stepsBefore(path, on),
    ...skippedSteps(path, system, on),
    ...ownEvents(seed.history, system.value.id),
  ];
  return events.map(({ at, fact, on: occurredOn, origin: from }, index) => ({
    at,
    submission: {
      fact,
      actor: importer,
      occurredOn,
      requestId: `import/${system.value.id}/${index + 1}`,
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
