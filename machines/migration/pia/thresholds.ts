// しきい値: which evaluation so many people ask for at least (特定個人情報保護評価に関する規則4条から7条, 指針第5). How many handle the file, and serious
// incidents, ask for more of 1万人 to 30万人: nobody says them here, so what follows is the least in any case, and only a caution.
import type { Caution } from '../../record/caution.ts';
import { evaluations, type PiaJudged } from './shapes.ts';

type Evaluation = PiaJudged['evaluation'];

/** From so many people on. */
const LEAST: readonly { from: number; evaluation: Evaluation }[] = [
  { from: 300_000, evaluation: 'full' },
  { from: 100_000, evaluation: 'priority' },
  { from: 1_000, evaluation: 'basic' },
];

export function leastFor(subjects: number): Evaluation {
  return LEAST.find(({ from }) => subjects >= from)?.evaluation ?? 'none';
}

export function belowThreshold({ evaluation, subjects }: PiaJudged): Caution[] {
  if (subjects === undefined) return [];
  const least = leastFor(subjects);
  return evaluations.indexOf(evaluation) < evaluations.indexOf(least)
    ? [{ code: 'pia.belowThreshold', evaluation, subjects, least }]
    : [];
}
