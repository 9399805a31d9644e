// What all acts share whose fact is noted beside the path: one note under its key, never twice, who supplies what a gate asks drafts,
// nothing that a gate under review rests on is taken away, and each is put right by itself.
import { ITEMS } from '../../record/limits.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import { type Case, type MigrationAct, peopleAndImport, WORDS } from '../act.ts';
import { OTHER_EVIDENCE } from '../gate/asked-papers.ts';
import { type AskedFact, factStandsFast, suppliedBy, supplyObjections } from '../gate/basis.ts';
import { isThere } from '../gate/facts.ts';
import { decidedObjections, type Evidence } from '../gate/papers.ts';
import { isPhase, phaseOf } from '../phases.ts';
import type { MigrationContext } from '../state.ts';
import { keepsMoney } from './lost.ts';
import {
  type Note,
  type NotedFacts,
  type NotedType,
  noteAt,
  notedWithout,
  notesOf,
  renoted,
  withNote,
} from './noted.ts';

export type Said<T extends NotedType> = { type: T } & NotedFacts[T];

interface Noting<T extends NotedType> {
  key(fact: Said<T>): string | number;
  /** What speaks against it besides. */
  objections?(given: Case<Said<T>>): Refusal[];
  /** The facts of gates that it can meet. */
  supplies?: readonly AskedFact[];
  /** Who may send it; whoever records facts where left out. */
  who?(given: Pick<Case, 'definition' | 'here'>): readonly string[];
  /** True where a person shows its document. */
  shown?: true;
  /** Kinds of fact that would stand on nothing without it. */
  carries?(before: Case<Said<T>>): string[];
  /** Money or a vote for a contract comes from it. */
  pays?: true;
}

type Shared<T extends NotedType> = Pick<
  MigrationAct<Said<T>>,
  'from' | 'taken' | 'who' | 'objections' | 'corrects' | 'change'
>;

/** A paper as a sample shows it: what only its sender has. */
export const samplePaper: Evidence = {
  kind: OTHER_EVIDENCE,
  title: WORDS,
  sha256: '0'.repeat(64),
  documentNo: WORDS,
  decidedOn: '2000-01-01',
};

/** Who records facts, and the owners of the phase. */
export const recordersAndOwners = ({ definition, here }: Pick<Case, 'definition' | 'here'>): string[] => [
  ...new Set([...definition.path.control.facts, ...here.owners]),
];

export function noting<T extends NotedType>(type: T, how: Noting<NoInfer<T>>): Shared<NoInfer<T>> {
  const { key, supplies = [] } = how;
  const change = (given: Case<Said<T>>): MigrationContext =>
    noted(type, String(key(given.fact)), given, supplies);
  return {
    from: peopleAndImport,
    taken: 'anywhere',
    who: (given) => how.who?.(given) ?? given.definition.path.control.facts,
    objections: (given) => [
      ...placeObjections(type, String(key(given.fact)), given.context),
      ...(how.shown ? paperObjections(given) : []),
      ...(how.objections?.(given) ?? []),
      ...unsupplied(given, supplies),
      ...groundLost(given, change, supplies),
    ],
    corrects: {
      before(given) {
        const { context, definition } = given;
        const at = String(key(given.fact));
        const note = noteAt(context, type, at);
        if (!note || !isPhase(definition, note.phase)) return null;
        const without = notedWithout(context.noted, (of, name) => of === type && name === at);
        return { ...given, here: phaseOf(definition, note.phase), context: renoted(context, without) };
      },
      carries: (before) => how.carries?.(before) ?? [],
      ...(how.pays ? keepsMoney(change) : {}),
    },
    change,
  };
}

function noted<T extends NotedType>(
  type: T,
  key: string,
  given: Case<Said<T>>,
  supplies: readonly AskedFact[],
): MigrationContext {
  const { context, event, fact, here } = given;
  const { type: _type, ...facts } = fact;
  // What is left of a fact without its type is what its note says.
  const note = {
    ...facts,
    on: event.occurredOn,
    phase: here.id,
    by: event.actor.account,
  } as unknown as Note<T>;
  const drafters = supplies.reduce(
    (known, asked) => suppliedBy({ ...given, context: { ...context, drafters: known } }, asked),
    context.drafters,
  );
  return { ...context, drafters, noted: withNote(context.noted, type, key, note) };
}

function placeObjections(type: NotedType, key: string, context: MigrationContext): Refusal[] {
  const there = noteAt(context, type, key);
  if (there) return [refusal('noted.alreadyThere', { type, key, on: there.on })];
  const would = notesOf(context, type).length + 1;
  return would > ITEMS.notes ? [refusal('limit.notes', { type, would, most: ITEMS.notes })] : [];
}

function paperObjections({
  event,
  fact,
}: Case<{ type: string; evidence?: Evidence | undefined }>): Refusal[] {
  if (fact.evidence) return decidedObjections([fact.evidence], event);
  return event.actor.kind === 'person' ? [refusal('noted.paperMissing', { type: fact.type })] : [];
}

function unsupplied(given: Case, supplies: readonly AskedFact[]): Refusal[] {
  for (const asked of supplies) {
    const found = supplyObjections(given, asked);
    if (found.length > 0) return found;
  }
  return [];
}

/** Under review, what a gate's condition is met by is not taken back by a newer one. */
function groundLost<F extends { type: string }>(
  given: Case<F>,
  change: (given: Case<F>) => MigrationContext,
  supplies: readonly AskedFact[],
): Refusal[] {
  const { definition, context } = given;
  return supplies.flatMap((asked) =>
    isThere(asked, { definition, context }) && !isThere(asked, { definition, context: change(given) })
      ? factStandsFast(given, asked)
      : [],
  );
}
