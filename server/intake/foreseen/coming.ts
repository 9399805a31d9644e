// The systems that an amendment lets begin, or go on with others, as far as people matter to them. Decides nothing itself.
import type { HeirPreview } from '../../../machines/migration/adoption/preview-heir.ts';
import { workAhead } from '../../../machines/migration/gate/work-ahead.ts';
import { start } from '../../../machines/migration/migration.ts';
import type { Coming } from '../../../machines/programme/amendment/posts/staffed.ts';
import { dayOf, type Instant } from '../../../machines/values/date.ts';
import type { Amending } from '../amending.ts';

export function comingBy(
  { proposal }: Pick<Amending, 'proposal'>,
  heirs: readonly Pick<HeirPreview, 'system' | 'work'>[],
  at: Instant,
): Coming[] {
  const { fresh, concerned } = proposal;
  const told = new Map(heirs.map(({ system, work }) => [system, work]));
  const begins = fresh.map((definition) => ({ definition, isWalking: false }));
  const goesOn = concerned.map(({ definition }) => ({ definition, isWalking: true }));
  return [...begins, ...goesOn].flatMap(({ definition, isWalking }) => {
    const { id } = definition.system;
    if (isWalking && !told.has(id)) return [];
    const work = told.has(id)
      ? told.get(id)
      : workAhead(definition, start(definition, { on: dayOf(at), at }));
    return work ? [{ definition, isWalking, work }] : [];
  });
}
