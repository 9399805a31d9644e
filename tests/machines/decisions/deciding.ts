// A small city that says how it decides: a table of 専決 over its first gate, duties apart, a path as in builders/migration.ts.
import type { Decisions } from '../../../machines/definition/decisions.ts';
import type { Gate, MigrationDefinition } from '../../../machines/definition/definition.ts';
import type { Fact } from '../../../machines/migration/acts.ts';
import { definition, gate, person } from '../../builders/migration.ts';
import { people, Walk } from '../../builders/walk.ts';

const label = (ja: string) => ({ ja, en: ja });

/** Division head up to 500,000 yen, department head up to 10,000,000, the deputy mayor beyond. */
export const TABLE: Decisions = {
  matters: [
    {
      id: 'contract',
      label: label('契約の締結'),
      powers: [
        { post: 'division-head', upToYen: 500_000 },
        { post: 'department-head', upToYen: 10_000_000 },
        { post: 'deputy-mayor' },
      ],
    },
  ],
};

export const heads = {
  division: person('kacho', 'division-head'),
  department: person('bucho', 'department-head'),
  deputyMayor: person('fukushucho', 'deputy-mayor'),
} as const;

export function city(decisions: Decisions = TABLE, over: Partial<Gate> = {}): MigrationDefinition {
  const of = definition();
  const phases = of.path.phases.map((phase) =>
    phase.id === 'fit-gap' ? { ...phase, gate: gate('fit-gap', over) } : phase,
  );
  return {
    ...of,
    decisions,
    path: { ...of.path, phases },
    bodies: [
      ...of.bodies,
      { id: 'division-head', label: label('課長'), members: 1 },
      { id: 'department-head', label: label('部長'), members: 1 },
      { id: 'deputy-mayor', label: label('副区長'), members: 1 },
    ],
  };
}

export const contractOf = (totalYen: number): Fact => ({
  type: 'contract.recorded',
  vendor: '甲社',
  amounts: [{ fiscalYear: 2023, amountYen: totalYen }],
  totalYen,
  continuesInto: [],
});

export const submit: Fact = { type: 'phase.submitted', phase: 'fit-gap', evidence: [] };
export const approve = { type: 'gate.approved', phase: 'fit-gap' } as const;

/** Under review in its first phase, with a contract of this total. */
export const reviewed = (of: MigrationDefinition, totalYen?: number): Walk => {
  const walk = new Walk(of);
  if (totalYen !== undefined) walk.take(contractOf(totalYen), people.contracts);
  return walk.take(submit, people.owner);
};
