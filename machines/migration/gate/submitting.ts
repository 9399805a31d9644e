// Papers are attached to a phase, the phase is submitted for review, and a submission is withdrawn.
import * as z from 'zod';
import { id, stepStatus } from '../../definition/definition.ts';
import { PAPERS } from '../../record/limits.ts';
import type { Refusal } from '../../record/refusal.ts';
import { nationalStep } from '../../values/schemas.ts';
import { act, asksNote, asksReason, type Case, note, people, personOf, reason, tell, WORDS } from '../act.ts';
import { bundleNamed } from '../bundle/decided.ts';
import { notCurrent } from '../phases.ts';
import type { MigrationContext } from '../state.ts';
import { recordSteps, stepObjections } from '../steps/recording.ts';
import { backToWork, drafted, withDay } from '../walk.ts';
import { OTHER_EVIDENCE } from './asked-papers.ts';
import { openAtGate } from './cautions.ts';
import { claimed } from './claims.ts';
import { unmet } from './conditions.ts';
import { paperCorrects } from './correcting.ts';
import { submissionCorrects, submissionOverwritten } from './correcting-submission.ts';
import { countObjections, decidedObjections, type Evidence, evidence, kindObjections } from './papers.ts';
import { reviewers, reviewersNext } from './reviewers.ts';

type Review = Pick<Case, 'context' | 'event' | 'here'>;

const papersWith = ({ context, event, here }: Review, items: readonly Evidence[]) => {
  const added = items.map((item) => ({ ...item, by: event.actor.account, on: event.occurredOn }));
  return { ...context.evidence, [here.id]: [...(context.evidence[here.id] ?? []), ...added] };
};

const paper: Evidence = {
  kind: OTHER_EVIDENCE,
  title: WORDS,
  sha256: '0'.repeat(64),
  documentNo: WORDS,
  decidedOn: '2000-01-01',
};

const paperObjections = ({ context, event, here }: Review, items: readonly Evidence[]): Refusal[] => [
  ...kindObjections(items, here),
  ...decidedObjections(items, event),
  ...countObjections(context.evidence, here, items.length),
];

/** Hard conditions that a document meets, and that no paper there or offered does. */
function missingPapers({ definition, context, here }: Case, offered: readonly Evidence[]): Refusal[] {
  return (here.gate?.conditions ?? [])
    .filter((condition) => condition.hard && condition.kind === 'evidence')
    .flatMap((condition) => unmet(condition, here.id, { definition, context }, offered) ?? []);
}

const submission = z.strictObject({
  type: z.literal('phase.submitted'),
  phase: id,
  evidence: z.array(evidence).max(PAPERS.act).default([]),
  /** National steps of this phase, as its submitter says that they stand. */
  statuses: z.record(nationalStep, stepStatus).optional(),
  note,
});

function submit(given: Case<z.infer<typeof submission>>): MigrationContext {
  const { event, fact, here } = given;
  const context = fact.statuses ? recordSteps(claimed(given, fact.statuses)) : given.context;
  const laid = {
    ...withDay(context, here.id, 'submitted', event),
    evidence: papersWith({ context, event, here }, fact.evidence),
    drafters: drafted(context, event),
    approvals: [],
  };
  const submission = {
    ...personOf(event),
    on: event.occurredOn,
    ...(fact.note ? { note: fact.note } : {}),
    ...bundleNamed({ definition: given.definition, context: laid, here }),
  };
  return { ...laid, submission };
}

export const submittingActs = {
  'evidence.attached': act({
    duty: 'drafter',
    schema: z.strictObject({ type: z.literal('evidence.attached'), evidence }),
    from: people,
    // Papers under review do not change: who approved has seen all of them.
    taken: { region: 'path', from: { working: 'stays' } },
    asks: [{ name: 'evidence', kind: 'paper' }],
    sample: () => ({ evidence: paper }),
    who: ({ here }) => here.owners,
    objections: (given) => paperObjections(given, [given.fact.evidence]),
    corrects: paperCorrects,
    change: (given) => ({
      ...given.context,
      evidence: papersWith(given, [given.fact.evidence]),
      drafters: drafted(given.context, given.event),
    }),
  }),
  'phase.submitted': act({
    duty: 'drafter',
    schema: submission,
    from: people,
    moves: true,
    taken: { region: 'path', from: { working: 'underReview' } },
    asks: [
      { name: 'evidence', kind: 'papers', optional: true },
      { name: 'statuses', kind: 'steps', optional: true },
      asksNote,
    ],
    sample: ({ here }) => ({ phase: here.id, evidence: [] }),
    who: ({ here }) => here.owners,
    objections: (given) => [
      ...notCurrent(given.fact.phase, given.here),
      ...paperObjections(given, given.fact.evidence),
      ...decidedObjections(given.context.evidence[given.here.id] ?? [], given.event),
      ...missingPapers(given, given.fact.evidence),
      ...(given.fact.statuses ? stepObjections(claimed(given, given.fact.statuses)) : []),
    ],
    cautions: (given) =>
      openAtGate(
        given.fact.statuses ? { ...given, context: recordSteps(claimed(given, given.fact.statuses)) } : given,
        given.fact.evidence,
      ),
    overwrites: submissionOverwritten,
    corrects: submissionCorrects(submit),
    change: submit,
    tells: ({ definition, after, event, here }) =>
      tell(reviewersNext(here, definition, after), {
        code: 'review.requested',
        phase: here.label,
        by: event.actor.name,
      }),
  }),
  'submission.withdrawn': act({
    schema: z.strictObject({ type: z.literal('submission.withdrawn'), phase: id, reason }),
    from: people,
    moves: true,
    taken: { region: 'path', from: { underReview: 'working' } },
    asks: [asksReason],
    sample: ({ here }) => ({ phase: here.id, reason: WORDS }),
    who: ({ here }) => here.owners,
    objections: ({ fact, here }) => notCurrent(fact.phase, here),
    change: backToWork,
    tells: ({ event, fact, here }) =>
      tell(reviewers(here), {
        code: 'review.withdrawn',
        phase: here.label,
        by: event.actor.name,
        reason: fact.reason,
      }),
  }),
};
