// Vendors as a programme knows them: registered with the systems they serve, their notices dated and kept, answered for each system they
// touch; and the times in which a switch-over would collide with a ward's own work.
import * as z from 'zod';
import { id } from '../../definition/definition.ts';
import { futureObjections } from '../../migration/gate/papers.ts';
import { LENGTH, VENDORS } from '../../record/limits.ts';
import { dayOf, earliestDay } from '../../values/date.ts';
import { sameFirmInShort } from '../../values/names/name.ts';
import { written } from '../../values/text.ts';
import { act, type ProgrammeCase } from '../act.ts';
import { type ProgrammeRefusal, programmeRefusal } from '../refusal.ts';
import type { ProgrammeContext } from '../state.ts';
import {
  busyTimeFacts,
  noticeAnswer,
  noticeFacts,
  type Vendor,
  type VendorNotice,
  vendorFacts,
} from './shape.ts';
import { usualBusyTimes } from './usual-busy-times.ts';

const entrySeq = z.number().int().min(1).max(2_147_483_647);

const vendorsOf = ({ vendors = {} }: ProgrammeContext) => vendors;
const noticesOf = ({ vendorNotices = [] }: ProgrammeContext) => vendorNotices;

/** Systems that the programme does not have, each refused once. */
function unknownSystems(
  { definition }: ProgrammeCase,
  named: readonly { system: string }[],
): ProgrammeRefusal[] {
  const unknown = named.map(({ system }) => system).filter((system) => !definition.systems.includes(system));
  return [...new Set(unknown)].map((system) =>
    programmeRefusal('grant.unknownSystem', { system, known: definition.systems }),
  );
}

function unknownVendor({ context }: ProgrammeCase, vendor: string): ProgrammeRefusal[] {
  const known = Object.keys(vendorsOf(context));
  return known.includes(vendor) ? [] : [programmeRefusal('vendor.unknown', { vendor, known })];
}

/** One firm under two ids would be two to whoever looks for collisions. */
function registeredElse({ context }: ProgrammeCase, { vendor, name }: Vendor): ProgrammeRefusal[] {
  const other = Object.values(vendorsOf(context)).find(
    (one) => one.vendor !== vendor && sameFirmInShort(one.name, name),
  );
  return other ? [programmeRefusal('vendor.sameFirm', { name, vendor: other.vendor })] : [];
}

const twice = (named: readonly string[]): string[] => [
  ...new Set(named.filter((one, index) => named.indexOf(one) !== index)),
];

const noticeNamed = (context: ProgrammeContext, seq: number): VendorNotice | undefined =>
  noticesOf(context).find((one) => one.seq === seq);

const full = (most: number, of: 'vendors' | 'notices' | 'busyTimes') =>
  programmeRefusal('limit.vendors', { of, most });

export const vendorActs = {
  'vendor.registered': act({
    schema: z.strictObject({ type: z.literal('vendor.registered'), ...vendorFacts }),
    from: ['person', 'import'],
    asks: [],
    who: ({ definition }) => definition.control,
    objections(given) {
      const { context, fact } = given;
      const known = Object.keys(vendorsOf(context));
      const isNew = !known.includes(fact.vendor);
      return [
        ...unknownSystems(given, fact.serves),
        ...twice(fact.serves.map(({ system, as }) => `${system}/${as}`)).map((one) =>
          programmeRefusal('vendor.servesTwice', { system: one.split('/')[0] ?? one }),
        ),
        ...registeredElse(given, fact),
        ...(isNew && known.length >= VENDORS.vendors ? [full(VENDORS.vendors, 'vendors')] : []),
      ];
    },
    change({ context, fact: { type: _type, ...vendor } }) {
      return { ...context, vendors: { ...context.vendors, [vendor.vendor]: vendor } };
    },
  }),
  'vendor.noticed': act({
    schema: z.strictObject({ type: z.literal('vendor.noticed'), ...noticeFacts }),
    from: ['person', 'import'],
    asks: [],
    who: ({ definition }) => definition.control,
    objections(given) {
      const { context, event, fact } = given;
      const papers = futureObjections([fact.evidence], dayOf(event.at));
      return [
        ...unknownVendor(given, fact.vendor),
        ...unknownSystems(given, fact.systems),
        ...papers.map(({ facts }) => programmeRefusal('vendor.letterAhead', facts as LetterAhead)),
        ...(fact.until !== null && fact.until < earliestDay(event.occurredOn)
          ? [programmeRefusal('vendor.untilPast', { until: fact.until, on: event.occurredOn })]
          : []),
        ...(noticesOf(context).length >= VENDORS.notices ? [full(VENDORS.notices, 'notices')] : []),
      ];
    },
    change({ context, event, fact: { type: _type, systems, ...told } }) {
      const notice: VendorNotice = {
        ...told,
        systems: [...new Set(systems.map(({ system }) => system))],
        seq: context.version + 1,
        on: event.occurredOn,
        answers: {},
      };
      return { ...context, vendorNotices: [...noticesOf(context), notice] };
    },
  }),
  'vendor.answered': act({
    schema: z.strictObject({
      type: z.literal('vendor.answered'),
      notice: entrySeq,
      system: id,
      answer: noticeAnswer,
      reason: written(LENGTH.paragraph),
    }),
    from: ['person'],
    asks: [],
    who: ({ definition }) => definition.control,
    objections({ context, event, fact }) {
      const told = noticeNamed(context, fact.notice);
      if (!told) {
        const known = noticesOf(context).map(({ seq }) => seq);
        return [programmeRefusal('vendor.unknownNotice', { notice: fact.notice, known })];
      }
      if (!told.systems.includes(fact.system))
        return [programmeRefusal('vendor.notTouched', { system: fact.system, touched: told.systems })];
      return event.occurredOn < earliestDay(told.on)
        ? [programmeRefusal('vendor.answerBefore', { occurredOn: event.occurredOn, on: told.on })]
        : [];
    },
    // A later answer takes the place of an earlier one; both stand in the chain.
    change({ context, event, fact }) {
      const answer = { answer: fact.answer, on: event.occurredOn, by: event.actor.name };
      const vendorNotices = noticesOf(context).map((one) =>
        one.seq === fact.notice ? { ...one, answers: { ...one.answers, [fact.system]: answer } } : one,
      );
      return { ...context, vendorNotices };
    },
  }),
  'busyTime.recorded': act({
    schema: z.strictObject({ type: z.literal('busyTime.recorded'), ...busyTimeFacts }),
    from: ['person', 'import'],
    asks: [],
    who: ({ definition }) => definition.control,
    objections({ definition, context, fact }) {
      const known = definition.businesses.map(({ name }) => name);
      const unknown = (fact.businesses ?? []).filter((one) => !known.includes(one));
      const { busyTimes = {} } = context;
      const isNew = busyTimes[fact.id] === undefined;
      return [
        ...(fact.untilOn < fact.fromOn
          ? [programmeRefusal('busyTime.reversed', { fromOn: fact.fromOn, untilOn: fact.untilOn })]
          : []),
        ...unknown.map((business) => programmeRefusal('busyTime.unknownBusiness', { business, known })),
        ...(isNew && Object.keys(busyTimes).length >= VENDORS.busyTimes
          ? [full(VENDORS.busyTimes, 'busyTimes')]
          : []),
      ];
    },
    change({ context, fact: { type: _type, ...time } }) {
      return { ...context, busyTimes: { ...context.busyTimes, [time.id]: time } };
    },
  }),
  /** Also of one that every ward has, where this one has it not. */
  'busyTime.withdrawn': act({
    schema: z.strictObject({
      type: z.literal('busyTime.withdrawn'),
      id,
      reason: written(LENGTH.paragraph),
    }),
    from: ['person'],
    asks: [],
    who: ({ definition }) => definition.control,
    objections({ context, fact }) {
      const { busyTimes = {} } = context;
      const known = [...new Set([...usualBusyTimes.map(({ id: one }) => one), ...Object.keys(busyTimes)])];
      const open = known.filter((one) => busyTimes[one] !== null);
      return open.includes(fact.id)
        ? []
        : [programmeRefusal('busyTime.unknown', { id: fact.id, known: open })];
    },
    change: ({ context, fact }) => ({
      ...context,
      busyTimes: { ...context.busyTimes, [fact.id]: null },
    }),
  }),
};

type LetterAhead = { title: string; decidedOn: string; today: string };
