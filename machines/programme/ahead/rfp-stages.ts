// Which stages of an open procurement somebody has still to look to: by what each is done, and whose it is. Pure; when they are told is
// tellings.ts's to say.
import type { MigrationDefinition } from '../../definition/definition.ts';
import { type RfpControl, type StageId, stageIds } from '../../definition/rfp-control.ts';
import type { Rfp } from '../../migration/rfp/memory.ts';
import { unansweredIn } from '../../migration/rfp/questions.ts';
import { controlOf, openIn } from '../../migration/rfp/room.ts';
import { nextRound } from '../../migration/rfp/rounds/rounds.ts';
import type { MigrationContext } from '../../migration/state.ts';
import { type Day, dayOf, type Instant } from '../../values/date.ts';

export interface StageAhead {
  rfp: number;
  stage: StageId;
  at: Instant;
  posts: readonly string[];
  /** It closes by itself: what comes afterwards is refused. */
  closes: boolean;
  on: Day;
}

interface Stage {
  whose: readonly (keyof Pick<RfpControl, 'runs' | 'evaluates' | 'decides'>)[];
  /** Left out where it closes by itself. */
  isDone?(open: Rfp, context: MigrationContext): boolean;
}

/** Of several rounds the first is done once those who go on are told, the others when their sheets are opened. */
const firstIsOver = (open: Rfp): boolean =>
  open.terms.rounds ? (open.over ?? []).length > 0 : open.closedOn !== null;
const isScored = (open: Rfp): boolean => open.closedOn !== null && nextRound(open) === null;

const STAGES: Record<Exclude<StageId, 'announced'>, Stage> = {
  questionsUntil: { whose: ['runs'] },
  answersBy: {
    whose: ['runs'],
    isDone: (open) =>
      open.questions.length === 0 || (open.answersPublishedOn !== null && unansweredIn(open).length === 0),
  },
  applicationsUntil: { whose: ['runs'] },
  proposalsUntil: { whose: ['runs'] },
  firstReview: { whose: ['runs', 'evaluates'], isDone: firstIsOver },
  secondReview: { whose: ['runs', 'evaluates'], isDone: isScored },
  decision: { whose: ['runs', 'decides'], isDone: ({ outcome }) => outcome !== null },
  contract: { whose: ['runs'], isDone: (_open, { contract }) => contract !== null },
};

export function stagesAhead(
  definition: Pick<MigrationDefinition, 'path'>,
  context: MigrationContext,
): StageAhead[] {
  const open = openIn(context);
  if (!open) return [];
  const control = controlOf(definition);
  return stageIds.flatMap((stage) => {
    const at = open.stages[stage];
    if (stage === 'announced' || at === undefined) return [];
    const { whose, isDone } = STAGES[stage];
    if (isDone?.(open, context)) return [];
    const posts = [...new Set(whose.flatMap((role) => control[role]))];
    return [{ rfp: open.number, stage, at, posts, closes: isDone === undefined, on: dayOf(at) }];
  });
}
