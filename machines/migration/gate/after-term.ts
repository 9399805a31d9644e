// Gates that would have nobody to decide them once a body's term is over: as they are planned, or as late as they are. Pure.
import type { MigrationDefinition } from '../../definition/definition.ts';
import { canonical } from '../../record/entry.ts';
import { type Day, latestDay, type VagueDay } from '../../values/date.ts';
import { type MigrationSnapshot, standing } from '../state.ts';

/** A body whose term ends, and the gates ahead that it would still have to decide. */
export interface AfterTerm {
  body: string;
  until: Day;
  gates: { system: string; phase: string }[];
}

/** A migration, as far as its gates lie ahead. */
export interface GatesAhead {
  definition: MigrationDefinition;
  /** The first phase whose gate is not passed. */
  from: string;
  /** When a phase is planned to end; undefined while that is open (未定). */
  plannedEnd: (phase: string) => VagueDay | undefined;
}

/** Null where nothing lies ahead any more. */
export function gatesAhead(definition: MigrationDefinition, snapshot: MigrationSnapshot): GatesAhead | null {
  const { phase, activity } = standing(snapshot);
  if (activity === 'cancelled' || activity === 'retired') return null;
  return { definition, from: phase, plannedEnd: (one) => snapshot.context.plan[one]?.endOn };
}

/** One that begins as its definition plans it, with its path's first phase or where it is said to stand. */
export function gatesOfFresh(definition: MigrationDefinition, from?: string): GatesAhead {
  const [first] = definition.path.phases;
  const planned = new Map(definition.plan.map(({ phase, endOn }) => [phase, endOn]));
  return { definition, from: from ?? first?.id ?? '', plannedEnd: (phase) => planned.get(phase) };
}

/** What is planned for a day that is over is no sooner than today. */
const isAfter = (endOn: VagueDay | undefined, until: Day, today: Day): boolean =>
  today > until || endOn === undefined || latestDay(endOn) > until;

/** Each body once for each end of its term. */
export function leftByTerms(all: readonly GatesAhead[], today: Day): AfterTerm[] {
  const found = new Map<string, AfterTerm>();
  for (const { definition, from, plannedEnd } of all) {
    const { path, bodies, system } = definition;
    const ahead = path.phases.slice(path.phases.findIndex(({ id }) => id === from));
    for (const { id: body, term } of bodies) {
      const until = term?.until;
      if (until === undefined) continue;
      const gates = ahead
        .filter(({ gate }) => gate?.approvals.some((approval) => approval.body === body))
        .filter(({ id }) => isAfter(plannedEnd(id), until, today))
        .map(({ id: phase }) => ({ system: system.id, phase }));
      const there = found.get(`${body} ${until}`)?.gates ?? [];
      if (gates.length > 0) found.set(`${body} ${until}`, { body, until, gates: [...there, ...gates] });
    }
  }
  return [...found.values()];
}

/** Those that `before` does not leave so too. */
export function newlyLeft(after: readonly AfterTerm[], before: readonly AfterTerm[]): AfterTerm[] {
  const named = ({ body, until, gates }: AfterTerm) => gates.map((gate) => canonical({ body, until, gate }));
  const known = new Set(before.flatMap(named));
  return after.flatMap((one) => {
    const gates = one.gates.filter(
      (gate) => !named({ ...one, gates: [gate] }).every((name) => known.has(name)),
    );
    return gates.length === 0 ? [] : [{ ...one, gates }];
  });
}
