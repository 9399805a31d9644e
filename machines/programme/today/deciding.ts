// What waits for a decision of mine that I can make now; whatever a gate still lacks is no decision yet. Pure.

import type { FactType } from '../../migration/acts.ts';
import { explainOne } from '../../migration/explain.ts';
import { phaseOf } from '../../migration/phases.ts';
import { standing } from '../../migration/state.ts';
import type { Actor } from '../../record/submission.ts';
import type { Found, Subject } from './line.ts';
import type { Looked, Migration } from './whose.ts';

interface Matter {
  /** The acts that decide it; the first of them is what it waits for. */
  acts: readonly FactType[];
  /** Each of several that may be decided, by the parts of the fact that name it; left out where there is one at most. */
  each?(migration: Migration): Readonly<Record<string, unknown>>[];
  /** Null where nothing of the kind is asked. */
  subject(migration: Migration, given: Readonly<Record<string, unknown>>): Subject | null;
}

const labelled = ({ definition, snapshot }: Migration) => phaseOf(definition, standing(snapshot).phase).label;

/** A subject's acts by how it may be decided. */
const of = <Of extends string, Way extends string>(subject: Of, ...ways: Way[]) =>
  ways.map((way): `${Of}.${Way}` => `${subject}.${way}`);

const matters: readonly Matter[] = [
  {
    acts: of('gate', 'approved', 'returned'),
    subject: (migration) => ({ code: 'review', phase: labelled(migration) }),
  },
  {
    acts: of('goingBack', 'approved', 'dismissed'),
    subject: (migration) => ({ code: 'goingBack', phase: labelled(migration) }),
  },
  { acts: of('cancellation', 'approved', 'dismissed'), subject: () => ({ code: 'cancellation' }) },
  { acts: of('milestone', 'waived'), subject: () => ({ code: 'waiver' }) },
  {
    acts: of('correction', 'approved', 'dismissed'),
    each: ({ snapshot }) => proposedIn(snapshot).map(({ entry }) => ({ entry })),
    subject: ({ snapshot }, { entry: named }) => {
      const found = proposedIn(snapshot).find(({ entry }) => entry === named);
      return found ? { code: 'correction', ...found } : null;
    },
  },
  {
    acts: of('deadline', 'extensionRefused', 'extended'),
    each: ({ definition, snapshot }) =>
      definition.deadlines.flatMap(({ id }) =>
        snapshot.context.deadlines[id]?.asked ? [{ deadline: id }] : [],
      ),
    subject: asked,
  },
];

const proposedIn = ({ context }: Migration['snapshot']) =>
  Object.entries(context.corrections?.open ?? {}).map(([entry, { was, should }]) => ({
    entry: Number(entry),
    act: was.fact.type,
    voids: should === null,
  }));

/** Of an extension that is asked for: which deadline, until when. */
function asked({ definition, snapshot }: Migration, { deadline: id }: Readonly<Record<string, unknown>>) {
  const deadline = definition.deadlines.find((one) => one.id === id);
  const wished = deadline && snapshot.context.deadlines[deadline.id]?.asked;
  return deadline && wished
    ? ({ code: 'extension', deadline: deadline.label, id: deadline.id, dueOn: wished.dueOn } as const)
    : null;
}

export function decisions({ at }: Looked, migration: Migration, actor: Actor): Found[] {
  const { definition, snapshot } = migration;
  const found = ({ acts, subject }: Matter, as: Readonly<Record<string, unknown>>): Found[] => {
    const [first, ...others] = acts.map((type) => explainOne(definition, snapshot, { actor, at }, type, as));
    if (!first?.allowed) return [];
    const about = subject(migration, { ...first.given, ...as });
    if (!about) return [];
    const allowed = [first, ...others].flatMap((act) => (act?.allowed ? [act.type] : []));
    const { id: system } = definition.system;
    return [{ section: 'decide', subject: about, system, post: actor.post, acts: allowed }];
  };
  return matters.flatMap((matter) => (matter.each?.(migration) ?? [{}]).flatMap((as) => found(matter, as)));
}
