// Every kind of act a migration knows: the one closed table. Unions, guards, importables, explanation, forms and
// sentences follow from it.
import type { z } from 'zod';
import type { MigrationDefinition } from '../definition/definition.ts';
import { type Refusal, refusal } from '../record/refusal.ts';
import type { MigrationAct } from './act.ts';
import { activityActs } from './activity/acts.ts';
import { adoptionActs } from './adoption/acts.ts';
import { continuingActs } from './adoption/continuing.ts';
import { staysPutRight } from './adoption/falling.ts';
import { recusingActs } from './authority/recusing.ts';
import { budgetActs } from './budget/acts.ts';
import { conformityActs } from './conformity/acts.ts';
import { contractActs } from './contract/acts.ts';
import { correctionActs, typesPutRight } from './correction/acts.ts';
import type { Named } from './correction/shapes.ts';
import { deadlineActs } from './deadlines/acts.ts';
import { estimateActs } from './estimates/acts.ts';
import { decidingActs } from './gate/deciding.ts';
import { submittingActs } from './gate/submitting.ts';
import { goLiveActs } from './go-live/acts.ts';
import { goingBackActs } from './going-back/acts.ts';
import { measureActs } from './measures/acts.ts';
import { milestoneActs } from './milestones/acts.ts';
import { occurrenceActs } from './occurrences/acts.ts';
import { ordinanceActs } from './ordinance/acts.ts';
import { piaActs } from './pia/acts.ts';
import { planActs } from './plan/acts.ts';
import { procurementActs } from './procurement/acts.ts';
import { provisoActs } from './provisos/acts.ts';
import { readinessActs } from './readiness/acts.ts';
import { regimeActs } from './regime/acts.ts';
import { resolutionActs } from './resolution/acts.ts';
import { rfpActs } from './rfp/acts.ts';
import { seeingActs } from './seeing/acts.ts';
import { stabilisationActs } from './stabilisation/acts.ts';
import { stepActs } from './steps/acts.ts';

const told = {
  ...submittingActs,
  ...decidingActs,
  ...recusingActs,
  ...provisoActs,
  ...goingBackActs,
  ...goLiveActs,
  ...stepActs,
  ...planActs,
  ...deadlineActs,
  ...activityActs,
  ...regimeActs,
  ...conformityActs,
  ...measureActs,
  ...budgetActs,
  ...estimateActs,
  ...procurementActs,
  ...contractActs,
  ...piaActs,
  ...ordinanceActs,
  ...readinessActs,
  ...stabilisationActs,
  ...rfpActs,
  ...milestoneActs,
  ...occurrenceActs,
  ...adoptionActs,
  ...continuingActs,
  ...seeingActs,
  ...resolutionActs,
} as const;

// Whoever puts an entry right finds its act by the type of its fact, which the compiler cannot pair through an index.
const byType = told as unknown as Readonly<Record<string, MigrationAct<Named>>>;

/** In the order in which people are shown them. */
export const acts = { ...told, ...correctionActs(byType) } as const;

export type FactType = keyof typeof acts;
export const factTypes = Object.keys(acts) as FactType[];
export const isFactType = (type: string): type is FactType => Object.hasOwn(acts, type);
export type Fact = { [T in FactType]: z.infer<(typeof acts)[T]['schema']> }[FactType];

/** The act of a fact. It takes exactly its own fact; the compiler cannot pair the two through an index. */
export const actOf = ({ type }: Pick<Fact, 'type'>): MigrationAct<Fact> =>
  acts[type] as unknown as MigrationAct<Fact>;

/** Why an entry of that kind cannot be put right by a correction; null where it can. */
export const notPutRight = (type: string): Refusal | null =>
  canBePutRight(type) ? null : refusal('correction.notCorrectable', { type, can: typesPutRight(byType) });

/** Whether an entry of that kind can be put right by a correction; of others, going back or an act of their own is the way. */
export const canBePutRight = (type: string): boolean =>
  isFactType(type) && actOf({ type }).corrects !== undefined;

/** The same in the chain of one system: what others have taken of it is put right with them. */
export const canBePutRightIn = (definition: Pick<MigrationDefinition, 'system'>, type: string): boolean =>
  canBePutRight(type) && staysPutRight(definition, type);
