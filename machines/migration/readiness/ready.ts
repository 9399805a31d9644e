// 移行判定 as it is now: each criterion with what was found of it last, the last judgement, the last rehearsal.
import type { VagueDay } from '../../values/date.ts';
import { lastNote, NOTED, type Note, notesOf } from '../noted/noted.ts';
import type { MigrationContext } from '../state.ts';

type Known = Pick<MigrationContext, 'noted'>;

export interface CriterionState {
  set: Note<typeof NOTED.criterion>;
  found: Note<typeof NOTED.finding> | undefined;
}

export const criteriaOf = (context: Known): CriterionState[] =>
  notesOf(context, NOTED.criterion).map((set) => ({
    set,
    found: notesOf(context, NOTED.finding).findLast(({ criterion }) => criterion === set.no),
  }));

/** Criteria of going that are not found to be met. */
export const unmetCriteria = (context: Known): CriterionState[] =>
  criteriaOf(context).filter(({ set, found }) => set.criterionKind === 'go' && found?.finding !== 'met');

/** Since the last judgement is go; none where a criterion is not met any more. */
export function readyOn(context: Known): VagueDay | undefined {
  const last = lastNote(context, NOTED.judgement);
  return last?.judgement === 'go' && unmetCriteria(context).length === 0 ? last.on : undefined;
}

/** Since the last rehearsal passed. */
export function rehearsedOn(context: Known): VagueDay | undefined {
  const last = lastNote(context, NOTED.rehearsal);
  return last?.result === 'passed' ? last.on : undefined;
}
