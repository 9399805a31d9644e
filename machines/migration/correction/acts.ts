// 訂正: an entry is said to be wrong, with what should have stood there, or that it should not have been at all (取消し). It counts
// once another person has approved it; it may be dismissed, or withdrawn by its proposer. Both entries stay.
import * as z from 'zod';
import { answersFor } from '../../record/deputy.ts';
import type { Effect } from '../../record/effect.ts';
import { canonical } from '../../record/entry.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import { dayOf } from '../../values/date.ts';
import {
  act,
  asksNote,
  asksReason,
  type Case,
  type MigrationAct,
  note,
  type Outlook,
  people,
  personOf,
  reason,
  type Told,
  tell,
  WORDS,
} from '../act.ts';
import { staysPutRight } from '../adoption/falling.ts';
import { notBefore } from '../order.ts';
import { ownerObjections } from '../proposals.ts';
import type { Corrections, MigrationContext, OpenCorrection, Regime } from '../state.ts';
import { type ActsPutRight, type Matter, matterOf, memoryAfter, shouldObjections } from './put-right.ts';
import { approverObjections, restObjections, reviewObjections } from './rests.ts';
import { entrySeq, type Named, type Pair, pairShape, type Said } from './shapes.ts';
import { type Decided, saysOtherwise, toldDecided } from './telling.ts';

interface About extends Named {
  entry: number;
}

const none: Corrections = { open: {}, made: {} };
const correctionsOf = ({ corrections = none }: Pick<MigrationContext, 'corrections'>): Corrections =>
  corrections;
const openOf = ({ context, fact }: Pick<Case<About>, 'context' | 'fact'>): OpenCorrection | undefined =>
  correctionsOf(context).open[fact.entry];

function without<T>(of: Record<string, T>, key: number): Record<string, T> {
  const { [key]: _gone, ...rest } = of;
  return rest;
}

const saying = ({ fact, occurredOn, actor }: Said): string => canonical({ fact, occurredOn, actor });

/** The entry as it stands: said by a correction of it before, or only claimed here. */
function standsOtherwise({ context }: Case, entry: number, { was, should }: Pair): Refusal[] {
  const made = correctionsOf(context).made[entry];
  if (made && made.as === null) return [refusal('correction.voided', { entry, by: made.at })];
  if (entry > context.version || (made?.as && saying(made.as) !== saying(was)))
    return [refusal('correction.neverStood', { entry })];
  return should && saying(should) === saying(was) ? [refusal('correction.nothingNew', { entry })] : [];
}

interface PutRightActs {
  acts: ActsPutRight;
  /** Their kinds. */
  can: readonly string[];
}

/** Kinds of fact that can be put right. */
export const typesPutRight = (
  told: Readonly<Record<string, Pick<MigrationAct<Named>, 'corrects'>>>,
): string[] => Object.keys(told).filter((type) => told[type]?.corrects !== undefined);

/** Why an entry cannot be put right so: the same when it is proposed and when it is approved. */
function pairObjections(
  { acts, can }: PutRightActs,
  given: Case,
  entry: number,
  pair: Pair,
  by: Said['actor'],
) {
  const { type } = pair.was.fact;
  const { definition, standing } = given;
  if (standing.activity === 'retired' && !staysPutRight(definition, type))
    return [refusal('correction.inherited', { type, heirs: definition.system.retired?.heirs ?? [] })];
  if (!acts(type)) return [refusal('correction.notCorrectable', { type, can: [...can] })];
  const stands = standsOtherwise(given, entry, pair);
  if (stands.length > 0) return stands;
  if (pair.should && pair.should.fact.type !== type)
    return [refusal('correction.otherKind', { type, should: pair.should.fact.type })];
  const matter = matterOf(acts, given, pair);
  if (!matter) return [refusal('correction.standsNot', { entry, type })];
  const refused = shouldObjections(matter, pair, by);
  return refused.length > 0
    ? refused
    : [
        ...(ownObjections(given, matter, by) ?? reviewObjections(given, matter)),
        ...approverObjections(given, matter, pair),
        ...restObjections(given, matter, memoryAfter(matter, by)),
      ];
}

const ownObjections = (now: Case, { act, before, should }: Matter, by: Said['actor']) =>
  act.corrects?.objections?.({ now, before, should, by });

/** Nobody decides on what they proposed, nor on what they are said to have done. */
function otherPerson({ event }: Case, open: OpenCorrection): Refusal[] {
  const { account } = event.actor;
  if (answersFor(event.actor).includes(open.account))
    return [refusal('gate.samePerson', { account, role: 'proposer' })];
  const own = [open.was.actor.account, open.should?.actor.account].includes(account);
  return own ? [refusal('correction.ownEntry', { account })] : [];
}

const proposerOf = ({ account, name, post }: OpenCorrection) => ({
  kind: 'person' as const,
  account,
  name,
  post,
});

const opened = (given: Case<About>, then: (open: OpenCorrection) => Refusal[]): Refusal[] => {
  const open = openOf(given);
  return open ? then(open) : [refusal('correction.notOpen', { entry: given.fact.entry })];
};

const closed = ({ context, fact }: Case<About>): MigrationContext => {
  const { open, made } = correctionsOf(context);
  return { ...context, corrections: { made, open: without(open, fact.entry) } };
};

function correct(acts: ActsPutRight, given: Case<About>): MigrationContext {
  const open = openOf(given);
  const matter = open && matterOf(acts, given, open);
  if (!open || !matter) return given.context;
  const { type } = open.was.fact;
  const { made } = correctionsOf(given.context);
  const at = given.context.version + 1;
  const after = closed({ ...given, context: memoryAfter(matter, proposerOf(open)) });
  const now = { ...made, [given.fact.entry]: { at, type, as: open.should } };
  return { ...after, corrections: { ...correctionsOf(after), made: now } };
}

/** A flag that was voided leaves the regime that held before it. */
function regimeAfter({ standing, ...given }: Case<About>): Regime {
  const open = openOf(given);
  return open?.should === null ? (open.was.overwrote?.regime ?? standing.regime) : standing.regime;
}

/** Who records facts, national steps, regimes or plans: of an entry that nobody puts right, it is not said that another post should. */
const recorders = ({ definition: { path } }: Pick<Case, 'definition'>): string[] => {
  const { facts, steps, regime, plan } = path.control;
  return [...facts, ...steps, ...regime, ...plan];
};

/** The first that is open: what a form is about where none is named. */
const firstOpen = ({ context }: Pick<Outlook, 'context'>): Omit<About, 'type'> | null => {
  const [entry] = Object.keys(correctionsOf(context).open);
  return entry === undefined ? null : { entry: Number(entry) };
};

/** Reasons that quote what is kept inside a procurement are told only to those whose act it is; others are told whose it is. */
const isToldReasons = (
  { event }: Pick<Case, 'event'>,
  act: MigrationAct<Named> | undefined,
  who: readonly string[],
): boolean => act?.inside === undefined || who.includes(event.actor.post);

/** @param told every other act, by its type */
export function correctionActs(told: Readonly<Record<string, MigrationAct<Named>>>) {
  const can = typesPutRight(told);
  const acts: ActsPutRight = (type) => {
    const found = Object.hasOwn(told, type) ? told[type] : undefined;
    return found?.corrects && found;
  };
  const shape = pairShape(z.union(can.flatMap((type) => told[type]?.schema ?? [])));
  const may = (given: Case, was: Pair['was'] | undefined): readonly string[] =>
    was ? (acts(was.fact.type)?.who({ ...given, fact: was.fact }) ?? []) : recorders(given);
  const proposers = (given: Case, was: Pair['was'] | undefined) => [
    ...new Set([...may(given, was), ...given.definition.path.control.plan]),
  ];
  const deciders = (given: Case, was: Pair['was'] | undefined) => [
    ...new Set([...may(given, was), ...given.definition.path.control.goBack.approve]),
  ];
  const decidersNow = (given: Case<About>) => deciders(given, openOf(given)?.was);
  const toldOfDecision = (given: Told<About & Decided>, approved: boolean): Effect[] => {
    const open = openOf(given);
    if (!open) return [];
    const [of, proposing] = [acts(open.was.fact.type), proposers(given, open.was)];
    return toldDecided(
      { given, open, approved, isInside: of?.inside !== undefined },
      proposing,
      decidersNow(given),
    );
  };
  return {
    'correction.proposed': act({
      schema: z.strictObject({ type: z.literal('correction.proposed'), entry: entrySeq, ...shape, reason }),
      from: people,
      taken: 'anywhere',
      afterEnd: true,
      asks: [asksReason],
      who: (given) => proposers(given, given.fact.was),
      objections(given) {
        const { event, fact } = given;
        const { was } = fact;
        if (!isToldReasons(given, acts(was.fact.type), proposers(given, was))) return [];
        const open = openOf(given);
        if (open) return [refusal('correction.alreadyOpen', { entry: fact.entry, by: open.name })];
        return [
          ...notBefore(event, was.fact.type, dayOf(was.recordedAt)),
          ...pairObjections({ acts, can }, given, fact.entry, fact, event.actor),
        ];
      },
      newly: ({ should }) => (should && acts(should.fact.type)?.newly?.(should.fact)) ?? [],
      change(given) {
        const { context, event, fact } = given;
        const { was, should, reason: why } = fact;
        const { open, made } = correctionsOf(context);
        const proposal = { ...personOf(event), reason: why, on: event.occurredOn, was, should };
        return { ...context, corrections: { made, open: { ...open, [fact.entry]: proposal } } };
      },
      tells: (given) =>
        tell(deciders(given, given.fact.was), {
          code: 'correction.proposed',
          entry: given.fact.entry,
          act: given.fact.was.fact.type,
          voids: given.fact.should === null,
          by: given.event.actor.name,
          reason: given.fact.reason,
          ...saysOtherwise(given.fact),
        }),
    }),
    'correction.approved': act({
      schema: z.strictObject({
        type: z.literal('correction.approved'),
        entry: entrySeq,
        note,
        tellsFacts: z.literal(true).optional(),
      }),
      from: people,
      taken: { region: 'regime', from: 'asSaid' },
      regime: regimeAfter,
      endsReview(given) {
        const open = openOf(given);
        return open?.should === null && acts(open.was.fact.type)?.corrects?.endsReview === true;
      },
      afterEnd: true,
      asks: [asksNote],
      sample: firstOpen,
      who: decidersNow,
      objections: (given) =>
        opened(given, (open) => {
          if (!isToldReasons(given, acts(open.was.fact.type), deciders(given, open.was))) return [];
          return [
            ...otherPerson(given, open),
            ...notBefore(given.event, 'correction.proposed', open.on),
            ...pairObjections({ acts, can }, given, given.fact.entry, open, proposerOf(open)),
          ];
        }),
      change: (given) => correct(acts, given),
      tells: (given) => toldOfDecision(given, true),
    }),
    'correction.dismissed': act({
      schema: z.strictObject({ type: z.literal('correction.dismissed'), entry: entrySeq, reason }),
      from: people,
      taken: 'anywhere',
      afterEnd: true,
      asks: [asksReason],
      sample: (outlook) => withReason(firstOpen(outlook)),
      who: decidersNow,
      objections: (given) => opened(given, (open) => notBefore(given.event, 'correction.proposed', open.on)),
      change: closed,
      tells: (given) => toldOfDecision(given, false),
    }),
    'correction.withdrawn': act({
      schema: z.strictObject({ type: z.literal('correction.withdrawn'), entry: entrySeq, reason }),
      from: people,
      taken: 'anywhere',
      afterEnd: true,
      asks: [asksReason],
      sample: (outlook) => withReason(firstOpen(outlook)),
      who: (given) => proposers(given, openOf(given)?.was),
      objections: (given) =>
        opened(given, (open) => [
          ...notBefore(given.event, 'correction.proposed', open.on),
          ...ownerObjections(given, { ...open, votes: [] }),
        ]),
      change: closed,
      tells(given) {
        const open = openOf(given);
        return tell(decidersNow(given), {
          code: 'correction.withdrawn',
          entry: given.fact.entry,
          act: open?.was.fact.type ?? '',
          by: given.event.actor.name,
          reason: given.fact.reason,
        });
      },
    }),
  };
}

const withReason = (about: Omit<About, 'type'> | null) => about && { ...about, reason: WORDS };
