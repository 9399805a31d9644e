// A record of its own for a test file, and migrations in it.
import { type Ledger, openLedger } from '../../ledger/open.ts';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import type { Fact } from '../../machines/migration/acts.ts';
import type { Said, Stood } from '../../machines/migration/correction/shapes.ts';
import type { Entry } from '../../machines/record/entry.ts';
import { bodyOf } from '../../machines/record/reader.ts';
import type { Actor } from '../../machines/record/submission.ts';
import { nationalSteps } from '../../machines/values/national-step.ts';
import { definition, person, stamped } from '../builders/migration.ts';
import { pin, pinnable } from '../builders/signing.ts';
import { createDatabase } from '../servers/database.ts';
import type { TestDatabase } from '../servers/empty-database.ts';
import { Walk } from './walk.ts';

export interface Record {
  database: TestDatabase;
  ledger: Ledger;
  close: () => Promise<void>;
}

export async function openRecord(): Promise<Record> {
  const database = await createDatabase();
  const ledger = openLedger(database.appUrl, { connections: 8, pinnable });
  return {
    database,
    ledger,
    close: async () => {
      await ledger.close();
      await database.drop();
    },
  };
}

export function systemNamed(id: string, over: Partial<MigrationDefinition> = {}): MigrationDefinition {
  const base = definition(over);
  return { ...base, system: { ...base.system, id } };
}

/** A system of that name, begun and on record. */
export async function begun(
  ledger: Ledger,
  id: string,
  over: Partial<MigrationDefinition> = {},
): Promise<Walk> {
  const walk = new Walk(systemNamed(id, over));
  const { code, rehearsal } = walk.kept.definition.programme;
  await pin(ledger, code, rehearsal);
  await ledger.load({ migrations: [walk.kept] });
  return walk;
}

const dx = person('dx', 'dx-office');
const business = person('gyomu', 'business-division');
const contracts = person('keiyaku', 'contracts-division');
const group = person('bukai', 'working-group');
const chair = person('iincho', 'promotion-committee');

/** Events by name, each taken up at an instant; what happened earlier says so by `occurredOn`. */
export const events = {
  submitted: (at: string) =>
    stamped({ type: 'phase.submitted', phase: 'fit-gap', evidence: [] }, business, { at }),
  approved: (at: string) => stamped({ type: 'gate.approved', phase: 'fit-gap' }, group, { at }),
  held: (at: string) => stamped({ type: 'migration.held', reason: 'ベンダ都合' }, dx, { at }),
  resumed: (at: string) => stamped({ type: 'migration.resumed', reason: '再開' }, dx, { at }),
  /** The nth national step is done. */
  done: (at: string, n: number, occurredOn = at.slice(0, 10)) =>
    stamped({ type: 'steps.recorded', statuses: { [nationalSteps[n] ?? '']: 'done' } }, dx, {
      at,
      occurredOn,
    }),
  /** An entry put right: what is left out stays as it was said. */
  wrong: (at: string, entry: Entry, should: Partial<Said> | null, over: Partial<Stood> = {}) => {
    const { seq, fact, occurredOn, actor, recordedAt } = bodyOf(entry);
    const said = { fact, occurredOn, actor: actor as Actor };
    const was = { ...said, recordedAt, ...over };
    const right = should && { ...said, ...should };
    const proposal: Fact = { type: 'correction.proposed', entry: seq, was, should: right, reason: '誤記' };
    return stamped(proposal, dx, { at });
  },
  right: (at: string, entry: number) => stamped({ type: 'correction.approved', entry }, chair, { at }),
  budget: (at: string, fiscalYear: number, occurredOn = at.slice(0, 10)) =>
    stamped({ type: 'budget.voted', fiscalYear }, contracts, { at, occurredOn }),
} as const;
