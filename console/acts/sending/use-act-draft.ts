// The first draft of an act: today, what the plan already says, and the documents that the gate still asks for.
import { useEffect } from 'react';
import type { SystemView } from '../../../server/contract/migrations/system.ts';
import { type ActView, asksFor } from '../questions.ts';
import {
  afresh,
  type Draft,
  type DraftHold,
  type EvidenceDraft,
  emptyEvidence,
  firstAmount,
} from './draft.ts';
import { useDraft } from './use-draft.ts';
import { broughtUpToDate, wantedOf, wantedPaper } from './wanted.ts';

interface About {
  account: string;
  view: SystemView;
  version: number;
  act: ActView;
  post: string;
  nationalStep?: string | undefined;
}

function firstEvidence({ act, view }: About): EvidenceDraft[] {
  if (asksFor(act, 'papers')) return wantedOf(act.refusals).map(wantedPaper);
  if (!asksFor(act, 'paper')) return [];
  const [wanted] = wantedOf(view.row.blockers);
  return [wanted ? emptyEvidence(wanted.kind, null, wanted.label.ja) : emptyEvidence()];
}

/** As its dialog opens. */
export function begin(about: About): Draft {
  const { act, view, version, nationalStep } = about;
  const { today } = view.setting;
  const here = view.phases.find((phase) => phase.position === 'here');
  const plan =
    asksFor(act, 'phase') && here?.plan ? { startOn: here.plan.startOn, endOn: here.plan.endOn } : {};
  return {
    ...afresh(),
    seenVersion: version,
    occurredOn: today,
    values: asksFor(act, 'phase') && here ? { phase: here.id, ...plan } : {},
    chosen: {
      businesses: view.row.businesses,
      ...(nationalStep === undefined ? {} : { statuses: [nationalStep] }),
    },
    evidence: firstEvidence(about),
    amounts: asksFor(act, 'amounts') ? [firstAmount(today)] : [],
  };
}

export function useActDraft(about: About): DraftHold {
  const { account, view, act, post, nationalStep } = about;
  const key = [account, view.setting.programme, view.row.system, post, act.type, act.phase, nationalStep]
    .filter((part) => part !== undefined)
    .join('/');
  const hold = useDraft(key, () => begin(about));
  const evidence = broughtUpToDate(hold.draft, act);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that it is found out of date
  useEffect(() => {
    if (evidence) hold.change({ evidence });
  }, [evidence !== null]);
  return hold;
}
