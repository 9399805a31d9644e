// To which systems a deadline applies, in few words: whole waves, whole paths, and single systems for the rest.
import type { DeadlineTemplate, SystemSeed } from '../schema.ts';

type AppliesTo = DeadlineTemplate['appliesTo'];

/** @param having those that have it, of `all` */
export function appliesToOf(having: readonly SystemSeed[], all: readonly SystemSeed[]): AppliesTo {
  const wholly = (of: (one: SystemSeed) => string, given: readonly SystemSeed[]): string[] =>
    [...new Set(given.map(of))].filter((value) =>
      all.every((one) => of(one) !== value || having.includes(one)),
    );
  const waves = wholly(waveOf, having);
  const left = having.filter((one) => !waves.includes(waveOf(one)));
  const paths = wholly(pathOf, left);
  const systems = left.filter((one) => !paths.includes(pathOf(one))).map(({ id }) => id);
  return { waves, paths, systems, except: [] };
}

const waveOf = ({ wave }: SystemSeed): string => wave;
const pathOf = ({ path }: SystemSeed): string => path;
