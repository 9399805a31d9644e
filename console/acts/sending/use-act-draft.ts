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

export interface Carried {
  phase: string;
  startOn: string | undefined;
  endOn: string | undefined;
}

interface About {
  account: string;
  view: SystemView;
  version: number;
  act: ActView;
  post: string;
  nationalStep?: string | undefined;
  carried?: Carried | undefined;
}

function firstEvidence({ act, view }: About): EvidenceDraft[] {
  if (asksFor(act, 'papers')) return wantedOf(act.refusals).map(wantedPaper);
  if (!asksFor(act, 'paper')) return [];
  const [wanted] = wantedOf(view.row.blockers);
  return [wanted ? emptyEvidence(wanted.kind, null, wanted.label.ja) : emptyEvidence()];
}

/** What an address brings along, where the act asks for it and the system has such a phase; its days are looked at as typed ones are. */
export function carriedBy(
  { phase, startOn, endOn }: { [part in keyof Carried]?: string | undefined },
  act: ActView,
  { phases }: Pick<SystemView, 'phases'>,
): Carried | undefined {
  const isMeant = phase !== undefined && asksFor(act, 'phase') && phases.some(({ id }) => id === phase);
  return isMeant ? { phase, startOn, endOn } : undefined;
}

function carriedIn({ carried }: About): Record<string, string> {
  if (!carried) return {};
  const { phase, startOn = '', endOn = '' } = carried;
  return { phase, startOn, endOn };
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
    values: { ...(asksFor(act, 'phase') && here ? { phase: here.id, ...plan } : {}), ...carriedIn(about) },
    chosen: {
      businesses: view.row.businesses,
      ...(nationalStep === undefined ? {} : { statuses: [nationalStep] }),
    },
    evidence: firstEvidence(about),
    amounts: asksFor(act, 'amounts') ? [firstAmount(today)] : [],
  };
}

export function useActDraft(about: About): DraftHold {
  const { account, view, act, post, nationalStep, carried } = about;
  // Days that come along make a draft of their own: one kept from before would hide them.
  const along = carried && [carried.phase, carried.startOn, carried.endOn].join('/');
  const key = [
    account,
    view.setting.programme,
    view.row.system,
    post,
    act.type,
    act.phase,
    nationalStep,
    along,
  ]
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
