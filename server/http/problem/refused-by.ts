// What is refused before a door is asked, in the words in which an act would be. No system's own names are needed to say it.
import type { Refusal } from '../../../machines/record/refusal.ts';
import { programmeNames } from '../../../texts/names.ts';
import { refusalView } from '../../../texts/refusals/refusal-texts.ts';
import { ProblemError } from './problem.ts';

export const refusalSaid = (why: Refusal) => refusalView(why, programmeNames([], new Map()));

export const refusedBy = (...why: Refusal[]): ProblemError =>
  new ProblemError('refused', { refusals: why.map(refusalSaid) });
