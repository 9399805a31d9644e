// The past of a seed as it is written: every event has its source or says that it is assumed, and its sums add up.
import Decimal from 'decimal.js';
import { isPrintedOf } from '../../migration/procurement/rules.ts';
import type { Draft } from '../draft.ts';
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
