// One entry of the record as people read it: what happened in a sentence, beside the facts and hashes themselves.

import type { CorrectionPair } from '../../ledger/chain/corrections.ts';
import type { InName } from '../../ledger/chain/seen.ts';
import type { MigrationDefinition, Text } from '../../machines/definition/definition.ts';
import { canBePutRightIn } from '../../machines/migration/acts.ts';
import { keepsSender } from '../../machines/migration/procurement/disclosure.ts';
import { systemOf } from '../../machines/record/chain.ts';
import type { Notice } from '../../machines/record/effect.ts';
import type { Entry, EntryBody } from '../../machines/record/entry.ts';
import { bodyOf } from '../../machines/record/reader.ts';
import { entryText } from '../../texts/acts/act-texts.ts';
import { actingText } from '../../texts/deputy-texts.ts';
import { fellText } from '../../texts/fallen-texts.ts';
import type { Names } from '../../texts/names.ts';
import { type Undisclosed, undisclosedText, unnamedText } from '../../texts/undisclosed-texts.ts';
import type { MadeCorrection } from '../contract/auditing/pairs.ts';
import type { EntryView } from '../contract/entries.ts';
import type { Hides } from '../door/disclosing.ts';
import { correctionPairView } from './auditing/correction-pair-view.ts';
import { seeingView } from './seeing-view.ts';

export function entryView(
  { body: text, hash }: Pick<Entry, 'body' | 'hash'>,
  names: Names,
  systems: ReadonlyMap<string, Text>,
  beside: Beside,
  hides: Hides,
): EntryView {
  const body = bodyOf({ body: text });
  const why = hides(body);
  const view = whole(body, hash, { names, systems, hides, ...beside });
  if (why === null) return view;
  const shown = { ...view, ...withoutContent, ...wordsOf(why) };
  return isUnnamed(body, why) ? { ...shown, actor: nobodyNamed(view.actor) } : shown;
}

/** True where a reader who is not shown an entry is not told who sent it; whoever waits for a sheet to be opened knows whose it is. */
export const isUnnamed = ({ fact }: Pick<EntryBody, 'fact'>, why: Undisclosed | null): boolean =>
  why !== null && why !== 'sealed' && keepsSender(fact.type);

const nobodyNamed = ({ kind }: EntryView['actor']): EntryView['actor'] => ({
  kind,
  account: '',
  name: unnamedText.ja,
  post: '',
  postLabel: unnamedText,
  grant: null,
  deputy: null,
});

/** What proves it stays: chain, seq, hash, prev; and who recorded it, when, but for who scores. */
const withoutContent = {
  type: 'undisclosed',
  fact: { type: 'undisclosed' },
  corrects: null,
  correctable: false,
  correctedBy: [],
  seeing: null,
  assumed: null,
  source: null,
  requestId: '',
  stateHash: '',
  effectsHash: '',
};

const wordsOf = (why: Undisclosed) => ({
  summary: undisclosedText[why],
  undisclosed: undisclosedText[why],
});

/** What other entries say of it: that it was put right, that it was looked at. */
export interface Beside {
  pairs: readonly CorrectionPair[];
  inName: readonly InName[];
  /** What decides the systems whose chains they are of now, by chain. */
  inForce: ReadonlyMap<string, Pick<MigrationDefinition, 'system'>>;
  /** What adoptions told of what fell with them, by chain and entry. */
  fell: ReadonlyMap<string, Notice>;
}

interface Around extends Beside {
  names: Names;
  systems: ReadonlyMap<string, Text>;
  hides: Hides;
}

function whole(body: EntryBody, hash: string, around: Around): EntryView {
  const { names, systems, pairs, inName, inForce, fell } = around;
  const { chain, seq, fact, actor, occurredOn, recordedAt, wallAt, rehearsal, requestId } = body;
  const system = systemOf(body.chain);
  const own = pairs.filter((pair) => pair.chain === chain && pair.entry === seq);
  const definition = inForce.get(chain);
  const decided = inName.find((one) => one.chain === chain && one.seq === seq);
  return {
    chain,
    system,
    systemName: system === null ? null : (systems.get(system) ?? null),
    seq,
    type: fact.type,
    summary: withFallen(entryText(fact, names), fell.get(`${chain}/${seq}`), names),
    fact,
    undisclosed: null,
    actor: {
      ...actor,
      postLabel: actingText(actor, names),
      grant: actor.grant ?? null,
      deputy: actor.deputy ?? null,
    },
    occurredOn,
    recordedAt,
    wallAt,
    rehearsal,
    corrects: fact.type.startsWith('correction.') ? Number(fact.entry) : null,
    correctable:
      definition !== undefined && canBePutRightIn(definition, fact.type) && !own.some(({ voids }) => voids),
    correctedBy: own.map((pair) => ({ seq: pair.by, voids: pair.voids, made: madeView(pair, around) })),
    seeing: decided ? seeingView(decided) : null,
    assumed: body.assumed ?? null,
    source: body.source ?? null,
    requestId,
    seenVersion: body.seenVersion ?? null,
    versions: body.versions,
    signedBy: body.signature?.key ?? null,
    hash,
    prev: body.prev,
    stateHash: body.stateHash,
    effectsHash: body.effectsHash,
  };
}

/** An adoption says of itself what fell with it: its fact names versions alone. */
function withFallen(summary: Text, notice: Notice | undefined, names: Names): Text {
  const fell = notice ? fellText(notice, names) : null;
  return fell ? { ja: `${summary.ja}。${fell.ja}`, en: `${summary.en}; ${fell.en}` } : summary;
}

/** A correction may be hidden where its entry is not: by the phase in which it was proposed or decided. */
function madeView({ proposed, decided }: CorrectionPair, { names, hides }: Around): MadeCorrection | null {
  const [proposal, decision] = [bodyOf({ body: proposed }), bodyOf({ body: decided })];
  const view = hides(proposal) || hides(decision) ? null : correctionPairView(proposal, decision, names);
  if (!view) return null;
  const { wrong, right, differs, proposed: by, decided: then } = view;
  return { wrong, right, differs, proposed: by, decided: then };
}
