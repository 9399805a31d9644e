// One of the systems that an act is for, and what of the act is known before its sender is asked. Pure.
import type { CorrectionDraft } from '../../../server/contract/corrections.ts';
import type { ExplanationView } from '../../../server/contract/migrations/explanation.ts';
import type { SystemView } from '../../../server/contract/migrations/system.ts';
import type { TodayLine } from '../../../server/contract/telling/today.ts';
import { type ActView, canBegin, type Question } from '../../acts/questions.ts';
import { type Draft, emptyEvidence } from '../../acts/sending/draft.ts';

/** A line whose act is begun; `id`: of the button that began it. */
export interface Begun {
  id: string;
  line: TodayLine;
  act: TodayLine['acts'][number];
}

export interface Target {
  system: string;
  view: SystemView;
  explanation: ExplanationView;
  /** Of a correction: what it is about, as it was when the dialog opened. */
  correction: CorrectionDraft | null;
  /** Null where it cannot be done there now. */
  act: ActView | null;
  /** Why not. */
  refusals: ActView['refusals'];
}

export function targetOf(
  known: Pick<Target, 'system' | 'view' | 'explanation' | 'correction'>,
  type: string,
  line: Pick<TodayLine, 'known'>,
): Target {
  const found = known.explanation.acts.find((act) => act.type === type);
  // Which of several corrections or deadlines the explanation is about is not said: what is decided is the one that is shown.
  const isNamed = line.known.deadline !== undefined;
  const isThere =
    known.correction === null ? found && (isNamed || canBegin(found)) : known.correction.open !== null;
  return { ...known, act: (isThere && found) || null, refusals: found?.refusals ?? [] };
}

/** The version of which everything that is shown was known: what came since is told by the door. */
export const seenIn = ({ explanation, correction }: Pick<Target, 'explanation' | 'correction'>): number =>
  Math.min(explanation.version, correction?.version ?? explanation.version);

export const isReady = (found: readonly Target[], wanted: number): boolean => found.length === wanted;

/** Of several systems each has its own: its businesses. What the line says already is not asked again. */
export function askedOf(act: ActView, known: TodayLine['known'], several: boolean): Question[] {
  return act.asks.filter(({ name, kind }) => {
    if (kind === 'businesses') return !several;
    return !(kind === 'deadline' && known.deadline !== undefined && name === 'deadline');
  });
}

/** The steps that the line is about, and no others, are offered. */
export function viewFor(view: SystemView, { steps }: TodayLine['known']): SystemView {
  if (!steps) return view;
  return { ...view, nationalSteps: view.nationalSteps.filter(({ id }) => steps.includes(id)) };
}

/** What is typed first: as the act begins anyway, with what the line says. */
export function firstOf(begun: Draft, known: TodayLine['known']): Draft {
  const { steps, evidence, deadline, label } = known;
  return {
    ...begun,
    values: {
      ...begun.values,
      ...(deadline === undefined ? {} : { deadline }),
      ...(steps ? { statuses: 'done' } : {}),
    },
    chosen: { ...begun.chosen, ...(steps ? { statuses: steps } : {}) },
    evidence:
      evidence === undefined ? begun.evidence : [emptyEvidence(evidence, label ?? null, label?.ja ?? '')],
  };
}

/** The draft as it goes to one of the systems: each with its own businesses. */
export const draftFor = (draft: Draft, view: SystemView, several: boolean): Draft =>
  several ? { ...draft, chosen: { ...draft.chosen, businesses: view.row.businesses } } : draft;

/** The parts of the fact that the line names: which condition of an approval, which entry's correction. */
export const namedBy = ({ proviso, entry }: TodayLine['known']): Record<string, unknown> => ({
  ...(proviso === undefined ? {} : { proviso }),
  ...(entry === undefined ? {} : { entry }),
});
