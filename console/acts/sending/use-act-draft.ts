// The first draft of an act: today, what the plan already says, and the documents that the gate still asks for.
import type { SystemView } from '../../../server/contract/migrations.ts';
import { requestId } from '../../api.ts';
import type { Sentence } from '../../words/sentence.ts';
import { type ActView, asksFor } from '../questions.ts';
import { type Draft, type DraftHold, type EvidenceDraft, emptyEvidence, firstAmount } from './draft.ts';
import { useDraft } from './use-draft.ts';

interface About {
  account: string;
  view: SystemView;
  version: number;
  act: ActView;
  post: string;
}

const missing = 'condition.evidenceMissing';

/** The documents of hard conditions that are missing, from the refusals that name them. */
function wantedOf(refusals: ActView['refusals']): { kind: string; label: Sentence }[] {
  return refusals
    .filter(({ code }) => code === missing)
    .map(({ facts }) => ({ kind: String(facts.evidence), label: facts.label as Sentence }));
}

function firstEvidence({ act, view }: About): EvidenceDraft[] {
  if (asksFor(act, 'papers'))
    return wantedOf(act.refusals).map(({ kind, label }) => emptyEvidence(kind, label, label.ja));
  if (!asksFor(act, 'paper')) return [];
  const [wanted] = wantedOf(view.row.blockers);
  return [wanted ? emptyEvidence(wanted.kind, null, wanted.label.ja) : emptyEvidence()];
}

function begin(about: About): Draft {
  const { act, view, version } = about;
  const { today } = view.setting;
  const here = view.phases.find((phase) => phase.position === 'here');
  const plan =
    asksFor(act, 'phase') && here?.plan ? { startOn: here.plan.startOn, endOn: here.plan.endOn } : {};
  return {
    requestId: requestId(),
    seenVersion: version,
    occurredOn: today,
    values: asksFor(act, 'phase') && here ? { phase: here.id, ...plan } : {},
    chosen: { businesses: view.row.businesses },
    evidence: firstEvidence(about),
    amounts: asksFor(act, 'amounts') ? [firstAmount(today)] : [],
  };
}

export function useActDraft(about: About): DraftHold {
  const { account, view, act, post } = about;
  const key = [account, view.setting.programme, view.row.system, post, act.type, act.phase].join('/');
  return useDraft(key, () => begin(about));
}
