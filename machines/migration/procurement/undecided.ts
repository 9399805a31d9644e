// Which phases of a procurement are not decided yet, so that their files are hidden. Pure; what is hidden from whom is disclosure.ts's.
import type { MigrationDefinition, Phase } from '../../definition/definition.ts';
import { type MigrationSnapshot, standing } from '../state.ts';

export type Stood = Pick<MigrationSnapshot, 'value' | 'context'>;

/** The phases whose files are hidden now: none once a selection is recorded, or the last of them is left by its gate. */
export function undecidedPhases(
  { path }: Pick<MigrationDefinition, 'path'>,
  { value, context }: Stood,
): Phase[] {
  const named = new Set(path.procurement?.phases);
  const last = path.phases.findLastIndex(({ id }) => named.has(id));
  const here = path.phases.findIndex(({ id }) => id === standing({ value }).phase);
  return context.selection !== null || here > last ? [] : path.phases.filter(({ id }) => named.has(id));
}
