// Whose duty it is to see what a phase is about: by its owners, deciders and suppliers the posts. Pure; who holds which post is
// programme/people/sight.ts's to say.
import { postsOf } from '../../decision/authority.ts';
import type { MigrationDefinition, Phase } from '../../definition/definition.ts';
import { matterOf } from '../authority/power.ts';

/**
 * Who drafts, decides or supplies in a phase; who records a procurement's facts and corrects them; who proposes and decides that the
 * path goes back, and decides on its end. Nobody else is told anything of it in words, so that notices need no sight of their own.
 */
export function dutyIn(
  definition: Pick<MigrationDefinition, 'path' | 'decisions'>,
  { owners, gate }: Phase,
): ReadonlySet<string> {
  const { control, procurement } = definition.path;
  const matter = matterOf(definition, gate);
  return new Set([
    ...owners,
    ...(gate?.approvals ?? []).map(({ body }) => body),
    ...(matter ? postsOf(matter) : []),
    ...(gate?.conditions ?? []).flatMap(({ who }) => who),
    ...control.facts,
    ...control.plan,
    ...control.goBack.propose,
    ...control.goBack.approve,
    ...control.cancel,
    ...(procurement?.sees ?? []),
    ...(procurement?.rfp
      ? [...procurement.rfp.runs, ...procurement.rfp.evaluates, ...procurement.rfp.decides]
      : []),
  ]);
}
