// The order of an ordinance: 議案, 議決, 公布 with its 施行日; a 規則 is only promulgated. And what is not in force yet on the day of going live.
import { type Refusal, refusal } from '../../record/refusal.ts';
import { earliestDay } from '../../values/date.ts';
import type { Case } from '../act.ts';
import { NOTED } from '../noted/noted.ts';
import { notBefore } from '../order.ts';
import { liesBefore } from '../reach.ts';
import { neededBy, ordinancesOf, type Passage } from './passing.ts';
import type { OrdinanceAdvanced } from './shapes.ts';

const BEFORE: Record<Passage, Passage | null> = { submitted: null, voted: 'submitted', promulgated: 'voted' };

export function passageObjections(given: Case<OrdinanceAdvanced>): Refusal[] {
  const { definition, event, fact } = given;
  const needed = neededBy(definition);
  if (needed.length > 0 && !needed.some(({ id }) => id === fact.ordinance)) {
    const known = needed.map(({ id, label }) => ({ kind: id, label }));
    return [refusal('ordinance.unknown', { ordinance: fact.ordinance, known })];
  }
  return [...orderObjections(given), ...forceObjections(fact, earliestDay(event.occurredOn))];
}

function orderObjections(given: Case<OrdinanceAdvanced>): Refusal[] {
  const { event, fact } = given;
  const { ordinance, passage } = fact;
  const there = ordinancesOf(given).find((one) => one.ordinance === ordinance);
  const isRule = neededBy(given.definition).some(({ id, kind }) => id === ordinance && kind === 'rule');
  if (isRule) return passage === 'promulgated' ? [] : [refusal('ordinance.isRule', { ordinance })];
  const before = BEFORE[passage];
  if (before === null) return [];
  const passed = there?.passed[before];
  return passed
    ? notBefore(event, NOTED.ordinance, passed.on)
    : [refusal('ordinance.before', { ordinance, passage, before })];
}

function forceObjections({ ordinance, passage, inForceOn }: OrdinanceAdvanced, on: string): Refusal[] {
  if (passage !== 'promulgated')
    return inForceOn === undefined ? [] : [refusal('ordinance.forceTooEarly', { ordinance })];
  if (inForceOn === undefined) return [refusal('ordinance.forceMissing', { ordinance })];
  return inForceOn < on ? [refusal('ordinance.forceBefore', { ordinance, inForceOn, on })] : [];
}

/** An ordinance that the path says is needed is in force by the day of going live. */
export function inForceObjections(given: Pick<Case, 'definition' | 'context' | 'event'>): Refusal[] {
  const { definition, event } = given;
  const needed = neededBy(definition);
  const who = definition.path.control.facts;
  return ordinancesOf(given)
    .filter(({ ordinance }) => needed.some(({ id }) => id === ordinance))
    .flatMap(({ label, passed }) => {
      const inForceOn = passed.promulgated?.inForceOn ?? null;
      return inForceOn === null || liesBefore(event, inForceOn)
        ? [refusal('live.ordinanceNotInForce', { label, inForceOn, who })]
        : [];
    });
}
