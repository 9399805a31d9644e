// What an entry says, as a correction of it has to say that it stood.
import { stoodIn } from '../../ledger/chain/corrected.ts';
import { APPROVAL } from '../../ledger/chain/corrections.ts';
import { actOf, canBePutRightIn, isFactType } from '../../machines/migration/acts.ts';
import { explainOne } from '../../machines/migration/explain.ts';
import { evidenceAsked } from '../../machines/migration/gate/asked-papers.ts';
import type { OpenCorrection } from '../../machines/migration/state.ts';
import { chainOf } from '../../machines/record/chain.ts';
import type { Actor } from '../../machines/record/submission.ts';
import { entryText } from '../../texts/acts/act-texts.ts';
import { differingFields } from '../../texts/acts/field-words.ts';
import { type Names, namesOf } from '../../texts/names.ts';
import { type CorrectionDraft, correctionDraft } from '../contract/corrections.ts';
import { hidingIn } from '../door/disclosing.ts';
import { otherWay } from '../door/other-way.ts';
import { type State, stateOf } from '../door/state.ts';
import { type Api, guarded, json } from '../http/guarded-route.ts';
import { ProblemError } from '../http/problem/problem.ts';
import type { ProgrammeAtHand } from '../http/request.ts';
import type { ServerParts } from '../parts.ts';
import { questionView } from '../views/asked/question-view.ts';
import { saidView } from '../views/auditing/correction-pair-view.ts';
import { settingOf } from '../views/setting.ts';
import { correctionsOf } from './auditing/corrections-of.ts';
import { entryPath, systemEntryPath } from './parameters.ts';

const draftRoute = guarded(
  { need: 'reads', logged: 'once' },
  {
    method: 'get',
    path: '/programmes/{code}/systems/{system}/entries/{seq}/correction',
    operationId: 'correctionDraft',
    tags: ['record'],
    summary:
      '訂正の下書き（今の内容。`was` をそのまま送る） / what stands in an entry: `was` of the act that proposes a correction, whose `should` says what should have stood, or null to void it',
    request: { params: systemEntryPath },
    responses: { 200: json(correctionDraft, 'what stands there') },
  },
);

/** Of the programme's own chain, where nothing is corrected: the answer says what is the way. */
const ofProgrammeRoute = guarded(
  { need: 'readsAll', logged: 'once' },
  {
    method: 'get',
    path: '/programmes/{code}/entries/{seq}/correction',
    operationId: 'programmeCorrectionDraft',
    tags: ['record'],
    summary:
      '計画の記録は訂正できず、どの手続きで改めるかを答える / no entry of the programme’s own chain is corrected: 422 `notCorrectedSo`, whose refusal says the way for its kind',
    request: { params: entryPath },
    responses: {},
  },
);

export function correctionRoutes(api: Api, parts: ServerParts): void {
  api.openapi(ofProgrammeRoute, async (c) => {
    const seq = Number(c.req.valid('param').seq);
    const { code } = c.get('programme').definition;
    throw await otherWay(parts.ledger, code, seq);
  });
  api.openapi(draftRoute, async (c) => {
    const { system, seq } = c.req.valid('param');
    return c.json(await draftFor(parts, c.get('programme'), system, Number(seq)), 200);
  });
}

/** @throws ProblemError noSuchEntry with the number of the last, undisclosed */
async function draftFor(
  { ledger, systemNames }: ServerParts,
  at: ProgrammeAtHand,
  system: string,
  seq: number,
): Promise<CorrectionDraft> {
  const { code } = at.definition;
  const chain = chainOf(code, system);
  const state = await stateOf(ledger, code, system, null);
  const entered = await ledger.enteredAt(chain, seq);
  if (!entered) throw new ProblemError('noSuchEntry', { facts: { seq, last: await ledger.headSeq(chain) } });
  const hides = await hidingIn(ledger, at.viewer, [chain]);
  if (hides(entered.body)) throw new ProblemError('undisclosed');
  const was = stoodIn(entered, state.snapshot);
  const { type } = was.fact;
  const systems = await systemNames(at.definition);
  const names = namesOf(state.definition, systems);
  const pairs = await correctionsOf(ledger, at, { chain, entry: seq }, { hides, systems });
  // One that is not shown to the reader is none to them.
  const waits = pairs.some(({ status }) => status === 'waits');
  const open = waits ? state.snapshot.context.corrections?.open[seq] : undefined;
  return {
    setting: settingOf(at),
    version: state.snapshot.context.version,
    entry: seq,
    type,
    summary: entryText(was.fact, names),
    correctable: canBePutRightIn(state.definition, type) && !isVoided(state, seq),
    asks: (isFactType(type) ? actOf({ type }).asks : []).map(questionView),
    documents: documentsAsked(state.definition),
    stands: saidView(was, names),
    decided: pairs.filter(({ status }) => status !== 'waits'),
    was: draftOf(was),
    open: open ? openView(open, names, deciders(state, at.now, seq)) : null,
  };
}

function openView(
  { account, name, post, on, reason, was, should }: OpenCorrection,
  names: Names,
  decides: readonly string[],
): NonNullable<CorrectionDraft['open']> {
  return {
    by: { account, name, post },
    on,
    reason,
    should: should && saidView(should, names),
    differs: should ? differingFields(was.fact, should.fact, names) : [],
    waitsFor: decides.map((id) => ({ post: id, label: names.post(id) })),
  };
}

/** By any gate of the path: which of them may be of this entry, the act's own rule says. */
const documentsAsked = ({ path }: State['definition']): CorrectionDraft['documents'] => {
  const asked = path.phases.flatMap(evidenceAsked);
  return [...new Map(asked.map((one) => [one.kind, one])).values()];
};

const isVoided = ({ snapshot }: State, entry: number): boolean =>
  snapshot.context.corrections?.made[entry]?.as === null;

const NOBODY: Actor = { kind: 'person', account: '', name: '', post: '' };

/** Which posts may decide on it, whoever asks. */
const deciders = ({ definition, snapshot }: State, at: string, entry: number): readonly string[] =>
  explainOne(definition, snapshot, { actor: NOBODY, at }, APPROVAL, { entry })?.who ?? [];

function draftOf({ fact, assumed, overwrote, ...was }: ReturnType<typeof stoodIn>): CorrectionDraft['was'] {
  return {
    ...was,
    fact: { ...fact },
    ...(assumed === undefined ? {} : { assumed }),
    ...(overwrote === undefined ? {} : { overwrote: { ...overwrote } }),
  };
}
