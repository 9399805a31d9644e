// Whoever takes no part in deciding an item of a meeting: who drafted or proposed what is decided on, and who has declared an interest.
import type { Decides } from '../../decision/resolution.ts';
import type { Case } from '../act.ts';
import { barredAtGate } from '../authority/duties.ts';
import { recusedAt } from '../authority/recusal.ts';

type Ground = Pick<Case, 'definition' | 'context'>;

const proposer = (proposal: { account: string } | null | undefined): string[] =>
  proposal ? [proposal.account] : [];

/** Their accounts. A deputy who sits there for one of them takes no part either: whom a seat answers for is asked of each of these. */
export function barredFrom({ definition, context }: Ground, decides: Decides): string[] {
  switch (decides.kind) {
    case 'gate':
      return [
        ...barredAtGate({ definition, context }),
        ...recusedAt(context, decides.phase).map(({ account }) => account),
      ];
    case 'goingBack':
      return proposer(context.goingBack);
    case 'cancellation':
      return proposer(context.cancellation);
    case 'extension':
      return proposer(context.deadlines[decides.deadline]?.asked?.by);
    case 'failure':
      return proposer(context.rfp?.open?.failing);
    case 'waiver':
    case 'tie':
    case 'candidate':
    case 'single':
    case 'end':
      return [];
  }
}
