// What speaks against an act without stopping it: conditions of its gate that are open still, one file given for two documents. Said
// before it is recorded; never a refusal.
import type { Caution } from '../../record/caution.ts';
import type { Case } from '../act.ts';
import { unmet } from './conditions.ts';
import { beforeGround } from './grounds.ts';
import { type Evidence, evidence } from './papers.ts';

type At = Pick<Case, 'definition' | 'context' | 'here' | 'event'>;

/** Conditions that would be open still, with what the act itself brings. */
export function openAtGate(given: At, offered: readonly Evidence[] = []): Caution[] {
  const open = (given.here.gate?.conditions ?? []).filter(
    (condition) =>
      unmet(condition, given.here.id, given, offered) !== null || beforeGround(condition, given).length > 0,
  );
  return [true, false].flatMap((hard): Caution[] => {
    const conditions = open.filter((condition) => condition.hard === hard).map(({ label }) => label);
    return conditions.length > 0 ? [{ code: 'gate.open', hard, conditions }] : [];
  });
}

const isSameDocument = (one: Evidence, other: Evidence): boolean =>
  one.title === other.title && one.documentNo === other.documentNo;

/** Of documents that an act shows: each before all that are kept, and before those shown with it. */
export function sameFiles({ context }: Pick<Case, 'context'>, fact: object): Caution[] {
  const offered = papersOf(fact);
  const kept = Object.values(context.evidence).flat();
  return offered.flatMap((paper, index): Caution[] => {
    const alike = [...kept, ...offered.slice(0, index)].filter(({ sha256 }) => sha256 === paper.sha256);
    const others = alike.filter((one) => !isSameDocument(one, paper));
    const { title } = paper;
    if (others.length > 0) {
      const named = others.map(({ title, documentNo }) => ({ title, documentNo }));
      return [{ code: 'evidence.sameFile', title, others: named }];
    }
    return alike.some(({ kind }) => kind === paper.kind) ? [{ code: 'evidence.again', title }] : [];
  });
}

/** Whatever the act: the documents that stand in its fact. */
function papersOf(fact: object): Evidence[] {
  const shown = 'evidence' in fact ? [fact.evidence].flat() : [];
  return shown.flatMap((one) => evidence.safeParse(one).data ?? []);
}
