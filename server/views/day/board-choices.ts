// What the systems of a programme may be chosen by: its waves, phases, those waited for, activities and businesses, each with how many.
import type { Choosable } from '../../../ledger/models/board.ts';
import type { Text } from '../../../machines/definition/definition.ts';
import type { ProgrammeDefinition } from '../../../machines/programme/definition.ts';
import { businessText } from '../../../machines/values/names/business.ts';
import type { Names } from '../../../texts/names.ts';
import type { BoardChoices } from '../../contract/migrations/board.ts';
import { waveLabel } from '../board-row-view.ts';

type Choice = BoardChoices['waves'][number];

/** In the order in which they first come. */
function counted(found: readonly (readonly [value: string, label: Text])[]): Choice[] {
  const choices = new Map<string, Choice>();
  for (const [value, label] of found) {
    const known = choices.get(value) ?? { value, label, systems: 0 };
    choices.set(value, { ...known, systems: known.systems + 1 });
  }
  return [...choices.values()];
}

const plain = (value: string): Text => ({ ja: value, en: value });

export function boardChoices(
  rows: readonly Choosable[],
  programme: ProgrammeDefinition,
  names: Names,
): BoardChoices {
  const summaries = rows.map(({ summary }) => summary);
  return {
    waves: counted(rows.map(({ wave }) => [wave, waveLabel(programme, wave)])),
    phases: counted(summaries.map(({ phase, phaseLabel }) => [phase, phaseLabel])),
    waitingFor: counted(
      summaries.flatMap(({ waitingFor }) => waitingFor.map((post) => [post, names.post(post)] as const)),
    ),
    activities: counted(summaries.map(({ activity }) => [activity, plain(activity)])),
    businesses: counted(
      rows.flatMap(({ businesses }) =>
        businesses.map((business) => [business, businessText(business)] as const),
      ),
    ),
  };
}
