// What each act is called, on a button, in a refusal, in a log; and what its entry says happened, in one sentence. One
// closed table, parted by subject: an act without its words does not compile.

import type { Text } from '../../machines/definition/definition.ts';
import { fact as migrationFact } from '../../machines/migration/event.ts';
import { programmeFact } from '../../machines/programme/event.ts';
import { amendmentActs } from '../amending/amendment-texts.ts';
import { deadlineActTexts } from '../deadline/act-texts.ts';
import { deputyActTexts } from '../deputy-texts.ts';
import { meetingActTexts } from '../meetings/act-texts.ts';
import type { Names } from '../names.ts';
import { rfpActTexts } from '../rfp/act-texts.ts';
import { transferActTexts } from '../sheets/transfer-texts.ts';
import { vendorActTexts } from '../vendor-texts.ts';
import { conformityTexts } from './conformity.ts';
import { decidingActs } from './deciding.ts';
import { gateActs } from './gate.ts';
import { legalActs } from './legal-ends.ts';
import { moneyActs } from './money.ts';
import { actsOnEntries } from './on-entries.ts';
import { procurementActs } from './procurement.ts';
import { programmeActs } from './programme.ts';
import type { ActTexts, AnyFact, Said } from './said.ts';
import { walkActs } from './walk.ts';

const acts: ActTexts<AnyFact['type']> = {
  ...gateActs,
  ...decidingActs,
  ...walkActs,
  ...procurementActs,
  ...conformityTexts,
  ...moneyActs,
  ...legalActs,
  ...rfpActTexts,
  ...actsOnEntries({ actText, entryText }),
  ...programmeActs,
  ...deadlineActTexts,
  ...deputyActTexts,
  ...meetingActTexts,
  ...transferActTexts,
  ...amendmentActs,
  ...vendorActTexts,
};

const isFactType = (type: string): type is AnyFact['type'] => Object.hasOwn(acts, type);

/** The label of an act; a type from elsewhere is shown as it is. */
export function actText(type: string): Text {
  return isFactType(type) ? acts[type].label : { ja: type, en: type };
}

/** What happened, in one sentence. A fact of a kind this release does not know is named by its type. */
export function entryText(given: { type: string }, names: Names): Text {
  const read = migrationFact.or(programmeFact).safeParse(given);
  if (!read.success) return actText(given.type);
  // TypeScript cannot see that a fact and its sentence belong together once both are unions.
  const { said } = acts[read.data.type] as Said<AnyFact>;
  const sentence = said(read.data, names);
  return 'note' in read.data && read.data.note ? withNote(sentence, read.data.note) : sentence;
}

const withNote = ({ ja, en }: Text, note: string): Text => ({
  ja: `${ja}（備考: ${note}）`,
  en: `${en} (note: ${note})`,
});
