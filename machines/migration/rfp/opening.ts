// A procurement is opened with its terms, a stage of it is moved before it is over, and it is ended without a candidate.
import * as z from 'zod';
import type { MigrationDefinition } from '../../definition/definition.ts';
import { stageId } from '../../definition/rfp-control.ts';
import { roundFlaws, type WhosePrices } from '../../definition/scoring.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import { compareInstants } from '../../values/date.ts';
import { act, asksReason, type Case, people, reason, tell, WORDS } from '../act.ts';
import type { MigrationContext } from '../state.ts';
import { endedWith, endingObjections } from './ending.ts';
import type { Rfp } from './memory.ts';
import { controlOf, inRoom, offered, openIn, posts, rfp, running, staffWith, withOpen } from './room.ts';
import { flawsOf } from './scores/criteria.ts';
import { isOverAt, stageObjections } from './stages.ts';
import { instant, MOST, type Round, type Scoring, type Terms, terms } from './terms.ts';

const opened = z.strictObject({ type: z.literal('rfp.opened'), rfp, terms });
type Opened = z.infer<typeof opened>;

const nextNumber = ({ rfp: memory }: MigrationContext): number =>
  Math.max(0, ...(memory?.ended ?? []).map(({ number }) => number)) + 1;

function openingObjections(given: Case<Opened>): Refusal[] {
  const { definition, context, event, fact, here } = given;
  if (!posts('runs')(given).includes(event.actor.post)) return [];
  const phases = definition.path.procurement?.phases ?? [];
  const open = openIn(context);
  const next = nextNumber(context);
  const { selection } = context;
  return [
    ...(open ? [refusal('rfp.alreadyOpen', { number: open.number, title: open.terms.title })] : []),
    ...(fact.rfp === next ? [] : [refusal('rfp.otherNumber', { rfp: fact.rfp, current: next })]),
    ...(phases.includes(here.id) ? [] : [refusal('rfp.otherPhase', { phase: here.id, phases })]),
    ...(selection
      ? [refusal('selection.alreadyThere', { candidate: selection.candidate, on: selection.on })]
      : []),
    ...stageObjections(definition, fact.terms.stages, fact.terms.urgency),
    ...formObjections(termsWith(definition, fact.terms)),
  ];
}

function formObjections({ form, scoring, rounds, ceilingYen }: Terms): Refusal[] {
  if (form === 'rfi') return scoring || rounds ? [refusal('rfp.scoringUnneeded', { form })] : [];
  const all = [...(scoring ? [scoring] : []), ...(rounds ?? [])];
  if (all.length === 0) return [refusal('rfp.scoringMissing', { form })];
  return [
    ...(rounds ? roundsObjections(rounds, scoring) : []),
    ...all.flatMap((one) => [...criteriaObjections(one, form), ...ceilingObjections(one, ceilingYen)]),
  ];
}

function roundsObjections(rounds: readonly Round[], scoring: Scoring | undefined): Refusal[] {
  const { twice, few, leadsOn } = roundFlaws(rounds);
  const beside = scoring !== undefined;
  const isSound = twice.length === 0 && !few && !leadsOn && !beside;
  return isSound ? [] : [refusal('rfp.roundsFlawed', { twice, few, leadsOn, beside })];
}

/** Forms that are scored in the path's rounds, where their terms say nothing of it. */
const BY_PATH: readonly Terms['form'][] = ['publicProposal', 'invitedProposal', 'overallEvaluation'];

/** Fixed with its opening: a path that is amended later changes no procurement that is open. */
function termsWith({ path }: MigrationDefinition, given: Terms): Terms {
  const { rounds: own, whosePrices } = path.procurement?.rfp ?? {};
  const isSaid = given.scoring !== undefined || given.rounds !== undefined;
  const terms = own && !isSaid && BY_PATH.includes(given.form) ? { ...given, rounds: own } : given;
  if (!whosePrices) return terms;
  const { scoring, rounds } = terms;
  return {
    ...terms,
    ...(scoring ? { scoring: comparing(scoring, whosePrices) } : {}),
    ...(rounds ? { rounds: rounds.map((round) => comparing(round, whosePrices)) } : {}),
  };
}

/** A scoring whose price says whose prices it compares: its own word first. What is entered by hand compares none. */
const comparing = <T extends Scoring>(scoring: T, whosePrices: WhosePrices): T =>
  scoring.price && scoring.price.formula !== 'manual'
    ? { ...scoring, price: { whosePrices, ...scoring.price } }
    : scoring;

function criteriaObjections(scoring: Scoring, form: Terms['form']): Refusal[] {
  const { twice, tooLarge } = flawsOf(scoring);
  const none = scoring.criteria.length === 0 && (form !== 'lowestPrice' || !scoring.price);
  return [
    ...(none ? [refusal('rfp.scoringMissing', { form })] : []),
    ...(twice.length > 0 || tooLarge
      ? [refusal('rfp.criteriaFlawed', { twice, most: MOST.criteria, depth: MOST.depth })]
      : []),
  ];
}

function ceilingObjections({ price }: Scoring, ceilingYen: number | undefined): Refusal[] {
  const needs = price?.formula === 'belowCeiling' || price?.formula === 'betweenLowestAndCeiling';
  return price && needs && !ceilingYen ? [refusal('rfp.ceilingMissing', { formula: price.formula })] : [];
}

const begun = (given: Case<Opened>): Rfp => ({
  number: given.fact.rfp,
  phase: given.here.id,
  on: given.event.occurredOn,
  terms: termsWith(given.definition, given.fact.terms),
  stages: given.fact.terms.stages,
  questions: [],
  answersPublishedOn: null,
  bidders: {},
  evaluators: {},
  sheets: {},
  closedOn: null,
  scorers: [],
  results: {},
  ties: [],
  outcome: null,
  failing: null,
  staff: staffWith(given, []),
});

const moved = z.strictObject({ type: z.literal('rfp.stageMoved'), rfp, stage: stageId, at: instant, reason });
type Moved = z.infer<typeof moved>;

/** Before it is over, to an instant that is still to come; the periods are counted again. */
function movingObjections({ definition, event, fact }: Case<Moved>, open: Rfp): Refusal[] {
  const { stage, at } = fact;
  const before = open.stages[stage];
  if (before !== undefined && isOverAt(open.stages, stage, event.at))
    return [refusal('rfp.stageOver', { stage, at: before })];
  return [
    ...(compareInstants(at, event.at) > 0
      ? []
      : [refusal('rfp.stageNotLater', { stage, at, now: event.at })]),
    ...stageObjections(definition, { ...open.stages, [stage]: at }, open.terms.urgency),
  ];
}

export const openingActs = {
  'rfp.opened': act({
    schema: opened,
    from: people,
    taken: 'anywhere',
    asks: [],
    who: posts('runs'),
    objections: openingObjections,
    change: (given) => withOpen(given.context, begun(given)),
  }),
  'rfp.stageMoved': act({
    schema: moved,
    from: people,
    taken: 'anywhere',
    asks: [asksReason],
    who: posts('runs'),
    objections: inRoom('runs', movingObjections),
    change: running(({ fact }, open) => ({ ...open, stages: { ...open.stages, [fact.stage]: fact.at } })),
    tells({ definition, context, event, fact }) {
      const { runs, evaluates, decides } = controlOf(definition);
      const { stage, at, reason: why } = fact;
      const was = openIn(context)?.stages[stage];
      const told = { stage, at, by: event.actor.name, reason: why, ...(was === undefined ? {} : { was }) };
      return tell([...runs, ...evaluates, ...decides], { code: 'rfp.stageMoved', ...told });
    },
  }),
  'rfp.ended': act({
    schema: z.strictObject({ type: z.literal('rfp.ended'), rfp, reason }),
    from: people,
    taken: 'anywhere',
    asks: [asksReason],
    sample: (outlook) => offered('decides', outlook, () => ({ reason: WORDS })),
    who: posts('decides'),
    voice: true,
    objections: inRoom('decides', endingObjections),
    change: ({ context, event, fact }) =>
      endedWith(context, { as: 'ended', reason: fact.reason, on: event.occurredOn }),
  }),
};
