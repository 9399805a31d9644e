// Who holds, in one system, the posts that its path speaks of: each put in the other's place, wherever the path names it, also as one
// who records national steps.
import type { Gate, Path, Phase } from '../../definition/definition.ts';
import type { RfpControl } from '../../definition/rfp-control.ts';
import type { PathSeed, SystemSeed } from '../schema.ts';

type Roles = Pick<SystemSeed, 'roles'>;
type Control = Path['control'];

const holder = ({ roles = {} }: Roles, post: string): string =>
  Object.hasOwn(roles, post) ? (roles[post] ?? post) : post;

/** The same posts as this system has them, each once. */
export const heldBy = (system: Roles, posts: readonly string[]): string[] => [
  ...new Set(posts.map((post) => holder(system, post))),
];

export const gateAs = (system: Roles, gate: Gate): Gate => ({
  ...gate,
  approvals: gate.approvals.map((asked) => ({
    ...asked,
    body: holder(system, asked.body),
    ...(asked.after ? { after: heldBy(system, asked.after) } : {}),
  })),
  conditions: gate.conditions.map((condition) => ({ ...condition, who: heldBy(system, condition.who) })),
});

export const phaseAs = (system: Roles, { gate, ...phase }: Phase): Phase => ({
  ...phase,
  owners: heldBy(system, phase.owners),
  ...(gate ? { gate: gateAs(system, gate) } : {}),
});

export function controlAs(system: Roles, { goBack, ...lists }: Control): Control {
  const held = (posts: readonly string[]) => heldBy(system, posts);
  return {
    hold: held(lists.hold),
    cancel: held(lists.cancel),
    plan: held(lists.plan),
    goBack: { propose: held(goBack.propose), approve: held(goBack.approve) },
    steps: held(lists.steps),
    facts: held(lists.facts),
    regime: held(lists.regime),
  };
}

export function procurementAs(
  system: Roles,
  { rfp, ...procurement }: NonNullable<Path['procurement']>,
): NonNullable<Path['procurement']> {
  if (!rfp) return procurement;
  const { runs, evaluates, decides } = rfp;
  const held = (posts: readonly string[]) => heldBy(system, posts);
  return {
    ...procurement,
    rfp: { ...rfp, runs: held(runs), evaluates: held(evaluates), decides: held(decides) },
  };
}

/** The posts that a path speaks of. */
export function postsOf({ phases, control, procurement }: PathSeed): string[] {
  const { goBack, ...lists } = control;
  const gates = phases.flatMap(({ gate }) => gate ?? []);
  return [
    ...new Set([
      ...phases.flatMap(({ owners }) => owners),
      ...gates.flatMap(({ approvals }) => approvals.map(({ body }) => body)),
      ...gates.flatMap(({ conditions }) => conditions.flatMap(({ who }) => who)),
      ...Object.values(lists).flat(),
      ...goBack.propose,
      ...goBack.approve,
      ...rfpPosts(procurement?.rfp),
    ]),
  ];
}

const rfpPosts = (rfp: RfpControl | undefined): string[] =>
  rfp ? [...rfp.runs, ...rfp.evaluates, ...rfp.decides] : [];
