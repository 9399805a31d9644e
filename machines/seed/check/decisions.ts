// How an office decides, as its files say it: a table of 専決 that leaves no amount undecided, matters that gates name, duties that can
// be kept apart with the people there are.
import { firstImpossible, type Need } from '../../decision/apart.ts';
import { postsOf } from '../../decision/authority.ts';
import { votesAsked } from '../../decision/quorum.ts';
import type { Decisions, Matter } from '../../definition/decisions.ts';
import type { Path, Phase } from '../../definition/definition.ts';
import type { Draft, Part } from '../draft.ts';
import { pathPart, systemParts } from '../expand/expand.ts';
import { pathOf } from '../expand/path.ts';
import { duplicates, named, unknown } from '../names.ts';
import { inside, type Place, problem, type SeedProblem } from '../problem.ts';
import type { PathSeed, ProgrammeFile, SystemSeed } from '../schema.ts';
import { draftingPosts } from './drafting.ts';

export function checkDecisions(draft: Draft): SeedProblem[] {
  const { programme, paths, systems } = draft;
  if (!programme) return [];
  const { decisions, bodies } = programme.value;
  const at = inside(programme.at, 'decisions');
  const known = bodies.map(({ id }) => id);
  const matters = decisions?.matters ?? [];
  return [
    ...duplicates('matter', named(matters, inside(at, 'matters'))),
    ...matters.flatMap((matter, index) => checkPowers(matter, known, inside(at, 'matters', index))),
    ...(paths ?? []).flatMap((path) => checkGates(path, matters)),
    ...(systems?.value.systems ?? []).flatMap((system, index) =>
      checkChanges(system, inside(systems?.at ?? at, 'systems', index), matters),
    ),
    ...checkSeparate(draft, decisions, at),
  ];
}

/** The lowest amount first, and somebody for every amount. */
function checkPowers(matter: Matter, bodies: readonly string[], at: Place): SeedProblem[] {
  const place = inside(at, 'powers');
  const { powers } = matter;
  const last = powers.at(-1);
  const disordered = powers.flatMap(({ upToYen = Number.POSITIVE_INFINITY }, index) => {
    const before = powers[index - 1];
    const isLess = before !== undefined && upToYen <= (before.upToYen ?? Number.POSITIVE_INFINITY);
    return isLess ? [problem('matter.order', inside(place, index), { matter: matter.id })] : [];
  });
  return [
    ...powers.flatMap(({ post }, index) => unknown('body', post, bodies, inside(place, index, 'post'))),
    ...disordered,
    ...(last?.upToYen !== undefined && disordered.length === 0
      ? [
          problem('matter.noEnd', inside(place, powers.length - 1), {
            matter: matter.id,
            upToYen: last.upToYen,
          }),
        ]
      : []),
  ];
}

function checkGate(
  { id, gate }: Pick<Phase, 'id' | 'gate'>,
  matters: readonly Matter[],
  at: Place,
): SeedProblem[] {
  if (!gate) return [];
  const known = matters.map((matter) => matter.id);
  if (gate.matter !== undefined) return unknown('matter', gate.matter, known, inside(at, 'matter'));
  return gate.approvals.length === 0
    ? [problem('gate.nobodyDecides', inside(at, 'approvals'), { phase: id })]
    : [];
}

const checkGates = ({ at, value }: Part<PathSeed>, matters: readonly Matter[]): SeedProblem[] =>
  value.phases.flatMap((phase, index) => checkGate(phase, matters, inside(at, 'phases', index, 'gate')));

const checkChanges = ({ changes }: SystemSeed, at: Place, matters: readonly Matter[]): SeedProblem[] =>
  changes.flatMap(({ phase: id, gate }, index) =>
    gate ? checkGate({ id, gate }, matters, inside(at, 'changes', index, 'gate')) : [],
  );

/** The first pair with which the duties cannot be shared out any more, once for each path. */
function checkSeparate(draft: Draft, decisions: Decisions | undefined, at: Place): SeedProblem[] {
  const { programme, paths, systems } = draft;
  const pairs = decisions?.separate ?? [];
  if (!programme || !paths || !systems || pairs.length === 0) return [];
  const same = pairs.flatMap(([one, other], index) =>
    one === other && one !== undefined
      ? [problem('duties.same', inside(at, 'separate', index), { duty: one })]
      : [],
  );
  if (same.length > 0) return same;
  const told = new Set<number>();
  return systemParts({ systems }).flatMap(({ value: system }) => {
    const path = pathPart(paths, system);
    if (!path) return [];
    const needs = needsOf(pathOf(path.value, system), programme.value, peopleOf(draft, system.id));
    const pair = firstImpossible(needs, pairs);
    const index = pairs.findIndex(([one, other]) => one === pair?.[0] && other === pair?.[1]);
    if (pair === null || told.has(index)) return [];
    told.add(index);
    const posts = [...new Set(needs.filter(({ duty }) => pair.includes(duty)).flatMap((need) => need.posts))];
    return [
      problem('duties.leavesNobody', inside(at, 'separate', index), {
        duties: [...pair],
        posts,
        system: system.id,
      }),
    ];
  });
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

/** Everything on a path that somebody must do in one of the duties; who scores and estimates is not of its files. */
function needsOf(
  { phases, control, goLive }: Path,
  { bodies, decisions }: Pick<ProgrammeFile, 'bodies' | 'decisions'>,
  people: People,
): (Need & { posts: string[] })[] {
  const need = (duty: Need['duty'], posts: readonly string[], count = 1) => ({
    duty,
    count,
    posts: [...posts],
    people: [...new Set(posts.flatMap(people))],
  });
  const live = phases.find(({ id }) => id === goLive);
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
    need('contract', control.facts),
    ...(live ? [need('acceptance', live.owners)] : []),
  ];
}
