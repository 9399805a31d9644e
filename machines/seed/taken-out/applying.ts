// To which systems a deadline applies, in few words: whole waves, whole paths, and single systems for the rest.
import type { DeadlineTemplate, SystemSeed } from '../schema.ts';

type AppliesTo = DeadlineTemplate['appliesTo'];

/** @param having those that have it, of `all` */
export function appliesToOf(having: readonly SystemSeed[], all: readonly SystemSeed[]): AppliesTo {
  const has = new Set(having);
  const lacking = all.filter((one) => !has.has(one));
  const wholly = (of: (one: SystemSeed) => string, given: readonly SystemSeed[]): string[] => {
    const partly = new Set(lacking.map(of));
    return [...new Set(given.map(of))].filter((value) => !partly.has(value));
  };
  const waves = wholly(waveOf, having);
  const left = having.filter((one) => !waves.includes(waveOf(one)));
  const paths = wholly(pathOf, left);
  const systems = left.filter((one) => !paths.includes(pathOf(one))).map(({ id }) => id);
  return { waves, paths, systems, except: [] };
}

const waveOf = ({ wave }: SystemSeed): string => wave;
const pathOf = ({ path }: SystemSeed): string => path;
