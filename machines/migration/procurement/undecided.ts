// Which phases of a procurement are not decided yet, so that their files are hidden. Pure; what is hidden from whom is disclosure.ts's.
import type { MigrationDefinition, Phase } from '../../definition/definition.ts';
import { type MigrationContext, type MigrationSnapshot, standing } from '../state.ts';

export type Stood = Pick<MigrationSnapshot, 'value' | 'context'>;

type Where = Pick<MigrationDefinition, 'path'>;

export const phasesOfProcurement = ({ path }: Where): Phase[] =>
  path.phases.filter(({ id }) => path.procurement?.phases.includes(id));

/** The phases whose files are hidden now: none once a selection is recorded, or the last of them is left by its gate. */
export const undecidedPhases = (definition: Where, { value, context }: Stood): Phase[] =>
  undecidedAt(definition, standing({ value }).phase, context);

/** The same of where the path stands. */
export function undecidedAt(
  definition: Where,
  phase: string,
  { selection }: Pick<MigrationContext, 'selection'>,
): Phase[] {
  const { phases } = definition.path;
  const named = phasesOfProcurement(definition);
  const last = named.at(-1);
  const isLeft = phases.findIndex(({ id }) => id === phase) > (last ? phases.indexOf(last) : -1);
  return selection !== null || isLeft ? [] : named;
}
