// What is refused before a door is asked, in the words in which an act would be. No system's own names are needed to say it.
import type { Refusal } from '../../../machines/record/refusal.ts';
import { type Names, programmeNames } from '../../../texts/names.ts';
import { refusalView } from '../../../texts/refusals/refusal-texts.ts';
import { ProblemError } from './problem.ts';

export const refusalSaid = (why: Refusal) => refusalView(why, programmeNames([], new Map()));

/** The same, of something that bodies, posts or systems are named in. */
export const refusedWith = (why: readonly Refusal[], names: Names): ProblemError =>
  new ProblemError('refused', { refusals: why.map((one) => refusalView(one, names)) });

export const refusedBy = (...why: Refusal[]): ProblemError => refusedWith(why, programmeNames([], new Map()));
