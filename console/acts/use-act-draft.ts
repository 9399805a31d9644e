// The first draft of an act: today, what the plan already says, and the documents that the gate still asks for.
import type { SystemView } from '../../server/contract/migrations.ts';
import { requestId } from '../api.ts';
import type { ActView } from './act-fields.ts';
import {
  type Draft,
  type DraftHold,
  type EvidenceDraft,
  emptyAmount,
  emptyEvidence,
  useDraft,
} from './draft.ts';

interface About {
  account: string;
  view: SystemView;
  version: number;
  act: ActView;
  post: string;
}

type Label = { ja: string; en: string };

/** The documents of hard conditions that are missing, from the refusals that name them. */
export function wantedEvidence(act: ActView): { kind: string; label: Label }[] {
  return act.refusals
    .filter((refusal) => refusal.code === 'condition.evidenceMissing')
    .map(({ facts }) => ({ kind: String(facts.evidence), label: facts.label as Label }));
}

function firstEvidence({ act, view }: About): EvidenceDraft[] {
  if (act.type === 'phase.submitted')
    return wantedEvidence(act).map(({ kind, label }) => emptyEvidence(kind, label, label.ja));
  if (act.type !== 'evidence.attached') return [];
  const [wanted] = view.row.blockers.filter((refusal) => refusal.code === 'condition.evidenceMissing');
  return [
    wanted
      ? emptyEvidence(String(wanted.facts.evidence), null, (wanted.facts.label as Label).ja)
      : emptyEvidence(),
  ];
}

function begin(about: About): Draft {
  const { act, view, version } = about;
  const here = view.phases.find((phase) => phase.position === 'here');
  const plan = here?.plan;
  const planned = plan ? { phase: here.id, startOn: plan.startOn, endOn: plan.endOn } : {};
  return {
    requestId: requestId(),
    seenVersion: version,
    occurredOn: view.setting.today,
    values: act.type === 'plan.changed' ? planned : {},
    chosen: { businesses: view.row.businesses },
    evidence: firstEvidence(about),
    amounts: act.type === 'contract.recorded' ? [emptyAmount(view.setting.today.slice(0, 4))] : [],
  };
}

export function useActDraft(about: About): DraftHold {
  const { account, view, act, post } = about;
  const key = [account, view.setting.programme, view.row.system, post, act.type, act.phase].join('/');
  return useDraft(key, () => begin(about));
}
