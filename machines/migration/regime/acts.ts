// Which regime a system's deadline follows: a candidate for the special transition (特定移行支援), applied for,
// designated with its own date, or back to the standard one.
import * as z from 'zod';
import { day } from '../../definition/definition.ts';
import type { Caution } from '../../record/caution.ts';
import type { Effect } from '../../record/effect.ts';
import { ITEMS } from '../../record/limits.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import { earliestDay } from '../../values/date.ts';
import {
  act,
  asksNote,
  asksReason,
  type Case,
  line,
  note,
  people,
  peopleAndImport,
  reason,
  type Told,
  WORDS,
} from '../act.ts';
import { toldWithDates } from '../deadlines/moved.ts';
import { notBefore } from '../order.ts';
import type { MigrationContext } from '../state.ts';
import { regimeCorrects, regimeOverwritten } from './correcting.ts';

/** 事由 1 mainframe, 2 individual development, 3 vendor withdrawal, 4 vendor resources; empty when not said. */
const reasonTypes = z.array(z.number().int().min(1).max(4)).max(ITEMS.reasonTypes);

/** Nothing of a regime lies before what led to it. */
const inOrder = ({ context, event, standing }: Case): Refusal[] =>
  standing.regime === 'standard'
    ? []
    : notBefore(
        event,
        standing.regime === 'candidate' ? 'regime.flagged' : `regime.${standing.regime}`,
        context.special?.on,
      );

const eachOnce = ({ fact: { reasonTypes: types } }: Case<{ reasonTypes: number[] }>): Refusal[] =>
  [...new Set(types.filter((type, index) => types.indexOf(type) !== index))].map((reasonType) =>
    refusal('regime.reasonTwice', { reasonType }),
  );

/** Since when it is left open is said once: a second time would make that day another. */
const pendingAlready = ({ context }: Case): Refusal[] => {
  const there = context.special?.pending;
  return there ? [refusal('regime.pendingAlready', { on: there.on, basis: there.basis })] : [];
};

/** A day that an order sets lies after the order; said before it is recorded, since older records may have it. */
const completionCautions = ({ event, fact }: Case<{ completionOn: string | null }>): Caution[] => {
  const { completionOn } = fact;
  return completionOn !== null && completionOn < earliestDay(event.occurredOn)
    ? [{ code: 'regime.completionPast', completionOn, occurredOn: event.occurredOn }]
    : [];
};

/** What was left open is so no more. */
function decided(special: MigrationContext['special']) {
  const { pending: _open, ...rest } = special ?? {};
  return rest;
}

const toldOfRegime = (told: Told): Effect[] =>
  toldWithDates(told, [...told.here.owners, ...told.definition.path.control.plan], (moved) => ({
    code: 'regime.changed',
    act: told.fact.type,
    by: told.event.actor.name,
    moved,
  }));

export const regimeActs = {
  'regime.flagged': act({
    open: true,
    schema: z.strictObject({
      type: z.literal('regime.flagged'),
      reasonTypes,
      scope: line.optional(),
      note,
    }),
    from: peopleAndImport,
    taken: { region: 'regime', from: { standard: 'candidate' } },
    asks: [
      { name: 'reasonTypes', kind: 'reasonTypes', optional: true },
      { name: 'scope', kind: 'line', optional: true },
      asksNote,
    ],
    sample: () => ({ reasonTypes: [] }),
    who: ({ definition }) => definition.path.control.regime,
    objections: eachOnce,
    overwrites: regimeOverwritten,
    corrects: regimeCorrects('candidate'),
    change: ({ context, event, fact }) => ({
      ...context,
      special: {
        reasonTypes: fact.reasonTypes,
        completionOn: null,
        on: event.occurredOn,
        ...(fact.scope ? { scope: fact.scope } : {}),
      },
    }),
    tells: toldOfRegime,
  }),
  'regime.applied': act({
    open: true,
    schema: z.strictObject({ type: z.literal('regime.applied'), reasonTypes: reasonTypes.min(1), note }),
    from: peopleAndImport,
    taken: { region: 'regime', from: { standard: 'applied', candidate: 'applied' } },
    asks: [{ name: 'reasonTypes', kind: 'reasonTypes' }, asksNote],
    sample: () => ({ reasonTypes: [1] }),
    who: ({ definition }) => definition.path.control.regime,
    objections: (given) => [...inOrder(given), ...eachOnce(given)],
    overwrites: regimeOverwritten,
    corrects: regimeCorrects('applied'),
    change: ({ context, event, fact }) => ({
      ...context,
      special: {
        completionOn: null,
        ...decided(context.special),
        reasonTypes: fact.reasonTypes,
        on: event.occurredOn,
      },
    }),
    tells: toldOfRegime,
  }),
  /** 判断保留: the State has the application, and leaves it open. */
  'regime.leftPending': act({
    open: true,
    schema: z.strictObject({ type: z.literal('regime.leftPending'), basis: reason }),
    from: peopleAndImport,
    taken: { region: 'regime', from: { applied: 'stays' } },
    asks: [{ name: 'basis', kind: 'line' }],
    sample: ({ context }) => (context.special?.pending ? null : { basis: WORDS }),
    who: ({ definition }) => definition.path.control.regime,
    objections: (given) => [...inOrder(given), ...pendingAlready(given)],
    overwrites: regimeOverwritten,
    corrects: regimeCorrects('applied'),
    change: ({ context, event, fact }) => ({
      ...context,
      special: {
        reasonTypes: [],
        completionOn: null,
        ...context.special,
        pending: { on: event.occurredOn, basis: fact.basis },
        on: event.occurredOn,
      },
    }),
    tells: toldOfRegime,
  }),
  'regime.designated': act({
    open: true,
    schema: z.strictObject({
      type: z.literal('regime.designated'),
      /** The date set for this system, or null while it is 未定. */
      completionOn: day.nullable(),
      basis: reason,
    }),
    from: peopleAndImport,
    taken: {
      region: 'regime',
      from: {
        standard: 'designated',
        candidate: 'designated',
        applied: 'designated',
        designated: 'stays',
      },
    },
    asks: [
      { name: 'completionOn', kind: 'day', optional: true },
      { name: 'basis', kind: 'line' },
    ],
    sample: () => ({ completionOn: null, basis: WORDS }),
    who: ({ definition }) => definition.path.control.regime,
    objections: inOrder,
    cautions: completionCautions,
    overwrites: regimeOverwritten,
    corrects: regimeCorrects('designated'),
    change: ({ context, event, fact }) => ({
      ...context,
      special: {
        reasonTypes: [],
        ...decided(context.special),
        completionOn: fact.completionOn,
        basis: fact.basis,
        on: event.occurredOn,
      },
    }),
    tells: toldOfRegime,
  }),
  'regime.withdrawn': act({
    open: true,
    schema: z.strictObject({ type: z.literal('regime.withdrawn'), reason }),
    from: people,
    taken: {
      region: 'regime',
      from: { candidate: 'standard', applied: 'standard', designated: 'standard' },
    },
    asks: [asksReason],
    sample: () => ({ reason: WORDS }),
    who: ({ definition }) => definition.path.control.regime,
    objections: inOrder,
    overwrites: regimeOverwritten,
    change: ({ context }) => ({ ...context, special: null }),
    tells: toldOfRegime,
  }),
};
