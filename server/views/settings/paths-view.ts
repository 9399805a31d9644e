// Paths and calendars as they are told, from the definitions in force.
import { votesAsked } from '../../../machines/decision/quorum.ts';
import {
  type Deadline,
  type Gate,
  type MigrationDefinition,
  partOfBusiness,
  type Text,
} from '../../../machines/definition/definition.ts';
import { mayBeginIn } from '../../../machines/migration/adoption/beginning.ts';
import { chainOf } from '../../../machines/record/chain.ts';
import { ruleText } from '../../../texts/deadline/rule-texts.ts';
import { type Names, namesOf } from '../../../texts/names.ts';
import type { PathList, PathView } from '../../contract/settings/paths.ts';
import { postsOf } from '../amendment-view.ts';
import { grouped } from './grouped.ts';

/** One of each version, with the systems that walk it. */
export function pathViews(
  definitions: readonly MigrationDefinition[],
  systems: ReadonlyMap<string, Text>,
): PathView[] {
  const walking = definitions.filter(({ system }) => !system.retired);
  const byPath = grouped(walking, ({ path }) => `${path.id}@${path.version}`);
  return byPath.flatMap((group) => {
    const [first] = group;
    return first ? [pathView(first, group, namesOf(together(group), systems))] : [];
  });
}

/** The deadlines of all, so that each is called by its name. */
function together(
  group: readonly MigrationDefinition[],
): Pick<MigrationDefinition, 'bodies' | 'deadlines' | 'path'> {
  const [first] = group;
  if (!first) throw new Error('a path that nobody walks');
  return { ...first, deadlines: group.flatMap(({ deadlines }) => deadlines) };
}

function pathView(
  { path, bodies }: MigrationDefinition,
  group: readonly MigrationDefinition[],
  names: Names,
): PathView {
  const deadlines = deadlinesOf(group, names);
  const from = path.phases.findIndex(({ id }) => id === path.goLive);
  return {
    id: path.id,
    version: path.version,
    label: path.label,
    systems: group.map(({ system: { id, name, wave } }) => ({ system: id, name, wave })),
    phases: path.phases.map(({ id, label, owners, steps, gate }, at) => ({
      phase: id,
      label,
      owners: postsOf(owners, names),
      nationalSteps: [...steps],
      gate: gate ? gateView(gate, bodies, names) : null,
      goesLive: at === from,
      deadlines: deadlines.filter(({ phase }) => phase === id).map(({ deadline }) => deadline),
    })),
    deadlines,
  };
}

/** In the programme's order, with what each carries and who waits for it. */
export function systemViews(
  definitions: readonly MigrationDefinition[],
  order: readonly string[],
  names: Names,
  phases: ReadonlyMap<string, string>,
): PathList['systems'] {
  const known = new Map(definitions.map((one) => [one.system.id, one]));
  return order.flatMap((id) => {
    const found = known.get(id);
    if (!found) return [];
    const { programme, system, path, dependents } = found;
    const businesses = system.businesses.map((name) => ({ name, part: partOfBusiness(system, name) }));
    const stands = { wave: system.wave, path: path.id, retired: system.retired !== undefined };
    const begins = mayBeginIn(found, phases.get(chainOf(programme.code, id)) ?? '');
    return [
      { system: id, name: names.system(id), ...stands, businesses, begins, awaitedBy: [...dependents] },
    ];
  });
}

function gateView(
  gate: Gate,
  bodies: MigrationDefinition['bodies'],
  names: Names,
): NonNullable<PathView['phases'][number]['gate']> {
  return {
    label: gate.label,
    approvals: gate.approvals.map((approval) => ({
      post: approval.body,
      label: names.post(approval.body),
      votes: votesAsked(approval, bodies),
      members: bodies.find(({ id }) => id === approval.body)?.members ?? 1,
      majority: approval.quorum === 'majority',
    })),
    conditions: gate.conditions.map(({ label, hard, who }) => ({ label, hard, who: postsOf(who, names) })),
  };
}

function deadlinesOf(group: readonly MigrationDefinition[], names: Names): PathView['deadlines'] {
  const known = new Map<string, { deadline: Deadline; systems: string[] }>();
  for (const { deadlines, system } of group)
    for (const deadline of deadlines) {
      const key = JSON.stringify(deadline);
      const there = known.get(key);
      known.set(key, { deadline, systems: [...(there?.systems ?? []), system.id] });
    }
  return [...known.values()].map(({ deadline, systems }) => ({
    deadline: deadline.id,
    label: deadline.label,
    basis: deadline.basis,
    rule: ruleText(deadline.rule, names),
    fixedOn: deadline.rule.kind === 'fixed' ? deadline.rule.on : null,
    settable: deadline.rule.kind === 'fixed' || deadline.rule.kind === 'undecided',
    hard: deadline.hard,
    to: postsOf(deadline.to, names),
    extendableBy: postsOf(deadline.extendableBy, names),
    phase: typeof deadline.metBy === 'string' ? null : deadline.metBy.phase,
    systems: systems.length === group.length ? null : systems,
  }));
}
