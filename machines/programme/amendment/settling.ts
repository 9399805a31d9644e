// What follows from small changes of a programme: the order of its systems, who waits for whom, how many of a body must agree, and the
// versions of what has another content.
import { ownQuorum } from '../../decision/quorum.ts';
import type { Body, Calendar, MigrationDefinition, Path } from '../../definition/definition.ts';
import { dependentsAmong } from '../../definition/dependents.ts';
import { canonical } from '../../record/canonical.ts';
import { same } from '../../record/same.ts';
import { inProgrammeOrder } from '../in-order.ts';
import type { Wanted } from './proposal.ts';

/** In which order they are kept says nothing. */
export const inOrder = ({ programme, migrations }: Wanted): Wanted => ({
  programme,
  migrations: inProgrammeOrder(programme, migrations),
});

/** With what follows from the gates. */
export const followed = (wanted: Wanted): Wanted => withQuorums(withDependents(inOrder(wanted)));

function withDependents({ programme, migrations }: Wanted): Wanted {
  const waiting = dependentsAmong(migrations);
  const settled = migrations.map((one) => ({ ...one, dependents: waiting.get(one.system.id) ?? [] }));
  return { programme, migrations: settled };
}

/** How many of a body must agree where no gate says so follows from its members and from all gates. */
function withQuorums({ programme, migrations }: Wanted): Wanted {
  const gates = migrations.flatMap(({ path }) => path.phases.flatMap(({ gate }) => gate ?? []));
  const known = new Map<string, number>();
  const quorumOf = ({ id, members }: Body): number => {
    const key = `${id} ${members}`;
    const quorum = known.get(key) ?? ownQuorum({ id, members }, gates);
    known.set(key, quorum);
    return quorum;
  };
  const settled = migrations.map((one) => ({
    ...one,
    bodies: one.bodies.map((body) =>
      body.quorum === undefined ? body : { ...body, quorum: quorumOf(body) },
    ),
  }));
  return { programme, migrations: settled };
}

/** A part with another content has another version. */
export function raised({ migrations: before }: Wanted, { programme, migrations }: Wanted): Wanted {
  const known = new Map(before.map((one) => [one.system.id, one]));
  const walked = new Map(before.toReversed().map((one) => [one.path.id, one]));
  const pathOf = raising(before);
  const settled = migrations.map((one) => {
    // One that begins has the calendar of whoever walked its path before.
    const was = known.get(one.system.id) ?? walked.get(one.path.id);
    return was ? { ...one, path: pathOf(one.path), calendar: calendarAfter(was, one) } : one;
  });
  return { programme, migrations: settled };
}

/** By whomever it was walked: who comes to a path that changes in the same amendment walks the new version too. */
function raising(before: Wanted['migrations']): (path: Path) => Path {
  const texts = new Set(before.map(({ path }) => canonical(path)));
  const newest = new Map<string, number>();
  for (const { path } of before) newest.set(path.id, Math.max(path.version, newest.get(path.id) ?? 0));
  return (path) => {
    const version = newest.get(path.id);
    return version === undefined || texts.has(canonical(path)) ? path : { ...path, version: version + 1 };
  };
}

function calendarAfter(was: MigrationDefinition, { calendar }: MigrationDefinition): Calendar {
  return same(was.calendar, calendar) ? calendar : { ...calendar, version: nextVersion(was.calendar) };
}

/** `2026` → `2026-r1` → `2026-r2`. */
function nextVersion({ version }: Calendar): string {
  const [, base = version, nth = '0'] = /^(.*)-r(\d+)$/.exec(version) ?? [];
  return `${base}-r${Number(nth) + 1}`;
}
