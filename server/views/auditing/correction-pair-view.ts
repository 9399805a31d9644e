// A correction as a pair: what stood wrongly beside what is right, who proposed it, and what was decided on it.
import type { Said } from '../../../machines/migration/correction/shapes.ts';
import type { Submission } from '../../../machines/migration/event.ts';
import { systemOf } from '../../../machines/record/chain.ts';
import type { EntryBody } from '../../../machines/record/entry.ts';
import { eventIn } from '../../../machines/record/reader.ts';
import { entryText } from '../../../texts/acts/act-texts.ts';
import { differingFields } from '../../../texts/acts/field-words.ts';
import { actingText } from '../../../texts/deputy-texts.ts';
import type { Names } from '../../../texts/names.ts';
import type { CorrectionPairView } from '../../contract/auditing/pairs.ts';

const statuses: ReadonlyMap<string, CorrectionPairView['status']> = new Map([
  ['correction.approved', 'approved'],
  ['correction.dismissed', 'dismissed'],
  ['correction.withdrawn', 'withdrawn'],
]);
/** The acts that decide on a proposal. */
export const decisionTypes = [...statuses.keys()];

/** @param proposed an entry that proposes a correction; null for any other */
export function correctionPairView(
  proposed: EntryBody,
  decided: EntryBody | null,
  names: Names,
): CorrectionPairView | null {
  const { fact } = eventIn<Submission>(proposed);
  if (!('should' in fact)) return null;
  const { was, should } = fact;
  const system = systemOf(proposed.chain) ?? '';
  return {
    chain: proposed.chain,
    system,
    systemName: names.system(system),
    entry: fact.entry,
    recordedAt: was.recordedAt,
    wrong: saidView(was, names),
    right: should && saidView(should, names),
    differs: should ? differingFields(was.fact, should.fact, names) : [],
    status: statuses.get(decided?.fact.type ?? '') ?? 'waits',
    proposed: turnView(proposed, names),
    decided: decided && turnView(decided, names),
  };
}

export const saidView = ({ fact, occurredOn, actor }: Said, names: Names): CorrectionPairView['wrong'] => ({
  summary: entryText(fact, names),
  occurredOn,
  account: actor.account,
  name: actor.name,
  postLabel: actingText(actor, names),
});

const turnView = (
  { seq, occurredOn, recordedAt, actor, fact }: EntryBody,
  names: Names,
): CorrectionPairView['proposed'] => ({
  seq,
  occurredOn,
  recordedAt,
  name: actor.name,
  postLabel: actingText(actor, names),
  reason: typeof fact.reason === 'string' ? fact.reason : null,
});
