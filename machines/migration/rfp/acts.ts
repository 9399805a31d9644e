// The acts of a procurement of one system, in the order in which they happen.
import { applyingActs } from './applying/acts.ts';
import { resolvedActs } from './deciding/resolved.ts';
import { evaluatorActs } from './evaluators.ts';
import { negotiationActs } from './negotiation.ts';
import { openingActs } from './opening.ts';
import { outcomeActs } from './outcome.ts';
import { questionActs } from './questions.ts';
import { roundActs } from './rounds/notifying.ts';
import { scoringActs } from './scoring.ts';

export const rfpActs = {
  ...openingActs,
  ...questionActs,
  ...applyingActs,
  ...evaluatorActs,
  ...scoringActs,
  ...roundActs,
  ...outcomeActs,
  ...negotiationActs,
  ...resolvedActs,
} as const;
