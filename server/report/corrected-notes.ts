// The footnotes on figures that were put right: which entry, by which, and of what is printed what stood before.
import type { MigrationDefinition, Text } from '../../machines/definition/definition.ts';
import { actText } from '../../texts/acts/act-texts.ts';
import { changesText, differingFields } from '../../texts/acts/field-words.ts';
import { namesOf } from '../../texts/names.ts';
import type { CorrectedGround, ReportedMigration } from './reported-migration.ts';

/** Both entries are named, and each figure of the report's that changed with what stood before. */
export function correctedNotes(migrations: readonly ReportedMigration[]): Text[] {
  return migrations.flatMap(({ definition, corrected = [] }) =>
    corrected.map(({ type, entry, by, facts }) => {
      const [{ name }, act] = [definition.system, actText(type)];
      const changes = facts ? figureChanges(definition, facts) : { ja: '', en: '' };
      return {
        ja: `訂正（${name.ja}）：「${act.ja}」の第${entry}件は第${by}件で訂正されています${changes.ja}。数値は訂正後のものです。`,
        en: `Corrected (${name.en}): entry ${entry}, "${act.en}", by entry ${by}${changes.en}. The figures are the corrected ones.`,
      };
    }),
  );
}

/** What its tables print of a selection and a contract; words that somebody wrote beside them are none of a report's. */
const PRINTED: ReadonlySet<string> = new Set([
  'vendor',
  'amounts',
  'totalYen',
  'continuesInto',
  'candidate',
  'technical',
  'price',
  'printedTotal',
  'outOf',
  'method',
  'applicants',
]);
const printed = (fact: object): object =>
  Object.fromEntries(Object.entries(fact).filter(([name]) => PRINTED.has(name)));

function figureChanges(
  definition: MigrationDefinition,
  { was, is }: NonNullable<CorrectedGround['facts']>,
): Text {
  const pairs = differingFields(printed(was), printed(is), namesOf(definition, new Map()));
  if (pairs.length === 0) return { ja: '', en: '' };
  const { ja, en } = changesText(pairs);
  return { ja: `（${ja}）`, en: ` (${en})` };
}
