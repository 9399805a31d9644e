// The past of a seed: every event has its source or says that it is assumed, its sums add up, and the machines
// themselves accept it in its order.
import Decimal from 'decimal.js';
import type { MigrationDefinition } from '../../definition/definition.ts';
import type { Submission } from '../../migration/event.ts';
import { migrationPlayable } from '../../migration/playable.ts';
import { isPrintedOf } from '../../migration/procurement/rules.ts';
import { decideOne } from '../../play/decide.ts';
import type { Played } from '../../play/playable.ts';
import { programmePlayable } from '../../programme/playable.ts';
import type { Instant } from '../../values/date.ts';
import type { Draft, Seed } from '../draft.ts';
import { expandSeed, pathPart, systemParts } from '../expand/expand.ts';
import { beginOf, programmeHistory, systemHistory } from '../expand/history.ts';
import { duplicates, unknown, unknownIn } from '../names.ts';
import { inside, type Place, problem, type SeedProblem } from '../problem.ts';
import type { HistoryFile } from '../schema.ts';

export function checkHistory({ history, systems, programme }: Draft): SeedProblem[] {
  if (!history) return [];
  const { at, value } = history;
  const known = systems?.value.systems.map((system) => system.id);
  const bodies = programme?.value.bodies.map((body) => body.id);
  const dated = (['programme', 'begins', 'events'] as const).flatMap((list) =>
    value[list].map((event, index) => ({ event, at: inside(at, list, index) })),
  );
  const begins = value.begins.flatMap(({ systems: named }, index) =>
    named.map((name, position) => ({ name, at: inside(at, 'begins', index, 'systems', position) })),
  );
  return [
    ...dated.flatMap(({ event, at: place }) =>
      event.source || event.assumed ? [] : [problem('history.unsourced', place, {})],
    ),
    ...duplicates('system', begins),
    ...value.programme.flatMap(({ fact }, index) =>
      fact.type === 'meetings.recorded' && bodies
        ? unknown('body', fact.body, bodies, inside(at, 'programme', index, 'fact', 'body'))
        : [],
    ),
    ...value.events.flatMap((event, index) => {
      const place = inside(at, 'events', index);
      return [
        ...(known ? unknownIn('system', event.systems, known, inside(place, 'systems')) : []),
        ...checkSums(event.fact, inside(place, 'fact')),
      ];
    }),
    ...(known
      ? value.begins.flatMap(({ systems: named }, index) =>
          unknownIn('system', named, known, inside(at, 'begins', index, 'systems')),
        )
      : []),
  ];
}

type ImportedFact = HistoryFile['events'][number]['fact'];
type Selection = Extract<ImportedFact, { type: 'selection.recorded' }>;

function checkSums(fact: ImportedFact, at: Place): SeedProblem[] {
  if (fact.type === 'contract.recorded') {
    const sumYen = fact.amounts.reduce((sum, { amountYen }) => sum + amountYen, 0);
    const { totalYen } = fact;
    return sumYen === totalYen ? [] : [problem('contract.sum', inside(at, 'totalYen'), { totalYen, sumYen })];
  }
  return fact.type === 'selection.recorded' ? checkScores(fact, at) : [];
}

function checkScores(fact: Selection, at: Place): SeedProblem[] {
  const over = (['technical', 'price'] as const).filter((part) =>
    new Decimal(fact[part]).gt(fact.outOf[part]),
  );
  if (over.length > 0) {
    return over.map((part) =>
      problem('score.overMaximum', inside(at, part), {
        part,
        score: fact[part],
        maximum: fact.outOf[part],
      }),
    );
  }
  const exact = new Decimal(fact.technical).plus(fact.price);
  const printed = new Decimal(fact.printedTotal);
  if (exact.eq(printed)) return [];
  const rounded = isPrintedOf(fact.printedTotal, exact);
  const facts = { printed: fact.printedTotal, exact: exact.toString() };
  return [problem(rounded ? 'score.rounded' : 'score.sum', inside(at, 'printedTotal'), facts)];
}

/** Sends a sound seed's history through the machines; what they refuse is told where it was written. */
export function walkHistories(seed: Seed, now: Instant): SeedProblem[] {
  const { rehearsal, startAt } = seed.programme.value;
  const at = rehearsal ? startAt : now;
  const { migrations } = expandSeed(seed);
  const definitions = new Map(migrations.map((definition) => [definition.system.id, definition]));
  return [
    ...walkProgramme(seed, at),
    ...systemParts(seed).flatMap((system) => {
      const path = pathPart(seed.paths, system.value);
      const definition = definitions.get(system.value.id);
      return path && definition ? walkSystem(seed, definition, systemHistory(seed, path, system), at) : [];
    }),
  ];
}

function walkSystem(
  seed: Seed,
  definition: MigrationDefinition,
  events: readonly { at: Place; submission: Submission }[],
  at: Instant,
): SeedProblem[] {
  const { id } = definition.system;
  const machine = migrationPlayable(definition);
  const first = machine.start({ on: beginOf(seed, id), at }).snapshot;
  return refusedOf(machine, first, events, at).map(({ place, refusal }) =>
    problem('history.refused', place, { system: id, refusal }),
  );
}

function walkProgramme(seed: Seed, at: Instant): SeedProblem[] {
  const { programme } = expandSeed(seed);
  const machine = programmePlayable(programme);
  const events = programmeHistory(seed.history);
  return refusedOf(machine, machine.start().snapshot, events, at).map(({ place, refusal }) =>
    problem('history.programmeRefused', place, { refusal }),
  );
}

/** Every refusal on the way; what is refused is left out of it. */
function refusedOf<Snapshot, Event, Refusal, Effect>(
  machine: Played<Snapshot, Event, Refusal, Effect>,
  first: Snapshot,
  events: readonly { at: Place; submission: Event }[],
  at: string,
): { place: Place; refusal: Refusal }[] {
  let snapshot = first;
  return events.flatMap(({ at: place, submission }) => {
    const one = decideOne(machine, snapshot, submission, Date.parse(at));
    if (one.status === 'failed') throw one.error;
    if (one.status === 'refused') return one.refusals.map((refusal) => ({ place, refusal }));
    snapshot = one.decision.snapshot;
    return [];
  });
}
