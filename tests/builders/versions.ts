// Versions of the definition by which `positions.ts` walks: what an amendment may make of it, one kind of change each, and what
// brings it back.
import fc from 'fast-check';
import type { Deadline, MigrationDefinition, Phase } from '../../machines/definition/definition.ts';
import { gate } from './migration.ts';
import { of } from './positions.ts';

type Version = (given: MigrationDefinition) => MigrationDefinition;

const phases =
  (alter: (all: Phase[]) => Phase[]): Version =>
  (given) => ({ ...given, path: { ...given.path, phases: alter(given.path.phases) } });
const deadlines =
  (alter: (one: Deadline) => Deadline): Version =>
  (given) => ({ ...given, deadlines: given.deadlines.map(alter) });

/** What counts from a phase, or is met by it, counts from what stands for it. */
const countedFrom = (gone: string, phase: string): Version =>
  deadlines((one) => {
    const { rule, metBy } = one;
    const isAnchor = rule.kind === 'forward' && 'phase' in rule.anchor && rule.anchor.phase === gone;
    return {
      ...one,
      ...(isAnchor ? { rule: { ...rule, anchor: { ...rule.anchor, phase } } as Deadline['rule'] } : {}),
      ...(rule.kind === 'plan' && rule.phase === gone ? { rule: { ...rule, phase } } : {}),
      ...(metBy !== 'wentLive' && metBy.phase === gone ? { metBy: { ...metBy, phase } } : {}),
    };
  });

const renamedTo =
  (old: string, id: string): Version =>
  (given) => ({
    ...countedFrom(
      old,
      id,
    )(
      phases((all) => all.map((phase) => (phase.id === old ? { ...phase, id, replaces: [old] } : phase)))(
        given,
      ),
    ),
    plan: given.plan.map((one) => (one.phase === old ? { ...one, phase: id } : one)),
  });

const renamed: Version = renamedTo('fit-gap', 'analysis');
const renamedLate: Version = renamedTo('development', 'building');
const merged: Version = (given) =>
  countedFrom(
    'fit-gap',
    'development',
  )(
    phases((all) =>
      all
        .filter(({ id }) => id !== 'fit-gap')
        .map((phase) => (phase.id === 'development' ? { ...phase, replaces: ['fit-gap'] } : phase)),
    )(given),
  );
const inserted: Version = phases(([first, ...rest]) => [
  first as Phase,
  { id: 'rfi', label: { ja: 'RFI', en: 'RFI' }, owners: ['business-division'], steps: [], gate: gate('rfi') },
  ...rest,
]);
const closed: Version = (given) => ({
  ...given,
  calendar: {
    ...given.calendar,
    version: 'another',
    closed: [...given.calendar.closed, '2025-03-31'].sort(),
  },
});
const moved: Version = deadlines((one) =>
  one.rule.kind === 'fixed' ? { ...one, rule: { kind: 'fixed', on: '2031-03-31' } } : one,
);
const without: Version = (given) => ({ ...given, deadlines: given.deadlines.slice(1) });
const fewer: Version = (given) => ({
  ...given,
  system: { ...given.system, businesses: given.system.businesses.slice(0, 1) },
});
const stricter: Version = phases((all) =>
  all.map((phase) =>
    phase.gate
      ? { ...phase, gate: { ...phase.gate, approvals: [{ body: 'promotion-committee', quorum: 2 }] } }
      : phase,
  ),
);
const replanned: Version = (given) => ({
  ...given,
  plan: given.plan.map((one) => ({ ...one, endOn: '2025-02' })),
});
const retired: Version = (given) => ({
  ...given,
  system: { ...given.system, retired: { as: 'withdrawn', reason: '共同利用に移行' } },
});

/** By what each is called where one fails. */
const kinds = {
  renamed,
  merged,
  renamedLate,
  inserted,
  closed,
  moved,
  without,
  fewer,
  stricter,
  replanned,
  retired,
} as const;
export type Kind = keyof typeof kinds;

export interface Amended {
  kinds: Kind[];
  definition: MigrationDefinition;
}

const amended = (chosen: readonly Kind[]): Amended => ({
  kinds: [...chosen],
  definition: { ...chosen.reduce<MigrationDefinition>((given, kind) => kinds[kind](given), of), version: 2 },
});

// A phase is called otherwise or is gone, not both.
const compatible = (chosen: readonly Kind[]): boolean =>
  chosen.filter((kind) => ['renamed', 'merged', 'renamedLate'].includes(kind)).length <= 1;

export const versions: fc.Arbitrary<Amended> = fc
  .uniqueArray(fc.constantFrom(...(Object.keys(kinds) as Kind[])), { minLength: 1, maxLength: 4 })
  .filter(compatible)
  .map(amended);

const STANDS_FOR: Record<string, string> = {
  analysis: 'fit-gap',
  building: 'development',
  rfi: 'development',
};

/** The first as it is when another has been in force: the same, and it says for what of that its phases stand. */
export function again(from: MigrationDefinition): MigrationDefinition {
  const gone = from.path.phases.filter(({ id }) => !of.path.phases.some((phase) => phase.id === id));
  const path = phases((all) =>
    all.map((phase) => {
      const replaces = gone.flatMap(({ id }) => (STANDS_FOR[id] === phase.id ? [id] : []));
      return replaces.length > 0 ? { ...phase, replaces } : phase;
    }),
  )(of);
  return { ...path, version: 3 };
}
