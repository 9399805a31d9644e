// The first draft of an act: today, what the plan already says, and the documents that the gate still asks for.
import { fiscalYearOf } from '../../../server/contract/dates.ts';
import type { SystemView } from '../../../server/contract/migrations.ts';
import { requestId } from '../../api.ts';
import type { Sentence } from '../../words/sentence.ts';
import type { ActView, Question } from '../questions.ts';
import { type Draft, type DraftHold, type EvidenceDraft, emptyAmount, emptyEvidence } from './draft.ts';
import { useDraft } from './use-draft.ts';

interface About {
  account: string;
  view: SystemView;
  version: number;
  act: ActView;
  questions: readonly Question[];
  post: string;
}

const missing = 'condition.evidenceMissing';

/** The documents of hard conditions that are missing, from the refusals that name them. */
function wantedOf(refusals: ActView['refusals']): { kind: string; label: Sentence }[] {
  return refusals
    .filter(({ code }) => code === missing)
    .map(({ facts }) => ({ kind: String(facts.evidence), label: facts.label as Sentence }));
}

function firstEvidence({ act, view, questions }: About): EvidenceDraft[] {
  const asks = (kind: Question['kind']) => questions.some((question) => question.kind === kind);
  if (asks('papers'))
    return wantedOf(act.refusals).map(({ kind, label }) => emptyEvidence(kind, label, label.ja));
  if (!asks('paper')) return [];
  const [wanted] = wantedOf(view.row.blockers);
  return [wanted ? emptyEvidence(wanted.kind, null, wanted.label.ja) : emptyEvidence()];
}

function begin(about: About): Draft {
  const { view, version, questions } = about;
  const { today } = view.setting;
  const here = view.phases.find((phase) => phase.position === 'here');
  const asks = (kind: Question['kind']) => questions.some((question) => question.kind === kind);
  const plan = asks('phase') && here?.plan ? { startOn: here.plan.startOn, endOn: here.plan.endOn } : {};
  return {
    requestId: requestId(),
    seenVersion: version,
    occurredOn: today,
    values: asks('phase') && here ? { phase: here.id, ...plan } : {},
    chosen: { businesses: view.row.businesses },
    evidence: firstEvidence(about),
    amounts: asks('amounts') ? [emptyAmount(String(fiscalYearOf(today)))] : [],
  };
}

export function useActDraft(about: About): DraftHold {
  const { account, view, act, post } = about;
  const key = [account, view.setting.programme, view.row.system, post, act.type, act.phase].join('/');
  return useDraft(key, () => begin(about));
}
