// データ要件・連携要件への適合: a fact of its own with its day and document. It is due whatever regime the system's own date follows, may
// come long before 稼働, and is claimed by nothing else.
import * as z from 'zod';
import { refusal } from '../../record/refusal.ts';
import { dayOf } from '../../values/date.ts';
import { act, peopleAndImport, tell, WORDS } from '../act.ts';
import { OTHER_EVIDENCE } from '../gate/asked-papers.ts';
import { suppliedBy, supplyObjections } from '../gate/basis.ts';
import { evidence, futureObjections } from '../gate/papers.ts';
import { reachOf } from '../reach.ts';
import { requirement } from './shape.ts';

/** What a gate's condition or a deadline calls it. */
const factOf = { data: 'dataConforms', linkage: 'linkageConforms' } as const;

export const conformityActs = {
  'conformity.recorded': act({
    open: true,
    schema: z.strictObject({ type: z.literal('conformity.recorded'), requirement, evidence }),
    from: peopleAndImport,
    taken: 'anywhere',
    asks: [
      { name: 'requirement', kind: 'choice' },
      { name: 'evidence', kind: 'paper' },
    ],
    sample: ({ context }) => {
      const open = requirement.options.find((one) => context.conforms?.[one] === undefined);
      return open
        ? {
            requirement: open,
            evidence: {
              kind: OTHER_EVIDENCE,
              title: WORDS,
              sha256: '0'.repeat(64),
              documentNo: WORDS,
              decidedOn: '2000-01-01',
            },
          }
        : null;
    },
    who: ({ definition }) => definition.path.control.regime,
    objections(given) {
      const { context, event, fact } = given;
      const stands = context.conforms?.[fact.requirement];
      return [
        // Its report is written when it has been shown.
        ...futureObjections([fact.evidence], dayOf(event.at)),
        ...(stands ? [refusal('conformity.already', { requirement: fact.requirement, on: stands.on })] : []),
        ...supplyObjections(given, factOf[fact.requirement]),
      ];
    },
    corrects: {
      before(given) {
        const { [given.fact.requirement]: stands, ...others } = given.context.conforms ?? {};
        if (!stands) return null;
        const { conforms: _all, ...context } = given.context;
        const left = Object.keys(others).length > 0 ? { conforms: others } : {};
        return { ...given, context: { ...context, ...left } };
      },
    },
    change: (given) => ({
      ...given.context,
      drafters: suppliedBy(given, factOf[given.fact.requirement]),
      conforms: {
        ...given.context.conforms,
        [given.fact.requirement]: {
          on: given.event.occurredOn,
          reach: reachOf(given.event),
          evidence: given.fact.evidence,
        },
      },
    }),
    tells: ({ definition, event, fact, here }) =>
      tell([...here.owners, ...definition.path.control.plan], {
        code: 'conformity.recorded',
        requirement: fact.requirement,
        on: event.occurredOn,
        by: event.actor.name,
      }),
  }),
};
