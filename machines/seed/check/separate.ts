// Duties that one person may not both have, as a programme's files say it: whether the people there are can share them out on each path.
import { firstImpossible, type Need, type Pair } from '../../decision/apart.ts';
import { postsOf } from '../../decision/authority.ts';
import { votesAsked } from '../../decision/quorum.ts';
import type { Decisions, Duty } from '../../definition/decisions.ts';
import type { Condition, Path } from '../../definition/definition.ts';
import type { Draft } from '../draft.ts';
import { pathPart, systemParts } from '../expand/expand.ts';
import { pathOf } from '../expand/path.ts';
import { inside, type Place, problem, type SeedProblem } from '../problem.ts';
import type { ProgrammeFile } from '../schema.ts';
import { draftingPosts } from './drafting.ts';

/** The first pair with which the duties cannot be shared out any more, once for each; what always holds, once for each path. */
export function checkSeparate(draft: Draft, decisions: Decisions | undefined, at: Place): SeedProblem[] {
  const { programme, paths, systems } = draft;
  const pairs = decisions?.separate ?? [];
  if (!programme || !paths || !systems) return [];
  const same = pairs.flatMap(([one, other], index) =>
    one === other && one !== undefined
      ? [problem('duties.same', inside(at, 'separate', index), { duty: one })]
      : [],
  );
  if (same.length > 0) return same;
  const told = new Set<string>();
  return systemParts({ systems }).flatMap(({ value: system }) => {
    const part = pathPart(paths, system);
    if (!part || (pairs.length === 0 && !part.value.procurement?.rfp)) return [];
    const path = pathOf(part.value, system);
    const needs = needsOf(path, programme.value, peopleOf(draft, system.id));
    const pair = pairs.find((one) => isOneAct(path, one)) ?? firstImpossible(needs, pairs);
    if (pair === null) return [];
    const index = pairs.findIndex(([one, other]) => one === pair[0] && other === pair[1]);
    const place =
      index < 0 ? inside(part.at, 'procurement', 'rfp', 'evaluates') : inside(at, 'separate', index);
    const key = index < 0 ? path.id : String(index);
    if (told.has(key)) return [];
    told.add(key);
    const posts = [...new Set(needs.filter(({ duty }) => pair.includes(duty)).flatMap((need) => need.posts))];
    return [problem('duties.leavesNobody', place, { duties: [...pair], posts, system: system.id })];
  });
}

type AskedFact = Extract<Condition, { kind: 'fact' }>['fact'];

/** Facts that are a duty of their own: a gate that asks for one makes whoever records it a drafter at once. */
const recordedIn: Partial<Record<Duty, AskedFact>> = {
  estimator: 'estimateRecorded',
  contract: 'contractRecorded',
  acceptance: 'wentLive',
};

/** True where one act would be both duties, so that nobody could do it. */
function isOneAct({ phases }: Path, pair: Pair): boolean {
  const other = pair.includes('drafter') ? pair.find((duty) => duty !== 'drafter') : undefined;
  const fact = other && recordedIn[other];
  return (
    fact !== undefined &&
    phases.some(
      ({ gate }) =>
        (fact === 'contractRecorded' && gate?.matter !== undefined) ||
        gate?.conditions.some((condition) => condition.kind === 'fact' && condition.fact === fact),
    )
  );
}

type People = (post: string) => string[];

/** Those of the rehearsal; where there are none, as many for each body as it has members. */
function peopleOf({ accounts, programme }: Draft, system: string): People {
  const all = accounts?.value.accounts ?? [];
  if (all.length === 0)
    return (post) => {
      const members = programme?.value.bodies.find(({ id }) => id === post)?.members ?? 0;
      return Array.from({ length: members }, (_, seat) => `${post}/${seat}`);
    };
  return (post) =>
    all
      .filter(({ posts }) =>
        posts.some((held) => held.post === post && (!held.systems || held.systems.includes(system))),
      )
      .map(({ id }) => id);
}

type PostedNeed = Need & { posts: string[] };

/** Everything on a path that somebody must do in one of the duties. */
function needsOf(
  { phases, control, goLive, procurement }: Path,
  { bodies, decisions }: Pick<ProgrammeFile, 'bodies' | 'decisions'>,
  people: People,
): PostedNeed[] {
  const need = (duty: Duty, posts: readonly string[], count = 1): PostedNeed => ({
    duty,
    count,
    posts: [...posts],
    people: [...new Set(posts.flatMap(people))],
  });
  const live = phases.find(({ id }) => id === goLive);
  const scoring = procurement?.rfp?.evaluates;
  return [
    ...phases.flatMap((phase) => {
      const matter = decisions?.matters?.find(({ id }) => id === phase.gate?.matter);
      return [
        ...draftingPosts(phase).map((posts) => need('drafter', posts)),
        ...(phase.gate?.approvals ?? []).map((asked) =>
          need('approver', [asked.body], votesAsked(asked, bodies)),
        ),
        ...(matter ? [need('approver', postsOf(matter))] : []),
      ];
    }),
    // Estimates are asked for by the rule that keeps their maker apart.
    need('estimator', control.facts),
    ...(scoring ? [need('scorer', scoring)] : []),
    need('contract', control.facts),
    ...(live ? [need('acceptance', live.owners)] : []),
  ];
}
