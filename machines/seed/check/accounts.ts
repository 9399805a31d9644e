// The rehearsal's people: their posts exist, and between them every gate can be passed without anyone judging their
// own work.
import { postsOf } from '../../decision/authority.ts';
import { votesAsked } from '../../decision/quorum.ts';
import type { Matter } from '../../definition/decisions.ts';
import type { Approval, Body, Path } from '../../definition/definition.ts';
import { isReservedAccount } from '../../programme/people/reserved-accounts.ts';
import type { Draft, Part } from '../draft.ts';
import { pathPart, systemParts } from '../expand/expand.ts';
import { phasesOf } from '../expand/path.ts';
import { duplicates, named, unknown, unknownIn } from '../names.ts';
import { inside, type Place, problem, type SeedProblem } from '../problem.ts';
import type { AccountsFile, PathSeed, SystemSeed } from '../schema.ts';
import { draftingPosts } from './drafting.ts';

type Account = AccountsFile['accounts'][number];

export function checkAccounts(draft: Draft): SeedProblem[] {
  const { accounts, programme, systems } = draft;
  if (!accounts) return [];
  const { at, value } = accounts;
  const bodies = programme?.value.bodies.map((body) => body.id);
  const known = systems?.value.systems.map((system) => system.id);
  const places = value.accounts.flatMap(({ posts }, index) =>
    posts.flatMap(({ post, systems: scope }, position) => {
      const place = inside(at, 'accounts', index, 'posts', position);
      return [
        ...(bodies ? unknown('body', post, bodies, inside(place, 'post')) : []),
        ...(known && scope ? unknownIn('system', scope, known, inside(place, 'systems')) : []),
      ];
    }),
  );
  const isReal = programme?.value.rehearsal === false && value.accounts.length > 0;
  return [
    ...(isReal ? [problem('accounts.real', inside(at, 'accounts'), {})] : []),
    ...reserved(value.accounts, inside(at, 'accounts')),
    ...duplicates('account', named(value.accounts, inside(at, 'accounts'))),
    ...places,
    ...(value.accounts.length > 0 ? checkSeparation(draft, value.accounts) : []),
  ];
}

const reserved = (accounts: readonly Account[], at: Place): SeedProblem[] =>
  accounts.flatMap(({ id }, index) =>
    isReservedAccount(id) ? [problem('accounts.reserved', inside(at, index, 'id'), { account: id })] : [],
  );

/** For each system: people enough that someone submits every phase and supplies what its gate asks for, and others approve it. */
function checkSeparation({ systems, paths, programme }: Draft, accounts: readonly Account[]): SeedProblem[] {
  if (!systems || !paths) return [];
  const bodies = programme?.value.bodies ?? [];
  const matters = programme?.value.decisions?.matters ?? [];
  const told = new Set<string>();
  return systemParts({ systems }).flatMap((system) => {
    const path = pathPart(paths, system.value);
    if (!path) return [];
    const stuck = firstStuck(path.value, system.value, { accounts, bodies, matters });
    if (!stuck || told.has(`${path.value.id}/${stuck.phase}/${stuck.bodies}`)) return [];
    told.add(`${path.value.id}/${stuck.phase}/${stuck.bodies}`);
    return [
      problem('gate.leavesNobody', gatePlace(path, stuck.phase), { ...stuck, system: system.value.id }),
    ];
  });
}

function gatePlace(path: Part<PathSeed>, phase: string): Place {
  const index = path.value.phases.findIndex((candidate) => candidate.id === phase);
  return inside(path.at, 'phases', index, 'gate', 'approvals');
}

const holders = (accounts: readonly Account[], post: string, system: string): string[] =>
  accounts
    .filter(({ posts }) =>
      posts.some((held) => held.post === post && (!held.systems || held.systems.includes(system))),
    )
    .map(({ id }) => id);

interface People {
  accounts: readonly Account[];
  bodies: readonly Pick<Body, 'id' | 'members'>[];
  matters: readonly Matter[];
}

/** Whoever decides alone by some amount: any of them may be the one. */
function byTable(of: string | undefined, matters: readonly Matter[]): Approval[] {
  const matter = matters.find(({ id }) => id === of);
  return matter ? postsOf(matter).map((body) => ({ body, quorum: 1 })) : [];
}

type Gated = {
  phase: string;
  /** For each thing that somebody must do to leave the phase: who may. */
  drafts: string[][];
  approvals: { body: string; quorum: number; people: string[] }[];
};

/** One of each kind: people with the same posts are interchangeable here. */
function unlike(accounts: readonly Account[], people: ReadonlySet<string>): string[] {
  const kinds = new Map(
    accounts.filter(({ id }) => people.has(id)).map(({ id, posts }) => [JSON.stringify(posts), id]),
  );
  return [...kinds.values()];
}

/** The first gate that no choice of who drafts leaves passable; null when the whole path can be walked. */
function firstStuck(
  path: PathSeed,
  system: SystemSeed,
  people: People,
): { phase: string; bodies: string[] } | null {
  const gated = gatedPhases({ phases: phasesOf(path, system) }, system.id, people);
  if (separable(gated, gated)) return null;
  for (let length = 1; length <= gated.length; length += 1) {
    const walked = gated.slice(0, length);
    if (!separable(walked, walked)) return lacking(walked);
  }
  return null;
}

/** Of the gates walked so far: the last that lacks people by itself, and its bodies that do. */
function lacking(walked: readonly Gated[]): { phase: string; bodies: string[] } {
  const alone = walked.findLast((gate) => !separable(walked, [gate])) ?? (walked.at(-1) as Gated);
  const short = alone.approvals.filter((approval) => !separable(walked, [{ approvals: [approval] }]));
  const bodies = (short.length > 0 ? short : alone.approvals).map(({ body }) => body);
  return { phase: alone.phase, bodies };
}

function gatedPhases(
  { phases }: Pick<Path, 'phases'>,
  system: string,
  { accounts, bodies, matters }: People,
): Gated[] {
  const among = (posts: readonly string[]) =>
    unlike(accounts, new Set(posts.flatMap((post) => holders(accounts, post, system))));
  return phases.flatMap((phase) =>
    phase.gate
      ? [
          {
            phase: phase.id,
            drafts: draftingPosts(phase).map(among),
            approvals: [...phase.gate.approvals, ...byTable(phase.gate.matter, matters)].map((approval) => ({
              body: approval.body,
              quorum: votesAsked(approval, bodies),
              people: holders(accounts, approval.body, system),
            })),
          },
        ]
      : [],
  );
}

/** Choices tried before the people are taken to be enough: so many kinds of them are no rehearsal. */
const MOST_TRIED = 5_000;

/** Whether some choice of who drafts what is asked in `walked` leaves each body of `judging` its quorum of others. */
function separable(walked: readonly Gated[], judging: readonly Pick<Gated, 'approvals'>[]): boolean {
  const drafts = walked.flatMap((gate) => gate.drafts);
  let left = MOST_TRIED;
  const choose = (drafters: ReadonlySet<string>): boolean => {
    const next = drafts.find((able) => !able.some((account) => drafters.has(account)));
    left -= 1;
    if (!next || left < 0) return true;
    return next.some((account) => {
      const more = new Set([...drafters, account]);
      return enough(judging, more) && choose(more);
    });
  };
  return choose(new Set());
}

const enough = (gated: readonly Pick<Gated, 'approvals'>[], drafters: ReadonlySet<string>): boolean =>
  gated.every(({ approvals }) =>
    approvals.every(
      ({ quorum, people }) => people.filter((account) => !drafters.has(account)).length >= quorum,
    ),
  );
