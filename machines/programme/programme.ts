// The programme of one municipality: its own events, its committees' meetings, and in a rehearsal its clock. The
// same four functions as a migration's machine, over an XState machine of its own.
import { assign, initialTransition, setup, transition } from 'xstate';
import * as z from 'zod';
import { body, id, text, vagueDay } from '../definition/definition.ts';
import { LENGTH, OCCURRENCES } from '../record/limits.ts';
import { actor } from '../record/submission.ts';
import { compareInstants, dayOf, earliestDay } from '../values/date.ts';
import { chosenId, written } from '../values/text.ts';

export const programmeDefinition = z.strictObject({
  version: z.number().int().min(1),
  code: z.string().regex(/^\d{6}$/),
  name: text,
  /** A rehearsal runs on its own clock from `startAt`; a real programme on the real one. */
  rehearsal: z.boolean(),
  startAt: z.string(),
  waves: z.array(z.strictObject({ id, label: text, note: text.optional() })).min(1),
  /** All 20 businesses and 共通機能: whether this municipality has them. */
  businesses: z.array(
    z.strictObject({ name: z.string().min(1), applies: z.boolean(), reason: z.string().min(1).optional() }),
  ),
  bodies: z.array(body).min(1),
  /** Posts that may record events and meetings, and move a rehearsal's clock. */
  control: z.array(id).min(1),
  systems: z.array(id).min(1),
});
export type ProgrammeDefinition = z.infer<typeof programmeDefinition>;

const occurrence = z.strictObject({
  type: z.literal('occurrence.recorded'),
  title: z.strictObject({ ja: written(LENGTH.line), en: written(LENGTH.line) }),
  /** What it is: 閣議決定, 公告, 採択, 応募, RFI … */
  kind: z.enum([
    'cabinetDecision',
    'standard',
    'rfi',
    'notice',
    'application',
    'adoption',
    'report',
    'other',
  ]),
  endedOn: vagueDay.optional(),
  source: written(LENGTH.paragraph).optional(),
});
const meetings = z.strictObject({
  type: z.literal('meetings.recorded'),
  body: id,
  fiscalYear: z.number().int(),
  /** How often the body met in that fiscal year up to the event's day. */
  count: z.number().int().min(1),
});
const clockMoved = z.strictObject({
  type: z.literal('clock.moved'),
  to: z.string().refine((value) => !Number.isNaN(Date.parse(value))),
});

export const programmeFact = z.discriminatedUnion('type', [occurrence, meetings, clockMoved]);
export type ProgrammeFact = z.infer<typeof programmeFact>;

export const programmeSubmission = z.strictObject({
  fact: programmeFact,
  actor,
  occurredOn: vagueDay,
  requestId: chosenId(LENGTH.requestId),
  assumed: written(LENGTH.paragraph).optional(),
  source: written(LENGTH.paragraph).optional(),
});
export type ProgrammeSubmission = z.infer<typeof programmeSubmission>;
export type StampedProgrammeEvent = ProgrammeSubmission & { at: string };

export interface ProgrammeContext {
  version: number;
  occurrences: (Omit<z.infer<typeof occurrence>, 'type'> & { on: string; assumed?: string })[];
  /** `{body}/{fiscal year}` → meetings so far. */
  meetings: Record<string, { count: number; on: string }>;
  /** The last instant the clock was moved to; null where it never was. */
  clockMovedTo: string | null;
}

export interface ProgrammeSnapshot {
  status: 'active';
  value: 'open';
  context: ProgrammeContext;
  historyValue: Record<string, never>;
  children: Record<string, never>;
}

/** Why a programme refuses; codes with facts like a migration's. */
export type ProgrammeRefusal =
  | { code: 'actor.wrongPost'; facts: { type: string; post: string; who: string[] } }
  | { code: 'actor.notPermitted'; facts: { type: string; kind: string } }
  | { code: 'date.future'; facts: { occurredOn: string; today: string } }
  | { code: 'clock.real'; facts: Record<string, never> }
  | { code: 'clock.notForward'; facts: { to: string; now: string } }
  | { code: 'limit.occurrences'; facts: { most: number } }
  | { code: 'meetings.fewer'; facts: { count: number; known: number } };

function objections(
  definition: ProgrammeDefinition,
  context: ProgrammeContext,
  event: StampedProgrammeEvent,
): ProgrammeRefusal[] {
  const { fact, actor: by, occurredOn } = event;
  const found: ProgrammeRefusal[] = [];
  if (by.kind === 'person' && !definition.control.includes(by.post)) {
    found.push({
      code: 'actor.wrongPost',
      facts: { type: fact.type, post: by.post, who: definition.control },
    });
  }
  if (
    by.kind === 'timer' ||
    by.kind === 'migration' ||
    (by.kind === 'import' && fact.type === 'clock.moved')
  ) {
    found.push({ code: 'actor.notPermitted', facts: { type: fact.type, kind: by.kind } });
  }
  const today = dayOf(event.at);
  if (earliestDay(occurredOn) > today) found.push({ code: 'date.future', facts: { occurredOn, today } });
  return [...found, ...factObjections(definition, context, event)];
}

function factObjections(
  definition: ProgrammeDefinition,
  context: ProgrammeContext,
  { fact, at }: StampedProgrammeEvent,
): ProgrammeRefusal[] {
  if (fact.type === 'clock.moved') {
    if (!definition.rehearsal) return [{ code: 'clock.real', facts: {} }];
    return compareInstants(fact.to, at) > 0
      ? []
      : [{ code: 'clock.notForward', facts: { to: fact.to, now: at } }];
  }
  if (fact.type === 'occurrence.recorded') {
    const isFull = context.occurrences.length >= OCCURRENCES;
    return isFull ? [{ code: 'limit.occurrences', facts: { most: OCCURRENCES } }] : [];
  }
  if (fact.type === 'meetings.recorded') {
    const known = context.meetings[`${fact.body}/${fact.fiscalYear}`]?.count ?? 0;
    return fact.count > known ? [] : [{ code: 'meetings.fewer', facts: { count: fact.count, known } }];
  }
  return [];
}

function change(context: ProgrammeContext, event: StampedProgrammeEvent): ProgrammeContext {
  const { fact, occurredOn: on } = event;
  const next = { ...context, version: context.version + 1 };
  switch (fact.type) {
    case 'occurrence.recorded': {
      const { type: _type, ...facts } = fact;
      return {
        ...next,
        occurrences: [
          ...context.occurrences,
          { ...facts, on, ...(event.assumed ? { assumed: event.assumed } : {}) },
        ],
      };
    }
    case 'meetings.recorded':
      return {
        ...next,
        meetings: { ...context.meetings, [`${fact.body}/${fact.fiscalYear}`]: { count: fact.count, on } },
      };
    case 'clock.moved':
      return { ...next, clockMovedTo: fact.to };
  }
}

interface MachineEvent {
  type: ProgrammeFact['type'];
  event: StampedProgrammeEvent;
}

function programmeMachine(definition: ProgrammeDefinition) {
  const kept = { guard: 'permitted', actions: 'change' } as const;
  return setup({
    types: { context: {} as ProgrammeContext, events: {} as MachineEvent },
    guards: { permitted: ({ context, event }) => objections(definition, context, event.event).length === 0 },
    actions: { change: assign(({ context, event }) => change(context, event.event)) },
  }).createMachine({
    id: 'programme',
    initial: 'open',
    context: { version: 0, occurrences: [], meetings: {}, clockMovedTo: null },
    states: { open: { on: { 'occurrence.recorded': kept, 'meetings.recorded': kept, 'clock.moved': kept } } },
  });
}

const persisted = (
  machine: ReturnType<typeof programmeMachine>,
  snapshot: Parameters<typeof machine.getPersistedSnapshot>[0],
) => JSON.parse(JSON.stringify(machine.getPersistedSnapshot(snapshot))) as ProgrammeSnapshot;

export function startProgramme(definition: ProgrammeDefinition): ProgrammeSnapshot {
  const machine = programmeMachine(definition);
  return persisted(machine, initialTransition(machine)[0]);
}

export function acceptsProgramme(
  definition: ProgrammeDefinition,
  snapshot: ProgrammeSnapshot,
  event: StampedProgrammeEvent,
): ProgrammeRefusal[] {
  return objections(definition, snapshot.context, event);
}

export function stepProgramme(
  definition: ProgrammeDefinition,
  snapshot: ProgrammeSnapshot,
  event: StampedProgrammeEvent,
): ProgrammeSnapshot {
  const machine = programmeMachine(definition);
  // XState's own persisted form; its generics cannot be rebuilt from JSON.
  const [next] = transition(machine, machine.resolveState(snapshot as never), {
    type: event.fact.type,
    event,
  });
  return persisted(machine, next);
}
