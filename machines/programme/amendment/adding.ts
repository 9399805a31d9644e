// A small change by which a system begins: it walks, is due and is planned as most of the systems of its wave, or as one of them.
import * as z from 'zod';
import { id, line, paragraph, text } from '../../definition/definition.ts';
import { countsFor } from '../../migration/steps/national-steps.ts';
import { type Changed, systemIn, unknownSystem, wrong } from './changing.ts';
import { commonest } from './moving.ts';
import type { Wanted } from './proposal.ts';

export const addChange = z.strictObject({
  kind: z.literal('add'),
  /** By which its record is named for ever. */
  id,
  name: text,
  businesses: z.array(line).min(1),
  /** Of each business that it carries a part of: which. */
  parts: z.record(line, line).optional(),
  wave: id,
  /** The system whose path, deadlines and plan it takes; those of most systems of its wave where left out. */
  like: id.optional(),
  /** Why it is taken to be one system, where no source says so. */
  assumed: paragraph.optional(),
});
type Add = z.infer<typeof addChange>;

export function add(wanted: Wanted, given: Add): Changed {
  const { programme, migrations } = wanted;
  if (systemIn(wanted, given.id)) return { problem: wrong('change.heirThere', { system: given.id }) };
  const waves = programme.waves.map((one) => one.id);
  if (!waves.includes(given.wave))
    return { problem: wrong('change.unknown', { what: 'wave', id: given.wave, known: waves }) };
  const known = programme.businesses.map((one) => one.name);
  const strange = [...given.businesses, ...Object.keys(given.parts ?? {})].find(
    (one) => !known.includes(one),
  );
  if (strange !== undefined)
    return { problem: wrong('change.unknown', { what: 'business', id: strange, known }) };
  if (given.like !== undefined && !systemIn(wanted, given.like)) return unknownSystem(wanted, given.like);
  const others = migrations.filter(({ system }) => system.wave === given.wave && !system.retired);
  const model = given.like === undefined ? commonest(others) : systemIn(wanted, given.like);
  if (!model) {
    const paths = [...new Set(others.map(({ path }) => path.id))];
    return { problem: wrong('change.manyPaths', { wave: given.wave, paths }) };
  }
  const twice = doubly(wanted, given);
  if (twice) return { problem: twice };
  const { kind: _kind, like: _like, ...system } = given;
  const businesses = programme.businesses.map((one) =>
    !one.applies && given.businesses.includes(one.name) ? { name: one.name, applies: true } : one,
  );
  const systems = [...programme.systems, given.id];
  return {
    wanted: {
      programme: { ...programme, businesses, systems },
      migrations: [...migrations, { ...model, system }],
    },
  };
}

/** A business that others carry is carried in parts by all of them. */
function doubly({ migrations }: Wanted, { businesses, parts = {} }: Add) {
  for (const business of businesses) {
    const carriers = migrations.filter((one) => countsFor(business, one));
    const isWhole = ({ system }: (typeof carriers)[number]) =>
      system.part === undefined && system.parts?.[business] === undefined;
    if (carriers.length > 0 && (parts[business] === undefined || carriers.some(isWhole)))
      return wrong('change.carried', { business, systems: carriers.map(({ system }) => system.id) });
  }
  return null;
}
