// Who scores: appointed by account; 除斥 takes an evaluator out, with a reason, and their sheet with them. Who ran the procurement scores
// none of it; which duties of the whole migration scoring is apart from is said there (authority/duties.ts).
import * as z from 'zod';
import { LENGTH } from '../../record/limits.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import { writtenLine } from '../../values/text.ts';
import { act, asksReason, type Case, people, reason } from '../act.ts';
import { barredFrom } from '../authority/duties.ts';
import type { Evaluator, Rfp } from './memory.ts';
import { inRoom, posts, rfp, running, scored } from './room.ts';
import { MOST } from './terms.ts';

const account = writtenLine(LENGTH.id);

const appointed = z.strictObject({
  type: z.literal('rfp.evaluatorsAppointed'),
  rfp,
  evaluators: z
    .array(z.strictObject({ account, name: writtenLine(LENGTH.name) }))
    .min(1)
    .max(MOST.evaluators),
});
type Appointed = z.infer<typeof appointed>;
const recused = z.strictObject({ type: z.literal('rfp.evaluatorRecused'), rfp, account, reason });

const closed = ({ closedOn }: Rfp): Refusal[] =>
  closedOn === null ? [] : [refusal('rfp.scoringClosed', { on: closedOn })];

/** Who runs a procurement scores none of it. */
export const runsIt = (account: string, { staff }: Pick<Rfp, 'staff'>): Refusal[] =>
  staff.includes(account) ? [refusal('rfp.evaluatorNotApart', { account })] : [];

function appointingObjections(given: Case<Appointed>, open: Rfp): Refusal[] {
  const { event, fact } = given;
  const named = fact.evaluators.map((one) => one.account);
  const staffed = { ...open, staff: [...open.staff, event.actor.account] };
  const twice = named.filter(
    (one, index) => named.indexOf(one) !== index || Object.hasOwn(open.evaluators, one),
  );
  const many = Object.keys(open.evaluators).length + named.length > MOST.evaluators;
  return [
    ...closed(open),
    ...scored(open, () => []),
    ...twice.map((id) => refusal('rfp.twice', { what: 'evaluator', id })),
    ...(many ? [refusal('rfp.limit', { what: 'evaluators', most: MOST.evaluators })] : []),
    ...named.flatMap((one) => [...runsIt(one, staffed), ...barredFrom(given, 'scorer', [one])]),
  ];
}

function recusingObjections({ fact }: Case<z.infer<typeof recused>>, open: Rfp): Refusal[] {
  return [
    ...closed(open),
    ...ofEvaluator(open, fact.account, ({ name, recused: gone }) =>
      gone ? [refusal('rfp.evaluatorRecused', { name, on: gone.on })] : [],
    ),
  ];
}

export function ofEvaluator(
  { evaluators }: Rfp,
  id: string,
  rules: (evaluator: Evaluator) => Refusal[],
): Refusal[] {
  const found = Object.hasOwn(evaluators, id) ? evaluators[id] : undefined;
  if (found) return rules(found);
  return [refusal('rfp.unknown', { what: 'evaluator', id, known: Object.keys(evaluators) })];
}

/** Those whose sheets are counted, by account. */
export const scoringNow = ({ evaluators }: Pick<Rfp, 'evaluators'>): string[] =>
  Object.entries(evaluators).flatMap(([id, { recused: gone }]) => (gone ? [] : [id]));

export const evaluatorActs = {
  'rfp.evaluatorsAppointed': act({
    inside: true,
    schema: appointed,
    from: people,
    taken: 'anywhere',
    asks: [],
    who: posts('runs'),
    objections: inRoom('runs', appointingObjections),
    change: running(({ event, fact }, open) => {
      const made = fact.evaluators.map(({ account: id, name }): [string, Evaluator] => [
        id,
        { name, appointedOn: event.occurredOn },
      ]);
      return { ...open, evaluators: { ...open.evaluators, ...Object.fromEntries(made) } };
    }),
  }),
  'rfp.evaluatorRecused': act({
    inside: true,
    schema: recused,
    from: people,
    taken: 'anywhere',
    asks: [asksReason],
    who: posts('runs'),
    objections: inRoom('runs', recusingObjections),
    change: running(({ event, fact }, open) => {
      const { [fact.account]: _sheet, ...sheets } = open.sheets;
      const evaluator = open.evaluators[fact.account];
      if (!evaluator) return open;
      const gone = { ...evaluator, recused: { on: event.occurredOn, reason: fact.reason } };
      return { ...open, sheets, evaluators: { ...open.evaluators, [fact.account]: gone } };
    }),
  }),
};
