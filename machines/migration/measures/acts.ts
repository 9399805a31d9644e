// 一部機能の経過措置: the system moves in time, and single functions of it follow later. Agreed with the vendor and filed with デジタル庁 for
// each function, until a day; neither a regime of the system's date nor a delay.
import * as z from 'zod';
import { day } from '../../definition/definition.ts';
import { MEASURES } from '../../record/limits.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import { earliestDay } from '../../values/date.ts';
import { sameName } from '../../values/names/name.ts';
import { act, asksNote, type Case, line, note, peopleAndImport, reason, tell, WORDS } from '../act.ts';
import { notBefore } from '../order.ts';
import type { MigrationContext } from '../state.ts';

type Named = { function: string };

const filedBefore = ({ context, fact }: Case<Named>) => context.measures?.[fact.function];

const open = (context: MigrationContext): string[] =>
  Object.entries(context.measures ?? {}).flatMap(([name, { endedOn }]) => (endedOn ? [] : [name]));

/** One function has one line: under another spelling it would be ended in one and stay due in the other. */
function spelledOtherwise({ context, fact }: Case<Named>): Refusal[] {
  const name = fact.function;
  const there = Object.keys(context.measures ?? {}).find((one) => one !== name && sameName(one, name));
  return there === undefined ? [] : [refusal('measure.spelled', { function: name, there })];
}

function filedObjections(given: Case<Named & { until: string }>): Refusal[] {
  const { context, event, fact } = given;
  const there = filedBefore(given);
  const { measures = {} } = context;
  return [
    ...(fact.until < earliestDay(event.occurredOn)
      ? [refusal('measure.past', { until: fact.until, filedOn: event.occurredOn })]
      : []),
    ...(there && !there.endedOn && there.until === fact.until
      ? [refusal('measure.same', { function: fact.function, until: fact.until })]
      : []),
    ...spelledOtherwise(given),
    ...(there ? notBefore(event, 'measure.filed', there.endedOn ?? there.on) : []),
    ...(!there && Object.keys(measures).length >= MEASURES
      ? [refusal('limit.measures', { most: MEASURES })]
      : []),
  ];
}

const without = (context: MigrationContext, name: string): MigrationContext => {
  const { measures: { [name]: _gone, ...rest } = {}, ...others } = context;
  return { ...others, ...(Object.keys(rest).length > 0 ? { measures: rest } : {}) } as MigrationContext;
};

export const measureActs = {
  'measure.filed': act({
    open: true,
    schema: z.strictObject({ type: z.literal('measure.filed'), function: line, until: day, basis: reason }),
    from: peopleAndImport,
    taken: 'anywhere',
    asks: [
      { name: 'function', kind: 'line' },
      { name: 'until', kind: 'day' },
      { name: 'basis', kind: 'line' },
    ],
    sample: ({ today }) => ({ function: WORDS, until: today, basis: WORDS }),
    who: ({ definition }) => definition.path.control.regime,
    objections: filedObjections,
    overwrites: ({ context, fact }) => {
      const was = context.measures?.[fact.function];
      return was ? { measures: { [fact.function]: was } } : {};
    },
    corrects: {
      before(given, { measures: were }) {
        const { context, fact } = given;
        const there = context.measures?.[fact.function];
        // Ended since, or filed anew: what it wrote stands no longer.
        if (!there || there.endedOn || there.until !== fact.until || there.basis !== fact.basis) return null;
        const left = without(context, fact.function);
        return {
          ...given,
          context: were ? { ...left, measures: { ...left.measures, ...were } } : left,
        };
      },
    },
    change: ({ context, event, fact }) => ({
      ...context,
      measures: {
        ...context.measures,
        [fact.function]: { until: fact.until, basis: fact.basis, on: event.occurredOn },
      },
    }),
    tells: ({ definition, event, fact, here }) =>
      tell([...here.owners, ...definition.path.control.regime], {
        code: 'measure.filed',
        function: fact.function,
        until: fact.until,
        by: event.actor.name,
      }),
  }),
  'measure.ended': act({
    open: true,
    schema: z.strictObject({ type: z.literal('measure.ended'), function: line, note }),
    from: peopleAndImport,
    taken: 'anywhere',
    asks: [{ name: 'function', kind: 'line' }, asksNote],
    sample: ({ context }) => {
      const [first] = open(context);
      return first === undefined ? null : { function: first };
    },
    who: ({ definition }) => definition.path.control.regime,
    objections(given) {
      const there = filedBefore(given);
      if (!there || there.endedOn)
        return [refusal('measure.unknown', { function: given.fact.function, open: open(given.context) })];
      return notBefore(given.event, 'measure.filed', there.on);
    },
    corrects: {
      before(given) {
        const there = given.context.measures?.[given.fact.function];
        if (!there?.endedOn) return null;
        const { endedOn: _open, ...measure } = there;
        const measures = { ...given.context.measures, [given.fact.function]: measure };
        return { ...given, context: { ...given.context, measures } };
      },
    },
    change(given) {
      const there = filedBefore(given);
      if (!there) return given.context;
      const ended = { ...there, endedOn: given.event.occurredOn };
      return { ...given.context, measures: { ...given.context.measures, [given.fact.function]: ended } };
    },
    tells: ({ definition, event, fact, here }) =>
      tell([...here.owners, ...definition.path.control.regime], {
        code: 'measure.ended',
        function: fact.function,
        on: event.occurredOn,
        by: event.actor.name,
      }),
  }),
};
