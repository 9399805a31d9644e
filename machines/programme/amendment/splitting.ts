// Small changes by which one system becomes several, and several one. Whoever goes on with them walks, is due and is planned as they
// are; what it has otherwise is written in the programme's folder.
import * as z from 'zod';
import {
  continuation,
  id,
  line,
  type MigrationDefinition,
  type Path,
  paragraph,
  partOfBusiness,
  type Retirement,
  retirement,
  text,
} from '../../definition/definition.ts';
import { awaitingInstead, withoutAwaiting } from '../../definition/dependents.ts';
import { countsFor } from '../../migration/steps/national-steps.ts';
import { same } from '../../record/same.ts';
import { businessesText } from '../../values/names/business.ts';
import { type Changed, type ChangeProblem, systemIn, unknownSystem, wrong } from './changing.ts';
import type { Wanted } from './proposal.ts';

const heir = z.strictObject({
  id,
  name: text.optional(),
  businesses: z.array(line).min(1, 'heirBusinesses'),
  /** Of each business that it takes a part of: which. */
  parts: z.record(line, line).optional(),
  /** Where it begins; where the old one stands where left out. */
  phase: continuation.shape.phase,
});
const MOST = 8;

export const splitChange = z.strictObject({
  kind: z.literal('split'),
  system: id,
  into: z.array(heir).min(2, 'heirsTwo').max(MOST),
  reason: paragraph,
  /** Which of them is waited for by whoever waited for the old one. */
  awaits: id.optional(),
  /** Whoever waited for it waits for none. */
  release: z.boolean().optional(),
  figures: retirement.shape.figures,
});
export const mergeChange = z.strictObject({
  kind: z.literal('merge'),
  /** One of them may be the one that goes on. */
  systems: z.array(id).min(2, 'mergedTwo').max(MOST),
  into: heir.omit({ businesses: true, parts: true }),
  reason: paragraph,
  release: z.boolean().optional(),
});
type Heir = z.infer<typeof heir>;

export function split(wanted: Wanted, given: z.infer<typeof splitChange>): Changed {
  const { system: named, into, reason, awaits, release = false, figures } = given;
  const old = systemIn(wanted, named);
  if (!old) return unknownSystem(wanted, named);
  const problem = alreadyRetired(old) ?? unfit(wanted, old, given);
  if (problem) return { problem };
  const heirs = toldApart(
    into.map((one) => heirOf(old, one)),
    new Set(into.flatMap(({ id: own, name }) => (name ? [own] : []))),
  );
  const retired: Retirement = {
    as: 'split',
    reason,
    heirs: into.map((one) => one.id),
    ...(figures === undefined ? {} : { figures }),
  };
  const migrations = wanted.migrations.flatMap((one) =>
    one === old ? [ending(old, retired), ...heirs] : waiting(one, named, release ? null : (awaits ?? named)),
  );
  return { wanted: { programme: withSystems(wanted, named, into), migrations } };
}

export function merge(wanted: Wanted, given: z.infer<typeof mergeChange>): Changed {
  const { systems, into, reason, release = false } = given;
  const named = systems.filter((one) => one !== into.id);
  const unknown = named.find((one) => !systemIn(wanted, one));
  if (unknown !== undefined) return unknownSystem(wanted, unknown);
  const olds = wanted.migrations.filter(({ system }) => named.includes(system.id));
  const survivor = systemIn(wanted, into.id);
  const parties = survivor ? [survivor, ...olds] : olds;
  if (parties.length < 2) return { problem: wrong('change.mergesOne', { system: named[0] ?? into.id }) };
  const problem = parties.map(alreadyRetired).find((one) => one !== null);
  if (problem) return { problem };
  const model = survivor ?? (olds[0] as MigrationDefinition);
  if (into.phase !== undefined && !hasPhase(model, into.phase))
    return { problem: unknownPhase(model, into.phase) };
  const united = unitedOf(wanted, parties, into, model);
  const retired: Retirement = { as: 'merged', reason, heirs: [into.id] };
  const all = survivor ? wanted.migrations : [...wanted.migrations, united];
  const migrations = all.map((one) => {
    if (olds.includes(one)) return ending(one, retired);
    const own = one === survivor ? united : one;
    return named.reduce((waits, old) => waiting(waits, old, release ? null : into.id), own);
  });
  const programme = survivor ? wanted.programme : withSystems(wanted, named.at(-1) ?? '', [into]);
  return { wanted: { programme, migrations } };
}

const alreadyRetired = ({ system }: MigrationDefinition): ChangeProblem | null =>
  system.retired ? wrong('change.already', { what: system.id }) : null;
const hasPhase = ({ path }: MigrationDefinition, phase: string) =>
  path.phases.some((one) => one.id === phase);
const unknownPhase = ({ path }: MigrationDefinition, phase: string) =>
  wrong('change.unknown', { what: 'phase', id: phase, known: path.phases.map((one) => one.id) });

function unfit(
  wanted: Wanted,
  old: MigrationDefinition,
  given: z.infer<typeof splitChange>,
): ChangeProblem | null {
  const { into, awaits, figures } = given;
  const heirs = into.map((one) => one.id);
  const there = heirs.find((one) => systemIn(wanted, one));
  if (there !== undefined) return wrong('change.heirThere', { system: there });
  const twice = heirs.find((one, index) => heirs.indexOf(one) !== index);
  if (twice !== undefined) return wrong('change.heirTwice', { system: twice });
  const stray = [awaits, figures].find((one) => one !== undefined && !heirs.includes(one));
  if (stray !== undefined) return wrong('change.unknown', { what: 'system', id: stray, known: heirs });
  for (const { businesses, parts = {}, phase } of into) {
    const known = old.system.businesses;
    const business = [...businesses, ...Object.keys(parts)].find((one) => !known.includes(one));
    if (business !== undefined) return wrong('change.unknown', { what: 'business', id: business, known });
    if (phase !== undefined && !hasPhase(old, phase)) return unknownPhase(old, phase);
  }
  return null;
}

const ending = (old: MigrationDefinition, retired: Retirement): MigrationDefinition => ({
  ...old,
  system: { ...old.system, retired },
});

/** @param instead null: it waits for none */
const waiting = (one: MigrationDefinition, old: string, instead: string | null): MigrationDefinition =>
  instead === null ? withoutAwaiting(one, old) : instead === old ? one : awaitingInstead(one, old, instead);

/** Of 児童手当/児童扶養手当 the one that goes on with 児童手当 is called so: what already stands in the name is not said twice. */
function calledAfter(
  { name, businesses: all }: MigrationDefinition['system'],
  { id, businesses, parts = {} }: Heir,
): MigrationDefinition['system']['name'] {
  const isWhole = businesses.every((one) => parts[one] === undefined && name.ja.includes(one));
  if (isWhole && businesses.length < all.length) return businessesText(businesses);
  const carried = businesses.map((one) => [one, ...(parts[one] === undefined ? [] : [parts[one]])].join(' '));
  return { ja: `${name.ja}（${carried.join('・')}）`, en: `${name.en} (${id})` };
}

/** Two that were given no name and would have one are told apart by their ids. */
function toldApart(heirs: readonly MigrationDefinition[], named: ReadonlySet<string>): MigrationDefinition[] {
  const names = heirs.map(({ system }) => system.name.ja);
  return heirs.map((one) => {
    const { system } = one;
    const { ja, en } = system.name;
    const isShared = !named.has(system.id) && names.filter((name) => name === ja).length > 1;
    return isShared ? { ...one, system: { ...system, name: { ja: `${ja}${system.id}`, en } } } : one;
  });
}

function heirOf(old: MigrationDefinition, heir: Heir): MigrationDefinition {
  const { id: named, name, businesses, parts = {}, phase } = heir;
  const { system } = old;
  const own = businesses.flatMap((business) => {
    const part = parts[business] ?? partOfBusiness(system, business);
    return part === null ? [] : [[business, part]];
  });
  return {
    ...old,
    system: {
      id: named,
      name: name ?? calledAfter(system, heir),
      businesses,
      wave: system.wave,
      ...(own.length > 0 ? { parts: Object.fromEntries(own) } : {}),
      continues: { from: [system.id], ...(phase === undefined ? {} : { phase }) },
    },
  };
}

/** By all that become it; by the first and how many more, where that is too long for a name. */
function calledTogether(parties: readonly MigrationDefinition[]): MigrationDefinition['system']['name'] {
  const names = parties.map(({ system }) => system.name);
  const [first = { ja: '', en: '' }, ...more] = names;
  const all = { ja: names.map(({ ja }) => ja).join('・'), en: names.map(({ en }) => en).join(', ') };
  return text.safeParse(all).success
    ? all
    : { ja: `${first.ja}ほか${more.length}件`, en: `${first.en} and ${more.length} more` };
}

/** It carries a business whole where those that become one carried all of it. */
function unitedOf(
  { migrations }: Wanted,
  parties: readonly MigrationDefinition[],
  { id: named, name, phase }: Omit<Heir, 'businesses' | 'parts'>,
  model: MigrationDefinition,
): MigrationDefinition {
  const businesses = [...new Set(parties.flatMap(({ system }) => system.businesses))];
  const parts = businesses.flatMap((business) => {
    const carriers = migrations.filter((one) => countsFor(business, one));
    if (carriers.every((one) => parties.includes(one))) return [];
    const own = parties.flatMap(({ system }) =>
      system.businesses.includes(business) ? (partOfBusiness(system, business) ?? []) : [],
    );
    return own.length === 0 ? [] : [[business, own.join('・')]];
  });
  const { system } = model;
  const { part: _part, parts: _parts, continues: before, ...rest } = system;
  const from = parties.map((one) => one.system.id).filter((one) => one !== named);
  const earlier = system.id === named ? (before?.from ?? []) : [];
  // What they awaited of each other is their own now.
  const alone = [...parties.map((one) => one.system.id), named].reduce(withoutAwaiting, model);
  return {
    ...alone,
    path: ownPath(alone.path, model.path, named),
    system: {
      ...rest,
      id: named,
      name: name ?? (system.id === named ? system.name : calledTogether(parties)),
      businesses,
      ...(parts.length > 0 ? { parts: Object.fromEntries(parts) } : {}),
      continues: { from: [...earlier, ...from], ...(phase === undefined ? {} : { phase }) },
    },
  };
}

/** A path of its own name where others go on walking the one that it leaves. */
const ownPath = (path: Path, left: Path, named: string): Path =>
  same(path, left) ? left : { ...path, id: `${left.id}-${named}` };

function withSystems(
  { programme }: Wanted,
  after: string,
  heirs: readonly { id: string }[],
): Wanted['programme'] {
  const systems = programme.systems.flatMap((one) =>
    one === after ? [one, ...heirs.map((each) => each.id)] : [one],
  );
  return { ...programme, systems };
}
