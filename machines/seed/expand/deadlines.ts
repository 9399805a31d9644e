// A system's deadlines: the templates that apply to it, one for every planned phase where a template says so.
import type { Deadline, Phase, PlannedPhase } from '../../definition/definition.ts';
import { DEFAULT_LADDER, type Ladder } from '../../definition/ladder.ts';
import type { DeadlinesFile, DeadlineTemplate, SystemSeed, SystemsFile } from '../schema.ts';
import { heldBy } from './roles.ts';

export function applies({ appliesTo }: DeadlineTemplate, system: SystemSeed): boolean {
  const { waves, paths, systems, except } = appliesTo;
  if (except.includes(system.id)) return false;
  return waves.includes(system.wave) || paths.includes(system.path) || systems.includes(system.id);
}

/** The dates of a system's phases: the wave's, or its own. Phases not on its path are left out. */
export function planOf(
  plans: SystemsFile['plans'],
  system: SystemSeed,
  phases: readonly Phase[],
): PlannedPhase[] {
  const common = system.ownPlan ?? plans[system.wave] ?? [];
  return phases.flatMap(
    ({ id }) =>
      system.plan.find((planned) => planned.phase === id) ??
      common.find((planned) => planned.phase === id) ??
      [],
  );
}

export function deadlinesOf(
  { deadlines, ladders }: DeadlinesFile,
  system: SystemSeed,
  phases: readonly Phase[],
): Deadline[] {
  return deadlines
    .filter((template) => applies(template, system))
    .flatMap((template) => instances(template, phases, ladders))
    .map((deadline) => (system.roles ? told(deadline, system) : deadline));
}

/** With whoever holds the posts that it names in a system. */
export function told(deadline: Deadline, system: SystemSeed): Deadline {
  const { to, extendableBy, ladder, rule } = deadline;
  const held = (posts: readonly string[]) => heldBy(system, posts);
  return {
    ...deadline,
    to: held(to),
    extendableBy: held(extendableBy),
    ...(rule.kind === 'undecided' ? { rule: { ...rule, setBy: held(rule.setBy) } } : {}),
    ...(ladder
      ? { ladder: { ...ladder, escalate: ladder.escalate.map((one) => ({ ...one, to: held(one.to) })) } }
      : {}),
  };
}

/** A deadline without reminders has a ladder: its own, else that of its kind, of all, and the one that nobody says. */
function ladderOf({ kind, ladder, reminders }: DeadlineTemplate, ladders: DeadlinesFile['ladders'] = {}) {
  if (reminders) return {};
  const said = [ladders.all, kind && ladders[kind], ladder].map((one) => one ?? {});
  const undecided = said.map((one) => one.undecided ?? {});
  const made = Object.assign({}, DEFAULT_LADDER, ...said, {
    undecided: Object.assign({}, DEFAULT_LADDER.undecided, ...undecided),
  }) as Ladder;
  return { ladder: made };
}

/** The deadline of a phase goes on with the phase that stands for it. */
const goingOn = (id: string, { replaces = [] }: Phase): Pick<Deadline, 'replaces'> =>
  replaces.length === 1 ? { replaces: `${id}-${replaces[0]}` } : {};

function instances(
  template: DeadlineTemplate,
  phases: readonly Phase[],
  ladders: DeadlinesFile['ladders'],
): Deadline[] {
  const { appliesTo: _to, eachPhase, rule, metBy, ladder: _said, extendableBy, ...own } = template;
  const rest = {
    ...own,
    extendableBy: extendableBy === 'nobody' ? [] : extendableBy,
    ...ladderOf(template, ladders),
  };
  if (rule && metBy) return [{ ...rest, rule, metBy }];
  if (!eachPhase) return [];
  return phases
    .filter((phase) => phase.gate)
    .map((phase) => ({
      ...rest,
      id: `${rest.id}-${phase.id}`,
      ...goingOn(rest.id, phase),
      label: {
        ja: rest.label.ja.replaceAll('{phase}', phase.label.ja),
        en: rest.label.en.replaceAll('{phase}', phase.label.en),
      },
      rule: { kind: 'plan' as const, phase: phase.id, edge: 'end' as const },
      metBy: { phase: phase.id, edge: 'left' as const },
    }));
}
