// By which amendment a system ended, who goes on with it, and with whom it goes on, as a page tells it.
import { retirementText } from '../../texts/ending-words.ts';
import type { Names } from '../../texts/names.ts';
import type { SystemView } from '../contract/migrations/system.ts';
import type { Lineage } from '../door/lineage.ts';
import type { State } from '../door/state.ts';

export function lineageView(
  { definition, snapshot }: Pick<State, 'definition' | 'snapshot'>,
  { endedBy, continues }: Lineage,
  names: Names,
): SystemView['lineage'] {
  const { retired } = definition.system;
  const named = (system: string) => ({ system, name: names.system(system) });
  return {
    ended: retired
      ? {
          as: retired.as,
          text: retirementText[retired.as],
          reason: retired.reason,
          on: snapshot.context.retired?.on ?? '',
          amendment: endedBy,
          heirs: (retired.heirs ?? []).map(named),
          figures: retired.figures === undefined ? null : named(retired.figures),
        }
      : null,
    continues: continues.map((one) => ({ ...one, ...named(one.system) })),
  };
}
