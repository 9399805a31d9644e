// How much is read for an answer: each state once, and nothing to name refusals that did not happen.

import { WorkflowClient } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { submitted } from '../../server/contract/entries.ts';
import { systemView } from '../../server/contract/migrations/system.ts';
import { statementsOf } from './statements.ts';
import { openTown, type Town } from './town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const path = (rest: string) => `/programmes/${town.code}${rest}`;
const as = 'dx-ito';
const asked = (act: () => Promise<unknown>) => statementsOf(town.rig.ledger.database.sql, act);

async function got(rest: string): Promise<string[]> {
  await town.ask('GET', path(rest), { as });
  return asked(async () => expect((await town.ask('GET', path(rest), { as })).status).toBe(200));
}
/** Of the record; a worker's sign of life is none. */
const isRead = (statement: string) => /^(select|with)\b/i.test(statement) && !statement.includes('beat');
/** Which definition is in force is what the newest entry names: asked once an answer, for who may have it. */
const asksInForce = (statement: string) =>
  /^select coalesce\( \(select \(e\.body.*as version$/.test(statement);
/** What people hold is read by the append once for each change of it. */
const asksPowers = (statement: string) => /^select powers_seq\(/.test(statement);
function ofEntries(statements: string[]): string[] {
  expect(statements.filter(asksInForce).length).toBeLessThanOrEqual(1);
  expect(statements.filter(asksPowers).length).toBeLessThanOrEqual(1);
  const isKnown = (statement: string) => asksInForce(statement) || asksPowers(statement);
  return statements.filter((statement) => /\bentry\b/.test(statement) && !isKnown(statement));
}

describe('an accepted act', () => {
  it('reads two things before it is sent, and nothing once it is recorded', async () => {
    const system = path('/systems/juki');
    const { row } = await town.answered(systemView, 'GET', system, { as });
    const dates = { startOn: '2024-01', endOn: '2025-01', reason: '見直し' };
    const body = {
      fact: { type: 'plan.changed', phase: 'development', ...dates },
      post: 'dx-office',
      occurredOn: '2023-11-16',
      requestId: 'reads/1',
      seenVersion: row.version,
    };
    const queries = vi.spyOn(WorkflowClient.prototype, 'getHandle');
    const statements = await asked(() => town.answered(submitted, 'POST', `${system}/events`, { as, body }));
    expect(queries.mock.calls.filter(([id]) => id.startsWith('migration/'))).toHaveLength(1);
    queries.mockRestore();
    const appended = statements.findIndex((statement) => statement.includes('append_entries'));
    expect(statements.slice(appended + 1).filter(isRead)).toEqual([]);
    // Whether the request is recorded, and how far the chain has come; the append itself asks for the keys in force.
    expect(ofEntries(statements.slice(0, appended)).length).toBeLessThanOrEqual(3);
  });
});

describe('what is read of the record', () => {
  it.each(['', '&asOf=2023-10-31', '&asOf=2023-11-16&by=recorded'])(
    'for report and national sheet is the same however many systems there are (%s)',
    async (past) => {
      for (const format of [
        `/report?format=json${past}`,
        `/report?format=csv${past}`,
        `/national-sheet?format=csv${past}`,
      ]) {
        const statements = await got(format);
        // With what is corrected, and on a past day what was corrected since.
        // On a past day today's states too, which say what is hidden, and by the day of what happened which words of occurrences were replaced.
        expect(ofEntries(statements).length, format).toBeLessThanOrEqual(past.startsWith('&asOf') ? 7 : 5);
      }
    },
  );

  it('for a system’s page is its state, once', async () => {
    const statements = await got('/systems/juki');
    expect(statements.filter((statement) => statement.includes('"snapshot"'))).toHaveLength(1);
  });
});
