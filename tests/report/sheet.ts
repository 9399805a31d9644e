// The national sheet of a small programme: two systems that share a business, and one business that does not apply.
import type { Fact } from '../../machines/migration/acts.ts';
import { nationalSheetOf } from '../../server/report/national-sheet.ts';
import { imported, programme, setting, system } from './reported.ts';

export const stepsDone = (steps: readonly string[], businesses?: string[]): Fact => ({
  type: 'steps.recorded',
  statuses: Object.fromEntries(steps.map((step) => [step, 'done' as const])),
  ...(businesses ? { businesses } : {}),
});

export function standing(jukiFacts: Fact[] = [], partFacts: Fact[] = []) {
  const juki = system({});
  const part = system({ id: 'renkei', businesses: ['共通機能', '印鑑登録'], part: '一部' });
  return [
    { definition: juki, snapshot: imported(juki, jukiFacts) },
    { definition: part, snapshot: imported(part, partFacts) },
  ];
}

export const sheet = (jukiFacts: Fact[] = [], partFacts: Fact[] = []) =>
  nationalSheetOf({ definition: programme(), migrations: standing(jukiFacts, partFacts), setting });
