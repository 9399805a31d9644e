// A paper put right: taken out of the phase to which it was attached, wherever the path stands now.
import { canonical } from '../../record/entry.ts';
import type { Corrects } from '../act.ts';
import { phaseOf } from '../phases.ts';
import type { Evidence } from './papers.ts';

export const paperCorrects: Corrects<{ evidence: Evidence }> = {
  before(given) {
    const { context, definition, event, fact } = given;
    const attached = canonical({ ...fact.evidence, by: event.actor.account, on: event.occurredOn });
    for (const [phase, papers] of Object.entries(context.evidence)) {
      const index = papers.findIndex((paper) => canonical(paper) === attached);
      if (index === -1) continue;
      const evidence = { ...context.evidence, [phase]: papers.filter((_, place) => place !== index) };
      return { ...given, here: phaseOf(definition, phase), context: { ...context, evidence } };
    }
    return null;
  },
};
