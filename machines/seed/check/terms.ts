// The terms of bodies: that they are terms, that they leave somebody who can amend them, and the gates that would be left when they end.
import { gatesOfFresh, leftByTerms } from '../../migration/gate/after-term.ts';
import { termedAmenders } from '../../programme/amendment/approvers.ts';
import { dayOf, type Instant } from '../../values/date.ts';
import type { Part, Seed } from '../draft.ts';
import type { ExpandedSeed } from '../expand/expand.ts';
import { inside, type Place, problem, type SeedProblem } from '../problem.ts';
import type { ProgrammeFile } from '../schema.ts';

export function checkTerms({ at, value }: Part<ProgrammeFile>): SeedProblem[] {
  return [
    ...value.bodies.flatMap(({ term }, index) =>
      term ? formOf(term, inside(at, 'bodies', index, 'term')) : [],
    ),
    ...termedAmenders(value).map(({ may, bodies }) =>
      problem('amend.termed', inside(at, ...(value.amend ? ['amend', may] : ['control'])), { may, bodies }),
    ),
  ];
}

type Term = NonNullable<ProgrammeFile['bodies'][number]['term']>;

function formOf({ from, until }: Term, at: Place): SeedProblem[] {
  if (from === undefined && until === undefined) return [problem('term.empty', at, {})];
  return from !== undefined && until !== undefined && from > until
    ? [problem('term.reversed', at, { from, until })]
    : [];
}

/** `now` as in `loadSeed`. Told where each term stands; nothing is wrong with it. */
export function termRemarks(seed: Seed, expanded: ExpandedSeed, now: Instant): SeedProblem[] {
  const { at, value } = seed.programme;
  const today = dayOf(value.rehearsal ? value.startAt : now);
  const ahead = expanded.migrations
    .filter(({ system }) => system.retired === undefined)
    .map((definition) => gatesOfFresh(definition, firstOpen(definition, expanded)));
  return leftByTerms(ahead, today).map((left) => {
    const index = value.bodies.findIndex(({ id }) => id === left.body);
    return problem('term.leavesGates', inside(at, 'bodies', index, 'term', 'until'), left);
  });
}

/** The phase after the last gate that its past says was passed. */
function firstOpen(
  { path, system }: ExpandedSeed['migrations'][number],
  { history }: ExpandedSeed,
): string | undefined {
  const passed = (history.migrations[system.id] ?? []).flatMap(({ fact }) =>
    fact.type === 'gate.imported' ? [fact.phase] : [],
  );
  return path.phases[path.phases.findLastIndex(({ id }) => passed.includes(id)) + 1]?.id;
}
