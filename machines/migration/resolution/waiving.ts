// A body that meets has resolved to go on without a milestone that cannot come any more: its whole voice, with its reason.
import * as z from 'zod';
import { id } from '../../definition/definition.ts';
import { refusal } from '../../record/refusal.ts';
import { act, type Case, tell } from '../act.ts';
import { WAIVED } from '../milestones/acts.ts';
import type { MigrationContext, Vote } from '../state.ts';
import { askedFor } from './asked.ts';
import {
  decidesOther,
  decisionsOf,
  fromSecretariat,
  isApproved,
  labelOf,
  type Resolved,
  resolvedFacts,
  resolvedObjections,
  secretariatOf,
  withTaken,
} from './resolved.ts';

type Waiving = Resolved & { system: string; milestone: string };

const keyOf = ({ system, milestone }: Waiving): string => `${system}/${milestone}`;

function waive({ context, fact }: Case<Waiving>): MigrationContext {
  const taken = withTaken(context, fact);
  if (!isApproved(fact)) return taken;
  const votes = decisionsOf(fact, []).map(({ warnings: _none, ...vote }): Vote => vote);
  const before = context.waived[keyOf(fact)]?.votes ?? [];
  const waiver = { votes: [...before, ...votes], reason: fact.resolution.reason ?? '', complete: true };
  return { ...taken, waived: { ...context.waived, [keyOf(fact)]: waiver } };
}

export const waiverResolved = {
  'waiver.resolved': act({
    open: true,
    schema: z.strictObject({
      type: z.literal('waiver.resolved'),
      system: id,
      milestone: id,
      ...resolvedFacts,
    }),
    ...fromSecretariat,
    taken: 'anywhere',
    who: ({ definition, fact }) => secretariatOf(definition, fact.resolution),
    objections(given) {
      const { definition, context, fact } = given;
      const { system, milestone } = fact;
      if (!context.forsaken[keyOf(fact)]) return [refusal('milestone.notForsaken', { system, milestone })];
      const waiver = { kind: 'waiver', system, milestone } as const;
      return [...decidesOther(fact, waiver), ...resolvedObjections(given, askedFor(definition, waiver))];
    },
    change: waive,
    tells(told) {
      const { definition, here, fact } = told;
      const { system, milestone, resolution } = fact;
      const { goBack, plan } = definition.path.control;
      if (!isApproved(fact)) return [];
      return tell([...here.owners, ...plan, ...goBack.approve], {
        code: WAIVED,
        system,
        milestone,
        complete: true,
        by: labelOf(told, fact).ja,
        reason: resolution.reason ?? '',
      });
    },
  }),
};
